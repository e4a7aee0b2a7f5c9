//! Whether the library that charts are read with is here: asked for once the first
//! view stands, since that is drawn without it.

use super::signal::RwSignal;
use super::store::in_turn;
use crate::browser::echarts;

/// Where the library is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Unasked,
    Coming,
    Here,
    Missing,
}

/// The loader of the library.
#[derive(Clone, Copy)]
pub struct ChartLibrary(RwSignal<State>);

impl ChartLibrary {
    /// Nothing is fetched yet; a copy that is one file has it.
    pub(super) fn start() -> Self {
        Self(RwSignal::new(if echarts::is_here() { State::Here } else { State::Unasked }))
    }

    /// Fetches it, unless somebody has asked for it before.
    pub(super) fn want(self) {
        if self.0.get_untracked() == State::Unasked {
            self.0.set(State::Coming);
            in_turn(async move {
                let came = echarts::fetch().await;
                if let Err(error) = &came {
                    leptos::logging::error!("{error}");
                }
                self.0.set(if came.is_ok() { State::Here } else { State::Missing });
            });
        }
    }

    /// Whether it is here; `None` while it may still come. Tells those who follow it.
    pub(super) fn is_here(self) -> Option<bool> {
        match self.0.get() {
            State::Unasked | State::Coming => None,
            State::Here => Some(true),
            State::Missing => Some(false),
        }
    }
}
