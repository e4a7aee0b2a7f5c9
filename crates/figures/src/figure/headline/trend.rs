//! One number over time: where it stands, its record, its change since a
//! year before and since the start.

use super::super::context::Context;
use super::super::{Headline, Mark};
use super::movement::{self, Movement};
use super::people::People;
use super::record::{self, Record};
use super::{standing, subject, tense, why, without_newer};
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
        let people = People::of(context, self.content, &self.place, self.now.0);
        let title = self.title(context, &subject, people.as_ref());
        Headline { title, lead: self.lead(context, &subject, people.as_ref()) }
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

    fn title(&self, context: &Context<'_>, subject: &subject::Subject, people: Option<&People<'_>>) -> String {
        let language = context.language;
        let who = [&subject.capitalised(), in_word(language), &context.place_in_sentence(&self.place)].join(" ");
        let told = self.told(context);
        // What has hardly changed is told of the number, not of people.
        let is_flat = told.is_some_and(|it| self.since(context, it.0) == Movement::Flat);
        if let Some(people) = people.filter(|_| !is_flat && (told.is_some() || self.record.is_some())) {
            return self.title_of_people(context, people);
        }
        let is = || tense::is(context, subject, self.now.0);
        let what = match (told, self.record) {
            (Some((earlier, over_a_year)), _) => {
                let what = match self.since(context, earlier).verb(language) {
                    Some(verb) => [tense::has(context, subject, self.now.0), verb].join(" "),
                    None => [&is(), " ", subject.unchanged(language)].concat(),
                };
                let since = if over_a_year {
                    context.say_word("på ett år", "over a year").to_owned()
                } else {
                    text::period::since_until(earlier.0, self.now.0, language)
                };
                [what, since].join(" ")
            }
            (None, Some((record, since))) => {
                [is(), subject.superlative(record.adjective(), language), record::since(context, since)].join(" ")
            }
            (None, None) => return [&who, ": ", &self.amount(context)].concat(),
        };
        tense::said(context, self.now.0, [who, what].join(" "))
    }

    fn title_of_people(&self, context: &Context<'_>, people: &People<'_>) -> String {
        let Some((earlier, over_a_year)) = self.told(context) else {
            let record = self.record.map(|(record, since)| people.record(record == Record::Highest, since));
            return record.unwrap_or_default();
        };
        let movement = self.since(context, earlier);
        let more = movement.rose() == Some(true);
        let by = [movement.than(context.language), people.than(earlier.0, over_a_year)].join(" ");
        people.moved(more, &by)
    }

    fn lead(&self, context: &Context<'_>, subject: &subject::Subject, people: Option<&People<'_>>) -> String {
        let mut sentences = self.where_it_stands(context, subject, people);
        let told = self.told(context).map(|(earlier, _)| earlier.0);
        let start = self.start.filter(|start| self.year_before.is_none_or(|before| before.0 != start.0));
        // What the title has told in per cent is told in numbers, and no sentence has both.
        if let Some(before) = self.year_before {
            let movement = self.since(context, before);
            let is_told = told == Some(before.0);
            let than = match self.rough(context, movement).filter(|_| is_told) {
                Some(rough) => context.say("{0} än", "{0} than", &[&rough]),
                None if is_told => String::new(),
                None => self.than(context, movement),
            };
            sentences.push_str(&if than.is_empty() {
                self.what_it_was(context, before, subject)
            } else {
                context.say(" Det är {0} ett år tidigare.", " That is {0} a year earlier.", &[&than])
            });
        }
        if let Some(start) = start {
            let is_told = told == Some(start.0);
            let rough = self.rough(context, self.since(context, start)).filter(|_| is_told);
            sentences.push_str(&match rough {
                Some(rough) => context.say(
                    " Jämfört med {0} är det {1}.",
                    " Compared with {0} that is {1}.",
                    &[&text::period::name(start.0, context.language), &rough],
                ),
                None if is_told => self.what_it_was(context, start, subject),
                None => self.since_the_start(context, start, subject),
            });
        }
        if let Some((then, _)) = self.year_before {
            sentences.push_str(&why::of(context, self.content, &self.place, [then, self.now.0]));
        }
        sentences.push_str(&standing::riket(context, &self.place, self.content, self.now.0, subject));
        let place = std::slice::from_ref(&self.place);
        sentences.push_str(&without_newer(context, self.content, place, self.now.0));
        sentences
    }

    /// "5 procent färre än", of as many "ungefär lika många som".
    fn than(&self, context: &Context<'_>, movement: Movement) -> String {
        if movement == Movement::Flat && movement::is_counted(context, self.content) {
            return context.say_word("ungefär lika många som", "about as many as").to_owned();
        }
        movement.than(context.language)
    }

    /// How many more or fewer of a count: "cirka 1 500 färre".
    fn rough(&self, context: &Context<'_>, movement: Movement) -> Option<String> {
        movement.rough_count(context.numbers.table.error_of(self.content), context.language)
    }

    /// "Andra halvåret 2025 (preliminärt) försörjdes 17 450 helårspersoner …"
    fn where_it_stands(
        &self,
        context: &Context<'_>,
        subject: &subject::Subject,
        people: Option<&People<'_>>,
    ) -> String {
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
        let mut sentence = match people {
            Some(people) => people.level(&when, &self.amount(context)),
            None => phrase.fill(language, &[&when, &subject.name, &self.amount(context)]),
        };
        if is_share {
            sentence.push_str(&context.say(" av {0}", " of {0}", &[&context.population()]));
        }
        if let Some(share) = self.share {
            let share = number::decimal(share, 1, language);
            let of = contents::share_of(&context.population(), language);
            sentence.push_str(&[", ", &share, "\u{a0}", &of].concat());
        }
        sentence.push_str(&standing::rank(context, &self.place, self.content, period, subject));
        sentence.push('.');
        sentence
    }

    /// What it was: " I april 2020 var den 4,3 procent."; nothing of a count, whose title
    /// has told that, nor where a title tells both ends.
    fn what_it_was(&self, context: &Context<'_>, earlier: (Period, f64), subject: &subject::Subject) -> String {
        if movement::is_counted(context, self.content) || self.since(context, earlier).is_from_to() {
            return String::new();
        }
        let was = movement::amount(context, self.content, earlier.1, true);
        let then = text::letters::capitalised(&text::period::then(earlier.0, context.language));
        context.say(" {0} var {2} {1}.", " {0} it was {1}.", &[&then, &was, subject.pronoun()])
    }

    /// " Sedan andra halvåret 2014 har antalet minskat med 26 procent, eller drygt 6 000
    /// helårspersoner."
    fn since_the_start(&self, context: &Context<'_>, start: (Period, f64), subject: &subject::Subject) -> String {
        let language = context.language;
        let movement = self.since(context, start);
        let Some(verb) = movement.verb(language) else { return String::new() };
        let since = text::letters::capitalised(&text::period::since(start.0, language));
        let counted = movement::is_counted(context, self.content);
        let what = if counted { "antalet" } else { subject.pronoun() };
        let number = if counted { "the number" } else { "it" };
        let rough = match movement {
            Movement::PerCent { difference, .. } => {
                let error = context.numbers.table.error_of(self.content);
                let about = number::about(difference, error, language);
                let counted = contents::counted(self.content, language);
                context.say(", eller {0} {1}", ", or {0} {1}", &[&about, counted])
            }
            _ => String::new(),
        };
        let has = if tense::is_newest(context, self.now.0) { ["har", "has"] } else { ["hade", "had"] };
        let has = context.say_word(has[0], has[1]);
        context.say(" {0} {5} {1} {3}{4}.", " {0} {2} {5} {3}{4}.", &[&since, what, number, &verb, &rough, has])
    }

    /// The newest number with its unit: "17 450 helårspersoner", "85,4 procent";
    /// of a number that is too low, what is certain: "minst 17 450".
    fn amount(&self, context: &Context<'_>) -> String {
        let amount = movement::amount(context, self.content, self.now.1, true);
        match &self.lack {
            (Mark::Whole, _) => amount,
            (Mark::Understated, _) => context.say("minst {0}", "at least {0}", &[&amount]),
            (Mark::Partial, note) => [&amount, " (", note, ")"].concat(),
        }
    }
}

pub(super) fn in_word(language: Language) -> &'static str {
    match language {
        Language::Swedish => "i",
        Language::English => "in",
    }
}
