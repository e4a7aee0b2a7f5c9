//! Two contents of the same kommuner: whether they go together, and where the
//! areas chosen stand. A correlation is told from ±0.5 on, and never as a cause.

use super::super::context::Context;
use super::super::{Headline, ScatterChart, scatter};
use super::subject;
use crate::query::{Measure, Place};
use crate::statistics::AreaCode;
use crate::text::{self, letters};

/// From here on, up or down, two numbers are said to go together.
const TOGETHER: f64 = 0.5;

/// The headline; `None` where there are no two contents.
pub(super) fn headline(context: &Context<'_>, chart: &ScatterChart) -> Option<Headline> {
    let [across, up, ..] = context.resolved.contents[..] else { return None };
    let comparable = |content| context.is_level(content) || context.resolved.measure != Measure::Count;
    let (one, other) = (subject::of(context, across).name, subject::of(context, up).name);
    let told = chart.correlation.filter(|_| comparable(across) && comparable(up));
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
    let period = scatter::period(context)?;
    let places = context.resolved.places.iter().filter(|place| place.code() != Some(AreaCode::Country)).take(4);
    let mut told: Vec<String> = Vec::new();
    for place in places {
        let point = |content| context.point(content, place, period);
        told.push(
            [&context.place_in_sentence(place), " (", &scatter::two(context, &point(across), &point(up)), ")"].concat(),
        );
    }
    if let Some((_, x, y)) = &chart.country {
        let name = context.place_in_sentence(&Place::of(AreaCode::Country));
        told.push([&name, " (", &scatter::two(context, x, y), ")"].concat());
    }
    let when = letters::capitalised(&text::period::during(period, context.language));
    let lead = if told.is_empty() { [&when, "."].concat() } else { [&when, ": ", &told.join(", "), "."].concat() };
    Some(Headline { title, lead })
}
