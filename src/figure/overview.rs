//! The overview of one area: its figure, key numbers, the three groups, riket
//! beside it, and its kommuner, each from the table that holds it.

use super::context::{Context, table};
use super::headline::Trend;
use super::{Figure, Point, Tone, build};
use crate::measure::{Numbers, change};
use crate::query::{AreaChoice, FigureKind, Place, Resolved, Selection, View, encode};
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{
    AreaCode, AreaKind, Areas, BenefitGroup, Cell, Content, Language, Period, Phrase, Resolution, Table,
};
use crate::text::{self, number};

/// Everything that the overview shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The area, as a label.
    pub place: String,
    /// The newest period of the figure and its status: "andra halvåret 2025, preliminärt".
    pub status: String,
    /// Headline, stacked chart, caption and table.
    pub figure: Figure,
    /// The numbers that matter, three to five.
    pub keys: Vec<KeyNumber>,
    /// Ohälsa, arbetslöshet, ekonomiskt bistånd; empty where the table lacks benefits.
    pub groups: Vec<Group>,
    /// Riket's newest year, from SCB's annual series; `None` where the edition lacks it.
    pub country: Option<Country>,
    /// The kommuner of the län, highest employment first; empty without BAS.
    pub kommuner: Vec<Kommun>,
    /// What the list of kommuner shows and where it comes from.
    pub kommuner_caption: String,
}

/// One large number with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyNumber {
    /// In figures: "17 452", "−26 %".
    pub number: String,
    /// What it is: "helårspersoner".
    pub label: String,
    /// How it stands against something: "−5,3 % på ett år"; may be empty.
    pub note: String,
}

/// A group of benefits with its own small line.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its benefits in words.
    pub benefits: String,
    /// What it is drawn with.
    pub tone: Tone,
    /// Its small line.
    pub sparkline: Sparkline,
    /// The newest number with its change: "10 626 helårspersoner, −5 % på ett år".
    pub sentence: String,
    /// The query string of the group in the explorer.
    pub link: String,
}

/// A small line without axes, and its range in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// One point a period.
    pub points: Vec<Point>,
    /// From when to when and between which values, for those who do not see it.
    pub description: String,
}

/// Riket beside the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// One sentence with numbers, period and share.
    pub sentence: String,
    /// Where the numbers come from, and why they are not in the chart above.
    pub caption: String,
    /// The query string of riket's own figure.
    pub link: String,
}

/// A kommun of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Kommun {
    /// Its code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The query string of its figures.
    pub link: String,
    /// Employment over time.
    pub sparkline: Sparkline,
    /// Newest employment rate.
    pub employment: Point,
    /// Newest unemployment rate.
    pub unemployment: Point,
    /// What was last published of its share of support, with its period in
    /// words; `None` if nothing was.
    pub support: Option<(Point, String)>,
}

const NOTHING_PUBLISHED: Phrase = Phrase { sv: "ej publicerat", en: "not published" };

impl Kommun {
    /// What stands where no share of support was published.
    pub fn nothing_published(language: Language) -> &'static str {
        NOTHING_PUBLISHED.get(language)
    }
}

/// The overview of the first place of a selection; `None` while its table is
/// not among those loaded.
pub fn overview(resolved: &Resolved, edition: &Edition, tables: &[Table], areas: &Areas) -> Option<Overview> {
    let figure = build(resolved, tables, areas)?;
    let context = Context::new(resolved, tables, areas)?;
    let place = &resolved.places[0];
    let lead = if context.numbers.table.has(Content::Total) { Content::Total } else { resolved.contents[0] };
    let trend = Trend::of(&context, place, lead);
    let bas = edition.tables.iter().find(|entry| entry.contents.contains(&Content::EmploymentRate));
    let bas = bas.and_then(|entry| table(tables, &entry.id));
    let mut keys = trend.as_ref().map(|trend| key_numbers(&context, lead, trend)).unwrap_or_default();
    keys.extend(bas.and_then(|bas| employment(&context, bas, place)));
    let kommuner = bas.map(|bas| kommuner(&context, bas, tables, place)).unwrap_or_default();
    Some(Overview {
        place: context.place(place),
        status: trend.map(|trend| status(&context, trend.now.0)).unwrap_or_default(),
        figure,
        keys,
        groups: groups(&context, place),
        country: country(&context, edition, tables),
        kommuner_caption: bas.map(|bas| kommuner_caption(bas, context.language)).unwrap_or_default(),
        kommuner,
    })
}

