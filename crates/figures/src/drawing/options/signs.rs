//! The signs of points over time → series of ECharts, points without lines.

use super::lacks::{AtRest, SignItem};
use super::over_time::no_line;
use crate::drawing::palette::Style;
use crate::figure::{Form, Series, Sign, TimeChart, sign};
use charming::element::{ItemStyle, Symbol};
use charming::series::Line;
use faktabank_tables::statistics::Missing;

/// What ECharts calls a form.
fn symbol(form: Form) -> Symbol {
    match form {
        Form::Diamond => Symbol::Diamond,
        Form::Triangle => Symbol::Triangle,
        Form::Ring => Symbol::Custom("emptyCircle".to_owned()),
    }
}

/// The signs of a chart over time.
pub(super) fn series(chart: &TimeChart, stacked: bool, style: Style) -> Vec<AtRest<Line, Option<SignItem>>> {
    let foot = chart.axis.min;
    if stacked {
        // A stack that lacks a part is not drawn: one sign for all of it.
        let lacks = |at: usize| {
            let mut points = chart.series.iter().filter_map(|series| series.points.get(at));
            points.find(|point| point.value == Err(Missing::NotReported)).and_then(sign).map(|sign| (foot, sign))
        };
        return drawn("bortfall", style.ink(), (0..chart.periods.len()).map(lacks)).into_iter().collect();
    }
    let of = |series: &Series| {
        let signs = series.points.iter().map(|point| sign(point).map(|sign| (point.value.unwrap_or(foot), sign)));
        drawn(&series.key.code(), style.colour(series.tone), signs)
    };
    chart.series.iter().filter_map(of).collect()
}

/// Signs at their heights; `None` if there are none.
fn drawn(
    key: &str,
    colour: &str,
    signs: impl Iterator<Item = Option<(f64, &'static Sign)>>,
) -> Option<AtRest<Line, Option<SignItem>>> {
    let item = |(value, sign): (f64, &Sign)| SignItem { value, symbol: symbol(sign.form) };
    let data: Vec<Option<SignItem>> = signs.map(|sign| sign.map(item)).collect();
    let line = Line::new()
        .id([key, "-tecken"].concat())
        .symbol_size(9)
        .z(4)
        .line_style(no_line())
        .item_style(ItemStyle::new().color(colour))
        .silent(true);
    let series = |data| AtRest { show_all_symbol: Some(true), clip: Some(false), ..AtRest::new(line, data) };
    data.iter().any(Option::is_some).then(|| series(data))
}
