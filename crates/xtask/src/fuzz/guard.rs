//! A case to a verdict: whether it panicked, how long it took and how much memory.
//!
//! One that never ends, or takes memory without end, cannot be stopped from within: a
//! watcher says which it is and ends the program.

use anyhow::{Context, Result};
use peak_alloc::PeakAlloc;
use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What counts the memory that is taken.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// No case may take more: the largest cube of eight million cells is below it.
const MOST_MEMORY: usize = 768 << 20;

/// No case may take longer, in a profile that is many times slower than that of production.
const LONGEST: Duration = Duration::from_secs(30);

/// How often the watcher looks.
const WATCH: Duration = Duration::from_millis(20);

/// What became of a case.
pub(super) struct Verdict {
    pub(super) took: Duration,
    /// Bytes, at the most.
    pub(super) memory: usize,
    /// What is wrong with it, if anything.
    pub(super) fault: Option<String>,
}

/// What is being run: its name, its input and since when.
type Running = Arc<Mutex<Option<(String, Vec<u8>, Instant)>>>;

/// The limits, watched over.
pub(super) struct Guard {
    running: Running,
}

impl Guard {
    /// Begins to watch; `found` is where inputs go that break a limit.
    ///
    /// # Errors
    ///
    /// If that folder cannot be made.
    pub(super) fn start(found: &Path) -> Result<Self> {
        fs::create_dir_all(found).with_context(|| found.display().to_string())?;
        let running = Running::default();
        let (watched, found) = (Arc::clone(&running), found.to_owned());
        thread::spawn(move || watch(&watched, &found));
        Ok(Self { running })
    }

    /// Runs a case.
    pub(super) fn run(&self, name: &str, input: &[u8], case: impl FnOnce() -> Result<(), String>) -> Verdict {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((name.to_owned(), input.to_vec(), Instant::now()));
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let ended = catch_unwind(AssertUnwindSafe(case));
        let (took, memory) = (start.elapsed(), MEMORY.peak_usage().saturating_sub(before));
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let fault = match ended {
            Err(panic) => Some(format!("panicked: {}", words(panic.as_ref()))),
            Ok(Err(broken)) => Some(broken),
            Ok(Ok(())) if took > LONGEST => Some(format!("took {:.1} s", took.as_secs_f64())),
            Ok(Ok(())) if memory > MOST_MEMORY => Some(format!("took {} MB", memory >> 20)),
            Ok(Ok(())) => None,
        };
        Verdict { took, memory, fault }
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words")
}

/// Ends the program where a case does not end, or takes all memory.
fn watch(running: &Running, found: &Path) {
    loop {
        thread::sleep(WATCH);
        let now = running.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((name, input, since)) = now.as_ref() else { continue };
        let (took, memory) = (since.elapsed(), MEMORY.current_usage());
        if took > LONGEST * 3 || memory > MOST_MEMORY * 2 {
            let file: PathBuf = found.join(name);
            let kept = fs::write(&file, input).map_or_else(|error| error.to_string(), |()| file.display().to_string());
            println!("{name}: does not end ({:.0} s, {} MB): {kept}", took.as_secs_f64(), memory >> 20);
            exit(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_and_a_broken_promise_are_faults() {
        let folder = tempfile::tempdir().unwrap();
        let guard = Guard::start(folder.path()).unwrap();
        let fault = |case: fn() -> Result<(), String>| guard.run("case", b"", case).fault;
        assert_eq!(fault(|| Ok(())), None);
        assert_eq!(fault(|| Err("another table".to_owned())).as_deref(), Some("another table"));
        assert_eq!(fault(|| panic!("{}", "no")).as_deref(), Some("panicked: no"));
    }
}
