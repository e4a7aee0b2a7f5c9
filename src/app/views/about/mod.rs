//! Can I trust this? Definitions, sources, editions and method.

mod editions;
mod quotes;
mod tables;

use super::stage::Stage;
use crate::app::element::{Element, Fragment, afterwards, div, el, fragment, hold, p};
use crate::app::lazy::little;
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::navigation::open;
use crate::app::signal::Callback;
use crate::browser::frame::AnimationFrame;
use faktabank_figures::text::{about, about_rules, ui};
use faktabank_tables::query::View;
use faktabank_tables::statistics::{Definition, Language, Phrase, Provenance};

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let title = Memo::new(move |_| stage.context.say(about::TITLE));
    stage.explained.want(stage.catalogue());
    let (told, changes) = (stage.about_tables(), editions::Known::start(stage));
    afterwards(move || {
        let title = title.get();
        let waits = matches!(told.get(), Loading::Pending(_)) || matches!(changes.get(), Loading::Pending(_));
        if !waits {
            // There is no drawing to wait for, but the words must be in the page.
            hold(AnimationFrame::new(move || stage.context.drawn(title)));
        }
    });
    let actions = stage.actions();
    let retry = Callback::new(move |()| {
        stage.explained.want(stage.catalogue());
        actions.retry.run(());
    });
    let tables = move || match told.get() {
        Loading::Pending(_) => waiting(stage),
        Loading::Failed(failure) => little(Some((failure, retry)), stage.context),
        Loading::Ready(all) => el("div").children(all.iter().map(|table| tables::view(stage, table))).into_fragment(),
    };
    let again = Callback::new(move |()| changes.fetch(stage));
    let editions = move || match changes.get() {
        Loading::Pending(_) => waiting(stage),
        Loading::Failed(failure) => {
            let mut parts = editions::view(stage, &[], stage.language()).into_fragment();
            parts.extend(little(Some((failure, again)), stage.context));
            parts
        }
        Loading::Ready(known) => editions::view(stage, &known, stage.language()).into_fragment(),
    };
    fragment(move || {
        // The words of the page come with the meanings of the catalogue's.
        let _ = stage.explained.state();
        page(stage, fragment(tables), fragment(editions), stage.language()).into_fragment()
    })
}

/// A room as high as the window, so that nothing that is seen moves.
fn waiting(stage: Stage) -> Fragment {
    div("waiting-room").child(little(None, stage.context)).into_fragment()
}

/// Words and what they mean.
fn meanings<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Element {
    el("dl").children(pairs.flat_map(|(word, meaning)| [el("dt").child(word), el("dd").child(meaning)]))
}

fn page(stage: Stage, tables: Fragment, editions: Fragment, language: Language) -> Element {
    let head = |phrase: Phrase| el("h2").child(phrase.get(language));
    let definitions = stage.catalogue().explanations();
    let term = |term: Definition| Some((term.phrase("word")?.get(language), term.phrase("meaning")?.get(language)));
    let of_topics = definitions.iter().flat_map(|topic| topic.objects("terms")).filter_map(term);
    let terms = about::TERMS.iter().map(|term| (term.word.get(language), term.meaning.get(language)));
    let terms = meanings(of_topics.chain(terms));
    let said = |key: &'static str| definitions.iter().flat_map(move |topic| topic.phrases(key));
    let method = about::METHOD_POINTS.into_iter().chain(said("method"));
    let citation = stage
        .catalogue()
        .definitions()
        .first()
        .and_then(|topic| topic.phrase("citation"))
        .map_or("", |it| it.get(language));
    // Where nothing is modelled, the word would only raise questions.
    let modelled = stage.with_editions(|editions| editions.iter().any(|edition| edition.modelled));
    let marks = Provenance::ALL.into_iter().filter(|it| modelled || *it != Provenance::Modelled);
    let marks = meanings(marks.map(|it| (ui::provenance(it).get(language), about::provenance(it).get(language))));
    let manifest = el("a").attr("href", "data/manifest.json").child(about::OPEN_DATA.get(language));
    let licences = el("a").attr("href", "licenser.txt").child(about::LIBRARY_LICENCES.get(language));
    el("article").class("prose").children([
        el("h1").class("headline").child(about::TITLE.get(language)),
        p("lead").child(about::LEAD.get(language)),
        head(about::DEFINITIONS),
        terms,
        head(about::SOURCES),
        el("div").child(tables),
        el("div").children(definitions.iter().flat_map(|topic| quotes::view(stage, *topic))),
        p("open-data").child(manifest),
        p("gallery-link").child(stage.context.link(stage.context.words(about::GALLERY), None, |selection| {
            open(selection, View::Gallery);
        })),
        p("on-the-web").child(el("a").attr("href", "exempel/index.html").child(about::EXAMPLE.get(language))),
        head(about::EDITIONS),
        el("p").child(about::EDITIONS_WHY.get(language)),
        el("div").child(editions),
        head(about::MARKS),
        marks,
        head(about::METHOD),
        points(method, language),
        head(about::HEADLINES),
        points(about_rules::HEADLINE_POINTS.into_iter(), language),
        head(about::QUALITY),
        points(said("notes"), language),
        head(about::LICENCE),
        points(about_rules::LICENCE_POINTS.into_iter(), language)
            .child(el("li").child(about_rules::CITATION.fill(language, &[citation]))),
        p("licences").child(about::LIBRARIES.get(language)).child(" ").child(licences),
        head(about::ACCESSIBILITY),
        points(about::ACCESSIBILITY_POINTS.into_iter(), language),
    ])
}

fn points(points: impl Iterator<Item = Phrase>, language: Language) -> Element {
    el("ul").children(points.map(|point| el("li").child(point.get(language))))
}
