//! View models → what is drawn of them: colours, sizes, and where everything
//! lies.
//!
//! 1. [`drawn`] turns a chart into a [`Drawing`]: marks, each with what it is of
//!    ([`Key`]), what a reader is told of it, what it looks like ([`Look`]) and
//!    where it lies ([`Shape`]).
//! 2. [`svg`] writes marks as text, for pages by their classes and for files in
//!    their own colours; the page in the browser makes elements of the same marks.
//!
//! What ECharts draws is told to it as its options ([`option`]).

pub mod bars;
#[expect(clippy::module_inception, reason = "a drawing is what this room is about")]
mod drawing;
mod ends;
mod look;
pub mod map;
mod mark;
mod marked;
mod names;
mod options;
mod palette;
mod path;
pub mod pattern;
pub mod scatter;
pub mod setting;
mod sign;
pub mod small;
pub mod sparkline;
pub mod svg;
mod time;

use crate::figure::{Chart, TimeChart};
use faktabank_tables::statistics::Boundaries;

pub use drawing::{Drawing, Layer, Moved};
pub use look::{Colour, Letters, Look, Paint, Surety, tone_class};
pub use mark::{Anchor, Key, Level, Mark, Place, Set, Shape, Size};
pub use options::option;
pub use palette::Style;
pub use setting::Sizes;
pub(crate) use svg::Pen;
pub use svg::escaped;
pub(crate) use svg::file::Type;
pub use time::is_compact;

/// The height of points in a drawing: a part of its width, within bounds.
const POINTS: (f64, f64, f64) = (0.6, 340.0, 560.0);

/// All that is drawn of a chart, as wide as this; `None` for a map without outlines.
pub fn drawn<'a>(chart: &'a Chart, outlines: Option<&'a Boundaries>, width: f64, sizes: Sizes) -> Option<Drawing<'a>> {
    match chart {
        Chart::Lines(chart) => Some(time::over_time(chart, false, width, sizes)),
        Chart::Stack(chart) => Some(time::over_time(chart, true, width, sizes)),
        Chart::Bars(chart) => Some(bars::bars(chart, width, sizes)),
        Chart::Map(chart) => Some(map::map(chart, outlines?, width, sizes)),
        Chart::Scatter(chart) => {
            let (part, least, most) = POINTS;
            let size = Size { width, height: (width * part).clamp(least, most) };
            Some(Drawing::plain(size, sizes, scatter::scatter(chart, size, sizes)))
        }
        Chart::Small(chart) => Some(small::small(chart, width, sizes)),
    }
}

/// A chart over time in a room of this size; `None` for others. A compact one
/// leaves the names to what stands beside it.
pub fn fitted(chart: &Chart, size: Size, compact: bool, sizes: Sizes) -> Option<Drawing<'_>> {
    chart.over_time().map(|(chart, stacked)| time::fitted(chart, stacked, size, compact, sizes))
}

/// How much of the width of a chart over time its names take, in pixels of the page.
pub fn names_width(chart: &TimeChart, stacked: bool) -> f64 {
    ends::width(chart, stacked, Sizes::PAGE)
}
