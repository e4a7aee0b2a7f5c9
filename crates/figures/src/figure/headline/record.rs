//! Whether a number is a record, as far as what is lacking lets one say.

use super::super::context::Context;
use super::not_reported;
use crate::text::number;
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Content, Period, Phrase};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Record {
    Lowest,
    Highest,
}

impl Record {
    pub(super) const fn adjective(self) -> Phrase {
        match self {
            Self::Lowest => Phrase { sv: "lägsta", en: "lowest" },
            Self::Highest => Phrase { sv: "högsta", en: "highest" },
        }
    }
}

/// A record is against every period of the table up to now, not only those
/// shown, and by more than the numbers may be off; with it, since which year.
/// A value that is too low can hide a higher one, not a lower; one that is
/// missing or partial, either.
pub(super) fn of(context: &Context<'_>, place: &Place, content: Content, now: (Period, f64)) -> Option<(Record, i32)> {
    let (mut may_be_lowest, mut may_be_highest) = (true, true);
    let mut earlier: Vec<(Period, f64)> = Vec::new();
    for &period in context.resolved.time.all.iter().take_while(|period| **period < now.0) {
        let number = context.plain(content, place, period);
        if let Ok(value) = number.cell {
            earlier.push((period, value));
        }
        let lacks = not_reported(number);
        may_be_lowest &= !lacks || number.understated && number.cell.is_ok();
        may_be_highest &= !lacks;
    }
    let since = earlier.first()?.0.year();
    // A record among a few periods says little; a year must lie behind it.
    if earlier.len() < 2 * now.0.resolution().per_year().max(2) as usize {
        return None;
    }
    let error = if context.in_per_cent(content) { 0.0 } else { context.numbers.table.error_of(content) };
    let decimals = context.plain_decimals(content);
    let (value, lowest, highest) = (
        number::round(now.1, decimals),
        earlier.iter().map(|it| it.1).fold(f64::INFINITY, f64::min),
        earlier.iter().map(|it| it.1).fold(f64::NEG_INFINITY, f64::max),
    );
    if may_be_lowest && value < number::round(lowest, decimals) - error {
        Some((Record::Lowest, since))
    } else if may_be_highest && value > number::round(highest, decimals) + error {
        Some((Record::Highest, since))
    } else {
        None
    }
}

/// "sedan serien började 2014"; what was measured before may have been more.
pub(super) fn since(context: &Context<'_>, year: i32) -> String {
    context.say("sedan serien började {0}", "since the series began in {0}", &[&number::plain(year)])
}
