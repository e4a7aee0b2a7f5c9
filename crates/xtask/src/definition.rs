//! What a topic file may say, `data/topics/*.toml`: each key with its type, so
//! that an unknown key or a missing language does not read. The page asks the
//! same keys of `statistics::Definition`. That the codes are those of contents is
//! for `statistics::Catalogue` to find out.
//!
//! Terms are PxWeb's and JSON-stat's. Words that most contents do without are
//! optional, each with what is said instead.

use faktabank_tables::statistics::{Article, Kind, Label};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A topic: a file of `data/topics`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicDefinition {
    /// Its name in links, and that of its file.
    pub(crate) code: String,
    /// Its place among the topics, from 1.
    pub(crate) order: u8,
    /// What it is called.
    pub(crate) title: Label,
    /// What it answers, in plain words.
    pub(crate) question: Label,
    /// PX's SUBJECT-AREA.
    pub(crate) subject_area: Label,
    /// A statistic of it as one cites it, for an example.
    pub(crate) citation: Label,
    /// Its tables, in the order in which they answer for an area.
    pub(crate) tables: Vec<String>,
    /// The contents that add up to a whole, from the bottom of a stack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) components: Vec<String>,
    /// What they add up to, where that is a contents of its own; without it
    /// they are the population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) whole: Option<String>,
    /// What is set against each other first: across, and up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pair: Option<[String; 2]>,
    /// What the places of areas are counted by.
    pub(crate) ranked_by: String,
    /// What stands beside figures of other topics, the first of them alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) beside: Vec<String>,
    /// What a fact sheet says of an area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) facts: Vec<String>,
    /// By what areas are told to be alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) alike: Vec<Criterion>,
    /// What its figures open on.
    pub(crate) opens: Opening,
    /// What its parts are called.
    #[serde(default, skip_serializing_if = "TopicWords::is_empty")]
    pub(crate) words: TopicWords,
    /// The units of its contents, by code.
    pub(crate) units: BTreeMap<String, Unit>,
    /// Words of the field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) terms: Vec<Term>,
    /// How its numbers are made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) method: Vec<Label>,
    /// What is to be known of its figures before they are compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) notes: Vec<Label>,
    /// Figures of it that are known in words alone, as somebody quoted them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) quotes: Vec<Quotes>,
    /// Its contents, in the order of menus.
    pub(crate) contents: Vec<ContentDefinition>,
}

/// Figures that are known in words alone: nothing is reckoned with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quotes {
    /// What they are.
    pub(crate) title: Label,
    /// What they are in: "kronor per invånare och år".
    pub(crate) unit: Label,
    /// Why there are no numbers, and what to bear in mind.
    pub(crate) note: Label,
    /// Where each was read.
    pub(crate) sources: Vec<QuoteSource>,
    /// What was said of whom.
    pub(crate) said: Vec<Quote>,
}

/// Where figures were quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuoteSource {
    /// The page, in words.
    pub(crate) name: Label,
    /// Its address.
    pub(crate) url: String,
}

/// What was said of an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quote {
    /// The code of the area.
    pub(crate) area: String,
    /// The head of its column: a year, or two.
    pub(crate) period: String,
    /// The words.
    pub(crate) words: Label,
}

/// Something that areas are told to be alike by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Criterion {
    /// The contents.
    pub(crate) contents: String,
    /// How much of it is as far apart as twice or half the size, in its unit, of a
    /// count in percentage points of its share; the size itself has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) apart: Option<u16>,
}

/// What the figures of a topic open on; the resolution is that of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    /// The contents.
    pub(crate) contents: String,
    /// How an area is drawn, by its code in links.
    pub(crate) figure: String,
    /// What is made of counts, by its code in links.
    pub(crate) measure: String,
}

/// What the parts of a topic are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TopicWords {
    /// Over a figure of its components: "Samhällets stöd per ersättning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by_component: Option<Label>,
    /// A component: "Ersättning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) component: Option<Label>,
    /// Over its groups: "Tre slags stöd".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) groups: Option<Label>,
    /// What a plan wants of it: "Minskat antal helårsekvivalenter".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) aim: Option<Label>,
}

impl TopicWords {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A word of the field and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    /// The word.
    pub(crate) word: Label,
    /// What it means.
    pub(crate) meaning: Label,
}

