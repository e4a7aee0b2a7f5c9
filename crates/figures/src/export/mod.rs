//! Figures to files that a reader takes along: the same numbers, symbols and
//! notes as on the page, with source, provenance and edition.
//!
//! Knows no page and no browser: it makes a name and text; to save them is
//! for others.

mod cells;
mod citation;
mod csv;
mod cube;
mod embed;
mod json_stat;
mod long;
mod name;
mod notes;
mod picture;
mod px;
mod subject;
mod words;
mod workbook;

pub use citation::citation;
pub use embed::{Embed, embed_title};
pub use picture::{Drawing, picture};
pub use subject::Subject;

/// What a figure can be taken along as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The table, for a Swedish spreadsheet.
    Csv,
    /// The table, for programs.
    PlainCsv,
    /// Every number of the tables that the figure is made of.
    LongCsv,
    /// The table as a workbook; its text describes it (see `web/xlsx.mjs`).
    Xlsx,
    /// The table as PX.
    Px,
    /// The table as JSON-stat.
    JsonStat,
}

impl Format {
    /// Every format, in the order of the panel.
    pub const ALL: [Self; 6] = [Self::Xlsx, Self::Csv, Self::PlainCsv, Self::LongCsv, Self::Px, Self::JsonStat];

    /// The stable key, as in `data-save`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::PlainCsv => "csv-plain",
            Self::LongCsv => "csv-long",
            Self::Xlsx => "xlsx",
            Self::Px => "px",
            Self::JsonStat => "json-stat",
        }
    }

    /// What names of its files end with, besides the ending.
    const fn suffix(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("", "csv"),
            Self::PlainCsv => ("-tabell", "csv"),
            Self::LongCsv => ("-alla-siffror", "csv"),
            Self::Xlsx => ("", "xlsx"),
            Self::Px => ("", "px"),
            Self::JsonStat => ("", "json"),
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::PlainCsv | Self::LongCsv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Px => "text/plain;charset=utf-8",
            Self::JsonStat => "application/json",
        }
    }
}

/// A file for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called: area, measure, period and edition.
    pub name: String,
    /// What is in it, as UTF-8.
    pub text: String,
}

/// Files that are larger are announced with their size.
pub const LARGE: usize = 5_000_000;

/// About how many bytes a file will have, where that may be more than [`LARGE`]: the others
/// have no more than is on the page.
pub fn size(format: Format, subject: &Subject<'_>) -> usize {
    if format == Format::LongCsv { long::size(subject) } else { 0 }
}

/// A figure as a file.
pub fn file(format: Format, subject: &Subject<'_>) -> File {
    let (suffix, ending) = format.suffix();
    let text = match format {
        Format::Csv => csv::swedish(subject),
        Format::PlainCsv => csv::plain(subject),
        Format::LongCsv => long::csv(subject),
        Format::Xlsx => workbook::json(subject),
        Format::Px => px::file(subject),
        Format::JsonStat => json_stat::file(subject),
    };
    File { name: name::of(subject, suffix, ending), text }
}
