//! The data: what is read as JSON-stat, what is refused, and whether the
//! snapshots of `data/` are what they say.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a failing test may panic")]

mod json_stat;
mod snapshot;
