//! Faktabank: the statistics explorer for *samhällets stöd* (helårsekvivalenter)
//! in Sweden's kommuner.
//!
//! # Steps
//!
//! Data flows one way, and all but this package is a pure function of
//! (snapshot, selection, language):
//!
//! 1. [`faktabank_tables`] reads tables and resolves what a link asks of them;
//! 2. [`faktabank_figures`] makes headlines, captions, charts and files of it;
//! 3. `app` shows view models with Leptos; `browser` is its only way to
//!    JavaScript. Both exist on wasm32 alone.

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
