//! What an area lies in, as the table of a figure has it: its län, and riket.

use super::context::Context;
use faktabank_tables::query::{Place, held_as, wholes_of};
use faktabank_tables::statistics::AreaCode;

/// The place, its län and riket, as far as the table holds them.
pub(super) fn with_wholes(context: &Context<'_>, own: &Place) -> Vec<Place> {
    let mut places = vec![own.clone()];
    places.extend(wholes_of(own, &context.numbers.table.areas, context.areas));
    places
}

/// An area as the table has it: itself, or a län as the sum of its kommuner.
pub(super) fn held(context: &Context<'_>, code: AreaCode) -> Option<Place> {
    held_as(code, &context.numbers.table.areas, context.areas)
}