fn status(context: &Context<'_>, period: Period) -> String {
    let name = text::period::name(period, context.language);
    match (context.is_preliminary(period), context.language) {
        (true, Language::Swedish) => format!("{name}, preliminärt"),
        (true, Language::English) => format!("{name}, preliminary"),
        (false, _) => name,
    }
}

fn key_numbers(context: &Context<'_>, lead: Content, trend: &Trend) -> Vec<KeyNumber> {
    let language = context.language;
    let counted = text::contents::counted(lead, language);
    let year = |value: &str| match language {
        Language::Swedish => format!("{value} på ett år"),
        Language::English => format!("{value} over a year"),
    };
    let against = |earlier: (Period, f64)| change(Ok(trend.now.1), Ok(earlier.1)).ok();
    let per_cent =
        |earlier| against(earlier).and_then(|it| it.per_cent).map(|value| number::signed_per_cent(value, 1, language));
    let mut keys = vec![KeyNumber {
        number: number::whole(trend.now.1, language),
        label: counted.to_owned(),
        note: trend.year_before.and_then(per_cent).map(|it| year(&it)).unwrap_or_default(),
    }];
    if let Some(share) = trend.share {
        let before = trend
            .year_before
            .and_then(|(period, _)| context.numbers.share(lead, &context.resolved.places[0].members, period).ok());
        let points = before.map(|before| {
            let value = number::signed(number::round(share, 1) - number::round(before, 1), 1, language);
            match language {
                Language::Swedish => format!("{value} procentenheter på ett år"),
                Language::English => format!("{value} percentage points over a year"),
            }
        });
        keys.push(KeyNumber {
            number: number::per_cent(share, 1, language),
            label: Phrase { sv: "av befolkningen 20–64 år", en: "of the population aged 20–64" }
                .get(language)
                .to_owned(),
            note: points.unwrap_or_default(),
        });
    }
    if let Some(start) = trend.start
        && let Some(changed) = against(start)
    {
        let since = text::period::name(start.0, language);
        keys.push(KeyNumber {
            number: number::signed(changed.difference, 0, language),
            label: match language {
                Language::Swedish => format!("{counted} sedan {since}"),
                Language::English => format!("{counted} since {since}"),
            },
            note: per_cent(start)
                .map(|value| match language {
                    Language::Swedish => format!("{value}, från {}", number::whole(start.1, language)),
                    Language::English => format!("{value}, from {}", number::whole(start.1, language)),
                })
                .unwrap_or_default(),
        });
    }
    keys
}

/// The share in work now, with riket's beside it.
fn employment(context: &Context<'_>, bas: &Table, place: &Place) -> Option<KeyNumber> {
    let language = context.language;
    let period = *bas.periods.last()?;
    let level = |members: &[AreaCode]| Numbers::of(bas).level(Content::EmploymentRate, members, period).ok();
    let own = level(&place.members)?;
    let when = text::period::during(period, language);
    let country = level(&[AreaCode::Country]).filter(|_| place.code() != Some(AreaCode::Country));
    let country = country.map(|value| number::per_cent(value, 1, language));
    Some(KeyNumber {
        number: number::per_cent(own, 1, language),
        label: match language {
            Language::Swedish => format!("i arbete {when}"),
            Language::English => format!("in work {when}"),
        },
        note: country
            .map(|value| match language {
                Language::Swedish => format!("riket {value}"),
                Language::English => format!("Sweden {value}"),
            })
            .unwrap_or_default(),
    })
}

