//! Every kind of figure under every measure and resolution: what its title claims is so,
//! by the cells of its table.

use super::{cell_or_mean, plain, rounded};
use crate::library::Library;
use faktabank_figures::figure::build;
use faktabank_tables::query::{FigureKind, Measure, Resolved, figures_of, measures_of, periods_at};
use faktabank_tables::statistics::{AreaCode, Content, Period, Table};
use std::collections::BTreeMap;

/// A number before index or change: the cell or the mean of its months, a rate of
/// several months the quotient of theirs, of a share so many per cent of its population.
fn number(
    [table, population]: [&Table; 2],
    content: Content,
    area: AreaCode,
    measure: Measure,
    period: Period,
) -> Option<f64> {
    let own = |content| cell_or_mean(table, area, content, period);
    match content.ratio() {
        Some((part, whole)) if !table.periods.contains(&period) => Some(content.per() * own(part)? / own(whole)?),
        None if measure == Measure::Share && content.is_count() => {
            let printed = content.share().filter(|_| table.periods.contains(&period)).and_then(own);
            let whole = content.denominator()?;
            let whole = own(whole).or_else(|| cell_or_mean(population, area, whole, period));
            printed.or_else(|| Some(100.0 * own(content)? / whole?))
        }
        _ => own(content),
    }
}

/// "minskat med 27 procent", "ökade från 12 till 7", "5 procent färre": the first change
/// that a title tells, and whether it is a rise.
fn direction(title: &str) -> Option<bool> {
    let up = ["ökat", "Fler ", "fler "].iter().filter_map(|word| title.find(word)).min();
    let down = ["minskat", "Färre ", "färre "].iter().filter_map(|word| title.find(word)).min();
    match (up, down) {
        (Some(up), Some(down)) => Some(up < down),
        (up, down) => up.map(|_| true).or(down.map(|_| false)),
    }
}

struct Figure<'a> {
    resolved: &'a Resolved,
    table: &'a Table,
    population: &'a Table,
    title: &'a str,
    link: &'a str,
    names: &'a BTreeMap<String, AreaCode>,
}

impl Figure<'_> {
    fn at(&self, area: AreaCode, period: Period) -> Option<f64> {
        number([self.table, self.population], self.resolved.what.contents[0], area, self.resolved.what.measure, period)
    }

    fn decimals(&self) -> i32 {
        let content = self.resolved.what.contents[0];
        let is_share = content.is_rate() || self.resolved.what.measure == Measure::Share;
        if is_share { 1 } else { i32::try_from(content.decimals()).expect("few") }
    }

    /// One place over time: up or down since the period that the title names.
    fn over_time(&self) -> bool {
        let Some(rose) = direction(self.title) else { return false };
        if self.title.contains("än någon gång") {
            return false;
        }
        let area = self.resolved.places[0].code().expect("one area");
        let periods = &self.resolved.time.periods;
        let now = *periods
            .iter()
            .rev()
            .find(|now| self.at(area, **now).is_some())
            .unwrap_or_else(|| panic!("{}: {}", self.link, self.title));
        let is_year = self.title.contains("på ett år") || self.title.contains("ett år tidigare");
        let then = if is_year {
            now.years_before(1)
        } else {
            let is_index = self.resolved.what.measure == Measure::Index;
            let same = |then: &&Period| is_index || then.same_season(now);
            *self
                .resolved
                .time
                .periods
                .iter()
                .filter(same)
                .find(|then| self.at(area, **then).is_some())
                .expect("a start")
        };
        let (before, after) = (self.at(area, then).expect("a base"), self.at(area, now).expect("a number"));
        let (before, after) = (rounded(before, self.decimals()), rounded(after, self.decimals()));
        assert_eq!(after > before, rose, "{}: {}, from {before} to {after}", self.link, self.title);
        true
    }

    /// The kommun that a title names after some words.
    fn named(&self, words: &str) -> Option<AreaCode> {
        let rest = &self.title[self.title.find(words)? + words.len()..];
        let name = rest.split([',', ':']).next()?.split(" och ").next()?;
        self.names.get(name.trim()).copied()
    }

    fn kommuner(&self, of: impl Fn(AreaCode) -> Option<f64>) -> Vec<(AreaCode, f64)> {
        let chosen = self.resolved.places.iter().filter_map(faktabank_tables::query::Place::code);
        let shown = chosen.chain(self.resolved.beside.others.iter().copied());
        let kommuner = shown.filter(|area| area.is_municipality());
        kommuner.filter_map(|area| Some((area, of(area)?))).collect()
    }

    /// Bars and maps: the kommun that is said to be at the top is.
    fn ranking(&self, period: Period) -> bool {
        let measure = self.resolved.what.measure;
        let is_change =
            self.resolved.form.figure == FigureKind::Change || matches!(measure, Measure::Index | Measure::Change);
        if !is_change {
            let top = ["är högst i ", "är störst i "].iter().find_map(|words| self.named(words));
            let Some(top) = top else { return false };
            let all = self.kommuner(|area| Some(rounded(self.at(area, period)?, self.decimals())));
            let most = all.iter().map(|it| it.1).fold(f64::NEG_INFINITY, f64::max);
            let own = all.iter().find(|it| it.0 == top).expect("a bar").1;
            assert_eq!(own, most, "{}: {}", self.link, self.title);
            return true;
        }
        let content = self.resolved.what.contents[0];
        let then = match (self.resolved.form.figure, measure) {
            (FigureKind::Change, _) => {
                let same = |then: &&Period| then.same_season(period);
                self.resolved.time.periods.iter().find(same).copied()
            }
            (_, Measure::Index) => self.resolved.time.periods.first().copied(),
            _ => Some(period.years_before(1)),
        };
        let Some(then) = then.filter(|then| *then < period) else { return false };
        let is_index = measure == Measure::Index && self.resolved.form.figure != FigureKind::Change;
        let in_points = !is_index && (content.is_rate() || measure == Measure::Share);
        let change = |area| {
            let (now, before) = (self.at(area, period)?, self.at(area, then)?);
            if in_points {
                return Some(rounded(now - before, 1));
            }
            (content.is_rate() || before >= 100.0).then(|| rounded(100.0 * (now - before) / before, 1))
        };
        let all = self.kommuner(change);
        let mut held = false;
        for (words, way) in [("minskat mest i ", -1.0), ("ökat mest i ", 1.0)] {
            let Some(most) = self.named(words) else { continue };
            let best = all.iter().map(|it| way * it.1).fold(f64::NEG_INFINITY, f64::max);
            let own = way * all.iter().find(|it| it.0 == most).expect("a bar").1;
            assert!((own - best).abs() < 0.11 && own > 0.0, "{}: {}: {own}, but {best}", self.link, self.title);
            held = true;
        }
        held
    }
}

