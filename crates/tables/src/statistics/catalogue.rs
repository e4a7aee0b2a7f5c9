//! Definitions of topics to a catalogue: each code that one contents names
//! another by is looked up once, so that relations are there for the asking.

use super::{Content, Definition, Kind, TableId, Topic};
use std::fmt;
use std::sync::OnceLock;

/// Every topic with its contents. There is one for a page or a run of a tool;
/// it is never given back, so that a [`Content`] is as light as a number.
pub struct Catalogue {
    topics: Vec<TopicLinks>,
    contents: Vec<Links>,
    /// What no figure says, once it was read.
    explanations: OnceLock<Vec<Definition>>,
}

/// A topic, and what it names as places among all contents.
pub(super) struct TopicLinks {
    pub(super) definition: Definition,
    pub(super) lead: usize,
    pub(super) ranked_by: usize,
    pub(super) components: Vec<usize>,
    pub(super) whole: Option<usize>,
    pub(super) pair: Option<(usize, usize)>,
    pub(super) beside: Vec<usize>,
    pub(super) facts: Vec<usize>,
    pub(super) groups: Vec<usize>,
}

/// A contents, and what it names as places among all.
pub(super) struct Links {
    pub(super) definition: Definition,
    pub(super) code: &'static str,
    pub(super) kind: Kind,
    pub(super) unit: Definition,
    pub(super) decimals: usize,
    pub(super) topic: usize,
    pub(super) numerator: Option<usize>,
    pub(super) denominator: Option<usize>,
    pub(super) share: Option<usize>,
    pub(super) share_of: Option<usize>,
    pub(super) parts: Vec<usize>,
    pub(super) group: Option<usize>,
    // Asked for every number, so said once: a definition is searched by its keys.
    pub(super) additive: bool,
    pub(super) derived: bool,
    pub(super) may_lack: Vec<usize>,
}

/// Definitions do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// There is no topic at all.
    #[error("there is no topic")]
    Empty,
    /// Something is not said, or in a way that is not known.
    #[error("{of}: its {key} is not said, or unknown")]
    Unsaid {
        /// The topic or contents.
        of: String,
        /// What should be said of it.
        key: &'static str,
    },
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
}

impl Catalogue {
    /// A catalogue of these topics, in order, for as long as the program runs.
    ///
    /// # Errors
    /// [`CatalogueError`] if a code is named that is not defined, or defined
    /// twice, or something is not said that every topic or contents must say.
    pub fn of(topics: &[Definition]) -> Result<&'static Self, CatalogueError> {
        if topics.is_empty() {
            return Err(CatalogueError::Empty);
        }
        let codes = topics.iter().flat_map(|topic| topic.objects("contents")).map(code);
        let codes = codes.collect::<Result<Vec<_>, _>>()?;
        let contents = links(topics, &codes)?;
        let topics = topics.iter().enumerate().map(|(at, topic)| topic_links(*topic, at, &codes, &contents));
        let topics = topics.collect::<Result<_, _>>()?;
        Ok(Box::leak(Box::new(Self { topics, contents, explanations: OnceLock::new() })))
    }

    /// Learns what the topics and contents mean; what is known stays.
    pub fn explain(&self, topics: Vec<Definition>) {
        self.explanations.get_or_init(|| topics);
    }

    /// What is explained of each topic, in order; empty before it was learnt.
    pub fn explanations(&self) -> &[Definition] {
        self.explanations.get().map_or(&[], Vec::as_slice)
    }

    /// Every topic, in order.
    pub fn topics(&'static self) -> impl Iterator<Item = Topic> {
        (0..self.topics.len()).map(move |place| Topic::at(self, place))
    }

    /// What is said of each topic, in order.
    pub fn definitions(&self) -> Vec<Definition> {
        self.topics.iter().map(|topic| topic.definition).collect()
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
        let listed = self.topics().find(|topic| topic.tables().any(|id| id == table.0));
        listed.unwrap_or_else(|| contents.first().map_or_else(|| Topic::at(self, 0), |content| content.topic()))
    }

    pub(super) fn links(&self, place: usize) -> &Links {
        &self.contents[place]
    }

    pub(super) fn topic_links(&self, place: usize) -> &TopicLinks {
        &self.topics[place]
    }
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.definitions().fmt(f)
    }
}

