//! Leptos: pages, components and signals; the only user of `leptos`.
//!
//! Turns the URL into a selection ([`navigation`]), fetches what it needs
//! ([`store`]), and shows the view models of [`crate::figure`]. Computes no
//! numbers and has no words of its own.

#![allow(unreachable_pub, reason = "`#[component]` makes items that are visible further than they can be named")]

pub mod controls;
pub mod figure;
pub mod live;
pub mod loading;
pub mod navigation;
pub mod notices;
pub mod scene;
mod shell;
mod store;
mod views;

use crate::browser::page;

/// Hands the document over to the explorer.
pub fn start() {
    console_error_panic_hook::set_once();
    if let Some(mount) = page::element("app") {
        mount.set_text_content(None);
        leptos::mount::mount_to(mount, shell::Page).forget();
    }
}
