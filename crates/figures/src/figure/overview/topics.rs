//! A topic beside the one that the start page opens on: a sentence, its line with
//! the län and riket behind it, the number with its change and its places, and the
//! way to the topic. Where it has nothing of the area, that and what is nearest.

use super::super::context::Context;
use super::super::headline::Trend;
use super::super::sheet::rank::{self, Counted};
use super::super::{Chart, build};
use super::keys::key_numbers;
use super::{KeyNumber, link};
use crate::text::{self, letters, number};
use faktabank_tables::measure::{change as change_of, rank as place_among};
use faktabank_tables::query::{AreaChoice, Place, Section};
use faktabank_tables::snapshot::{Newest, NewestNumbers};
use faktabank_tables::statistics::{AreaCode, Areas, Cell, Content, Missing, Period, Phrase, Table};
use std::sync::Arc;

/// What the start page tells of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicSection {
    /// The code of the topic.
    pub code: &'static str,
    /// What it is called.
    pub title: String,
    /// What its number is of: "Arbetslöshet".
    pub name: String,
    /// The period of the number, in words.
    pub period: String,
    /// What it changed over a year, with its sign; empty where that is not known.
    pub change: String,
    /// Its place in the country: "12 av 290"; empty where that is not known.
    pub place: String,
    /// The län and riket in the same period, as far as the table holds them: names
    /// and numbers.
    pub beside: Vec<(String, String)>,
    /// What it answers, in plain words.
    pub question: String,
    /// That it has nothing of the area, and what is shown instead; empty where it has.
    pub lack: String,
    /// One sentence with its full stop; empty where there is no number at all.
    pub sentence: String,
    /// One to three more.
    pub lead: String,
    /// The newest number with its change, and the places of the area.
    pub keys: Vec<KeyNumber>,
    /// The line, with the län and riket where areas of any size can be compared.
    pub chart: Option<Arc<Chart>>,
    /// What the numbers are, and who made them.
    pub caption: String,
    /// The query string of the topic.
    pub link: String,
    /// Its members, each with a way to its own figures, where a group of areas has no
    /// number together.
    pub members: Vec<(String, String)>,
}

const NOT_HELD: Phrase = Phrase {
    sv: "Det finns inga siffror om {0} för {1}. Närmast finns {2}, som visas här.",
    en: "There are no figures on {0} for {1}. The nearest is {2}, shown here.",
};
const NO_SUM: Phrase = Phrase {
    sv: "{0} går inte att räkna ihop för flera kommuner. Här är de var för sig:",
    en: "{0} cannot be reckoned for several municipalities together. Here is each of them:",
};

/// A section of a start page; `None` while its table is not among those loaded.
/// `asked` is the area that the page is of.
pub fn topic(
    section: &Section,
    asked: &Place,
    (tables, areas): (&[Table], &Areas),
    newest: Option<&Newest>,
) -> Option<TopicSection> {
    let resolved = &section.resolved;
    let context = Context::new(resolved, tables, areas)?;
    let (place, content) = (&resolved.places[0], resolved.what.contents[0]);
    let alone = build(resolved, tables, areas)?;
    let trend = Trend::of(&context, place, content);
    let (mut keys, mut in_country): (Vec<KeyNumber>, Option<String>) = (Vec::new(), None);
    if let Some(trend) = &trend {
        keys.extend(key_numbers(&context, content, trend).into_iter().take(1));
        let counted = places(&context, place, content, trend.now.0, newest);
        for counted in counted.iter().filter(|_| section.is_held) {
            let told = rank::told(&context, counted);
            // A column of places says from which end each is counted.
            let end = |key: &KeyNumber| match key.label.rsplit_once(", ") {
                Some((_, end)) => [&key.number, ", ", end].concat(),
                None => key.number.clone(),
            };
            in_country = told.as_ref().filter(|_| counted.in_country).map(end);
            keys.extend(told);
        }
    }
    let title = section.topic.title().get(context.language).to_owned();
    let lack = if section.is_held { String::new() } else { not_held(&context, &title, asked, place) };
    let told = trend.is_some();
    let members = if told { Vec::new() } else { members(&context, place) };
    Some(TopicSection {
        code: section.topic.code(),
        name: context.contents(content),
        period: trend.as_ref().map(|it| text::period::name(it.now.0, context.language)).unwrap_or_default(),
        change: trend.as_ref().and_then(|it| change(&context, content, it)).unwrap_or_default(),
        // Only a kommun has a place that can be lacking.
        place: in_country.unwrap_or_else(|| match place.code() {
            Some(code) if code.is_municipality() => Missing::NotAvailable.symbol().to_owned(),
            _ => String::new(),
        }),
        beside: trend.as_ref().map(|it| beside(&context, content, it.now.0)).unwrap_or_default(),
        question: section.topic.definition().phrase("question").map_or("", |it| it.get(context.language)).to_owned(),
        lack: if members.is_empty() { lack } else { no_sum(&context, content) },
        sentence: if told { [&alone.headline.title, "."].concat() } else { String::new() },
        lead: if told { alone.headline.lead } else { String::new() },
        keys,
        chart: alone.chart.filter(|_| told),
        caption: [&alone.caption.what, " ", &source(&context, &alone.caption.source)].concat(),
        link: link(&context, |to| {
            // The topic as it opens by itself for what is shown here.
            to.view = None;
            to.topic = Some(section.topic.to_code());
            to.areas = vec![place.choice.clone()];
            // Each topic counts those that it is about.
            (to.sex, to.age) = (None, None);
        }),
        members,
        title,
    })
}

