//! A PxWebApi 2 of our own, for the import to be tested against: a real server
//! with a table in the shape of SCB's, which goes wrong when it is told to.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

mod protocol;
mod server;
mod tables;
