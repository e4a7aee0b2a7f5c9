//! Selection + tables → plain view models: what a figure says, shows and lists.
//!
//! A [`Figure`] knows no pixels, no DOM and no signals. Its numbers are text
//! made by [`crate::text`]; the raw values stay beside them for tables and tests.

mod model;

pub use model::{
    Axis, Bar, BarChart, Caption, Chart, Column, DataTable, Figure, Headline, Point, Row, Series, TableCell, Tick,
    TimeChart, Tone,
};
