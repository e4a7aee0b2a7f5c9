//! A failure on purpose, for the tests of how it is told: `?prov=panik` panics
//! before anything is shown, `?prov=panik-sedan` once the page is drawn. It stops
//! the page of whoever asks for it, and nothing else.

use crate::browser::frame::AnimationFrame;
use crate::browser::{history, page};

/// Panics if the address asks for it, now or later.
pub(super) fn start() {
    let query = history::query();
    let asks = |value: &str| query.split('&').any(|part| part.strip_prefix("prov=") == Some(value));
    if asks("panik") {
        panic!("a drill before the page is drawn");
    }
    if asks("panik-sedan") {
        wait();
    }
}

fn wait() {
    let look = || if page::is_ready() { panic!("a drill once the page is drawn") } else { wait() };
    AnimationFrame::new(look).forget();
}
