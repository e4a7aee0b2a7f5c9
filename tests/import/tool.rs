//! The tool as its steward runs it: a copy of the data and a server to a run of
//! `cargo xtask import`, and to what it said, did and left behind.

use crate::server::Server;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A copy of the committed data, with a cache of its own.
#[derive(Debug)]
pub(crate) struct Place {
    folder: TempDir,
}

/// Every file below a folder, by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

impl Place {
    /// Copies the committed data.
    pub(crate) fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().expect("a folder") };
        let mut files = files_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"));
        // The model is generated, and may or may not be there.
        files.retain(|name, _| !name.starts_with("modell/"));
        place.add(&files);
        place
    }

    /// Adds files to the data.
    pub(crate) fn add(&self, files: &Files) {
        for (path, bytes) in files {
            let to = self.data().join(path);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
            fs::write(to, bytes).expect("a copy");
        }
    }

    /// The folder of the data.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// All files of the data.
    pub(crate) fn files(&self) -> Files {
        files_of(&self.data())
    }

    /// Answers that are kept.
    pub(crate) fn kept(&self) -> usize {
        let cache = self.cache();
        if cache.is_dir() { files_of(&cache).len() } else { 0 }
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// Starts an import from a server.
    pub(crate) fn start(&self, server: &Server, arguments: &[&str]) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("import").args(["--base-url", server.base_url(), "--pause", "0.02"]);
        command.arg("--data").arg(self.data()).arg("--cache").arg(self.cache()).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().expect("xtask");
        Running { child, start: Instant::now() }
    }

    /// Runs an import from a server to its end.
    pub(crate) fn import(&self, server: &Server, arguments: &[&str]) -> Outcome {
        self.start(server, arguments).end()
    }

    /// What `cargo xtask check-data` finds in the data; empty if nothing.
    pub(crate) fn findings(&self) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let output = command.arg("check-data").arg(self.data()).output().expect("xtask");
        let said = [output.stdout, output.stderr].concat();
        if output.status.success() { String::new() } else { String::from_utf8_lossy(&said).into_owned() }
    }
}

/// An import that runs.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    start: Instant,
}

/// An import that has ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) succeeded: bool,
    /// What it printed.
    pub(crate) said: String,
    /// What it printed as errors.
    pub(crate) complained: String,
    pub(crate) took: Duration,
    pub(crate) ended: Instant,
}

impl Outcome {
    /// Fails the test with all that was said, unless an edition was written.
    #[track_caller]
    pub(crate) fn must_succeed(&self) {
        assert!(self.succeeded, "{}\n{}", self.said, self.complained);
    }

    /// Fails the test unless the import did, and said each of these.
    #[track_caller]
    pub(crate) fn must_fail_with(&self, case: &str, words: &[&str]) {
        let all = [self.said.as_str(), &self.complained].join("\n");
        assert!(!self.succeeded, "{case}: succeeded\n{all}");
        assert!(!all.contains("panicked"), "{case}: {all}");
        let missing: Vec<_> = words.iter().filter(|words| !all.contains(**words)).collect();
        assert!(missing.is_empty(), "{case}: {missing:?} is not in\n{all}");
    }
}

impl Running {
    /// Waits until it ends.
    pub(crate) fn end(self) -> Outcome {
        let output = self.child.wait_with_output().expect("an end");
        Outcome {
            succeeded: output.status.success(),
            said: String::from_utf8_lossy(&output.stdout).into_owned(),
            complained: String::from_utf8_lossy(&output.stderr).into_owned(),
            took: self.start.elapsed(),
            ended: Instant::now(),
        }
    }

    /// Ends it at once, as when the computer is switched off.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it ran");
        self.child.wait().expect("an end");
    }

    /// Waits until it ends, and tells what it took of the computer.
    pub(crate) fn measured_end(self) -> (Outcome, Effort) {
        let id = self.child.id();
        let watcher = std::thread::spawn(move || Effort::watch(id));
        let outcome = self.end();
        (outcome, watcher.join().expect("a measure"))
    }
}

/// What a process took, as Linux tells it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Effort {
    /// The most memory at once, in MB.
    pub(crate) megabytes: u64,
    /// Work of its own, without waiting and without the system's.
    pub(crate) work: Duration,
}

impl Effort {
    /// Watches a process until it is gone; nothing where there is no `/proc`.
    fn watch(process: u32) -> Self {
        let (status, stat) = (format!("/proc/{process}/status"), format!("/proc/{process}/stat"));
        let mut effort = Self::default();
        while let (Ok(status), Ok(stat)) = (fs::read_to_string(&status), fs::read_to_string(&stat)) {
            if let Some(peak) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
                let kilobytes = peak.split_whitespace().next().and_then(|number| number.parse::<u64>().ok());
                effort.megabytes = effort.megabytes.max(kilobytes.unwrap_or_default() / 1000);
            }
            // The 14th field, in hundredths of a second; names may hold spaces, but end in `)`.
            let fields = stat.rsplit(')').next().unwrap_or_default();
            if let Some(ticks) = fields.split_whitespace().nth(11).and_then(|ticks| ticks.parse::<u64>().ok()) {
                effort.work = effort.work.max(Duration::from_millis(10 * ticks));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        effort
    }
}

fn files_of(folder: &Path) -> Files {
    fn collect(root: &Path, folder: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(root, &path, files);
            } else {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    let mut files = Files::new();
    collect(folder, folder, &mut files);
    files
}
