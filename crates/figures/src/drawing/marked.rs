//! Where the flags of what happened fly: a thin line at each, that ends like a
//! flagpole beside its words. Flags that would meet fly lower.

use super::palette::Style;
use crate::figure::{Tick, TimeChart, number_in};

/// Height of a flag, and the room over the highest.
const FLAG: u32 = 16;
const ABOVE: u32 = 6;
/// Width of a letter of 12 px text, on the generous side, and between flags.
const LETTER: f64 = 6.5;
const GAP: f64 = 6.0;
/// The least width of a plot with labels beside it, and under it.
const PLOT: (f64, f64) = (300.0, 240.0);
/// Rows of flags beyond which names would leave the plot too little room.
const MOST_ROWS: u32 = 5;

/// So much room over the plot do the flags take.
pub(super) fn room(chart: &TimeChart, style: Style) -> u32 {
    ABOVE + FLAG * height(&flags(chart, style))
}

/// How far from the top of the drawing a flag of this row flies.
pub(super) fn top(row: u32) -> f64 {
    f64::from(ABOVE + FLAG * row)
}

/// The words of each flag, and its row from the top. On a phone, and where
/// names would take too much room, they are the numbers of the list under the
/// chart.
pub(super) fn flags(chart: &TimeChart, style: Style) -> Vec<(&str, u32)> {
    let plot = if style.compact { PLOT.1 } else { PLOT.0 };
    let in_rows = |words: fn(&Tick) -> &str| rows(chart, plot, words);
    let named = in_rows(|mark| &mark.label);
    if style.compact || height(&named) > MOST_ROWS { in_rows(number_in) } else { named }
}

fn height(flags: &[(&str, u32)]) -> u32 {
    flags.iter().map(|(_, row)| row + 1).max().unwrap_or(0)
}

/// The row of each flag: the highest at which it meets no other, and at which
/// its pole crosses no words.
fn rows(chart: &TimeChart, plot: f64, words: fn(&Tick) -> &str) -> Vec<(&str, u32)> {
    let last = chart.periods.len().saturating_sub(1).max(1) as f64;
    let mut flags: Vec<(&str, u32)> = Vec::new();
    let mut ends: Vec<f64> = Vec::new();
    for mark in &chart.events {
        let (at, words) = (mark.value / last * plot, words(mark));
        let free = |row: &u32| flags.iter().zip(&ends).all(|((_, other), end)| other < row || *end <= at);
        let lowest = height(&flags);
        let row = (0..lowest).find(free).unwrap_or(lowest);
        flags.push((words, row));
        ends.push(at + words.chars().count() as f64 * LETTER + GAP);
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Beside};
    use faktabank_tables::statistics::Period;

    #[track_caller]
    fn check(events: &[(usize, &str)], compact: bool, expected: &[(&str, u32)]) {
        let mark = |(before, &(at, name)): (usize, &(usize, &str))| {
            let label = [&(before + 1).to_string(), " ", name].concat();
            Tick { value: at as f64, label }
        };
        let chart = TimeChart {
            periods: (2001..=2021).map(Period::calendar_year).collect(),
            period_names: Vec::new(),
            period_labels: Vec::new(),
            series: Vec::new(),
            total: None,
            axis: Axis { min: 0.0, max: 1.0, ticks: Vec::new() },
            beside: Beside::default(),
            events: events.iter().enumerate().map(mark).collect(),
        };
        assert_eq!(flags(&chart, Style { dark: false, compact, height: 400, patterns: false }), expected);
    }

    #[test]
    fn flags_that_would_meet_fly_lower() {
        let events = [(2, "Ett"), (4, "Två"), (5, "Tre"), (14, "Fyra")];
        check(&events, false, &[("1 Ett", 0), ("2 Två", 1), ("3 Tre", 2), ("4 Fyra", 0)]);
        check(&events, true, &[("1", 0), ("2", 0), ("3", 1), ("4", 0)]);
    }

    #[test]
    fn a_pole_crosses_no_words_under_it() {
        // The third would fit in the first row, but its pole would cross the second's words.
        let events = [(1, "Ett"), (2, "En lång historia"), (8, "Tre")];
        check(&events, false, &[("1 Ett", 0), ("2 En lång historia", 1), ("3 Tre", 2)]);
    }

    #[test]
    fn very_many_names_give_way_to_numbers() {
        let events = [(1, "Första"), (2, "Andra"), (3, "Tredje"), (4, "Fjärde"), (5, "Femte"), (6, "Sjätte")];
        check(&events, false, &[("1", 0), ("2", 0), ("3", 0), ("4", 0), ("5", 0), ("6", 0)]);
    }
}
