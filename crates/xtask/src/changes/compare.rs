//! A new table against a former one, in parts, to what the agency revised:
//! cell by cell, and month by month for the largest area that both have.

use faktabank_tables::statistics::{Age, AreaCode, AreaKind, Content, Missing, Period, Sex, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What differs in one contents.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Revision {
    /// Cells that both tables have.
    pub(crate) compared: usize,
    /// Those that differ by more than the errors of both tables.
    pub(crate) changed: usize,
    /// Cells without a value in the former table that have one now, and in which periods:
    /// what was delivered late.
    pub(crate) delivered: Moved,
    /// Cells with a value in the former table that have none now.
    pub(crate) lost: Moved,
    /// The errors of both tables together.
    pub(crate) within: f64,
    /// The first and the last period that differs anywhere.
    pub(crate) periods: Option<(Period, Period)>,
    /// The largest change: where, what it was and what it is.
    pub(crate) largest: Option<Change>,
    /// Change by period in the largest area, all ages and both sexes.
    pub(crate) by_period: BTreeMap<Period, f64>,
    /// The newest period of these that both tables have.
    pub(crate) newest: Option<Period>,
}

/// Cells that came or went, and the first and the last period of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Moved {
    pub(crate) cells: usize,
    pub(crate) periods: Option<(Period, Period)>,
}

impl Moved {
    fn note(&mut self, period: Period) {
        self.cells += 1;
        self.periods = Some(widened(self.periods, period));
    }
}

/// The span of periods with one more.
fn widened(span: Option<(Period, Period)>, period: Period) -> (Period, Period) {
    let (first, last) = span.unwrap_or((period, period));
    (first.min(period), last.max(period))
}

/// One cell that changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    pub(crate) area: AreaCode,
    pub(crate) sex: Sex,
    pub(crate) age: Age,
    pub(crate) period: Period,
    pub(crate) was: f64,
    pub(crate) is: f64,
}

/// All that differs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Comparison {
    /// By contents, in the order of the new table.
    pub(crate) revisions: Vec<(Content, Revision)>,
    /// The area of [`Revision::by_period`].
    pub(crate) area: Option<AreaCode>,
    /// Periods that only the new table has.
    pub(crate) new: Vec<Period>,
    /// Periods that only the former one has.
    pub(crate) gone: Vec<Period>,
}

/// A table that is being compared, a part of the former one at a time.
pub(crate) struct Comparing<'a> {
    table: &'a Table,
    found: Comparison,
}

impl<'a> Comparing<'a> {
    /// Begins to compare; the former table has these periods and areas.
    pub(crate) fn new(table: &'a Table, periods: &[Period], areas: &[AreaCode]) -> Self {
        let (now, then): (BTreeSet<Period>, BTreeSet<Period>) =
            (table.periods.iter().copied().collect(), periods.iter().copied().collect());
        let found = Comparison {
            revisions: table.contents.iter().map(|content| (*content, Revision::default())).collect(),
            // Riket before län before kommuner.
            area: areas.iter().copied().min_by_key(|area| (area.kind() as u8, *area)),
            new: now.difference(&then).copied().collect(),
            gone: then.difference(&now).copied().collect(),
        };
        Self { table, found }
    }

    /// Compares a part of the former table.
    pub(crate) fn add(&mut self, former: &Table) {
        let mut revisions = std::mem::take(&mut self.found.revisions);
        for (at, (content, revision)) in revisions.iter_mut().enumerate() {
            let Some(former_at) = former.contents.iter().position(|known| known == content) else { continue };
            for (area_at, &area) in former.areas.iter().enumerate() {
                let Some(rows) = self.rows(area, *content, at) else { continue };
                let was = area_at * former.contents.len() + former_at;
                self.compare(former, area, *content, &Series { was, rows }, revision);
            }
        }
        self.found.revisions = revisions;
    }

    /// What was found.
    pub(crate) fn end(self) -> Comparison {
        self.found
    }

