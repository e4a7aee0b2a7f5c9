//! What a page says to HTML: the overview of an area with the frame around it, of
//! the same elements and classes as the page in the browser has, which takes over
//! in their place.

use super::content::{self, Content};
use super::links::Links;
use super::settings::Settings;
use super::{figure, statement, topics};
use crate::library::Library;
use faktabank_figures::figure::{Group, KeyNumber, KommunList, Overview, area_name, view_name};
use faktabank_figures::text::{letters, ui};
use faktabank_tables::query::{Place, Selection, Theme, View};
use faktabank_tables::statistics::{Language, Phrase};
use maud::{Markup, html};

/// What a page is written with.
pub(super) struct Around<'a> {
    pub(super) settings: &'a Settings,
    pub(super) library: &'a Library,
    pub(super) links: &'a Links<'a>,
    /// The other languages that it is there in.
    pub(super) languages: Vec<Language>,
}

/// All that is seen of a page.
pub(super) fn page(content: &Content, around: &Around<'_>) -> Markup {
    let language = content.resolved.language;
    html! {
        a.skip href="#innehall" { (ui::SKIP.get(language)) }
        (header(content, around))
        main id="innehall" tabindex="-1" { (overview(content, around)) }
        (footer(content, around))
    }
}

fn header(content: &Content, around: &Around<'_>) -> Markup {
    let language = content.resolved.language;
    let to = |view: View| {
        let areas = if view == View::About { Vec::new() } else { content.selection.areas.clone() };
        let view = (view != View::Overview).then_some(view);
        around.links.to(&Selection { view, areas, language, ..Selection::default() })
    };
    let theme = |theme: Theme| around.links.to(&Selection { theme: Some(theme), ..content.selection.clone() });
    html! {
        header.top {
            p.site { (around.settings.name.get(language)) }
            nav.menu aria-label=(ui::MENU.get(language)) {
                ul {
                    @for view in View::MENU {
                        li {
                            a href=(to(view)) aria-current=[(view == View::Overview).then_some("page")] {
                                (view_name(view).get(language))
                                @if view == View::About { span.menu-rest { (ui::ABOUT_REST.get(language)) } }
                            }
                        }
                    }
                }
            }
            div.settings {
                a.plain-link.in-light href=(theme(Theme::Dark)) rel="nofollow" { (ui::THEME_DARK.get(language)) }
                a.plain-link.in-dark href=(theme(Theme::Light)) rel="nofollow" { (ui::THEME_LIGHT.get(language)) }
                @for other in &around.languages {
                    @let same = Selection { language: *other, ..content.selection.clone() };
                    span lang=(other.tag()) {
                        a.plain-link href=(around.links.to(&same)) hreflang=(other.tag()) {
                            (ui::OTHER_LANGUAGE.get(language))
                        }
                    }
                }
            }
        }
    }
}

fn footer(content: &Content, around: &Around<'_>) -> Markup {
    let language = content.resolved.language;
    let about = Selection { view: Some(View::About), language, ..Selection::default() };
    html! {
        footer.bottom {
            p { (ui::FOOTER.get(language)) }
            p {
                (ui::PUBLISHED_BY.get(language)) " "
                a href=(around.settings.sender.contact) rel="external" { (around.settings.sender.name) }
                @if let Some(day) = &around.settings.next_update { ". " (ui::NEXT_UPDATE.fill(language, &[day])) }
            }
            p {
                a.plain-link href=(around.links.to(&about)) { (ui::ABOUT.get(language)) }
                " "
                @match &around.settings.accessibility {
                    Some(address) => {
                        a.plain-link href=(address) rel="external" { (ui::ACCESSIBILITY.get(language)) }
                    }
                    None => {
                        a.plain-link href=(around.links.to_file(statement::path(language))) {
                            (ui::ACCESSIBILITY.get(language))
                        }
                    }
                }
            }
        }
    }
}

fn overview(content: &Content, around: &Around<'_>) -> Markup {
    let (language, overview) = (content.resolved.language, &content.overview);
    let say = |phrase: Phrase| phrase.get(language);
    let is_first = content.selection.areas.is_empty();
    // Each kommun has the list of its whole län: their lines would take a third of all pages.
    let is_of_many = content.resolved.places[0].members.iter().all(|code| !code.is_municipality());
    let sheet = Selection { view: Some(View::Sheet), ..content.selection.clone() };
    let first = Selection { areas: Vec::new(), ..content.selection.clone() };
    html! {
        div.overview {
            div.context {
                p { strong { (overview.heading.place) } " " span.soft { (overview.heading.status) } }
                (switcher(&content.resolved.places[0], language, around))
                a.plain-link href=(around.links.to(&sheet)) { (say(ui::SHEET)) }
                @if !is_first { a.plain-link href=(around.links.to(&first)) { (say(ui::RESET)) } }
            }
            @if is_first { p.soft.guide { (say(ui::GUIDE)) } }
            @if let Some(topic) = content.left_out {
                @let title = letters::uncapitalised(topic.title().get(language));
                @let nearest = Selection { topic: Some(topic.to_code()), ..content.selection.clone() };
                p.soft data-left-out {
                    (ui::LEFT_OUT.fill(language, &[&title, &overview.heading.place])) " "
                    a href=(around.links.to(&nearest)) { (say(ui::NEAREST)) }
                }
            }
            (figure::article(&overview.figure, &content.selection, around.links))
            (keys(&overview.keys, language))
            (groups(overview, around.links))
            @if let Some(country) = &overview.country {
                section.section aria-labelledby="riket" {
                    h2 id="riket" { (say(ui::BESIDE_COUNTRY)) }
                    p.lead { (country.sentence) }
                    p.soft.small { (country.caption) }
                    p { a href=(around.links.to_query(&country.link)) { (say(ui::EXPLORE_COUNTRY)) } }
                }
            }
            (topics::plan(&content.indicators, language))
            @for topic in &content.topics { (topics::section(topic, language, around.links)) }
            @if let Some(whole) = &overview.whole {
                section.section aria-labelledby="kommuner" {
                    h2 id="kommuner" { (say(ui::MUNICIPALITIES)) }
                    p.soft { (whole.caption) }
                    ul.inline-list {
                        @for (name, to) in &whole.ways { li { a href=(around.links.to_query(to)) { (say(*name)) } } }
                    }
                }
            }
            @if let Some(list) = &overview.kommuner { (kommuner(list, is_of_many, language, around.links)) }
        }
    }
}

