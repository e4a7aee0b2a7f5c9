//! The indicators of a förbund's plan, for its kommuner together and apart: the
//! mean of the first whole year and of the newest, and whether it went the way
//! that the plan wants.

use super::super::context::Context;
use super::super::headline::{amount, moved};
use super::super::{Column, ColumnKey, DataTable, Row, RowKey};
use crate::text::{self, letters, number};
use faktabank_tables::measure::{Number, difference, per_cent_change};
use faktabank_tables::query::{Measure, Place, Resolved, periods_at};
use faktabank_tables::statistics::{Areas, Catalogue, Content, Period, Phrase, Resolution, Table, Topic};

/// How far one aim of a plan has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What is wanted: "Minskat antal helårsekvivalenter".
    pub title: String,
    /// Where it started, where it stands, and whether that is the way wanted.
    pub sentence: String,
    /// For whom it is not known; empty where it is for all.
    pub lack: String,
    /// A row for all together and one a kommun.
    pub table: DataTable,
}

const WAS: Phrase = Phrase {
    sv: "{0} i {1} var {2} år {3} och {4} år {5}, i genomsnitt för året.",
    en: "{0} in {1} was {2} in {3} and {4} in {5}, as means of the year.",
};
const THE_WAY: Phrase = Phrase {
    sv: " Det är {0} {1}, och åt det håll som planen vill.",
    en: " That is {0} {1}, and the way that the plan wants.",
};
const AGAINST: Phrase = Phrase {
    sv: " Det är {0} {1}, åt motsatt håll mot planen.",
    en: " That is {0} {1}, against what the plan wants.",
};
const SAME: Phrase = Phrase { sv: " Det är {0} {1}.", en: " That is {0} {1}." };
const NOT_KNOWN: Phrase = Phrase {
    sv: "Hela år finns inte publicerade för {0}. Närmast finns {1}.",
    en: "Whole years are not published for {0}. The nearest is {1}.",
};
const NOT_APART: Phrase =
    Phrase { sv: "Hela år finns inte publicerade för {0}.", en: "Whole years are not published for {0}." };

/// The indicators of a förbund, of the tables that topics with an aim have for it
/// or for what is nearest.
pub fn indicators(asked: &Place, parts: &[(&Resolved, &[Table])], areas: &Areas) -> Vec<Indicator> {
    let of_topic = |topic: Topic| {
        let (resolved, tables) = parts.iter().find(|(resolved, _)| resolved.table.topic == topic)?;
        indicator(asked, resolved, tables, areas)
    };
    let catalogue = parts.first().map(|(resolved, _)| resolved.table.topic.catalogue());
    catalogue.into_iter().flat_map(Catalogue::topics).filter_map(of_topic).collect()
}

