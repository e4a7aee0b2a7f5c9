//! What changed in an edition to sentences: new periods, what the agency
//! revised and by how much, and which tables are new.

use super::periods::{counted, spans};
use crate::text::{self, number};
use faktabank_tables::snapshot::{Changes, ContentChanges, Edition, LargestChange, TableChanges, TableEntry};
use faktabank_tables::statistics::{Areas, Language, Phrase};
use std::sync::Arc;

/// What changed in an edition since the real one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionChanges {
    /// Tables that came, tables that are byte for byte the same; in sentences.
    pub sentences: Vec<String>,
    /// The tables that were compared.
    pub tables: Vec<ChangedTable>,
}

/// What changed in one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedTable {
    /// Its name, and what it was compared with.
    pub title: String,
    /// What changed, each with its head.
    pub points: Vec<(String, String)>,
}

const QUOTED: Phrase = Phrase { sv: "”{0}”", en: "“{0}”" };

/// What changed in an edition; `None` for a modelled one.
pub fn edition_changes(
    edition: &Edition,
    changes: Option<&Changes>,
    editions: &[Edition],
    areas: &Areas,
    language: Language,
) -> Option<EditionChanges> {
    if edition.modelled {
        return None;
    }
    let real: Vec<&Edition> = editions.iter().filter(|other| !other.modelled).collect();
    let at = real.iter().position(|other| other.id == edition.id)?;
    let Some(former) = real.get(at + 1) else {
        let first = Phrase {
            sv: "Den äldsta utgåvan: det finns ingen tidigare att jämföra med.",
            en: "The oldest edition: there is none before it to compare with.",
        };
        return Some(EditionChanges { sentences: vec![first.get(language).to_owned()], tables: Vec::new() });
    };
    let compared = changes.into_iter().flat_map(|changes| &changes.tables);
    // A copy of the page may hold fewer tables than the edition has.
    let tables: Vec<ChangedTable> = compared
        .filter_map(|changed| {
            let entry = edition.table(&changed.table)?;
            let before = editions.iter().find(|other| other.id == changed.former_edition);
            let before = before.and_then(|before| before.table(&changed.former_table));
            Some(table(changed, entry, before.map(Arc::as_ref), areas, language))
        })
        .collect();
    let told = |entry: &&TableEntry| {
        changes.is_none_or(|changes| changes.tables.iter().all(|changed| changed.table != entry.id))
    };
    let untold: Vec<&TableEntry> = edition.entries().filter(told).collect();
    let (kept, new): (Vec<&TableEntry>, Vec<&TableEntry>) =
        untold.into_iter().partition(|entry| former.table(&entry.id).is_some_and(|other| is_same(entry, other)));
    let mut sentences = Vec::new();
    let mut list = |tables: &[&TableEntry], words: Phrase| {
        let names: Vec<String> = tables.iter().map(|it| QUOTED.fill(language, &[it.label.get(language)])).collect();
        if !names.is_empty() {
            sentences.push(words.fill(language, &[&text::list::and(&names, language), &former.id.0]));
        }
    };
    list(&new, Phrase { sv: "Nytt i utgåvan: {0}.", en: "New in the edition: {0}." });
    list(&kept, Phrase { sv: "Samma som i utgåva {1}: {0}.", en: "The same as in edition {1}: {0}." });
    Some(EditionChanges { sentences, tables })
}

/// Whether two tables are of the same files.
fn is_same(one: &TableEntry, other: &TableEntry) -> bool {
    let sums = |entry: &TableEntry| entry.shards.iter().map(|shard| shard.file.sha256.clone()).collect::<Vec<_>>();
    sums(one) == sums(other)
}

