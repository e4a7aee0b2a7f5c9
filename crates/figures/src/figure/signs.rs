//! Marks of points to the signs that a chart shows them by: a diamond at the
//! foot where a number was not reported, a triangle upwards where it is too
//! low, a ring where it is of some of its areas. Never by colour alone.

use super::{Chart, Mark, Point};
use faktabank_tables::statistics::{Language, Missing, Phrase};

/// A sign of a point: its form, how it looks among words, what it means.
pub(crate) struct Sign {
    pub(crate) form: Form,
    letter: &'static str,
    meaning: Phrase,
}

/// The form of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Diamond,
    Triangle,
    Ring,
}

const SIGNS: [Sign; 3] = [
    Sign { form: Form::Diamond, letter: "◆", meaning: Phrase { sv: "ej rapporterat", en: "not reported" } },
    Sign {
        form: Form::Triangle,
        letter: "▲",
        meaning: Phrase { sv: "för låg eller osäker", en: "too low or uncertain" },
    },
    Sign { form: Form::Ring, letter: "○", meaning: Phrase { sv: "en del av områdena", en: "some of the areas" } },
];

/// The sign of a point, if it has one.
pub(crate) fn sign(point: &Point) -> Option<&'static Sign> {
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
pub(crate) fn letter(point: &Point) -> String {
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
