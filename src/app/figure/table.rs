//! The numbers of a figure as a real, sortable table.

use super::{filter, symbols};
use crate::app::element::{Element, afterwards, div, each, el, fragment, show};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use crate::browser::copied;
use faktabank_figures::figure::{DataTable, Point, Row, RowKey, Status};
use faktabank_figures::text::{letters, number, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// As the figure gives them.
    #[default]
    Given,
    /// By the heads of the rows.
    Name(Direction),
    /// By a column.
    Column(usize, Direction),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Rising,
    Falling,
}

impl Direction {
    const fn other(self) -> Self {
        match self {
            Self::Rising => Self::Falling,
            Self::Falling => Self::Rising,
        }
    }

    const fn aria(self) -> &'static str {
        match self {
            Self::Rising => "ascending",
            Self::Falling => "descending",
        }
    }
}

/// Whether the rows are periods.
fn is_over_time(rows: &[Row]) -> bool {
    rows.first().is_some_and(|row| row.key.period().is_some())
}

/// The rows in an order; what is missing comes last either way.
fn sorted(rows: &[Row], order: Order) -> Vec<&Row> {
    let value = |row: &Row, column: usize| row.cells.get(column).and_then(|cell| cell.value.ok());
    // Codes sort periods by time; all else goes by name, å, ä and ö last.
    let place = |row: &Row| match row.key.period() {
        Some(_) => row.key.code(),
        None => letters::ordered(&row.name),
    };
    let before = |row: &Row, other: &Row| match order {
        Order::Given => false,
        Order::Name(Direction::Rising) => place(row) < place(other),
        Order::Name(Direction::Falling) => place(row) > place(other),
        Order::Column(column, direction) => match (value(row, column), value(other, column)) {
            (Some(row), Some(other)) if direction == Direction::Rising => row < other,
            (Some(row), Some(other)) => row > other,
            (row, other) => row.is_some() && other.is_none(),
        },
    };
    let mut sorted: Vec<&Row> = Vec::with_capacity(rows.len());
    for row in rows {
        // Few enough to insert one by one, in far less code than a sort.
        sorted.insert(sorted.partition_point(|other| !before(row, other)), row);
    }
    sorted
}

/// The table of a figure.
pub fn table_view(table: Memo<Arc<DataTable>>, context: PageContext) -> Element {
    let order = RwSignal::new(Order::Given);
    // A press on a column of another table must not sort this one.
    let columns = Memo::new(move |_| {
        let table = table.get();
        (table.stub.clone(), table.columns.clone(), is_over_time(&table.rows))
    });
    afterwards(move || {
        columns.track();
        order.set(Order::Given);
    });
    let heads = fragment(move || {
        let (stub, columns, over_time) = columns.get();
        // Periods are wanted from the newest, names from A.
        let first = if over_time { Direction::Falling } else { Direction::Rising };
        let stub = head(&stub, None, (None, first), context, order);
        let columns = columns.into_iter().enumerate().map(|(position, column)| {
            head(&column.name, Some(column.key.code()), (Some(position), Direction::Falling), context, order)
        });
        el("tr").child(stub).children(columns).into_fragment()
    });
    // What was looked for in another table is not looked for in this one.
    let sought = RwSignal::new(String::new());
    afterwards(move || {
        columns.track();
        sought.set(String::new());
    });
    let rows = fragment(move || {
        let (table, sought) = (table.get(), filter::folded(&sought.get()));
        let rows = sorted(&table.rows, order.get()).into_iter().filter(|row| filter::matches(row, &sought));
        each(rows.map(|row| row_view(row, context)))
    });
    let total = fragment(move || each(table.get().total.iter().map(|row| row_view(row, context))));
    let caption = move || table.get().caption.clone();
    let shown = el("table")
        .attr("data-table", "")
        .child(el("caption").child(caption))
        .child(el("thead").child(heads))
        .child(el("tbody").child(rows))
        .child(el("tfoot").child(total));
    let scroll = div("table-scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", caption);
    let filter = show(
        move || table.with(|table| table.rows.len() >= filter::FEWEST),
        move || filter::view(table, sought, context).into_fragment(),
    );
    el("div")
        .attr(copied::PLACE, "")
        .child(filter)
        .child(scroll.child(shown))
        .child(fragment(move || symbols::legend(&table.get(), context.language.get())))
}

/// The head of a column, or that of the rows' own heads: a button that sorts
/// by it, in the direction that is wanted `first`, and back again.
fn head(
    name: &str,
    key: Option<String>,
    (column, first): (Option<usize>, Direction),
    context: PageContext,
    order: RwSignal<Order>,
) -> Element {
    let by = move |direction| column.map_or(Order::Name(direction), |position| Order::Column(position, direction));
    let direction = move || {
        let order = order.get();
        [Direction::Rising, Direction::Falling].into_iter().find(|&direction| by(direction) == order)
    };
    let press = move |_| order.set(by(untrack(direction).map_or(first, Direction::other)));
    let title = [ui::SORT_BY.get(context.language.get_untracked()), " ", name].concat();
    let button = el("button").attr("type", "button").class("sort").attr("title", title).on("click", press).child(name);
    el("th")
        .attr("scope", "col")
        .attr("data-column", key)
        .attr("aria-sort", move || direction().map_or("none", Direction::aria))
        .child(button)
}

fn row_view(row: &Row, context: PageContext) -> Element {
    // The name of a place is the same in every language.
    let fixed = matches!(row.key, RowKey::Place(_)).then_some("no");
    let head = el("th").attr("scope", "row").attr("translate", fixed).child(row.name.as_str());
    let cells = row.cells.iter().map(|cell| cell_view(cell, context));
    el("tr").attr("data-row", row.key.code()).child(head).children(cells)
}

fn cell_view(cell: &Point, context: PageContext) -> Element {
    let title = cell.status.word().map(|word| word.get(context.language.get_untracked()));
    point_cell(cell).attr("title", title).child(symbols::cell(cell))
}

/// The empty cell of a number, with what it holds for those who read the page
/// by program: the value or what is missing, and what the number lacks.
pub(in crate::app) fn point_cell(point: &Point) -> Element {
    let cell = match point.value {
        Ok(value) => {
            let class = if point.status != Status::Final { "number preliminary" } else { "number" };
            el("td").class(class).attr("data-value", number::raw(value))
        }
        Err(missing) => el("td").class("number missing").attr("data-value", "").attr("data-missing", missing.key()),
    };
    cell.attr("data-mark", point.mark.key())
}
