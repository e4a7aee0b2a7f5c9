//! Tell me about my kommun or förbund: one sheet, on the screen and on paper.

use super::areas::switcher;
use super::choices;
use super::overview::key_number;
use super::places;
use super::stage::Stage;
use super::topics;
use crate::app::controls::{Choice, select_box};
use crate::app::element::{Child, Element, Fragment, div, el, fragment, p, show, span};
use crate::app::figure::{FigureState, figure_view, lone_chart, table_view};
use crate::app::loading::latest;
use crate::app::memo::Memo;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::page;
use faktabank_figures::figure::{Chart, DataTable, Member, Plan, Sheet, Support};
use faktabank_figures::text::{number, ui};
use faktabank_tables::query::{Aim, FigureKind, View};
use std::rc::Rc;
use std::sync::Arc;

/// The sheet that is shown, or the one before it while the next is on its way.
type Here = Memo<Option<Arc<Sheet>>>;

/// Reductions that can be chosen as a target, in per cent.
const TARGETS: [u8; 6] = [5, 10, 15, 20, 25, 30];

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let all = RwSignal::new(false);
    let sheet = stage.sheet(all);
    let figure =
        Memo::new(move |_| -> FigureState { sheet.get().map(|sheet: Arc<Sheet>| Arc::new(sheet.figure.clone())) });
    let here: Here = latest(sheet);
    let head = fragment(move || here.get().map(|sheet| head(&sheet)).unwrap_or_default());
    let print = el("button").attr("type", "button").class("pill").attr("data-print", "").on("click", |_| page::print());
    let top =
        div("context").child(el("p").child(head)).child(switcher(stage)).child(print.child(context.words(ui::PRINT)));
    let keys = fragment(move || here.get().map(|sheet| numbers(stage, &sheet)).unwrap_or_default());
    let whom = div("choices-row").child(choices::sex(stage)).child(choices::age(stage));
    let more = Memo::new(move |_| here.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.more_places)));
    let between = div("sheet-numbers").child(keys).child(places::view(stage, more, all)).into_fragment();
    let kind = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure));
    let kind = Memo::new(move |_| if kind.get() == FigureKind::Table { FigureKind::Line } else { kind.get() });
    let shown = figure_view(figure, kind, between, stage.actions(), context);
    let beneath = div("sheet-beneath")
        .child(support(stage, here))
        .child(topics::summary(stage))
        .child(plan(stage, here))
        .child(fragment(move || here.get().map(|sheet| members(stage, &sheet.members)).unwrap_or_default()))
        .child(fragment(move || here.get().map(|sheet| imprint(stage, &sheet)).unwrap_or_default()));
    div("sheet").attr("data-sheet", "").child(top).child(whom).child(shown).child(beneath).into_fragment()
}

fn head(sheet: &Sheet) -> Fragment {
    let mut parts = el("strong").child(sheet.place.as_str()).into_fragment();
    [", ", &sheet.kind, ". "].concat().add_to(&mut parts);
    span("soft").child(sheet.status.as_str()).add_to(&mut parts);
    parts
}

/// The numbers that matter, and the place among others.
fn numbers(stage: Stage, sheet: &Sheet) -> Fragment {
    let list = el("dl").class("key-numbers").attr("aria-label", stage.context.say(ui::KEY_NUMBERS));
    let standings = sheet.standings.iter().map(|standing| key_number(standing).attr("data-standing", ""));
    list.children(sheet.keys.iter().map(key_number).chain(standings)).into_fragment()
}

/// The six benefits.
fn support(stage: Stage, here: Here) -> Fragment {
    let context = stage.context;
    let support = Memo::new(move |_| here.with(|sheet| sheet.as_ref().and_then(|sheet| sheet.support.clone())));
    let of = move |part: fn(&Support) -> String| support.with(|it| it.as_ref().map(part).unwrap_or_default());
    let table = Memo::new(move |_| {
        support.with(|it| it.as_ref().map_or_else(|| Arc::new(DataTable::default()), |it| Arc::new(it.table.clone())))
    });
    show(
        move || support.with(Option::is_some),
        move || {
            let source = move || {
                let source = of(|it| it.source.clone());
                let words = ui::SHEET_SOURCE.fill(context.language.get(), &[&source]);
                if source.is_empty() { Fragment::new() } else { p("soft small").child(words).into_fragment() }
            };
            el("section")
                .class("section sheet-support")
                .attr("data-support", "")
                .child(el("h2").child(move || of(|it| it.title.clone())))
                .child(fragment(move || {
                    let lead = of(|it| it.lead.clone());
                    if lead.is_empty() { Fragment::new() } else { el("p").child(lead).into_fragment() }
                }))
                .child(table_view(table, context))
                .child(fragment(source))
                .into_fragment()
        },
    )
}

