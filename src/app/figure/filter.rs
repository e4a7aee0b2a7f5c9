//! The field over a long table that leaves the rows whose heads have what was typed.

use crate::app::element::{Element, div, el, span};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use faktabank_figures::figure::{DataTable, Row};
use faktabank_figures::text::{letters, number, ui};
use std::sync::Arc;

/// Shorter tables are looked through at a glance.
pub(super) const FEWEST: usize = 13;

/// A text without capitals, to be looked for.
pub(super) fn folded(text: &str) -> String {
    text.trim().chars().map(letters::small).collect()
}

/// Whether the head of a row has what is sought, folded; as well where it is typed
/// without the dots and rings of letters.
pub(super) fn matches(row: &Row, sought: &str) -> bool {
    let name = folded(&row.name);
    sought.is_empty() || name.contains(sought) || name.chars().map(letters::bare).collect::<String>().contains(sought)
}

/// The field, and how many rows it leaves.
pub(super) fn view(table: Memo<Arc<DataTable>>, sought: RwSignal<String>, context: PageContext) -> Element {
    let field = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .prop("value", move || sought.get())
        .on("input", move |event| sought.set(event.value()));
    let label = el("label").child(span("filter-name").child(context.words(ui::FILTER_ROWS))).child(field);
    let left = move || {
        let folded = folded(&sought.get());
        if folded.is_empty() {
            return String::new();
        }
        table.with(|table| {
            let left = table.rows.iter().filter(|row| matches(row, &folded)).count();
            ui::ROWS_LEFT.fill(context.language.get(), &[&number::count(left), &number::count(table.rows.len())])
        })
    };
    let status = span("filter-left").attr("role", "status").attr("data-filtered", "").child(left);
    div("filter").child(label).child(status)
}
