//! Signals and callbacks: one type of each underneath.
//!
//! As [`Memo`](super::memo::Memo) does for what is computed: Leptos' own bring
//! a copy of their machinery for every type of value. Signals, callbacks and
//! memos of Leptos' own, everywhere, make the first wasm 6.9 KiB and the second
//! 13.0 KiB larger (brotli). Use these instead, which `clippy.toml` asks for; they
//! are called the same and do the same.

#![expect(clippy::disallowed_types, reason = "the one type underneath")]

use leptos::prelude::{Get as _, GetUntracked as _, GetValue as _, RwSignal as Kept, Set as _, StoredValue};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// What a value must be able to do to be kept or handed over.
pub trait Value: Clone + Send + Sync + 'static {}

impl<T: Clone + Send + Sync + 'static> Value for T {}

/// A value of a type that only those who put it here know.
type Shared = Arc<dyn Any + Send + Sync>;

/// A value that changes, and tells those who follow it.
#[derive(Debug)]
pub struct RwSignal<T> {
    kept: Kept<Shared>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Value + Default> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Value> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self { kept: keep(Arc::new(value)), of: PhantomData }
    }

    /// The value, following changes of it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, without following changes of it.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// Something made of the value, following changes of it.
    pub fn with<U>(&self, make: impl FnOnce(&T) -> U) -> U {
        make(known(&*now(self.kept)))
    }

    /// Something made of the value, without following changes of it.
    pub fn with_untracked<U>(&self, make: impl FnOnce(&T) -> U) -> U {
        make(known(&*now_untracked(self.kept)))
    }

    /// Another value.
    pub fn set(&self, value: T) {
        put(self.kept, Arc::new(value));
    }

    /// The value, changed.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

#[inline(never)]
fn keep(value: Shared) -> Kept<Shared> {
    Kept::new(value)
}

#[inline(never)]
fn now(kept: Kept<Shared>) -> Shared {
    kept.get()
}

#[inline(never)]
fn now_untracked(kept: Kept<Shared>) -> Shared {
    kept.get_untracked()
}

#[inline(never)]
fn put(kept: Kept<Shared>, value: Shared) {
    kept.set(value);
}

/// Signals and callbacks hold values of the type they were made for and of no other.
fn known<T: 'static>(value: &dyn Any) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        // Not to be reached: nobody else can put a value here.
        None => std::process::abort(),
    }
}

/// What is to be done with a value that someone chooses, and what came of it.
#[derive(Debug)]
pub struct Callback<T, U: 'static = ()> {
    kept: StoredValue<Arc<Run<U>>>,
    of: PhantomData<fn(T)>,
}

type Run<U> = dyn Fn(&dyn Any) -> U + Send + Sync;

impl<T, U> Clone for Callback<T, U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, U> Copy for Callback<T, U> {}

impl<T: Value, U> Callback<T, U> {
    /// A callback.
    pub fn new(run: impl Fn(T) -> U + Send + Sync + 'static) -> Self {
        let run: Arc<Run<U>> = Arc::new(move |value: &dyn Any| run(known::<T>(value).clone()));
        Self { kept: StoredValue::new(run), of: PhantomData }
    }

    /// Does it.
    pub fn run(&self, value: T) -> U {
        self.kept.get_value()(&value)
    }
}
