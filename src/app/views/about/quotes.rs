//! Figures that are known in words alone, as somebody quoted them: a table of
//! words, with where they were read. Nothing is reckoned with them.

use super::super::stage::Stage;
use crate::app::element::{Element, div, el, p};
use faktabank_figures::figure::area_name;
use faktabank_figures::text::about;
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::{AreaCode, Definition, Language};

/// The quotes of a topic, each kind with its table.
pub(super) fn view(stage: Stage, topic: Definition) -> Vec<Element> {
    topic.objects("quotes").map(|quotes| one(stage, quotes, stage.language())).collect()
}

fn one(stage: Stage, quotes: Definition, language: Language) -> Element {
    let words = |of: Definition, key: &str| of.phrase(key).map_or("", |it| it.get(language));
    let said: Vec<(&str, &str, &str)> = quotes
        .objects("said")
        .filter_map(|it| Some((it.text("area")?, it.text("period")?, words(it, "words"))))
        .collect();
    let (mut areas, mut periods): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (area, period, _) in &said {
        if !areas.contains(area) {
            areas.push(area);
        }
        if !periods.contains(period) {
            periods.push(period);
        }
    }
    let name = |code: &str| {
        let choice = AreaCode::from_code(code).map(AreaChoice::Area);
        choice.map_or_else(|| code.to_owned(), |it| stage.with_areas(|areas| area_name(&it, areas, language)))
    };
    let cell = |area: &str, period: &str| {
        let found = said.iter().find(|(of, when, _)| *of == area && *when == period);
        el("td").child(found.map_or_else(|| about::NOT_QUOTED.get(language), |it| it.2))
    };
    let row = |area: &&str| {
        let head = el("th").attr("scope", "row").child(name(area));
        el("tr").child(head).children(periods.iter().map(|period| cell(area, period)))
    };
    let head = |words: &str| el("th").attr("scope", "col").child(words);
    let heads = el("tr").child(head(about::AREA.get(language))).children(periods.iter().map(|period| head(period)));
    let table = el("table")
        .child(el("caption").child(words(quotes, "unit")))
        .child(el("thead").child(heads))
        .child(el("tbody").children(areas.iter().map(row)));
    let source = |source: Definition| {
        let url = source.text("url").unwrap_or_default();
        el("li").child(el("a").attr("href", url).attr("rel", "external").child(words(source, "name")))
    };
    el("section")
        .class("about-table")
        .attr("data-quotes", "")
        .child(el("h3").child(words(quotes, "title")))
        .child(p("").child(words(quotes, "note")))
        .child(div("table-scroll").attr("tabindex", "0").child(table))
        .child(el("ul").class("notes").children(quotes.objects("sources").map(source)))
}
