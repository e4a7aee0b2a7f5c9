//! Selection + tables → plain view models: what a figure says, shows and lists.
//!
//! A [`Figure`] knows no pixels, no DOM and no signals. Its numbers are text
//! made by [`crate::text`]; the raw values stay beside them for tables and tests.

mod about;
mod arranged;
mod axis;
mod bars;
mod beside;
mod build;
mod caption;
mod classes;
mod comparison;
mod context;
mod events;
pub mod gallery;
mod headline;
mod key;
mod likeness;
mod listing;
mod map;
mod marks;
mod mismatch;
mod model;
mod model_areas;
mod modelled;
mod names;
mod overview;
mod reading;
mod regions;
mod scatter;
mod series;
mod sheet;
mod signs;
mod small;
mod totals;
pub mod walk;
mod wholes;

pub use about::{AboutTable, ChangedTable, EditionChanges, about_tables, edition_changes};
pub use arranged::{MANY, ends, narrowed};
pub use build::{build, is_over_time, over_time};
pub use comparison::{Compared, ComparedRow, Comparison, comparison};
pub(crate) use events::number_in;
pub use events::{with_events, without_events};
pub(crate) use key::ContentKey;
pub use key::{ColumnKey, LineKey, Part, RowKey, SeriesKey};
pub use likeness::{Alike, AlikeKommun, Unlike, likeness};
pub use model::{
    Axis, Bar, BarChart, Beside, Caption, Chart, Column, DataTable, Figure, Headline, Mark, Point, Row, Series, Status,
    Tick, TimeChart, Tone,
};
pub use model_areas::{Class, Dot, MapChart, Panel, Region, Scale, ScatterChart, SmallCharts};
pub use modelled::modelled_warning;
pub use names::{area_name, kind_name, place_name, view_name};
pub(crate) use names::{label_of, part_name, unit_of};
pub use overview::{
    Country, Group, Heading, Indicator, KeyNumber, Kommun, KommunList, Overview, Sparkline, TopicSection, Whole,
    heading, indicators, overview, topic,
};
pub use reading::{Reading, ReadingLine, reading};
pub use sheet::{Member, Plan, Sheet, Support, sheet};
pub use signs::sign_of;
pub(crate) use signs::{Form, Sign, letter, sign};