fn source(context: &Context<'_>, source: &str) -> String {
    context.say("Källa: {0}.", "Source: {0}.", &[source])
}

fn not_held(context: &Context<'_>, title: &str, asked: &Place, nearest: &Place) -> String {
    let (asked, nearest) = (context.place_in_sentence(asked), context.place_in_sentence(nearest));
    NOT_HELD.fill(context.language, &[&letters::uncapitalised(title), &asked, &nearest])
}

fn no_sum(context: &Context<'_>, content: Content) -> String {
    let subject = text::contents::subject(content, context.language).definite;
    NO_SUM.fill(context.language, &[&letters::capitalised(&subject)])
}

/// The change over a year, of the rounded numbers: in points, in its unit, or of how
/// many in per cent.
fn change(context: &Context<'_>, content: Content, trend: &Trend) -> Option<String> {
    let (now, before) = (trend.now.1, trend.year_before?.1);
    let language = context.language;
    if !context.is_level(content) {
        let per_cent = change_of(Ok(now), Ok(before)).ok()?.per_cent?;
        return Some(number::signed_per_cent(per_cent, 1, language));
    }
    let decimals = context.plain_decimals(content);
    let difference = number::signed(number::round(now, decimals) - number::round(before, decimals), decimals, language);
    let points = context.say("{0} procentenheter", "{0} percentage points", &[&difference]);
    Some(if context.in_per_cent(content) { points } else { difference })
}

/// The län and riket, where areas of any size can be told by the number.
fn beside(context: &Context<'_>, content: Content, period: Period) -> Vec<(String, String)> {
    let wholes = &context.resolved.beside.behind;
    let number = |whole: &Place| {
        let number = context.plain(content, whole, period);
        number.cell.is_ok().then(|| (context.place(whole), context.words(content, number.cell)))
    };
    wholes.iter().filter_map(number).collect()
}

/// The areas that a place is made of, where it is made of several.
fn members(context: &Context<'_>, place: &Place) -> Vec<(String, String)> {
    let member = |&code: &AreaCode| {
        let to = link(context, |to| {
            to.view = None;
            to.topic = Some(context.topic().to_code());
            to.areas = vec![AreaChoice::Area(code)];
            (to.sex, to.age) = (None, None);
        });
        (context.area(code), to)
    };
    if place.members.len() < 2 { Vec::new() } else { place.members.iter().map(member).collect() }
}

/// The places of an area in its län and in the country.
fn places(
    context: &Context<'_>,
    place: &Place,
    content: Content,
    period: Period,
    newest: Option<&Newest>,
) -> Vec<Counted> {
    let mut ranks = rank::ranks(context, place, content);
    let table = &context.resolved.table.id;
    let is_of_figure =
        |it: &&NewestNumbers| it.table == *table && it.content.0 == content.code() && it.period == period;
    let newest = newest.and_then(|newest| newest.tables.iter().find(is_of_figure));
    // Files that hold every kommun have told the place in the country themselves.
    if ranks.len() < 2
        && let (Some(newest), Some(code)) = (newest, place.code())
        && let Some(own) = newest.areas.iter().position(|area| *area == code)
    {
        let cells: Vec<Cell> = newest.values.iter().copied().map(Ok).collect();
        let whom = rank::in_country(context);
        ranks.extend(place_among(&cells, own).map(|rank| Counted { rank, period, whom, in_country: true }));
    }
    ranks
}
