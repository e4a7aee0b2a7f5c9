//! One of few, side by side.

use super::{Choice, group, one_each, ticked};
use crate::app::element::{Element, div, el};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_tables::statistics::Phrase;

/// A labelled group of radio buttons that looks like one strip: its name,
/// unlike that of any other group of the page; the codes to choose from and
/// the one chosen; told the code that is chosen next.
pub fn segments(
    name: &'static str,
    label: Phrase,
    options: Memo<Vec<Choice>>,
    chosen: Memo<String>,
    choose: Callback<String>,
    context: PageContext,
) -> Element {
    let item = move |option: &Choice| {
        let code = option.code.clone();
        let field = el("input").attr("type", "radio").attr("name", name).attr("value", code.clone());
        let field = field
            .prop("checked", move || chosen.with(|chosen| *chosen == code))
            .on("change", move |event| choose.run(event.value()));
        ticked(field, &option.name)
    };
    let items = one_each(options, item);
    group("field segments", label, context).child(div("strip").child(items))
}