fn groups(context: &Context<'_>, place: &Place) -> Vec<Group> {
    let language = context.language;
    let has_all = |group: BenefitGroup| group.benefits().all(|it| context.numbers.table.has(Content::Benefit(it)));
    BenefitGroup::ALL
        .into_iter()
        .filter(|group| has_all(*group))
        .filter_map(|group| {
            let content = Content::Group(group);
            let trend = Trend::of(context, place, content)?;
            let benefits: Vec<String> =
                group.benefits().map(|it| text::contents::in_sentence(Content::Benefit(it), language)).collect();
            let benefits = if group == BenefitGroup::SocialAssistance {
                Phrase { sv: "försörjningsstöd från kommunen", en: "income support from the kommun" }
                    .get(language)
                    .to_owned()
            } else {
                text::list::and(&benefits, language)
            };
            let count =
                format!("{} {}", number::whole(trend.now.1, language), text::contents::counted(content, language));
            let changed = trend.year_before.and_then(|before| change(Ok(trend.now.1), Ok(before.1)).ok()?.per_cent);
            let sentence = match (changed.map(|value| number::signed_per_cent(value, 1, language)), language) {
                (Some(value), Language::Swedish) => format!("{count}, {value} på ett år"),
                (Some(value), Language::English) => format!("{count}, {value} over a year"),
                (None, _) => count,
            };
            let parts: Vec<Content> = group.benefits().map(Content::Benefit).collect();
            Some(Group {
                name: text::contents::name(content).get(language).to_owned(),
                benefits: text::period::capitalised(&benefits),
                tone: Tone::Group(group),
                sparkline: sparkline(language, &context.resolved.periods, |period| {
                    let value = context.plain(content, place, period);
                    Point { value, text: context.words(content, value), preliminary: context.is_preliminary(period) }
                }),
                sentence,
                link: link(context, |to| {
                    to.table = Some(context.resolved.table.id.clone());
                    to.areas = vec![place.choice.clone()];
                    to.contents = parts;
                }),
            })
        })
        .collect()
}

fn sparkline(language: Language, periods: &[Period], point: impl Fn(Period) -> Point) -> Sparkline {
    let points: Vec<Point> = periods.iter().map(|&period| point(period)).collect();
    let named: Vec<(Period, &Point)> =
        periods.iter().copied().zip(&points).filter(|(_, point)| point.value.is_ok()).collect();
    let extreme = |largest: bool| {
        named.iter().copied().reduce(|kept, each| {
            let greater = each.1.value.unwrap_or(0.0) > kept.1.value.unwrap_or(0.0);
            if greater == largest { each } else { kept }
        })
    };
    let description = match (named.first(), named.last(), extreme(false), extreme(true)) {
        (Some(first), Some(last), Some(low), Some(high)) => {
            let name = |period| text::period::name(period, language);
            let (first, last) = (name(first.0), name(last.0));
            match language {
                Language::Swedish => format!(
                    "Från {first} till {last}: lägst {} ({}), högst {} ({}).",
                    low.1.text,
                    name(low.0),
                    high.1.text,
                    name(high.0)
                ),
                Language::English => format!(
                    "From {first} to {last}: lowest {} ({}), highest {} ({}).",
                    low.1.text,
                    name(low.0),
                    high.1.text,
                    name(high.0)
                ),
            }
        }
        _ => String::new(),
    };
    Sparkline { points, description }
}

/// Riket has no months of its own here: SCB's annual series stands beside the
/// chart, never in it.
fn country(context: &Context<'_>, edition: &Edition, tables: &[Table]) -> Option<Country> {
    let language = context.language;
    let holds = |entry: &&TableEntry| {
        entry.contents.contains(&Content::Total)
            && entry.resolution() == Resolution::Year
            && entry.areas().any(|area| area == AreaCode::Country)
    };
    let entry = edition.tables.iter().find(holds)?;
    let riket = table(tables, &entry.id)?;
    let numbers = Numbers::of(riket);
    let at = |period: Period| {
        let count = numbers.level(Content::Total, &[AreaCode::Country], period).ok()?;
        Some((period, count, numbers.share(Content::Total, &[AreaCode::Country], period).ok()))
    };
    let (period, count, share) = riket.periods.iter().rev().find_map(|&period| at(period))?;
    let (first, first_count, _) = riket.periods.iter().find_map(|&period| at(period))?;
    let (count_text, year, start) = (number::whole(count, language), period.year(), first.year());
    let share = share.map(|value| number::per_cent_in_words(value, 1, language));
    let changed = change(Ok(count), Ok(first_count)).ok()?.per_cent?;
    let size = number::per_cent_in_words(changed.abs(), 0, language);
    let sentence = match language {
        Language::Swedish => format!(
            "I riket försörjdes {count_text} helårspersoner år {year}{}. Det är {size} {} än år {start}.",
            share.map(|it| format!(", {it} av befolkningen 20–64 år")).unwrap_or_default(),
            if changed < 0.0 { "färre" } else { "fler" },
        ),
        Language::English => format!(
            "In Sweden {count_text} full-year equivalents were supported in {year}{}. That is {size} {} than in {start}.",
            share.map(|it| format!(", {it} of the population aged 20–64")).unwrap_or_default(),
            if changed < 0.0 { "fewer" } else { "more" },
        ),
    };
    let caption = match language {
        Language::Swedish => format!(
            "Källa: {}, årsserie. Den ligger något högre än månadstabellen och visas därför för sig.",
            riket.source.agency
        ),
        Language::English => format!(
            "Source: {}, annual series. It lies slightly above the monthly table and is therefore shown apart.",
            riket.source.agency
        ),
    };
    Some(Country {
        sentence,
        caption,
        link: link(context, |to| {
            to.table = Some(entry.id.clone());
            to.areas = vec![AreaChoice::Area(AreaCode::Country)];
            to.figure = Some(FigureKind::Area);
        }),
    })
}

