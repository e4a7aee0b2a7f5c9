//! What sentences claim, held against the cells of the tables by arithmetic of its
//! own: no mean, sum or share here is one of the code's.

mod beside;
mod combinations;
mod drawn;
mod records;
mod scatters;
mod whys;

use faktabank_tables::statistics::{AreaCode, Content, Period, Resolution, Sex, Table};

/// What is read, without what is there for the eye alone.
pub(crate) fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2060}', "").replace('\u{2212}', "-")
}

/// A contents of an area of the table in a period: the cell itself, or the mean of the
/// months in it where all of them are there.
pub(crate) fn cell_or_mean(table: &Table, area: AreaCode, content: Content, period: Period) -> Option<f64> {
    let age = *table.ages.first()?;
    let cell = |period| table.cell(area, content, Sex::Both, age, period).ok();
    if table.periods.contains(&period) {
        return cell(period);
    }
    if table.resolution() != Resolution::Month {
        return None;
    }
    let months: Vec<f64> = period.months().map(cell).collect::<Option<_>>()?;
    Some(months.iter().sum::<f64>() / months.len() as f64)
}

/// Rounded as it is shown.
pub(crate) fn rounded(value: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    (value * factor).round() / factor
}