/// What a definition must say.
fn said<T>(of: &str, key: &'static str, said: Option<T>) -> Result<T, CatalogueError> {
    said.ok_or_else(|| CatalogueError::Unsaid { of: of.to_owned(), key })
}

fn code(definition: Definition) -> Result<&'static str, CatalogueError> {
    said("a definition", "code", definition.text("code"))
}

/// Whose definition it is, and the codes of all contents.
struct Names<'a> {
    of: &'a str,
    all: &'a [&'static str],
}

impl Names<'_> {
    /// The place of a contents among all.
    fn place(&self, code: &str) -> Result<usize, CatalogueError> {
        let found = self.all.iter().position(|other| *other == code);
        found.ok_or_else(|| CatalogueError::UnknownContents { of: self.of.to_owned(), code: code.to_owned() })
    }

    /// The contents that a definition names by a key, if it does.
    fn one(&self, definition: Definition, key: &str) -> Result<Option<usize>, CatalogueError> {
        definition.text(key).map(|code| self.place(code)).transpose()
    }

    /// All that it names.
    fn several(&self, definition: Definition, key: &str) -> Result<Vec<usize>, CatalogueError> {
        definition.texts(key).map(|code| self.place(code)).collect()
    }
}

fn links(topics: &[Definition], codes: &[&'static str]) -> Result<Vec<Links>, CatalogueError> {
    let mut all: Vec<Links> = Vec::new();
    for (topic, of) in topics.iter().enumerate() {
        for definition in of.objects("contents") {
            let code = codes[all.len()];
            let names = Names { of: code, all: codes };
            if names.place(code)? != all.len() {
                return Err(CatalogueError::Twice(code.to_owned()));
            }
            let unit = definition.text("unit").and_then(|unit| of.object("units")?.object(unit));
            let unit = said(code, "unit", unit)?;
            let kind = said(code, "kind", definition.text("kind").and_then(Kind::from_code))?;
            all.push(Links {
                definition,
                code,
                kind,
                unit,
                decimals: said(code, "decimals", unit.number("decimals"))?,
                topic,
                numerator: names.one(definition, "numerator")?,
                denominator: names.one(definition, "denominator")?,
                share: names.one(definition, "share")?,
                share_of: None,
                parts: names.several(definition, "sum_of")?,
                group: None,
                additive: definition.flag("additive").unwrap_or_else(|| kind.is_additive()),
                derived: definition.says("derived"),
                may_lack: Vec::new(),
            });
        }
    }
    for whole in 0..all.len() {
        if let Some(share) = all[whole].share {
            all[share].share_of = Some(whole);
        }
        if all[whole].derived {
            for part in all[whole].parts.clone() {
                all[part].group.get_or_insert(whole);
            }
        }
        all[whole].may_lack = lacking(&all, whole);
    }
    Ok(all)
}

/// The parts that a total, or its share, is too low without, where they were not reported.
fn lacking(all: &[Links], of: usize) -> Vec<usize> {
    let total = match (all[of].numerator, all[of].denominator) {
        (Some(numerator), Some(_)) => numerator,
        _ => of,
    };
    let mut parts = if all[total].derived { Vec::new() } else { all[total].parts.clone() };
    parts.retain(|&part| all[part].definition.says("zero_may_be_unreported"));
    parts
}

fn topic_links(
    definition: Definition,
    at: usize,
    codes: &[&'static str],
    contents: &[Links],
) -> Result<TopicLinks, CatalogueError> {
    let of = code(definition)?;
    let names = Names { of, all: codes };
    let opens = definition.object("opens").and_then(|opens| opens.text("contents"));
    let pair = match names.several(definition, "pair")?.as_slice() {
        &[across, up] => Some((across, up)),
        _ => None,
    };
    let is_group = |links: &Links| links.topic == at && links.derived;
    let groups = contents.iter().enumerate().filter(|(_, links)| is_group(links));
    Ok(TopicLinks {
        definition,
        lead: names.place(said(of, "opens.contents", opens)?)?,
        ranked_by: said(of, "ranked_by", names.one(definition, "ranked_by")?)?,
        components: names.several(definition, "components")?,
        whole: names.one(definition, "whole")?,
        pair,
        beside: names.several(definition, "beside")?,
        facts: names.several(definition, "facts")?,
        groups: groups.map(|(place, _)| place).collect(),
    })
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
