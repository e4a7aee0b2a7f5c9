//! The overview of one area: its figure, key numbers, groups of its parts, riket
//! beside it, and its kommuner, each from the table that holds it.

mod country;
mod heading;
mod indicators;
mod keys;
mod kommuner;
pub(super) mod superseded;
mod topics;
mod whole;

use super::context::{Context, table};
use super::headline::Trend;
use super::series::tone;
use super::{Figure, Point, Tone, build};
use crate::text::{self, number};
use faktabank_tables::measure::change;
use faktabank_tables::query::{self, Place, Resolved, Selection, Sexes, View, encode};
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{Age, AreaCode, Areas, Content, Language, Period, Phrase, Sex, Table};
pub use heading::{Heading, heading};
pub use indicators::{Indicator, indicators};
pub use topics::{TopicSection, topic};

/// Everything that the overview shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What it is of.
    pub heading: Heading,
    /// Headline, stacked chart, caption and table.
    pub figure: Figure,
    /// The numbers that matter, three to five.
    pub keys: Vec<KeyNumber>,
    /// Over the groups.
    pub groups_title: String,
    /// The groups of the topic's parts; empty where the table lacks these.
    pub groups: Vec<Group>,
    /// Riket in a period that both have; `None` where there is none such.
    pub country: Option<Country>,
    /// The kommuner of the län; `None` where no table has them.
    pub kommuner: Option<KommunList>,
    /// Ways to all kommuner of the country; for riket alone, where the table has them.
    pub whole: Option<Whole>,
}

/// Ways to all kommuner of the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// What there is to see.
    pub caption: String,
    /// Kinds of figures, each with its query string.
    pub ways: Vec<(Phrase, String)>,
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

/// A group of parts with its own small line.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its parts in words.
    pub parts: String,
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

/// The kommuner of a län, highest first.
#[derive(Clone, Debug, PartialEq)]
pub struct KommunList {
    /// What the list shows and where it comes from.
    pub caption: String,
    /// What the small lines show over time; `None` where there is one period only.
    pub line: Option<Phrase>,
    /// The query string of the same numbers on a map.
    pub map: String,
    /// Over the columns of the other topic's rates; empty where no kommun has them.
    pub beside: Vec<Phrase>,
    /// Over the column of shares.
    pub head: Phrase,
    /// The kommuner.
    pub rows: Vec<Kommun>,
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
    /// Its small line.
    pub sparkline: Sparkline,
    /// Newest rates of the other topic; empty where the edition lacks them.
    pub beside: Vec<Point>,
    /// Its newest share, with its period in words; `None` if there is none.
    pub share: Option<(Point, String)>,
}

const NOTHING_PUBLISHED: Phrase = Phrase { sv: "ej publicerat", en: "not published" };

impl Kommun {
    /// What stands where no share was published.
    pub fn nothing_published(language: Language) -> &'static str {
        NOTHING_PUBLISHED.get(language)
    }
}

/// The rates of another topic, and the table that holds them.
struct Beside<'a> {
    table: &'a Table,
    /// The one that stands alone where there is room for one.
    first: Content,
}

impl<'a> Beside<'a> {
    /// Those of the first table of the edition that has any.
    fn of(edition: &Edition, tables: &'a [Table]) -> Option<Self> {
        let (entry, first) = query::beside(edition)?;
        table(tables, &entry.id, Sex::default(), Age::default()).map(|table| Self { table, first })
    }

    fn contents(&self) -> impl Iterator<Item = Content> {
        self.first.topic().beside()
    }
}

