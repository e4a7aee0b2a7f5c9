//! Rankings: one line of bars, each with its place among the kommuner.

use super::keys::Key;
use super::{Spot, sentence};
use crate::figure::{Bar, BarChart, Mark, Region, Tone};
use crate::text::rank;
use faktabank_tables::statistics::{AreaCode, Language, Phrase};

/// Bars of a page key.
const TEN: usize = 10;

/// Of what is chosen, where that is not seen.
const CHOSEN: Phrase = Phrase { sv: "vald", en: "chosen" };

/// The first bar of what is chosen, or the first of all.
pub(super) fn first(chart: &BarChart) -> usize {
    chart.bars.iter().position(|bar| matches!(bar.tone, Tone::Chosen(_))).unwrap_or(0)
}

/// Where a key leads among so many bars.
pub(super) fn step(at: usize, key: Key, length: usize) -> Option<Spot> {
    let last = length.checked_sub(1)?;
    let to = match key {
        Key::Left | Key::Up => at.checked_sub(1)?,
        Key::Right | Key::Down => at + 1,
        Key::Home => 0,
        Key::End => last,
        Key::PageUp => at.saturating_sub(TEN),
        Key::PageDown => (at + TEN).min(last),
    };
    (to != at && to <= last).then_some(Spot { line: 0, at: to })
}

/// What a bar says.
pub(super) fn said(chart: &BarChart, at: usize, language: Language) -> Option<String> {
    let bar = chart.bars.get(at)?;
    let place = place(chart, bar, language).unwrap_or_default();
    Some(sentence::of(&bar.name, &chart.period_name, &bar.point, &[place], language))
}

/// What a kommun of a map says beside its number: its place, and that it is chosen.
pub(super) fn rest(region: &Region, language: Language) -> [String; 2] {
    let is_place = region.point.value.is_ok() && region.point.mark == Mark::Whole;
    let place = if is_place { region.told.clone() } else { String::new() };
    [place, if region.chosen { CHOSEN.get(language).to_owned() } else { String::new() }]
}

/// The place of a kommun among those of a ranking, as its numbers are shown; `None` of
/// riket and län, of numbers that lack something, and where a kommun has two bars.
fn place(chart: &BarChart, bar: &Bar, language: Language) -> Option<String> {
    let kommun = |bar: &Bar| bar.key.area().filter(|code: &AreaCode| code.is_municipality());
    let whole = |bar: &&Bar| kommun(bar).is_some() && bar.point.value.is_ok() && bar.point.mark == Mark::Whole;
    let own = bar.point.value.ok().filter(|_| whole(&bar))?;
    let mut codes: Vec<AreaCode> = chart.bars.iter().filter_map(kommun).collect();
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    let ranked: Vec<&Bar> = chart.bars.iter().filter(whole).collect();
    let alike = |other: &&&Bar| other.point.text == bar.point.text;
    let shared = ranked.iter().filter(alike).count();
    // Where all are alike, none is higher than another.
    if codes.len() != all || shared == ranked.len() {
        return None;
    }
    let above = ranked.iter().filter(|other| !alike(other) && other.point.value.is_ok_and(|value| value > own)).count();
    Some(rank::place(above + 1, ranked.len(), shared > 1, language))
}
