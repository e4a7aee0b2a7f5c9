//! The name, the date and the words of a new edition, by what is in it.

use super::definition::{Definition, Preliminary};
use super::marks::Marks;
use super::metadata::Metadata;
use super::report;
use super::resolve::Shape;
use anyhow::{Context, Result};
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::{Exactness, Forecast, Label, Period, Provenance, Resolution, Source, Table};

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augusti", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

/// The name of an edition that is published on a day: its month, as `2026-06`, with a
/// letter where the month has editions already. Names sort by time.
///
/// # Errors
///
/// If `published` is no day, or the month has too many editions.
pub(super) fn name(published: &str, is_taken: impl Fn(&EditionId) -> bool) -> Result<EditionId> {
    let month = month_of(published)?;
    let month = format!("{}-{:02}", month.year(), month.part());
    let names = [String::new()].into_iter().chain(('b'..='z').map(String::from));
    let mut names = names.map(|letter| EditionId(month.clone() + &letter));
    names
        .find(|id| !is_taken(id))
        .with_context(|| format!("{month} has every edition that it can; give --edition a name"))
}

/// The month of a day.
fn month_of(day: &str) -> Result<Period> {
    let parts = day.get(..4).zip(day.get(5..7));
    let month = parts.and_then(|(year, month)| Period::month(year.parse().ok()?, month.parse().ok()?));
    month.with_context(|| format!("{day:?} is no day"))
}

/// What the edition is, in a sentence; `published` is its day.
///
/// # Errors
///
/// If `published` is no day.
pub(super) fn label(definition: &Definition, shape: &Shape, published: &str) -> Result<Label> {
    let last = shape.periods.last().context("the table has no period")?;
    let month = month_of(published)?;
    let (sv, en) = in_words(month);
    let mut sv_head: Vec<char> = sv.chars().collect();
    if let Some(first) = sv_head.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    let (sv_to, en_to) =
        if last.resolution() == Resolution::Month { in_words(*last) } else { (last.to_string(), last.to_string()) };
    Ok(Label::new(
        format!("{}: {} till och med {sv_to}", sv_head.into_iter().collect::<String>(), definition.subject.sv),
        format!("{en}: {} to {en_to}", definition.subject.en),
    ))
}

/// A month in both languages.
fn in_words(month: Period) -> (String, String) {
    let at = usize::try_from(month.part() - 1).unwrap_or(0);
    let (sv, en) = MONTHS.get(at).copied().unwrap_or_default();
    (format!("{sv} {}", month.year()), format!("{en} {}", month.year()))
}

/// The table without its cells.
pub(super) fn table(definition: &Definition, metadata: &Metadata, shape: &Shape) -> Table {
    Table {
        id: definition.id.clone(),
        label: definition.label.clone(),
        source: Source { updated: metadata.updated_on().to_owned(), ..definition.source.clone() },
        provenance: Provenance::Official,
        exactness: Exactness { label: definition.exactness.clone(), part: 0.0, total: 0.0 },
        preliminary_from: match definition.preliminary {
            Preliminary::None => None,
            Preliminary::All => shape.periods.first().copied(),
            Preliminary::NewestYear => {
                let year = shape.periods.last().map(|last| last.year());
                shape.periods.iter().copied().find(|period| Some(period.year()) == year)
            }
        },
        perturbed_from: shape.periods.first().copied().filter(|_| definition.perturbed),
        forecast: definition.forecast.as_ref().and_then(|known| {
            let (from, vintage) = (*shape.periods.first()?, metadata.updated_on().get(..7)?.to_owned());
            Some(Forecast { from, vintage, maker: known.maker.clone(), basis: known.basis.clone() })
        }),
        notes: definition.notes.clone(),
        area_notes: Vec::new(),
        areas: shape.areas.clone(),
        contents: shape.contents.clone(),
        sexes: shape.sexes.clone(),
        ages: shape.ages.clone(),
        periods: shape.periods.clone(),
        cells: Vec::new(),
    }
}

/// What the agency says beside its values: readers are told, and what it calls
/// preliminary is.
pub(super) fn mark(table: &mut Table, marks: &Marks) {
    let said = marks.preliminary_from(&table.periods);
    table.preliminary_from = table.preliminary_from.into_iter().chain(said).min();
    table.notes.extend(marks.notes(&table.periods, &table.source.agency));
}

/// What readers are told of values that do not add up and were accepted.
pub(super) fn note_on(findings: usize, agency: &str) -> Option<Label> {
    let note = || {
        Label::new(
            format!(
                "{findings} värden stämmer inte med de summor eller andelar som de hör till. De återges som {agency} har \
                 publicerat dem och är uppräknade i utgåvans fil {}.",
                report::FILE
            ),
            format!(
                "{findings} values do not agree with the totals or shares that they belong to. They are given as {agency} \
                 published them and are listed in the file {} of the edition.",
                report::FILE
            ),
        )
    };
    (findings > 0).then(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(published: &str, taken: &[&str], expected: &str) {
        let is_taken = |id: &EditionId| taken.contains(&id.0.as_str());
        assert_eq!(name(published, is_taken).unwrap().0, expected);
    }

    #[test]
    fn an_edition_is_named_after_its_month_so_that_names_sort_by_time() {
        check("2026-03-06", &[], "2026-03");
        check("2026-11-30", &["2026-06", "2026-11"], "2026-11b");
        check("2026-11-30", &["2026-11", "2026-11b"], "2026-11c");
        assert!("2026-11" < "2026-11b" && "2026-11c" < "2026-12");
        assert!(name("2025-H2", |_| false).is_err());
    }

    #[test]
    fn months_are_words() {
        let words = ("december 2025".to_owned(), "December 2025".to_owned());
        assert_eq!(Period::from_code("2025M12").map(in_words), Some(words));
    }
}
