//! The published figures of `data/anchors/` to what the model is bound to.

use super::benefit::Benefit;
use super::sheet::{Row, Sheet};
use super::time::{MONTHS, place, span, window};
use anyhow::{Context, Result, bail, ensure};
use faktabank_tables::statistics::{AreaCode, Period, Resolution, Sex};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// Benefits.
pub(super) const BENEFITS: usize = Benefit::ALL.len();

/// By kommun and year: persons of all ages, to 19 and from 75 years.
type Population = BTreeMap<(AreaCode, i32), [Option<f64>; 3]>;

/// All that is known.
pub(super) struct Facts {
    /// The 290 kommuner in the order of their codes. Elsewhere in the model a
    /// kommun is its place in this list.
    pub(super) kommuner: Vec<AreaCode>,
    /// Folkmängd on 31 December.
    pub(super) population: Population,
    /// BAS from 2020M01, of riket and Dalarna's kommuner.
    pub(super) labour: BTreeMap<AreaCode, Labour>,
    /// Dalarna's months: the benefits in order, then the total.
    pub(super) dalarna: [Vec<f64>; BENEFITS + 1],
    /// The years of riket in SCB's annual publication.
    pub(super) years: BTreeMap<i32, Counts>,
    /// Printed half-years: riket and Dalarna as shares, kommuner as both.
    pub(super) printed: Vec<Printed>,
    /// Printed shares of län and kommuner.
    pub(super) shares: Vec<Share>,
    /// Uppsala läns kommuner by sex.
    pub(super) uppsala: Vec<BySex>,
    /// Per cent with ekonomiskt bistånd at some time in 2021, Dalarna's kommuner.
    pub(super) assistance: BTreeMap<AreaCode, f64>,
}

/// BAS by month from [`Labour::FROM`] on.
#[derive(Default)]
pub(super) struct Labour {
    pub(super) population: Vec<f64>,
    pub(super) unemployed: Vec<f64>,
    pub(super) sick: Vec<f64>,
}

impl Labour {
    /// The place of its first month, 2020M01.
    pub(super) const FROM: usize = 72;

    /// Persons of a status by population, over all months of the model.
    pub(super) fn rate(&self, status: impl Fn(&Self) -> &Vec<f64>) -> f64 {
        status(self).iter().sum::<f64>() / self.population.iter().sum::<f64>()
    }
}

/// Counts of the benefits and their total, as far as they were published.
pub(super) struct Counts {
    pub(super) benefits: [Option<f64>; BENEFITS],
    pub(super) total: Option<f64>,
    pub(super) population: Option<f64>,
}

/// One printed half-year.
pub(super) struct Printed {
    pub(super) area: AreaCode,
    pub(super) months: Range<usize>,
    /// Whole full-year equivalents; none for riket and Dalarna.
    pub(super) counts: Counts,
    /// Per cent, to one decimal.
    pub(super) shares: Counts,
}

/// One printed share.
pub(super) struct Share {
    pub(super) area: AreaCode,
    pub(super) months: Range<usize>,
    pub(super) share: f64,
    /// The count printed with it.
    pub(super) count: Option<f64>,
    pub(super) usage: Usage,
}

/// What a printed share is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usage {
    /// It binds.
    Bound,
    /// Its relation to riket's of the same source binds.
    Relative,
    /// Something was left out of it: the model lies above it.
    Floor,
    /// It is of another vintage or definition.
    No,
}

/// One kommun and sex, 20–65 years.
pub(super) struct BySex {
    pub(super) area: AreaCode,
    pub(super) sex: Sex,
    pub(super) months: Range<usize>,
    /// Each rounded up.
    pub(super) benefits: [f64; BENEFITS],
    pub(super) total: f64,
    pub(super) share: f64,
}

impl Facts {
    /// Reads the anchors.
    ///
    /// # Errors
    ///
    /// If a file or a figure that the model needs is not there or does not read.
    pub(super) fn read(anchors: &Path) -> Result<Self> {
        let sheet = |name: &str| Sheet::read(anchors, name);
        let mut kommuner = each(&sheet("areas.csv")?, |row| {
            AreaCode::from_code(row.text("code")?).context("areas.csv: a code is none")
        })?;
        kommuner.retain(|area| area.is_municipality());
        kommuner.sort();
        let facts = Self {
            kommuner,
            population: population(&sheet("folkmangd-kommuner.csv")?)?,
            labour: labour(&sheet("bas.csv")?)?,
            dalarna: dalarna(&sheet("helarsekvivalenter-dalarna-2026-06.csv")?)?,
            years: each(&sheet("helarsekvivalenter-riket.csv")?, |row| {
                Ok((row.period("period")?.year(), Counts::of(row, "")?))
            })?
            .into_iter()
            .collect(),
            printed: each(&sheet("helarsekvivalenter-publicerat.csv")?, printed)?,
            shares: each(&sheet("andelar-publicerade.csv")?, share)?,
            uppsala: by_sex(&sheet("helarsekvivalenter-uppsala.csv")?)?,
            assistance: each(&sheet("ekonomiskt-bistand-2021.csv")?, |row| Ok((row.area()?, row.value("andel")?)))?
                .into_iter()
                .collect(),
        };
        for kommun in &facts.kommuner {
            for year in [2005, 2013, 2017, 2021, 2024, 2025] {
                let known = facts.population.contains_key(&(*kommun, year));
                ensure!(known, "folkmangd-kommuner.csv: {kommun} has no row of {year}");
            }
        }
        Ok(facts)
    }

