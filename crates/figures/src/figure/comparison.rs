//! Two to six areas side by side in one table: level, change, place in the län
//! and in the country, and parts, each row on one scale for all.

use super::context::Context;
use super::overview::link;
use super::series::tone;
use super::sheet::rank;
use super::{Point, Tone};
use crate::text::{self, number};
use faktabank_tables::measure::{Number, difference};
use faktabank_tables::query::{AreaChoice, Measure, Place, Resolved, View};
use faktabank_tables::statistics::{AreaCode, Areas, Content, Missing, Period, Phrase, Table};

/// Areas side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is compared, and when.
    pub title: String,
    /// The areas, in the order chosen.
    pub areas: Vec<Compared>,
    /// What is compared, row by row.
    pub rows: Vec<ComparedRow>,
    /// Whether more of the table's files would give more places.
    pub more_places: bool,
}

/// An area that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub name: String,
    /// The query string of its fact sheet.
    pub link: String,
    /// What it is drawn with.
    pub tone: Tone,
}

/// A row: one number of each area.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// Stable key: "andel", "plats-lan", or the code of a contents.
    pub key: String,
    /// Its head.
    pub name: String,
    /// One point an area.
    pub points: Vec<Point>,
    /// The number that a whole bar stands for; `None` where there are no bars.
    pub scale: Option<f64>,
}

const SHARE: Phrase = Phrase { sv: "{0}, andel", en: "{0}, share" };
const COUNT: Phrase = Phrase { sv: "{0}, antal", en: "{0}, number" };
const YEAR: Phrase = Phrase { sv: "På ett år, procentenheter", en: "Over a year, percentage points" };
const SINCE: Phrase = Phrase { sv: "Sedan {0}, procentenheter", en: "Since {0}, percentage points" };
const IN_COUNTY: Phrase = Phrase { sv: "Plats i sitt län", en: "Place in its county" };
const IN_COUNTRY: Phrase = Phrase { sv: "Plats i landet", en: "Place in the country" };
const PLACE: Phrase = Phrase { sv: "{0} av {1}", en: "{0} of {1}" };
const NO_PLACE: Phrase = Phrase { sv: "kan inte räknas här", en: "cannot be counted here" };
const RATES: Phrase =
    Phrase { sv: "{0}. Plats räknad från den högsta.", en: "{0}. Places counted from the highest." };
/// Where women and men are apart.
const UNRANKED: Phrase = Phrase { sv: "{0}.", en: "{0}." };
const TITLE: Phrase = Phrase {
    sv: "{0}. Andelar av {1}; plats räknad från den högsta.",
    en: "{0}. Shares of {1}; places counted from the highest.",
};

/// The areas of a selection side by side; `None` for fewer than two, or while
/// the table is not among those loaded.
pub fn comparison(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Comparison> {
    let shares = resolved.measured(Measure::Share);
    let context = &Context::new(&shares, tables, areas)?;
    let places = &resolved.places;
    let content = *resolved.what.contents.first()?;
    if places.len() < 2 {
        return None;
    }
    let when = period(context, content)?;
    let earlier = |wanted: &Period| wanted.same_season(when) && *wanted < when;
    let start = resolved.time.periods.iter().copied().find(earlier);
    let name = context.contents(content);
    let language = context.language;
    let one =
        |key: &str, name: String, points: Vec<Point>| ComparedRow { key: key.to_owned(), name, points, scale: None };
    let change = |from: Period| -> Vec<Point> {
        let change = |place: &Place| {
            let number = share(context, content, place, when).against(share(context, content, place, from), difference);
            let text = words(number, |value| number::signed(value, 1, language));
            context.marked(number, text, place, when)
        };
        places.iter().map(change).collect()
    };
    let mut rows = vec![scaled("andel", SHARE.fill(language, &[&name]), shares_of(context, content, when))];
    if !content.is_rate() {
        let count = |place: &Place| {
            let number = context.of(place).level(content, &place.members, when);
            context.marked(
                number,
                words(number, |value| number::decimal(value, content.decimals(), language)),
                place,
                when,
            )
        };
        rows.push(one("antal", COUNT.fill(language, &[&name]), places.iter().map(count).collect()));
    } else {
        rows[0].name = name;
    }
    let year = when.years_before(1);
    rows.push(one("ar", YEAR.get(language).to_owned(), change(year)));
    if let Some(start) = start.filter(|start| *start < year) {
        let since = text::period::name(start, language);
        rows.push(one("sedan", SINCE.fill(language, &[&since]), change(start)));
    }
    // Places are counted among all kommuner together, never of women and men apart.
    let ranked = !resolved.is_apart();
    let ranks = |in_county| if ranked { ranks(context, content, when, in_county) } else { None };
    let (county, country) = (ranks(true), ranks(false));
    let more_places = ranked && rank::more_places(context) && places.iter().any(is_kommun);
    rows.extend(county.map(|points| one("plats-lan", IN_COUNTY.get(language).to_owned(), points)));
    rows.extend(country.map(|points| one("plats-landet", IN_COUNTRY.get(language).to_owned(), points)));
    let parts: Vec<ComparedRow> = parts(context, content)
        .into_iter()
        .map(|part| scaled(part.code(), context.contents(part), shares_of(context, part, when)))
        .collect();
    // Parts of one whole are on one scale.
    let largest = parts.iter().filter_map(|part| part.scale).reduce(f64::max);
    rows.extend(parts.into_iter().map(|part| ComparedRow { scale: largest, ..part }));
    // What no area has is not compared.
    rows.retain(|row| row.points.iter().any(|point| point.value.is_ok()));
    let title = match (ranked, content.is_rate()) {
        (false, _) => UNRANKED,
        (true, true) => RATES,
        (true, false) => TITLE,
    };
    Some(Comparison {
        title: title.fill(language, &[&text::period::heading(when, language), &context.population()]),
        areas: places.iter().map(|place| compared(context, place, content)).collect(),
        rows,
        more_places,
    })
}

fn compared(context: &Context<'_>, place: &Place, content: Content) -> Compared {
    Compared {
        name: context.place(place),
        link: link(context, |to| {
            to.view = Some(View::Sheet);
            to.areas = vec![place.choice.clone()];
        }),
        tone: tone(context, place, content),
    }
}

/// The newest period in which most areas have a number.
fn period(context: &Context<'_>, content: Content) -> Option<Period> {
    let known = |period: Period| {
        context.resolved.places.iter().filter(|place| share(context, content, place, period).cell.is_ok()).count()
    };
    let mut best: Option<(usize, Period)> = None;
    for &period in context.resolved.time.periods.iter().rev() {
        let count = known(period);
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, period));
        }
        if count == context.resolved.places.len() {
            break;
        }
    }
    best.map(|(_, period)| period)
}

