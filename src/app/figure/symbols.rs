//! The signs beside and instead of numbers in a table: what is lacking, in words for
//! those who ask, and a legend of those that it has.

use crate::app::element::{Child, Fragment, div, each, el, span};
use faktabank_figures::figure::{DataTable, Mark, Point, Status, sign_of};
use faktabank_figures::text::ui;
use faktabank_tables::statistics::{Language, Phrase};

/// What a cell says: its number with its symbol, and what the symbol means as
/// text, seen by those who point at it, tap it or reach it by keyboard.
pub(in crate::app) fn cell(point: &Point) -> Fragment {
    let mut parts = Fragment::new();
    let sign = if point.value.is_ok() {
        point.text.as_str().add_to(&mut parts);
        sign_of(point)
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
pub(super) fn legend(table: &DataTable, language: Language) -> Fragment {
    let first = |which: &dyn Fn(&Point) -> bool| table.rows.iter().flat_map(|row| &row.cells).find(|cell| which(cell));
    let sign = |mark: Mark| first(&|cell| cell.mark == mark).map(sign_of);
    let italic =
        |status: Status| first(&|cell| cell.status == status && cell.value.is_ok()).map(|_| ui::ITALIC.get(language));
    let found: [(Option<&str>, Phrase); 5] = [
        (first(&|cell| cell.value.is_err()).map(|_| ".."), ui::NO_VALUE),
        (sign(Mark::Understated), ui::UNDERSTATED),
        (sign(Mark::Partial), ui::PARTIAL),
        (italic(Status::Preliminary), ui::PRELIMINARY),
        (italic(Status::Forecast), ui::FORECAST),
    ];
    let items = found.into_iter().filter_map(|(sign, meaning)| {
        let class = if meaning == ui::PRELIMINARY || meaning == ui::FORECAST { "sign preliminary" } else { "sign" };
        let meaning = meaning.fill(language, &[&table.unreported]);
        Some(el("div").child(el("dt").class(class).child(sign?)).child(el("dd").child(meaning)))
    });
    let items = each(items);
    if items.is_empty() {
        return Fragment::new();
    }
    let list = el("dl").attr("aria-label", ui::SYMBOLS.get(language)).child(items);
    div("legend").attr("data-legend", "").child(list).into_fragment()
}
