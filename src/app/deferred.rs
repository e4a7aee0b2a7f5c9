//! First the chart, then the rest: what stands around a chart follows a choice
//! in the frame after the one that the chart is painted in.
//!
//! Whoever need not follow at once reads a [`deferred`] value of what it follows,
//! as by Solid's `createDeferred`; whoever reads the value itself follows at once.

use super::memo::{Memo, Value};
use crate::browser::frame;
use leptos::prelude::{ArcTrigger, Notify as _, Track as _};
use std::cell::Cell;

thread_local! {
    /// Whether a choice is about to be painted.
    static PENDING: Cell<bool> = const { Cell::new(false) };
    /// Tells that a choice was made, or is painted.
    static TURNED: ArcTrigger = ArcTrigger::new();
}

fn turn(pending: bool) {
    if PENDING.replace(pending) != pending {
        TURNED.with(ArcTrigger::notify);
    }
}

/// A choice has been made: until it is painted, deferred values stay what they were.
pub(super) fn defer() {
    turn(true);
    frame::after(|| turn(false));
}

/// Whether a choice is about to be painted, following changes of it.
pub(super) fn is_pending() -> bool {
    TURNED.with(ArcTrigger::track);
    PENDING.get()
}

/// A value that keeps what it was until a choice is painted.
pub(super) fn deferred<T: Value>(value: Memo<T>) -> Memo<T> {
    // What is not pending need not be told that it no longer is.
    Memo::new(move |former: Option<&T>| match former {
        Some(former) if PENDING.get() && is_pending() => former.clone(),
        _ => value.get(),
    })
}
