//! How are we doing? The headline with its chart, the numbers that matter,
//! the three groups, riket beside it, and the kommuner.

use super::areas::switcher;
use super::municipalities;
use super::stage::Stage;
use super::topics;
use super::waiting;
use crate::app::element::{Child, Element, Fragment, div, el, fragment, p, show, span};
use crate::app::figure::{figure_view, sparkline, tone_class};
use crate::app::lazy::{entries, little, once_loaded};
use crate::app::loading::{Failure, Loading, latest};
use crate::app::memo::Memo;
use crate::app::navigation::open;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_figures::figure::{Group, KeyNumber, Overview};
use faktabank_figures::text::{letters, ui};
use faktabank_tables::query::{FigureKind, Selection, View};
use faktabank_tables::statistics::Phrase;
use std::rc::Rc;

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let heading = stage.heading();
    let top = fragment(move || {
        // While another edition is on its way, its place stays empty.
        let Loading::Ready(heading) = heading.get() else { return Fragment::new() };
        let mut parts = el("strong").child(heading.place.as_str()).into_fragment();
        " ".add_to(&mut parts);
        span("soft").child(heading.status.as_str()).add_to(&mut parts);
        parts
    });
    let below = once_loaded(stage.context, waiting_beneath, move |loaded| entries::beneath(loaded, stage));
    let kind = Memo::new(|_| FigureKind::Area);
    let figure = figure_view(stage.figure(), kind, Fragment::new(), stage.actions(), stage.context);
    let to_sheet = stage.context.link_to(Some("plain-link"), Rc::new(|selection| open(selection, View::Sheet)), true);
    let to_sheet = to_sheet.child(stage.context.words(ui::SHEET));
    // One line for those who come for the first time; those who have chosen an
    // area know the way, and are shown the way back.
    let chosen = move || !stage.context.navigation.selection().areas.is_empty();
    let guide = show(move || !chosen(), move || p("soft guide").child(stage.context.words(ui::GUIDE)).into_fragment());
    let back = show(chosen, move || {
        let back =
            stage.context.link(stage.context.words(ui::RESET), Some("plain-link"), |selection| selection.areas.clear());
        back.into_fragment()
    });
    let left_out =
        fragment(move || stage.context.lazy.loaded().map(|it| entries::left_out(it, stage)).unwrap_or_default());
    let top = div("context").child(el("p").child(top)).child(switcher(stage)).child(to_sheet).child(back);
    div("overview").child(top).child(guide).child(left_out).child(figure).child(below).into_fragment()
}

/// That the topic which the page is first about has nothing of the area, and the
/// way to what is nearest: the subject never changes without a word. Through an entry alone.
pub(in crate::app) fn left_out(stage: Stage) -> Fragment {
    let Some(topic) = stage.left_out() else { return Fragment::new() };
    let context = stage.context;
    let language = stage.language();
    let Loading::Ready(heading) = stage.heading().get() else { return Fragment::new() };
    let title = letters::uncapitalised(topic.title().get(language));
    let nearest = move |selection: &mut Selection| selection.topic = Some(topic.to_code());
    p("soft")
        .attr("data-left-out", "")
        .child(ui::LEFT_OUT.fill(language, &[&title, &heading.place]))
        .child(" ")
        .child(context.link(context.words(ui::NEAREST), None, nearest))
        .into_fragment()
}

/// What stands under the chart while it is on its way: a room as high as the
/// window, so that nothing that is seen moves.
fn waiting_beneath(failed: Option<(Failure, Callback<()>)>, context: PageContext) -> Fragment {
    if failed.is_some() { little(failed, context) } else { waiting(None, context) }
}

/// Everything under the chart; through an entry alone.
pub(in crate::app) fn beneath(stage: Stage) -> Fragment {
    let overview = stage.overview();
    // While another edition is on its way, the former overview stays.
    let here = latest(overview);
    let mut parts = fragment(move || here.get().map(|overview| first(stage, &overview)).unwrap_or_default());
    let overview_waits = Memo::new(move |_| matches!(overview.get(), Loading::Pending(_)));
    parts.extend(topics::view(stage, overview_waits));
    parts.extend(fragment(move || here.get().map(|overview| kommuner(stage, &overview)).unwrap_or_default()));
    parts
}

fn section(id: &'static str, title: &str) -> Element {
    el("section").class("section").attr("aria-labelledby", id).child(el("h2").attr("id", id).child(title))
}

/// What belongs to the topic of the figure.
fn first(stage: Stage, overview: &Overview) -> Fragment {
    let context = stage.context;
    let keys = el("dl").class("key-numbers").attr("aria-label", context.say(ui::KEY_NUMBERS));
    let mut parts = keys.children(overview.keys.iter().map(key_number)).into_fragment();
    if !overview.groups.is_empty() {
        let groups = div("groups").children(overview.groups.iter().map(|group| group_view(stage, group)));
        section("grupper", &overview.groups_title).child(groups).add_to(&mut parts);
    }
    if let Some(country) = &overview.country {
        section("riket", context.say(ui::BESIDE_COUNTRY))
            .child(p("lead").child(country.sentence.as_str()))
            .child(p("soft small").child(country.caption.as_str()))
            .child(el("p").child(context.query_link(ui::EXPLORE_COUNTRY.get(stage.language()), &country.link)))
            .add_to(&mut parts);
    }
    parts
}

/// The kommuner of the area.
fn kommuner(stage: Stage, overview: &Overview) -> Fragment {
    let context = stage.context;
    let mut parts = Fragment::new();
    if let Some(whole) = &overview.whole {
        let way = |(name, to): &(Phrase, String)| el("li").child(context.query_link(context.say(*name), to));
        section("kommuner", context.say(ui::MUNICIPALITIES))
            .child(p("soft").child(whole.caption.as_str()))
            .child(el("ul").class("inline-list").children(whole.ways.iter().map(way)))
            .add_to(&mut parts);
    }
    if let Some(kommuner) = &overview.kommuner {
        municipalities::view(stage, kommuner).add_to(&mut parts);
    }
    parts
}

/// One large number with its words.
pub(super) fn key_number(key: &KeyNumber) -> Element {
    div("key-number")
        .child(el("dt").child(key.label.as_str()))
        .child(el("dd").class("big number").child(key.number.as_str()))
        .child((!key.note.is_empty()).then(|| el("dd").child(key.note.as_str())))
}

fn group_view(stage: Stage, group: &Group) -> Element {
    let values: Vec<Option<f64>> = group.sparkline.points.iter().map(|point| point.value.ok()).collect();
    let tone = tone_class(group.tone);
    let tone = ["spark-tone ", tone.strip_prefix("tone ").unwrap_or(tone)].concat();
    el("section")
        .class("group")
        .child(el("h3").child(stage.context.query_link(&group.name, &group.link)))
        .child(p("soft").child(group.parts.as_str()))
        .child(el("div").class(tone).child(sparkline(&values)))
        .child(el("p").child(group.sentence.as_str()))
        .child(p("soft small").child(group.sparkline.description.as_str()))
}