fn share(context: &Context<'_>, content: Content, place: &Place, period: Period) -> Number {
    context.of(place).share(content, &place.members, period)
}

fn words(number: Number, words: impl Fn(f64) -> String) -> String {
    match number.cell {
        Ok(value) => words(value),
        Err(reason) => reason.symbol().to_owned(),
    }
}

fn shares_of(context: &Context<'_>, content: Content, when: Period) -> Vec<Point> {
    let point = |place: &Place| {
        let number = share(context, content, place, when);
        let text = words(number, |value| number::per_cent(value, 1, context.language));
        context.marked(number, text, place, when)
    };
    context.resolved.places.iter().map(point).collect()
}

/// A row with bars: the largest number of it is a whole one.
fn scaled(key: &str, name: String, points: Vec<Point>) -> ComparedRow {
    let scale = points.iter().filter_map(|point| point.value.ok()).reduce(f64::max).filter(|largest| *largest > 0.0);
    ComparedRow { key: key.to_owned(), name, points, scale }
}

/// What a number is made of, or stands beside: the parts of the topic that have
/// a sum, and the other rates that are no shares of its counts.
fn parts(context: &Context<'_>, content: Content) -> Vec<Content> {
    let (table, topic) = (context.numbers.table, context.topic());
    let has = |part: &Content| table.has(*part) && *part != content;
    let parts = topic.components().filter(|_| topic.whole().is_some());
    let rates = table.contents.iter().copied().filter(|it| it.is_rate() && it.share_of().is_none());
    parts.chain(rates).filter(has).collect()
}

fn is_kommun(place: &Place) -> bool {
    place.code().is_some_and(AreaCode::is_municipality)
}

/// The place of each kommun among those of its own län or of the country;
/// `None` where none of them has one.
fn ranks(context: &Context<'_>, content: Content, when: Period, in_county: bool) -> Option<Vec<Point>> {
    let language = context.language;
    let point = |place: &Place| {
        let own = match place.choice {
            AreaChoice::Area(code) if code.is_municipality() => Some(code),
            _ => None,
        };
        let rank = own.and_then(|own| rank::ranked(context, own, content, when, &rank::peers(context, own, in_county)));
        match rank {
            Some(rank) => {
                let text = PLACE.fill(language, &[&number::count(rank.place), &number::count(rank.of)]);
                Point::plain(Ok(rank.place as f64), text)
            }
            None => {
                let missing = Missing::NotAvailable;
                let note = NO_PLACE.get(language).to_owned();
                Point { note, ..Point::plain(Err(missing), missing.symbol().to_owned()) }
            }
        }
    };
    let points: Vec<Point> = context.resolved.places.iter().map(point).collect();
    points.iter().any(|point| point.value.is_ok()).then_some(points)
}
