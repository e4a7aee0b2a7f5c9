//! The kommuner of the overview: work, unemployment and what was last
//! published of support, each with its small line.

use super::stage::Stage;
use crate::app::element::{Element, div, el, p, span};
use crate::app::figure::sparkline;
use crate::figure::{Kommun, KommunList, Point};
use crate::statistics::{Missing, Phrase};
use crate::text::{number, ui};

/// What the list is called among figures.
const ID: &str = "kommuner";

/// The list.
pub(super) fn view(stage: Stage, list: &KommunList) -> Element {
    let say = |phrase: Phrase| stage.scene.say(phrase);
    let head = |phrase: Phrase| el("th").attr("scope", "col").child(say(phrase));
    let heads = el("tr").child(head(ui::MUNICIPALITY_HEAD)).child(list.line.map(|line| head(line).class("list-spark")));
    let work = [ui::EMPLOYED_HEAD, ui::UNEMPLOYED_HEAD].into_iter().filter(|_| list.work).map(head);
    let heads = heads.children(work).child(head(ui::SUPPORT_HEAD));
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
        .child(div("list-scroll").child(table))
}

fn row(stage: Stage, kommun: &Kommun, list: &KommunList) -> Element {
    let values: Vec<Option<f64>> = kommun.sparkline.points.iter().map(|point| point.value.ok()).collect();
    let support = kommun.support.as_ref().map_or_else(
        || {
            let beneath = span("sub").child(Kommun::nothing_published(stage.language()));
            missing(Missing::NotAvailable).child(beneath)
        },
        |(point, period)| numeral(point).child(span("sub").child(period.as_str())),
    );
    let link = stage.scene.query_link(&kommun.name, &kommun.link);
    let line = el("td").class("list-spark spark-tone tone-1").child(sparkline(&values));
    let cells = [&kommun.employment, &kommun.unemployment].into_iter().filter(|_| list.work);
    let cells = cells.map(|point| point.as_ref().map_or_else(|| missing(Missing::NotAvailable), numeral));
    el("tr")
        .attr("data-row", kommun.code.to_string())
        .child(el("th").attr("scope", "row").child(link))
        .child(list.line.map(|_| line.child(span("hidden").child(kommun.sparkline.description.as_str()))))
        .children(cells)
        .child(support)
}

fn numeral(point: &Point) -> Element {
    let cell = match point.value {
        Ok(value) => el("td").class("number").attr("data-value", number::raw(value)),
        Err(reason) => return missing(reason),
    };
    cell.child(point.text.as_str())
}

fn missing(reason: Missing) -> Element {
    let cell = el("td").class("number missing").attr("data-value", "").attr("data-missing", reason.key());
    cell.child(reason.symbol())
}
