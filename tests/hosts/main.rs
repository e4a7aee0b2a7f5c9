//! What servers send by the files of `deploy/`: each kind of file with its type, its
//! compressed copies, its caching and the policy, at the root of a host and in a folder
//! of it, held against one list.
//!
//! Files of hosts that cannot be run here are read and followed by these tests. Real
//! servers are asked over HTTP: `cargo xtask test hosts` installs and runs them.

#![allow(clippy::unwrap_used, reason = "tests")]

mod answer;
mod container;
mod expected;
mod iis;
mod listed;
mod load;
mod servers;
mod site;
mod workflows;
