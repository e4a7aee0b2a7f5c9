//! Published numbers and periods in words, by a way of the tests' own.

use crate::published::Published;
use anyhow::{Context, Result};

/// As Swedes write it: a comma, and a space for thousands.
pub(super) fn swedish(value: f64, decimals: usize) -> String {
    let digits = format!("{:.*}", decimals, value.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 3 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if rest.is_empty() { grouped } else { format!("{grouped},{rest}") }
}

pub(super) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A cell that must be there.
pub(super) fn cell(table: &Published, area: &str, contents: &str, period: &str) -> Result<f64> {
    table.cell(area, contents, period)?.with_context(|| format!("{area} {contents} {period} is not published"))
}

pub(super) fn last(codes: &[String]) -> Result<&str> {
    codes.last().map(String::as_str).context("no periods")
}

/// The same period so many years before: `2026M04`, `2025H2`, `2022`.
pub(super) fn years_before(period: &str, years: i32) -> Result<String> {
    let (year, rest) = period.split_at_checked(4).context("not a period")?;
    Ok(format!("{}{rest}", year.parse::<i32>()? - years))
}

/// "april 2026", "andra halvåret 2025".
pub(super) fn named(period: &str) -> Result<String> {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let (year, rest) = period.split_at_checked(4).context("not a period")?;
    if let Some(month) = rest.strip_prefix('M') {
        return Ok(format!("{} {year}", MONTHS[month.parse::<usize>()? - 1]));
    }
    Ok(match rest {
        "H1" => format!("första halvåret {year}"),
        "H2" => format!("andra halvåret {year}"),
        _ => year.to_owned(),
    })
}

/// How much it moved, in words.
pub(super) fn higher_or_lower(now: f64, before: f64) -> String {
    let points = tenth(tenth(now) - tenth(before));
    let way = if points > 0.0 { "högre" } else { "lägre" };
    format!("{} procentenheter {way} än ett år tidigare", swedish(points, 1))
}
