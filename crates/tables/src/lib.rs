//! Tables and what is asked of them: the lower half of Faktabank, which knows
//! no words, no drawings and no browser.
//!
//! 1. [`json_stat`] turns JSON-stat 2.0 text into a [`statistics::Table`];
//!    [`snapshot`] says which file holds which cells and checks what arrives.
//! 2. [`query`] turns the query string into a `Selection` and resolves it
//!    against what the edition holds, with a notice for each thing ignored.
//! 3. [`measure`] derives numbers: means, shares, changes, indices, groups.

pub mod json_stat;
pub mod measure;
pub mod query;
pub mod snapshot;
pub mod statistics;
