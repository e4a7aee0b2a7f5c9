//! The engine of the page for `engine.mjs`: JSON-stat text → a table, and a table →
//! answers, by the very functions that figures are made with, compiled to wasm by the
//! profile of the page.

#![cfg(target_arch = "wasm32")]

use faktabank_tables::json_stat::read_table;
use faktabank_tables::measure::{Numbers, descending_order};
use faktabank_tables::snapshot::read_topics;
use faktabank_tables::statistics::{AreaCode, Cell, Content, Period, Table};
use wasm_bindgen::prelude::*;

/// A table that is asked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    table: Table,
    kommuner: Vec<AreaCode>,
}

fn said(error: impl ToString) -> JsError {
    JsError::new(&error.to_string())
}

/// What is missing has no value.
fn number(cell: Cell) -> f64 {
    cell.unwrap_or(f64::NAN)
}

#[wasm_bindgen]
impl Engine {
    /// Reads the text of a table; `topics` is that of `topics.json`.
    ///
    /// # Errors
    /// If one of them does not read.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &[u8], topics: &[u8]) -> Result<Engine, JsError> {
        let table = read_table(text, read_topics(topics).map_err(said)?).map_err(said)?;
        let kommuner = table.areas.iter().copied().filter(|area| area.is_municipality()).collect();
        Ok(Self { table, kommuner })
    }

    fn content(&self, code: &str) -> Result<Content, JsError> {
        let found = self.table.contents.iter().copied().find(|content| content.to_code().0 == code);
        found.ok_or_else(|| said(format!("no contents {code}")))
    }

    fn numbers(&self) -> Numbers<'_> {
        Numbers { sex: self.table.sexes[0], age: self.table.ages[0], ..Numbers::of(&self.table) }
    }

    /// The share of a contents in a half-year of every kommun, the largest first: places
    /// among the kommuner, then shares.
    ///
    /// # Errors
    /// If there is no such contents or period.
    pub fn ranked(&self, content: &str, period: &str) -> Result<Vec<f64>, JsError> {
        let content = self.content(content)?;
        let period = Period::from_code(period).ok_or_else(|| said("no period"))?;
        let numbers = self.numbers();
        let shares: Vec<Cell> = self.kommuner.iter().map(|&it| numbers.share(content, &[it], period).cell).collect();
        let order = descending_order(&shares);
        let places = order.iter().map(|&at| at as f64);
        Ok(places.chain(order.iter().map(|&at| number(shares[at]))).collect())
    }

    /// The sum of the kommuner of each län in each month, and the mean of the twelve
    /// months that end there: län by län, the sums of one before its means.
    ///
    /// # Errors
    /// If there is no such contents.
    pub fn rolling(&self, content: &str) -> Result<Vec<f64>, JsError> {
        let content = self.content(content)?;
        let numbers = self.numbers();
        let mut all = Vec::new();
        for members in self.kommuner.chunk_by(|one, next| one.county() == next.county()) {
            let periods = self.table.periods.iter();
            let sums: Vec<f64> = periods.map(|&period| number(numbers.level(content, members, period).cell)).collect();
            let means = (0..sums.len()).map(|at| match at.checked_sub(11) {
                Some(first) => sums[first..=at].iter().sum::<f64>() / 12.0,
                None => f64::NAN,
            });
            let means: Vec<f64> = means.collect();
            all.extend(sums);
            all.extend(means);
        }
        Ok(all)
    }

    /// Every contents of an area in every month.
    ///
    /// # Errors
    /// If there is no such area.
    pub fn whole(&self, area: &str) -> Result<Vec<f64>, JsError> {
        let area = AreaCode::from_code(area).ok_or_else(|| said("no area"))?;
        let numbers = self.numbers();
        let each = |content: Content| {
            let periods = self.table.periods.iter();
            periods.map(move |&period| number(numbers.level(content, &[area], period).cell)).collect::<Vec<f64>>()
        };
        Ok(self.table.contents.iter().flat_map(|&content| each(content)).collect())
    }
}
