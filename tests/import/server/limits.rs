//! How many calls may be made: turns the times of calls into yes or no.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// What a caller is allowed, as `/config` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Cells of one answer.
    pub(crate) cells: usize,
    /// Calls within the window.
    pub(crate) calls: usize,
    /// Seconds.
    pub(crate) window: u64,
    /// Calls within the window that are let through, if fewer than is said.
    pub(crate) calls_in_truth: Option<usize>,
}

impl Limits {
    /// SCB's cells, and calls enough for tests not to wait for each other.
    pub(crate) const ROOMY: Self = Self { cells: 150_000, calls: 1000, window: 1, calls_in_truth: None };
}

/// The calls of the last window, counted over a sliding one: a caller that
/// keeps to it keeps to any other.
#[derive(Debug, Default)]
pub(crate) struct Window(VecDeque<Instant>);

impl Window {
    /// Counts a call that is made now; the time to wait if it is one too many,
    /// and then it does not count.
    pub(crate) fn wait(&mut self, now: Instant, limits: &Limits) -> Option<Duration> {
        let length = Duration::from_secs(limits.window);
        while self.0.front().is_some_and(|first| now.duration_since(*first) >= length) {
            self.0.pop_front();
        }
        if self.0.len() < limits.calls_in_truth.unwrap_or(limits.calls) {
            self.0.push_back(now);
            return None;
        }
        let first = self.0.front()?;
        Some(length.saturating_sub(now.duration_since(*first)))
    }
}

#[test]
fn a_window_slides() {
    let limits = Limits { calls: 2, window: 10, ..Limits::ROOMY };
    let (mut window, start) = (Window::default(), Instant::now());
    let mut at = |seconds| window.wait(start + Duration::from_secs(seconds), &limits).map(|wait| wait.as_secs());
    assert_eq!([at(0), at(4), at(9), at(10), at(11), at(14)], [None, None, Some(1), None, Some(3), None]);
}
