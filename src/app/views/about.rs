//! Can I trust this? Definitions, sources, editions and method.

use super::stage::Stage;
use crate::app::live::live;
use crate::browser::frame;
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{Language, Phrase, Provenance};
use crate::text::{about, area, period, ui};
use leptos::prelude::*;

/// The view.
pub(super) fn view(stage: Stage) -> AnyView {
    let title = Memo::new(move |_| stage.scene.say(about::TITLE));
    // There is no drawing to wait for, but the words must be in the page.
    Effect::new(move || {
        let title = title.get();
        frame::next(move || stage.scene.drawn(title));
    });
    live(move || page(stage, stage.language())).into_any()
}

fn page(stage: Stage, language: Language) -> AnyView {
    let say = move |phrase: Phrase| phrase.get(language);
    let terms = about::TERMS.map(|term| {
        view! {
            <dt>{say(term.word)}</dt>
            <dd>{say(term.meaning)}</dd>
        }
    });
    let marks = [Provenance::Official, Provenance::Published, Provenance::Digitised, Provenance::Modelled].map(|it| {
        view! {
            <dt>{say(ui::provenance(it))}</dt>
            <dd>{say(about::provenance(it))}</dd>
        }
    });
    let shown = stage.resolved.with(|resolved| resolved.edition.clone());
    let tables = stage.with_editions(|editions| {
        let edition = editions.iter().find(|edition| edition.id == shown);
        edition.map(|edition| tables(stage, edition, language)).unwrap_or_default()
    });
    let editions = stage.with_editions(|editions| {
        editions.iter().map(|edition| edition_view(stage, edition, edition.id == shown, language)).collect::<Vec<_>>()
    });
    view! {
        <article class="prose">
            <h1 class="headline">{say(about::TITLE)}</h1>
            <p class="lead">{say(about::LEAD)}</p>
            <h2>{say(about::DEFINITIONS)}</h2>
            <dl>{terms.into_iter().collect::<Vec<_>>()}</dl>
            <h2>{say(about::SOURCES)}</h2>
            <ul>{tables}</ul>
            <p>
                <a href="data/manifest.json">{say(about::OPEN_DATA)}</a>
            </p>
            <h2>{say(about::EDITIONS)}</h2>
            <p>{say(about::EDITIONS_WHY)}</p>
            <ul>{editions}</ul>
            <h2>{say(about::MARKS)}</h2>
            <dl>{marks.into_iter().collect::<Vec<_>>()}</dl>
            <h2>{say(about::METHOD)}</h2>
            {points(&about::METHOD_POINTS, language)}
            <h2>{say(about::ACCESSIBILITY)}</h2>
            {points(&about::ACCESSIBILITY_POINTS, language)}
        </article>
    }
    .into_any()
}

fn points(points: &[Phrase], language: Language) -> AnyView {
    let items = points.iter().map(|point| view! { <li>{point.get(language)}</li> }).collect::<Vec<_>>();
    view! { <ul>{items}</ul> }.into_any()
}

fn tables(stage: Stage, edition: &Edition, language: Language) -> Vec<AnyView> {
    edition.tables.iter().map(|table| table_view(stage, table, language)).collect()
}

fn table_view(stage: Stage, table: &TableEntry, language: Language) -> AnyView {
    let id = table.id.clone();
    let link = stage.scene.link(table.label.get(language).to_owned(), "", {
        let id = StoredValue::new(id);
        move |selection| {
            *selection = crate::query::Selection {
                view: crate::query::View::Explore,
                table: Some(id.get_value()),
                edition: selection.edition.clone(),
                language: selection.language,
                theme: selection.theme,
                ..Default::default()
            };
        }
    });
    let span = [table.periods.first(), table.periods.last()]
        .map(|end| end.map(|&end| period::heading(end, language)).unwrap_or_default())
        .join(" – ");
    let areas: Vec<String> =
        stage.with_areas(|areas| table.areas().map(|code| area::label(code, &areas.name(code), language)).collect());
    view! {
        <li>
            {link} ". " {ui::provenance(table.provenance).get(language)} ". " {span} ". " {areas.join(", ")} "."
        </li>
    }
    .into_any()
}

fn edition_view(stage: Stage, edition: &Edition, shown: bool, language: Language) -> AnyView {
    let id = StoredValue::new(edition.id.clone());
    let state = if shown {
        view! { <strong>{about::SHOWN_EDITION.get(language)}</strong> }.into_any()
    } else {
        stage.scene.link(about::SHOW_EDITION.get(language).to_owned(), "", move |selection| {
            selection.edition = Some(id.get_value());
        })
    };
    view! {
        <li>
            <strong>{edition.id.to_string()}</strong> ": " {edition.label.get(language).to_owned()} " (" {state} ")"
        </li>
    }
    .into_any()
}
