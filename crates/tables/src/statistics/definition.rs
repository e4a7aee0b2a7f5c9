//! What is said of a topic, a contents or a unit: an object of `topics.json`,
//! asked by key. Its keys are those of `data/topics/*.toml` (docs/data.md).
//!
//! That they are known, and that words are there in both languages, is checked
//! where the file is written; what is absent here is absent. A type for each of
//! these objects made the page's first wasm 7 KiB larger.

use super::Phrase;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// An object that stays as long as the program runs; equal to itself alone.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub struct Definition(&'static Map<String, Value>);

impl Definition {
    /// An object that is kept from now on.
    pub fn of(object: Map<String, Value>) -> Self {
        Self(Box::leak(Box::new(object)))
    }

    fn in_value(value: &'static Value) -> Option<Self> {
        value.as_object().map(Self)
    }

    /// A text.
    pub fn text(self, key: &str) -> Option<&'static str> {
        self.0.get(key)?.as_str()
    }

    /// Texts, none where there are none.
    pub fn texts(self, key: &str) -> impl Iterator<Item = &'static str> {
        self.values(key).iter().filter_map(Value::as_str)
    }

    /// Words in both languages.
    pub fn phrase(self, key: &str) -> Option<Phrase> {
        self.object(key)?.as_phrase()
    }

    /// Several of them, none where there are none.
    pub fn phrases(self, key: &str) -> impl Iterator<Item = Phrase> {
        self.objects(key).filter_map(Self::as_phrase)
    }

    fn as_phrase(self) -> Option<Phrase> {
        Some(Phrase { sv: self.text("sv")?, en: self.text("en")? })
    }

    /// A whole number.
    pub fn number(self, key: &str) -> Option<usize> {
        usize::try_from(self.0.get(key)?.as_u64()?).ok()
    }

    /// Whether it says yes to something.
    pub fn says(self, key: &str) -> bool {
        self.flag(key).unwrap_or(false)
    }

    /// Yes or no, where it says either.
    pub fn flag(self, key: &str) -> Option<bool> {
        self.0.get(key)?.as_bool()
    }

    /// What is said of something within.
    pub fn object(self, key: &str) -> Option<Self> {
        self.0.get(key).and_then(Self::in_value)
    }

    /// What is said of several, none where there are none.
    pub fn objects(self, key: &str) -> impl Iterator<Item = Self> {
        self.values(key).iter().filter_map(Self::in_value)
    }

    fn values(self, key: &str) -> &'static [Value] {
        self.0.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl fmt::Debug for Definition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text("code").unwrap_or_default())
    }
}
