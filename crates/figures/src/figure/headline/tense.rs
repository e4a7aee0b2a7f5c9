//! The verb of a sentence as of the period that it tells: what is so of the newest
//! figures was so of earlier ones, which may have gone any way since.

use super::super::context::Context;
use super::subject::Subject;
use crate::text;
use crate::text::letters::{capitalised, uncapitalised};
use faktabank_tables::statistics::{Language, Period, Resolution};

/// Whether no later period that was is known.
pub(super) fn is_newest(context: &Context<'_>, period: Period) -> bool {
    let table = context.numbers.table;
    let mut later = context.resolved.time.all.iter().rev().take_while(|later| **later > period);
    later.all(|&later| table.is_forecast(later))
}

/// "är"; of an earlier period "var andra halvåret 2019".
pub(super) fn is(context: &Context<'_>, subject: &Subject, period: Period) -> String {
    as_of(context, period, subject.is(context.language), subject.was(context.language))
}

/// "har"; of an earlier period "hade andra halvåret 2019".
pub(super) fn has(context: &Context<'_>, subject: &Subject, period: Period) -> String {
    as_of(context, period, subject.has(context.language), context.say_word("hade", "had"))
}

/// The verb that fits the period; in Swedish one that is over stands after it.
pub(super) fn as_of(context: &Context<'_>, period: Period, now: &str, then: &str) -> String {
    match context.language {
        _ if is_newest(context, period) => now.to_owned(),
        Language::Swedish => [then, " ", &when(context, period)].concat(),
        Language::English => then.to_owned(),
    }
}

/// A sentence with such a verb: in English a period that is over stands before it.
pub(super) fn said(context: &Context<'_>, period: Period, sentence: String) -> String {
    if context.language == Language::Swedish || is_newest(context, period) {
        return sentence;
    }
    [&capitalised(&when(context, period)), ", ", &uncapitalised(&sentence)].concat()
}

fn when(context: &Context<'_>, period: Period) -> String {
    match period.resolution() {
        Resolution::Rolling12 => text::period::during(period, context.language),
        _ => text::period::then(period, context.language),
    }
}
