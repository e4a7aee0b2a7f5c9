//! First the chart, then the rest: what a choice changes beside its drawing
//! waits until that is painted.
//!
//! A part of the page waits unless it was made [`promptly`]: for about one
//! frame it shows what was chosen before. Knows nothing of what is shown.

use crate::browser::frame;
use leptos::prelude::{ArcTrigger, Notify as _, Track as _};
use std::cell::Cell;

thread_local! {
    /// Whether a choice waits for its frame.
    static HURRIED: Cell<bool> = const { Cell::new(false) };
    /// Whether parts that are made now follow at once.
    static PROMPT: Cell<bool> = const { Cell::new(false) };
    /// Tells that a choice was made, or is painted.
    static TURNED: ArcTrigger = ArcTrigger::new();
}

fn turn(hurried: bool) {
    if HURRIED.replace(hurried) != hurried {
        TURNED.with(ArcTrigger::notify);
    }
}

/// A choice has been made: what can wait waits until its chart is painted.
pub(super) fn hurry() {
    turn(true);
    frame::after(|| turn(false));
}

/// Whether a choice is about to be painted, following changes of it.
#[inline(never)]
pub(super) fn is_hurried() -> bool {
    TURNED.with(ArcTrigger::track);
    HURRIED.get()
}

/// Whether what can wait must; it is woken when it need not any longer.
pub(super) fn waits() -> bool {
    // What does not wait need not be woken.
    HURRIED.get() && is_hurried()
}

/// Makes parts of the page that follow a choice at once; what lies in regions
/// of them waits again, unless it is made promptly itself.
pub(super) fn promptly<T>(make: impl FnOnce() -> T) -> T {
    paced(true, make)
}

/// Makes parts of the page that wait.
pub(super) fn patiently<T>(make: impl FnOnce() -> T) -> T {
    paced(false, make)
}

fn paced<T>(prompt: bool, make: impl FnOnce() -> T) -> T {
    let former = PROMPT.replace(prompt);
    let made = make();
    PROMPT.set(former);
    made
}

/// Whether parts that are made now follow at once.
pub(super) fn is_prompt() -> bool {
    PROMPT.get()
}
