//! Some of many: a list of boxes to tick.

use super::{Choice, group, one_each, ticked};
use crate::app::element::{Element, el};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_tables::statistics::Phrase;

/// A labelled group of checkboxes: the codes to choose from and those chosen;
/// told a code and whether it is chosen from now on.
pub fn tick_list(
    label: Phrase,
    options: Memo<Vec<Choice>>,
    chosen: impl Fn(&str) -> bool + Copy + 'static,
    choose: Callback<(String, bool)>,
    context: PageContext,
) -> Element {
    let item = move |option: &Choice| {
        let code = option.code.clone();
        let field = el("input").attr("type", "checkbox").attr("value", code.clone());
        let field = field
            .prop("checked", move || chosen(&code))
            .on("change", move |event| choose.run((event.value(), event.checked())));
        ticked(field, &option.name)
    };
    let items = one_each(options, item);
    group("field ticks", label, context).child(items)
}
