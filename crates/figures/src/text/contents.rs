//! Contents in words: as a label, and as the subject of a sentence. The words
//! are those of their definitions; what a definition leaves out is said here.
//!
//! A word joiner (U+2060) keeps "20–64" on one line, here and in sentences.

use super::letters::uncapitalised;
use super::list;
use faktabank_tables::statistics::{Article, Content, Definition, Language, Phrase, Topic};

/// The name of a contents, as a choice or a column.
pub fn name(content: Content) -> Phrase {
    content.definition().phrase("name").unwrap_or(Phrase { sv: content.code(), en: content.code() })
}

/// The name as a label beside a line, where room is short.
pub fn short_name(content: Content) -> Phrase {
    content.definition().phrase("short_name").unwrap_or_else(|| name(content))
}

/// The name in the middle of a sentence or a list: "sjukpenning".
pub(crate) fn in_sentence(content: Content, language: Language) -> String {
    uncapitalised(name(content).get(language))
}

/// The forms in sentences: its own, or those of the count that it is the share of.
fn words(content: Content) -> Option<Definition> {
    let own = |content: Content| content.definition().object("words");
    own(content).or_else(|| own(content.share_of()?))
}

/// A form that the definition has.
fn form(content: Content, key: &str) -> Option<Phrase> {
    words(content)?.phrase(key)
}

/// A contents as the subject of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The definite form: "sjukpenningen", "the sickness benefit".
    pub definite: Phrase,
    /// The Swedish article of a superlative: "den lägsta", "det lägsta", "de lägsta".
    pub article: Article,
    /// Whether the English verb is plural: "are", "have".
    pub plural: bool,
}

/// The subject that a sentence about this contents has.
pub fn subject(content: Content) -> Subject {
    let words = words(content);
    Subject {
        definite: form(content, "definite").unwrap_or_else(|| name(content)),
        article: words.and_then(|words| words.text("article")).map_or(Article::Den, Article::from_word),
        plural: words.is_some_and(|words| words.says("plural")),
    }
}

/// Its share of a population as a subject: "andelen sysselsatta".
pub fn share(content: Content, language: Language) -> String {
    match form(content, "share") {
        Some(share) => share.get(language).to_owned(),
        None => Phrase { sv: "andelen {0}", en: "the share of {0}" }.fill(language, &[&in_sentence(content, language)]),
    }
}

/// The same where a sentence says nothing more of what the share is of.
pub fn share_in_full(content: Content, language: Language) -> String {
    let full = form(content, "share_in_full");
    full.map_or_else(|| share(content, language), |full| full.get(language).to_owned())
}

/// Its share of a population that is named: "andel av befolkningen som …".
pub(crate) fn share_of_whom(content: Content, population: &str, language: Language) -> String {
    match form(content, "share_of") {
        Some(share) => share.fill(language, &[population]),
        None => {
            let of = Phrase { sv: "{0}, andel av {1}", en: "{0}, share of {1}" };
            of.fill(language, &[&in_sentence(content, language), population])
        }
    }
}

/// What places are counted by: "andel med samhällsstöd", "arbetslöshet".
pub fn share_noun(content: Content, language: Language) -> String {
    let noun = form(content, "share_noun");
    noun.map_or_else(|| in_sentence(content, language), |noun| noun.get(language).to_owned())
}

/// What its parts are parts of: "samhällets stöd".
pub fn whole(content: Content, language: Language) -> &'static str {
    form(content, "whole").unwrap_or(subject(content).definite).get(language)
}

/// What a group is made of, where its parts do not say it.
pub(crate) fn made_of(content: Content) -> Option<Phrase> {
    form(content, "parts")
}

/// Over a column of it, in a list with others: "I arbete".
pub fn head(content: Content) -> Phrase {
    form(content, "head").unwrap_or_else(|| short_name(content))
}

/// What stands under such a head, in a sentence: "andel i arbete".
pub fn noun(content: Content, language: Language) -> String {
    let noun = form(content, "noun");
    noun.map_or_else(|| in_sentence(content, language), |noun| noun.get(language).to_owned())
}

/// The same in the definite: "andelen i arbete".
pub fn noun_definite(content: Content, language: Language) -> &'static str {
    form(content, "noun_definite").unwrap_or(subject(content).definite).get(language)
}

/// What a list is sorted by: "andel med stöd".
pub(crate) fn sorted_by(content: Content, language: Language) -> String {
    let sorted = form(content, "sorted");
    sorted.map_or_else(|| noun(content, language), |sorted| sorted.get(language).to_owned())
}

/// What it is about, before a colon: "Samhällsstöd".
pub fn about(content: Content) -> Phrase {
    form(content, "topic").unwrap_or_else(|| name(content))
}

/// After its share as a number: "av befolkningen 20–64 år fick samhällsstöd".
pub fn had(content: Content, language: Language) -> String {
    let had = form(content, "had");
    had.map_or_else(|| share_in_full(content, language), |had| had.get(language).to_owned())
}

/// A sentence of where it stands: `{0}` when, `{1}` the subject, `{2}` the number.
pub fn level(content: Content) -> Phrase {
    let of_unit = || content.unit().phrase("level");
    let level = form(content, "level").or_else(of_unit);
    level.unwrap_or(Phrase { sv: "{0} var {1} {2}", en: "{0}, {1} was {2}" })
}

/// A sentence of how many in riket: `{0}` when, `{1}` how many, `{2}` the subject.
pub fn country(content: Content) -> Phrase {
    form(content, "country").unwrap_or(Phrase { sv: "{0} var {2} {1} i riket", en: "{0}, {2} was {1} in Sweden" })
}

/// The same of a year: `{0}` how many, `{1}` the year, `{2}` the subject.
pub fn country_year(content: Content) -> Phrase {
    form(content, "country_year")
        .unwrap_or(Phrase { sv: "I riket var {2} {0} år {1}", en: "In Sweden {2} was {0} in {1}" })
}

/// A sentence of two years: `{0}` where; `{2}` in `{1}` and `{4}` in `{3}`;
/// `{5}` the subject.
pub fn years(content: Content) -> Phrase {
    form(content, "years").unwrap_or(Phrase {
        sv: "I {0} var {5} i snitt {2} per månad {1} och {4} år {3}",
        en: "In {0}, {5} was on average {2} a month in {1} and {4} in {3}",
    })
}

/// What is counted: "helårspersoner", "personer"; for a rate, of what.
pub fn counted(content: Content, language: Language) -> &'static str {
    unit_words(content).get(language)
}

/// The same, of those of whom a rate is: "procent av befolkningen 20–64 år".
pub fn unit(content: Content, population: &str, language: Language) -> String {
    unit_words(content).fill(language, &[population])
}

fn unit_words(content: Content) -> Phrase {
    content.unit().phrase("words").unwrap_or_else(|| name(content))
}

/// What a share of a population is: "procent av befolkningen 20–64 år".
pub fn share_of(population: &str, language: Language) -> String {
    Phrase { sv: "procent av {0}", en: "per cent of {0}" }.fill(language, &[population])
}

/// Of the parts of a topic, those that may not be reported: "ekonomiskt bistånd".
pub fn unreported(topic: Topic, language: Language) -> String {
    let parts = topic.components().filter(|part| part.may_be_unreported());
    list::and(&parts.map(|part| in_sentence(part, language)).collect::<Vec<_>>(), language)
}
