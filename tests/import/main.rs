//! The import, whole: `cargo xtask import` run against a PxWebApi 2 of our own,
//! clean and under every fault, and what it leaves behind.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

#[path = "../catalogue.rs"]
mod catalogue;
mod clean;
mod edition;
mod editions;
mod from_file;
mod interruptions;
mod new_topic;
mod other_tables;
mod protocol;
mod refusals;
mod report;
mod server;
mod services;
mod tables;
mod tool;
mod trouble;
