//! The lines under a figure: what, who, how exact, which edition.

use crate::app::scene::Scene;
use crate::figure::Caption;
use crate::text::ui;
use leptos::prelude::*;

/// Shows a caption as running text, with the source as a link.
pub(super) fn view(caption: Caption, scene: Scene) -> AnyView {
    let language = scene.language.get();
    let source = if caption.source_url.is_empty() {
        view! { <span>{caption.source}</span> }.into_any()
    } else {
        view! { <a href=caption.source_url rel="external">{caption.source}</a> }.into_any()
    };
    let newest = caption.outdated.then(|| {
        scene.link(ui::NEWEST_EDITION.get(language).to_owned(), "plain-link", |selection| selection.edition = None)
    });
    let notes = caption.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect::<Vec<_>>();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> });
    view! {
        <div class="caption" data-caption="">
            <p>
                {sentence(caption.what)} " " {ui::SOURCE.get(language)} ": " {source} ". "
                <span class="provenance" data-provenance=provenance_key(caption.provenance)>
                    {sentence(caption.provenance_text)}
                </span> " " <span class="edition">{sentence(caption.edition)}</span> " " {newest}
            </p>
            {notes}
        </div>
    }
    .into_any()
}

const fn provenance_key(provenance: crate::statistics::Provenance) -> &'static str {
    use crate::statistics::Provenance;
    match provenance {
        Provenance::Official => "official",
        Provenance::Published => "published",
        Provenance::Digitised => "digitised",
        Provenance::Modelled => "modelled",
    }
}

/// The words with the full stop that ends them, once.
fn sentence(words: String) -> String {
    if words.is_empty() || words.ends_with(['.', '!', '?']) { words } else { words + "." }
}
