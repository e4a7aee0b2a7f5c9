//! A ranking to a map: the class of each kommun, and what the classes are.

use super::classes::{self, Breaks};
use super::context::Context;
use super::{Class, MapChart, bars, regions};
use crate::text::number;
use faktabank_tables::query::{Classes, Measure};
use faktabank_tables::statistics::Content;

/// The map; `None` if there is no kommun to draw.
pub(super) fn map(context: &Context<'_>) -> Option<MapChart> {
    let ranking = bars::ranking(context)?;
    let regions = regions::of(context, &ranking.bars);
    let content = context.resolved.what.contents[0];
    let values: Vec<f64> = regions.iter().filter_map(|region| region.point.value.ok()).collect();
    if regions.is_empty() {
        return None;
    }
    let is_change = context.resolved.what.measure == Measure::Change;
    let make = if is_change { Breaks::around_zero } else { Breaks::of };
    let shade = if is_change { shade_of_change } else { shade };
    let breaks = make(&values, context.decimals(content), context.resolved.form.classes);
    let class_of: Vec<Option<usize>> = regions
        .iter()
        .map(|region| region.point.value.ok().map(|value| shade(&breaks, breaks.class_of(value))))
        .collect();
    // The highest first, as the ranking has it.
    let mut legend: Vec<Class> = (0..breaks.count())
        .rev()
        .filter(|_| !values.is_empty())
        .map(|class| {
            let count = values.iter().filter(|&&value| breaks.class_of(value) == class).count();
            Class {
                shade: Some(shade(&breaks, class)),
                label: label(context, content, breaks.range(class)),
                count: regions::kommuner(count, context),
            }
        })
        .collect();
    let missing = regions.len() - values.len();
    if missing > 0 {
        legend.push(Class {
            shade: None,
            label: context.say_word("uppgift saknas", "not available").to_owned(),
            count: regions::kommuner(missing, context),
        });
    }
    Some(MapChart { unit: context.unit(content), ranking, regions, class_of, legend })
}

/// Which of the five shades a class has: always the lightest and the darkest,
/// and those between as far apart as may be.
fn shade(breaks: &Breaks, class: usize) -> usize {
    let last = breaks.count() - 1;
    (class * (classes::MOST - 1) + last / 2).checked_div(last).unwrap_or(classes::MOST / 2)
}

/// The same of a change: one hue for rises, another one for falls, each the
/// stronger the further from zero.
fn shade_of_change(breaks: &Breaks, class: usize) -> usize {
    const RISES: [usize; 3] = [1, 3, 4];
    const FALLS: [usize; 3] = [5, 6, 7];
    let below = breaks.below_zero();
    let (hue, classes, from_zero) = match class.checked_sub(below) {
        Some(from_zero) => (RISES, breaks.count() - below, from_zero),
        None => (FALLS, below, below - 1 - class),
    };
    match classes {
        1 => hue[1],
        2 => hue[2 * from_zero.min(1)],
        _ => hue[from_zero.min(2)],
    }
}

/// "2,4 eller lägre", "2,5–2,9", "5,0 eller högre"; with signs "−2,0 till 0,9".
fn label(context: &Context<'_>, content: Content, range: (Option<f64>, Option<f64>)) -> String {
    let words = |value: f64| match context.resolved.what.measure {
        Measure::Change => number::signed(value, 1, context.language),
        _ => number::decimal(value, context.decimals(content), context.language),
    };
    match range {
        (Some(low), Some(high)) if words(low) == words(high) => words(low),
        (Some(low), Some(high)) if context.resolved.what.measure == Measure::Change => {
            context.say("{0} till {1}", "{0} to {1}", &[&words(low), &words(high)])
        }
        (Some(low), Some(high)) => [&words(low), "–", &words(high)].concat(),
        (Some(low), None) => context.say("{0} eller högre", "{0} or higher", &[&words(low)]),
        (None, Some(high)) => context.say("{0} eller lägre", "{0} or lower", &[&words(high)]),
        (None, None) => String::new(),
    }
}

/// What to bear in mind of a map: how it is parted, and what counts show.
pub(super) fn notes(context: &Context<'_>, map: &MapChart) -> Vec<String> {
    let classes = match context.resolved.form.classes {
        Classes::Quantiles => context.say_word(
            "Klasserna är gjorda så att ungefär lika många kommuner hamnar i varje.",
            "The classes are made so that each holds about as many municipalities.",
        ),
        Classes::Equal => context.say_word(
            "Klasserna är lika breda. Därför kan någon vara tom.",
            "The classes are as wide as each other, so one may be empty.",
        ),
    };
    let parted = map.legend.iter().filter(|class| class.shade.is_some()).count() > 1;
    let mut notes: Vec<String> = parted.then(|| classes.to_owned()).into_iter().collect();
    let shades = |of: fn(usize) -> bool| map.legend.iter().filter_map(|class| class.shade).any(of);
    if context.resolved.what.measure == Measure::Change && shades(|it| it < 5) && shades(|it| it >= 5) {
        let hues = context.say_word(
            "Blått är en ökning och brunt en minskning: ju starkare färg, desto större.",
            "Blue is a rise and brown a fall: the stronger the colour, the larger.",
        );
        notes.push(hues.to_owned());
    }
    if context.resolved.what.measure == Measure::Count && !context.is_level(context.resolved.what.contents[0]) {
        notes.push(
            context
                .say_word(
                    "Kartan visar antal: där många bor är antalen stora. Andelar går att jämföra.",
                    "The map shows numbers: where many people live they are large. Shares can be compared.",
                )
                .to_owned(),
        );
    }
    notes
}
