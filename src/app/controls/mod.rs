//! Ways to choose: each shows what is chosen and tells what is chosen next.
//!
//! Controls know labels and codes; what a code means is the view's business.

mod area_group;
mod area_list;
mod area_picker;
mod area_search;
mod area_search_box;
mod one_period;
mod period_range;
mod segments;
mod select_box;
mod tabs;
mod tick_list;

use super::element::{Element, Fragment, each, el, fragment};
use super::memo::Memo;
use super::page_context::PageContext;
pub(super) use area_picker::INPUT as AREA_INPUT;
pub use area_picker::{AreaPicker, Tag};
pub use area_search::{AreaOption, Held};
use faktabank_tables::statistics::Phrase;
pub use one_period::one_period;
pub use period_range::period_range;
pub use segments::segments;
pub use select_box::select_box;
pub use tabs::Tabs;
pub use tick_list::tick_list;

/// One element for each choice, following them.
fn one_each(options: Memo<Vec<Choice>>, item: impl Fn(&Choice) -> Element + 'static) -> Fragment {
    listed(options, Box::new(item))
}

fn listed(options: Memo<Vec<Choice>>, item: Box<dyn Fn(&Choice) -> Element>) -> Fragment {
    fragment(move || options.with(|options| each(options.iter().map(&item))))
}

/// A group of fields with its name.
fn group(class: &'static str, label: Phrase, context: PageContext) -> Element {
    el("fieldset").class(class).child(el("legend").class("field-label").child(context.words(label)))
}

/// A box or button to tick, with its name.
fn ticked(field: Element, name: &str) -> Element {
    el("label").child(field).child(el("span").child(name))
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// Its name in the language of the page.
    pub name: String,
}

impl Choice {
    /// A choice from its code and name.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into() }
    }
}
