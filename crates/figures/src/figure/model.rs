//! The view models: plain data between logic and view.

use super::{ColumnKey, LineKey, MapChart, RowKey, ScatterChart, SeriesKey, SmallCharts};
use crate::text::ui;
use faktabank_tables::query::FigureKind;
use faktabank_tables::statistics::{Cell, Period, Phrase, Provenance, Table};
use std::sync::Arc;

/// A figure: its sentence, its drawing, its source and its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What kind it is; its code names it in `data-figure`.
    pub kind: FigureKind,
    /// What it says.
    pub headline: Headline,
    /// What it draws; `None` for a table, or where there is nothing to draw.
    pub chart: Option<Arc<Chart>>,
    /// What it shows, by whom, how exact, which edition.
    pub caption: Caption,
    /// Its numbers.
    pub table: Arc<DataTable>,
    /// Why there is nothing to show and what to do about it, if there is nothing.
    pub empty: Option<String>,
}

/// What a figure says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// One sentence without a full stop: also alternative text and page title.
    pub title: String,
    /// One to three sentences with the numbers that matter; may be empty.
    pub lead: String,
}

/// The lines under a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// What is shown: contents, unit, population, resolution.
    pub what: String,
    /// Who made the figures, with table, and where they were read.
    pub source: String,
    /// An address for the source.
    pub source_url: String,
    /// Where the numbers come from.
    pub provenance: Provenance,
    /// Where the numbers are from and how exact they are: "Siffrorna är SCB:s egna".
    pub provenance_text: String,
    /// The edition, and whether newer figures exist.
    pub edition: String,
    /// Whether the edition is an older one.
    pub outdated: bool,
    /// The newest older edition that has other figures of the table; empty where
    /// there is none.
    pub former: String,
    /// The signs in the chart with what they mean; empty where it has none.
    pub signs: String,
    /// Footnotes, those that change the reading most first: axis, what is not reported,
    /// forecasts, preliminary periods, denominators, quality.
    pub notes: Vec<String>,
    /// So many of them stand; the rest may be folded.
    pub standing: usize,
}

impl Caption {
    /// The notes that stand, and those that are a press away; a single one is not worth it.
    pub fn notes_apart(&self) -> (&[String], &[String]) {
        let standing = if self.notes.len() <= self.standing + 1 { self.notes.len() } else { self.standing };
        self.notes.split_at(standing)
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// One line a series.
    Lines(TimeChart),
    /// Series stacked on each other, first at the bottom.
    Stack(TimeChart),
    /// One bar an area.
    Bars(BarChart),
    /// One region a kommun.
    Map(MapChart),
    /// One point a kommun.
    Scatter(ScatterChart),
    /// One small chart a place or a contents.
    Small(SmallCharts),
}

impl Chart {
    /// The series of lines or of a stack, and whether they are stacked.
    pub const fn over_time(&self) -> Option<(&TimeChart, bool)> {
        match self {
            Self::Lines(chart) => Some((chart, false)),
            Self::Stack(chart) => Some((chart, true)),
            Self::Bars(_) | Self::Map(_) | Self::Scatter(_) | Self::Small(_) => None,
        }
    }

    /// The bars, if it is of bars.
    pub const fn bars(&self) -> Option<&BarChart> {
        match self {
            Self::Bars(chart) => Some(chart),
            Self::Lines(_) | Self::Stack(_) | Self::Map(_) | Self::Scatter(_) | Self::Small(_) => None,
        }
    }
}

/// Series over periods.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeChart {
    /// The periods, gaps included: every step from the first to the last.
    pub periods: Vec<Period>,
    /// Each period in words: "andra halvåret 2025".
    pub period_names: Vec<String>,
    /// Each period as a short label of the axis, empty where none is due.
    pub period_labels: Vec<String>,
    /// The series, in the order of the chart, first at the bottom.
    pub series: Vec<Series>,
    /// The sum of a stack as it was published, where the headline is of it: a line of its
    /// own, since it may reach further than all of its parts.
    pub total: Option<Series>,
    /// The axis of values.
    pub axis: Axis,
    /// What its read-out says beside the numbers.
    pub beside: Beside,
    /// What happened, where that is marked: at positions of periods, by number
    /// and name: "2 Pandemin", or "2–3" for two that began in one period.
    pub events: Vec<Tick>,
}

/// What a read-out says beside each number: the same as a share or as a count,
/// and how it changed in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What the other number is: "andel", "antal"; empty where there is none.
    pub other: String,
    /// What the change is in: "på ett år"; empty where there is none.
    pub change: String,
    /// The other number and the change, for each series (and at last the total) and
    /// period; empty where there is none.
    pub cells: Vec<Vec<[String; 2]>>,
}

impl TimeChart {
    /// All that has a name at the end: the series, and over them their sum.
    pub fn named(&self) -> impl Iterator<Item = &Series> + Clone {
        self.series.iter().chain(&self.total)
    }

