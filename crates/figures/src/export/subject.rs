//! What is taken along: a figure with all that a file says of it.

use super::words;
use crate::figure::{Figure, place_name};
use crate::text::{self, list, ui};
use faktabank_tables::query::Resolved;
use faktabank_tables::statistics::{Areas, Language, Period, Phrase, Table};

/// A figure, how it came about, and where it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The selection that it shows.
    pub resolved: &'a Resolved,
    /// The tables that it is made of.
    pub tables: &'a [Table],
    /// The names of areas.
    pub areas: &'a Areas,
    /// The day on which its edition was published, `YYYY-MM-DD`.
    pub published: &'a str,
    /// The present day, `YYYY-MM-DD`.
    pub today: &'a str,
    /// The address of the figure on the web; empty for a copy without a network.
    pub address: &'a str,
}

impl Subject<'_> {
    /// The language of the figure.
    pub(super) const fn language(&self) -> Language {
        self.resolved.language
    }

    /// Of the figure's selections, one a table, each part of what is told of it once:
    /// "20–64 år och 16–64 år".
    pub(super) fn of_each(&self, part: impl Fn(&Resolved) -> String) -> String {
        let mut parts: Vec<String> =
            [Some(self.resolved), self.resolved.other.as_deref()].into_iter().flatten().map(part).collect();
        parts.dedup();
        list::and(&parts, self.language())
    }

    /// The tables of the figure's contents, each as it is loaded.
    pub(super) fn shown_tables(&self) -> Vec<&Table> {
        let of = |resolved: &Resolved| self.tables.iter().find(|table| table.id == resolved.table.id);
        [Some(self.resolved), self.resolved.other.as_deref()].into_iter().flatten().filter_map(of).collect()
    }

    /// A phrase in the language of the figure.
    pub(super) const fn say(&self, phrase: Phrase) -> &'static str {
        phrase.get(self.resolved.language)
    }

    /// What every file says of its figure besides title and notes: table,
    /// source, its address, provenance, edition, and where the figure is shown.
    pub(super) fn facts(&self) -> Vec<String> {
        let caption = &self.figure.caption;
        let label = |phrase: Phrase, words: &str| {
            if words.is_empty() { String::new() } else { [self.say(phrase), ": ", words].concat() }
        };
        [
            self.figure.table.caption.clone(),
            label(ui::SOURCE, &caption.source),
            caption.source_url.clone(),
            caption.provenance_text.clone(),
            caption.edition.clone(),
            label(ui::FIGURE_ADDRESS, self.address),
        ]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect()
    }

    /// The areas chosen, in words.
    pub(super) fn places(&self) -> String {
        list::and(&self.place_names(self.language()), self.language())
    }

    /// The name of each area chosen.
    pub(super) fn place_names(&self, language: Language) -> Vec<String> {
        let once = self.resolved.places.iter().filter(|place| place.is_first());
        once.map(|place| place_name(place, self.areas, language)).collect()
    }

    /// From when to when, in words.
    pub(super) fn span(&self) -> String {
        let name = |period: &Period| text::period::name(*period, self.language());
        match (self.resolved.time.periods.first(), self.resolved.time.periods.last()) {
            (Some(first), Some(last)) if first != last => [&name(first), "–", &name(last)].concat(),
            (_, last) => last.map(name).unwrap_or_default(),
        }
    }

    /// That the sum of a ranking has no place among its rows, where it has none.
    pub(super) fn left_out(&self) -> Option<String> {
        const LEFT_OUT: Phrase = Phrase {
            sv: "Summaraden ”{0}” ({1}) är inte med i filen.",
            en: "The row of the sum, “{0}” ({1}), is not in the file.",
        };
        let total = self.figure.table.total.as_ref()?;
        let sum = total.cells.first()?;
        Some(words::of(&LEFT_OUT.fill(self.language(), &[&total.name, &sum.text])))
    }

    /// What must be known of each row's numbers, in words.
    pub(super) fn row_notes(&self) -> Vec<String> {
        let table = &self.figure.table;
        table.rows.iter().map(|row| super::notes::of(table, row, self.language())).collect()
    }
}