    /// A kommun's place in the list.
    ///
    /// # Errors
    ///
    /// If the area is no kommun.
    pub(super) fn place_of(&self, area: AreaCode) -> Result<usize> {
        self.kommuner.binary_search(&area).ok().with_context(|| format!("areas.csv: {area} is no kommun"))
    }

    /// The places of a län's kommuner, or of the kommun itself.
    pub(super) fn members(&self, area: AreaCode) -> Vec<usize> {
        let belongs = |kommun: AreaCode| kommun == area || kommun.county() == Some(area) || area == AreaCode::Country;
        (0..self.kommuner.len()).filter(|place| belongs(self.kommuner[*place])).collect()
    }
}

impl Counts {
    fn of(row: &Row<'_>, prefix: &str) -> Result<Self> {
        let mut benefits = [None; BENEFITS];
        for (count, benefit) in benefits.iter_mut().zip(Benefit::ALL) {
            *count = row.number(&format!("{prefix}{}", benefit.code()))?;
        }
        let total = row.number(if prefix.is_empty() { "summa" } else { "andel" })?;
        let population = if row.has("folkmangd") { row.number("folkmangd")? } else { None };
        Ok(Self { benefits, total, population })
    }
}

fn each<T>(sheet: &Sheet, read: impl Fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    sheet.rows().map(|row| read(&row)).collect()
}

fn population(sheet: &Sheet) -> Result<Population> {
    let read = |row: &Row<'_>| {
        let counts = [Some(row.value("alla")?), row.number("till-19")?, row.number("fran-75")?];
        Ok(((row.area()?, row.period("period")?.year()), counts))
    };
    Ok(each(sheet, read)?.into_iter().collect())
}

fn labour(sheet: &Sheet) -> Result<BTreeMap<AreaCode, Labour>> {
    let mut labour: BTreeMap<AreaCode, Labour> = BTreeMap::new();
    for row in sheet.rows() {
        let at = place(row.period("period")?);
        if at >= MONTHS as i32 {
            continue;
        }
        let entry = labour.entry(row.area()?).or_default();
        let expected = Labour::FROM + entry.population.len();
        ensure!(usize::try_from(at) == Ok(expected), "bas.csv: months of {} are not in order", row.area()?);
        entry.population.push(row.value("folkmangd")?);
        entry.unemployed.push(row.value("arbetslosa")?);
        entry.sick.push(row.value("sjuka")?);
    }
    Ok(labour)
}

fn dalarna(sheet: &Sheet) -> Result<[Vec<f64>; BENEFITS + 1]> {
    let mut series: [Vec<f64>; BENEFITS + 1] = Default::default();
    for row in sheet.rows() {
        let counts = Counts::of(&row, "")?;
        for (series, count) in series.iter_mut().zip(counts.benefits.into_iter().chain([counts.total])) {
            series.push(count.context("helarsekvivalenter-dalarna-2026-06.csv: an empty field")?);
        }
    }
    ensure!(series[0].len() == MONTHS, "helarsekvivalenter-dalarna-2026-06.csv: not {MONTHS} months");
    Ok(series)
}

fn printed(row: &Row<'_>) -> Result<Printed> {
    let period = row.period("period")?;
    ensure!(period.resolution() == Resolution::HalfYear, "helarsekvivalenter-publicerat.csv: {period} is no half-year");
    let counts = Counts::of(row, "")?;
    Ok(Printed { area: row.area()?, months: window(period), counts, shares: Counts::of(row, "andel-")? })
}

fn share(row: &Row<'_>) -> Result<Share> {
    let usage = match row.text("use")? {
        "bound" => Usage::Bound,
        "relative" => Usage::Relative,
        "floor" => Usage::Floor,
        "no" | "older" => Usage::No,
        other => bail!("andelar-publicerade.csv: use is {other:?}"),
    };
    let months = span(row.period("from")?, row.period("to")?);
    Ok(Share { area: row.area()?, months, share: row.value("andel")?, count: row.number("summa")?, usage })
}

fn by_sex(sheet: &Sheet) -> Result<Vec<BySex>> {
    let mut rows = Vec::new();
    for row in sheet.rows() {
        let sex = Sex::from_code(row.text("sex")?).context("helarsekvivalenter-uppsala.csv: sex")?;
        if sex == Sex::Both {
            continue;
        }
        let mut benefits = [0.0; BENEFITS];
        for (count, benefit) in benefits.iter_mut().zip(Benefit::ALL) {
            *count = row.value(benefit.code())?;
        }
        rows.push(BySex {
            area: row.area()?,
            sex,
            months: window(row.period("period")?),
            benefits,
            total: row.value("summa")?,
            share: row.value("andel")?,
        });
    }
    Ok(rows)
}

/// A year as a period.
pub(super) const fn year(year: i32) -> Period {
    Period::calendar_year(year)
}