#[test]
fn what_titles_claim_is_so_for_every_figure_measure_and_resolution() {
    let library = Library::open();
    let names: BTreeMap<String, AreaCode> = library
        .areas
        .areas
        .iter()
        .filter(|area| area.code.is_municipality())
        .map(|it| (it.name.clone(), it.code))
        .collect();
    let mut held: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (table, area, contents) in [
        ("bas", "2081", &["arbetslosa", "sysselsattningsgrad", "arbetsloshet", "sjuka"][..]),
        ("helarsekvivalenter-dalarna", "20", &["summa", "sjukpenning"]),
        ("helarsekvivalenter-riket", "00", &["summa", "folkmangd"]),
        ("ohalsotal", "2062", &["ohalsotal"]),
        ("forvarvsarbetande", "2080", &["forvarvsarbetande", "andel-forvarvsarbetande"]),
        ("ekonomiskt-bistand", "2081", &["andel-med-bistand"]),
    ] {
        let (whole, ..) = library.load(&format!("vy=utforska&tabell={table}&omrade={area}"));
        let entry = &whole.table;
        for resolution in entry.resolution().coarser() {
            let all = periods_at(entry, *resolution);
            for code in contents {
                let content = *entry.contents.iter().find(|it| it.code() == *code).expect("a contents");
                for measure in measures_of(entry, content) {
                    for kind in figures_of(entry, measure) {
                        for to in [all.len() - 1, all.len() * 2 / 3] {
                            let link = format!(
                                "vy=utforska&tabell={table}&omrade={area}&innehall={code}&matt={}&upplosning={}&diagram={}&tid=..{}",
                                measure.code(),
                                resolution.code(),
                                kind.code(),
                                all[to],
                            );
                            let (resolved, _, tables) = library.load(&link);
                            if resolved.form.figure != kind
                                || resolved.what.measure != measure
                                || resolved.what.contents != [content]
                            {
                                continue;
                            }
                            let figure = build(&resolved, &tables, &library.areas).expect("its table");
                            let title = plain(&figure.headline.title);
                            let of = |id| tables.iter().find(|it| it.id == id);
                            let table = of(resolved.table.id.clone()).expect("loaded");
                            let population =
                                resolved.population.as_ref().and_then(|it| of(it.id.clone())).unwrap_or(table);
                            let figure = Figure {
                                resolved: &resolved,
                                table,
                                population,
                                title: &title,
                                link: &link,
                                names: &names,
                            };
                            let told = match kind {
                                FigureKind::Line | FigureKind::Table | FigureKind::Area => figure.over_time(),
                                FigureKind::Bar | FigureKind::Map | FigureKind::Change | FigureKind::Small => {
                                    figure.ranking(all[to])
                                }
                                FigureKind::Scatter | FigureKind::Proportion => false,
                            };
                            *held.entry((kind.code().to_owned(), measure.code().to_owned())).or_default() +=
                                usize::from(told);
                        }
                    }
                }
            }
        }
    }
    for kind in ["linje", "tabell", "stapel", "karta"] {
        for measure in Measure::ALL {
            let count = held.get(&(kind.to_owned(), measure.code().to_owned())).copied().unwrap_or(0);
            assert!(count > 0, "no claim of {kind} under {} was held: {held:?}", measure.code());
        }
    }
    assert!(held.values().sum::<usize>() > 150, "{held:?}");
}
