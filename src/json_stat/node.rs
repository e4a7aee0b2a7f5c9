//! A place in a JSON text, with its path: what is expected there, or what is
//! wrong and where.
//!
//! All of `data/` is read through this one cursor over a parsed text. What is
//! not as it should be is noted in a [`FirstProblem`] and reads as empty, so
//! that a reader is a plain list of what it wants; nothing that was read may
//! leave before [`FirstProblem::end`] has said that all was well. Readers that
//! return at each problem, derived ones above all, are several times as large,
//! and the page carries its readers with it. Nothing here knows what the texts
//! are about.

use super::{Error, Problem};
use crate::json::{self, Json, Object};
use std::cell::OnceCell;

/// A JSON text to its values; the only place where texts are parsed.
pub(crate) fn parse(bytes: &[u8]) -> Result<Json, Error> {
    json::parse(bytes).map_err(|what| Problem::NotJson(what).at("$".to_owned()))
}

/// The first thing of a text that is not as it should be, if anything is.
#[derive(Default)]
pub(crate) struct FirstProblem(OnceCell<Error>);

impl FirstProblem {
    /// Notes a problem, unless there was one before.
    pub(crate) fn note(&self, path: String, problem: Problem) {
        // What follows from the first problem is of no interest.
        let _ = self.0.set(problem.at(path));
    }

    /// Whether anything was wrong so far.
    pub(crate) fn is_any(&self) -> bool {
        self.0.get().is_some()
    }

    /// Whether all was well: to be asked before anything read is used.
    pub(crate) fn end(self) -> Result<(), Error> {
        self.0.into_inner().map_or(Ok(()), Err)
    }
}

/// What stands where nothing does.
static NOTHING: Json = Json::Null;

/// A value at its place.
pub(crate) struct Node<'a> {
    value: &'a Json,
    place: Place<'a>,
    first: &'a FirstProblem,
}