/// The overview of the first place of a selection; `None` while its table is
/// not among those loaded.
pub fn overview(resolved: &Resolved, edition: &Edition, tables: &[Table], areas: &Areas) -> Option<Overview> {
    let figure = build(resolved, tables, areas)?;
    let context = Context::new(resolved, tables, areas)?;
    let place = &resolved.places[0];
    let lead = heading::lead(&context);
    let trend = Trend::of(&context, place, lead);
    // What other tables hold is of both sexes, 20–64 years: beside women alone
    // it would be taken for theirs.
    let everybody = (resolved.what.sex, resolved.what.age) == Default::default();
    let beside = Beside::of(edition, tables).filter(|_| everybody);
    let mut keys = trend.as_ref().map(|trend| keys::key_numbers(&context, lead, trend)).unwrap_or_default();
    let other = beside.as_ref().filter(|beside| beside.table.id != resolved.table.id);
    keys.extend(other.and_then(|other| keys::beside(&context, other.table, other.first, place)));
    keys.extend(keys::published_share(&context, (edition, tables), place).filter(|_| everybody));
    let country = trend.as_ref().and_then(|trend| country::of_the_same(&context, place, trend));
    let country = country.or_else(|| country::of_one_period(&context, tables, place).filter(|_| everybody));
    let groups_title = resolved.table.topic.word("groups");
    Some(Overview {
        heading: heading::of(&context, place, trend.as_ref()),
        figure,
        keys,
        groups_title: groups_title.map(|title| title.get(resolved.language).to_owned()).unwrap_or_default(),
        groups: groups(&context, place),
        country: country.filter(|_| place.code() != Some(AreaCode::Country)),
        kommuner: kommuner::kommuner(&context, beside.as_ref(), (edition, tables), place),
        whole: whole::whole(&context, place),
    })
}

fn groups(context: &Context<'_>, place: &Place) -> Vec<Group> {
    let language = context.language;
    let topic = context.topic();
    topic
        .groups()
        .filter(|group| group.parts().all(|part| context.numbers.table.has(part)))
        .filter_map(|content| {
            let trend = Trend::of(context, place, content)?;
            let parts = content.parts().map(|part| text::contents::in_sentence(part, language));
            let parts = match text::contents::made_of(content) {
                Some(words) => words.get(language).to_owned(),
                None => text::list::and(&parts.collect::<Vec<_>>(), language),
            };
            let count =
                format!("{} {}", number::whole(trend.now.1, language), text::contents::counted(content, language));
            let changed = trend.year_before.and_then(|before| change(Ok(trend.now.1), Ok(before.1)).ok()?.per_cent);
            // Where the newest period lacks a part, the number is of an earlier one.
            let newest = Some(&trend.now.0) == context.resolved.time.periods.last();
            let when = text::period::name(trend.now.0, language);
            let count = if newest { count } else { [&count, " (", &when, ")"].concat() };
            let sentence = match (changed.map(|value| number::signed_per_cent(value, 1, language)), language) {
                (Some(value), Language::Swedish) => format!("{count}, {value} på ett år"),
                (Some(value), Language::English) => format!("{count}, {value} over a year"),
                (None, _) => count,
            };
            Some(Group {
                name: text::contents::name(content).get(language).to_owned(),
                parts: text::letters::capitalised(&parts),
                tone: tone(context, place, content),
                sparkline: sparkline(language, &context.resolved.time.periods, |period| {
                    let number = context.plain(content, place, period);
                    context.marked(number, context.words(content, number.cell), place, period)
                }),
                sentence,
                link: link(context, |to| {
                    to.table = Some(context.resolved.table.id.clone());
                    to.areas = vec![place.choice.clone()];
                    to.contents = content.parts().map(Content::to_code).collect();
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
        (Some(first), Some(last), Some(low), Some(high)) if first.0 < last.0 => {
            let name = |period| text::period::name(period, language);
            let (first, last) = (name(first.0), name(last.0));
            Phrase {
                sv: "Från {0} till {1}: lägst {2} ({3}), högst {4} ({5}).",
                en: "From {0} to {1}: lowest {2} ({3}), highest {4} ({5}).",
            }
            .fill(language, &[&first, &last, &low.1.text, &name(low.0), &high.1.text, &name(high.0)])
        }
        _ => String::new(),
    };
    Sparkline { points, description }
}

/// The query string of another view, in the same language, theme and edition.
pub(super) fn link(context: &Context<'_>, change: impl FnOnce(&mut Selection)) -> String {
    let mut to = Selection {
        view: Some(View::Explore),
        language: context.language,
        theme: context.resolved.theme,
        ..Selection::default()
    };
    let (sex, age) = (context.resolved.what.sex, context.resolved.what.age);
    to.sex = (sex != Sex::default()).then_some(Sexes::Of(sex));
    to.age = (age != Age::default()).then_some(age);
    if !context.resolved.edition.current {
        to.edition = Some(context.resolved.edition.id.clone());
    }
    change(&mut to);
    encode(&to)
}
