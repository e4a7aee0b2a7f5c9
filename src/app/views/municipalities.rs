//! The kommuner of the overview: rates of another topic, and the newest share
//! of what the overview is of, each with its small line.

use super::stage::Stage;
use crate::app::element::{Element, div, el, p, span};
use crate::app::figure::{KommunContext, little_map, point_cell, sparkline};
use crate::app::signal::Callback;
use crate::browser::page;
use faktabank_figures::figure::{Kommun, KommunList, Point};
use faktabank_figures::text::ui;
use faktabank_tables::query::{Selection, decode};
use faktabank_tables::statistics::{AreaCode, Missing, Phrase};

/// What the list is called among figures.
const ID: &str = "kommuner";

/// The list.
pub(super) fn view(stage: Stage, list: &KommunList) -> Element {
    let say = |phrase: Phrase| stage.context.say(phrase);
    let head = |phrase: Phrase| el("th").attr("scope", "col").child(say(phrase));
    let language = stage.language();
    let over_time = |line: Phrase| {
        let words = ui::OVER_TIME.fill(language, &[line.get(language)]);
        el("th").attr("scope", "col").child(words).class("list-spark")
    };
    let heads = el("tr").child(head(ui::MUNICIPALITY_HEAD)).child(list.line.map(over_time));
    let heads = heads.children(list.beside.iter().copied().map(head)).child(head(list.head));
    let table = el("table")
        .class("list")
        .attr("data-table", "")
        .attr("aria-labelledby", ID)
        .child(el("thead").child(heads))
        .child(el("tbody").children(list.rows.iter().map(|kommun| row(stage, kommun, list))));
    el("section")
        .class("section figure")
        .attr("aria-labelledby", ID)
        .attr("data-figure", ID)
        .attr("data-state", "ready")
        .child(el("h2").attr("id", ID).attr("data-headline", "").child(say(ui::MUNICIPALITIES)))
        .child(p("soft").attr("data-caption", "").child(list.caption.as_str()))
        .child(map(stage, list))
        .child(div("list-scroll").child(table))
}

/// The same numbers on a map, each kommun with the way that it has in the list.
fn map(stage: Stage, list: &KommunList) -> Element {
    let context = stage.context;
    let query = list.map.clone();
    let own = stage.showing(move || {
        let page = context.navigation.selection();
        Selection { language: page.language, theme: page.theme, ..decode(&query).0 }
    });
    let actions: Vec<(AreaCode, String)> = list.rows.iter().map(|row| (row.code, row.link.clone())).collect();
    let open = Callback::new(move |code: AreaCode| {
        let way = actions.iter().find(|(other, _)| *other == code);
        if let Some((to, _)) = way.map(|(_, link)| decode(link)) {
            context.navigation.go(|present| *present = to);
            page::scroll_to_top();
        }
    });
    let kommun_context = KommunContext { pick: Some(open), ..own.kommun_context() };
    let whole = context.query_link(context.say(ui::TO_MAP), &list.map);
    div("").child(little_map(own.figure(), kommun_context, "kommuner-karta", context)).child(p("").child(whole))
}

fn row(stage: Stage, kommun: &Kommun, list: &KommunList) -> Element {
    let values: Vec<Option<f64>> = kommun.sparkline.points.iter().map(|point| point.value.ok()).collect();
    let share = kommun.share.as_ref().map_or_else(
        || {
            let beneath = span("sub").child(Kommun::nothing_published(stage.language()));
            missing().child(beneath)
        },
        |(point, period)| numeral(point).child(span("sub").child(period.as_str())),
    );
    let link = stage.context.query_link(&kommun.name, &kommun.link);
    let line = el("td").class("list-spark spark-tone tone-1").child(sparkline(&values));
    let cells = (0..list.beside.len()).map(|at| kommun.beside.get(at).map_or_else(missing, numeral));
    el("tr")
        .attr("data-row", kommun.code.to_string())
        .child(el("th").attr("scope", "row").child(link))
        .child(list.line.map(|_| line.child(span("hidden").child(kommun.sparkline.description.as_str()))))
        .children(cells)
        .child(share)
}

fn numeral(point: &Point) -> Element {
    point_cell(point).child(point.text.as_str())
}

/// What stands where nothing is known.
fn missing() -> Element {
    let nothing = Missing::NotAvailable;
    numeral(&Point::plain(Err(nothing), nothing.symbol().to_owned()))
}
