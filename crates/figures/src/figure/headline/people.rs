//! A count told of people: "Fler försörjs av sjukpenning i Dalarna: 5 procent fler än
//! 2014", never as if it were what each of them gets; a population of those who live there:
//! "Falun har fler invånare än någon gång sedan 1968".

use super::super::context::Context;
use super::{movement, subject, tense};
use crate::text::doing::Doing;
use crate::text::{self, number};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Age, Content, Language, Period, Phrase, Sex};

/// What is told: who does what where, as of which period.
pub(super) struct People<'a> {
    context: &'a Context<'a>,
    /// What they do; `None` of those who live there.
    doing: Option<Doing>,
    /// "kvinnor", "invånare i åldern 20–64 år"; may be empty.
    whom: String,
    place: String,
    /// When, where that is over; else empty.
    over: String,
}

impl<'a> People<'a> {
    /// `None` of what is no count of people who do something.
    pub(super) fn of(context: &'a Context<'a>, content: Content, place: &Place, period: Period) -> Option<Self> {
        let is_counted = content.is_count() && movement::is_counted(context, content);
        let doing = Doing::of(content).filter(|_| is_counted);
        let whom = match doing {
            Some(_) => subject::whom(context),
            None if is_counted && content.is_population() => {
                text::person::inhabitants(context.resolved.what.sex, context.resolved.what.age, context.language)
            }
            None => return None,
        };
        let is_over = !tense::is_newest(context, period);
        let over = if is_over { [" ", &text::period::then(period, context.language)].concat() } else { String::new() };
        Some(Self { context, doing, whom, place: context.place_in_sentence(place), over })
    }

    /// "Falun har", "Falun hade 2019"; in English "Falun has".
    fn lives(&self) -> String {
        let (context, place) = (self.context, text::letters::capitalised(&self.place));
        let has = if self.over.is_empty() { ["har", "has"] } else { ["hade", "had"] };
        let over = if context.language == Language::Swedish { self.over.as_str() } else { "" };
        [&place, " ", context.say_word(has[0], has[1]), over].concat()
    }

    /// `{0}` how many, `{1}` the rest of the subject, `{2}` the verb, `{3}` what, `{4}` where, `{5}` when.
    /// Of those who live there `{0}` the place and its verb, `{1}` how many, `{2}` whom, `{3}` when.
    fn fill(&self, [does, lives]: [Phrase; 2], many: &str, rest: [&str; 2]) -> String {
        let (context, language) = (self.context, self.context.language);
        let Some(doing) = self.doing else {
            let many = text::letters::uncapitalised(many);
            let after = if language == Language::English { self.over.as_str() } else { "" };
            let parts = [&self.lives(), &many, &self.whom, after, rest[0], rest[1]];
            return lives.fill(language, &parts);
        };
        let is_over = !self.over.is_empty();
        let whom = match self.whom.as_str() {
            "" => context.say_word("", " people").to_owned(),
            whom => [" ", whom].concat(),
        };
        let verb = doing.verb(is_over, language);
        let parts = [many, &whom, verb, doing.what(language), &self.place, &self.over, rest[0], rest[1]];
        does.fill(language, &parts)
    }

    fn more(&self, more: bool) -> &'static str {
        if more { self.context.say_word("Fler", "More") } else { self.context.say_word("Färre", "Fewer") }
    }

    /// "Färre försörjs av samhällets stöd i Dalarna än någon gång sedan 2014"
    pub(super) fn record(&self, highest: bool, since: i32) -> String {
        let before = if self.over.is_empty() { "" } else { self.context.say_word("tidigare ", "earlier ") };
        self.fill(
            [
                Phrase {
                    sv: "{0}{1} {2} {3} i {4}{5} än någon gång {6}sedan {7}",
                    en: "{0}{1} in {4} {2} {3}{5} than at any {6}time since {7}",
                },
                Phrase {
                    sv: "{0} {1} {2} än någon gång {4}sedan {5}",
                    en: "{0} {1} {2}{3} than at any {4}time since {5}",
                },
            ],
            self.more(highest),
            [before, &number::plain(since)],
        )
    }

    /// "Fler försörjs av sjukpenning i Dalarna: 5 procent fler än andra halvåret 2014"
    pub(super) fn moved(&self, more: bool, by: &str) -> String {
        self.fill(
            [
                Phrase { sv: "{0}{1} {2} {3} i {4}{5}: {6}", en: "{0}{1} in {4} {2} {3}{5}: {6}" },
                Phrase { sv: "{0} {1} {2}: {4}", en: "{0} {1} {2}{3}: {4}" },
            ],
            self.more(more),
            [by, ""],
        )
    }

    /// When, after a comparison: "ett år tidigare", "andra halvåret 2014".
    pub(super) fn than(&self, then: Period, is_a_year: bool) -> String {
        let a_year = || self.context.say_word("ett år tidigare", "a year earlier").to_owned();
        if is_a_year { a_year() } else { text::period::than(then, self.context.language) }
    }

    /// "Andra halvåret 2025 försörjdes 4 710 helårspersoner av sjukpenning"
    pub(super) fn level(&self, when: &str, amount: &str) -> String {
        let Some(doing) = self.doing else {
            return self.context.say(
                "{0} hade {1} {2} {3}",
                "{0}, {1} had {2} {3}",
                &[when, &self.place, amount, &self.whom],
            );
        };
        doing.level(when, &[amount, &self.among()].concat(), self.context.language)
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
