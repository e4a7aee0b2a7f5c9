//! The JSON of a JSON-stat 2.0 dataset without its words, in each of the forms
//! that the standard allows, as `serde` reads it. What of it contradicts itself
//! is for others.

use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A dataset without its words; `E` is what its publisher adds to the standard.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Root<E> {
    pub(super) version: String,
    pub(super) class: String,
    pub(super) id: Vec<String>,
    pub(super) size: Vec<usize>,
    pub(super) dimension: BTreeMap<String, DimensionJson>,
    pub(super) value: Option<Entries<Option<f64>>>,
    pub(super) status: Option<Status>,
    #[serde(default)]
    pub(super) extension: E,
}

/// A dimension.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct DimensionJson {
    pub(super) category: Category,
}

/// The categories of a dimension.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Category {
    pub(super) index: Option<Entries<String, usize>>,
    pub(super) label: Option<BTreeMap<String, IgnoredAny>>,
}

/// What the standard writes as an array, or as an object of those that there are.
pub(super) enum Entries<L, O = L> {
    Array(Vec<L>),
    Object(Vec<(String, O)>),
}

/// What is said of the cells.
pub(super) enum Status {
    /// The same of every cell.
    All(Option<String>),
    Each(Entries<Option<String>>),
}

impl<'de, L: Deserialize<'de>, O: Deserialize<'de>> Deserialize<'de> for Entries<L, O> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either(PhantomData))
    }
}

/// Reads entries of either form.
struct Either<L, O>(PhantomData<(L, O)>);

impl<'de, L: Deserialize<'de>, O: Deserialize<'de>> Visitor<'de> for Either<L, O> {
    type Value = Entries<L, O>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(array)).map(Entries::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = object.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries::Object(entries))
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatusForm)
    }
}

/// Reads what is said of the cells, in any form.
struct StatusForm;

impl<'de> Visitor<'de> for StatusForm {
    type Value = Status;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, an array or an object")
    }

    fn visit_str<E: Error>(self, all: &str) -> Result<Status, E> {
        Ok(Status::All(Some(all.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Status, A::Error> {
        let mut each = Vec::deserialize(SeqAccessDeserializer::new(array))?;
        // A list of one is said of every cell.
        Ok(if each.len() == 1 { Status::All(each.remove(0)) } else { Status::Each(Entries::Array(each)) })
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Status, A::Error> {
        Either(PhantomData).visit_map(object).map(Status::Each)
    }
}
