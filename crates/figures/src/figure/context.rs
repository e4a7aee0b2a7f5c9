//! What every part of a figure is made from: the resolved selection, the
//! numbers behind it, and the names of areas.

use crate::text::{contents, number};
use faktabank_tables::measure::{Number, Numbers, difference, index, per_cent_change, proportion};
use faktabank_tables::query::{FigureKind, Measure, Place, Resolved};
use faktabank_tables::statistics::{Age, Areas, Cell, Content, Language, Period, Phrase, Sex, Table, TableId, Topic};

/// Selection, numbers and names, for as long as a figure is made.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) resolved: &'a Resolved,
    /// Those of the figure; of women, where women and men are apart.
    pub(super) numbers: Numbers<'a>,
    /// Those of men, where they are; else the same.
    pub(super) men: Numbers<'a>,
    pub(super) areas: &'a Areas,
    pub(super) language: Language,
}

/// Finds a table among those loaded, or of its parts by sex and age the one
/// that counts these persons.
pub(super) fn table<'a>(tables: &'a [Table], id: &TableId, sex: Sex, age: Age) -> Option<&'a Table> {
    tables.iter().find(|table| table.id == *id && table.counts(sex, age))
}

impl<'a> Context<'a> {
    /// `None` if the table of the selection is not among those loaded.
    pub(super) fn new(resolved: &'a Resolved, tables: &'a [Table], areas: &'a Areas) -> Option<Self> {
        let age = resolved.what.age;
        let of = |sex: Sex| {
            let population = resolved.population.as_ref().and_then(|entry| table(tables, &entry.id, sex, age));
            Some(Numbers { table: table(tables, &resolved.table.id, sex, age)?, population, sex, age })
        };
        let (one, men) =
            if resolved.is_apart() { (Sex::Women, Sex::Men) } else { (resolved.what.sex, resolved.what.sex) };
        Some(Self { resolved, numbers: of(one)?, men: of(men)?, areas, language: resolved.language })
    }

    /// The numbers of a place: of its women, of its men, or of whom the figure is of.
    pub(super) fn of(&self, place: &Place) -> &Numbers<'a> {
        if place.sex == Some(Sex::Men) { &self.men } else { &self.numbers }
    }

    /// A number of the figure: the contents at a place and period, under the
    /// figure's measure.
    pub(super) fn value(&self, content: Content, place: &Place, period: Period) -> Number {
        let plain = |period| self.plain(content, place, period);
        match self.resolved.what.measure {
            Measure::Count | Measure::Share => plain(period),
            Measure::Index => {
                plain(period).against(plain(self.resolved.time.periods.first().copied().unwrap_or(period)), index)
            }
            Measure::Change => {
                let compare = if content.is_rate() { difference } else { per_cent_change };
                plain(period).against(plain(period.years_before(1)), compare)
            }
        }
    }

    /// The number itself, before index or change: a share where shares are
    /// asked for, else the level.
    pub(super) fn plain(&self, content: Content, place: &Place, period: Period) -> Number {
        match self.resolved.what.measure {
            _ if self.is_of_parts() => {
                let parts = self.resolved.what.contents.iter();
                let level = |content| self.of(place).level(content, &place.members, period);
                proportion(level(content), parts.map(|&part| level(part)))
            }
            Measure::Share => self.of(place).share(content, &place.members, period),
            Measure::Count | Measure::Index | Measure::Change => self.of(place).level(content, &place.members, period),
        }
    }

    /// Whether numbers are of the parts shown together.
    pub(super) fn is_of_parts(&self) -> bool {
        self.resolved.form.figure == FigureKind::Proportion
    }

    /// Whether [`Self::plain`] numbers are per cent rather than counts.
    pub(super) fn in_per_cent(&self, content: Content) -> bool {
        self.resolved.what.measure == Measure::Share || self.is_of_parts() || content.is_rate()
    }

    /// Whether numbers of areas of any size can be set beside each other as they are.
    pub(super) fn is_level(&self, content: Content) -> bool {
        self.in_per_cent(content) || content.is_level()
    }

    /// Decimals of the plain number, before index or change.
    pub(super) fn plain_decimals(&self, content: Content) -> usize {
        if self.in_per_cent(content) { 1 } else { content.decimals() }
    }

    /// A number of the figure in figures, as table, labels and read-out show it.
    pub(super) fn words(&self, content: Content, cell: Cell) -> String {
        let value = match cell {
            Ok(value) => value,
            Err(reason) => return reason.symbol().to_owned(),
        };
        let language = self.language;
        match self.resolved.what.measure {
            Measure::Count | Measure::Share if self.in_per_cent(content) => number::per_cent(value, 1, language),
            Measure::Count | Measure::Share => number::decimal(value, content.decimals(), language),
            Measure::Index => number::decimal(value, 1, language),
            Measure::Change if content.is_rate() => number::signed(value, 1, language),
            Measure::Change => number::signed_per_cent(value, 1, language),
        }
    }

    /// Decimals that these figures have: none for counts.
    pub(super) fn decimals(&self, content: Content) -> usize {
        match self.resolved.what.measure {
            Measure::Count if !self.is_of_parts() => content.decimals(),
            Measure::Count => 1,
            Measure::Share | Measure::Index | Measure::Change => 1,
        }
    }

    /// The topic of the figure's table.
    pub(super) fn topic(&self) -> Topic {
        self.resolved.table.topic
    }

    /// What may not be reported of the topic: "ekonomiskt bistånd".
    pub(super) fn unreported(&self) -> String {
        contents::unreported(self.topic(), self.language)
    }

    /// A sentence in the figure's language, its `{0}`, `{1}` … replaced.
    pub(super) fn say(&self, sv: &'static str, en: &'static str, parts: &[&str]) -> String {
        Phrase { sv, en }.fill(self.language, parts)
    }

    /// Words in the figure's language.
    pub(super) fn say_word(&self, sv: &'static str, en: &'static str) -> &'static str {
        Phrase { sv, en }.get(self.language)
    }

    /// Whether a period may still change.
    pub(super) fn is_preliminary(&self, period: Period) -> bool {
        self.numbers.table.is_preliminary(period)
    }
}
