//! Swedish labels that a snapshot carries for clients other than ours.
//!
//! Written, never read: the page has its own words, in both languages.

use crate::statistics::{Age, Content, Sex, Source};

/// The name of a contents, spelled right.
pub(super) fn content_label(content: Content) -> &'static str {
    let definition = content.definition();
    let name = || definition.phrase("name").map_or(content.code(), |name| name.sv);
    definition.text("label").unwrap_or_else(name)
}

/// A sex in words.
pub(super) const fn sex_label(sex: Sex) -> &'static str {
    match sex {
        Sex::Both => "män och kvinnor totalt",
        Sex::Men => "män",
        Sex::Women => "kvinnor",
    }
}

/// An age span in words.
pub(super) fn age_label(age: Age) -> String {
    match age.to() {
        _ if age == Age::EVERYBODY => "alla åldrar".to_owned(),
        None => format!("{} år och äldre", age.from()),
        Some(_) => format!("{} år", age.to_string().replace('-', "–")),
    }
}

/// Who made the figures, in one line.
pub(super) fn source(source: &Source) -> String {
    let mut line = source.agency.clone();
    for part in [&source.statistic.sv, &source.table] {
        if !part.is_empty() {
            line.push_str(", ");
            line.push_str(part);
        }
    }
    line
}
