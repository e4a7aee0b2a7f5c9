//! One number over time: where it stands, its record, its change since a
//! year before and since the start.

use super::super::Headline;
use super::super::context::Context;
use super::movement::Movement;
use super::subject;
use crate::query::{Measure, Place};
use crate::statistics::{Content, Language, Period, Resolution, Unit};
use crate::text::{self, contents, number};

/// What can be said of one place and contents.
#[derive(Clone, Debug)]
pub(in super::super) struct Trend {
    content: Content,
    place: Place,
    /// The newest period shown that has a number, and the number.
    pub(in super::super) now: (Period, f64),
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
        let value = |period: Period| context.plain(content, place, period).ok().map(|value| (period, value));
        let now = periods.iter().rev().find_map(|&period| value(period))?;
        let comparable = |period: &Period| context.resolved.measure == Measure::Index || period.same_season(now.0);
        let start = periods.iter().copied().filter(comparable).find_map(value).filter(|start| start.0 < now.0);
        let share = (!context.in_per_cent(content))
            .then(|| context.numbers.share(content, &place.members, now.0).ok())
            .flatten()
            .filter(|_| matches!(content.unit(), Unit::FullYearEquivalents));
        Some(Self {
            content,
            place: place.clone(),
            now,
            year_before: value(now.0.years_before(1)),
            start,
            record: record(context, place, content, now),
            share,
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
        let language = context.language;
        let subject = subject::of(context, self.content);
        let who = format!("{} {} {}", subject.capitalised(), in_word(language), context.place_in_sentence(&self.place));
        let since_start = self.start.map(|start| (start.0, self.since(context, start)));
        let yearly = context.resolved.measure == Measure::Change;
        let title = match (self.record, since_start, self.year_before) {
            (_, _, Some(before)) if yearly => self.title_of_year(context, &subject, &who, before),
            (Some((record, since)), ..) => {
                let superlative = match record {
                    Record::Lowest => subject.superlative("lägsta", "lowest", language),
                    Record::Highest => subject.superlative("högsta", "highest", language),
                };
                format!("{who} {} {superlative} {}", subject.is(language), since_start_of_table(context, since))
            }
            (None, Some((start, movement)), _) => {
                let start = text::period::name(start, language);
                let since = match language {
                    Language::Swedish => "sedan",
                    Language::English => "since",
                };
                match movement.verb(language) {
                    Some(verb) => format!("{who} {} {verb} {since} {start}", subject.has(language)),
                    None => format!("{who} {} {} {since} {start}", subject.is(language), subject.unchanged(language)),
                }
            }
            (None, None, Some(before)) => self.title_of_year(context, &subject, &who, before),
            (None, None, None) => format!("{who}: {}", self.amount(context)),
        };
        Headline { title, lead: self.lead(context, &subject) }
    }

    fn title_of_year(
        &self,
        context: &Context<'_>,
        subject: &subject::Subject,
        who: &str,
        before: (Period, f64),
    ) -> String {
        let language = context.language;
        let what = match self.since(context, before).verb(language) {
            Some(verb) => format!("{} {verb}", subject.has(language)),
            None => format!("{} {}", subject.is(language), subject.unchanged(language)),
        };
        match language {
            Language::Swedish => format!("{who} {what} på ett år"),
            Language::English => format!("{who} {what} over a year"),
        }
    }

    fn lead(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let mut sentences = vec![self.where_it_stands(context, subject)];
        let language = context.language;
        if let Some(before) = self.year_before {
            let (than, before) = (self.since(context, before).than(language), text::period::name(before.0, language));
            sentences.push(match language {
                Language::Swedish => format!("Det är {than} {before}."),
                Language::English => format!("That is {than} {before}."),
            });
        }
        if let Some(start) = self.start.filter(|start| self.year_before.is_none_or(|before| before.0 != start.0)) {
            sentences.extend(self.since_the_start(context, start));
        }
        sentences.join(" ")
    }

    /// "Andra halvåret 2025 (preliminärt) försörjdes 17 450 helårspersoner …"
    fn where_it_stands(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let language = context.language;
        let period = self.now.0;
        let mut when = match (period.resolution(), language) {
            (Resolution::HalfYear, Language::Swedish) => text::period::heading(period, language),
            _ => text::period::capitalised(&text::period::during(period, language)),
        };
        if context.is_preliminary(period) {
            when.push_str(match language {
                Language::Swedish => " (preliminärt)",
                Language::English => " (preliminary)",
            });
        }
        let amount = self.amount(context);
        let subject = &subject.name;
        let unit = self.content.unit();
        let mut sentence = match (self.content, language) {
            (Content::Total, Language::Swedish) if !context.in_per_cent(self.content) => {
                format!("{when} försörjdes {amount} med ersättningar och bidrag")
            }
            (Content::Total, Language::English) if !context.in_per_cent(self.content) => {
                format!("{when}, {amount} were supported by benefits and allowances")
            }
            (_, Language::Swedish) if unit == Unit::FullYearEquivalents && !context.in_per_cent(self.content) => {
                format!("{when} motsvarade {subject} {amount}")
            }
            (_, Language::English) if unit == Unit::FullYearEquivalents && !context.in_per_cent(self.content) => {
                format!("{when}, {subject} corresponded to {amount}")
            }
            (_, Language::Swedish) => format!("{when} var {subject} {amount}"),
            (_, Language::English) => format!("{when}, {subject} was {amount}"),
        };
        if context.in_per_cent(self.content) && self.content.ratio().is_none() {
            sentence.push_str(match language {
                Language::Swedish => " av befolkningen 20–64 år",
                Language::English => " of the population aged 20–64",
            });
        }
        if let Some(share) = self.share {
            let share = number::decimal(share, 1, language);
            sentence.push_str(&format!(", {share}\u{a0}{}", contents::SHARE_OF_POPULATION.get(language)));
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
        let what = match (context.in_per_cent(self.content), language) {
            (true, Language::Swedish) => "den",
            (false, Language::Swedish) => "antalet",
            (true, Language::English) => "it",
            (false, Language::English) => "the number",
        };
        let rough = movement
            .rough_count(language)
            .map(|rough| format!(", {rough} {}", contents::counted(self.content, language)))
            .unwrap_or_default();
        Some(match language {
            Language::Swedish => format!("Sedan {start} har {what} {verb}{rough}."),
            Language::English => format!("Since {start} {what} has {verb}{rough}."),
        })
    }

    /// The newest number with its unit: "17 450 helårspersoner", "85,4 procent".
    fn amount(&self, context: &Context<'_>) -> String {
        let language = context.language;
        if context.in_per_cent(self.content) {
            return number::per_cent_in_words(self.now.1, 1, language);
        }
        let error = context.numbers.table.error_of(self.content);
        let count = number::whole(number::borne(self.now.1, error), language);
        match self.content.unit() {
            Unit::FullYearEquivalents => format!("{count}\u{a0}{}", contents::counted(self.content, language)),
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
/// shown, and by more than the numbers may be off.
fn record(context: &Context<'_>, place: &Place, content: Content, now: (Period, f64)) -> Option<(Record, i32)> {
    let earlier: Vec<(Period, f64)> = context
        .resolved
        .all_periods
        .iter()
        .take_while(|period| **period < now.0)
        .filter_map(|&period| Some((period, context.plain(content, place, period).ok()?)))
        .collect();
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
    if value < number::round(lowest, decimals) - error {
        Some((Record::Lowest, since))
    } else if value > number::round(highest, decimals) + error {
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
    match (context.language, whole) {
        (Language::Swedish, true) => format!("sedan mätningarna startade {year}"),
        (Language::English, true) => format!("since measurements began in {year}"),
        (Language::Swedish, false) => format!("sedan {year}"),
        (Language::English, false) => format!("since {year}"),
    }
}
