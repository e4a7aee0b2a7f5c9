//! The kommuner of the overview: work, unemployment and what was last
//! published of support, each with its small line.

use super::stage::Stage;
use crate::app::figure::sparkline;
use crate::figure::{Kommun, Overview, Point};
use crate::text::ui;
use leptos::prelude::*;

/// The list.
pub(super) fn view(stage: Stage, overview: &Overview) -> AnyView {
    let scene = stage.scene;
    let rows = overview.kommuner.iter().map(|kommun| row(stage, kommun)).collect::<Vec<_>>();
    view! {
        <section class="section figure" aria-labelledby="kommuner" data-figure="kommuner" data-state="ready">
            <h2 id="kommuner" data-headline="">{scene.say(ui::MUNICIPALITIES)}</h2>
            <p class="soft" data-caption="">{overview.kommuner_caption.clone()}</p>
            <div class="list-scroll">
                <table class="list" data-table="" aria-labelledby="kommuner">
                    <thead>
                        <tr>
                            <th scope="col">{scene.say(ui::MUNICIPALITY_HEAD)}</th>
                            <th scope="col" class="list-spark">{scene.say(ui::EMPLOYMENT_OVER_TIME)}</th>
                            <th scope="col">{scene.say(ui::EMPLOYED_HEAD)}</th>
                            <th scope="col">{scene.say(ui::UNEMPLOYED_HEAD)}</th>
                            <th scope="col">{scene.say(ui::SUPPORT_HEAD)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(stage: Stage, kommun: &Kommun) -> AnyView {
    let values: Vec<Option<f64>> = kommun.sparkline.points.iter().map(|point| point.value.ok()).collect();
    let support = kommun.support.as_ref().map_or_else(
        || {
            view! {
                <td class="number missing" data-value="" data-missing="not_available">
                    ".." <span class="sub">{Kommun::nothing_published(stage.language())}</span>
                </td>
            }
            .into_any()
        },
        |(point, period)| number(point, Some(period.clone())),
    );
    view! {
        <tr data-row=kommun.code.to_string()>
            <th scope="row">{stage.scene.query_link(kommun.name.clone(), kommun.link.clone())}</th>
            <td class="list-spark spark-tone tone-1">
                {sparkline(&values)} <span class="hidden">{kommun.sparkline.description.clone()}</span>
            </td>
            {number(&kommun.employment, None)}
            {number(&kommun.unemployment, None)}
            {support}
        </tr>
    }
    .into_any()
}

fn number(point: &Point, beneath: Option<String>) -> AnyView {
    let beneath = beneath.map(|words| view! { <span class="sub">{words}</span> });
    match point.value {
        Ok(value) => view! {
            <td class="number" data-value=value.to_string()>
                {point.text.clone()}
                {beneath}
            </td>
        }
        .into_any(),
        Err(missing) => view! {
            <td class="number missing" data-value="" data-missing=missing.key()>
                {point.text.clone()}
                {beneath}
            </td>
        }
        .into_any(),
    }
}
