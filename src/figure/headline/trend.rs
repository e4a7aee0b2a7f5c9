//! One number over time: where it stands, its record, its change since a
//! year before and since the start.

use super::super::context::Context;
use super::super::{Headline, Mark};
use super::movement::Movement;
use super::{not_reported, subject, without_newer};
use crate::query::{Measure, Place};
use crate::statistics::{Content, Language, Period, Phrase, Resolution, Unit};
use crate::text::{self, contents, number};

/// What can be said of one place and contents.
#[derive(Clone, Debug)]
pub(in super::super) struct Trend {
    content: Content,
    place: Place,
    /// The newest period shown that has a whole number, or if none has the
    /// newest that has any, and the number.
    pub(in super::super) now: (Period, f64),
    /// What is lacking in that number, and in which words.
    pub(in super::super) lack: (Mark, String),
    /// The same season a year before, if it has a number.
    pub(in super::super) year_before: Option<(Period, f64)>,
    /// The first period shown in the same season (for an index: the first shown).
    pub(in super::super) start: Option<(Period, f64)>,
    /// Whether it is a record, and since which year.
    record: Option<(Record, i32)>,
    /// The count as a share of the population, where counts are shown.
    pub(in super::super) share: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Record {
    Lowest,
    Highest,
}

impl Trend {
    /// `None` if no period shown has a number.
    pub(in super::super) fn of(context: &Context<'_>, place: &Place, content: Content) -> Option<Self> {
        let periods = &context.resolved.periods;
        let value = |period: Period| context.plain(content, place, period).whole().map(|value| (period, value));
        let Some(now) = periods.iter().rev().find_map(|&period| value(period)) else {
            return Self::of_what_there_is(context, place, content);
        };
        let comparable = |period: &Period| context.resolved.measure == Measure::Index || period.same_season(now.0);
        let start = periods.iter().copied().filter(comparable).find_map(value).filter(|start| start.0 < now.0);
        let share = (!context.in_per_cent(content))
            .then(|| context.numbers.share(content, &place.members, now.0).whole())
            .flatten()
            .filter(|_| matches!(content.unit(), Unit::FullYearEquivalents));
        Some(Self {
            content,
            place: place.clone(),
            now,
            lack: Default::default(),
            year_before: value(now.0.years_before(1)),
            start,
            record: record(context, place, content, now),
            share,
        })
    }

    /// Where no period has a whole number: the newest one with what is lacking
    /// in it, and nothing that it could be compared with.
    fn of_what_there_is(context: &Context<'_>, place: &Place, content: Content) -> Option<Self> {
        let value =
            |&period: &Period| Some((period, context.plain(content, place, period))).filter(|it| it.1.cell.is_ok());
        let (period, number) = context.resolved.periods.iter().rev().find_map(value)?;
        let point = context.marked(number, String::new(), place, period);
        Some(Self {
            content,
            place: place.clone(),
            now: (period, number.cell.ok()?),
            lack: (point.mark, point.note),
            year_before: None,
            start: None,
            record: None,
            share: None,
        })
    }

    /// How the number moved since an earlier period.
    pub(in super::super) fn since(&self, context: &Context<'_>, earlier: (Period, f64)) -> Movement {
        if context.in_per_cent(self.content) {
            Movement::of_share(self.now.1, earlier.1)
        } else {
            Movement::of_count(self.now.1, earlier.1, context.numbers.table.error_of(self.content))
        }
    }

    /// Title and lead.
    pub(in super::super) fn headline(&self, context: &Context<'_>) -> Headline {
        let subject = subject::of(context, self.content);
        Headline { title: self.title(context, &subject), lead: self.lead(context, &subject) }
    }

    fn title(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let language = context.language;
        let who = [&subject.capitalised(), in_word(language), &context.place_in_sentence(&self.place)].join(" ");
        let yearly = context.resolved.measure == Measure::Change;
        let earlier = match (self.record, self.start, self.year_before) {
            (_, _, Some(before)) if yearly => Some((before, true)),
            (Some((record, since)), ..) => {
                let adjective = match record {
                    Record::Lowest => Phrase { sv: "lägsta", en: "lowest" },
                    Record::Highest => Phrase { sv: "högsta", en: "highest" },
                };
                let superlative = subject.superlative(adjective, language);
                return [&who, subject.is(language), &superlative, &since_start_of_table(context, since)].join(" ");
            }
            (None, Some(start), _) => Some((start, false)),
            (None, None, before) => before.map(|before| (before, true)),
        };
        let Some((earlier, over_a_year)) = earlier else {
            return [&who, ": ", &self.amount(context)].concat();
        };
        let what = match self.since(context, earlier).verb(language) {
            Some(verb) => [subject.has(language), " ", &verb].concat(),
            None => [subject.is(language), " ", subject.unchanged(language)].concat(),
        };
        if over_a_year {
            return context.say("{0} {1} på ett år", "{0} {1} over a year", &[&who, &what]);
        }
        let start = text::period::name(earlier.0, language);
        context.say("{0} {1} sedan {2}", "{0} {1} since {2}", &[&who, &what, &start])
    }

