//! Which areas: what the picker offers to a view, and what a choice of areas
//! changes. The choice is kept while the reader looks at it in other ways.

use super::alike;
use super::stage::Stage;
use crate::app::controls::{AreaOption, AreaPicker, Held, Tag};
use crate::app::element::{Element, Fragment, div, el, fragment, p};
use crate::app::figure::tone_of_choice;
use crate::app::lazy::{entries, little, once_loaded};
use crate::app::memo::Memo;
use crate::app::navigation::Navigation;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::page;
use faktabank_figures::figure::place_name;
use faktabank_figures::text::{area, finding, letters, list, ui};
use faktabank_tables::query::{AreaChoice, Notice, Place, Resolved, Selection, View, by_code, most_areas};
use faktabank_tables::snapshot::{Edition, TableEntry};
use faktabank_tables::statistics::{AreaCode, AreaKind, Areas, Association, Language, Phrase};
use leptos::prelude::untrack;
use std::sync::Arc;

const SWITCHER: &str = "byt-omrade";
const SWITCHER_HEAD: &str = "byt-omrade-knapp";

/// Areas to choose, with tags for those chosen.
pub(super) fn area_picker(stage: Stage, fewest: usize) -> Fragment {
    let picker = picker(stage, fewest);
    picker.view().child(alike::view(stage, adding(picker))).into_fragment()
}

/// What adds an area to those chosen.
fn adding(picker: AreaPicker) -> Callback<AreaChoice> {
    Callback::new(move |choice: AreaChoice| picker.add([choice]))
}

/// The same with a way to exchange one of those chosen: the next takes the
/// place of the one that `swapping` says.
pub(super) fn swapping_picker(stage: Stage, fewest: usize, swapping: RwSignal<Option<usize>>) -> Fragment {
    let plain = picker(stage, fewest);
    let most = Memo::new(move |_| plain.most.get() + usize::from(swapping.with(Option::is_some)));
    let choose = Callback::new(move |mut choices: Vec<AreaChoice>| {
        let before = plain.chosen.with_untracked(Vec::len);
        if let Some(at) = swapping.get_untracked()
            && choices.len() == before + 1
            && let Some(next) = choices.pop()
            && let Some(place) = choices.get_mut(at)
        {
            *place = next;
        }
        swapping.set(None);
        plain.choose.run(choices);
    });
    let hint = fragment(move || {
        let name = swapping.get().and_then(|at| plain.chosen.with(|tags| tags.get(at).map(|tag| tag.name.clone())));
        let Some(name) = name else { return Fragment::new() };
        let words = ui::SWAPPING.fill(stage.language(), &[&name]);
        let stop = el("button").attr("type", "button").class("link-button").on("click", move |_| swapping.set(None));
        p("swapping")
            .attr("role", "status")
            .child(words)
            .child(" ")
            .child(stop.child(stage.context.say(ui::CANCEL)))
            .into_fragment()
    });
    let swapped = AreaPicker { most, choose, ..plain };
    div("").child(hint).child(swapped.view().child(alike::view(stage, adding(swapped)))).into_fragment()
}

/// A button that unfolds another choice of the one area.
pub(super) fn switcher(stage: Stage) -> Element {
    let summary = el("summary").attr("id", SWITCHER_HEAD).class("pill").child(stage.context.words(ui::CHANGE_AREA));
    let actions = once_loaded(stage.context, little, move |loaded| entries::choose_another(loaded, stage));
    let fold = el("details").attr("id", SWITCHER).class("switcher");
    fold.on("toggle", move |_| stage.context.lazy.again()).child(summary).child(div("areas").child(actions))
}

/// Another choice of the one area, which folds once it is made; through an entry alone.
pub(in crate::app) fn choose_another(stage: Stage) -> Fragment {
    let picker = picker(stage, 1);
    let choose = Callback::new(move |choices: Vec<AreaChoice>| {
        picker.choose.run(choices);
        page::fold(SWITCHER);
        page::focus(SWITCHER_HEAD);
    });
    AreaPicker { choose, ..picker }.actions().into_fragment()
}

