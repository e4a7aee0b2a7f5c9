//! Several of the areas chosen, made into one that counts them together.

use super::area_picker::{AreaPicker, INPUT};
use crate::app::element::{Element, Fragment, div, each, el, fragment, p};
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use crate::browser::page;
use faktabank_figures::text::{list, ui};
use faktabank_tables::query::{AreaChoice, group_name};
use faktabank_tables::statistics::AreaCode;
use leptos::prelude::*;

const NAME: &str = "grupp-namn";

/// What will be counted together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    members: Vec<AreaCode>,
    /// The names of the choices that it is made of.
    names: Vec<String>,
}

/// A name and a button that make a group of the areas chosen, or what is
/// needed for that.
pub(super) fn group_of_chosen(picker: AreaPicker) -> Element {
    let group = Memo::new(move |_| group_of(picker));
    let name = StoredValue::new(String::new());
    div("own-group").child(fragment(move || maker(picker, group.get(), name)))
}

/// The areas chosen but riket, each counted once: a kommun is already in its län.
fn group_of(picker: AreaPicker) -> Group {
    picker.chosen.with(|tags| {
        let mut group = Group::default();
        for tag in tags {
            let members = match tag.choice {
                AreaChoice::Area(AreaCode::Country) => continue,
                AreaChoice::Area(code) => vec![code],
                AreaChoice::Association(_) | AreaChoice::Group { .. } => tag.members.clone(),
            };
            group.names.push(tag.name.clone());
            group.members.extend(members);
        }
        let all = std::mem::take(&mut group.members);
        for (at, code) in all.iter().enumerate() {
            let in_county = code.county().is_some_and(|county| county != *code && all.contains(&county));
            if !in_county && !all[..at].contains(code) {
                group.members.push(*code);
            }
        }
        group
    })
}

fn maker(picker: AreaPicker, group: Group, name: StoredValue<String>) -> Fragment {
    let language = picker.context.language.get();
    if group.members.len() < 2 || group.names.len() < 2 {
        return p("soft small").child(ui::GROUP_NEEDS.get(language)).into_fragment();
    }
    let what = ui::GROUP_COUNTS.fill(language, &[&list::and(&group.names, language)]);
    let make = Callback::new(move |()| {
        let mut called = group_name(&name.get_value());
        if called.is_empty() {
            called = ui::OWN_GROUP.get(language).to_owned();
        }
        name.set_value(String::new());
        let country = AreaChoice::Area(AreaCode::Country);
        let mut choices = vec![AreaChoice::Group { name: called, members: group.members.clone() }];
        choices.extend(picker.has(&country).then_some(country));
        picker.choose.run(choices);
        page::focus(INPUT);
    });
    let field = el("input").attr("id", NAME).attr("type", "text").attr("maxlength", "40").attr("autocomplete", "off");
    let field = field.on("input", move |event| name.set_value(event.value())).on("keydown", move |event| {
        if event.key() == "Enter" {
            event.prevent_default();
            make.run(());
        }
    });
    let button = el("button").attr("type", "button").class("pill").attr("data-make-group", "");
    each([
        p("small").child(what),
        el("label").class("field-label").attr("for", NAME).child(ui::GROUP_NAME.get(language)),
        field,
        button.on("click", move |_| make.run(())).child(ui::MAKE_GROUP.get(language)),
    ])
}