/// The way to the areas around, and from riket to every län.
fn switcher(place: &Place, language: Language, around: &Around<'_>) -> Markup {
    let areas = &around.library.areas;
    let near = content::near(place, around.library);
    html! {
        details.switcher id="byt-omrade" {
            summary.pill id="byt-omrade-knapp" { (ui::CHANGE_AREA.get(language)) }
            div.areas {
                ul.inline-list {
                    @for choice in near {
                        @let to = Selection { areas: vec![choice.clone()], language, ..Selection::default() };
                        li { a href=(around.links.to(&to)) { (area_name(&choice, areas, language)) } }
                    }
                }
            }
        }
    }
}

/// The numbers that matter.
pub(super) fn keys(keys: &[KeyNumber], language: Language) -> Markup {
    html! {
        @if !keys.is_empty() {
            dl.key-numbers aria-label=(ui::KEY_NUMBERS.get(language)) {
                @for key in keys {
                    div.key-number {
                        dt { (key.label) }
                        dd.big.number { (key.number) }
                        @if !key.note.is_empty() { dd { (key.note) } }
                    }
                }
            }
        }
    }
}

fn groups(overview: &Overview, links: &Links<'_>) -> Markup {
    let group = |group: &Group| {
        html! {
            section.group {
                h3 { a href=(links.to_query(&group.link)) { (group.name) } }
                p.soft { (group.parts) }
                div class={ "spark-" (faktabank_figures::drawing::tone_class(group.tone)) } {
                    (super::table::spark(&group.sparkline.points))
                }
                p { (group.sentence) }
                p.soft.small { (group.sparkline.description) }
            }
        }
    };
    html! {
        @if !overview.groups.is_empty() {
            section.section aria-labelledby="grupper" {
                h2 id="grupper" { (overview.groups_title) }
                div.groups { @for each in &overview.groups { (group(each)) } }
            }
        }
    }
}

fn kommuner(list: &KommunList, has_lines: bool, language: Language, links: &Links<'_>) -> Markup {
    use super::table::{cell, numeral, spark};
    use faktabank_figures::figure::{Kommun, Point};
    use faktabank_tables::statistics::Missing;
    let say = |phrase: Phrase| phrase.get(language);
    let nothing = Missing::NotAvailable;
    let missing = || Point::plain(Err(nothing), nothing.symbol().to_owned());
    let share = |kommun: &Kommun| match &kommun.share {
        Some((point, period)) => cell(point, language, &html! { span.sub { (period) } }),
        None => cell(&missing(), language, &html! { span.sub { (Kommun::nothing_published(language)) } }),
    };
    html! {
        section.section.figure aria-labelledby="kommuner" data-figure="kommuner" {
            h2 id="kommuner" data-headline { (say(ui::MUNICIPALITIES)) }
            p.soft data-caption { (list.caption) }
            p { a href=(links.to_query(&list.map)) { (say(ui::TO_MAP)) } }
            div.list-scroll {
                table.list aria-labelledby="kommuner" {
                    thead {
                        tr {
                            th scope="col" { (say(ui::MUNICIPALITY_HEAD)) }
                            @if let Some(line) = list.line {
                                th.list-spark scope="col" { (ui::OVER_TIME.fill(language, &[line.get(language)])) }
                            }
                            @for head in &list.beside { th scope="col" { (say(*head)) } }
                            th scope="col" { (say(list.head)) }
                        }
                    }
                    tbody {
                        @for kommun in &list.rows {
                            tr {
                                th scope="row" { a href=(links.to_query(&kommun.link)) { (kommun.name) } }
                                @if list.line.is_some() {
                                    td.list-spark.spark-tone.tone-1 {
                                        @if has_lines { (spark(&kommun.sparkline.points)) }
                                        span.hidden { (kommun.sparkline.description) }
                                    }
                                }
                                @for at in 0..list.beside.len() {
                                    (numeral(kommun.beside.get(at).unwrap_or(&missing()), language))
                                }
                                (share(kommun))
                            }
                        }
                    }
                }
            }
        }
    }
}