fn indicator(asked: &Place, resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Indicator> {
    // Counts and rates as they are: a plan is not of shares.
    let resolved = &resolved.measured(Measure::Count);
    let context = &Context::new(resolved, tables, areas)?;
    let (title, content) = (context.topic().word("aim")?, context.topic().lead());
    let own = resolved.places.first()?;
    let years = Years::of(context, content, own)?;
    let together = own.choice == asked.choice;
    let apart: Vec<Place> = asked.members.iter().copied().map(Place::of).collect();
    let (known, unknown): (Vec<Place>, Vec<Place>) = if together && apart.len() > 1 {
        apart.into_iter().partition(|place| years.is_whole(context, content, place))
    } else {
        (Vec::new(), Vec::new())
    };
    let unknown: Vec<String> = unknown.iter().map(|place| context.place_in_sentence(place)).collect();
    let lack = if !together {
        NOT_KNOWN.fill(context.language, &[&context.place(asked), &context.place_in_sentence(own)])
    } else if unknown.is_empty() {
        String::new()
    } else {
        NOT_APART.fill(context.language, &[&text::list::and(&unknown, context.language)])
    };
    let rows = std::iter::once(own).chain(&known).map(|place| years.row(context, content, place)).collect();
    Some(Indicator {
        title: title.get(context.language).to_owned(),
        sentence: years.sentence(context, content, own),
        lack,
        table: DataTable {
            caption: [&letters::capitalised(&context.unit(content)), ". ", &source(context)].concat(),
            units: context.unit(content),
            period: None,
            stub: context.say_word("Område", "Area").to_owned(),
            columns: years.columns(context, content),
            rows,
            total: None,
            unreported: String::new(),
        },
    })
}

fn source(context: &Context<'_>) -> String {
    let source = &context.numbers.table.source;
    let words = [&source.agency, ", ", source.statistic.get(context.language)].concat();
    context.say("Källa: {0}.", "Source: {0}.", &[&words])
}

/// The year that a plan starts from and the newest one.
struct Years {
    base: Period,
    last: Period,
}

impl Years {
    /// The first and the newest year with a whole number.
    fn of(context: &Context<'_>, content: Content, place: &Place) -> Option<Self> {
        let entry = &context.resolved.table;
        let is_year =
            entry.resolution() == Resolution::Year || entry.resolution().coarser().contains(&Resolution::Year);
        let mut years = if is_year { periods_at(entry, Resolution::Year) } else { Vec::new() };
        years.retain(|year| !context.numbers.table.is_forecast(*year));
        years.retain(|year| level(context, content, place, *year).whole().is_some());
        let base = years.first().copied()?;
        let last = years.last().copied().filter(|last| *last > base)?;
        Some(Self { base, last })
    }

    fn is_whole(&self, context: &Context<'_>, content: Content, place: &Place) -> bool {
        [self.base, self.last].iter().all(|year| level(context, content, place, *year).whole().is_some())
    }

    fn sentence(&self, context: &Context<'_>, content: Content, place: &Place) -> String {
        let at = |year| level(context, content, place, year).whole().unwrap_or_default();
        let (before, now) = (at(self.base), at(self.last));
        let language = context.language;
        let subject = letters::capitalised(&text::contents::subject(content, language).definite);
        let (base, last) = (number::plain(self.base.year()), number::plain(self.last.year()));
        let (was, is) = (amount(context, content, before, true), amount(context, content, now, true));
        let mut said = WAS.fill(language, &[&subject, &context.place_in_sentence(place), &was, &base, &is, &last]);
        let movement = moved(context, content, now, before);
        let wanted = match content.definition().text("more_is") {
            Some("better") => Some(true),
            Some("worse") => Some(false),
            _ => None,
        };
        let phrase = match movement.rose().zip(wanted) {
            Some((rose, wanted)) if rose == wanted => THE_WAY,
            Some(_) => AGAINST,
            None => SAME,
        };
        said.push_str(&phrase.fill(language, &[&movement.than(language), &base]));
        if context.is_preliminary(self.last) {
            said.push_str(&context.say(
                " Siffran för {0} är preliminär.",
                " The figure for {0} is preliminary.",
                &[&last],
            ));
        }
        said
    }

    fn columns(&self, context: &Context<'_>, content: Content) -> Vec<Column> {
        let column = |key: ColumnKey, name: String, decimals| Column { key, name, decimals };
        let year =
            |year: Period| column(ColumnKey::Period(year), number::plain(year.year()), context.plain_decimals(content));
        let change = context.say_word("Förändring", "Change").to_owned();
        vec![year(self.base), year(self.last), column(ColumnKey::Change, change, 1)]
    }

    fn row(&self, context: &Context<'_>, content: Content, place: &Place) -> Row {
        let at = |year| level(context, content, place, year);
        let point = |number: Number, year| context.marked(number, context.words(content, number.cell), place, year);
        let (before, now) = (at(self.base), at(self.last));
        let in_points = context.is_level(content);
        let decimals = context.plain_decimals(content);
        let rounded = |it: Number| Number { cell: it.cell.map(|value| number::round(value, decimals)), ..it };
        let change = if in_points {
            rounded(now).against(rounded(before), difference)
        } else {
            now.against(before, per_cent_change)
        };
        let text = match change.cell {
            Err(reason) => reason.symbol().to_owned(),
            Ok(value) if in_points => number::signed(value, decimals, context.language),
            Ok(value) => number::signed_per_cent(value, 1, context.language),
        };
        let change = context.marked(change, text, place, self.last);
        let key = RowKey::Place(place.key());
        Row { key, name: context.place(place), cells: vec![point(before, self.base), point(now, self.last), change] }
    }
}

fn level(context: &Context<'_>, content: Content, place: &Place, year: Period) -> Number {
    context.numbers.level(content, &place.members, year)
}