    fn compare(&self, former: &Table, area: AreaCode, content: Content, series: &Series, revision: &mut Revision) {
        revision.within = former.error_of(content) + self.table.error_of(content);
        let (of_age, of_sex) = (self.table.periods.len(), self.table.periods.len() * self.table.ages.len());
        for (was_sex, &sex) in former.sexes.iter().enumerate() {
            let Some(sex_at) = self.table.sexes.iter().position(|known| *known == sex) else { continue };
            for (was_age, &age) in former.ages.iter().enumerate() {
                let Some(age_at) = self.table.ages.iter().position(|known| *known == age) else { continue };
                let was = (series.was * former.sexes.len() + was_sex) * former.ages.len() + was_age;
                for (was_period, &period) in former.periods.iter().enumerate() {
                    let was = former.cells[was * former.periods.len() + was_period];
                    let Some(period_at) = self.at(period) else { continue };
                    let is = self.sum(&series.rows, sex_at * of_sex + age_at * of_age + period_at);
                    // What another table never had is not delivered late.
                    let (was, is) = match (was, is) {
                        (Ok(was), Some(is)) => (was, is),
                        (Ok(_), None) => {
                            revision.lost.note(period);
                            continue;
                        }
                        (Err(_), Some(_)) if former.id == self.table.id => {
                            revision.delivered.note(period);
                            continue;
                        }
                        (Err(_), _) => continue,
                    };
                    revision.compared += 1;
                    let is_of_run = Some(area) == self.found.area && sex == Sex::Both && age == self.table.ages[0];
                    if is_of_run {
                        revision.newest = revision.newest.max(Some(period));
                    }
                    if (is - was).abs() > revision.within + 1e-6 {
                        revision.note(Change { area, sex, age, period, was, is });
                        if is_of_run {
                            revision.by_period.insert(period, is - was);
                        }
                    }
                }
            }
        }
    }

    /// The position of a period; periods have no gaps.
    fn at(&self, period: Period) -> Option<usize> {
        let steps = period.since(*self.table.periods.first()?);
        usize::try_from(steps).ok().filter(|at| self.table.periods.get(*at) == Some(&period))
    }

    /// Where in the new cells an area's contents begins; for a län that the
    /// table lacks, its kommuner. A share is no sum.
    fn rows(&self, area: AreaCode, content: Content, at: usize) -> Option<Vec<usize>> {
        let of_area = self.table.cells_per_area();
        let of_content = of_area / self.table.contents.len();
        let row = |area: usize| area * of_area + at * of_content;
        if let Some(found) = self.table.areas.iter().position(|known| *known == area) {
            return Some(vec![row(found)]);
        }
        let is_member = |known: &AreaCode| known.is_municipality() && known.county() == Some(area);
        let members: Vec<usize> =
            (0..self.table.areas.len()).filter(|at| is_member(&self.table.areas[*at])).map(row).collect();
        (area.kind() == AreaKind::County && !members.is_empty() && !content.is_rate()).then_some(members)
    }

    /// A cell, or the sum of a län's; what was not delivered is printed as 0.
    fn sum(&self, rows: &[usize], place: usize) -> Option<f64> {
        let is_sum = rows.len() > 1;
        let value = |row: &usize| match self.table.cells[row + place] {
            Err(Missing::NotReported) if is_sum => Some(0.0),
            cell => cell.ok(),
        };
        rows.iter().map(value).sum()
    }
}

/// One area and contents: where the former cells and the new ones begin.
struct Series {
    /// In rows of all sexes, age spans and periods.
    was: usize,
    /// Several where the new table has the area as a sum.
    rows: Vec<usize>,
}

impl Revision {
    /// Whether anything of it is not as it was.
    pub(crate) fn is_any(&self) -> bool {
        self.changed > 0 || self.delivered.cells > 0 || self.lost.cells > 0
    }

    fn note(&mut self, change: Change) {
        self.changed += 1;
        self.periods = Some(widened(self.periods, change.period));
        let by = |change: &Change| (change.is - change.was).abs();
        if self.largest.as_ref().is_none_or(|largest| by(largest) < by(&change)) {
            self.largest = Some(change);
        }
    }

