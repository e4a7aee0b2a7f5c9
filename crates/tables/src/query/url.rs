//! The only codec between [`Selection`] and the query string.
//!
//! Decoding never fails: what is unknown or invalid becomes a [`Notice`] and
//! the default. Only what is set is written, in a fixed order, so that one
//! selection has one address. `+` stands for itself (`kon=1+2`). None ends in a sign that
//! a sentence could end in; what others have made of one is undone by [`mended`](super::mended).

use super::FigureKind;
use super::embedding::Controls;
use super::mended;
use super::notice::{Notice, Parameter, shortened};
use super::selection::{AreaChoice, AxisStart, Classes, Measure, Scales, Selection, Span, Theme, View};
use super::{Aim, Backdrop, Embedding, Order, Sexes};
use crate::snapshot::EditionId;
use crate::statistics::{Age, AreaCode, ContentCode, Language, Period, Resolution, TableId, TopicCode};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// What must be escaped in a value; `,:()+.` stay legible.
const ESCAPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'\'').add(b'<').add(b'=').add(b'>').add(b'?');

/// What is switched on or off.
const YES: &str = "1";
const NO: &str = "0";

/// Most areas that a link may name; more than a page can show.
const MOST_AREAS: usize = 400;
/// Most contents that a link may name; more than a table has.
const MOST_CONTENTS: usize = 100;

impl Parameter {
    /// Every parameter, in the order in which they are written.
    pub const ALL: [Self; 29] = [
        Self::View,
        Self::Topic,
        Self::Table,
        Self::Areas,
        Self::Contents,
        Self::Span,
        Self::Resolution,
        Self::Measure,
        Self::Figure,
        Self::Axis,
        Self::Classes,
        Self::Order,
        Self::Scales,
        Self::CountryLine,
        Self::Events,
        Self::Sex,
        Self::Age,
        Self::Edition,
        Self::Language,
        Self::Theme,
        Self::BaseYear,
        Self::Target,
        Self::Embedded,
        Self::Title,
        Self::ShownTable,
        Self::Controls,
        Self::Frame,
        Self::Notes,
        Self::Slides,
    ];

    /// Its name in links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::View => "vy",
            Self::Topic => "amne",
            Self::Table => "tabell",
            Self::Areas => "omrade",
            Self::Contents => "innehall",
            Self::Span => "tid",
            Self::Resolution => "upplosning",
            Self::Measure => "matt",
            Self::Figure => "diagram",
            Self::Axis => "axel",
            Self::Classes => "klasser",
            Self::Order => "ordning",
            Self::Scales => "skala",
            Self::CountryLine => "riket",
            Self::Events => "handelser",
            Self::Sex => "kon",
            Self::Age => "alder",
            Self::Edition => "utgava",
            Self::Language => "sprak",
            Self::Theme => "tema",
            Self::BaseYear => "basar",
            Self::Target => "mal",
            Self::Embedded => "inbaddning",
            Self::Title => "rubrik",
            Self::ShownTable => "visatabell",
            Self::Controls => "kontroller",
            Self::Frame => "ram",
            Self::Notes => "noter",
            Self::Slides => "bilder",
        }
    }
}

/// The query string of a selection, without `?`; empty if all is default.
pub fn encode(selection: &Selection) -> String {
    let mut query = String::new();
    for parameter in Parameter::ALL {
        let Some(value) = value_of(selection, parameter) else { continue };
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(parameter.name());
        query.push('=');
        query.extend(utf8_percent_encode(&value, ESCAPED));
    }
    // What ends like a sentence would lose its end to mail and chat.
    if let Some(last) = query.pop() {
        let safe = if mended::is_of_sentence(last) { NON_ALPHANUMERIC } else { CONTROLS };
        query.extend(utf8_percent_encode(last.encode_utf8(&mut [0; 4]), safe));
    }
    query
}

