//! Reads the committed snapshots with arithmetic of its own, so that what the
//! page shows is compared with the figures and not with the code that made it.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// One table of an edition: the JSON-stat files of all its shards.
pub(crate) struct Published {
    shards: Vec<Value>,
}

impl Published {
    /// Reads a table from the project's own `data/`.
    ///
    /// # Errors
    /// If the manifest does not lead to it.
    pub(crate) fn read(edition: &str, table: &str) -> Result<Self> {
        let manifest = json("manifest.json")?;
        let edition = named(&manifest["editions"], edition)?;
        let shards = named(&edition["tables"], table)?["shards"].as_array().context("no shards")?;
        let file = |shard: &Value| json(shard["file"].as_str().context("a shard without file")?);
        Ok(Self { shards: shards.iter().map(file).collect::<Result<_>>()? })
    }

    /// The codes of a dimension in order; those of the first shard.
    ///
    /// # Errors
    /// If there is no such dimension.
    pub(crate) fn codes(&self, dimension: &str) -> Result<Vec<String>> {
        codes(self.shards.first().context("no shard")?, dimension)
    }

    /// A cell as published, `None` where there is none. Sex and age have one
    /// category each in all tables so far.
    ///
    /// # Errors
    /// If no shard holds the area, the contents or the period.
    pub(crate) fn cell(&self, area: &str, contents: &str, period: &str) -> Result<Option<f64>> {
        let asked = [("Region", area), ("ContentsCode", contents), ("Tid", period)];
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
        let (year, half) = half_year.split_once('H').context("not a half-year")?;
        let first = if half == "1" { 1 } else { 7 };
        let mut sum = Some(0.0);
        for month in first..first + 6 {
            let cell = self.cell(area, contents, &format!("{year}M{month:02}"))?;
            sum = sum.zip(cell).map(|(sum, cell)| sum + cell);
        }
        Ok(sum.map(|sum| sum / 6.0))
    }
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
