//! The calls that a server got, for tests to count and to wait for.

use super::faults::Kind;
use super::limits::{Limits, Window};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) kind: Kind,
    pub(crate) at: Instant,
    /// Query string and body.
    pub(crate) asked: String,
    /// The status of the answer; 0 for none yet.
    pub(crate) status: u16,
    /// Cells of the answer.
    pub(crate) cells: usize,
    /// It was one call too many.
    pub(crate) refused: bool,
}

/// All calls, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct Record {
    calls: Mutex<(Window, Vec<Call>)>,
    came: Condvar,
}

impl Record {
    /// Notes a call: its number among all, its number among those of its kind
    /// that the limits let through, and how long it should have waited.
    pub(super) fn note(&self, kind: Kind, asked: String, limits: &Limits) -> (usize, usize, Option<Duration>) {
        let mut state = self.state();
        let at = Instant::now();
        let wait = state.0.wait(at, limits);
        let let_through = state.1.iter().filter(|call| call.kind == kind && !call.refused).count();
        state.1.push(Call { kind, at, asked, status: 0, cells: 0, refused: wait.is_some() });
        self.came.notify_all();
        (state.1.len() - 1, let_through, wait)
    }

    /// Notes the answer to a call.
    pub(super) fn answered(&self, number: usize, status: u16, cells: usize) {
        let call = &mut self.state().1[number];
        (call.status, call.cells) = (status, cells);
    }

    /// All calls so far.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.state().1.clone()
    }

    /// The calls of a kind so far.
    pub(crate) fn of(&self, kind: Kind) -> Vec<Call> {
        self.calls().into_iter().filter(|call| call.kind == kind).collect()
    }

    /// How many calls the limits refused.
    pub(crate) fn refused(&self) -> usize {
        self.calls().iter().filter(|call| call.refused).count()
    }

    /// Waits until there are so many calls of a kind; whether they came.
    pub(crate) fn wait_for(&self, kind: Kind, count: usize, at_most: Duration) -> bool {
        let too_few = |state: &mut (Window, Vec<Call>)| state.1.iter().filter(|call| call.kind == kind).count() < count;
        let waited = self.came.wait_timeout_while(self.state(), at_most, too_few);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    fn state(&self) -> MutexGuard<'_, (Window, Vec<Call>)> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