fn table(
    changed: &TableChanges,
    entry: &TableEntry,
    former: Option<&TableEntry>,
    areas: &Areas,
    language: Language,
) -> ChangedTable {
    let say = |sv, en| Phrase { sv, en }.get(language).to_owned();
    let of = Of { entry, areas, language };
    let mut points = Vec::new();
    let resolution = entry.resolution();
    for (periods, words) in [
        (&changed.new, Phrase { sv: "Nya perioder", en: "New periods" }),
        (&changed.gone, Phrase { sv: "Perioder som inte längre finns", en: "Periods that are no longer there" }),
    ] {
        if !periods.is_empty() {
            let count = counted(periods.len(), resolution, language);
            let text = [&count, ", ", &text::list::and(&spans(periods, language), language), "."].concat();
            points.push((words.get(language).to_owned(), text));
        }
    }
    let (same, others): (Vec<&ContentChanges>, Vec<&ContentChanges>) =
        changed.contents.iter().partition(|content| content.is_unchanged());
    for content in others {
        let said = [of.revised(content), of.delivered(content), of.lost(content)];
        let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
        points.push((of.name(content), said.join(" ")));
    }
    if !same.is_empty() {
        points.push((say("Inte ändrat", "Not changed"), of.unchanged(&same)));
    }
    let title = Phrase { sv: "{0}, jämfört med utgåva {1}{2}", en: "{0}, compared with edition {1}{2}" };
    let other = former.filter(|former| former.id != entry.id);
    let other = other.map(|former| [" (", former.label.get(language), ")"].concat()).unwrap_or_default();
    ChangedTable {
        title: title.fill(language, &[entry.label.get(language), &changed.former_edition.0, &other]),
        points,
    }
}

/// Whose changes are told.
struct Of<'a> {
    entry: &'a TableEntry,
    areas: &'a Areas,
    language: Language,
}