/// The value of a parameter; `None` where the default holds.
fn value_of(selection: &Selection, parameter: Parameter) -> Option<String> {
    let text = |value: &str| Some(value.to_owned());
    let embedding = &selection.embedding;
    match parameter {
        Parameter::View => selection.view.and_then(|it| text(it.code())),
        Parameter::Topic => selection.topic.as_ref().map(|it| it.0.clone()),
        Parameter::Table => selection.table.as_ref().map(ToString::to_string),
        Parameter::Edition => selection.edition.as_ref().map(ToString::to_string),
        Parameter::Areas if !selection.named.is_empty() => text(&selection.named),
        Parameter::Areas => joined(selection.areas.iter().map(area_value)),
        Parameter::Contents => joined(selection.contents.iter().map(|code| code.0.clone())),
        Parameter::Span => span_value(selection.span),
        Parameter::Resolution => selection.resolution.and_then(|it| text(it.code())),
        Parameter::Measure => selection.measure.and_then(|it| text(it.code())),
        Parameter::Figure => selection.figure.and_then(|it| text(it.code())),
        Parameter::Axis => selection.axis.and_then(|it| text(it.code())),
        Parameter::Classes => selection.classes.and_then(|it| text(it.code())),
        Parameter::Order => selection.order.and_then(|it| text(it.code())),
        Parameter::Scales => selection.scales.and_then(|it| text(it.code())),
        Parameter::Sex => selection.sex.and_then(|it| text(it.code())),
        Parameter::Age => selection.age.map(|it| it.to_string()),
        Parameter::Language => (selection.language != Language::default()).then(|| selection.language.tag().to_owned()),
        Parameter::Theme => selection.theme.and_then(|it| text(it.code())),
        Parameter::BaseYear => selection.aim.base.map(|year| year.to_string()),
        Parameter::Target => selection.aim.per_cent.map(|per_cent| per_cent.to_string()),
        Parameter::Controls => {
            (embedding.controls != Controls::default()).then(|| embedding.controls.code().to_owned())
        }
        Parameter::Slides => text(&selection.slides).filter(|slides| !slides.is_empty()),
        // It is switched, and written where it is not as it is by itself.
        _ => {
            let (mut backdrop, mut embedding) = (selection.backdrop, selection.embedding);
            switch(&mut backdrop, &mut embedding, parameter).filter(|it| *it.0).map(|it| it.1.to_owned())
        }
    }
}

fn joined(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| items.join(","))
}

fn area_value(choice: &AreaChoice) -> String {
    match choice {
        AreaChoice::Area(code) => code.to_string(),
        AreaChoice::Association(slug) => ["forbund:", slug].concat(),
        AreaChoice::Group { name, members } => {
            let members: Vec<String> = members.iter().map(ToString::to_string).collect();
            ["grupp:", name, "(", &members.join("+"), ")"].concat()
        }
    }
}

fn span_value(span: Span) -> Option<String> {
    match span {
        Span::All => None,
        Span::Last(count) => Some(format!("senaste-{count}")),
        Span::Range { from, to } => {
            let end = |period: Option<Period>| period.map_or_else(String::new, |period| period.to_string());
            Some(format!("{}..{}", end(from), end(to)))
        }
    }
}

/// The selection of a query string, with or without its `?`, and what of it
/// could not be followed.
pub fn decode(query: &str) -> (Selection, Vec<Notice>) {
    let (selection, notices, _) = decoded(query);
    (selection, notices)
}

/// The same of an address that a reader came with: one that may have been cut off says so.
pub fn decode_arrived(query: &str) -> (Selection, Vec<Notice>) {
    let (selection, mut notices, last) = decoded(query);
    // No address of ours says one period so. It may have lost the dots of an open end.
    if let (Some(Parameter::Span), None, Span::Range { from: Some(only), .. }) =
        (last, selection.figure, selection.span)
    {
        notices.push(Notice::OnlyPeriod(only));
    }
    (selection, notices)
}

fn decoded(query: &str) -> (Selection, Vec<Notice>, Option<Parameter>) {
    let (mut selection, mut notices, mut last) = (Selection::default(), Vec::new(), None);
    read(query, &mut selection, &mut notices, &mut last);
    (selection, notices, last)
}

