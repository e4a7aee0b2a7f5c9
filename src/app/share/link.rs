//! A link to what is shown, of the newest figures or of these.

use super::{Sharing, field, section};
use crate::app::element::{Element, div, el, fragment, p};
use crate::browser::history;
use faktabank_figures::text::{period, share as words};

/// The link, and how it is to last: the embed lasts as the link does.
pub(super) fn view(sharing: Sharing) -> Element {
    let context = sharing.context;
    let on_disk = history::is_file().then(|| p("soft").child(context.words(words::LINK_ON_DISK)));
    let choice = |code: &'static str, frozen: bool, name| {
        let field = el("input").attr("type", "radio").attr("name", "varaktighet").attr("value", code);
        let field = field
            .prop("checked", move || sharing.frozen.get() == frozen)
            .on("change", move |_| sharing.frozen.set(frozen));
        el("label").class("tick").child(field).child(el("span").child(context.words(name)))
    };
    let says = fragment(move || {
        if !sharing.frozen.get() {
            return Vec::new();
        }
        let language = context.language.get();
        sharing.stage.resolved.with(|resolved| {
            let name = |it: Option<&faktabank_tables::statistics::Period>| it.map(|&it| period::name(it, language));
            let (first, last) = (name(resolved.time.periods.first()), name(resolved.time.periods.last()));
            let span = if first == last { last } else { first.zip(last).map(|(a, b)| [&a, "–", &b].concat()) };
            let said = words::FROZEN_SAYS.fill(language, &[&resolved.edition.id.0, &span.unwrap_or_default()]);
            p("soft").child(said).into_fragment()
        })
    });
    let lasts = el("fieldset")
        .child(el("legend").class("field-label").child(context.words(words::WHICH_FIGURES)))
        .child(div("ticks").child(choice("nyaste", false, words::NEWEST)).child(choice("fryst", true, words::FROZEN)))
        .child(says);
    let link = field::Field { id: "lank", label: words::LINK_FIELD, copy: words::COPY_LINK, rows: None };
    section(words::LINK, context).child(lasts).child(link.view(move || sharing.address(), context)).child(on_disk)
}
