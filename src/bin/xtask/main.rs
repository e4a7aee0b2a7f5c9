//! The project's tools: `cargo xtask`.

fn main() {}
