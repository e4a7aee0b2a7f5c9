//! Words of the page to words of a file.

pub(super) use crate::text::plain::of;
