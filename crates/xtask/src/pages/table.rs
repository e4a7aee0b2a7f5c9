//! Tables and small lines to HTML, as the page in the browser has them.

use faktabank_figures::drawing::sparkline::sparkline;
use faktabank_figures::figure::{DataTable, Point, Row, Status, sign_of};
use faktabank_tables::statistics::Language;
use maud::{Markup, html};

/// The numbers of a figure.
pub(super) fn whole(table: &DataTable, language: Language) -> Markup {
    let row = |row: &Row| {
        html! {
            tr {
                th scope="row" { (row.name) }
                @for cell in &row.cells { (numeral(cell, language)) }
            }
        }
    };
    html! {
        div.table-scroll role="region" tabindex="0" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead {
                    tr {
                        th scope="col" { (table.stub) }
                        @for column in &table.columns { th scope="col" { (column.name) } }
                    }
                }
                tbody { @for each in &table.rows { (row(each)) } }
                @if let Some(total) = &table.total { tfoot { (row(total)) } }
            }
        }
    }
}

/// A number in a cell, with what it lacks as text.
pub(super) fn numeral(point: &Point, language: Language) -> Markup {
    cell(point, language, &html! {})
}

/// The same with something beneath it.
pub(super) fn cell(point: &Point, language: Language, beneath: &Markup) -> Markup {
    let class = match point.value {
        Ok(_) if point.status != Status::Final => "number preliminary",
        Ok(_) => "number",
        Err(_) => "number missing",
    };
    let status = point.status.word().map(|word| word.get(language));
    let sign = if point.value.is_ok() { sign_of(point) } else { "" };
    html! {
        td class=(class) title=[status] {
            (point.text) (sign)
            @if !point.note.is_empty() { span.hidden { ": " (point.note) } }
            (beneath)
        }
    }
}

/// A small line without axes; nothing where there is nothing to draw.
pub(super) fn spark(points: &[Point]) -> Markup {
    let values: Vec<Option<f64>> = points.iter().map(|point| point.value.ok()).collect();
    let Some(line) = sparkline(&values) else { return html! {} };
    let (x, y) = &line.end;
    html! {
        svg.spark viewBox="0 0 120 30" aria-hidden="true" focusable="false" {
            path d=(line.path) {}
            circle cx=(x) cy=(y) r="2" {}
        }
    }
}
