//! What the scenarios stand on: a web server with the production headers, two
//! browsers, and the page as a reader meets it. Knows no figure and no number.

mod accessibility;
mod command;
mod console;
mod engine;
mod frame;
mod held;
mod page;
mod process;
mod site;
mod stick;

pub(crate) use engine::Engine;
pub(crate) use held::Held;
pub(crate) use page::Page;
pub(crate) use site::Site;
pub(crate) use stick::{Stick, made};
