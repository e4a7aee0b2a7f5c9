//! What the series, rows and columns of a figure are of, and the codes that files and
//! the page know them by. A code is written here alone and never taken apart: who wants
//! to know of which place or contents something is asks its key.

use faktabank_tables::query::{Measure, Order, Place, PlaceKey};
use faktabank_tables::statistics::{AreaCode, Content, Period};

/// A place and a contents: what a bar, a panel or a line is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeriesKey {
    /// The place.
    pub place: PlaceKey,
    /// The contents.
    pub content: Content,
}

impl SeriesKey {
    /// The key of a contents at a place.
    pub fn of(place: &Place, content: Content) -> Self {
        Self { place: place.key(), content }
    }

    /// Its code: "2080/summa"; of women and men apart "2080/2/summa".
    pub fn code(&self) -> String {
        [&self.place.code(), "/", self.content.code()].concat()
    }

    /// The area, if it is of one.
    pub const fn area(&self) -> Option<AreaCode> {
        self.place.area.area()
    }
}

/// What a line or band is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LineKey {
    /// A contents at a place.
    Series(SeriesKey),
    /// What a plan wants to reach.
    Target,
}

impl LineKey {
    /// Its code.
    pub fn code(&self) -> String {
        match self {
            Self::Series(key) => key.code(),
            Self::Target => "mal".to_owned(),
        }
    }
}

/// What a row of a table is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// A period.
    Period(Period),
    /// A contents at a place.
    Series(SeriesKey),
    /// A place, whatever its columns are of.
    Place(PlaceKey),
    /// A contents, wherever.
    Content(Content),
    /// All rows together.
    All,
}

impl RowKey {
    /// Its code, by which periods sort by time and areas as SCB lists them.
    pub fn code(&self) -> String {
        match self {
            Self::Period(period) => period.to_string(),
            Self::Series(key) => key.code(),
            Self::Place(key) => key.code(),
            Self::Content(content) => content.code().to_owned(),
            Self::All => "summa".to_owned(),
        }
    }

    /// The period that it is of, if it is of one.
    pub const fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    /// The place and the contents that it is of, if it is of both.
    pub const fn series(&self) -> Option<&SeriesKey> {
        match self {
            Self::Series(key) => Some(key),
            _ => None,
        }
    }
}

/// What a column of a table is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKey {
    /// A contents at a place, or a part of what is told of it.
    Series(SeriesKey, Option<Part>),
    /// What is made of the numbers, of whatever its rows are.
    Measure(Measure),
    /// A contents, of whatever its rows are.
    Content(Content),
    /// A period.
    Period(Period),
    /// A change from one period to another.
    Change,
    /// The change over the newest year.
    OverYear,
    /// The change since the first.
    SinceStart,
    /// A share, of the place itself.
    Share,
    /// A share, of an area around it.
    ShareIn(AreaCode),
}

/// One of two columns of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// By how many.
    Number,
    /// By how many per cent.
    PerCent,
}

impl Part {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "antal",
            Self::PerCent => "procent",
        }
    }
}

impl ColumnKey {
    /// Its code: "2080/summa", "2080/summa/antal", "andel".
    pub fn code(&self) -> String {
        match self {
            Self::Series(key, None) => key.code(),
            Self::Series(key, Some(part)) => [&key.code(), "/", part.code()].concat(),
            Self::Measure(measure) => measure.code().to_owned(),
            Self::Content(content) => content.code().to_owned(),
            Self::Period(period) => period.to_string(),
            Self::Change => Order::Change.code().to_owned(),
            Self::OverYear => "ar".to_owned(),
            Self::SinceStart => "sedan".to_owned(),
            Self::Share => Measure::Share.code().to_owned(),
            Self::ShareIn(code) => [Measure::Share.code(), "-", &code.to_string()].concat(),
        }
    }
}

/// A contents with the part of what is told of it, as a dimension of a file has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ContentKey {
    /// The contents.
    pub(crate) content: Content,
    /// The part, where there are several.
    pub(crate) part: Option<Part>,
}

impl ContentKey {
    /// Its code: "summa", "summa/antal".
    pub(crate) fn code(self) -> String {
        match self.part {
            None => self.content.code().to_owned(),
            Some(part) => [self.content.code(), "/", part.code()].concat(),
        }
    }
}
