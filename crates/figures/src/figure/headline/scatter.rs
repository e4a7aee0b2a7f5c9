//! Two contents of the same kommuner: whether they go together, and where the
//! areas chosen stand. A correlation is told from ±0.5 on, and never as a cause.

use super::super::scatter::{Pair, Side};
use super::super::{Headline, ScatterChart};
use super::subject;
use crate::text::letters;
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::AreaCode;

/// From here on, up or down, two numbers are said to go together.
const TOGETHER: f64 = 0.5;

/// The headline.
pub(in super::super) fn of_pair(pair: &Pair<'_>, chart: &ScatterChart) -> Headline {
    let context = &pair.across.context;
    let comparable = |side: &Side<'_>| side.is_level() || side.context.resolved.what.measure != Measure::Count;
    let [one, other] = pair.sides().map(|side| subject::of(&side.context, side.content).name);
    let told = chart.correlation.filter(|_| pair.sides().iter().all(comparable));
    let title = match told {
        Some(value) if value >= TOGETHER => context.say(
            "Där {0} är högre är oftast också {1} högre",
            "Where {0} is higher, {1} is mostly higher, too",
            &[&one, &other],
        ),
        Some(value) if value <= -TOGETHER => context.say(
            "Där {0} är högre är {1} oftast lägre",
            "Where {0} is higher, {1} is mostly lower",
            &[&one, &other],
        ),
        Some(_) => context.say(
            "Inget starkt samband mellan {0} och {1}",
            "No strong correlation between {0} and {1}",
            &[&one, &other],
        ),
        None => letters::capitalised(&context.say(
            "{0} och {1} i kommunerna",
            "{0} and {1} in the municipalities",
            &[&one, &other],
        )),
    };
    let places = context.resolved.places.iter().filter(|place| place.code() != Some(AreaCode::Country)).take(4);
    let mut told: Vec<String> = Vec::new();
    for place in places {
        let numbers = pair.told(&pair.across.point(place), &pair.up.point(place));
        told.push([&context.place_in_sentence(place), " (", &numbers, ")"].concat());
    }
    if let Some((_, x, y)) = &chart.country {
        let name = context.place_in_sentence(&Place::of(AreaCode::Country));
        told.push([&name, " (", &pair.told(x, y), ")"].concat());
    }
    let when = letters::capitalised(&pair.during());
    let lead = if told.is_empty() { [&when, "."].concat() } else { [&when, ": ", &told.join(", "), "."].concat() };
    Headline { title, lead }
}
