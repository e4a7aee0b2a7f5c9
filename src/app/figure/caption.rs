//! The lines under a figure: what, who, how exact, which edition.

use crate::app::element::{Element, div, el, span};
use crate::app::page_context::PageContext;
use faktabank_figures::figure::Caption;
use faktabank_figures::text::letters::with_full_stop;
use faktabank_figures::text::{number, ui};
use faktabank_tables::query::{Selection, Span};
use faktabank_tables::snapshot::EditionId;

/// Shows a caption as running text, with the source as a link.
pub(super) fn view(caption: &Caption, context: PageContext) -> Element {
    let language = context.language.get();
    let source = if caption.source_url.is_empty() {
        el("span")
    } else {
        el("a").attr("href", caption.source_url.clone()).attr("rel", "external")
    };
    let newest = caption.outdated.then(|| {
        context.link(context.words(ui::NEWEST_EDITION), Some("plain-link"), move |selection| newest(selection, context))
    });
    let former = (!caption.former.is_empty()).then(|| {
        let (words, id) = (ui::FORMER_EDITION.fill(language, &[&caption.former]), caption.former.clone());
        let former = move |selection: &mut Selection| selection.edition = Some(EditionId(id.clone()));
        context.link(move || words.clone(), Some("plain-link"), former).attr("data-former", "")
    });
    let signs = (!caption.signs.is_empty()).then(|| el("p").attr("data-signs", "").child(caption.signs.as_str()));
    let list = |notes: &[String]| {
        let notes = notes.iter().map(|note| el("li").child(note.as_str()));
        (notes.len() > 0).then(|| el("ul").class("notes").children(notes))
    };
    let (standing, folded) = caption.notes_apart();
    let more = list(folded).map(|notes| {
        let words = ui::MORE_NOTES.fill(language, &[&number::count(folded.len())]);
        let summary = el("summary").child(el("span").child(words));
        el("details").class("more-notes").child(summary).child(notes)
    });
    let provenance = span("provenance").attr("data-provenance", caption.provenance.key());
    let line = el("p")
        .child(span("what").child(with_full_stop(&caption.what)))
        .child([" ", ui::SOURCE.get(language), ": "].concat())
        .child(source.child(caption.source.as_str()))
        .child(". ")
        .child(provenance.child(with_full_stop(&caption.provenance_text)))
        .child(" ")
        .child(span("edition").child(with_full_stop(&caption.edition)))
        .child(" ")
        .child(newest)
        .child(former);
    div("caption").attr("data-caption", "").child(line).child(signs).child(list(standing)).child(more)
}

/// The same of the newest edition. Whoever meets figures that were frozen in
/// somebody's page wants the periods, too, that have come since.
fn newest(selection: &mut Selection, context: PageContext) {
    selection.edition = None;
    if let (Span::Range { from, .. }, true) = (selection.span, context.navigation.embedding().embedded) {
        selection.span = Span::Range { from, to: None };
    }
}
