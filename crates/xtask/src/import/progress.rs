//! How far an import has come: a bar on a terminal, a line each call elsewhere.

use super::answer::Question;
use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// Cells fetched and to fetch, the speed, and the time that is left.
const BAR: &str = "{bar:30} {pos} of {len} cells, {per_sec}, {eta} left: {msg}";

/// Calls made and to make.
pub(super) struct Progress {
    calls: usize,
    done: usize,
    bar: ProgressBar,
}

impl Progress {
    /// Says what is about to be fetched, which takes this time at least.
    pub(super) fn new(questions: &[Question], least: Duration) -> Self {
        let cells: usize = questions.iter().map(Question::cells).sum();
        let calls = questions.len();
        println!("plan: {calls} calls, {cells} cells; the service's limits alone take {:.0} s", least.as_secs_f64());
        let bar = ProgressBar::new(cells as u64);
        // A style that cannot be read is one of ours; the bar then has its own.
        if let Ok(style) = ProgressStyle::with_template(BAR) {
            bar.set_style(style);
        }
        Self { calls, done: 0, bar }
    }

    /// A call has been answered.
    pub(super) fn step(&mut self, question: &Question, was_kept: bool) {
        self.done += 1;
        self.bar.inc(question.cells() as u64);
        if was_kept {
            // What lies here already says nothing of how fast the rest will come.
            self.bar.reset_eta();
        }
        let line = line(self.done, self.calls, was_kept);
        if self.bar.is_hidden() {
            println!("{line}, {} of {} cells", self.bar.position(), self.bar.length().unwrap_or_default());
        } else {
            self.bar.set_message(line);
        }
    }

    /// All is there.
    pub(super) fn end(&self) {
        self.bar.finish();
    }
}

fn line(done: usize, calls: usize, was_kept: bool) -> String {
    format!("call {done} of {calls} {}", if was_kept { "kept from before" } else { "fetched" })
}