/// Reads pairs; `last` becomes the last parameter of ours, if it is a span only where that
/// is a bare period.
fn read(query: &str, selection: &mut Selection, notices: &mut Vec<Notice>, last: &mut Option<Parameter>) {
    let opened;
    let query = if query.contains('=') {
        query
    } else {
        opened = mended::unescaped(query);
        &opened
    };
    for pair in query.split(['?', '&']) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = mended::name(name);
        match Parameter::ALL.into_iter().find(|parameter| parameter.name() == name) {
            Some(parameter) => {
                let value = mended::value_of(parameter, value);
                // Only names of groups and a presenter's addresses have a sign of the next
                // parameter in them.
                let (value, rest) = match value.split_once('&') {
                    Some(parts) if !matches!(parameter, Parameter::Areas | Parameter::Slides) => parts,
                    _ => (value.as_str(), ""),
                };
                let meant = mended::of(parameter, value);
                *last = Some(parameter).filter(|_| parameter != Parameter::Span || Period::from_code(&meant).is_some());
                if !meant.is_empty() {
                    apply(selection, parameter, (&meant, value), notices);
                }
                if !rest.is_empty() {
                    read(rest, selection, notices, last);
                }
            }
            None if mended::is_of_others(&name) => {}
            None => notices.push(Notice::UnknownParameter(shortened(&name))),
        }
    }
}

/// Takes a value over; where that cannot be, it is quoted as it came.
fn apply(selection: &mut Selection, parameter: Parameter, (value, came): (&str, &str), notices: &mut Vec<Notice>) {
    let mut refuse = |value: &str| notices.push(Notice::InvalidValue(parameter, shortened(value)));
    /// Takes a parsed value over, or refuses it.
    macro_rules! take {
        ($field:expr, $parsed:expr) => {
            match $parsed {
                Some(parsed) => $field = parsed,
                None => refuse(came),
            }
        };
    }
    match parameter {
        Parameter::View => take!(selection.view, View::from_code(value).map(Some)),
        Parameter::Topic => take!(selection.topic, name(value).map(|it| Some(TopicCode(it)))),
        Parameter::Table => take!(selection.table, name(value).map(|it| Some(TableId(it)))),
        Parameter::Edition => take!(selection.edition, name(value).map(|it| Some(EditionId(it)))),
        Parameter::Areas => {
            selection.areas.clear();
            selection.named.clear();
            for item in value.split(',').filter(|item| !item.is_empty()) {
                match area_of(item) {
                    Some(area) if selection.areas.len() < MOST_AREAS && !selection.areas.contains(&area) => {
                        selection.areas.push(area);
                    }
                    Some(_) => {}
                    // Whether it is the name of one is known once the areas are here.
                    None => value.clone_into(&mut selection.named),
                }
            }
        }
        Parameter::Contents => {
            selection.contents.clear();
            for item in value.split(',').filter(|item| !item.is_empty()) {
                // Which contents there are is known once the catalogue is here.
                match name(item).map(ContentCode) {
                    Some(code) if selection.contents.len() < MOST_CONTENTS && !selection.contents.contains(&code) => {
                        selection.contents.push(code);
                    }
                    Some(_) => {}
                    None => refuse(item),
                }
            }
        }
        Parameter::Span => take!(selection.span, span_of(value)),
        Parameter::Resolution => take!(selection.resolution, Resolution::from_code(value).map(Some)),
        Parameter::Measure => take!(selection.measure, Measure::from_code(value).map(Some)),
        Parameter::Figure => take!(selection.figure, FigureKind::from_code(value).map(Some)),
        Parameter::Axis => take!(selection.axis, AxisStart::from_code(value).map(Some)),
        Parameter::Classes => take!(selection.classes, Classes::from_code(value).map(Some)),
        Parameter::Order => take!(selection.order, Order::from_code(value).map(Some)),
        Parameter::Scales => take!(selection.scales, Scales::from_code(value).map(Some)),
        // A space is what some tools make of the `+` in `1+2` and `80+`.
        Parameter::Sex => take!(selection.sex, Sexes::from_code(&value.replace(' ', "+")).map(Some)),
        Parameter::Age => take!(selection.age, Age::from_code(&value.replace(' ', "+")).map(Some)),
        Parameter::Language => take!(selection.language, Language::from_tag(value)),
        Parameter::Theme => take!(selection.theme, Theme::from_code(value).map(Some)),
        Parameter::BaseYear => take!(selection.aim.base, Aim::year_of(value).map(Some)),
        Parameter::Target => take!(selection.aim.per_cent, Aim::per_cent_of(value).map(Some)),
        Parameter::Controls => take!(selection.embedding.controls, Controls::from_code(value)),
        // What it lists is read where it is shown.
        Parameter::Slides => value.clone_into(&mut selection.slides),
        _ => match switch(&mut selection.backdrop, &mut selection.embedding, parameter) {
            Some((is_on, on)) if [YES, NO].contains(&value) => *is_on = value == on,
            _ => refuse(value),
        },
    }
}

