//! Leptos: pages, components and signals; the only user of `leptos`.
//!
//! Turns the URL into a selection ([`navigation`]), fetches what it needs
//! ([`store`]), and shows the view models of [`faktabank_figures::figure`], made of
//! [`element`]s. Computes no numbers and has no words of its own.

pub mod chart_library;
mod content;
pub mod controls;
mod deferred;
mod drill;
pub mod element;
pub mod figure;
pub mod lazy;
pub mod loading;
pub mod memo;
pub mod navigation;
pub mod notices;
pub mod on_demand;
pub mod page_context;
mod share;
mod shell;
pub mod signal;
mod store;
mod views;

use crate::browser::{failure, page};

/// Hands the document over to the explorer.
pub fn start() {
    failure::tell_of_panics();
    drill::start();
    if let Some(mount) = page::element("app") {
        mount.set_text_content(None);
        element::mount_to(mount, shell::page).forget();
    }
}
