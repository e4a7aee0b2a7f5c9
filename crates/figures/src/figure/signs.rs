//! Marks of points to the signs that a chart shows them by: a diamond at the
//! foot where a number was not reported, a triangle upwards where it is too
//! low, a ring where it is of some of its areas. Never by colour alone.

use super::palette::Style;
use super::template::{fill, quoted, value};
use super::{Chart, Mark, Point, TimeChart};
use faktabank_tables::statistics::{Language, Missing, Phrase};

/// A sign of a point: what ECharts calls it, how it looks, what it means.
struct Sign {
    symbol: &'static str,
    letter: &'static str,
    meaning: Phrase,
}

const SIGNS: [Sign; 3] = [
    Sign { symbol: "diamond", letter: "◆", meaning: Phrase { sv: "ej rapporterat", en: "not reported" } },
    Sign {
        symbol: "triangle",
        letter: "▲",
        meaning: Phrase { sv: "för låg eller osäker", en: "too low or uncertain" },
    },
    Sign {
        symbol: "emptyCircle", letter: "○", meaning: Phrase { sv: "en del av områdena", en: "some of the areas" }
    },
];

fn sign(point: &Point) -> Option<&'static Sign> {
    match (point.value, point.mark) {
        (Err(Missing::NotReported), _) => Some(&SIGNS[0]),
        (Ok(_), Mark::Understated) => Some(&SIGNS[1]),
        (Ok(_), Mark::Partial) => Some(&SIGNS[2]),
        (Err(_), _) | (Ok(_), Mark::Whole) => None,
    }
}

/// The sign of a value that something is lacking in, as a letter; empty for none.
pub fn sign_of(point: &Point) -> &'static str {
    sign(point).filter(|_| point.value.is_ok()).map_or("", |sign| sign.letter)
}

/// The sign of a point as a letter, with a space before it; empty for none.
pub(super) fn letter(point: &Point) -> String {
    sign(point).map(|sign| [" ", sign.letter].concat()).unwrap_or_default()
}

/// The signs in a chart with what they mean; `None` if it has none.
pub(super) fn legend(chart: &Chart, language: Language) -> Option<String> {
    let points: Vec<&Point> = match chart {
        Chart::Lines(chart) | Chart::Stack(chart) => chart.series.iter().flat_map(|series| &series.points).collect(),
        Chart::Scatter(_) | Chart::Small(_) => Vec::new(),
        Chart::Map(chart) => chart.regions.iter().map(|it| &it.point).filter(|point| point.value.is_ok()).collect(),
        Chart::Bars(chart) => chart.bars.iter().map(|bar| &bar.point).filter(|point| point.value.is_ok()).collect(),
    };
    let mut meanings: Vec<String> = Vec::new();
    for known in &SIGNS {
        if points.iter().any(|point| sign(point).is_some_and(|it| it.letter == known.letter)) {
            meanings.push([known.letter, " ", known.meaning.get(language)].concat());
        }
    }
    let meanings = meanings.join(", ");
    let legend = Phrase { sv: "Tecken i diagrammet: {0}.", en: "Signs in the chart: {0}." };
    (!meanings.is_empty()).then(|| legend.fill(language, &[&meanings]))
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
    let of = |series: &super::Series| {
        let signs = series.points.iter().map(|point| sign(point).map(|sign| (point.value.unwrap_or(foot), sign)));
        drawn(&series.key, style.colour(series.tone), signs)
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
            |(height, sign)| fill(r#"{"value":$,"symbol":"$"}"#, &[&value(height), sign.symbol]),
        ));
    }
    let series = r#"{"type":"line","silent":true,"animation":false,"clip":false,"showAllSymbol":true,"symbolSize":9,"z":4,"lineStyle":{"width":0,"opacity":0},"itemStyle":{"color":$},"emphasis":{"disabled":true},"id":$,"data":[$]}"#;
    any.then(|| fill(series, &[&quoted(colour), &quoted(&[key, "-tecken"].concat()), &data.join(",")]))
}
