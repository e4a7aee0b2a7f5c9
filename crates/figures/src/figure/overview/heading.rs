//! What an overview is of: the area and the newest period of its figure. The
//! first view shows this before the rest of the overview is made.

use super::super::context::Context;
use super::super::headline::Trend;
use crate::text;
use faktabank_tables::query::{Place, Resolved};
use faktabank_tables::statistics::{Areas, Content, Period, Provenance, Table};

/// What an overview is of, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The area, as a label.
    pub place: String,
    /// The topic, the newest period and its status: "Samhällets stöd, andra halvåret 2025, preliminärt".
    pub status: String,
}

/// What the overview of a selection is of; `None` while its table is not among
/// those loaded.
pub fn heading(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Heading> {
    let context = Context::new(resolved, tables, areas)?;
    let place = &resolved.places[0];
    Some(of(&context, place, Trend::of(&context, place, lead(&context)).as_ref()))
}

/// The contents that an overview speaks of.
pub(super) fn lead(context: &Context<'_>) -> Content {
    let whole = context.topic().whole().filter(|whole| context.numbers.table.has(*whole));
    whole.unwrap_or(context.resolved.what.contents[0])
}

pub(super) fn of(context: &Context<'_>, place: &Place, trend: Option<&Trend>) -> Heading {
    let status = trend.map(|trend| status(context, trend.now.0)).unwrap_or_default();
    Heading { place: context.place(place), status }
}

/// The newest period with what must be known of its figures.
fn status(context: &Context<'_>, period: Period) -> String {
    let topic = context.topic().title().get(context.language);
    let mut status = [topic, ", ", &text::period::name(period, context.language)].concat();
    if context.is_preliminary(period) {
        status.push_str(context.say_word(", preliminärt", ", preliminary"));
    }
    if context.numbers.table.provenance == Provenance::Modelled {
        status.push_str(text::modelled::STATUS.get(context.language));
    }
    [status, context.persons_after(", ")].concat()
}