    fn lead(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let mut sentences = self.where_it_stands(context, subject);
        let language = context.language;
        if let Some(before) = self.year_before {
            let (than, before) = (self.since(context, before).than(language), text::period::name(before.0, language));
            sentences.push_str(&context.say(" Det är {0} {1}.", " That is {0} {1}.", &[&than, &before]));
        }
        if let Some(start) = self.start.filter(|start| self.year_before.is_none_or(|before| before.0 != start.0)) {
            sentences.push_str(&self.since_the_start(context, start).unwrap_or_default());
        }
        let place = std::slice::from_ref(&self.place);
        sentences.push_str(&without_newer(context, self.content, place, self.now.0));
        sentences
    }

    /// "Andra halvåret 2025 (preliminärt) försörjdes 17 450 helårspersoner …"
    fn where_it_stands(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let language = context.language;
        let period = self.now.0;
        let mut when = match (period.resolution(), language) {
            (Resolution::HalfYear, Language::Swedish) => text::period::heading(period, language),
            _ => text::letters::capitalised(&text::period::during(period, language)),
        };
        if context.is_preliminary(period) {
            when.push_str(Phrase { sv: " (preliminärt)", en: " (preliminary)" }.get(language));
        }
        let in_per_cent = context.in_per_cent(self.content);
        let phrase = match (self.content, self.content.unit()) {
            (Content::Total, _) if !in_per_cent => Phrase {
                sv: "{0} försörjdes {2} med ersättningar och bidrag",
                en: "{0}, {2} were supported by benefits and allowances",
            },
            (_, Unit::FullYearEquivalents) if !in_per_cent => {
                Phrase { sv: "{0} motsvarade {1} {2}", en: "{0}, {1} corresponded to {2}" }
            }
            _ => Phrase { sv: "{0} var {1} {2}", en: "{0}, {1} was {2}" },
        };
        let mut sentence = phrase.fill(language, &[&when, &subject.name, &self.amount(context)]);
        if in_per_cent && self.content.ratio().is_none() {
            sentence.push_str(&context.say(" av {0}", " of {0}", &[&context.population()]));
        }
        if let Some(share) = self.share {
            let share = number::decimal(share, 1, language);
            let of = contents::share_of(&context.population(), language);
            sentence.push_str(&[", ", &share, "\u{a0}", &of].concat());
        }
        sentence.push('.');
        sentence
    }

    /// "Sedan andra halvåret 2014 har antalet minskat med 26 procent, cirka
    /// 6 000 färre helårspersoner."
    fn since_the_start(&self, context: &Context<'_>, start: (Period, f64)) -> Option<String> {
        let language = context.language;
        let movement = self.since(context, start);
        let verb = movement.verb(language)?;
        let start = text::period::name(start.0, language);
        let what = if context.in_per_cent(self.content) {
            Phrase { sv: "den", en: "it" }
        } else {
            Phrase { sv: "antalet", en: "the number" }
        };
        let rough = match movement.rough_count(language) {
            Some(rough) => [", ", &rough, " ", contents::counted(self.content, language)].concat(),
            None => String::new(),
        };
        Some(context.say(
            " Sedan {0} har {1} {2}{3}.",
            " Since {0} {1} has {2}{3}.",
            &[&start, what.get(language), &verb, &rough],
        ))
    }

    /// The newest number with its unit: "17 450 helårspersoner", "85,4 procent";
    /// of a number that is too low, what is certain: "minst 17 450".
    fn amount(&self, context: &Context<'_>) -> String {
        let amount = self.plain_amount(context);
        match &self.lack {
            (Mark::Whole, _) => amount,
            (Mark::Understated, _) => context.say("minst {0}", "at least {0}", &[&amount]),
            (Mark::Partial, note) => [&amount, " (", note, ")"].concat(),
        }
    }

    fn plain_amount(&self, context: &Context<'_>) -> String {
        let language = context.language;
        if context.in_per_cent(self.content) {
            return number::per_cent_in_words(self.now.1, 1, language);
        }
        let error = context.numbers.table.error_of(self.content);
        let count = number::whole(number::borne(self.now.1, error), language);
        match self.content.unit() {
            Unit::FullYearEquivalents => [&count, "\u{a0}", contents::counted(self.content, language)].concat(),
            Unit::Persons | Unit::PerCent => count,
        }
    }
}

pub(super) fn in_word(language: Language) -> &'static str {
    match language {
        Language::Swedish => "i",
        Language::English => "in",
    }
}

/// A record is against every period of the table up to now, not only those
/// shown, and by more than the numbers may be off. A value that is too low can
/// hide a higher one, not a lower; one that is missing or partial, either.
fn record(context: &Context<'_>, place: &Place, content: Content, now: (Period, f64)) -> Option<(Record, i32)> {
    let (mut may_be_lowest, mut may_be_highest) = (true, true);
    let mut earlier: Vec<(Period, f64)> = Vec::new();
    for &period in context.resolved.all_periods.iter().take_while(|period| **period < now.0) {
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
    let (error, decimals) =
        if context.in_per_cent(content) { (0.0, 1) } else { (context.numbers.table.error_of(content), 0) };
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

/// "sedan mätningarna startade 2014": SCB's monthly series begin where the
/// tables begin; a yearly table, or a share whose population is known later,
/// may be a part of a longer series.
fn since_start_of_table(context: &Context<'_>, year: i32) -> String {
    let table = context.numbers.table;
    let whole = table.resolution() == Resolution::Month && table.periods.first().is_some_and(|it| it.year() == year);
    let year = text::number::plain(year);
    if whole {
        context.say("sedan mätningarna startade {0}", "since measurements began in {0}", &[&year])
    } else {
        context.say("sedan {0}", "since {0}", &[&year])
    }
}
