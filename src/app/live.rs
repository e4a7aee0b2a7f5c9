//! Parts of a view that follow signals, each kind of value behind one type.
//!
//! A closure in a view is a type of its own, and brings its own copy of all
//! the code that renders it; behind a pointer they share one.

use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// A value that is made anew whenever a signal that it reads changes.
pub type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// Makes a value follow the signals that it reads.
pub fn live<T>(make: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(make))
}

/// A part that is there only while a condition holds.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + 'static,
) -> Live<AnyView> {
    let holds = Memo::new(move |_| condition());
    live(move || if holds.get() { make() } else { ().into_any() })
}
