//! What happened → a mark line of ECharts at each, which ends like a flagpole beside
//! its words.

use super::lacks::{AtRest, Beside, Events, Foot, Top};
use crate::drawing::marked;
use crate::drawing::palette::Style;
use crate::figure::{Tick, TimeChart};
use charming::element::{Label, LabelAlign, LabelVerticalAlign, LineStyle, LineStyleType, MarkLine, Symbol};
use charming::series::Line;

/// The size of the words, in pixels.
const SMALL: u32 = 12;

/// The marks, as a series without points.
pub(super) fn series(chart: &TimeChart, stacked: bool, style: Style) -> AtRest<Line, ()> {
    let mut lines = Vec::new();
    for (mark, (words, row)) in chart.events.iter().zip(marked::flags(chart, style)) {
        // Bands may be of any colour: paper on both sides keeps the line apart.
        if stacked {
            lines.push(line(chart, mark, row, (style.paper(), 3), Label::new().show(false)));
        }
        let label = Label::new()
            .show(true)
            .distance(0)
            .align(LabelAlign::Left)
            .vertical_align(LabelVerticalAlign::Top)
            .padding((0, 0, 0, 4))
            .font_size(SMALL)
            .formatter(words)
            .color(style.ink());
        lines.push(line(chart, mark, row, (style.soft(), 1), label));
    }
    let all = MarkLine::new().silent(true).symbol(vec![Symbol::None, Symbol::None]).z(5);
    let series = AtRest::new(Line::new().id("handelser").silent(true), Vec::new());
    AtRest { mark_line: Some(Events { lines: all, animation: false, data: lines }), ..series }
}

/// From the foot of the plot to so far from the top of the drawing.
fn line(chart: &TimeChart, mark: &Tick, row: u32, (colour, width): (&str, u32), label: Label) -> (Foot, Top) {
    let look = LineStyle::new().type_(LineStyleType::Solid).color(colour).width(width);
    (
        Foot { coord: (mark.value, chart.axis.min), line_style: look, label: Beside { label, position: "end" } },
        Top { coord: (mark.value, chart.axis.max), y: marked::top(row) as u32 },
    )
}
