//! The generated edition `modell` (`cargo xtask model`): what the page shows of
//! it equals what its files give by other arithmetic.

use crate::catalogue::contents;
use crate::library::Library;
use faktabank_figures::figure::{Chart, build, overview};
use faktabank_tables::query::FigureKind;
use faktabank_tables::statistics::{Missing, Provenance};
use serde_json::Value;
use std::fs;

/// A JSON-stat file, read as its standard says and no further.
struct Dataset(Value);

impl Dataset {
    fn open(name: &str) -> Self {
        let path = [env!("CARGO_MANIFEST_DIR"), "/data/modell/helarsekvivalenter/", name].concat();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self(serde_json::from_str(&text).expect("JSON"))
    }

    /// Where the cell of these categories is; one for each dimension, by its role or name.
    fn position(&self, of: &[(&str, &str)]) -> usize {
        let ids = self.0["id"].as_array().expect("dimensions");
        let sizes = self.0["size"].as_array().expect("sizes");
        ids.iter().zip(sizes).fold(0, |position, (id, size)| {
            let id = id.as_str().expect("a name");
            let index = &self.0["dimension"][id]["category"]["index"];
            let size = size.as_u64().expect("a size") as usize;
            let wanted = of.iter().find(|(dimension, _)| *dimension == id);
            let place = wanted.map_or(0, |(_, code)| match index {
                Value::Array(codes) => codes.iter().position(|each| each == code).expect("the code"),
                Value::Object(codes) => codes[*code].as_u64().expect("a place") as usize,
                _ => panic!("an index of {id}"),
            });
            assert!(wanted.is_some() || size == 1, "{id} must be chosen");
            position * size + place
        })
    }

    fn names(&self) -> Vec<&str> {
        self.0["id"].as_array().expect("dimensions").iter().filter_map(Value::as_str).collect()
    }

    /// The printed value; `None` where it is missing.
    fn value(&self, area: &str, content: &str, month: &str) -> Option<f64> {
        let role = |role: &str| self.0["role"][role][0].as_str().expect("a role").to_owned();
        let (geo, metric, time) = (role("geo"), role("metric"), role("time"));
        let at = self.position(&[(&geo, area), (&metric, content), (&time, month)]);
        self.0["value"][at].as_f64()
    }
}

/// The months of a half-year, `2025H2`.
fn months(half: &str) -> Vec<String> {
    let first = if half.ends_with("H1") { 1 } else { 7 };
    (first..first + 6).map(|month| format!("{}M{month:02}", &half[..4])).collect()
}

/// Summa by folkmängd over areas, both as means of the half-year's months.
fn share(parts: &[(&Dataset, &str)], half: &str) -> f64 {
    let sum = |content: &str| -> f64 {
        let of = |(data, area): &(&Dataset, &str)| -> f64 {
            months(half).iter().map(|month| data.value(area, content, month).expect("a published value")).sum()
        };
        parts.iter().map(of).sum()
    };
    100.0 * sum("summa") / sum("folkmangd")
}

#[test]
fn the_figure_of_the_model_equals_its_files() {
    let library = Library::with_model();
    let link = "omrade=forbund:falun-borlange,20,00&matt=andel&kon=2&utgava=modell";
    let (resolved, _, tables) = library.load(link);
    assert_eq!((resolved.notices.len(), resolved.form.figure), (0, FigureKind::Line));
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    assert_eq!(figure.caption.provenance, Provenance::Modelled);
    assert!(figure.headline.title.starts_with("Påhittade exempelsiffror: "), "{}", figure.headline.title);
    let Some(Chart::Lines(chart)) = figure.chart.as_deref() else { panic!("lines") };
    assert_eq!(chart.series.len(), 3);
    let (county, country) = (Dataset::open("20-kvinnor-20-64.json"), Dataset::open("00-kvinnor-20-64.json"));
    assert!(county.names().len() >= 3, "{:?}", county.names());
    let kommuner = [
        "2021", "2023", "2026", "2029", "2031", "2034", "2039", "2061", "2062", "2080", "2081", "2082", "2083", "2084",
        "2085",
    ];
    let whole: Vec<(&Dataset, &str)> = kommuner.iter().map(|&code| (&county, code)).collect();
    assert_eq!(figure.table.rows.len(), 24);
    for row in &figure.table.rows {
        let expected = [
            share(&[(&county, "2080"), (&county, "2081")], &row.key.code()),
            share(&whole, &row.key.code()),
            share(&[(&country, "00")], &row.key.code()),
        ];
        for (cell, expected) in row.cells.iter().zip(expected) {
            let value = cell.value.expect("a value");
            assert!((value - expected).abs() < 1e-9, "{}: {value} is not {expected}", row.key.code());
        }
    }
}

#[test]
fn a_month_that_the_model_does_not_report_is_missing_and_its_län_partial() {
    let library = Library::with_model();
    let (_, _, tables) = library.load("omrade=20&vy=utforska&diagram=stapel&utgava=modell");
    let table = tables.iter().find(|table| table.id.0 == "helarsekvivalenter").expect("the whole table");
    let content = contents("ekonomiskt-bistand");
    let (sex, age) = Default::default();
    let unreported = table.areas.iter().find_map(|&area| {
        let cells = table.series(area, content, sex, age)?;
        let at = cells.iter().position(|cell| *cell == Err(Missing::NotReported))?;
        Some((area, table.periods[at]))
    });
    let (area, month) = unreported.expect("months that are not reported, as in life");
    let county = area.county().expect("a kommun");
    let figure = |areas: &str, more: &str| {
        let link =
            format!("vy=utforska&omrade={areas}&innehall={more}&upplosning=manad&tid={month}..{month}&utgava=modell");
        let (resolved, _, tables) = library.load(&link);
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        figure.table.rows[0].cells[0].clone()
    };
    let own = figure(&area.to_string(), "ekonomiskt-bistand");
    assert_eq!((own.value, own.text.as_str()), (Err(Missing::NotReported), ".."));
    let sum = figure(&county.to_string(), "ekonomiskt-bistand");
    assert_eq!(sum.value, Err(Missing::NotReported));
    assert!(sum.note.contains(" av "), "{}", sum.note);
    let share = figure(&county.to_string(), "ekonomiskt-bistand&matt=andel");
    assert_eq!(share.mark.key(), Some("partial"), "{}", share.note);
    let total = figure(&county.to_string(), "summa");
    assert_eq!(total.mark.key(), Some("understated"), "{}", total.note);
}

#[test]
fn the_overview_of_the_model_shows_the_län_with_its_kommuner_and_riket() {
    let library = Library::with_model();
    let (resolved, edition, tables) = library.load("utgava=modell");
    let overview = overview(&resolved, edition, &tables, &library.areas).expect("its table is loaded");
    assert!(overview.heading.status.contains("påhittade exempelsiffror"), "{}", overview.heading.status);
    assert_eq!(overview.groups.len(), 3);
    assert!(overview.country.is_some());
    let list = overview.kommuner.expect("the kommuner of Dalarna");
    assert_eq!((list.rows.len(), list.beside.len()), (15, 0));
    assert!(list.rows.iter().all(|row| row.share.is_some() && row.link.contains("utgava=modell")));
}
