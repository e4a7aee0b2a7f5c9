//! What is said of a topic and its contents: the form of `data/topics/*.toml`
//! and of `topics.json`. Plain words and codes; that the codes are those of
//! contents is for [`Catalogue`](super::Catalogue) to find out.
//!
//! Terms are PxWeb's and JSON-stat's. Words that most contents do without are
//! optional, each with what is said instead. All of them stay as long as the
//! program runs.

use super::{Phrase, TableId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The code of a contents, as links and files write it: of one that may exist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentCode(pub String);

/// A topic: a file of `data/topics`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicDefinition {
    /// Its name in links, and that of its file.
    pub code: Text,
    /// Its place among the topics, from 1.
    pub order: u8,
    /// What it is called.
    pub title: Phrase,
    /// What it answers, in plain words.
    pub question: Phrase,
    /// PX's SUBJECT-AREA.
    pub subject_area: Phrase,
    /// A statistic of it as one cites it, for an example.
    pub citation: Phrase,
    /// Its tables, in the order in which they answer for an area.
    pub tables: Vec<TableId>,
    /// The contents that add up to a whole, from the bottom of a stack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Text>,
    /// What they add up to, where that is a contents of its own; without it
    /// they are the population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Text>,
    /// What is set against each other first: across, and up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<[Text; 2]>,
    /// What the places of areas are counted by.
    pub ranked_by: Text,
    /// What stands beside figures of other topics, the first of them alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Text>,
    /// What a fact sheet says of an area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Text>,
    /// What its figures open on.
    pub opens: Opening,
    /// What its parts are called.
    #[serde(default, skip_serializing_if = "TopicWords::is_empty")]
    pub words: TopicWords,
    /// The units of its contents, by code.
    pub units: BTreeMap<Text, Unit>,
    /// Words of the field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// How its numbers are made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub method: Vec<Phrase>,
    /// What is to be known of its figures before they are compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Phrase>,
    /// Its contents, in the order of menus.
    pub contents: Vec<ContentDefinition>,
}

/// What the figures of a topic open on; the resolution is that of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The contents.
    pub contents: Text,
    /// How an area is drawn, by its code in links.
    pub figure: Text,
    /// What is made of counts, by its code in links.
    pub measure: Text,
}

/// What the parts of a topic are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TopicWords {
    /// Over a figure of its components: "Samhällets stöd per ersättning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_component: Option<Phrase>,
    /// A component: "Ersättning".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<Phrase>,
    /// Over its groups: "Tre slags stöd".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Phrase>,
    /// What a plan wants of it: "Minskat antal helårsekvivalenter".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<Phrase>,
}

impl TopicWords {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A word of the field and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub word: Phrase,
    /// What it means.
    pub meaning: Phrase,
}

/// What the numbers of a contents are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// JSON-stat's `base`, as our files have it: "antal personer".
    pub base: Text,
    /// What is counted: "personer"; of a rate, of what: "procent av arbetskraften",
    /// "procent av {0}" of those of the sex and ages chosen.
    pub words: Phrase,
    /// Decimals that published values carry.
    pub decimals: u8,
    /// Whether sentences say the unit after a number, and the share of the
    /// population with it: the subject does not name what is counted.
    #[serde(default, skip_serializing_if = "is_false")]
    pub said: bool,
    /// A sentence of where its numbers stand: `{0}` when, `{1}` the subject,
    /// `{2}` the number; without it "{0} var {1} {2}".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Phrase>,
}

/// What kind of number a contents is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of persons or things.
    Count,
    /// Per cent of something; computed anew after every aggregation where
    /// numerator and denominator are known, else as published.
    Rate,
    /// Money.
    Amount,
    /// Days, or another quantity, for each person.
    Days,
    /// An index or a ratio.
    Index,
}

/// What it means where a number grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
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
pub struct ContentDefinition {
    /// The code of snapshots and of `innehall=`.
    pub code: Text,
    /// Its name, as a choice or a column.
    pub name: Phrase,
    /// The name as a label beside a line, where room is short; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Phrase>,
    /// Its Swedish label in snapshots, for clients other than ours; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// What kind of number it is.
    pub kind: Kind,
    /// Its unit, one of the topic's.
    pub unit: Text,
    /// Of a rate: what is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Text>,
    /// Of a rate: by what; of a count: by what its share is reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Text>,
    /// Of what is divided: so many units of the numerator for each of the
    /// denominator; without it 100, as of a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<u16>,
    /// The contents that holds this count's share as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Text>,
    /// The contents that it is the sum of, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum_of: Vec<Text>,
    /// Whether no table holds it: it is always summed from these.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether it counts everybody of a sex and age, which then name it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub population: bool,
    /// Whether the sum over several areas is theirs together; without it that
    /// is so of counts and amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additive: Option<bool>,
    /// Whether the agency prints a number that it never got as 0.
    #[serde(default, skip_serializing_if = "is_false")]
    pub zero_may_be_unreported: bool,
    /// What it means where it grows.
    #[serde(default, skip_serializing_if = "is_neither")]
    pub more_is: Judgement,
    /// Its colour, one of the palette's, from 1; without it that of its place
    /// among those shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<u8>,
    /// What is counted, in a sentence or two.
    pub meaning: Phrase,
    /// Its forms in sentences; without them those of the count whose printed
    /// share it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
}

/// The Swedish article of a superlative: "den lägsta", "det lägsta", "de lägsta".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Article {
    /// Of words such as "sjukpenningen".
    #[default]
    Den,
    /// Of words such as "antalet".
    Det,
    /// Of several.
    De,
}

impl Article {
    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Den => "den",
            Self::Det => "det",
            Self::De => "de",
        }
    }
}

/// The forms of a contents in sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The definite form: "sjukpenningen", "the employment rate".
    pub definite: Phrase,
    /// The Swedish article of a superlative.
    pub article: Article,
    /// Whether the English verb is plural: "are", "have".
    #[serde(default, skip_serializing_if = "is_false")]
    pub plural: bool,
    /// Its share as a subject; without it "andelen sysselsatta".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Phrase>,
    /// Its share as what places are counted by; without it its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_noun: Option<Phrase>,
    /// Its share of `{0}`, a population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_of: Option<Phrase>,
    /// Its share as a subject that says of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_in_full: Option<Phrase>,
    /// What its components are parts of: "samhällets stöd".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Phrase>,
    /// What a group is made of, where its parts do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Phrase>,
    /// Over a column: "I arbete"; without it the short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Phrase>,
    /// The same in a sentence: "andel i arbete"; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<Phrase>,
    /// The same in the definite: "andelen i arbete"; without it `definite`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun_definite: Option<Phrase>,
    /// What a list is sorted by: "andel med stöd"; without it `noun`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sorted: Option<Phrase>,
    /// What it is about, before a colon: "Samhällsstöd"; without it the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Phrase>,
    /// After a share as a number: "av befolkningen fick samhällsstöd".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub had: Option<Phrase>,
    /// A sentence of where it stands, as [`Unit::level`]; without it that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Phrase>,
    /// A sentence of how many in riket: `{0}` when, `{1}` how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Phrase>,
    /// The same of a year: `{0}` how many, `{1}` the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_year: Option<Phrase>,
    /// A sentence of two years: `{0}` where; `{2}` in `{1}` and `{4}` in `{3}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<Phrase>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_neither(judgement: &Judgement) -> bool {
    *judgement == Judgement::Neither
}
