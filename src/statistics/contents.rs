//! A contents (PxWeb's `ContentsCode`) and a topic, each as a light handle
//! into the catalogue: what the numbers of a series are, and what they are to others.

use super::{Catalogue, ContentCode, ContentDefinition, Kind, TopicDefinition, Unit};
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// One contents. Two are equal, and in order, by their places in the catalogue.
#[derive(Clone, Copy)]
pub struct Content {
    catalogue: &'static Catalogue,
    place: usize,
}

impl Content {
    pub(super) const fn at(catalogue: &'static Catalogue, place: usize) -> Self {
        Self { catalogue, place }
    }

    fn other(self, place: usize) -> Self {
        Self { place, ..self }
    }

    /// The catalogue that defines it.
    pub const fn catalogue(self) -> &'static Catalogue {
        self.catalogue
    }

    /// What is said of it.
    pub fn definition(self) -> &'static ContentDefinition {
        self.catalogue.definition(self.place)
    }

    /// The topic that defines it.
    pub fn topic(self) -> Topic {
        Topic::at(self.catalogue, self.catalogue.links(self.place).topic)
    }

    /// The code, as in snapshots and `innehall=`.
    pub fn code(self) -> &'static str {
        &self.definition().code.0
    }

    /// The same, to stand in a link.
    pub fn to_code(self) -> ContentCode {
        ContentCode(self.code().to_owned())
    }

    /// What its numbers are in.
    pub fn unit(self) -> &'static Unit {
        self.catalogue.unit(self.place)
    }

    /// Decimals that its published values carry.
    pub fn decimals(self) -> usize {
        usize::from(self.unit().decimals)
    }

    /// Whether it is per cent of something.
    pub fn is_rate(self) -> bool {
        self.definition().kind == Kind::Rate
    }

    /// Whether it counts everybody of a sex and age.
    pub fn is_population(self) -> bool {
        self.definition().population
    }

    /// Whether the number of several areas is the sum of theirs.
    pub fn is_additive(self) -> bool {
        let definition = self.definition();
        definition.additive.unwrap_or(matches!(definition.kind, Kind::Count | Kind::Amount))
    }

    /// Numerator and denominator of a rate that is computed: it is computed
    /// anew after every aggregation, never summed or averaged.
    pub fn ratio(self) -> Option<(Self, Self)> {
        let links = self.catalogue.links(self.place);
        Some((self.other(links.numerator?), self.other(links.denominator?)))
    }

    /// What a quotient of numerator and denominator is multiplied by: 100 for a
    /// percentage.
    pub fn per(self) -> f64 {
        self.definition().per.map_or(100.0, f64::from)
    }

    /// What a rate or the share of a count is reckoned by.
    pub fn denominator(self) -> Option<Self> {
        self.catalogue.links(self.place).denominator.map(|place| self.other(place))
    }

    /// The printed share of this count, for tables that hold it.
    pub fn share(self) -> Option<Self> {
        self.catalogue.links(self.place).share.map(|place| self.other(place))
    }

    /// The count whose printed share this is.
    pub fn share_of(self) -> Option<Self> {
        self.catalogue.links(self.place).share_of.map(|place| self.other(place))
    }

    /// What it is the sum of, in order; empty for what is no sum.
    pub fn parts(self) -> impl Iterator<Item = Self> + Clone {
        self.catalogue.links(self.place).parts.iter().map(move |&place| self.other(place))
    }

    /// Whether it is a sum that no table holds.
    pub fn is_derived(self) -> bool {
        self.definition().derived
    }

    /// Whether it is a sum that tables hold beside its parts.
    pub fn is_total(self) -> bool {
        !self.is_derived() && self.parts().next().is_some()
    }

    /// The derived sum that it is a part of.
    pub fn group(self) -> Option<Self> {
        self.catalogue.links(self.place).group.map(|place| self.other(place))
    }

    /// Whether a zero of it may be a number that was never delivered.
    pub fn may_be_unreported(self) -> bool {
        self.definition().zero_may_be_unreported
    }

    /// Those of its parts that it is too low without, where they were not
    /// reported: those of a total, or of the total that it is the share of.
    pub fn parts_that_may_lack(self) -> impl Iterator<Item = Self> + Clone {
        let whole = self.ratio().map_or(self, |(count, _)| count);
        whole.parts().filter(move |part| whole.is_total() && part.may_be_unreported())
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Content {}

impl Hash for Content {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place.hash(state);
    }
}

impl PartialOrd for Content {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Content {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A topic. Two are equal by their places in the catalogue.
#[derive(Clone, Copy)]
pub struct Topic {
    catalogue: &'static Catalogue,
    place: usize,
}

impl Topic {
    pub(super) const fn at(catalogue: &'static Catalogue, place: usize) -> Self {
        Self { catalogue, place }
    }

    /// The catalogue that it is of.
    pub const fn catalogue(self) -> &'static Catalogue {
        self.catalogue
    }

    /// What is said of it.
    pub fn definition(self) -> &'static TopicDefinition {
        self.catalogue.topic_definition(self.place)
    }

    /// What it is about, if only one contents is shown.
    pub fn lead(self) -> Content {
        self.content(self.catalogue.topic_links(self.place).lead)
    }

    /// What the places of areas are counted by.
    pub fn ranked_by(self) -> Content {
        self.content(self.catalogue.topic_links(self.place).ranked_by)
    }

    /// The contents that add up to a whole, from the bottom of a stack.
    pub fn components(self) -> impl Iterator<Item = Content> + Clone {
        self.all(&self.catalogue.topic_links(self.place).components)
    }

    /// What the components add up to, where that is a contents that is spoken of.
    pub fn whole(self) -> Option<Content> {
        self.catalogue.topic_links(self.place).whole.map(|place| self.content(place))
    }

    /// What is set against each other first: across, and up.
    pub fn pair(self) -> Option<(Content, Content)> {
        let (across, up) = self.catalogue.topic_links(self.place).pair?;
        Some((self.content(across), self.content(up)))
    }

    /// What stands beside figures of other topics, the first of them alone.
    pub fn beside(self) -> impl Iterator<Item = Content> + Clone {
        self.all(&self.catalogue.topic_links(self.place).beside)
    }

    /// What a fact sheet says of an area.
    pub fn facts(self) -> impl Iterator<Item = Content> + Clone {
        self.all(&self.catalogue.topic_links(self.place).facts)
    }

    /// The sums that no table holds, in order.
    pub fn groups(self) -> impl Iterator<Item = Content> + Clone {
        self.all(&self.catalogue.topic_links(self.place).groups)
    }

    /// The ratios whose numerator is a sum that no table holds, in order.
    pub fn ratios_of_groups(self) -> impl Iterator<Item = Content> {
        let of_group = |content: &Content| content.ratio().is_some_and(|(numerator, _)| numerator.is_derived());
        self.catalogue.contents().filter(move |content| content.topic() == self && of_group(content))
    }

    fn content(self, place: usize) -> Content {
        Content::at(self.catalogue, place)
    }

    fn all(self, places: &'static [usize]) -> impl Iterator<Item = Content> + Clone {
        places.iter().map(move |&place| self.content(place))
    }
}

impl PartialEq for Topic {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Topic {}

impl fmt::Debug for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.definition().code)
    }
}
