//! The topics of an area under its first figure: one section each, which keeps its
//! chart while what it shows changes. Through an entry alone.

use super::overview::key_number;
use super::stage::Stage;
use super::stage::topics::Told;
use crate::app::element::{Element, Fragment, afterwards, div, el, fragment, p, show};
use crate::app::figure::{lone_chart, table_view};
use crate::app::lazy::little;
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::on_demand::NewestOf;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_figures::figure::{Indicator, TopicSection};
use faktabank_figures::text::{letters, ui};
use faktabank_tables::query::Section;
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::Topic;
use std::sync::Arc;

/// The plan of a förbund, then every topic but the one that the page opens on. Once
/// none of these, nor the rest of the overview, is on its way, the page is whole.
pub(super) fn view(stage: Stage, overview_waits: Memo<bool>) -> Fragment {
    let sections = stage.sections();
    let indicators = stage.indicators(sections);
    let context = stage.context;
    let mut parts = fragment(move || indicators.with(|all| plan(all, context)));
    parts.extend(topics(stage, sections, overview_waits));
    parts
}

/// The indicators of a plan, each with a table of the kommuner together and apart.
fn plan(indicators: &[Indicator], context: PageContext) -> Fragment {
    if indicators.is_empty() {
        return Fragment::new();
    }
    let one = |indicator: &Indicator| {
        let table = Arc::new(indicator.table.clone());
        let lack = (!indicator.lack.is_empty()).then(|| p("topic-lack").child(indicator.lack.as_str()));
        div("indicator")
            .child(el("h3").child(indicator.title.as_str()))
            .child(p("lead").child(indicator.sentence.as_str()))
            .child(lack)
            .child(table_view(Memo::new(move |_| table.clone()), context))
    };
    el("section")
        .class("section topic")
        .attr("data-indicators", "")
        .attr("aria-labelledby", "plan")
        .child(el("h2").attr("id", "plan").child(context.say(ui::PLAN)))
        .child(p("soft").child(context.say(ui::PLAN_WHY)))
        .child(div("indicators").children(indicators.iter().map(one)))
        .into_fragment()
}

fn topics(stage: Stage, sections: Memo<Arc<Vec<Section>>>, overview_waits: Memo<bool>) -> Fragment {
    let retry = Callback::new(move |()| {
        stage.store.forget_failures();
        stage.want_sections(&sections.get_untracked());
    });
    let edition = edition(stage);
    fragment(move || {
        let mut parts = Fragment::new();
        let mut shown = Vec::new();
        let newest = stage.newest();
        for (topic, told) in each(stage, sections, edition, newest) {
            // The one that the page opens on stands above, and is not made again.
            let other = move || stage.resolved.with(|resolved| resolved.table.topic != topic);
            let told = Memo::new(move |_| if other() { told.get() } else { None });
            shown.push(told);
            parts.extend(section(topic, told, retry, stage.context));
        }
        afterwards(move || {
            let waits = |told: &Told| told.with(|it| matches!(it, Some(Loading::Pending(_))));
            let newest_waits = matches!(newest.state(), Some(Loading::Pending(_)));
            if !overview_waits.get() && !newest_waits && !shown.iter().any(waits) {
                stage.context.incomplete.set(false);
            }
        });
        parts
    })
}

fn edition(stage: Stage) -> Memo<EditionId> {
    Memo::new(move |_| stage.resolved.with(|resolved| resolved.edition.id.clone()))
}

/// What is told of every topic; anew for another edition, which has newest numbers of
/// its own.
fn each(
    stage: Stage,
    sections: Memo<Arc<Vec<Section>>>,
    edition: Memo<EditionId>,
    newest: NewestOf,
) -> Vec<(Topic, Told)> {
    edition.track();
    stage.catalogue().topics().map(|topic| (topic, stage.told_of(topic, sections, newest))).collect()
}

fn section(topic: Topic, told: Told, retry: Callback<()>, context: PageContext) -> Fragment {
    let title = topic.title();
    let id = ["amne-", topic.code()].concat();
    show(
        move || told.with(Option::is_some),
        move || {
            let head = el("h2").attr("id", id.clone()).child(context.words(title));
            el("section")
                .class("section topic")
                .attr("data-topic", topic.code())
                .attr("aria-labelledby", id.clone())
                .child(head)
                .child(body(told, retry, context))
                .into_fragment()
        },
    )
}

