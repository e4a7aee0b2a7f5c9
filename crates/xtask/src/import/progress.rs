//! How far an import has come, on one line: rewritten on a terminal, a line
//! each call elsewhere.

use super::answer::Question;
use std::io::{IsTerminal, Write, stdout};
use std::time::{Duration, Instant};

/// Calls made and to make.
pub(super) struct Progress {
    calls: usize,
    cells: usize,
    done: usize,
    done_cells: usize,
    /// Cells that were not kept from a run before, and how long they took.
    fetched_cells: usize,
    start: Instant,
    rewrites: bool,
}

impl Progress {
    /// Says what is about to be fetched, which takes this time at least.
    pub(super) fn new(questions: &[Question], least: Duration) -> Self {
        let cells = questions.iter().map(Question::cells).sum();
        let calls = questions.len();
        let seconds = least.as_secs_f64();
        println!("plan: {calls} calls, {cells} cells; the service's limits alone take {seconds:.0} s");
        let rewrites = stdout().is_terminal();
        Self { calls, cells, done: 0, done_cells: 0, fetched_cells: 0, start: Instant::now(), rewrites }
    }

    /// A call has been answered.
    pub(super) fn step(&mut self, question: &Question, was_kept: bool) {
        self.done += 1;
        self.done_cells += question.cells();
        self.fetched_cells += if was_kept { 0 } else { question.cells() };
        let line = self.line(was_kept, self.start.elapsed());
        if self.rewrites {
            print!("\r{line}\u{1b}[K");
            // Only the look of it is lost with a line that is not shown at once.
            let _ = stdout().flush();
        } else {
            println!("{line}");
        }
    }

    /// All is there.
    pub(super) fn end(&self) {
        if self.rewrites {
            println!();
        }
    }

    fn line(&self, was_kept: bool, elapsed: Duration) -> String {
        let how = if was_kept { "kept from before" } else { "fetched" };
        let left = (self.cells - self.done_cells) as f64 * elapsed.as_secs_f64() / self.fetched_cells.max(1) as f64;
        let left = match self.fetched_cells {
            0 => String::new(),
            _ if self.done == self.calls => format!(", {:.1} s in all", elapsed.as_secs_f64()),
            _ => format!(", about {left:.0} s left"),
        };
        format!("call {} of {}: {how}, {} of {} cells{left}", self.done, self.calls, self.done_cells, self.cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_counts_what_was_fetched() {
        let question = Question { variables: vec![("Tid".to_owned(), vec![String::new(); 10])] };
        let mut progress = Progress::new(&[question.clone(), question.clone(), question.clone()], Duration::ZERO);
        progress.rewrites = false;
        progress.step(&question, true);
        assert_eq!(progress.line(true, Duration::from_secs(9)), "call 1 of 3: kept from before, 10 of 30 cells");
        progress.step(&question, false);
        let line = progress.line(false, Duration::from_secs(2));
        assert_eq!(line, "call 2 of 3: fetched, 20 of 30 cells, about 2 s left");
    }
}