/// The indicator of plans, with the choice of base year and target.
fn plan(stage: Stage, here: Here) -> Fragment {
    let context = stage.context;
    let plan = Memo::new(move |_| here.with(|sheet| sheet.as_ref().and_then(|sheet| sheet.plan.clone())));
    let has = move || plan.with(Option::is_some);
    show(has, move || {
        let sentence =
            Memo::new(move |_| plan.with(|it| it.as_ref().map(|it| it.sentence.clone()).unwrap_or_default()));
        let title = Memo::new(move |_| plan.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default()));
        let chart = Memo::new(move |_| plan.with(|it| it.as_ref().map(|it| Arc::new(Chart::Lines(it.chart.clone())))));
        el("section")
            .class("section sheet-plan")
            .attr("data-plan", "")
            .child(el("h2").child(move || title.get()))
            .child(p("soft small").child(context.words(ui::PLAN_WHY)))
            .child(aims(stage, plan))
            .child(p("lead").attr("role", "status").child(move || sentence.get()))
            .child(lone_chart(chart, sentence, context))
            .into_fragment()
    })
}

fn aims(stage: Stage, plan: Memo<Option<Plan>>) -> Element {
    let context = stage.context;
    let years = Memo::new(move |_| {
        let years = plan.with(|it| it.as_ref().map(|it| it.years.clone()).unwrap_or_default());
        years.into_iter().map(|year| Choice::new(number::plain(year), number::plain(year))).collect::<Vec<_>>()
    });
    let base = move || plan.with(|it| it.as_ref().map(|it| number::plain(it.base)).unwrap_or_default());
    let per_cent = move || plan.with(|it| it.as_ref().and_then(|it| it.per_cent));
    let first = move || years.with_untracked(|years| years.first().map(|year| year.code.clone()));
    let choose_base = Callback::new(move |year: String| {
        let wished = Aim::year_of(&year).filter(|_| first() != Some(year));
        stage.go(|selection| selection.aim.base = wished);
    });
    let targets = Memo::new(move |_| {
        let language = context.language.get();
        let mut targets = TARGETS.to_vec();
        // One that a link says and no menu has.
        if let Some(own) = per_cent().filter(|own| !TARGETS.contains(own)) {
            targets.insert(targets.partition_point(|other| *other < own), own);
        }
        let words = |target: &u8| {
            let code = target.to_string();
            let name = ui::TARGET_OF.fill(language, &[&code]);
            Choice { code, name }
        };
        let none = Choice::new("", ui::NO_TARGET.get(language));
        [none].into_iter().chain(targets.iter().map(words)).collect::<Vec<_>>()
    });
    let choose_target = Callback::new(move |target: String| {
        stage.go(|selection| selection.aim.per_cent = Aim::per_cent_of(&target));
    });
    let target = move || per_cent().map_or_else(String::new, |target| target.to_string());
    div("choices-row").child(select_box(ui::BASE_YEAR, years, Rc::new(base), choose_base, context)).child(select_box(
        ui::TARGET,
        targets,
        Rc::new(target),
        choose_target,
        context,
    ))
}

fn members(stage: Stage, members: &[Member]) -> Fragment {
    if members.is_empty() {
        return Fragment::new();
    }
    let items = members.iter().map(|member| el("li").child(stage.context.query_link(&member.name, &member.link)));
    el("section")
        .class("section sheet-members")
        .child(el("h2").child(stage.context.say(ui::MEMBERS)))
        .child(el("ul").class("inline-list").children(items))
        .into_fragment()
}

/// Which edition, from when, and where the sheet is found.
fn imprint(stage: Stage, sheet: &Sheet) -> Fragment {
    let address = stage.context.navigation.address(|selection| selection.view = Some(View::Sheet));
    let found = ui::SHEET_ADDRESS.fill(stage.language(), &[&address]);
    p("soft small sheet-imprint").child([&sheet.imprint, " ", &found].concat()).into_fragment()
}
