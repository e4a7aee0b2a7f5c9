//! What the reader asks for: the query string as a [`Selection`], and a
//! selection resolved against an edition, with a [`Notice`] for each thing
//! that could not be had as asked.

mod aim;
mod alike;
mod area_search;
mod area_words;
mod backdrop;
mod contents;
mod embedding;
mod figure_kind;
mod lasting;
mod modelled;
mod named;
mod needs;
mod notice;
mod offer;
mod order;
mod page;
mod pair;
mod periods;
mod place;
mod places;
mod reach;
mod resolve;
mod resolved;
mod scope;
mod sections;
mod selection;
mod sexes;
mod slips;
mod tables;
mod url;

pub use aim::Aim;
pub use alike::for_likeness;
pub use area_search::AreaSearch;
pub use backdrop::{Backdrop, CountryLine};
pub use embedding::{Controls, Embedding};
pub use figure_kind::FigureKind;
pub use lasting::{frozen, live};
pub use modelled::real_for;
pub use named::{by_code, is_by_name};
pub use needs::{beside, is_of_figure, needs};
pub use notice::{Notice, Parameter};
pub use offer::{contents_of, figures_of, measures_of, periods_at};
pub use order::Order;
pub use page::{address, folder_of, path_of};
pub use pair::{Unmatched, pairable, paired};
pub use place::{AreaKey, Namesake, Place, PlaceKey};
pub use places::most_areas;
pub use reach::reaching;
pub use resolve::{resolve, simplify};
pub use resolved::{Beside, EditionShown, Form, Resolved, Time, What};
pub use sections::{Section, left_out, sections, told_of};
pub use selection::{AreaChoice, AxisStart, Classes, Measure, Scales, Selection, Span, Theme, View};
pub use sexes::Sexes;
pub use url::{decode, encode, group_name};
