//! The first figure of a page to HTML: headline, chart, caption, and its table folded.

use super::links::Links;
use super::{chart, table};
use faktabank_figures::figure::{Caption, Figure};
use faktabank_figures::text::letters::with_full_stop;
use faktabank_figures::text::{modelled, number, share, ui};
use faktabank_tables::query::Selection;
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::Provenance;
use maud::{Markup, html};

/// A figure.
pub(super) fn article(figure: &Figure, selection: &Selection, links: &Links<'_>) -> Markup {
    let language = selection.language;
    let (title, lead) = (&figure.headline.title, &figure.headline.lead);
    html! {
        article.figure data-figure=(figure.kind.code()) data-provenance=(figure.caption.provenance.key()) {
            h1.headline data-headline { (title) }
            p.lead { (lead) }
            div.figure-body {
                @if figure.caption.provenance == Provenance::Modelled { p.stamp { (modelled::NAME.get(language)) } }
                @if let Some(drawn) = &figure.chart { (chart::first(drawn, title)) }
                @if let Some(why) = &figure.empty { p.empty { (why) } }
                (caption(&figure.caption, selection, links))
                @if !figure.table.rows.is_empty() {
                    details.table-fold {
                        summary { span { (ui::SHOW_TABLE.get(language)) } }
                        (table::whole(&figure.table, language))
                    }
                    // It needs the explorer, which opens it as it was left.
                    details.share data-share {
                        summary { span { (share::SHARE.get(language)) } }
                        p.soft { (ui::LOADING.get(language)) }
                    }
                }
            }
        }
    }
}

fn caption(caption: &Caption, selection: &Selection, links: &Links<'_>) -> Markup {
    let language = selection.language;
    let of_edition = |id: &str| Selection { edition: Some(EditionId(id.to_owned())), ..selection.clone() };
    html! {
        div.caption data-caption {
            p {
                span.what { (with_full_stop(&caption.what)) }
                " " (ui::SOURCE.get(language)) ": "
                @if caption.source_url.is_empty() {
                    span { (caption.source) }
                } @else {
                    a href=(caption.source_url) rel="external" { (caption.source) }
                }
                ". "
                span.provenance data-provenance=(caption.provenance.key()) { (with_full_stop(&caption.provenance_text)) }
                " "
                span.edition { (with_full_stop(&caption.edition)) }
                " "
                @if !caption.former.is_empty() {
                    a.plain-link data-former href=(links.to(&of_edition(&caption.former))) {
                        (ui::FORMER_EDITION.fill(language, &[&caption.former]))
                    }
                }
            }
            @if !caption.signs.is_empty() { p data-signs { (caption.signs) } }
            @let (standing, folded) = caption.notes_apart();
            @if !standing.is_empty() {
                ul.notes { @for note in standing { li { (note) } } }
            }
            @if !folded.is_empty() {
                details.more-notes {
                    summary { span { (ui::MORE_NOTES.fill(language, &[&number::count(folded.len())])) } }
                    ul.notes { @for note in folded { li { (note) } } }
                }
            }
        }
    }
}
