//! An edition, its tables and what changed in it to what readers are told of
//! them: all of it from the manifest, the tables themselves and the file of
//! changes, so that no copy of it can be out of date.

mod changes;
mod periods;

use crate::text;
pub use changes::{ChangedTable, EditionChanges, edition_changes};
use faktabank_tables::snapshot::{Edition, TableEntry};
use faktabank_tables::statistics::{Age, AreaCode, AreaKind, Areas, Content, Language, Phrase, Sex, Table, TableId};

/// More areas than these are counted rather than named.
const MOST_NAMED: usize = 20;

/// A table of an edition, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutTable {
    /// Its name.
    pub title: String,
    /// Its name in links.
    pub id: TableId,
    /// Who made it and where it was read.
    pub source: String,
    /// Where to go on to.
    pub source_url: String,
    /// What is said of it, each with its head: periods, areas, kind of figures.
    pub facts: Vec<(&'static str, String)>,
    /// What to bear in mind of it.
    pub notes: Vec<String>,
    /// What it counts, each with its meaning.
    pub meanings: Vec<(String, &'static str)>,
}

/// The tables of an edition that are here, in its order; any part of a table
/// tells all that is said of the whole.
pub fn about_tables(edition: &Edition, parts: &[Table], areas: &Areas, language: Language) -> Vec<AboutTable> {
    let of = |entry: &TableEntry| {
        let table = parts.iter().find(|part| part.id == entry.id)?;
        let meaning = |&content: &Content| {
            let name = text::contents::name(content).get(language).to_owned();
            Some((name, content.meaning()?.get(language)))
        };
        // A table of shares by benefit explains each benefit; what a share is, once.
        let is_plain = |content: &&Content| content.share_of().is_none_or(Content::is_total);
        Some(AboutTable {
            title: entry.label.get(language).to_owned(),
            id: entry.id.clone(),
            source: source(table, language),
            source_url: table.source.url.clone(),
            facts: facts(entry, table, edition, areas, language),
            notes: table.all_notes().map(|note| note.get(language).to_owned()).collect(),
            meanings: entry.contents.iter().filter(is_plain).filter_map(meaning).collect(),
        })
    };
    edition.entries().filter_map(of).collect()
}

fn source(table: &Table, language: Language) -> String {
    let source = &table.source;
    let id = if source.table.is_empty() { String::new() } else { [" (", &source.table, ")"].concat() };
    let read_from = source.read_from.get(language);
    let comma = if read_from.is_empty() { "" } else { ", " };
    [&source.agency, ", ", source.statistic.get(language), &id, comma, read_from].concat()
}

fn facts(
    entry: &TableEntry,
    table: &Table,
    edition: &Edition,
    areas: &Areas,
    language: Language,
) -> Vec<(&'static str, String)> {
    let say = |sv, en| Phrase { sv, en }.get(language);
    let mut facts = vec![
        (say("Perioder", "Periods"), periods::held(table, language)),
        (say("Områden", "Areas"), held_areas(entry, areas, language)),
        (say("Vilka som räknas", "Who is counted"), persons(entry, language)),
        (say("Slag av siffror", "Kind of figures"), kind(table, language)),
    ];
    if let Some(population) = entry.population.as_ref().and_then(|id| edition.table(id)) {
        let words = Phrase { sv: "med folkmängden i ”{0}”", en: "with the population of “{0}”" };
        let words = words.fill(language, &[population.label.get(language)]);
        facts.push((say("Andelar räknas", "Shares are computed"), words));
    }
    if !table.source.updated.is_empty() {
        facts.push((say("Uppdaterad hos källan", "Updated at the source"), table.source.updated.clone()));
    }
    facts.push((say("Licens", "Licence"), table.source.licence.clone()));
    facts
}

fn kind(table: &Table, language: Language) -> String {
    let word = text::ui::provenance(table.provenance).get(language);
    let exactness = table.exactness.label.get(language);
    if exactness.is_empty() { word.to_owned() } else { [word, ": ", exactness].concat() }
}

/// The areas by name, or how many of each kind there are.
fn held_areas(entry: &TableEntry, areas: &Areas, language: Language) -> String {
    let held = entry.areas();
    if held.len() <= MOST_NAMED {
        let name = |&code: &AreaCode| {
            text::area::in_sentence(&text::area::label(code, &areas.name(code), language), code.kind(), language)
        };
        let names = text::list::and(&held.iter().map(name).collect::<Vec<_>>(), language);
        return text::letters::capitalised(&names);
    }
    let count = |kind| held.iter().filter(|code| code.kind() == kind).count();
    let kinds = [
        (AreaKind::Country, Phrase { sv: "riket", en: "Sweden" }),
        (AreaKind::County, Phrase { sv: "{0} län", en: "{0} counties" }),
        (AreaKind::Municipality, Phrase { sv: "{0} kommuner", en: "{0} municipalities" }),
    ];
    let named = kinds.into_iter().filter(|(kind, _)| count(*kind) > 0);
    let named = named.map(|(kind, words)| words.fill(language, &[&text::number::count(count(kind))]));
    text::letters::capitalised(&text::list::and(&named.collect::<Vec<_>>(), language))
}

/// "Kvinnor och män tillsammans, 20–64 år".
fn persons(entry: &TableEntry, language: Language) -> String {
    let sexes = entry.sexes();
    let who = match (sexes.contains(&Sex::Both), sexes.len()) {
        (true, 1) => Phrase { sv: "Kvinnor och män tillsammans, {0}", en: "Women and men together, {0}" },
        (true, _) => Phrase { sv: "Kvinnor, män och båda tillsammans, {0}", en: "Women, men and both together, {0}" },
        (false, _) => Phrase { sv: "Kvinnor och män var för sig, {0}", en: "Women and men each, {0}" },
    };
    let ages = entry.ages();
    let words: Vec<String> = ages.iter().map(|&age| text::person::age(age, language)).collect();
    let aged = if ages.contains(&Age::EVERYBODY) {
        Phrase { sv: "{0}", en: "{0}" }
    } else {
        Phrase { sv: "{0}", en: "aged {0}" }
    };
    who.fill(language, &[&aged.fill(language, &[&text::list::and(&words, language)])])
}
