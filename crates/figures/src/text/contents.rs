//! Contents in words: as a label, and as the subject of a sentence. The words
//! are those of their definitions; what a definition leaves out is said here.
//!
//! A word joiner (U+2060) keeps "20–64" on one line, here and in sentences.

use super::doing::Doing;
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
pub(super) fn words(content: Content) -> Option<Definition> {
    let own = |content: Content| content.definition().object("words");
    own(content).or_else(|| own(content.share_of()?))
}

/// A form that the definition has.
pub(super) fn form(content: Content, key: &str) -> Option<Phrase> {
    words(content)?.phrase(key)
}

/// A contents as the subject of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The definite form: "sysselsättningsgraden", "antalet som försörjs av sjukpenning".
    pub definite: String,
    /// The Swedish article of a superlative: "den lägsta", "det lägsta", "de lägsta".
    pub article: Article,
    /// Whether the English verb is plural: "are", "have".
    pub plural: bool,
}

/// The subject that a sentence about this contents has.
pub fn subject(content: Content, language: Language) -> Subject {
    let words = words(content);
    let number = || Doing::of(content).map(|doing| doing.number("", language));
    let own = form(content, "definite").map(|words| words.get(language).to_owned());
    let is_number = own.is_none();
    Subject {
        definite: own.or_else(number).unwrap_or_else(|| name(content).get(language).to_owned()),
        article: match words.and_then(|words| words.text("article")) {
            Some(word) => Article::from_word(word),
            None if is_number => Article::Det,
            None => Article::Den,
        },
        plural: words.is_some_and(|words| words.says("plural")),
    }
}

/// Its share of a population as a subject: "andelen sysselsatta", "andelen kvinnor som
/// försörjs av sjukpenning"; `whom` it is of, where that is to be said.
pub fn share(content: Content, whom: &str, language: Language) -> String {
    let of = || Phrase { sv: "andelen {0}", en: "the share of {0}" }.fill(language, &[&in_sentence(content, language)]);
    match (form(content, "share"), Doing::of(content)) {
        (None, Some(doing)) => doing.share(whom, language),
        (share, _) => {
            let share = share.map_or_else(of, |share| share.get(language).to_owned());
            let among = Phrase { sv: "{0} bland {1}", en: "{0} among {1}" };
            if whom.is_empty() { share } else { among.fill(language, &[&share, whom]) }
        }
    }
}

/// Its share of a population that is named: "andel av befolkningen som …".
pub(crate) fn share_of_whom(content: Content, population: &str, language: Language) -> String {
    match (form(content, "share_of"), Doing::of(content)) {
        (Some(share), _) => share.fill(language, &[population]),
        (None, Some(doing)) => doing.share_of(population, language),
        (None, None) => {
            let of = Phrase { sv: "{0}, andel av {1}", en: "{0}, share of {1}" };
            of.fill(language, &[&in_sentence(content, language), population])
        }
    }
}

/// What places are counted by: "andel som försörjs av sjukpenning", "arbetslöshet".
pub fn share_noun(content: Content, language: Language) -> String {
    match (form(content, "share_noun"), Doing::of(content)) {
        (Some(noun), _) => noun.get(language).to_owned(),
        (None, Some(doing)) => doing.share_noun(language),
        (None, None) => in_sentence(content, language),
    }
}

/// What its parts are parts of: "samhällets stöd".
pub fn whole(content: Content, language: Language) -> String {
    form(content, "whole").map_or_else(|| subject(content, language).definite, |whole| whole.get(language).to_owned())
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
pub fn noun_definite(content: Content, language: Language) -> String {
    let noun = form(content, "noun_definite");
    noun.map_or_else(|| subject(content, language).definite, |noun| noun.get(language).to_owned())
}

/// What a list is sorted by: "andel med stöd".
pub(crate) fn sorted_by(content: Content, language: Language) -> String {
    let sorted = form(content, "sorted");
    let noun = || if Doing::of(content).is_some() { share_noun(content, language) } else { noun(content, language) };
    sorted.map_or_else(noun, |sorted| sorted.get(language).to_owned())
}

/// After its share as a number: "av befolkningen 20–64 år försörjdes av samhällets stöd".
pub fn had(content: Content, population: &str, language: Language) -> String {
    let had = |doing: Doing| doing.had(population, language);
    Doing::of(content).map_or_else(|| share(content, "", language), had)
}

/// A sentence of where it stands: `{0}` when, `{1}` the subject, `{2}` the number.
pub fn level(content: Content) -> Phrase {
    let of_unit = || content.unit().phrase("level");
    let level = form(content, "level").or_else(of_unit);
    level.unwrap_or(Phrase { sv: "{0} var {1} {2}", en: "{0}, {1} was {2}" })
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
