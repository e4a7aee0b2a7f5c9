//! One number over time: where it stands, its record, its change since a
//! year before and since the start.

use super::super::context::Context;
use super::super::{Headline, Mark};
use super::movement::{self, Movement};
use super::record::{self, Record};
use super::{standing, subject, tense, without_newer};
use crate::text::{self, contents, number};
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::{Content, Language, Period, Phrase, Resolution};

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

impl Trend {
    /// `None` if no period shown has a number.
    pub(in super::super) fn of(context: &Context<'_>, place: &Place, content: Content) -> Option<Self> {
        let periods = &context.resolved.time.periods;
        let value = |period: Period| context.plain(content, place, period).whole().map(|value| (period, value));
        let Some(now) = periods.iter().rev().find_map(|&period| value(period)) else {
            return Self::of_what_there_is(context, place, content);
        };
        let comparable = |period: &Period| context.resolved.what.measure == Measure::Index || period.same_season(now.0);
        let start = periods.iter().copied().filter(comparable).find_map(value).filter(|start| start.0 < now.0);
        let share = (!context.in_per_cent(content))
            .then(|| context.of(place).share(content, &place.members, now.0).whole())
            .flatten()
            .filter(|_| content.says_unit() && content.is_count());
        Some(Self {
            content,
            place: place.clone(),
            now,
            lack: Default::default(),
            year_before: value(now.0.years_before(1)),
            start,
            record: record::of(context, place, content, now),
            share,
        })
    }

    /// Where no period has a whole number: the newest one with what is lacking
    /// in it, and nothing that it could be compared with.
    fn of_what_there_is(context: &Context<'_>, place: &Place, content: Content) -> Option<Self> {
        let value =
            |&period: &Period| Some((period, context.plain(content, place, period))).filter(|it| it.1.cell.is_ok());
        let (period, number) = context.resolved.time.periods.iter().rev().find_map(value)?;
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
        movement::of(context, self.content, self.now.1, earlier.1)
    }

    /// Title and lead.
    pub(in super::super) fn headline(&self, context: &Context<'_>) -> Headline {
        let subject = subject::of(context, self.content);
        Headline {
            title: tense::said(context, self.now.0, self.title(context, &subject)),
            lead: self.lead(context, &subject),
        }
    }

    /// The earlier period that the title tells the change from, and whether it
    /// is told as a year's; `None` where the title is a record, or a number alone.
    fn told(&self, context: &Context<'_>) -> Option<((Period, f64), bool)> {
        let yearly = context.resolved.what.measure == Measure::Change;
        match (self.record, self.start, self.year_before) {
            (_, _, Some(before)) if yearly => Some((before, true)),
            (Some(_), ..) => None,
            (None, Some(start), _) => Some((start, false)),
            (None, None, before) => before.map(|before| (before, true)),
        }
    }

    fn title(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let language = context.language;
        let who = [&subject.capitalised(), in_word(language), &context.place_in_sentence(&self.place)].join(" ");
        let Some((earlier, over_a_year)) = self.told(context) else {
            let Some((record, since)) = self.record else { return [&who, ": ", &self.amount(context)].concat() };
            let superlative = subject.superlative(record.adjective(), language);
            let is = tense::is(context, subject, self.now.0);
            return [who, is, superlative, record::since(context, since)].join(" ");
        };
        let what = match self.since(context, earlier).verb(language) {
            Some(verb) => [&tense::has(context, subject, self.now.0), " ", &verb].concat(),
            None => [&tense::is(context, subject, self.now.0), " ", subject.unchanged(language)].concat(),
        };
        if over_a_year {
            return context.say("{0} {1} på ett år", "{0} {1} over a year", &[&who, &what]);
        }
        let start = text::period::name(earlier.0, language);
        context.say("{0} {1} sedan {2}", "{0} {1} since {2}", &[&who, &what, &start])
    }

    fn lead(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let mut sentences = self.where_it_stands(context, subject);
        let told = self.told(context).map(|(earlier, _)| earlier.0);
        // What the title has told in per cent is told in numbers.
        let (mut over_the_year, mut since_the_start) = (String::new(), String::new());
        let start = self.start.filter(|start| self.year_before.is_none_or(|before| before.0 != start.0));
        if let Some(before) = self.year_before {
            over_the_year = if told == Some(before.0) {
                self.in_numbers(context, before, subject)
            } else {
                self.than(context, before)
            };
        }
        if let Some(start) = start {
            since_the_start = if told == Some(start.0) {
                self.in_numbers(context, start, subject)
            } else {
                self.since_the_start(context, start, subject)
            };
        }
        let it_is = context.say_word(" Det är ", " That is ");
        match (over_the_year.strip_suffix('.'), since_the_start.strip_prefix(it_is), self.year_before, start) {
            // "Det är 9 procent färre än andra halvåret 2024 men 230 fler än …"
            (Some(year), Some(rest), Some(before), Some(start)) if year.starts_with(it_is) => {
                let same_way = self.since(context, before).rose() == self.since(context, start).rose();
                let link =
                    if same_way { Phrase { sv: " och ", en: " and " } } else { Phrase { sv: " men ", en: " but " } };
                sentences.push_str(&[year, link.get(context.language), rest].concat());
            }
            _ => sentences.push_str(&[over_the_year, since_the_start].concat()),
        }
        let place = std::slice::from_ref(&self.place);
        sentences.push_str(&without_newer(context, self.content, place, self.now.0));
        sentences
    }

