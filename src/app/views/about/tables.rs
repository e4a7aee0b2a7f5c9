//! The tables of the edition shown: each with what it holds, where it is from,
//! what its contents mean and what to bear in mind.

use super::super::stage::Stage;
use super::meanings;
use crate::app::element::{Element, el};
use faktabank_figures::figure::AboutTable;
use faktabank_figures::text::about;
use faktabank_tables::query::{Selection, View};

/// One table.
pub(super) fn view(stage: Stage, table: &AboutTable) -> Element {
    let context = stage.context;
    let (id, title) = (table.id.clone(), table.title.clone());
    let words = move || title.clone();
    let link = context.link(words, None, move |selection| {
        *selection = Selection {
            view: Some(View::Explore),
            table: Some(id.clone()),
            edition: selection.edition.clone(),
            language: selection.language,
            theme: selection.theme,
            ..Selection::default()
        };
    });
    let source = el("a").attr("href", table.source_url.clone()).child(table.source.as_str());
    let fact = |(head, words): &(&'static str, String)| [el("dt").child(*head), el("dd").child(words.as_str())];
    let facts = el("dl")
        .class("facts")
        .child(el("dt").child(context.say(about::SOURCE)))
        .child(el("dd").child(source))
        .children(table.facts.iter().flat_map(fact));
    let notes = el("ul").class("notes").children(table.notes.iter().map(|note| el("li").child(note.as_str())));
    let meant = table.meanings.iter().map(|(name, meaning)| (name.as_str(), *meaning));
    let meant = el("details").child(el("summary").child(context.say(about::MEANINGS))).child(meanings(meant));
    el("section")
        .class("about-table")
        .attr("data-about-table", table.id.0.clone())
        .child(el("h3").child(link))
        .child(facts)
        .child((!table.notes.is_empty()).then_some(notes))
        .child(meant)
}
