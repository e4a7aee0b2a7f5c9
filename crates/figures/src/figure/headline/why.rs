//! What the change of a sum is mainly of: which of its parts went its way most, by the
//! sum's own arithmetic, and which went the other way. Never why they did.

use super::super::context::Context;
use super::movement::Movement;
use super::{movement, tense};
use crate::text::doing::Doing;
use crate::text::{self, contents, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Cell, Content, Period};

/// What is of more parts than these is mainly of none.
const MOST_NAMED: usize = 2;

/// A part that went against the sum is named from this part of the change on.
const WORTH_NAMING: f64 = 0.1;

/// " Minskningen på ett år, 980 helårspersoner, beror främst på att färre deltar i
/// arbetsmarknadsåtgärder (550 färre) och färre försörjs av sjukpenning (480 färre).";
/// empty where a part is not known in both periods, and of shares.
pub(super) fn of(context: &Context<'_>, whole: Content, place: &Place, [then, now]: [Period; 2]) -> String {
    let parts: Vec<Content> = whole.parts().collect();
    let table = context.numbers.table;
    if parts.len() < 2 || !movement::is_counted(context, whole) || !parts.iter().all(|&part| table.has(part)) {
        return String::new();
    }
    let change = |content: Content| {
        let at = |period| context.plain(content, place, period).whole();
        Some((at(now)?, at(then)?))
    };
    let of_whole = change(whole);
    let Some((after, before)) =
        of_whole.filter(|(now, then)| movement::of(context, whole, *now, *then) != Movement::Flat)
    else {
        return String::new();
    };
    let rose = after > before;
    // Each in the direction of the sum.
    let signed = |(now, then): (f64, f64)| if rose { now - then } else { then - now };
    let Some(sizes) = parts.iter().map(|&part| change(part).map(signed)).collect::<Option<Vec<f64>>>() else {
        return String::new();
    };
    let cells: Vec<Cell> = sizes.iter().map(|&size| Ok(size)).collect();
    let order = descending_order(&cells);
    let gross: f64 = sizes.iter().filter(|size| **size > 0.0).sum();
    let (mut named, mut told) = (Vec::new(), 0.0);
    for &at in &order {
        if 2.0 * told > gross || sizes[at] <= table.error_of(parts[at]) {
            break;
        }
        told += sizes[at];
        named.extend(part(context, parts[at], sizes[at], rose, now));
    }
    let net = signed((after, before));
    // Parts that do not add up to their sum, as of another rounding, tell nothing of it.
    if !(1..=MOST_NAMED).contains(&named.len()) || (sizes.iter().sum::<f64>() - net).abs() > 0.1 * net {
        return String::new();
    }
    let language = context.language;
    let over = if now.years_before(1) == then {
        context.say_word("på ett år", "over a year").to_owned()
    } else {
        text::period::since(then, language)
    };
    let amount = number::whole(number::borne(net, table.error_of(whole)), language);
    let mut said =
        if rose { context.say_word("Ökningen", "The rise") } else { context.say_word("Minskningen", "The fall") }
            .to_owned();
    let parts_said = [&over, &amount, contents::counted(whole, language), &text::list::and(&named, language)];
    said.push_str(&context.say(
        " {0}, {1} {2}, beror främst på att {3}",
        " {0}, {1} {2}, is mainly because {3}",
        &parts_said.map(|it| it as &str),
    ));
    let against = order.last().map(|&at| (parts[at], -sizes[at]));
    if let Some((content, size)) = against.filter(|(_, size)| *size >= WORTH_NAMING * net) {
        let other = part(context, content, size, !rose, now).unwrap_or_default();
        said.push_str(&context.say(", medan {0}", ", while {0}", &[&other]));
    }
    [" ", &said, "."].concat()
}

/// "färre deltar i arbetsmarknadsåtgärder (550 färre)"
fn part(context: &Context<'_>, content: Content, size: f64, rose: bool, now: Period) -> Option<String> {
    let language = context.language;
    let more = if rose { context.say_word("fler", "more") } else { context.say_word("färre", "fewer") };
    let size = number::whole(number::borne(size, context.numbers.table.error_of(content)), language);
    let doing = Doing::of(content)?;
    let verb = doing.verb(!tense::is_newest(context, now), language);
    Some([more, " ", verb, " ", doing.what(language), " (", &size, " ", more, ")"].concat())
}
