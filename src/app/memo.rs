//! Values that are computed from signals and kept: one type underneath.
//!
//! A memo of Leptos brings a copy of its machinery for every type of value;
//! here it holds values of one type, and the real type is put back on the way
//! out. Use this instead of Leptos' own wherever a value is computed
//! ([`signal`](super::signal) says what that saves).

#![expect(clippy::disallowed_types, reason = "the one type underneath")]

use super::element::unsubscribed;
use leptos::prelude::{ArcMemo, Get as _, GetUntracked as _, Memo as Kept, Track as _};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// What a value must be able to do to be kept.
pub trait Value: Clone + PartialEq + Send + Sync + 'static {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Value for T {}

/// A value of a type that only those who put it here know.
#[derive(Clone)]
struct Shared {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: Value>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

type Make = dyn Fn(Option<&Shared>) -> Shared + Send + Sync;

fn keep(make: Box<Make>) -> Kept<Shared> {
    let memo = ArcMemo::new(make);
    unsubscribed(&memo);
    memo.into()
}

/// A value that is computed anew when a signal that it reads has changed, and
/// that tells of it only if it became another one.
#[derive(Debug)]
pub struct Memo<T> {
    kept: Kept<Shared>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Value> Memo<T> {
    /// A memo; `make` is given the value from before, if there was one.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |former: Option<&Shared>| Shared {
            value: Arc::new(make(former.and_then(|former| former.value.downcast_ref()))),
            same: same::<T>,
        };
        Self { kept: keep(Box::new(make)), of: PhantomData }
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
        turn(&self.kept.get(), make)
    }

    /// Something made of the value, without following changes of it.
    pub fn with_untracked<U>(&self, make: impl FnOnce(&T) -> U) -> U {
        turn(&self.kept.get_untracked(), make)
    }

    /// Follows changes of the value.
    pub fn track(&self) {
        self.kept.track();
    }
}

/// A memo holds values of the type it was made for and of no other.
fn turn<T: 'static, U>(shared: &Shared, make: impl FnOnce(&T) -> U) -> U {
    match shared.value.downcast_ref::<T>() {
        Some(value) => make(value),
        // Not to be reached: nobody else can put a value here.
        None => std::process::abort(),
    }
}
