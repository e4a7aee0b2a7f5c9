//! The name, the date and the words of a new edition, by what is in it.

use super::definition::{Definition, Preliminary};
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

/// The name that an edition has by default: its newest complete half-year, as
/// `2025-H2`; of a forecast, the newest one when it was made.
///
/// # Errors
///
/// If the table has no period, or was updated on no day.
pub(super) fn name(shape: &Shape, updated_on: &str) -> Result<EditionId> {
    let newest = shape.periods.last().context("the table has no period")?.last_month();
    let until = newest.min(month_of(updated_on)?);
    let half = until.at(Resolution::HalfYear);
    let complete = if half.last_month() == until { half } else { half.step(-1) };
    Ok(EditionId(format!("{}-H{}", complete.year(), complete.part())))
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
    fn check(last: &str, updated: &str, expected: &str) {
        let shape = Shape { periods: Period::from_code(last).into_iter().collect(), ..Shape::default() };
        assert_eq!(name(&shape, updated).unwrap().0, expected);
    }

    #[test]
    fn an_edition_is_named_after_its_newest_complete_half_year() {
        check("2025M12", "2026-03-06", "2025-H2");
        check("2026M04", "2026-06-29", "2025-H2");
        check("2026M06", "2026-09-04", "2026-H1");
        check("2024", "2025-02-21", "2024-H2");
        check("2070", "2026-04-22", "2025-H2");
    }

    #[test]
    fn months_are_words() {
        let words = ("december 2025".to_owned(), "December 2025".to_owned());
        assert_eq!(Period::from_code("2025M12").map(in_words), Some(words));
    }
}