/// What the numbers of a contents are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
    /// JSON-stat's `base`, as our files have it: "antal personer".
    pub(crate) base: String,
    /// What is counted: "personer"; of a rate, of what: "procent av arbetskraften",
    /// "procent av {0}" of those of the sex and ages chosen.
    pub(crate) words: Label,
    /// Decimals that published values carry.
    pub(crate) decimals: u8,
    /// Whether sentences say the unit after a number, and the share of the
    /// population with it: the subject does not name what is counted.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) said: bool,
    /// What people do that it counts: "försörjs", "are".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) verb: Option<Label>,
    /// The same of what is over: "försörjdes", "were".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) verb_then: Option<Label>,
    /// A sentence of where its numbers stand: `{0}` when, `{1}` the subject,
    /// `{2}` the number; without it "{0} var {1} {2}".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<Label>,
}

/// What it means where a number grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Judgement {
    /// More is good.
    Better,
    /// More is bad.
    Worse,
    /// Neither, or it depends.
    #[default]
    Neither,
}

/// One contents (PxWeb's `ContentsCode`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContentDefinition {
    /// The code of snapshots and of `innehall=`.
    pub(crate) code: String,
    /// Its name, as a choice or a column.
    pub(crate) name: Label,
    /// The name as a label beside a line, where room is short; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) short_name: Option<Label>,
    /// Its Swedish label in snapshots, for clients other than ours; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    /// What kind of number it is.
    pub(crate) kind: Kind,
    /// Its unit, one of the topic's.
    pub(crate) unit: String,
    /// Of a rate: what is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) numerator: Option<String>,
    /// Of a rate: by what; of a count: by what its share is reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) denominator: Option<String>,
    /// Of what is divided: so many units of the numerator for each of the
    /// denominator; without it 100, as of a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) per: Option<u16>,
    /// Why a rate has neither: for whoever reads the file, and so nowhere but there.
    #[serde(default, skip_serializing)]
    pub(crate) not_computed: Option<String>,
    /// The contents that holds this count's share as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) share: Option<String>,
    /// The contents that it is the sum of, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) sum_of: Vec<String>,
    /// What else it counts, of contents that it is not summed from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) includes: Vec<String>,
    /// Whether no table holds it: it is always summed from these.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) derived: bool,
    /// Whether it counts everybody of a sex and age, which then name it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) population: bool,
    /// Whether the sum over several areas is theirs together; without it that
    /// is so of counts and amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) additive: Option<bool>,
    /// Whether the agency prints a number that it never got as 0.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) zero_may_be_unreported: bool,
    /// What it means where it grows.
    #[serde(default, skip_serializing_if = "is_neither")]
    pub(crate) more_is: Judgement,
    /// Its colour, one of the palette's, from 1; without it that of its place
    /// among those shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) colour: Option<u8>,
    /// What is counted, in a sentence or two.
    pub(crate) meaning: Label,
    /// Its forms in sentences; without them those of the count whose printed
    /// share it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<Words>,
}

/// The forms of a contents in sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// The definite form: "sysselsättningsgraden", "the employment rate"; without it
    /// how many do what is told of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) definite: Option<Label>,
    /// The Swedish article of a superlative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) article: Option<Article>,
    /// What people do that it counts, after the verb: "av sjukpenning", "on sickness benefit".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) people: Option<Label>,
    /// The verb before that, and the same of what is over; without them those of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) verb: Option<Label>,
    /// See `verb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) verb_then: Option<Label>,
    /// Whether the English verb is plural: "are", "have".
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) plural: bool,
    /// Its share as a subject; without it "andelen sysselsatta".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) share: Option<Label>,
    /// Its share as what places are counted by; without it its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) share_noun: Option<Label>,
    /// Its share of `{0}`, a population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) share_of: Option<Label>,
    /// What its components are parts of: "samhällets stöd".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) whole: Option<Label>,
    /// What a group is made of, where its parts do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) parts: Option<Label>,
    /// Over a column: "I arbete"; without it the short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) head: Option<Label>,
    /// The same in a sentence: "andel i arbete"; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) noun: Option<Label>,
    /// The same in the definite: "andelen i arbete"; without it `definite`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) noun_definite: Option<Label>,
    /// What a list is sorted by: "andel med stöd"; without it `noun`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sorted: Option<Label>,
    /// A sentence of where it stands, as [`Unit::level`]; without it that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<Label>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_neither(judgement: &Judgement) -> bool {
    *judgement == Judgement::Neither
}