/// What a parameter switches, and with which of both values.
fn switch<'a>(
    backdrop: &'a mut Backdrop,
    embedding: &'a mut Embedding,
    parameter: Parameter,
) -> Option<(&'a mut bool, &'static str)> {
    Some(match parameter {
        Parameter::CountryLine => (&mut backdrop.country, YES),
        Parameter::Events => (&mut backdrop.events, YES),
        Parameter::Embedded => (&mut embedding.embedded, YES),
        Parameter::ShownTable => (&mut embedding.table, YES),
        Parameter::Title => (&mut embedding.untitled, NO),
        Parameter::Frame => (&mut embedding.frameless, NO),
        Parameter::Notes => (&mut embedding.noteless, NO),
        _ => return None,
    })
}

/// A name of ours: lower-case letters, digits and hyphens.
fn name(value: &str) -> Option<String> {
    let fits = value.len() <= 60
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    fits.then(|| value.to_owned())
}

pub(super) fn area_of(item: &str) -> Option<AreaChoice> {
    let item = mended::without_end(item).trim_start();
    if let Some(slug) = item.strip_prefix("forbund:") {
        return name(slug).filter(|slug| !slug.is_empty()).map(AreaChoice::Association);
    }
    if let Some(group) = item.strip_prefix("grupp:") {
        // The bracket that ends it may have been taken for one of the sentence around.
        let (label, members) = group.split_once('(')?;
        let label = group_name(label);
        let members = members.split(['+', ' ']).filter(|code| !code.is_empty());
        let members = members.map(AreaCode::from_code).collect::<Option<Vec<_>>>()?;
        return (!label.is_empty() && !members.is_empty()).then_some(AreaChoice::Group { name: label, members });
    }
    AreaCode::from_code(item).map(AreaChoice::Area)
}

/// A group's name as links can carry it: without the signs that separate
/// areas, spaces folded, at most 40 letters.
pub fn group_name(text: &str) -> String {
    let spaced: String = mended::value(text)
        .chars()
        .take(80)
        .map(|letter| if letter.is_control() || matches!(letter, '(' | ')' | ',' | '+') { ' ' } else { letter })
        .collect();
    let folded = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    folded.chars().take(40).collect::<String>().trim_end().to_owned()
}

fn span_of(value: &str) -> Option<Span> {
    if let Some(count) = value.strip_prefix("SENASTE-") {
        let count: u16 = count.parse().ok()?;
        return (1..=999).contains(&count).then_some(Span::Last(count));
    }
    let end = |code: &str| match code {
        "" => Some(None),
        code => Period::from_code(code).map(Some),
    };
    // No code of a period holds a dot.
    match value.split_once('.') {
        Some((from, to)) => {
            let (from, to) = (end(from)?, end(to.trim_start_matches('.'))?);
            Some(if from.or(to).is_none() { Span::All } else { Span::Range { from, to } })
        }
        None => Period::from_code(value).map(|period| Span::Range { from: Some(period), to: Some(period) }),
    }
}

#[cfg(test)]
#[path = "url_tests.rs"]
mod tests;
