//! The numbers of a figure as a real, sortable table.

use crate::app::live::live;
use crate::app::scene::Scene;
use crate::figure::{DataTable, Row, TableCell};
use crate::text::ui;
use leptos::prelude::*;
use std::cmp::Ordering;
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

/// The rows in an order; what is missing comes last either way.
fn sorted(rows: &[Row], order: Order) -> Vec<&Row> {
    let mut rows: Vec<_> = rows.iter().collect();
    let value = |row: &Row, column: usize| row.cells.get(column).and_then(|cell| cell.value.ok());
    let turned = |ordering: Ordering, direction| match direction {
        Direction::Rising => ordering,
        Direction::Falling => ordering.reverse(),
    };
    match order {
        Order::Given => {}
        // Codes sort periods by time and kommuner as SCB lists them.
        Order::Name(direction) => rows.sort_by(|a, b| turned(a.key.cmp(&b.key), direction)),
        Order::Column(column, direction) => rows.sort_by(|a, b| match (value(a, column), value(b, column)) {
            (Some(a), Some(b)) => turned(a.total_cmp(&b), direction),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }),
    }
    rows
}

/// The table of a figure.
#[component]
pub fn TableView(
    /// The numbers.
    #[prop(into)]
    table: Signal<Arc<DataTable>>,
    /// Where it is shown.
    scene: Scene,
) -> impl IntoView {
    let order = RwSignal::new(Order::Given);
    // A press on a column of another table must not sort this one.
    let columns = Memo::new(move |_| {
        let table = table.get();
        (table.stub.clone(), table.columns.clone())
    });
    Effect::new(move || {
        columns.track();
        order.set(Order::Given);
    });
    let heads = live(move || {
        let (stub, columns) = columns.get();
        let stub = head(stub, None, scene, order, Order::Name, Direction::Falling);
        let columns = columns
            .into_iter()
            .enumerate()
            .map(|(position, column)| {
                let by = move |direction| Order::Column(position, direction);
                head(column.name, Some(column.key), scene, order, by, Direction::Falling)
            })
            .collect::<Vec<_>>();
        view! {
            <tr>
                {stub}
                {columns}
            </tr>
        }
        .into_any()
    });
    let rows = live(move || {
        let table = table.get();
        sorted(&table.rows, order.get()).into_iter().map(|row| row_view(row, scene)).collect::<Vec<_>>().into_any()
    });
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=live(move || table.get().caption.clone())>
            <table data-table="">
                <caption>{live(move || table.get().caption.clone())}</caption>
                <thead>{heads}</thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The head of a column: a button that sorts by it, and back again.
fn head(
    name: String,
    key: Option<String>,
    scene: Scene,
    order: RwSignal<Order>,
    by: impl Fn(Direction) -> Order + Copy + Send + Sync + 'static,
    first: Direction,
) -> AnyView {
    let direction = move || {
        let order = order.get();
        [Direction::Rising, Direction::Falling].into_iter().find(|&direction| by(direction) == order)
    };
    let press = move |_| order.set(by(direction().map_or(first, Direction::other)));
    let title = [ui::SORT_BY.get(scene.language.get_untracked()), " ", &name].concat();
    view! {
        <th scope="col" data-column=key aria-sort=live(move || direction().map_or("none", Direction::aria))>
            <button type="button" class="sort" title=title on:click=press>
                {name}
            </button>
        </th>
    }
    .into_any()
}

fn row_view(row: &Row, scene: Scene) -> AnyView {
    let cells = row.cells.iter().map(|cell| cell_view(cell, scene)).collect::<Vec<_>>();
    view! {
        <tr data-row=row.key.clone()>
            <th scope="row">{row.name.clone()}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell_view(cell: &TableCell, scene: Scene) -> AnyView {
    let text = cell.text.clone();
    match cell.value {
        Ok(value) => {
            let class = if cell.preliminary { "number preliminary" } else { "number" };
            let title = cell.preliminary.then(|| ui::PRELIMINARY.get(scene.language.get_untracked()));
            view! {
                <td class=class data-value=value.to_string() title=title>
                    {text}
                </td>
            }
            .into_any()
        }
        Err(missing) => view! {
            <td class="number missing" data-value="" data-missing=missing.key()>
                {text}
            </td>
        }
        .into_any(),
    }
}
