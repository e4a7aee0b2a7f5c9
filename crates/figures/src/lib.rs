//! Figures of tables: what a reader meets, as plain values that know no browser.
//!
//! 1. [`figure`] turns selection and tables into view models: headline,
//!    caption, table, chart.
//! 2. [`drawing`] turns charts into marks, each with its place, words and class,
//!    and into what ECharts is told of them.
//! 3. [`export`] makes files of figures, to be taken along.
//!
//! [`text`] holds every word and number format a reader meets, in both languages.

pub mod drawing;
pub mod export;
pub mod figure;
pub mod text;
