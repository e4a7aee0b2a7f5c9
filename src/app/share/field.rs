//! Words for the reader to copy: a field that holds them, and a button.

use super::{later, told};
use crate::app::element::{Element, div, el, span};
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use crate::browser::clipboard;
use faktabank_figures::text::share as words;
use faktabank_tables::statistics::Phrase;

/// A field, by its id, with what it is called and what its button says.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) id: &'static str,
    pub(super) label: Phrase,
    pub(super) copy: Phrase,
    /// Its lines; `None` for a field of one.
    pub(super) rows: Option<&'static str>,
}

impl Field {
    /// The field with its words, which cannot be changed but can be selected.
    pub(super) fn view(self, value: impl Fn() -> String + 'static, context: PageContext) -> Element {
        let said = RwSignal::new(String::new());
        let field = match self.rows {
            Some(rows) => el("textarea").attr("rows", rows),
            None => el("input").attr("type", "text"),
        };
        let field = field.attr("id", self.id).attr("readonly", "").attr("spellcheck", "false").prop("value", value);
        let label = el("label").class("field").child(span("field-label").child(context.words(self.label))).child(field);
        let press = move |_| {
            said.set(String::new());
            later(async move {
                let phrase = if clipboard::copy(self.id).await { words::COPIED } else { words::NOT_COPIED };
                said.set(phrase.get(context.language.get_untracked()).to_owned());
            });
        };
        let button = el("button").attr("type", "button").class("button").attr("data-copy", self.id).on("click", press);
        div("copied").child(label).child(button.child(context.words(self.copy))).child(told(said))
    }
}
