//! The signs of points over time → series of ECharts, points without lines.

use super::palette::Style;
use super::template::{fill, quoted, value};
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
pub(super) fn series(chart: &TimeChart, stacked: bool, style: Style) -> Vec<String> {
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
fn drawn(key: &str, colour: &str, signs: impl Iterator<Item = Option<(f64, &'static Sign)>>) -> Option<String> {
    let mut any = false;
    let mut data: Vec<String> = Vec::new();
    for sign in signs {
        any |= sign.is_some();
        data.push(sign.map_or_else(
            || "null".to_owned(),
            |(height, sign)| fill(r#"{"value":$,"symbol":"$"}"#, &[&value(height), symbol(sign.form)]),
        ));
    }
    let series = r#"{"type":"line","silent":true,"animation":false,"clip":false,"showAllSymbol":true,"symbolSize":9,"z":4,"lineStyle":{"width":0,"opacity":0},"itemStyle":{"color":$},"emphasis":{"disabled":true},"id":$,"data":[$]}"#;
    any.then(|| fill(series, &[&quoted(colour), &quoted(&[key, "-tecken"].concat()), &data.join(",")]))
}
