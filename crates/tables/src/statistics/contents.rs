//! A contents (PxWeb's `ContentsCode`) and a topic, each as a light handle
//! into the catalogue: what the numbers of a series are, and what they are to others.

use super::{Catalogue, Definition, Kind, Phrase};
use serde::{Deserialize, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The code of a contents, as links and files write it: of one that may exist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentCode(pub String);

/// The code of a topic, as links write it: of one that may exist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TopicCode(pub String);

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
    pub fn definition(self) -> Definition {
        self.catalogue.links(self.place).definition
    }

    /// The topic that defines it.
    pub fn topic(self) -> Topic {
        Topic::at(self.catalogue, self.catalogue.links(self.place).topic)
    }

    /// The code, as in snapshots and `innehall=`.
    pub fn code(self) -> &'static str {
        self.catalogue.links(self.place).code
    }

    /// The same, to stand in a link.
    pub fn to_code(self) -> ContentCode {
        ContentCode(self.code().to_owned())
    }

    /// What its numbers are in.
    pub fn unit(self) -> Definition {
        self.catalogue.links(self.place).unit
    }

    /// Decimals that its published values carry.
    pub fn decimals(self) -> usize {
        self.catalogue.links(self.place).decimals
    }

    /// What it means, in a sentence or two; `None` before that was learnt.
    pub fn meaning(self) -> Option<Phrase> {
        let explained = self.catalogue.explanations().iter().flat_map(|topic| topic.objects("contents"));
        explained.into_iter().find(|it| it.text("code") == Some(self.code()))?.phrase("meaning")
    }

    /// Whether sentences say the unit after a number: the subject does not name
    /// what is counted.
    pub fn says_unit(self) -> bool {
        self.unit().says("said")
    }

    /// Its colour, one of the palette's, from 1; that of its place among those
    /// shown, where it has none.
    pub fn colour(self) -> Option<u8> {
        self.definition().number("colour").and_then(|colour| u8::try_from(colour).ok())
    }

    /// Whether it is per cent of something.
    pub fn is_rate(self) -> bool {
        self.catalogue.links(self.place).kind == Kind::Rate
    }

    /// Whether it is a number of persons or things.
    pub fn is_count(self) -> bool {
        self.catalogue.links(self.place).kind == Kind::Count
    }

    /// Whether areas of any size can be set beside each other as they are: a rate,
    /// days or money for each person, a ratio; not how many or how much there is.
    pub fn is_level(self) -> bool {
        !self.is_count() && !self.is_additive()
    }

    /// Whether it counts everybody of a sex and age.
    pub fn is_population(self) -> bool {
        self.definition().says("population")
    }

    /// Whether the number of several areas is the sum of theirs.
    pub fn is_additive(self) -> bool {
        self.catalogue.links(self.place).additive
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
        self.definition().number("per").and_then(|per| u16::try_from(per).ok()).map_or(100.0, f64::from)
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

    /// Whether it counts another, or is reckoned from it: as its part, as what it is
    /// the share of, as what a rate divides.
    pub fn is_made_of(self, other: Self) -> bool {
        let divided = || self.ratio().is_some_and(|(part, _)| part == other || part.is_made_of(other));
        let counted = || self.parts().any(|part| part == other || part.is_made_of(other));
        let codes = self.definition().texts("includes");
        let mut included = codes.filter_map(|code| self.catalogue.content(code));
        let shared = || self.share_of().is_some_and(|count| count == other || count.is_made_of(other));
        divided() || counted() || shared() || included.any(|it| it == other || it.is_made_of(other))
    }

    /// Whether it is a sum that no table holds.
    pub fn is_derived(self) -> bool {
        self.catalogue.links(self.place).derived
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
        self.definition().says("zero_may_be_unreported")
    }

    /// Those of its parts that it is too low without, where they were not
    /// reported: those of a total, or of the total that it is the share of.
    pub fn parts_that_may_lack(self) -> impl Iterator<Item = Self> + Clone {
        self.catalogue.links(self.place).may_lack.iter().map(move |&place| self.other(place))
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
    pub fn definition(self) -> Definition {
        self.catalogue.topic_links(self.place).definition
    }

    /// Its place among all topics.
    pub const fn place(self) -> usize {
        self.place
    }

    /// Its name in links.
    pub fn code(self) -> &'static str {
        self.definition().text("code").unwrap_or_default()
    }

    /// The same, to stand in a link.
    pub fn to_code(self) -> TopicCode {
        TopicCode(self.code().to_owned())
    }

    /// What it is called.
    pub fn title(self) -> Phrase {
        self.definition().phrase("title").unwrap_or(Phrase { sv: self.code(), en: self.code() })
    }

    /// PX's SUBJECT-AREA; its title where it has none of its own.
    pub fn subject_area(self) -> Phrase {
        self.definition().phrase("subject_area").unwrap_or_else(|| self.title())
    }

    /// Its tables, in the order in which they answer for an area.
    pub fn tables(self) -> impl Iterator<Item = &'static str> {
        self.definition().texts("tables")
    }

    /// What it calls something of its own, where it does.
    pub fn word(self, key: &str) -> Option<Phrase> {
        self.definition().object("words")?.phrase(key)
    }

    /// What its figures open on, by its code in links.
    pub fn opens(self, key: &str) -> &'static str {
        self.definition().object("opens").and_then(|opens| opens.text(key)).unwrap_or_default()
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

    /// By what areas are told to be alike, and how much of each is as far apart as
    /// twice or half the size: units, of a count percentage points of its share;
    /// nothing for the size itself.
    pub fn alike(self) -> impl Iterator<Item = (Content, Option<usize>)> {
        let criteria = self.definition().objects("alike");
        criteria.filter_map(move |it| Some((self.catalogue.content(it.text("contents")?)?, it.number("apart"))))
    }

    /// The sums that no table holds, in order.
    pub fn groups(self) -> impl Iterator<Item = Content> + Clone {
        self.all(&self.catalogue.topic_links(self.place).groups)
    }

    /// The ratios whose numerator is a sum that no table holds, in order.
    pub(crate) fn ratios_of_groups(self) -> impl Iterator<Item = Content> {
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
        self.definition().fmt(f)
    }
}
