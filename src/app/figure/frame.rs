//! One figure with all that belongs to it, in whatever state it is.

use super::caption;
use super::chart::{ChartView, Drawing};
use super::table::TableView;
use crate::app::live::{live, when};
use crate::app::loading::Loading;
use crate::app::scene::Scene;
use crate::figure::{DataTable, Figure};
use crate::query::FigureKind;
use crate::text::ui;
use leptos::prelude::*;
use std::sync::Arc;

/// A figure on its way, here, or not to be had.
pub type FigureState = Loading<Arc<Figure>>;

/// The figure of a page: its headline is the page's.
#[component]
pub fn FigureView(
    /// The figure; while a new one is on its way the former stays.
    #[prop(into)]
    figure: Signal<FigureState>,
    /// The kind that is asked for, to name the figure before it is here.
    #[prop(into)]
    kind: Signal<FigureKind>,
    /// Tries again after a failure.
    retry: Callback<()>,
    /// Where it is shown.
    scene: Scene,
    /// What belongs between headline and drawing.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let drawing = RwSignal::new(Drawing::Waiting);
    let here = Memo::new(move |former: Option<&Option<Arc<Figure>>>| match figure.get() {
        Loading::Ready(figure) => Some(figure),
        Loading::Pending(_) => former.cloned().flatten(),
        Loading::Failed(_) => None,
    });
    let failure = Memo::new(move |_| match figure.get() {
        Loading::Failed(failure) => Some(failure),
        Loading::Pending(_) | Loading::Ready(_) => None,
    });
    let progress = Memo::new(move |_| match figure.get() {
        Loading::Pending(progress) => Some(progress),
        Loading::Ready(_) | Loading::Failed(_) => None,
    });
    let chart = Memo::new(move |_| here.get().and_then(|figure| figure.chart.clone()).map(Arc::new));
    let has_chart = Memo::new(move |_| chart.with(Option::is_some));
    let state = Memo::new(move |_| {
        if failure.with(Option::is_some) {
            "error"
        } else if progress.with(Option::is_some) {
            "loading"
        } else if here.with(|figure| figure.as_ref().is_some_and(|figure| figure.empty.is_some())) {
            "empty"
        } else if has_chart.get() && drawing.get() == Drawing::Waiting {
            "loading"
        } else {
            "ready"
        }
    });
    let title = Memo::new(move |_| here.get().map(|figure| figure.headline.title.clone()).unwrap_or_default());
    let lead = Memo::new(move |_| here.get().map(|figure| figure.headline.lead.clone()).unwrap_or_default());
    // Anything that changes what is shown is worth a word, once it is drawn.
    Effect::new(move || {
        let shown = here.get();
        if state.get() != "loading" {
            scene
                .drawn(&shown.map_or_else(|| scene.say(ui::FAILED).to_owned(), |figure| figure.headline.title.clone()));
        }
    });
    let name = live(move || here.get().map_or(kind.get(), |figure| figure.kind).code());
    let table = Signal::derive(move || {
        here.get().map_or_else(|| Arc::new(DataTable::default()), |figure| Arc::new(figure.table.clone()))
    });
    let is_table = Memo::new(move |_| here.with(|f| f.as_ref().is_some_and(|f| f.kind == FigureKind::Table)));
    let has_table = Memo::new(move |_| table.with(|table| !table.rows.is_empty()));
    let body = move || {
        let drawn = when(
            move || has_chart.get(),
            move || view! { <ChartView chart=chart headline=title drawing=drawing scene=scene /> }.into_any(),
        );
        let undrawn = when(
            move || drawing.get() == Drawing::Failed,
            move || view! { <p class="trouble">{scene.words(ui::NO_CHART)}</p> }.into_any(),
        );
        let open_table = when(
            move || has_table.get() && is_table.get(),
            move || view! { <TableView table=table scene=scene /> }.into_any(),
        );
        let folded_table = when(move || has_table.get() && !is_table.get(), move || folded(table, scene));
        let empty = live(move || match here.get().and_then(|figure| figure.empty.clone()) {
            Some(why) => view! { <p class="empty">{why}</p> }.into_any(),
            None => ().into_any(),
        });
        let caption = live(move || match here.get() {
            Some(figure) => caption::view(figure.caption.clone(), scene),
            None => ().into_any(),
        });
        view! { {drawn} {undrawn} {empty} {open_table} {caption} {folded_table} }.into_any()
    };
    let heading = when(
        move || here.with(Option::is_some),
        move || {
            view! {
                <h1 class="headline" data-headline="">
                    {title}
                </h1>
                <p class="lead">{lead}</p>
            }
            .into_any()
        },
    );
    let failed = live(move || match failure.get() {
        Some(failure) => trouble(failure.words(scene.language.get()), failure.detail, retry, scene),
        None => ().into_any(),
    });
    let loading = when(
        move || progress.with(Option::is_some),
        move || {
            let words = live(move || {
                let at = progress.get().unwrap_or_default();
                ui::progress(at.done, at.total, scene.language.get())
            });
            view! { <p class="loading" role="status">{words}</p> }.into_any()
        },
    );
    let waiting = live(move || here.with(Option::is_none) && failure.with(Option::is_none));
    view! {
        <article
            class="figure"
            class:figure-waiting=waiting
            data-figure=name
            data-state=live(move || state.get())
            aria-busy=live(move || (state.get() == "loading").to_string())
        >
            {heading} {children.map(|children| children())}
            <div class="figure-body">{when(move || here.with(Option::is_some), body)} {failed}</div>
            {loading}
        </article>
    }
}

/// The table, a press away.
fn folded(table: Signal<Arc<DataTable>>, scene: Scene) -> AnyView {
    view! {
        <details class="table-fold">
            <summary>
                <span>{scene.words(ui::SHOW_TABLE)}</span>
            </summary>
            <TableView table=table scene=scene />
        </details>
    }
    .into_any()
}

/// What failed, in words, with a way on.
fn trouble(words: String, detail: String, retry: Callback<()>, scene: Scene) -> AnyView {
    view! {
        <div class="trouble" role="alert">
            <h1 class="headline">{scene.say(ui::FAILED)}</h1>
            <p>{words}</p>
            <p class="detail" lang="en">{detail}</p>
            <button type="button" class="button" data-retry="" on:click=move |_| retry.run(())>
                {scene.say(ui::RETRY)}
            </button>
        </div>
    }
    .into_any()
}
