//! One figure in somebody else's page: headline, drawing, caption with source,
//! a way to the whole page, and what of it fits into the frame.

use super::stage::Stage;
use super::{choices, modelled, time};
use crate::app::deferred::is_pending;
use crate::app::element::{Child, Element, Fragment, afterwards, div, el, fragment, hold, p, show};
use crate::app::figure::{FigureActions, figure_view};
use crate::app::lazy::{entries, little, once_loaded};
use crate::app::loading::latest;
use crate::app::memo::Memo;
use crate::app::notices::notices;
use crate::app::shell::MAIN;
use crate::browser::dom::{Handle, HtmlElement};
use crate::browser::frame::AnimationFrame;
use crate::browser::{host, page};
use faktabank_figures::figure::{DataTable, Figure, Point};
use faktabank_figures::text::ui;
use faktabank_tables::query::{Controls, Embedding, FigureKind};
use leptos::prelude::*;
use std::sync::Arc;

/// The last step at which `embed.css` leaves something out.
const LAST_STEP: u8 = 6;

/// Marks the document as one figure in a frame; links open beside it.
pub(in crate::app) fn begin(embedding: Embedding) {
    page::mark("data-embedded", Some(""));
    page::mark("data-untitled", embedding.untitled.then_some(""));
    page::mark("data-noteless", embedding.noteless.then_some(""));
    page::mark("data-frameless", embedding.frameless.then_some(""));
    host::open_links_beside();
}

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let embedding = context.navigation.embedding();
    let figure = stage.figure();
    let kind = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure));
    let here = latest(figure);
    // Whose page it is decides what is shown in it; the full view has the rest.
    let actions = FigureActions { share: None, ..stage.actions() };
    let mut parts = modelled::band(stage);
    parts.extend(notices(move || stage.notices(), context));
    figure_view(figure, kind, Fragment::new(), actions, context).add_to(&mut parts);
    let newest = fragment(move || here.get().map(|figure| newest(&figure.table).into_fragment()).unwrap_or_default());
    newest.add_to(&mut parts);
    let numbers = move || here.get().map(|figure| numbers(&figure.table).into_fragment()).unwrap_or_default();
    fragment(numbers).add_to(&mut parts);
    if embedding.table {
        let table = Memo::new(move |_| here.get().map(|figure| figure.table.clone()).unwrap_or_default());
        let shown = move || here.with(|figure| figure.as_ref().is_some_and(|it| it.kind != FigureKind::Table));
        context.lazy.want();
        let shown = show(shown, move || {
            once_loaded(context, little, move |loaded| entries::table(loaded, table, false, context))
        });
        div("embed-table").child(shown).add_to(&mut parts);
    }
    controls(stage, embedding.controls).add_to(&mut parts);
    let whole = el("a").attr("data-whole", "").attr("target", "_blank").attr("rel", "noopener");
    let whole = whole.attr("href", move || context.navigation.address(|_| {})).child(context.words(ui::OPEN_WHOLE));
    p("embed-whole").child(whole).add_to(&mut parts);

    let root = div("embed").child(parts);
    if let Some(element) = root.handle().and_then(|handle| handle.html_element()) {
        follow(stage, here, element);
    }
    root.into_fragment()
}

/// Makes the figure fit, and tells the page around how high it wants to be,
/// whenever it or its frame has changed.
fn follow(stage: Stage, here: Memo<Option<Arc<Figure>>>, element: HtmlElement) {
    // A figure that is not here yet leaves the page around its own words.
    let fit = move |element: &HtmlElement| {
        if let (Some(height), true) = (host::fit(element, LAST_STEP), here.with_untracked(Option::is_some)) {
            host::tell_height(height);
        }
    };
    // The frame is seen by what is as high as it is, the figure by itself.
    let next = StoredValue::new_local(None);
    for seen in [page::element(MAIN), Some(element.clone())].into_iter().flatten() {
        let element = element.clone();
        hold(Handle::of(&seen).watch_size(Box::new(move |_, _| {
            let element = element.clone();
            next.set_value(Some(AnimationFrame::new(move || fit(&element))));
        })));
    }
    afterwards(move || {
        here.track();
        stage.context.language.track();
        // The choices are among what is loaded later, and some of the rest waits.
        let _ = (stage.context.lazy.loaded(), is_pending());
        let element = element.clone();
        // At once, since a frame out of sight is given no next frame to draw;
        // and once more when all of it lies in the page.
        fit(&element);
        hold(AnimationFrame::new(move || fit(&element)));
    });
}

fn controls(stage: Stage, controls: Controls) -> Fragment {
    if controls == Controls::Nothing {
        return Fragment::new();
    }
    stage.context.lazy.want();
    let inside = once_loaded(stage.context, little, move |loaded| {
        entries::controls(loaded, stage, controls == Controls::Everything)
    });
    div("embed-controls").child(inside).into_fragment()
}

/// The choice of periods, and all other choices too; through an entry alone.
pub(in crate::app) fn choices_of(stage: Stage, all: bool) -> Fragment {
    let mut parts = time::control(stage);
    if all {
        choices::folding(stage, choices::form(stage)).add_to(&mut parts);
    }
    parts
}

/// All numbers as a plain table, for those who hear it: in a frame of any size.
fn numbers(table: &DataTable) -> Element {
    let head = |scope: &'static str, words: &str| el("th").attr("scope", scope).child(words);
    let cell = |point: &Point| {
        let comma = if point.note.is_empty() { "" } else { ", " };
        el("td").child([point.text.as_str(), comma, &point.note].concat())
    };
    let columns = table.columns.iter().map(|column| head("col", &column.name));
    let rows = table.rows.iter().chain(&table.total);
    let rows = rows.map(|row| el("tr").child(head("row", &row.name)).children(row.cells.iter().map(cell)));
    let top = el("thead").child(el("tr").child(head("col", &table.stub)).children(columns));
    let caption = el("caption").child(table.caption.as_str());
    let table = el("table").child(caption).child(top).child(el("tbody").children(rows));
    div("hidden").attr("data-numbers", "").child(table)
}

/// The newest numbers as a small table, for frames too low for a drawing; those who
/// hear it have all [`numbers`].
fn newest(table: &DataTable) -> Element {
    let over_time = table.rows.first().is_some_and(|row| row.key.period().is_some());
    let (caption, rows): (&str, Vec<(&str, &str)>) = match table.rows.first() {
        Some(row) if over_time => {
            let numbers = row.cells.iter().map(|cell| cell.text.as_str());
            (&row.name, table.columns.iter().map(|column| column.name.as_str()).zip(numbers).collect())
        }
        _ => {
            let numbers = table.rows.iter().map(|row| row.cells.last().map_or("", |cell| &cell.text));
            let caption = table.columns.last().map_or("", |column| &column.name);
            (caption, table.rows.iter().map(|row| row.name.as_str()).zip(numbers).collect())
        }
    };
    let rows = rows.into_iter().map(|(name, number)| {
        let head = el("th").attr("scope", "row").child(name);
        el("tr").child(head).child(el("td").class("number").child(number))
    });
    let body = el("tbody").children(rows);
    div("embed-newest").attr("aria-hidden", "true").child(el("table").child(el("caption").child(caption)).child(body))
}
