//! What of a link could not be followed, in words over the figure.

use super::scene::Scene;
use crate::query::Notice;
use crate::statistics::Language;
use crate::text::ui;
use leptos::prelude::*;

/// Shows notices, if there are any.
#[component]
pub fn Notices(
    /// What could not be followed.
    #[prop(into)]
    notices: Signal<Vec<Notice>>,
    /// Where they are shown.
    scene: Scene,
) -> impl IntoView {
    let items = move || {
        let language = scene.language.get();
        let notices = notices.get();
        (!notices.is_empty()).then(|| {
            let items = notices
                .iter()
                .map(|notice| view! { <li data-notice="">{words(notice, language)}</li> })
                .collect::<Vec<_>>();
            view! { <div role="status"><ul class="notices">{items}</ul></div> }
        })
    };
    view! { {items} }
}

/// A notice in words.
fn words(notice: &Notice, language: Language) -> String {
    match notice {
        Notice::UnknownParameter(name) => ui::unknown_parameter(name, language),
        Notice::InvalidValue(parameter, value) => ui::invalid_value(parameter.name(), value, language),
        Notice::NotInTable(parameter, value) => ui::not_in_table(parameter.name(), value, language),
        Notice::TooManyAreas(most) => ui::too_many_areas(*most, language),
        Notice::OneAreaOnly => ui::ONE_AREA_ONLY.get(language).to_owned(),
        Notice::OneContentsOnly => ui::ONE_CONTENTS_ONLY.get(language).to_owned(),
    }
}