/// What is told, or that it is on its way, or did not come.
fn body(told: Told, retry: Callback<()>, context: PageContext) -> Element {
    let here = Memo::new(move |former: Option<&Option<Arc<TopicSection>>>| match told.get() {
        Some(Loading::Ready(told)) => Some(told),
        // What is here stays while the next is on its way.
        Some(Loading::Pending(_)) => former.cloned().flatten(),
        Some(Loading::Failed(_)) | None => None,
    });
    let chart = Memo::new(move |_| here.with(|told| told.as_ref().and_then(|told| told.chart.clone())));
    let sentence =
        Memo::new(move |_| here.with(|told| told.as_ref().map(|told| told.sentence.clone()).unwrap_or_default()));
    let waiting = fragment(move || match told.get() {
        Some(Loading::Pending(_)) if here.with(Option::is_none) => little(None, context),
        Some(Loading::Failed(failure)) => little(Some((failure, retry)), context),
        _ => Fragment::new(),
    });
    let words = fragment(move || here.get().map(|told| words(&told, context)).unwrap_or_default());
    let drawn = show(
        move || chart.with(Option::is_some),
        move || div("topic-chart").child(lone_chart(chart, sentence, context)).into_fragment(),
    );
    let after = fragment(move || here.get().map(|told| after(&told, context)).unwrap_or_default());
    div("topic-body").child(waiting).child(div("topic-words").child(words)).child(drawn).child(after)
}

/// Every topic in a row of a table, for the fact sheet.
pub(super) fn summary(stage: Stage) -> Fragment {
    let (sections, edition) = (stage.sections(), edition(stage));
    fragment(move || {
        let told = each(stage, sections, edition, stage.newest());
        fragment(move || rows(stage.context, told.iter().filter_map(|(_, told)| ready(told.get())).collect()))
    })
}

fn ready(told: Option<Loading<Arc<TopicSection>>>) -> Option<Arc<TopicSection>> {
    match told {
        Some(Loading::Ready(told)) => Some(told),
        Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
    }
}

fn rows(context: PageContext, topics: Vec<Arc<TopicSection>>) -> Fragment {
    if topics.len() < 2 {
        return Fragment::new();
    }
    let heads = [ui::TOPIC, ui::INDICATOR, ui::NUMBER, ui::DIFFERENCE, ui::BESIDE, ui::PLACE, ui::PERIOD];
    let heads = heads.map(|head| el("th").attr("scope", "col").child(context.say(head)));
    let row = |told: &Arc<TopicSection>| {
        let key = told.keys.first();
        let beside: Vec<String> = told.beside.iter().map(|(name, number)| [name, " ", number].concat()).collect();
        let cell = |words: &str| el("td").child(words);
        let head = el("tr").child(el("th").attr("scope", "row").child(context.query_link(&told.title, &told.link)));
        // The number of another area is not that of this one.
        if !told.lack.is_empty() {
            return head.child(cell(&told.lack).attr("colspan", "6"));
        }
        head.child(cell(&told.name))
            .child(el("td").class("number").child(key.map_or("–", |key| &key.number)))
            .child(cell(&told.change))
            .child(cell(&beside.join(", ")))
            .child(cell(&told.place))
            .child(cell(&told.period))
    };
    let table = el("table").child(el("thead").child(el("tr").children(heads)));
    let table = table.child(el("tbody").children(topics.iter().map(row)));
    el("section")
        .class("section sheet-topics")
        .attr("data-topics", "")
        .attr("aria-labelledby", "alla-amnen")
        .child(el("h2").attr("id", "alla-amnen").child(context.say(ui::ALL_TOPICS)))
        .child(div("table-scroll").attr("tabindex", "0").child(table))
        .into_fragment()
}

fn words(told: &TopicSection, context: PageContext) -> Fragment {
    let said = |class: &'static str, words: &str| (!words.is_empty()).then(|| p(class).child(words));
    let mut parts = p("soft topic-question").child(told.question.as_str()).into_fragment();
    for said in [said("topic-lack", &told.lack), said("lead", &told.sentence), said("topic-lead", &told.lead)] {
        parts.extend(said.map(Element::into_fragment).unwrap_or_default());
    }
    if !told.members.is_empty() {
        let members = told.members.iter().map(|(name, to)| el("li").child(context.query_link(name, to)));
        parts.extend(el("ul").class("inline-list").children(members).into_fragment());
    }
    if !told.keys.is_empty() {
        let keys = el("dl").class("key-numbers").attr("aria-label", context.say(ui::KEY_NUMBERS));
        parts.extend(keys.children(told.keys.iter().map(key_number)).into_fragment());
    }
    parts
}

fn after(told: &TopicSection, context: PageContext) -> Fragment {
    let caption = (!told.sentence.is_empty()).then(|| p("soft small").child(told.caption.as_str()));
    let to = context
        .query_link(&ui::TO_TOPIC.fill(context.language.get(), &[&letters::uncapitalised(&told.title)]), &told.link);
    let mut parts = caption.map(Element::into_fragment).unwrap_or_default();
    parts.extend(el("p").child(to).into_fragment());
    parts
}