    /// The period from which on every one to the newest compared is lowered, or every
    /// one is raised, with the smallest and the largest change; the newest periods alone do
    /// not make a run.
    pub(crate) fn run(&self, all: &[Period]) -> Option<(Period, f64, f64)> {
        // "In every period since" holds only to the newest one that was compared.
        let newest = self.newest?;
        let sign = self.by_period.get(&newest)?.signum();
        let same = |period: &Period| self.by_period.get(period).is_some_and(|change| change.signum() == sign);
        let until = all.iter().position(|period| *period == newest)?;
        let run: Vec<Period> = all[..=until].iter().rev().copied().take_while(same).collect();
        let changes = run.iter().map(|period| self.by_period[period].abs());
        let (least, most) =
            changes.fold((f64::MAX, 0.0_f64), |(least, most), change| (least.min(change), most.max(change)));
        let first = run.last().copied().filter(|_| run.len() > 2)?;
        Some((first, least * sign, most * sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project, publish, topics};
    use faktabank_tables::snapshot::{EditionId, MANIFEST_FILE, read_shard};
    use faktabank_tables::statistics::TableId;

    /// A table with one more month missing, or one that was missing now there.
    #[test]
    fn what_came_late_and_what_is_gone_are_changes() {
        let data = project::root().join("data");
        let manifest = publish::read(&data, MANIFEST_FILE, topics::committed()).unwrap();
        let edition = manifest.edition(&EditionId("2026-06".to_owned())).unwrap();
        let entry = edition.table(&TableId("helarsekvivalenter-dalarna".to_owned())).unwrap();
        let bytes = std::fs::read(data.join(&entry.shards[0].file.file)).unwrap();
        let then = read_shard(entry, &entry.shards[0], &bytes).unwrap();
        let mut now = then.clone();
        now.cells[3] = Err(Missing::NotAvailable);
        let compare = |then: &Table, now: &Table| {
            let mut comparing = Comparing::new(now, &then.periods, &then.areas);
            comparing.add(then);
            comparing.end().revisions.swap_remove(0).1
        };
        let (lost, delivered) = (compare(&then, &now), compare(&now, &then));
        let moved = Moved { cells: 1, periods: Some((then.periods[3], then.periods[3])) };
        assert_eq!((lost.lost.clone(), lost.delivered.cells, lost.changed, lost.is_any()), (moved.clone(), 0, 0, true));
        assert_eq!((delivered.delivered.clone(), delivered.lost.cells, delivered.is_any()), (moved, 0, true));
        // Of two tables it is not late: the one never had it.
        let other = Table { id: TableId("another".to_owned()), ..now };
        assert!(!compare(&other, &then).is_any());
    }

    /// Two real vintages of Dalarna's series: SCB lowered a whole component.
    #[test]
    fn a_component_that_was_lowered_from_a_month_on_is_found() {
        let data = project::root().join("data");
        let manifest = publish::read(&data, MANIFEST_FILE, topics::committed()).unwrap();
        let table = |edition: &str| {
            let edition = manifest.edition(&EditionId(edition.to_owned())).unwrap();
            let entry = edition.table(&TableId("helarsekvivalenter-dalarna".to_owned())).unwrap();
            let bytes = std::fs::read(data.join(&entry.shards[0].file.file)).unwrap();
            read_shard(entry, &entry.shards[0], &bytes).unwrap()
        };
        let (then, now) = (table("2024-12"), table("2026-06"));
        let mut comparing = Comparing::new(&now, &then.periods, &then.areas);
        comparing.add(&then);
        let found = comparing.end();
        assert_eq!((found.new.len(), found.gone.len()), (18, 0));
        let of = |code| &found.revisions.iter().find(|(known, _)| known.code() == code).unwrap().1;
        let programmes = of("arbetsmarknadsatgarder");
        let (from, least, most) = programmes.run(&now.periods).unwrap();
        assert_eq!(from.to_string(), "2022M09");
        assert!(most < least && (-345.0..=-200.0).contains(&most) && (-345.0..=-200.0).contains(&least));
        // The month of 2020 that was lowered by 700.
        let largest = programmes.largest.as_ref().unwrap();
        let when = largest.period.to_string();
        assert!(when == "2020M08" && (largest.is - largest.was + 700.0).abs() < 30.0, "{largest:?}");
        assert_eq!(of("sjuk-och-aktivitetsersattning").run(&now.periods), None);
        // What is read off two charts differs by the errors of both at most.
        assert_eq!((programmes.within, of("summa").within), (32.0, 17.0));
    }
}
