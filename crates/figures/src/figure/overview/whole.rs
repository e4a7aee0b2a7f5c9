//! All kommuner of the country, beneath riket: ways to the figures that show
//! them. Not the kommuner themselves, whose numbers are fetched when asked for.

use super::super::context::Context;
use super::{Whole, link};
use crate::text::{contents, letters, number, ui};
use faktabank_tables::query::{AreaChoice, FigureKind, Measure, Place};
use faktabank_tables::statistics::{AreaCode, Phrase};

/// The figures that show many kommuner at once.
const FIGURES: [(FigureKind, Phrase); 3] =
    [(FigureKind::Map, ui::MAP), (FigureKind::Bar, ui::BAR), (FigureKind::Change, ui::CHANGE_FIGURE)];

/// The ways from riket; `None` for other places, and where the table of the
/// figure has no kommuner.
pub(super) fn whole(context: &Context<'_>, place: &Place) -> Option<Whole> {
    let table = &context.resolved.table;
    let kommuner = table.areas().iter().filter(|code| code.is_municipality()).count();
    let content = context.topic().whole().filter(|whole| table.contents.contains(whole))?;
    if place.code() != Some(AreaCode::Country) || kommuner < 2 {
        return None;
    }
    let to = |kind: FigureKind| {
        link(context, |to| {
            to.table = Some(table.id.clone());
            to.figure = Some(kind);
            to.areas = vec![AreaChoice::Area(AreaCode::Country)];
            to.contents = vec![content.to_code()];
            to.measure = Some(Measure::Share);
        })
    };
    Some(Whole {
        caption: context.say(
            "{1} i tabellens alla {0} kommuner:",
            "{1} in all {0} municipalities of the table:",
            &[&number::count(kommuner), &letters::capitalised(&contents::share(content, "", context.language))],
        ),
        ways: FIGURES.map(|(kind, name)| (name, to(kind))).to_vec(),
    })
}
