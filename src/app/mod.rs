//! Leptos: pages, components and signals; the only user of `leptos`.

/// Hands the document over to the explorer.
pub fn start() {}
