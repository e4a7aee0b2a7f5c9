//! Can I trust this? Definitions, sources, editions and method.

use super::stage::Stage;
use crate::app::element::{Element, Parts, afterwards, el, live, p};
use crate::app::memo::Memo;
use crate::app::navigation::open;
use crate::browser::frame;
use crate::query::View;
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{Language, Phrase, Provenance};
use crate::text::{about, about_rules, area, period, ui};

/// The view.
pub(super) fn view(stage: Stage) -> Parts {
    let title = Memo::new(move |_| stage.scene.say(about::TITLE));
    // There is no drawing to wait for, but the words must be in the page.
    afterwards(move || {
        let title = title.get();
        frame::next(move || stage.scene.drawn(title));
    });
    live(move || page(stage, stage.language()).parts())
}

/// Words and what they mean.
fn meanings(pairs: impl Iterator<Item = (Phrase, Phrase)>, language: Language) -> Element {
    el("dl").children(
        pairs.flat_map(|(word, meaning)| [el("dt").child(word.get(language)), el("dd").child(meaning.get(language))]),
    )
}

fn page(stage: Stage, language: Language) -> Element {
    let head = |phrase: Phrase| el("h2").child(phrase.get(language));
    let terms = meanings(about::TERMS.iter().map(|term| (term.word, term.meaning)), language);
    // Where nothing is modelled, the word would only raise questions.
    let modelled = stage.with_editions(|editions| editions.iter().any(|edition| edition.modelled));
    let marks = Provenance::ALL.into_iter().filter(|it| modelled || *it != Provenance::Modelled);
    let marks = meanings(marks.map(|it| (ui::provenance(it), about::provenance(it))), language);
    let shown = stage.resolved.with(|resolved| resolved.edition.clone());
    let (tables, editions) = stage.with_editions(|editions| {
        let edition = editions.iter().find(|edition| edition.id == shown);
        let tables = edition.into_iter().flat_map(|edition| &edition.tables);
        (
            el("ul").children(tables.map(|table| table_view(stage, table, language))),
            el("ul").children(editions.iter().map(|it| edition_view(stage, it, it.id == shown, language))),
        )
    });
    let manifest = el("a").attr("href", "data/manifest.json").child(about::OPEN_DATA.get(language));
    el("article").class("prose").children([
        el("h1").class("headline").child(about::TITLE.get(language)),
        p("lead").child(about::LEAD.get(language)),
        head(about::DEFINITIONS),
        terms,
        head(about::SOURCES),
        tables,
        p("open-data").child(manifest),
        p("gallery-link").child(stage.scene.link(stage.scene.words(about::GALLERY), None, |selection| {
            open(selection, View::Gallery);
        })),
        p("on-the-web").child(el("a").attr("href", "exempel/index.html").child(about::EXAMPLE.get(language))),
        head(about::EDITIONS),
        el("p").child(about::EDITIONS_WHY.get(language)),
        editions,
        head(about::MARKS),
        marks,
        head(about::METHOD),
        points(&about::METHOD_POINTS, language),
        head(about::HEADLINES),
        points(&about_rules::HEADLINE_POINTS, language),
        head(about::QUALITY),
        points(&about_rules::QUALITY_POINTS, language),
        head(about::LICENCE),
        points(&about_rules::LICENCE_POINTS, language),
        head(about::ACCESSIBILITY),
        points(&about::ACCESSIBILITY_POINTS, language),
    ])
}

fn points(points: &[Phrase], language: Language) -> Element {
    el("ul").children(points.iter().map(|point| el("li").child(point.get(language))))
}

fn table_view(stage: Stage, table: &TableEntry, language: Language) -> Element {
    let (id, label) = (table.id.clone(), table.label.get(language).to_owned());
    let link = stage.scene.link(
        move || label.clone(),
        None,
        move |selection| {
            *selection = crate::query::Selection {
                view: Some(crate::query::View::Explore),
                table: Some(id.clone()),
                edition: selection.edition.clone(),
                language: selection.language,
                theme: selection.theme,
                ..Default::default()
            };
        },
    );
    let span = [table.periods.first(), table.periods.last()]
        .map(|end| end.map(|&end| period::heading(end, language)).unwrap_or_default())
        .join(" – ");
    let areas: Vec<String> =
        stage.with_areas(|areas| table.areas().map(|code| area::label(code, &areas.name(code), language)).collect());
    let provenance = ui::provenance(table.provenance).get(language);
    let rest = [". ", provenance, ". ", &span, ". ", &areas.join(", "), "."].concat();
    el("li").child(link).child(rest)
}

fn edition_view(stage: Stage, edition: &Edition, shown: bool, language: Language) -> Element {
    let id = edition.id.clone();
    let state = if shown {
        el("strong").child(about::SHOWN_EDITION.get(language))
    } else {
        stage.scene.link(stage.scene.words(about::SHOW_EDITION), None, move |selection| {
            selection.edition = Some(id.clone());
        })
    };
    let label = [": ", edition.label.get(language), " ("].concat();
    el("li").child(el("strong").child(edition.id.to_string())).child(label).child(state).child(")")
}
