//! Definitions of topics to a catalogue: each code that one contents names
//! another by is looked up once, so that relations are there for the asking.

use super::{Content, ContentDefinition, TableId, Text, Topic, TopicDefinition, Unit};
use std::fmt;

/// Every topic with its contents. There is one for a page or a run of a tool;
/// it is never given back, so that a [`Content`] is as light as a number.
#[derive(PartialEq)]
pub struct Catalogue {
    topics: Vec<TopicDefinition>,
    of_topics: Vec<TopicLinks>,
    contents: Vec<Links>,
}

/// What a topic names, as places among all contents.
#[derive(PartialEq)]
pub(super) struct TopicLinks {
    pub(super) lead: usize,
    pub(super) ranked_by: usize,
    pub(super) components: Vec<usize>,
    pub(super) whole: Option<usize>,
    pub(super) pair: Option<(usize, usize)>,
    pub(super) beside: Vec<usize>,
    pub(super) facts: Vec<usize>,
    pub(super) groups: Vec<usize>,
}

/// Where a contents is defined, and what it names, as places among all contents.
#[derive(PartialEq)]
pub(super) struct Links {
    pub(super) topic: usize,
    at: usize,
    pub(super) numerator: Option<usize>,
    pub(super) denominator: Option<usize>,
    pub(super) share: Option<usize>,
    pub(super) share_of: Option<usize>,
    pub(super) parts: Vec<usize>,
    pub(super) group: Option<usize>,
}

/// Definitions do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// There is no topic at all.
    #[error("there is no topic")]
    Empty,
    /// A contents is defined twice.
    #[error("contents {0:?} is defined twice")]
    Twice(String),
    /// A contents that is named is defined nowhere.
    #[error("{of}: unknown contents {code:?}")]
    UnknownContents {
        /// The topic or contents that names it.
        of: String,
        /// What it is called there.
        code: String,
    },
    /// A unit that is named is not one of the topic's.
    #[error("{of}: unknown unit {code:?}")]
    UnknownUnit {
        /// The contents that names it.
        of: String,
        /// What it is called there.
        code: String,
    },
}

impl Catalogue {
    /// A catalogue of these topics, for as long as the program runs.
    ///
    /// # Errors
    /// [`CatalogueError`] if a code is named that is not defined, or defined twice.
    pub fn of(mut topics: Vec<TopicDefinition>) -> Result<&'static Self, CatalogueError> {
        topics.sort_by_key(|topic| topic.order);
        let contents = links(&topics)?;
        let mut of_topics = Vec::new();
        for (at, topic) in topics.iter().enumerate() {
            let groups = (0..contents.len()).filter(|&place| contents[place].topic == at);
            let groups = groups.filter(|&place| topic.contents[contents[place].at].derived).collect();
            of_topics.push(topic_links(topic, &topics, groups)?);
        }
        if topics.is_empty() {
            return Err(CatalogueError::Empty);
        }
        Ok(Box::leak(Box::new(Self { topics, of_topics, contents })))
    }

    /// Every topic, in order.
    pub fn topics(&'static self) -> impl Iterator<Item = Topic> {
        (0..self.topics.len()).map(move |place| Topic::at(self, place))
    }

    /// What is said of each topic, in order.
    pub fn definitions(&self) -> &[TopicDefinition] {
        &self.topics
    }

    /// Every contents, by topic, in the order of menus.
    pub fn contents(&'static self) -> impl Iterator<Item = Content> {
        (0..self.contents.len()).map(move |place| Content::at(self, place))
    }

    /// The contents of a code; `None` for an unknown one.
    pub fn content(&'static self, code: &str) -> Option<Content> {
        self.contents().find(|content| content.code() == code)
    }

    /// What the first topic that has one speaks of as a whole: its share of an
    /// area stands beside figures of topics that have none.
    pub fn first_whole(&'static self) -> Option<Content> {
        self.topics().find_map(Topic::whole)
    }

    /// The topic of a table: the one that lists it, else that of its first contents.
    pub fn topic_of(&'static self, table: &TableId, contents: &[Content]) -> Topic {
        let listed = self.topics().find(|topic| topic.definition().tables.contains(table));
        listed.unwrap_or_else(|| contents.first().map_or_else(|| Topic::at(self, 0), |content| content.topic()))
    }

    pub(super) fn links(&self, place: usize) -> &Links {
        &self.contents[place]
    }

    pub(super) fn topic_links(&self, place: usize) -> &TopicLinks {
        &self.of_topics[place]
    }

    pub(super) fn topic_definition(&self, place: usize) -> &TopicDefinition {
        &self.topics[place]
    }

    pub(super) fn definition(&self, place: usize) -> &ContentDefinition {
        let links = &self.contents[place];
        &self.topics[links.topic].contents[links.at]
    }

    pub(super) fn unit(&self, place: usize) -> &Unit {
        let links = &self.contents[place];
        let topic = &self.topics[links.topic];
        &topic.units[&topic.contents[links.at].unit]
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.topics.iter().map(|topic| &topic.code)).finish()
    }
}

/// The place of a contents among all; `of` names it.
fn place(topics: &[TopicDefinition], of: Text, code: Text) -> Result<usize, CatalogueError> {
    let found = topics.iter().flat_map(|topic| &topic.contents).position(|contents| contents.code == code);
    found.ok_or_else(|| CatalogueError::UnknownContents { of: of.to_string(), code: code.to_string() })
}

fn links(topics: &[TopicDefinition]) -> Result<Vec<Links>, CatalogueError> {
    let mut all: Vec<Links> = Vec::new();
    for (topic, definition) in topics.iter().enumerate() {
        for (at, contents) in definition.contents.iter().enumerate() {
            let of = contents.code;
            if place(topics, of, of)? != all.len() {
                return Err(CatalogueError::Twice(of.to_string()));
            }
            if !definition.units.contains_key(&contents.unit) {
                return Err(CatalogueError::UnknownUnit { of: of.to_string(), code: contents.unit.to_string() });
            }
            let one = |code: Option<Text>| code.map(|code| place(topics, of, code)).transpose();
            all.push(Links {
                topic,
                at,
                numerator: one(contents.numerator)?,
                denominator: one(contents.denominator)?,
                share: one(contents.share)?,
                share_of: None,
                parts: contents.sum_of.iter().map(|&code| place(topics, of, code)).collect::<Result<_, _>>()?,
                group: None,
            });
        }
    }
    for whole in 0..all.len() {
        if let Some(share) = all[whole].share {
            all[share].share_of = Some(whole);
        }
        if topics[all[whole].topic].contents[all[whole].at].derived {
            for part in all[whole].parts.clone() {
                all[part].group.get_or_insert(whole);
            }
        }
    }
    Ok(all)
}

fn topic_links(
    topic: &TopicDefinition,
    topics: &[TopicDefinition],
    groups: Vec<usize>,
) -> Result<TopicLinks, CatalogueError> {
    let one = |code: Text| place(topics, topic.code, code);
    let all = |codes: &[Text]| codes.iter().map(|&code| one(code)).collect::<Result<Vec<usize>, _>>();
    let pair = topic.pair.map(|[across, up]| Ok((one(across)?, one(up)?)));
    Ok(TopicLinks {
        lead: one(topic.opens.contents)?,
        ranked_by: one(topic.ranked_by)?,
        components: all(&topic.components)?,
        whole: topic.whole.map(one).transpose()?,
        pair: pair.transpose()?,
        beside: all(&topic.beside)?,
        facts: all(&topic.facts)?,
        groups,
    })
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