impl Of<'_> {
    fn name(&self, content: &ContentChanges) -> String {
        text::contents::name(content.content).get(self.language).to_owned()
    }

    /// Whether each value is of a period of its own, rather than of areas and persons too.
    fn one_a_period(&self) -> bool {
        let persons = self.entry.sexes().len() * self.entry.ages().len();
        self.entry.areas().len() == 1 && persons == 1
    }

    fn number(&self, content: &ContentChanges, value: f64) -> String {
        number::decimal(value, content.content.decimals(), self.language)
    }

    fn unit(&self, content: &ContentChanges) -> &'static str {
        if content.content.is_rate() {
            Phrase { sv: "procentenheter", en: "percentage points" }.get(self.language)
        } else {
            text::contents::counted(content.content, self.language)
        }
    }

    /// "23 av 126 månader är ändrade, augusti 2020–juni 2024. Mest augusti
    /// 2020: från 4 337 till 3 636 helårspersoner."
    fn revised(&self, content: &ContentChanges) -> String {
        let language = self.language;
        let Some(largest) = &content.largest else { return String::new() };
        let all = if self.one_a_period() {
            counted(content.compared, self.entry.resolution(), language)
        } else {
            Phrase { sv: "{0} värden", en: "{0} values" }.fill(language, &[&self.whole(content.compared)])
        };
        let one = content.changed == 1;
        let words = match one {
            true => Phrase { sv: "1 av {1} är ändrad: {2}.", en: "1 of {1} is changed: {2}." },
            false => {
                Phrase { sv: "{0} av {1} är ändrade, {3}. Mest {2}.", en: "{0} of {1} are changed, {3}. Most {2}." }
            }
        };
        let span = text::period::range(largest.first, largest.last, language);
        let mut text =
            words.fill(language, &[&self.whole(content.changed), &all, &self.largest(content, largest), &span]);
        if let Some(run) = &content.run.as_ref().filter(|_| !one) {
            let words = match (run.most < 0.0, self.one_a_period()) {
                (true, true) => Phrase {
                    sv: " Från och med {0} har alla siffror räknats ner i efterhand, med {1}–{2} {3}.",
                    en: " From {0} on, all figures have since been revised down, by {1}–{2} {3}.",
                },
                (false, true) => Phrase {
                    sv: " Från och med {0} har alla siffror räknats upp i efterhand, med {1}–{2} {3}.",
                    en: " From {0} on, all figures have since been revised up, by {1}–{2} {3}.",
                },
                (true, false) => Phrase {
                    sv: " För {4} har alla siffror från och med {0} räknats ner i efterhand, med {1}–{2} {3}.",
                    en: " For {4}, all figures from {0} on have since been revised down, by {1}–{2} {3}.",
                },
                (false, false) => Phrase {
                    sv: " För {4} har alla siffror från och med {0} räknats upp i efterhand, med {1}–{2} {3}.",
                    en: " For {4}, all figures from {0} on have since been revised up, by {1}–{2} {3}.",
                },
            };
            let (least, most) = (self.number(content, run.least.abs()), self.number(content, run.most.abs()));
            let area = text::area::label(run.area, &self.areas.name(run.area), language);
            let area = text::area::in_sentence(&area, run.area.kind(), language);
            let from = text::period::name(run.from, language);
            text.push_str(&words.fill(language, &[&from, &least, &most, self.unit(content), &area]));
        }
        text
    }

    /// "3 värden som saknades har kommit in."
    fn delivered(&self, content: &ContentChanges) -> String {
        let words = match content.delivered {
            0 => return String::new(),
            1 => Phrase { sv: "Ett värde som saknades har kommit in.", en: "One value that was missing has come in." },
            _ => Phrase {
                sv: "{0} värden som saknades har kommit in.",
                en: "{0} values that were missing have come in.",
            },
        };
        words.fill(self.language, &[&self.whole(content.delivered)])
    }

    /// "3 värden finns inte längre."
    fn lost(&self, content: &ContentChanges) -> String {
        let words = match content.lost {
            0 => return String::new(),
            1 => Phrase { sv: "Ett värde finns inte längre.", en: "One value is no longer there." },
            _ => Phrase { sv: "{0} värden finns inte längre.", en: "{0} values are no longer there." },
        };
        words.fill(self.language, &[&self.whole(content.lost)])
    }

    /// "i augusti 2020, från 4 337 till 3 636 helårspersoner".
    fn largest(&self, content: &ContentChanges, change: &LargestChange) -> String {
        let language = self.language;
        let (was, is) = (self.number(content, change.was), self.number(content, change.is));
        let unit = if content.content.is_rate() {
            Phrase { sv: "procent", en: "per cent" }.get(language)
        } else {
            self.unit(content)
        };
        let words = if self.one_a_period() {
            Phrase { sv: "{0}, från {1} till {2} {3}", en: "{0}, from {1} to {2} {3}" }
        } else {
            Phrase { sv: "{4} {0}, från {1} till {2} {3}", en: "{4} {0}, from {1} to {2} {3}" }
        };
        let area = text::area::label(change.area, &self.areas.name(change.area), language);
        let whom = text::person::whom(change.sex.unwrap_or_default(), change.age, language);
        let area = if whom.is_empty() { area } else { [&area, ", ", &whom, ","].concat() };
        let when = text::period::then(change.period, language);
        words.fill(language, &[&when, &was, &is, unit, &area])
    }

    /// Which contents are as they were, as far as the sources can tell.
    fn unchanged(&self, same: &[&ContentChanges]) -> String {
        let names: Vec<String> = same.iter().map(|it| text::contents::in_sentence(it.content, self.language)).collect();
        let names = text::letters::capitalised(&text::list::and(&names, self.language));
        let widest = same.iter().copied().reduce(|one, other| if other.within > one.within { other } else { one });
        let Some((widest, within)) = widest.map(|it| (it, it.within)).filter(|(_, within)| *within > 0.0) else {
            return [&names, "."].concat();
        };
        Phrase {
            sv: "{0}: ingen skillnad som är större än de båda tabellernas fel tillsammans (±{1} {2}).",
            en: "{0}: no difference that is larger than the errors of both tables together (±{1} {2}).",
        }
        .fill(self.language, &[&names, &number::whole(within, self.language), self.unit(widest)])
    }

    fn whole(&self, count: usize) -> String {
        number::whole(count as f64, self.language)
    }
}
