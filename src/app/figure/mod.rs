//! A figure on the page: headline, drawing, readout, caption and table.
//!
//! Shows view models of [`faktabank_figures::figure`] as they are; computes no numbers.

mod caption;
mod chart;
mod drawer;
mod filter;
mod frame;
mod keyed;
mod little_map;
mod map;
mod marks;
pub(super) mod plot;
mod ranking;
mod readout;
mod regions;
mod rows;
mod scatter;
mod small;
mod sparkline;
mod symbols;
mod table;
mod tone;
pub(super) mod walk;
pub(super) mod walked;

pub use chart::lone_chart;
pub(super) use drawer::{Drawer, Picture, draw};
pub use frame::{FigureActions, FigureState, KommunContext, Shown, figure_view};
pub(super) use frame::{folded, so_far, trouble};
pub(super) use little_map::view as little_map;
pub use sparkline::sparkline;
pub(super) use symbols::cell as symbol_cell;
pub(super) use table::point_cell;
pub use table::table_view;
pub(super) use tone::{class as tone_class, of_choice as tone_of_choice};
