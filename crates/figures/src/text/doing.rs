//! What people do that a contents counts, in sentences: "försörjs av sjukpenning",
//! "deltar i arbetsmarknadsåtgärder"; a sum in helårspersoner is told of people, not of
//! what they get.

use super::contents::form;
use faktabank_tables::statistics::{Content, Language, Phrase};

/// A verb, now and then, and what stands after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing {
    now: Phrase,
    then: Phrase,
    what: Phrase,
}

impl Doing {
    /// What is done by those whom a contents counts, or whose share it is; `None` where
    /// its definition names nothing.
    pub(crate) fn of(content: Content) -> Option<Self> {
        let count = content.share_of().unwrap_or(content);
        let verb = |key| form(count, key).or_else(|| count.unit().phrase(key));
        Some(Self { now: verb("verb")?, then: verb("verb_then")?, what: form(count, "people")? })
    }

    /// "försörjs", "are"; of what is over "försörjdes", "were".
    pub(crate) const fn verb(&self, is_over: bool, language: Language) -> &'static str {
        if is_over { self.then.get(language) } else { self.now.get(language) }
    }

    /// "av sjukpenning", "on sickness benefit"
    pub(crate) const fn what(&self, language: Language) -> &'static str {
        self.what.get(language)
    }

    fn fill(&self, phrase: Phrase, whom: &str, language: Language) -> String {
        let space = if whom.is_empty() { "" } else { " " };
        phrase.fill(language, &[whom, space, self.now.get(language), self.what.get(language)])
    }

    /// "antalet kvinnor som försörjs av sjukpenning"
    pub(crate) fn number(&self, whom: &str, language: Language) -> String {
        let whom = if whom.is_empty() { Phrase { sv: "", en: "people" }.get(language) } else { whom };
        self.fill(Phrase { sv: "antalet {0}{1}som {2} {3}", en: "the number of {0}{1}{3}" }, whom, language)
    }

    /// "andelen kvinnor som försörjs av sjukpenning"
    pub(crate) fn share(&self, whom: &str, language: Language) -> String {
        let whom = if whom.is_empty() { Phrase { sv: "", en: "the population" }.get(language) } else { whom };
        self.fill(Phrase { sv: "andelen {0}{1}som {2} {3}", en: "the share of {0}{1}{3}" }, whom, language)
    }

    /// "andel av befolkningen som försörjs av sjukpenning"
    pub(crate) fn share_of(&self, population: &str, language: Language) -> String {
        self.fill(Phrase { sv: "andel av {0} som {2} {3}", en: "share of {0} {3}" }, population, language)
    }

    /// "andel som försörjs av sjukpenning"
    pub(crate) fn share_noun(&self, language: Language) -> String {
        self.fill(Phrase { sv: "andel som {2} {3}", en: "share {3}" }, "", language)
    }

    /// "av befolkningen försörjdes av sjukpenning"
    pub(crate) fn had(&self, population: &str, language: Language) -> String {
        let parts = [population, self.then.get(language), self.what.get(language)];
        Phrase { sv: "av {0} {1} {2}", en: "of {0} {1} {2}" }.fill(language, &parts)
    }

    /// "{when} försörjdes {amount} av sjukpenning", with where after it.
    pub(crate) fn level(&self, when: &str, amount: &str, language: Language) -> String {
        let parts = [when, amount, self.then.get(language), self.what.get(language)];
        Phrase { sv: "{0} {2} {1} {3}", en: "{0}, {1} {2} {3}" }.fill(language, &parts)
    }
}
