//! Reads the committed snapshots with arithmetic of its own, so that what the
//! page shows is compared with the figures and not with the code that made it.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// One table of an edition, for one sex and age span: the JSON-stat files of
/// its shards.
pub(crate) struct Published {
    shards: Vec<Value>,
    /// The sex: a file may hold women and men.
    sex: String,
}

/// Women and men together, 20–64 years.
const EVERYBODY: (&str, &str) = ("1+2", "20-64");

impl Published {
    /// Reads a table from the project's own `data/`.
    ///
    /// # Errors
    /// If the manifest does not lead to it.
    pub(crate) fn read(edition: &str, table: &str) -> Result<Self> {
        Self::of("manifest.json", edition, table, EVERYBODY)
    }

    /// The same for a sex and an age span.
    ///
    /// # Errors
    /// If the manifest does not lead to it.
    pub(crate) fn of_whom(edition: &str, table: &str, sex: &str, age: &str) -> Result<Self> {
        Self::of("manifest.json", edition, table, (sex, age))
    }

    /// Reads the table of the modelled edition, which is generated and has a
    /// manifest of its own, for a sex and an age span.
    ///
    /// # Errors
    /// If it has not been generated (`cargo xtask model`).
    pub(crate) fn modelled(sex: &str, age: &str) -> Result<Self> {
        let read = Self::of("modell/manifest.json", "modell", "helarsekvivalenter", (sex, age));
        read.context("run `cargo xtask model` first")
    }

    pub(crate) fn of(manifest: &str, edition: &str, table: &str, (sex, age): (&str, &str)) -> Result<Self> {
        let manifest = json(manifest)?;
        let edition = named(&manifest["editions"], edition)?;
        let shards = named(&edition["tables"], table)?["shards"].as_array().context("no shards")?;
        // What is left out is everybody.
        let holds = |list: &Value, usual: &str, code: &str| match list.as_array() {
            Some(list) => list.iter().any(|each| each == code),
            None => usual == code,
        };
        let wanted =
            |shard: &&Value| holds(&shard["sexes"], EVERYBODY.0, sex) && holds(&shard["ages"], EVERYBODY.1, age);
        let file = |shard: &Value| json(shard["file"].as_str().context("a shard without file")?);
        Ok(Self { shards: shards.iter().filter(wanted).map(file).collect::<Result<_>>()?, sex: sex.to_owned() })
    }

    /// The kommuner of a län.
    ///
    /// # Errors
    /// If a shard has no areas.
    pub(crate) fn kommuner_of(&self, county: &str) -> Result<Vec<String>> {
        let mut all = Vec::new();
        for shard in &self.shards {
            all.extend(codes(shard, "Region")?.into_iter().filter(|code| code.len() == 4 && code.starts_with(county)));
        }
        Ok(all)
    }

    /// The first area and period of which something was not reported.
    ///
    /// # Errors
    /// If everything was.
    pub(crate) fn unreported(&self) -> Result<(String, String)> {
        for shard in &self.shards {
            let places = shard["status"].as_object().into_iter().flatten();
            let unreported = places.filter(|(_, status)| *status == "not_reported");
            let Some(first) = unreported.filter_map(|(place, _)| place.parse::<usize>().ok()).min() else { continue };
            let (areas, periods) = (codes(shard, "Region")?, codes(shard, "Tid")?);
            let each = shard["value"].as_array().context("no values")?.len() / areas.len();
            // The area varies slowest, the period fastest.
            return Ok((areas[first / each].clone(), periods[first % periods.len()].clone()));
        }
        anyhow::bail!("everything was reported")
    }

    /// The share of the population of some areas together, over some months:
    /// the sum of those supported by the sum of those who could be.
    ///
    /// # Errors
    /// As [`Published::cell`]; also if a part is missing.
    pub(crate) fn share(&self, areas: &[String], months: &[String]) -> Result<f64> {
        let (mut supported, mut population) = (0.0, 0.0);
        for area in areas {
            for month in months {
                supported += self.cell(area, "summa", month)?.context("no sum")?;
                population += self.cell(area, "folkmangd", month)?.context("no population")?;
            }
        }
        Ok(100.0 * supported / population)
    }

