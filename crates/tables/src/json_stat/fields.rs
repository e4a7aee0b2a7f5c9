//! A JSON object read by key, each mistake with its place.
//!
//! What is read so, the manifest and what a snapshot says of its table, is of the
//! first view: a type of `serde` for each of its objects made the page's first wasm
//! 4.3 KiB larger.

use super::{Error, Problem};
use crate::statistics::Label;
use serde_json::{Map, Value};

/// The fields of an object, and where in the text it stands.
pub(crate) struct Fields<'a> {
    map: &'a Map<String, Value>,
    path: String,
}

impl<'a> Fields<'a> {
    /// Those of the object at `path`; empty for the root.
    pub(crate) const fn of(map: &'a Map<String, Value>, path: String) -> Self {
        Self { map, path }
    }

    /// Where a field stands.
    pub(crate) fn at(&self, key: &str) -> String {
        let dot = if self.path.is_empty() { "" } else { "." };
        [&self.path, dot, key].concat()
    }

    /// A field as it is, if it is there; `null` is not.
    fn find(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// Whether a field is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// A field as `read` takes it; what it is not, is said by `expected`.
    fn get<T>(&self, key: &str, expected: &'static str, read: impl Fn(&'a Value) -> Option<T>) -> Result<T, Error> {
        let value = self.find(key).ok_or_else(|| Problem::Missing.at(self.at(key)))?;
        read(value).ok_or_else(|| not(expected).at(self.at(key)))
    }

    /// A text.
    pub(crate) fn text(&self, key: &str) -> Result<&'a str, Error> {
        self.get(key, "a text", Value::as_str)
    }

    /// A number.
    pub(crate) fn number(&self, key: &str) -> Result<f64, Error> {
        self.get(key, "a number", Value::as_f64)
    }

    /// A whole number of things.
    pub(crate) fn count(&self, key: &str) -> Result<usize, Error> {
        self.get(key, "a whole number", |value| usize::try_from(value.as_u64()?).ok())
    }

    /// Yes or no.
    pub(crate) fn flag(&self, key: &str) -> Result<bool, Error> {
        self.get(key, "true or false", Value::as_bool)
    }

    /// Words in both languages.
    pub(crate) fn label(&self, key: &str) -> Result<Label, Error> {
        self.fields(key)?.as_label()
    }

    fn as_label(&self) -> Result<Label, Error> {
        Ok(Label { sv: self.text("sv")?.to_owned(), en: self.text("en")?.to_owned() })
    }

    /// Several of them.
    pub(crate) fn labels(&self, key: &str) -> Result<Vec<Label>, Error> {
        self.list(key)?.iter().map(Self::as_label).collect()
    }

    /// An object within.
    pub(crate) fn fields(&self, key: &str) -> Result<Self, Error> {
        Ok(Self { map: self.get(key, "an object", Value::as_object)?, path: self.at(key) })
    }

    /// An object within, if it is there.
    pub(crate) fn optional(&self, key: &str) -> Result<Option<Self>, Error> {
        self.has(key).then(|| self.fields(key)).transpose()
    }

    /// Objects within.
    pub(crate) fn list(&self, key: &str) -> Result<Vec<Self>, Error> {
        let mut list = Vec::new();
        for (at, value) in self.values(key)?.iter().enumerate() {
            let path = self.at_place(key, at);
            match value.as_object() {
                Some(map) => list.push(Self { map, path }),
                None => return Err(not("an object").at(path)),
            }
        }
        Ok(list)
    }

    /// What a code stands for; `what` says what it should.
    pub(crate) fn code<T>(&self, key: &str, what: &'static str, read: fn(&str) -> Option<T>) -> Result<T, Error> {
        let code = self.text(key)?;
        read(code).ok_or_else(|| Problem::Unknown { what, found: code.to_owned() }.at(self.at(key)))
    }

    /// The same, if it is there.
    pub(crate) fn optional_code<T>(
        &self,
        key: &str,
        what: &'static str,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        self.has(key).then(|| self.code(key, what, read)).transpose()
    }

    /// What several codes stand for.
    pub(crate) fn codes<T>(
        &self,
        key: &str,
        what: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Error> {
        let mut codes = Vec::new();
        for (at, value) in self.values(key)?.iter().enumerate() {
            let place = || self.at_place(key, at);
            let Some(code) = value.as_str() else { return Err(not("a text").at(place())) };
            let unknown = || Problem::Unknown { what, found: code.to_owned() }.at(place());
            codes.push(read(code).ok_or_else(unknown)?);
        }
        Ok(codes)
    }

    fn values(&self, key: &str) -> Result<&'a [Value], Error> {
        self.get(key, "a list", |value| value.as_array().map(Vec::as_slice))
    }

    fn at_place(&self, key: &str, at: usize) -> String {
        [&self.at(key), "[", &at.to_string(), "]"].concat()
    }

    /// Refuses a field that is none of these: it may change what the rest means.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Error> {
        match self.map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Problem::Unknown { what: "field", found: key.clone() }.at(self.at(key))),
            None => Ok(()),
        }
    }
}

fn not(expected: &'static str) -> Problem {
    Problem::Form(["not ", expected].concat())
}
