//! Faktabank: the statistics explorer for *samhällets stöd* (helårsekvivalenter)
//! in Sweden's kommuner.
//!
//! # Steps
//!
//! Data flows one way, and everything left of [`app`] is a pure function of
//! (snapshot, selection, language):
//!
//! 1. [`json_stat`] turns JSON-stat 2.0 text into a [`statistics::Table`];
//!    [`snapshot`] says which file holds which cells and checks what arrives.
//! 2. [`query`] turns the query string into a `Selection` and resolves it
//!    against what the edition holds, with a notice for each thing ignored.
//! 3. [`measure`] derives numbers: means, shares, changes, indices, groups.
//! 4. [`figure`] turns selection and tables into plain view models: headline,
//!    caption, table, chart; `figure::options` describes the chart.
//! 5. [`export`] makes files of figures, to be taken along.
//! 6. `app` shows view models with Leptos; `browser` is its only way to
//!    JavaScript. Both exist on wasm32 alone.
//!
//! [`text`] holds every word and number format a reader meets, in both languages.
//!
//! [`app`]: https://leptos.dev

pub mod export;
pub mod figure;
pub mod json_stat;
pub mod measure;
pub mod query;
pub mod snapshot;
pub mod statistics;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
