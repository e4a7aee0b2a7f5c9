//! The symbols beside and instead of numbers: what is lacking, in words for
//! those who ask, and a legend of those that a table has.

use crate::app::element::{Content, Parts, div, each, el, span};
use crate::figure::{DataTable, Mark, Point};
use crate::statistics::{Language, Phrase};
use crate::text::ui;

/// The symbol after a number that must not be read without it.
const fn symbol(mark: Mark) -> &'static str {
    match mark {
        Mark::Whole => "",
        Mark::Partial => "†",
        Mark::Understated => "*",
    }
}

/// What a cell says: its number with its symbol, and what the symbol means as
/// text, seen by those who point at it, tap it or reach it by keyboard.
pub(super) fn cell(point: &Point) -> Parts {
    let mut parts = Parts::new();
    let sign = if point.value.is_ok() {
        point.text.as_str().add_to(&mut parts);
        symbol(point.mark)
    } else {
        point.text.as_str()
    };
    if point.note.is_empty() {
        sign.add_to(&mut parts);
    } else {
        let why = span("why-text").child(point.note.as_str());
        span("why").attr("tabindex", "0").child(sign).child(span("hidden").child(": ")).child(why).add_to(&mut parts);
    }
    parts
}

/// The symbols that a table has, each with its meaning; nothing where it has none.
pub(super) fn legend(table: &DataTable, language: Language) -> Parts {
    let has = |which: fn(&Point) -> bool| table.rows.iter().any(|row| row.cells.iter().any(which));
    let found: [(bool, &str, Phrase); 4] = [
        (has(|cell| cell.value.is_err()), "..", ui::NO_VALUE),
        (has(|cell| cell.mark == Mark::Understated), symbol(Mark::Understated), ui::UNDERSTATED),
        (has(|cell| cell.mark == Mark::Partial), symbol(Mark::Partial), ui::PARTIAL),
        (has(|cell| cell.preliminary && cell.value.is_ok()), ui::ITALIC.get(language), ui::PRELIMINARY),
    ];
    let items = found.into_iter().filter(|(found, ..)| *found).map(|(_, sign, meaning)| {
        let class = if meaning == ui::PRELIMINARY { "sign preliminary" } else { "sign" };
        el("div").child(el("dt").class(class).child(sign)).child(el("dd").child(meaning.get(language)))
    });
    let items = each(items);
    if items.is_empty() {
        return Parts::new();
    }
    let list = el("dl").attr("aria-label", ui::SYMBOLS.get(language)).child(items);
    div("legend").attr("data-legend", "").child(list).parts()
}
