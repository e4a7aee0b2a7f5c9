//! A count told of people: "Fler försörjs av sjukpenning i Dalarna: 5 procent fler än
//! 2014", never as if it were what each of them gets.

use super::super::context::Context;
use super::{movement, subject, tense};
use crate::text::doing::Doing;
use crate::text::{self, number};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Age, Content, Period, Phrase, Sex};

/// What is told: who does what where, as of which period.
pub(super) struct People<'a> {
    context: &'a Context<'a>,
    doing: Doing,
    /// "kvinnor"; may be empty.
    whom: String,
    place: String,
    /// When, where that is over; else empty.
    over: String,
}

impl<'a> People<'a> {
    /// `None` of what is no count of people who do something.
    pub(super) fn of(context: &'a Context<'a>, content: Content, place: &Place, period: Period) -> Option<Self> {
        let doing = Doing::of(content).filter(|_| content.is_count() && movement::is_counted(context, content))?;
        let is_over = !tense::is_newest(context, period);
        let over = if is_over { [" ", &text::period::then(period, context.language)].concat() } else { String::new() };
        Some(Self { context, doing, whom: subject::whom(context), place: context.place_in_sentence(place), over })
    }

    /// `{0}` how many, `{1}` the rest of the subject, `{2}` the verb, `{3}` what, `{4}` where, `{5}` when.
    fn fill(&self, sv: &'static str, en: &'static str, many: &str, rest: [&str; 2]) -> String {
        let (context, language) = (self.context, self.context.language);
        let is_over = !self.over.is_empty();
        let whom = match self.whom.as_str() {
            "" => context.say_word("", " people").to_owned(),
            whom => [" ", whom].concat(),
        };
        let verb = self.doing.verb(is_over, language);
        let parts = [many, &whom, verb, self.doing.what(language), &self.place, &self.over, rest[0], rest[1]];
        Phrase { sv, en }.fill(language, &parts)
    }

    fn more(&self, more: bool) -> &'static str {
        if more { self.context.say_word("Fler", "More") } else { self.context.say_word("Färre", "Fewer") }
    }

    /// "Färre försörjs av samhällets stöd i Dalarna än någon gång sedan 2014"
    pub(super) fn record(&self, highest: bool, since: i32) -> String {
        let before = if self.over.is_empty() { "" } else { self.context.say_word("tidigare ", "earlier ") };
        self.fill(
            "{0}{1} {2} {3} i {4}{5} än någon gång {6}sedan {7}",
            "{0}{1} in {4} {2} {3}{5} than at any {6}time since {7}",
            self.more(highest),
            [before, &number::plain(since)],
        )
    }

    /// "Fler försörjs av sjukpenning i Dalarna: 5 procent fler än andra halvåret 2014"
    pub(super) fn moved(&self, more: bool, by: &str) -> String {
        self.fill("{0}{1} {2} {3} i {4}{5}: {6}", "{0}{1} in {4} {2} {3}{5}: {6}", self.more(more), [by, ""])
    }

    /// When, after a comparison: "ett år tidigare", "andra halvåret 2014".
    pub(super) fn than(&self, then: Period, is_a_year: bool) -> String {
        let a_year = || self.context.say_word("ett år tidigare", "a year earlier").to_owned();
        if is_a_year { a_year() } else { text::period::than(then, self.context.language) }
    }

    /// "Andra halvåret 2025 försörjdes 4 710 helårspersoner av sjukpenning"
    pub(super) fn level(&self, when: &str, amount: &str) -> String {
        self.doing.level(when, &[amount, &self.among()].concat(), self.context.language)
    }

    /// " bland kvinnor 20–65 år", " i åldern 20–65 år"; may be empty.
    fn among(&self) -> String {
        let (resolved, language) = (self.context.resolved, self.context.language);
        match (resolved.what.sex, resolved.age_said()) {
            (Sex::Both, Some(ages)) if ages != Age::EVERYBODY => {
                self.context.say(" i åldern {0}", " aged {0}", &[&text::person::age(ages, language)])
            }
            (sex, said) => text::person::among(sex, said, language),
        }
    }
}
