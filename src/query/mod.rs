//! What the reader asks for: the query string as a [`Selection`], and a
//! selection resolved against an edition, with a [`Notice`] for each thing
//! that could not be had as asked.

mod selection;

pub use selection::{AreaChoice, FigureKind, Measure, Notice, Parameter, Selection, Span, Theme, View};
