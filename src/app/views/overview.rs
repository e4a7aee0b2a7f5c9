//! How are we doing? The headline with its chart, the numbers that matter,
//! the three groups, riket beside it, and the kommuner.

use super::municipalities;
use super::stage::Stage;
use crate::app::figure::{FigureState, FigureView, sparkline, tone_class};
use crate::app::live::live;
use crate::app::loading::Loading;
use crate::figure::{Group, KeyNumber, Overview};
use crate::query::FigureKind;
use crate::text::ui;
use leptos::prelude::*;
use std::sync::Arc;

/// The view.
pub(super) fn view(stage: Stage) -> AnyView {
    let overview = stage.overview();
    let figure = Memo::new(move |_| -> FigureState {
        overview.get().map(|overview: Arc<Overview>| Arc::new(overview.figure.clone()))
    });
    // While another edition is on its way, the former overview stays.
    let here = Memo::new(move |former: Option<&Option<Arc<Overview>>>| match overview.get() {
        Loading::Ready(overview) => Some(overview),
        Loading::Pending(_) => former.cloned().flatten(),
        Loading::Failed(_) => None,
    });
    let context = live(move || match here.get() {
        Some(overview) => view! {
            <strong>{overview.place.clone()}</strong>
            " "
            <span class="soft">{overview.status.clone()}</span>
        }
        .into_any(),
        None => ().into_any(),
    });
    let below = live(move || match here.get() {
        Some(overview) => beneath(stage, &overview),
        None => ().into_any(),
    });
    view! {
        <div class="overview">
            <p class="context">{context}</p>
            <FigureView
                figure=figure
                kind=Signal::derive(|| FigureKind::Area)
                retry=stage.retry()
                scene=stage.scene
            /> {below}
        </div>
    }
    .into_any()
}

/// Everything under the chart.
fn beneath(stage: Stage, overview: &Overview) -> AnyView {
    let scene = stage.scene;
    let keys = overview.keys.iter().map(key_number).collect::<Vec<_>>();
    let groups = overview.groups.iter().map(|group| group_view(stage, group)).collect::<Vec<_>>();
    let groups = (!groups.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="grupper">
                <h2 id="grupper">{scene.say(ui::THREE_GROUPS)}</h2>
                <div class="groups">{groups}</div>
            </section>
        }
    });
    let country = overview.country.as_ref().map(|country| {
        view! {
            <section class="section" aria-labelledby="riket">
                <h2 id="riket">{scene.say(ui::BESIDE_COUNTRY)}</h2>
                <p class="lead">{country.sentence.clone()}</p>
                <p class="soft small">{country.caption.clone()}</p>
                <p>{scene.query_link(ui::EXPLORE_COUNTRY.get(stage.language()).to_owned(), country.link.clone())}</p>
            </section>
        }
    });
    let list = (!overview.kommuner.is_empty()).then(|| municipalities::view(stage, overview));
    view! {
        <dl class="key-numbers" aria-label=scene.say(ui::KEY_NUMBERS)>{keys}</dl>
        {groups}
        {country}
        {list}
    }
    .into_any()
}

fn key_number(key: &KeyNumber) -> AnyView {
    let note = (!key.note.is_empty()).then(|| view! { <dd>{key.note.clone()}</dd> });
    view! {
        <div class="key-number">
            <dt>{key.label.clone()}</dt>
            <dd class="big number">{key.number.clone()}</dd>
            {note}
        </div>
    }
    .into_any()
}

fn group_view(stage: Stage, group: &Group) -> AnyView {
    let values: Vec<Option<f64>> = group.sparkline.points.iter().map(|point| point.value.ok()).collect();
    view! {
        <section class="group">
            <h3>{stage.scene.query_link(group.name.clone(), group.link.clone())}</h3>
            <p class="soft">{group.benefits.clone()}</p>
            <div class=tone_class(group.tone).replace("tone ", "spark-tone ")>{sparkline(&values)}</div>
            <p>{group.sentence.clone()}</p>
            <p class="soft small">{group.sparkline.description.clone()}</p>
        </section>
    }
    .into_any()
}
