//! What a value of a definition can be, and every way in which one is not.

use super::super::finding::{Finding, Rule};
use super::place::Place;
use super::words;
use toml::de::DeValue;

/// What can stand under a key.
pub(super) enum Shape {
    /// A text that says something.
    Text,
    /// A text, which may be empty.
    Blank,
    /// A code of ours, which stands in links: of a–z, digits and hyphens.
    Code,
    /// Yes or no.
    Flag,
    /// A whole number from one to another.
    Whole(i64, i64),
    /// A number from one to another.
    Number(f64, f64),
    /// One of some words.
    OneOf(fn() -> Vec<&'static str>),
    /// Words in both languages, with `{0}`, `{1}` … for these places: those that
    /// may be there, and those that must.
    Words(&'static [u8], &'static [u8]),
    /// The same, either or both of which may be empty.
    BlankWords,
    /// A list of at least so many.
    List(usize, &'static Shape),
    /// A table of keys of any name.
    Named(&'static Shape),
    /// A table of these keys.
    Table(&'static [Key]),
}

/// A key, and whether it must be there.
pub(super) struct Key {
    pub(super) name: &'static str,
    needed: bool,
    pub(super) shape: Shape,
}

/// A key that must be there.
pub(super) const fn needed(name: &'static str, shape: Shape) -> Key {
    Key { name, needed: true, shape }
}

/// A key that may be left out.
pub(super) const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, needed: false, shape }
}

/// Remarks on everything at a place that is not of a shape.
pub(super) fn check(place: &Place<'_>, shape: &Shape, findings: &mut Vec<Finding>) {
    let Some(value) = place.value() else { return };
    let found = match shape {
        Shape::Text => text(value, said),
        Shape::Blank => text(value, |_| None),
        Shape::Code => text(value, code),
        Shape::Flag => of(value.is_bool(), value, "true or false"),
        Shape::Whole(from, to) => number(value, *from as f64, *to as f64, true),
        Shape::Number(from, to) => number(value, *from, *to, false),
        Shape::OneOf(all) => text(value, |text| one_of(text, &all())),
        Shape::Words(may, must) => {
            words::check(place, may, must, findings);
            None
        }
        Shape::BlankWords => {
            words::check_keys(place, findings);
            None
        }
        Shape::List(least, of) => list(place, *least, of, findings),
        Shape::Named(of) => {
            let found = self::of(value.is_table(), value, "a table");
            place.keys().for_each(|name| check(&place.key(name), of, findings));
            found
        }
        Shape::Table(keys) => {
            let found = of(value.is_table(), value, "a table");
            if found.is_none() {
                table(place, keys, findings);
            }
            found
        }
    };
    findings.extend(found.map(|(rule, detail)| place.remark(rule, detail)));
}

type Fault = (Rule, String);

fn of(fits: bool, value: &DeValue<'_>, what: &str) -> Option<Fault> {
    (!fits).then(|| (Rule::Keys, format!("is {what}, not {}", kind(value))))
}

/// What a value is, in words.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn text(value: &DeValue<'_>, fault: impl FnOnce(&str) -> Option<Fault>) -> Option<Fault> {
    match value.as_str() {
        Some(text) => fault(text),
        None => of(false, value, "a text"),
    }
}

/// That a text says nothing.
pub(super) fn said(text: &str) -> Option<Fault> {
    text.trim().is_empty().then(|| (Rule::Words, "is empty".to_owned()))
}

fn code(text: &str) -> Option<Fault> {
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    let is_code = !text.is_empty() && text.bytes().all(plain);
    (!is_code).then(|| (Rule::Code, format!("{text:?} must be of a–z, digits and hyphens: it stands in links")))
}

fn one_of(text: &str, all: &[&str]) -> Option<Fault> {
    (!all.contains(&text)).then(|| (Rule::Known, format!("{text:?} is not one of {}", all.join(", "))))
}

fn number(value: &DeValue<'_>, from: f64, to: f64, whole: bool) -> Option<Fault> {
    let what = if whole { "a whole number" } else { "a number" };
    let read = match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|it| it as f64),
        DeValue::Float(number) if !whole => number.as_str().parse().ok(),
        _ => None,
    };
    match read {
        None => Some((Rule::Keys, format!("is {what}, not {}", kind(value)))),
        Some(number) if !(from..=to).contains(&number) => {
            Some((Rule::Range, format!("{number} is not from {from} to {to}")))
        }
        Some(_) => None,
    }
}

fn list(place: &Place<'_>, least: usize, shape: &Shape, findings: &mut Vec<Finding>) -> Option<Fault> {
    let value = place.value()?;
    let Some(list) = value.as_array() else { return of(false, value, "a list") };
    place.items().for_each(|item| check(&item, shape, findings));
    (list.len() < least).then(|| (Rule::Keys, format!("is a list of at least {least}")))
}

/// Keys that are not there and must be, and those that nobody knows.
fn table(place: &Place<'_>, keys: &[Key], findings: &mut Vec<Finding>) {
    for key in keys {
        let at = place.key(key.name);
        if key.needed && at.value().is_none() {
            findings.push(place.remark(Rule::Keys, format!("has no {}", key.name)));
        }
        check(&at, &key.shape, findings);
    }
    for name in place.keys().filter(|name| !keys.iter().any(|key| key.name == *name)) {
        let all: Vec<&str> = keys.iter().map(|key| key.name).collect();
        findings.push(place.key(name).remark(Rule::Keys, format!("is no key here{}", instead(name, &all))));
    }
}

/// Letters that a slip may have changed.
const SLIP: usize = 2;

/// What may be meant by a name that nobody knows: the one that is nearly the same,
/// or any of them.
pub(super) fn instead(name: &str, all: &[&str]) -> String {
    let distance = |known: &&&str| strsim::damerau_levenshtein(known, name);
    match all.iter().min_by_key(distance).filter(|known| distance(known) <= SLIP) {
        Some(known) => format!("; is {known} meant?"),
        None if all.len() > MOST_LISTED => String::new(),
        None => format!("; there are {}", all.join(", ")),
    }
}

/// More names than this are not listed.
const MOST_LISTED: usize = 30;
