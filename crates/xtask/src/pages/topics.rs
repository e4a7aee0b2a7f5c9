//! The topics of an area under its first figure to HTML, and the plan of a förbund.

use super::links::Links;
use super::{body, chart, table};
use faktabank_figures::figure::{Indicator, TopicSection};
use faktabank_figures::text::{letters, ui};
use faktabank_tables::statistics::Language;
use maud::{Markup, html};

/// The indicators of a plan; nothing where there is none.
pub(super) fn plan(indicators: &[Indicator], language: Language) -> Markup {
    html! {
        @if !indicators.is_empty() {
            section.section.topic data-indicators aria-labelledby="plan" {
                h2 id="plan" { (ui::PLAN.get(language)) }
                p.soft { (ui::PLAN_WHY.get(language)) }
                div.indicators {
                    @for indicator in indicators {
                        div.indicator {
                            h3 { (indicator.title) }
                            p.lead { (indicator.sentence) }
                            @if !indicator.lack.is_empty() { p.topic-lack { (indicator.lack) } }
                            (table::whole(&indicator.table, language))
                        }
                    }
                }
            }
        }
    }
}

/// What is told of a topic.
pub(super) fn section(told: &TopicSection, language: Language, links: &Links<'_>) -> Markup {
    let id = format!("amne-{}", told.code);
    let said = |class: &str, words: &str| {
        html! { @if !words.is_empty() { p class=(class) { (words) } } }
    };
    let to_topic = ui::TO_TOPIC.fill(language, &[&letters::uncapitalised(&told.title)]);
    html! {
        section.section.topic data-topic=(told.code) aria-labelledby=(id) {
            h2 id=(id) { (told.title) }
            div.topic-body {
                div.topic-words {
                    p.soft.topic-question { (told.question) }
                    (said("topic-lack", &told.lack))
                    (said("lead", &told.sentence))
                    (said("topic-lead", &told.lead))
                    @if !told.members.is_empty() {
                        ul.inline-list {
                            @for (name, to) in &told.members { li { a href=(links.to_query(to)) { (name) } } }
                        }
                    }
                    (body::keys(&told.keys, language))
                }
                @if let Some(drawn) = &told.chart { div.topic-chart { (chart::of_topic(drawn, &told.sentence)) } }
                @if !told.sentence.is_empty() { p.soft.small { (told.caption) } }
                p { a href=(links.to_query(&told.link)) { (to_topic) } }
            }
        }
    }
}
