//! One of many, in a box that unfolds.

use super::{Choice, one_each};
use crate::app::element::{Element, el, span};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_tables::statistics::Phrase;
use std::rc::Rc;

/// A labelled `<select>`: the codes to choose from and the one chosen; told
/// the code that is chosen next.
pub fn select_box(
    label: Phrase,
    options: Memo<Vec<Choice>>,
    chosen: Rc<dyn Fn() -> String>,
    choose: Callback<String>,
    context: PageContext,
) -> Element {
    let item = move |option: &Choice| {
        let (code, chosen) = (option.code.clone(), chosen.clone());
        let item = el("option").attr("value", code.clone()).child(option.name.as_str());
        item.prop("selected", move || chosen() == code)
    };
    let items = one_each(options, item);
    let select = el("select").on("change", move |event| choose.run(event.value())).child(items);
    el("label").class("field").child(span("field-label").child(context.words(label))).child(select)
}