/// Where a value stands; only a problem makes a path of it.
enum Place<'a> {
    /// At a path; the root of a text has none.
    Path(&'a str),
    /// A member of an object.
    Member(&'a Node<'a>, &'a str),
    /// An entry of an array.
    Entry(&'a Node<'a>, usize),
}

impl<'a> Node<'a> {
    /// A value that stands at a path; the root of a text has none.
    pub(crate) fn new(value: &'a Json, path: &'a str, first: &'a FirstProblem) -> Self {
        Self { value, place: Place::Path(path), first }
    }

    /// The path: `dimension.Tid.category`, `editions[0].tables[2].id`.
    fn path(&self) -> String {
        match self.place {
            Place::Path(path) => path.to_owned(),
            Place::Member(of, key) => {
                let mut path = of.path();
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
                path
            }
            Place::Entry(of, position) => [&of.path(), "[", &position.to_string(), "]"].concat(),
        }
    }

    /// The value itself.
    pub(crate) fn value(&self) -> &'a Json {
        self.value
    }

    /// Notes a problem at this place.
    pub(crate) fn problem(&self, problem: Problem) {
        let mut path = self.path();
        if path.is_empty() {
            path.push('$');
        }
        self.first.note(path, problem);
    }

    /// Notes that something else is here than is called for.
    pub(crate) fn expected(&self, what: &'static str) {
        self.problem(Problem::Expected(what));
    }

    /// Notes that a code is not known as a `what`.
    pub(crate) fn unknown(&self, what: &'static str, found: &str) {
        self.problem(Problem::Unknown { what, found: found.to_owned() });
    }

    /// Notes a name that is given for the second time.
    pub(crate) fn twice(&self, name: &str) {
        self.problem(Problem::Twice(name.to_owned()));
    }

    /// A value as an entry of this array, or of the object that stands for one.
    pub(crate) fn entry<'b>(&'b self, position: usize, value: &'b Json) -> Node<'b> {
        Node { value, place: Place::Entry(self, position), first: self.first }
    }

    /// A value as a member of this object.
    fn below<'b>(&'b self, key: &'b str, value: &'b Json) -> Node<'b> {
        Node { value, place: Place::Member(self, key), first: self.first }
    }

    /// A member, `null` or not; `None` where there is none such.
    pub(crate) fn member<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let Json::Object(object) = self.value else { return None };
        Some(self.below(key, object.get(key)?))
    }

    /// A member that may be left out or `null`.
    pub(crate) fn optional<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        self.member(key).filter(|member| !matches!(member.value, Json::Null))
    }

    /// A member that must be there.
    pub(crate) fn field<'b>(&'b self, key: &'b str) -> Node<'b> {
        match self.object().and_then(|object| object.get(key)) {
            Some(value) => self.below(key, value),
            None => self.missing(key),
        }
    }

    /// Notes that a member is missing.
    pub(crate) fn missing<'b>(&'b self, key: &'b str) -> Node<'b> {
        let nothing = self.below(key, &NOTHING);
        nothing.problem(Problem::Missing);
        nothing
    }

    /// The members of an object.
    pub(crate) fn object(&self) -> Option<&'a Object> {
        if let Json::Object(object) = self.value {
            return Some(object);
        }
        self.expected("an object");
        None
    }

    /// The entries of an array, each at its place.
    pub(crate) fn items(&self) -> Vec<Node<'_>> {
        let mut items = Vec::new();
        match self.value {
            Json::List(list) => {
                for value in list {
                    items.push(self.entry(items.len(), value));
                }
            }
            _ => self.expected("an array"),
        }
        items
    }

    /// A string.
    pub(crate) fn text(&self) -> &'a str {
        if let Json::Text(text) = self.value {
            return text;
        }
        self.expected("a string");
        ""
    }

    /// A whole number, not negative.
    pub(crate) fn whole(&self) -> usize {
        self.value.whole().unwrap_or_else(|| {
            self.expected("a whole number");
            0
        })
    }

    /// A number.
    pub(crate) fn number(&self) -> f64 {
        if let Json::Number(number) = *self.value {
            return number;
        }
        self.expected("a number");
        f64::NAN
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self) -> bool {
        if let Json::Flag(flag) = *self.value {
            return flag;
        }
        self.expected("true or false");
        false
    }

    /// The strings of an array.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut all = false;
        if let Json::List(list) = self.value {
            for each in list {
                if let Json::Text(text) = each {
                    texts.push(text.clone());
                }
            }
            all = texts.len() == list.len();
        }
        if !all {
            self.expected("a list of strings");
        }
        texts
    }

    /// The strings of an array, none of which has been `seen`.
    pub(crate) fn distinct_texts(&self, seen: &mut Seen) -> Vec<String> {
        let texts = self.texts();
        for text in &texts {
            seen.once(text, self);
        }
        texts
    }

    /// The string of a member that must be there.
    pub(crate) fn text_of(&self, key: &str) -> String {
        self.field(key).text().to_owned()
    }

    /// The string of a member that may be left out.
    pub(crate) fn optional_text_of(&self, key: &str) -> Option<String> {
        Some(self.optional(key)?.text().to_owned())
    }

    /// The string of a member; empty where it is left out.
    pub(crate) fn text_or_empty(&self, key: &str) -> String {
        self.optional_text_of(key).unwrap_or_default()
    }

    /// What a code stands for; `what` says what it should.
    pub(crate) fn code<T>(&self, code: &str, what: &'static str, read: fn(&str) -> Option<T>) -> Option<T> {
        let item = read(code);
        if item.is_none() {
            self.unknown(what, code);
        }
        item
    }

    /// What codes stand for; `what` says what they should.
    pub(crate) fn codes<T>(&self, codes: &[String], what: &'static str, read: fn(&str) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        for code in codes {
            match read(code) {
                Some(item) => items.push(item),
                None => self.unknown(what, code),
            }
        }
        items
    }
}

/// Names that have come up. An object, because that set is in the page anyway.
#[derive(Default)]
pub(crate) struct Seen(Object);

impl Seen {
    /// Notes at `place` a name that has come up before.
    pub(crate) fn once(&mut self, name: &str, place: &Node<'_>) {
        if self.0.put(name.to_owned(), Json::Null).is_some() {
            place.twice(name);
        }
    }

    /// Whether a name has come up.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some()
    }
}
