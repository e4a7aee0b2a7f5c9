//! Areas from lists: a län with its kommuner, and the förbund with their members.

use super::area_picker::{AreaPicker, is_association};
use super::area_search::{AreaOption, Held};
use super::{Choice, select_box};
use crate::app::element::{Element, Fragment, div, each, el, fragment, p, place_name, show, span};
use crate::app::memo::Memo;
use crate::app::signal::{Callback, RwSignal};
use faktabank_figures::text::{letters, ui};
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::{AreaCode, AreaKind};
use std::rc::Rc;
use std::sync::Arc;

/// One län at a time: itself and its kommuner, and all of them at once.
pub(super) fn by_county(picker: AreaPicker) -> Element {
    let AreaPicker { options, context, .. } = picker;
    let opened = RwSignal::new(None::<AreaCode>);
    // Until one is opened, the län of what is chosen.
    let first = Memo::new(move |_| {
        picker.chosen.with(|tags| tags.iter().flat_map(|tag| &tag.members).find_map(|code| code.county()))
    });
    let county = Memo::new(move |_| opened.get().or(first.get()).unwrap_or(AreaCode::DALARNA));
    let counties = Memo::new(move |_| {
        let is_county = |option: &&Arc<AreaOption>| area(option).is_some_and(|code| code.kind() == AreaKind::County);
        let held = |county: &AreaOption| {
            options.with(|all| all.iter().any(|it| it.held == Held::Here && within(it, area(county))))
        };
        let counties = options.with(|all| all.iter().filter(is_county).filter(|it| held(it)).cloned().collect());
        alphabetical(counties).into_iter().map(|it| Choice::new(it.code.clone(), it.name.clone())).collect::<Vec<_>>()
    });
    let listed = Memo::new(move |_| {
        let county = Some(county.get());
        let mut all = options.get();
        all.retain(|option| option.held == Held::Here && within(option, county));
        let whole = all.iter().position(|option| area(option) == county).map(|at| all.remove(at));
        whole.into_iter().chain(alphabetical(all)).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |code: String| opened.set(AreaCode::from_code(&code)));
    let chosen = Rc::new(move || county.get().to_string());
    div("by-county")
        .child(select_box(ui::COUNTY_HEAD, counties, chosen, choose, context))
        .child(ticks(picker, listed))
        .child(show(move || picker.most.get() > 1, move || all_of(picker, listed)))
}

/// The förbund, each with its members.
pub(super) fn associations(picker: AreaPicker) -> Element {
    let listed = Memo::new(move |_| {
        let mut all = picker.options.get();
        all.retain(|option| option.held == Held::Here && is_association(option));
        all
    });
    ticks(picker, listed)
}

/// A button for every kommun of the list at once, or that they are too many.
fn all_of(picker: AreaPicker, listed: Memo<Vec<Arc<AreaOption>>>) -> Fragment {
    fragment(move || {
        let language = picker.context.language.get();
        let kommuner: Vec<AreaChoice> = listed.with(|all| {
            let is_kommun = |it: &&Arc<AreaOption>| area(it).is_some_and(AreaCode::is_municipality);
            all.iter().filter(is_kommun).map(|it| it.choice.clone()).collect()
        });
        let (count, most) = (kommuner.len(), picker.most.get());
        if count < 2 {
            return Fragment::new();
        }
        let number = count.to_string();
        if count > most {
            return p("soft small")
                .child(ui::TOO_MANY_OF_COUNTY.fill(language, &[&number, &most.to_string()]))
                .into_fragment();
        }
        let words = ui::ALL_OF_COUNTY.fill(language, &[&number]);
        let button = el("button").attr("type", "button").class("pill").attr("data-whole-county", "");
        button.on("click", move |_| picker.choose.run(kommuner.clone())).child(words).into_fragment()
    })
}

/// Areas to tick; to press, where one takes the place of the other.
fn ticks(picker: AreaPicker, listed: Memo<Vec<Arc<AreaOption>>>) -> Element {
    let items = fragment(move || {
        let (single, language) = (picker.most.get() == 1, picker.context.language.get());
        let name = |option: &AreaOption| match area(option).map(AreaCode::kind) {
            Some(AreaKind::County) => ui::WHOLE_COUNTY.fill(language, &[&option.name]),
            _ => option.name.clone(),
        };
        let item = |option: &Arc<AreaOption>| el("li").child(tick(picker, option, &name(option), single));
        listed.with(|listed| each(listed.iter().map(item)))
    });
    el("ul").class("ticks area-ticks").child(items)
}

fn tick(picker: AreaPicker, option: &AreaOption, name: &str, single: bool) -> Element {
    let choice = option.choice.clone();
    let note = (!option.note.is_empty()).then(|| span("sub").child(option.note.as_str()));
    let name = el("span").child(place_name(name)).child(note);
    if single {
        let shown = choice.clone();
        return el("button")
            .attr("type", "button")
            .class("area-button")
            .attr("data-area", option.code.clone())
            .attr("aria-pressed", move || if picker.has(&shown) { "true" } else { "false" })
            .on("click", move |_| picker.add([choice.clone()]))
            .child(name);
    }
    let (ticked, held) = (choice.clone(), choice.clone());
    let field = el("input").attr("type", "checkbox").attr("data-area", option.code.clone());
    let field = field
        .prop("checked", move || picker.has(&ticked))
        // What is chosen can always be taken away again, but for the last.
        .prop("disabled", move || {
            let last = picker.chosen.with(Vec::len) <= picker.fewest;
            if picker.has(&held) { last } else { picker.is_full() }
        })
        .on("change", move |event| if event.checked() { picker.add([choice.clone()]) } else { picker.remove(&choice) });
    el("label").child(field).child(name)
}

fn area(option: &AreaOption) -> Option<AreaCode> {
    match option.choice {
        AreaChoice::Area(code) => Some(code),
        AreaChoice::Association(_) | AreaChoice::Group { .. } => None,
    }
}

/// Whether an area is a län or lies in it.
fn within(option: &AreaOption, county: Option<AreaCode>) -> bool {
    county.is_some() && area(option).and_then(AreaCode::county) == county
}

/// By name, with å, ä and ö last.
fn alphabetical(options: Vec<Arc<AreaOption>>) -> Vec<Arc<AreaOption>> {
    let mut sorted: Vec<(String, Arc<AreaOption>)> = Vec::with_capacity(options.len());
    for option in options {
        let key = letters::ordered(&option.name);
        // Few enough to insert one by one, in far less code than a sort.
        sorted.insert(sorted.partition_point(|(other, _)| *other <= key), (key, option));
    }
    sorted.into_iter().map(|(_, option)| option).collect()
}