    /// " Det är 5 procent färre än andra halvåret 2024."
    fn than(&self, context: &Context<'_>, earlier: (Period, f64)) -> String {
        let than = self.since(context, earlier).than(context.language);
        let then = text::period::then(earlier.0, context.language);
        context.say(" Det är {0} {1}.", " That is {0} {1}.", &[&than, &then])
    }

    /// "Andra halvåret 2025 (preliminärt) försörjdes 17 450 helårspersoner …"
    fn where_it_stands(&self, context: &Context<'_>, subject: &subject::Subject) -> String {
        let language = context.language;
        let period = self.now.0;
        let when = match period.resolution() {
            Resolution::Rolling12 => text::period::during(period, language),
            _ => text::period::then(period, language),
        };
        let mut when = text::letters::capitalised(&when);
        if context.is_preliminary(period) {
            when.push_str(Phrase { sv: " (preliminärt)", en: " (preliminary)" }.get(language));
        }
        let is_share = context.in_per_cent(self.content) && self.content.ratio().is_none();
        let phrase = if is_share {
            // The title has said what the share is of.
            Phrase { sv: "{0} var andelen {2}", en: "{0}, the share was {2}" }
        } else {
            contents::level(self.content)
        };
        let mut sentence = phrase.fill(language, &[&when, &subject.name, &self.amount(context)]);
        if is_share {
            sentence.push_str(&context.say(" av {0}", " of {0}", &[&context.population()]));
        }
        if let Some(share) = self.share {
            let share = number::decimal(share, 1, language);
            let of = contents::share_of(&context.population(), language);
            sentence.push_str(&[", ", &share, "\u{a0}", &of].concat());
        }
        sentence.push_str(&standing::rank(context, &self.place, self.content, period, subject));
        sentence.push_str(&standing::riket(context, &self.place, self.content, period, subject));
        sentence.push('.');
        sentence
    }

    /// What the per cent of the title are in numbers: " Det är cirka 1 500 färre
    /// helårspersoner än andra halvåret 2019." Of a share, what it was.
    fn in_numbers(&self, context: &Context<'_>, earlier: (Period, f64), subject: &subject::Subject) -> String {
        let language = context.language;
        let then = text::period::then(earlier.0, language);
        if !movement::is_counted(context, self.content) {
            // A title that tells both ends has told it.
            if self.since(context, earlier).is_from_to() {
                return String::new();
            }
            let was = movement::amount(context, self.content, earlier.1, true);
            let then = text::letters::capitalised(&then);
            return context.say(" {0} var {2} {1}.", " {0} it was {1}.", &[&then, &was, subject.pronoun()]);
        }
        let error = context.numbers.table.error_of(self.content);
        let Some(rough) = self.since(context, earlier).rough_count(error, language) else { return String::new() };
        let counted = contents::counted(self.content, language);
        context.say(" Det är {0} {1} än {2}.", " That is {0} {1} than {2}.", &[&rough, counted, &then])
    }

    /// " Sedan andra halvåret 2014 har antalet minskat med 26 procent, drygt
    /// 6 000 färre helårspersoner."
    fn since_the_start(&self, context: &Context<'_>, start: (Period, f64), subject: &subject::Subject) -> String {
        let language = context.language;
        let movement = self.since(context, start);
        let Some(verb) = movement.verb(language) else { return String::new() };
        let start = text::period::name(start.0, language);
        let counted = movement::is_counted(context, self.content);
        let what = if counted { "antalet" } else { subject.pronoun() };
        let number = if counted { "the number" } else { "it" };
        let rough = match movement.rough_count(context.numbers.table.error_of(self.content), language) {
            Some(rough) => [", ", &rough, " ", contents::counted(self.content, language)].concat(),
            None => String::new(),
        };
        context.say(" Sedan {0} har {1} {3}{4}.", " Since {0} {2} has {3}{4}.", &[&start, what, number, &verb, &rough])
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
        movement::amount(context, self.content, self.now.1, true)
    }
}

pub(super) fn in_word(language: Language) -> &'static str {
    match language {
        Language::Swedish => "i",
        Language::English => "in",
    }
}