    /// The codes of a dimension in order; those of the first shard.
    ///
    /// # Errors
    /// If there is no such dimension.
    pub(crate) fn codes(&self, dimension: &str) -> Result<Vec<String>> {
        codes(self.shards.first().context("no shard")?, dimension)
    }

    /// A cell as published, `None` where there is none.
    ///
    /// # Errors
    /// If no shard holds the area, the contents or the period.
    pub(crate) fn cell(&self, area: &str, contents: &str, period: &str) -> Result<Option<f64>> {
        let asked = [("Region", area), ("ContentsCode", contents), ("Kon", &self.sex), ("Tid", period)];
        for shard in &self.shards {
            let mut at = Some(0);
            for dimension in shard["id"].as_array().context("no dimensions")? {
                let dimension = dimension.as_str().context("a dimension without name")?;
                let codes = codes(shard, dimension)?;
                let place = match asked.iter().find(|(name, _)| *name == dimension) {
                    Some((_, code)) => codes.iter().position(|each| each == code),
                    None => Some(0).filter(|_| codes.len() == 1),
                };
                at = at.zip(place).map(|(at, place)| at * codes.len() + place);
                if at.is_none() {
                    break;
                }
            }
            if let Some(at) = at {
                return Ok(shard["value"].get(at).and_then(Value::as_f64));
            }
        }
        anyhow::bail!("no shard holds {area} {contents} {period}")
    }

    /// The mean of the months of a half-year (`2014H1`); `None` unless all six are there.
    ///
    /// # Errors
    /// As [`Published::cell`].
    pub(crate) fn half_year(&self, area: &str, contents: &str, half_year: &str) -> Result<Option<f64>> {
        let mut sum = Some(0.0);
        for month in months_of(half_year)? {
            let cell = self.cell(area, contents, &month)?;
            sum = sum.zip(cell).map(|(sum, cell)| sum + cell);
        }
        Ok(sum.map(|sum| sum / 6.0))
    }
}

/// The months of a half-year (`2014H1`).
///
/// # Errors
/// If it is no half-year.
pub(crate) fn months_of(half_year: &str) -> Result<Vec<String>> {
    let (year, half) = half_year.split_once('H').context("not a half-year")?;
    let first = if half == "1" { 1 } else { 7 };
    Ok((first..first + 6).map(|month| format!("{year}M{month:02}")).collect())
}

/// The half-years that a table's months make up, in order: `2014H1`, `2014H2`.
///
/// # Errors
/// If its periods are not months.
pub(crate) fn half_years(months: &[String]) -> Result<Vec<String>> {
    let mut half_years = Vec::new();
    for month in months {
        let (year, month) = month.split_once('M').with_context(|| format!("{month} is not a month"))?;
        let half = if month.parse::<u32>()? <= 6 { 1 } else { 2 };
        let half_year = format!("{year}H{half}");
        if half_years.last() != Some(&half_year) {
            half_years.push(half_year);
        }
    }
    ensure!(!half_years.is_empty(), "no months");
    Ok(half_years)
}

/// A file of `data/`.
fn json(file: &str) -> Result<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn named<'a>(list: &'a Value, id: &str) -> Result<&'a Value> {
    let all = list.as_array().context("not a list")?;
    all.iter().find(|each| each["id"] == id).with_context(|| format!("there is no {id}"))
}

fn codes(shard: &Value, dimension: &str) -> Result<Vec<String>> {
    let index = &shard["dimension"][dimension]["category"]["index"];
    if let Some(list) = index.as_array() {
        return Ok(list.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    let mut places: Vec<_> = index
        .as_object()
        .with_context(|| format!("no codes of {dimension}"))?
        .iter()
        .map(|(code, place)| (place.as_u64(), code.clone()))
        .collect();
    places.sort();
    Ok(places.into_iter().map(|(_, code)| code).collect())
}
