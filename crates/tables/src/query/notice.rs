//! What of a link could not be followed, by the parameters of the query string.

use super::{CountryLine, Unmatched};
use crate::statistics::{Content, Period};

/// A parameter of the query string, as notices name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parameter {
    /// `vy`
    View,
    /// `amne`
    Topic,
    /// `tabell`
    Table,
    /// `utgava`
    Edition,
    /// `omrade`
    Areas,
    /// `innehall`
    Contents,
    /// `tid`
    Span,
    /// `upplosning`
    Resolution,
    /// `matt`
    Measure,
    /// `diagram`
    Figure,
    /// `axel`
    Axis,
    /// `klasser`
    Classes,
    /// `ordning`
    Order,
    /// `skala`
    Scales,
    /// `riket`
    CountryLine,
    /// `handelser`
    Events,
    /// `kon`
    Sex,
    /// `alder`
    Age,
    /// `sprak`
    Language,
    /// `tema`
    Theme,
    /// `basar`
    BaseYear,
    /// `mal`
    Target,
    /// `inbaddning`
    Embedded,
    /// `rubrik`
    Title,
    /// `visatabell`
    ShownTable,
    /// `kontroller`
    Controls,
    /// `ram`
    Frame,
    /// `noter`
    Notes,
    /// `bilder`
    Slides,
}

/// What of a link could not be followed, and what is shown instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A parameter that no version knows.
    UnknownParameter(String),
    /// A value that the parameter does not take; the default is shown.
    InvalidValue(Parameter, String),
    /// One period alone, at the end of an address that may have been cut off there.
    OnlyPeriod(Period),
    /// A value that the edition or the table does not hold.
    NotInTable(Parameter, String),
    /// A län, förbund or group that the edition or the table does not hold
    /// whole, and which of its areas are missing.
    PartlyInTable(String, Vec<String>),
    /// An area that the figures shown before do not cover, and the table shown since.
    OtherFigures(String, String),
    /// More areas than the view shows side by side; only so many are shown.
    TooManyAreas(usize),
    /// The figure shows one area at a time: the first chosen.
    OneAreaOnly,
    /// Several areas are shown by one contents at a time: the first chosen.
    OneContentsOnly,
    /// The figure sets two contents against each other: the first two chosen.
    TwoContentsOnly,
    /// The figure does not show women and men apart.
    NotApart,
    /// A contents cannot be set against the first, and why.
    NotBeside(Content, Unmatched),
    /// Riket cannot be a line behind those of the figure, and why.
    NoCountryLine(CountryLine),
}

/// What a notice quotes: no longer than a line.
pub(super) fn shortened(text: &str) -> String {
    let mut quoted: String = text.chars().filter(|letter| !letter.is_control()).take(60).collect();
    if text.chars().count() > 60 {
        quoted.push('…');
    }
    quoted
}
