//! JSON text to values that can be asked, natively and on the page alike.
//!
//! `serde_json` would do, but weighs several times as much in the page, most of
//! it for numbers that no table has and for objects as trees; the browser's own
//! parser would, but handing its thousands of numbers over takes longer than
//! reading them here. What the values are about is for others.

mod parser;
mod value;

pub use parser::parse;
pub use value::{Json, Object};