fn kommuner(context: &Context<'_>, bas: &Table, tables: &[Table], place: &Place) -> Vec<Kommun> {
    let language = context.language;
    let Some(&period) = bas.periods.last() else { return Vec::new() };
    let county = place.members.first().and_then(|area| area.county());
    let numbers = Numbers::of(bas);
    let rate = |content: Content, code: AreaCode, period: Period| {
        let value = numbers.level(content, &[code], period);
        percentage(value, bas.is_preliminary(period), language)
    };
    let mut list: Vec<Kommun> = bas
        .areas
        .iter()
        .copied()
        .filter(|code| code.kind() == AreaKind::Municipality && code.county() == county)
        .map(|code| Kommun {
            code,
            name: context.area(code),
            link: link(context, |to| {
                to.view = View::Compare;
                to.table = Some(bas.id.clone());
                to.areas = vec![AreaChoice::Area(code), AreaChoice::Area(AreaCode::Country)];
            }),
            sparkline: sparkline(language, &bas.periods, |period| rate(Content::EmploymentRate, code, period)),
            employment: rate(Content::EmploymentRate, code, period),
            unemployment: rate(Content::UnemploymentRate, code, period),
            support: last_published(tables, code, language),
        })
        .collect();
    list.sort_by(|a, b| {
        let value = |kommun: &Kommun| kommun.employment.value.unwrap_or(f64::NEG_INFINITY);
        value(b).total_cmp(&value(a))
    });
    list
}

fn percentage(value: Cell, preliminary: bool, language: Language) -> Point {
    let text = match value {
        Ok(value) => number::per_cent(value, 1, language),
        Err(reason) => reason.symbol().to_owned(),
    };
    Point { value, text, preliminary }
}

/// The newest share of support that any table has for a kommun.
fn last_published(tables: &[Table], code: AreaCode, language: Language) -> Option<(Point, String)> {
    let newest = |table: &Table| {
        let share = |period: &Period| {
            let value = Numbers::of(table).share(Content::Total, &[code], *period).ok()?;
            Some((*period, percentage(Ok(value), table.is_preliminary(*period), language)))
        };
        (table.areas.contains(&code) && table.has(Content::Total))
            .then(|| table.periods.iter().rev().find_map(share))?
    };
    let found = tables.iter().filter_map(newest).max_by_key(|(period, _)| period.last_month());
    found.map(|(period, point)| (point, text::period::name(period, language)))
}

fn kommuner_caption(bas: &Table, language: Language) -> String {
    let when = bas.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let first = bas.periods.first().map_or(0, |period| period.year());
    let source = format!("{} {} ({})", bas.source.agency, bas.source.statistic.get(language), bas.source.table);
    match language {
        Language::Swedish => format!(
            "Andel i arbete och arbetslöshet i {when}, 20–64 år; linjen visar andelen i arbete sedan {first}, varje kommun på sin egen skala. Källa: {source}. Samhällsstöd: senast publicerade halvår, äldre version av tabellen. Sorterat efter andel i arbete."
        ),
        Language::English => format!(
            "Share in work and unemployment in {when}, aged 20–64; the line shows the share in work since {first}, each kommun on its own scale. Source: {source}. Public support: the latest published half-year, an older version of the table. Sorted by share in work."
        ),
    }
}

/// The query string of another view, in the same language, theme and edition.
fn link(context: &Context<'_>, change: impl FnOnce(&mut Selection)) -> String {
    let mut to = Selection {
        view: View::Explore,
        language: context.language,
        theme: context.resolved.theme,
        ..Selection::default()
    };
    if context.resolved.newer.is_some() {
        to.edition = Some(context.resolved.edition.clone());
    }
    change(&mut to);
    encode(&to)
}