    /// Whether every series has a value at a position: only such a stack is
    /// drawn, since one that lacks a part would look lower than it is.
    pub fn is_whole(&self, at: usize) -> bool {
        self.series.iter().all(|series| series.points.get(at).is_some_and(|point| point.value.is_ok()))
    }
}

/// One line or band.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is of.
    pub key: LineKey,
    /// Its name, as short as the figure allows.
    pub name: String,
    /// What it is drawn with.
    pub tone: Tone,
    /// One point a period.
    pub points: Vec<Point>,
}

/// One number of a chart or a table, with its words and what a reader must
/// know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The value before rounding, or why there is none.
    pub value: Cell,
    /// As shown: rounded, with unit where its column has none; SCB's symbol
    /// where missing.
    pub text: String,
    /// Whether it may still change, or is yet to come.
    pub status: Status,
    /// Whether something is lacking in the value, where there is one.
    pub mark: Mark,
    /// The reason why it is missing, or what is lacking, in words; empty where
    /// nothing is: "ej rapporterat", "2 av 3 kommuner".
    pub note: String,
}

impl Point {
    /// A number with its words, of which nothing else is to be known.
    pub const fn plain(value: Cell, text: String) -> Self {
        Self { value, text, status: Status::Final, mark: Mark::Whole, note: String::new() }
    }
}

/// How sure a number is to stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It stays, but for revisions.
    #[default]
    Final,
    /// It may still change.
    Preliminary,
    /// It is yet to come, computed by somebody.
    Forecast,
}

impl Status {
    /// How sure the numbers of a period of a table are to stay.
    pub fn of(table: &Table, period: Period) -> Self {
        match (table.is_forecast(period), table.is_preliminary(period)) {
            (true, _) => Self::Forecast,
            (false, true) => Self::Preliminary,
            (false, false) => Self::Final,
        }
    }

    /// In a word, if it is not final.
    pub const fn word(self) -> Option<Phrase> {
        match self {
            Self::Final => None,
            Self::Preliminary => Some(ui::PRELIMINARY),
            Self::Forecast => Some(ui::FORECAST),
        }
    }
}

/// Whether something is lacking in a value that is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Nothing.
    #[default]
    Whole,
    /// It is of some of its areas only.
    Partial,
    /// It is too low (a change or an index: uncertain), since a part of it
    /// was not reported.
    Understated,
}

impl Mark {
    /// The stable key, as in `data-mark`; `None` for a whole number.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Whole => None,
            Self::Partial => Some("partial"),
            Self::Understated => Some("understated"),
        }
    }
}

/// What a series is drawn with: never colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A contents that has a colour of its own everywhere, from 1.
    Own(u8),
    /// The n-th area or contents chosen, from 0.
    Chosen(usize),
    /// Riket: dark grey and dashed.
    Country,
    /// Men of the n-th area chosen, beside its women: its colour, dotted.
    Dotted(usize),
    /// The sum of the parts, or riket's women beside its men: ink.
    Total,
    /// Riket behind the lines of others: thin, dashed and grey.
    Reference,
    /// Beside the point: light grey.
    Context,
}

/// Bars, the first on top.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// The period or periods that the bars are about, in words.
    pub period_name: String,
    /// The bars, in order.
    pub bars: Vec<Bar>,
    /// The axis of values.
    pub axis: Axis,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub key: SeriesKey,
    /// The area, or the contents.
    pub name: String,
    /// What it is drawn with.
    pub tone: Tone,
    /// Its length.
    pub point: Point,
}

/// An axis of values, with its ticks in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Where it starts.
    pub min: f64,
    /// Where it ends.
    pub max: f64,
    /// From `min` to `max`.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// How far along it a value lies, from 0 to 1.
    pub fn along(&self, value: f64) -> f64 {
        let length = self.max - self.min;
        if length > 0.0 { (value - self.min) / length } else { 0.5 }
    }
}

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// In words: "5 000", "12 %".
    pub label: String,
}

/// The numbers of a figure, as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// What the table shows, for its `<caption>`.
    pub caption: String,
    /// What its numbers are in, each unit once: "helårspersoner och personer".
    pub units: String,
    /// The period that all of it is of, where that is one.
    pub period: Option<Period>,
    /// What the rows are: "Period", "Kommun".
    pub stub: String,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// All rows together, where they are parts of something.
    pub total: Option<Row>,
    /// What is lacking where a number is too low: "ekonomiskt bistånd".
    pub unreported: String,
}

/// A column of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is of.
    pub key: ColumnKey,
    /// Its head.
    pub name: String,
    /// Decimals that its numbers are shown with.
    pub decimals: usize,
}

/// A row: one period or one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is of.
    pub key: RowKey,
    /// Its head.
    pub name: String,
    /// One cell a column.
    pub cells: Vec<Point>,
}