fn picker(stage: Stage, fewest: usize) -> AreaPicker {
    let language = stage.context.language;
    // Which figures there are depends on no choice but these.
    let of = Memo::new(move |_| stage.resolved.with(|it| (it.edition.clone(), it.table.id.clone(), it.view)));
    let options = Memo::new(move |_| {
        of.track();
        let language = language.get();
        stage.resolved.with_untracked(|resolved| {
            let tables = stage.with_editions(|editions| tables_of(resolved, editions));
            stage.with_areas(|areas| options(&tables, areas, language))
        })
    });
    let chosen = Memo::new(move |_| {
        let language = language.get();
        stage.resolved.with(|resolved| stage.with_areas(|areas| tags(resolved, areas, language)))
    });
    // A stack shows one area at a time.
    let most = Memo::new(move |_| {
        let most = |it: &Resolved| if it.form.figure.is_stack() { 1 } else { most_areas(it.view) };
        stage.resolved.with(most)
    });
    let choose = Callback::new(move |choices: Vec<AreaChoice>| {
        let one = stage.resolved.with_untracked(|resolved| resolved.choices().len() == 1);
        let mut moved = false;
        stage.go(|selection| {
            // Several areas are shown by one contents at a time.
            if one && choices.len() > 1 {
                selection.contents.truncate(1);
            }
            selection.areas = choices;
            moved = stage.reach(selection);
        });
        if moved {
            stage.context.navigation.tell(vec![Notice::OtherFigures(last_of(stage), stage.table_title())]);
        }
    });
    AreaPicker { options, chosen, fewest, most, choose, context: stage.context }
}

/// The name of the area that was chosen last.
fn last_of(stage: Stage) -> String {
    let language = stage.context.navigation.present().language;
    let last = |resolved: &Resolved| {
        let place = resolved.places.last()?;
        Some(stage.with_areas(|areas| place_name(place, areas, language)))
    };
    stage.chosen.with_untracked(last).unwrap_or_default()
}

/// Follows a link that says areas by name or by former codes: puts today's codes into
/// the address, and says what of it cannot be followed. Through an entry alone.
pub(in crate::app) fn follow_names(navigation: Navigation, areas: &Areas) {
    let present = navigation.present();
    let (selection, unknown) = by_code(&present, areas);
    if selection != present {
        let mut notices = untrack(|| navigation.notices());
        notices.extend(unknown);
        navigation.adjust(|it| *it = selection);
        navigation.tell(notices);
    }
}

/// Which areas a table has, by their numbers; see [`AreaCode::number`].
struct Table {
    held: Vec<bool>,
    /// Whether the view shows it: all, where a view finds its own table.
    shown: bool,
}

/// More than the number of any area.
const NUMBERS: usize = 10_000;

/// The tables of the edition.
fn tables_of(resolved: &Resolved, editions: &[Edition]) -> Vec<Table> {
    let edition = editions.iter().find(|edition| edition.id == resolved.edition.id);
    let table = |table: &Arc<TableEntry>| {
        let mut held = vec![false; NUMBERS];
        for code in table.areas() {
            if let Some(place) = held.get_mut(code.number()) {
                *place = true;
            }
        }
        let shown = matches!(resolved.view, View::Overview | View::Sheet) || table.id == resolved.table.id;
        Table { held, shown }
    };
    edition.into_iter().flat_map(|edition| &edition.tables).map(table).collect()
}

/// Where there are figures of areas all together.
fn where_held(members: &[AreaCode], tables: &[Table]) -> Held {
    let has = |table: &&Table| members.iter().all(|&code| table.held.get(code.number()) == Some(&true));
    let having = tables.iter().filter(|_| !members.is_empty()).filter(has);
    having.fold(Held::Nowhere, |held, table| held.or(if table.shown { Held::Here } else { Held::Elsewhere }))
}

