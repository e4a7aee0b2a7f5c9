//! The only way to JavaScript: plain values in, plain values out.
//!
//! Knows no areas, no benefits and no words of the page. Everything here works
//! under `file://` and under a policy without `unsafe-eval` and inline styles.

pub mod clipboard;
pub mod clock;
pub mod copied;
pub mod dom;
pub mod echarts;
pub mod event;
pub mod failure;
pub mod fetch;
pub mod frame;
pub mod history;
pub mod host;
pub mod lazy;
pub mod page;
pub mod picture;
pub mod save;
mod script;
pub mod size;
pub mod sound;
pub mod workbook;
