//! Who is like us? The kommuner nearest by what is not compared, to add by a
//! press or to compare with all at once.

use super::stage::Stage;
use crate::app::element::{Element, Fragment, afterwards, each, el, fragment, p, span};
use crate::app::lazy::little;
use crate::app::loading::{Loading, Progress};
use crate::app::memo::Memo;
use crate::app::signal::{Callback, RwSignal};
use crate::app::store::{Base, Extent};
use crate::browser::page;
use faktabank_figures::figure::{Alike, AlikeKommun, Unlike, likeness};
use faktabank_figures::text::alike as words;
use faktabank_tables::query::{AreaChoice, Resolved, Selection, Span, View, for_likeness};
use leptos::prelude::*;
use std::sync::Arc;

type Found = Loading<Arc<Result<Alike, Unlike>>>;

/// A part of the picker that is unfolded; what is reckoned from is fetched only then.
pub(super) fn view(stage: Stage, add: Callback<AreaChoice>) -> Element {
    let context = stage.context;
    let wanted = RwSignal::new(false);
    let found = found(stage, wanted);
    let list = fragment(move || {
        if !wanted.get() {
            return Fragment::new();
        }
        match found.get() {
            Loading::Pending(_) => little(None, context),
            Loading::Failed(failure) => little(Some((failure, stage.actions().retry)), context),
            Loading::Ready(found) => match found.as_ref() {
                Ok(alike) => listed(stage, alike, add),
                Err(Unlike::NoKommun) => p("soft small").child(context.say(words::NEEDS_KOMMUN)).into_fragment(),
                Err(Unlike::AllCompared) => p("soft small").child(context.say(words::ALL_COMPARED)).into_fragment(),
                Err(Unlike::NoFigures) => elsewhere(stage),
            },
        }
    });
    let summary = el("summary").attr("data-alike", "").on("click", move |_| wanted.set(true));
    el("details").class("fold").child(summary.child(el("span").child(context.words(words::ALIKE)))).child(list)
}

/// The kommuner like the one chosen, or why none are told, once they are `wanted`
/// and the files that say so are here.
fn found(stage: Stage, wanted: RwSignal<bool>) -> Memo<Found> {
    let asked = move || wanted.get().then(|| stage.resolved.get());
    afterwards(move || {
        let Some(shown) = asked() else { return };
        stage.base.with_value(|base| {
            if let Some(of) = for_likeness_of(&shown, base) {
                stage.store.want(&of, &base.manifest);
            }
        });
    });
    Memo::new(move |_| {
        let Some(shown) = asked() else { return Loading::Pending(Progress::default()) };
        let Some(of) = stage.base.with_value(|base| for_likeness_of(&shown, base)) else {
            return Loading::Ready(Arc::new(Err(Unlike::NoFigures)));
        };
        // Among all kommuner that there are: where the table shown lacks one, another has it.
        let among = Resolved { table: of.table.clone(), ..shown };
        stage.of(&of, Extent::All, |of, tables, base| Some(likeness(&among, of, tables, &base.areas)))
    })
}

fn for_likeness_of(shown: &Resolved, base: &Base) -> Option<Resolved> {
    for_likeness(shown, base.manifest.edition(&shown.edition.id)?)
}

fn listed(stage: Stage, alike: &Alike, add: Callback<AreaChoice>) -> Fragment {
    let language = stage.language();
    let items = alike.kommuner.iter().map(|kommun| el("li").child(item(kommun, add)));
    let all: Vec<AreaChoice> =
        [&alike.own].into_iter().chain(alike.kommuner.iter().map(|it| &it.choice)).cloned().collect();
    let with_all = el("button").attr("type", "button").class("pill").attr("data-alike-all", "");
    let with_all = with_all.child(words::COMPARE_ALL.fill(language, &[&alike.of]));
    let with_all = with_all.on("click", move |_| {
        // The table stays, also where a comparison would open on another one.
        let table = stage.resolved.with_untracked(|shown| shown.table.id.clone());
        stage.go(|selection| {
            selection.view = Some(View::Compare);
            selection.table = Some(table);
            selection.areas.clone_from(&all);
            // Side by side, areas are told by one contents.
            selection.contents.truncate(1);
            selection.figure = None;
            stage.reach(selection);
        });
        page::scroll_to_top();
    });
    let mut parts = each([
        p("small").child(words::MOST_LIKE.fill(language, &[&alike.of])),
        el("ul").class("ticks area-ticks").attr("data-alike-list", "").children(items),
        p("").child(with_all),
    ]);
    let rule = alike.rule.iter().map(|sentence| p("soft small").child(sentence.as_str()));
    parts.extend(el("div").attr("data-alike-rule", "").children(rule).into_fragment());
    parts
}

fn item(kommun: &AlikeKommun, add: Callback<AreaChoice>) -> Element {
    let choice = kommun.choice.clone();
    let name = el("span").child(kommun.name.as_str()).child(span("sub").child(kommun.note.as_str()));
    let button = el("button").attr("type", "button").class("area-button");
    button.on("click", move |_| add.run(choice.clone())).child(name)
}

/// That the edition cannot tell, and the way to the one that the explorer opens on,
/// if that can.
fn elsewhere(stage: Stage) -> Fragment {
    let language = stage.language();
    let shown = stage.resolved.get();
    let said = words::NO_FIGURES.fill(language, &[&shown.edition.id.to_string()]);
    let way = stage.base.with_value(|base| {
        let edition = base.manifest.edition(&base.manifest.current).filter(|it| it.id != shown.edition.id)?;
        for_likeness(&shown, edition)?;
        let has_table = edition.table(&shown.table.id).is_some();
        let name = words::ELSEWHERE.fill(language, &[&edition.id.to_string()]);
        Some(stage.context.link(
            move || name.clone(),
            None,
            move |selection| in_current(selection, shown.view, has_table),
        ))
    });
    let said = p("soft small").attr("data-alike-none", "").child(said);
    way.into_iter().fold(said, |said, way| said.child(" ").child(way)).into_fragment()
}

/// The same areas in the edition that the explorer opens on, with all else that its
/// table has.
fn in_current(selection: &mut Selection, view: View, has_table: bool) {
    let same = Selection { view: Some(view), edition: None, ..selection.clone() };
    *selection = if has_table {
        same
    } else {
        Selection {
            table: None,
            contents: Vec::new(),
            measure: None,
            figure: None,
            resolution: None,
            span: Span::All,
            sex: None,
            age: None,
            ..same
        }
    };
}
