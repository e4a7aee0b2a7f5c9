//! The signs of points over time → series of ECharts, points without lines.

use super::options::{Ink, Point, Points, dot, without_line};
use super::palette::Style;
use crate::figure::{Form, Series, Sign, TimeChart, sign};
use faktabank_tables::statistics::Missing;

/// What ECharts calls a form.
const fn symbol(form: Form) -> &'static str {
    match form {
        Form::Diamond => "diamond",
        Form::Triangle => "triangle",
        Form::Ring => "emptyCircle",
    }
}

/// The signs of a chart over time as series of points without lines.
pub(super) fn series(chart: &TimeChart, stacked: bool, style: Style) -> Vec<Points> {
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
fn drawn(key: &str, colour: &'static str, signs: impl Iterator<Item = Option<(f64, &'static Sign)>>) -> Option<Points> {
    let at = |(at, (height, sign)): (usize, (f64, &Sign))| Point {
        symbol: Some(symbol(sign.form)),
        ..dot([at as f64, height])
    };
    let data: Vec<_> = signs.enumerate().filter_map(|(period, sign)| Some(at((period, sign?)))).collect();
    (!data.is_empty()).then(|| {
        let points = without_line([key, "-tecken"].concat(), data);
        Points { clip: false, symbol_size: 9, z: 4, item_style: Some(Ink::of(colour)), ..points }
    })
}
