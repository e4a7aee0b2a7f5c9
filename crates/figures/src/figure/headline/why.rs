//! What the change of a sum is mainly of: which of its parts went its way most, by the
//! sum's own arithmetic, and which went the other way. Never why they did.

use super::super::context::Context;
use super::{movement, tense};
use crate::text::doing::Doing;
use crate::text::{contents, number};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Content, Period};

/// A part that went against the sum is named from this part of the change on.
const WORTH_NAMING: f64 = 0.1;

/// A part, and by how much it moved.
type Moved = (f64, Content);

/// " Minskningen på ett år, 980 helårspersoner, beror främst på att färre deltar i
/// arbetsmarknadsåtgärder (550 färre) och färre försörjs av sjukpenning (480 färre).";
/// empty where a part is not known in both periods, and of shares.
pub(super) fn of(context: &Context<'_>, whole: Content, place: &Place, [then, now]: [Period; 2]) -> String {
    let table = context.numbers.table;
    let change = |content: Content| {
        let at = |period| context.plain(content, place, period).whole();
        Some(at(now)? - at(then)?)
    };
    let Some(net) = change(whole).filter(|net| net.abs() > table.error_of(whole).max(0.5)) else {
        return String::new();
    };
    let way = net.signum();
    let (net, mut sum, mut gross) = (net.abs(), 0.0, 0.0);
    // Each in the direction of the sum: the two that moved most its way, and the one that
    // moved most the other.
    let (mut first, mut second, mut last) = (None::<Moved>, None::<Moved>, None::<Moved>);
    for content in whole.parts() {
        let Some(size) = change(content).map(|size| size * way) else { return String::new() };
        (sum, gross) = (sum + size, gross + size.max(0.0));
        if first.is_none_or(|it| it.0 < size) {
            (first, second) = (Some((size, content)), first);
        } else if second.is_none_or(|it| it.0 < size) {
            second = Some((size, content));
        }
        if last.is_none_or(|it| size < it.0) {
            last = Some((size, content));
        }
    }
    let (Some(first), Some(second)) = (first, second) else { return String::new() };
    let told = |it: (f64, Content), rose| part(context, it.1, it.0.abs(), rose, now);
    let Some(mut named) = told(first, way > 0.0) else { return String::new() };
    let is_first_alone = 2.0 * first.0 > gross;
    if let Some(other) = told(second, way > 0.0).filter(|_| !is_first_alone) {
        named = context.say("{0} och {1}", "{0} and {1}", &[&named, &other]);
    }
    // What is of more parts is mainly of none; and parts that do not add up to their sum,
    // as of another rounding, tell nothing of it.
    let is_mainly = is_first_alone || 2.0 * (first.0 + second.0) > gross;
    if !is_mainly || !movement::is_counted(context, whole) || (sum - net).abs() > 0.1 * net {
        return String::new();
    }
    let language = context.language;
    let amount = number::whole(number::borne(net, table.error_of(whole)), language);
    let counted = contents::counted(whole, language);
    let rise = if way > 0.0 { ["Ökningen", "The rise"] } else { ["Minskningen", "The fall"] };
    let other = last.filter(|it| -it.0 >= WORTH_NAMING * net).and_then(|it| told(it, way < 0.0));
    let other = other.map_or_else(String::new, |other| context.say(", medan {0}", ", while {0}", &[&other]));
    context.say(
        " {0} på ett år, {1} {2}, beror främst på att {3}{4}.",
        " {0} over a year, {1} {2}, is mainly because {3}{4}.",
        &[context.say_word(rise[0], rise[1]), &amount, counted, &named, &other],
    )
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
