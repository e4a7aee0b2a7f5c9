//! What an area lies in, as a table has it: its län, and riket.

use super::context::Context;
use faktabank_tables::query::{AreaChoice, Place};
use faktabank_tables::statistics::{AreaCode, AreaKind};

/// The place, its län and riket, as far as the table holds them.
pub(super) fn with_wholes(context: &Context<'_>, own: &Place) -> Vec<Place> {
    let county = own.members.first().and_then(|code| code.county());
    let same = own.members.iter().all(|code| code.county() == county);
    let wholes = [county.filter(|_| same), Some(AreaCode::Country)].into_iter().flatten();
    let mut places = vec![own.clone()];
    let wholes = wholes.filter(|code| own.code() != Some(*code));
    places.extend(wholes.filter_map(|code| held(context, code)));
    places
}

/// An area as the table has it: itself, or a län as the sum of its kommuner.
pub(super) fn held(context: &Context<'_>, code: AreaCode) -> Option<Place> {
    let has = |code: &AreaCode| context.numbers.table.areas.contains(code);
    if has(&code) {
        return Some(Place::of(code));
    }
    let members: Vec<AreaCode> = context.areas.municipalities_of(code).map(|area| area.code).collect();
    let whole = code.kind() == AreaKind::County && !members.is_empty() && members.iter().all(has);
    whole.then(|| Place::sum(AreaChoice::Area(code), members))
}
