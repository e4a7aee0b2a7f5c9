//! Areas: those chosen as tags to take away; the rest by searching, from the
//! list of a län, as a förbund, or several counted together as one.

use super::area_group::group_of_chosen;
use super::area_list::{associations, by_county};
use super::area_search::AreaOption;
use super::area_search_box::search_box;
use crate::app::element::{Element, div, each, el, fragment, p, place_name, show, span};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use crate::browser::page;
use faktabank_figures::text::ui;
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::{AreaCode, Phrase};
use std::sync::Arc;

/// The id of the field that finds areas.
pub(in crate::app) const INPUT: &str = "omrade-sok";

/// A tag of an area that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The choice.
    pub choice: AreaChoice,
    /// Its name.
    pub name: String,
    /// The areas that make it up.
    pub members: Vec<AreaCode>,
    /// The class of its colour in the figure.
    pub tone: &'static str,
}

/// A way to choose areas, with tags for those chosen.
#[derive(Clone, Copy)]
pub struct AreaPicker {
    /// Every area that there is.
    pub options: Memo<Vec<Arc<AreaOption>>>,
    /// Those that are chosen, in order.
    pub chosen: Memo<Vec<Tag>>,
    /// Fewest that must stay chosen.
    pub fewest: usize,
    /// Most that can be chosen; where it is one, the next takes its place.
    pub most: Memo<usize>,
    /// Told all that are chosen from now on, in order.
    pub choose: Callback<Vec<AreaChoice>>,
    /// Where it is shown.
    pub context: PageContext,
}

impl AreaPicker {
    /// Shows tags and all ways to choose.
    pub fn view(self) -> Element {
        let Self { chosen, context, .. } = self;
        let tags = fragment(move || {
            let chosen = chosen.get();
            let removable = chosen.len() > self.fewest;
            each(chosen.into_iter().map(|tag| self.tag(tag, removable)))
        });
        div("field areas")
            .child(el("label").class("field-label").attr("for", INPUT).child(context.words(ui::AREAS)))
            .child(el("ul").class("tags").attr("aria-label", context.words(ui::CHOSEN_AREAS)).child(tags))
            .child(self.actions())
            .child(fold(ui::OWN_GROUP, group_of_chosen(self), context))
    }

    /// The ways to choose an area, without those chosen.
    pub fn actions(self) -> Element {
        let Self { options, context, .. } = self;
        let has_associations = move || options.with(|options| options.iter().any(|option| is_association(option)));
        let associations =
            show(has_associations, move || fold(ui::ASSOCIATIONS, associations(self), context).into_fragment());
        let full = show(
            move || self.is_full(),
            move || {
                p("soft small")
                    .attr("role", "status")
                    .child(move || ui::FULL.fill(context.language.get(), &[&self.most.get().to_string()]))
                    .into_fragment()
            },
        );
        div("ways")
            .child(search_box(self))
            .child(full)
            .child(fold(ui::BY_COUNTY, by_county(self), context))
            .child(associations)
    }

    fn tag(self, tag: Tag, removable: bool) -> Element {
        let swatch = (!tag.tone.is_empty()).then(|| span(tag.tone).attr("aria-hidden", "true"));
        if !removable {
            return el("li").child(span("tag").child(swatch).child(place_name(tag.name)));
        }
        let label = [self.context.say(ui::REMOVE), " ", &tag.name].concat();
        let button = el("button").attr("type", "button").class("tag").attr("title", label.clone());
        let button = button
            .child(swatch)
            .child(place_name(tag.name))
            .child(span("hidden").child(", ").child(label))
            .child(span("cross").attr("aria-hidden", "true").child("×"));
        el("li").child(button.on("click", move |_| {
            self.remove(&tag.choice);
            page::focus(INPUT);
        }))
    }

    /// Those chosen now, without following changes of it.
    fn present(self) -> Vec<AreaChoice> {
        self.chosen.with_untracked(|tags| tags.iter().map(|tag| tag.choice.clone()).collect())
    }

    /// Whether an area is chosen.
    pub(super) fn has(self, choice: &AreaChoice) -> bool {
        self.chosen.with(|tags| tags.iter().any(|tag| tag.choice == *choice))
    }

    /// Whether there is no room for another.
    pub(super) fn is_full(self) -> bool {
        let most = self.most.get();
        most > 1 && self.chosen.with(Vec::len) >= most
    }

    /// Chooses more areas.
    pub(in crate::app) fn add(self, choices: impl IntoIterator<Item = AreaChoice>) {
        let mut present = if self.most.get_untracked() == 1 { Vec::new() } else { self.present() };
        for choice in choices {
            if !present.contains(&choice) {
                present.push(choice);
            }
        }
        self.choose.run(present);
    }

    /// Chooses an area no longer, if enough are left.
    pub(super) fn remove(self, choice: &AreaChoice) {
        let mut present = self.present();
        present.retain(|other| other != choice);
        if present.len() >= self.fewest {
            self.choose.run(present);
        }
    }
}

pub(super) fn is_association(option: &AreaOption) -> bool {
    matches!(option.choice, AreaChoice::Association(_))
}

/// Something that is folded away until it is asked for.
fn fold(title: Phrase, content: Element, context: PageContext) -> Element {
    let summary = el("summary").child(el("span").child(context.words(title)));
    el("details").class("fold").child(summary).child(content)
}