/// Every area and every förbund, and where there are figures of it.
fn options(tables: &[Table], areas: &Areas, language: Language) -> Vec<Arc<AreaOption>> {
    let mut found = Vec::with_capacity(areas.areas.len() + areas.associations.len());
    for code in areas.areas.iter().map(|area| area.code) {
        // A län that a table lacks is the sum of its kommuner.
        let kommuner: Vec<AreaCode> = match code.kind() {
            AreaKind::County => areas.municipalities_of(code).map(|kommun| kommun.code).collect(),
            AreaKind::Country | AreaKind::Municipality => Vec::new(),
        };
        found.push(Arc::new(AreaOption {
            choice: AreaChoice::Area(code),
            code: code.to_string(),
            name: area::label(code, &areas.name(code), language),
            kind: kind_name(code.kind()).get(language),
            note: String::new(),
            held: where_held(&[code], tables).or(where_held(&kommuner, tables)),
        }));
    }
    for association in &areas.associations {
        let members = association.members_at(None);
        found.push(Arc::new(AreaOption {
            choice: AreaChoice::Association(association.slug.clone()),
            code: association.slug.clone(),
            name: association.name.clone(),
            kind: ui::ASSOCIATION.get(language),
            note: note_of(association, &members, areas, language),
            held: where_held(&members, tables),
        }));
    }
    found
}

const fn kind_name(kind: AreaKind) -> Phrase {
    match kind {
        AreaKind::Country => finding::WHOLE_COUNTRY,
        AreaKind::County => ui::COUNTY,
        AreaKind::Municipality => ui::MUNICIPALITY,
    }
}

/// Who the members are, whether that is certain, and when a förbund ended.
fn note_of(association: &Association, members: &[AreaCode], areas: &Areas, language: Language) -> String {
    let mut names: Vec<String> = Vec::with_capacity(members.len());
    for name in members.iter().map(|&code| areas.name(code)) {
        let key = letters::ordered(&name);
        names.insert(names.partition_point(|other| letters::ordered(other) <= key), name);
    }
    let mut note = list::and(&names, language);
    if !association.sourced {
        note = ui::MEMBERS_UNSURE.fill(language, &[&note]);
    }
    match association.ended.as_deref().and_then(|day| day.get(..4)) {
        Some(year) => ui::ENDED.fill(language, &[&note, year]),
        None => note,
    }
}

fn tags(resolved: &Resolved, areas: &Areas, language: Language) -> Vec<Tag> {
    // Women and men of one area, where they are apart, are one choice.
    let mut places: Vec<&Place> = resolved.places.iter().collect();
    places.dedup_by(|place, other| place.choice == other.choice);
    let several = places.len() > 1;
    // Riket has its own colour and takes none of the others'.
    let mut others = 0..;
    let mut tone = |code: Option<AreaCode>| match code {
        _ if !several => "",
        Some(AreaCode::Country) => tone_of_choice(0, code),
        _ => tone_of_choice(others.next().unwrap_or(0), code),
    };
    let tag = |place: &&Place| Tag {
        choice: place.choice.clone(),
        name: place_name(place, areas, language),
        members: place.members.clone(),
        tone: tone(place.code()),
    };
    places.iter().map(tag).collect()
}

/// Looks at the same areas in another way, by another table or figure: those
/// that it cannot show come back with the next that can.
pub(super) fn look_otherwise(stage: Stage, change: impl FnOnce(&mut Selection)) {
    let wished = stage.wished();
    stage.go(|selection| {
        change(selection);
        selection.areas.clone_from(&wished);
        // What this way cannot show is no fault of the reader's.
        if let Some(areas) = stage.shown_of(selection) {
            selection.areas = areas;
        }
    });
    stage.keep(wished);
}
