//! All rows of a table together, where that is a number: counts summed, shares
//! and rates computed anew. Changes and indices have no sum.

use super::bars::ranked_period;
use super::context::Context;
use super::{BarChart, Row, RowKey, headline};
use crate::text::number;
use faktabank_tables::query::{AreaChoice, FigureKind, Measure, Place};
use faktabank_tables::statistics::{AreaCode, AreaKind, Missing};

/// The row of a ranking that is of all its kommuner, or of all parts of a whole.
pub(super) fn of_bars(context: &Context<'_>, bars: &BarChart) -> Option<Row> {
    let resolved = context.resolved;
    // Each row is of women or of men: together they are neither.
    if resolved.form.figure != FigureKind::Bar
        || resolved.is_apart()
        || !matches!(resolved.what.measure, Measure::Count | Measure::Share)
    {
        return None;
    }
    let period = ranked_period(context)?;
    if resolved.what.contents.len() > 1 {
        let place = &resolved.places[0];
        let content = Some(headline::lead_contents(context)).filter(|lead| lead.is_total())?;
        let cell = context.point(content, place, period);
        return Some(Row { key: RowKey::Content(content), name: context.contents(content), cells: vec![cell] });
    }
    let codes: Vec<AreaCode> = bars.bars.iter().filter_map(|bar| bar.key.area()).collect();
    let kommuner: Vec<AreaCode> = codes.iter().copied().filter(|code| code.is_municipality()).collect();
    let is_there = |county: &AreaCode| kommuner.iter().all(|code| code.county() == Some(*county));
    // The län itself may be a row already, as published.
    if kommuner.len() < 2 || codes.iter().any(|code| code.kind() == AreaKind::County && is_there(code)) {
        return None;
    }
    let count = number::count(kommuner.len());
    let name = context.say("Alla {0} kommuner", "All {0} municipalities", &[&count]);
    let choice = AreaChoice::Group { name: name.clone(), members: kommuner.clone() };
    let place = Place::sum(choice, kommuner);
    let cell = context.point(resolved.what.contents[0], &place, period);
    // Without a population there is nothing that all of them have in common.
    if cell.value == Err(Missing::NoDenominator) {
        return None;
    }
    Some(Row { key: RowKey::All, name, cells: vec![cell] })
}
