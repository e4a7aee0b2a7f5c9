//! A small edition made by hand, in the shape of SCB's whole table
//! (`helarsekvivalenter`, TAB1386), with what real months hold only now and
//! then: assistance that was not reported, preliminary months, women and men.
//!
//! Every number follows from [`count`], so that a reader of a snapshot can
//! check it by head.

use crate::catalogue::{catalogue, contents};
use faktabank_tables::query::{Resolved, decode, resolve};
use faktabank_tables::snapshot::{Edition, EditionId, FileEntry, Manifest, SCHEMA, Shard, TableEntry};
use faktabank_tables::statistics::{
    Age, AreaCode, Areas, Content, Exactness, Label, Missing, Period, Provenance, Resolution, Sex, Source, Table,
    TableId,
};
use std::sync::Arc;

/// Blekinge is whole; of Dalarna only Falun and Borlänge are there.
const AREAS: [(u16, f64); 7] =
    [(1060, 3.0), (1080, 12.0), (1081, 6.0), (1082, 7.0), (1083, 4.0), (2080, 10.0), (2081, 9.0)];
/// Riket, in the measure of the above: a little more than their sum.
const COUNTRY: f64 = 400.0;
/// The kommun and the months whose assistance is not reported.
const LACKS: [(u16, &str); 4] = [(1060, "2024M03"), (1081, "2022M05"), (1081, "2022M06"), (2081, "2025M11")];
/// Full-year equivalents of a benefit for each unit of size.
const PER_UNIT: [f64; 6] = [40.0, 20.0, 12.0, 6.0, 4.0, 10.0];
/// Persons for each unit of size.
const POPULATION: f64 = 1000.0;

/// The edition with the areas of the committed data.
pub(crate) struct HandMade {
    manifest: Manifest,
    areas: Areas,
    tables: Vec<Table>,
}

/// A benefit's count: size times the numbers above, one unit less each year,
/// of which women have six tenths; a tenth more with those of 65.
fn count(size: f64, benefit: usize, sex: Sex, age: Age, month: Period) -> f64 {
    let years = f64::from(month.year() - 2022);
    let both = size * (PER_UNIT[benefit] - years);
    (both * of_sex(sex) * of_age(age)).round()
}

fn of_sex(sex: Sex) -> f64 {
    match sex {
        Sex::Both => 1.0,
        Sex::Women => 0.6,
        Sex::Men => 0.4,
    }
}

fn of_age(age: Age) -> f64 {
    if age == Age::FROM_20_TO_64 { 1.0 } else { 1.1 }
}

fn month(code: &str) -> Period {
    Period::from_code(code).expect("a month")
}

impl HandMade {
    /// The edition, real or modelled, with the committed one's areas.
    pub(crate) fn new(areas: &Areas, modelled: bool) -> Self {
        let provenance = if modelled { Provenance::Modelled } else { Provenance::Official };
        let persons =
            || [Age::FROM_20_TO_64, Age::FROM_20_TO_65].into_iter().flat_map(|age| Sex::ALL.map(|sex| (sex, age)));
        let tables: Vec<Table> = persons().map(|(sex, age)| table(sex, age, provenance)).collect();
        let shards = tables.iter().map(shard).collect();
        let entry = TableEntry {
            id: tables[0].id.clone(),
            label: tables[0].label.clone(),
            provenance,
            opens_at: Resolution::HalfYear,
            contents: tables[0].contents.clone(),
            periods: tables[0].periods.clone(),
            population: None,
            forecast_from: None,
            usual_age: Age::default(),
            shards,
            topic: catalogue().topic_of(&tables[0].id, &tables[0].contents),
        };
        let id = EditionId("prov".to_owned());
        let edition = Edition {
            id: id.clone(),
            published: "2026-03-01".to_owned(),
            label: Label::default(),
            modelled,
            changes: None,
            newest: None,
            tables: vec![Arc::new(entry)],
        };
        let file = |name: &str| FileEntry { file: name.to_owned(), bytes: 0, sha256: String::new() };
        let manifest = Manifest {
            home: None,
            schema: SCHEMA,
            current: id,
            topics: file("topics.json"),
            areas: file("areas.json"),
            catalogue: catalogue(),
            explanations: None,
            boundaries: None,
            events: None,
            editions: vec![edition],
        };
        Self { manifest, areas: areas.clone(), tables }
    }

    /// The edition alone.
    pub(crate) fn edition(&self) -> Edition {
        self.manifest.editions[0].clone()
    }

    /// The areas of the committed data.
    pub(crate) fn areas(&self) -> &Areas {
        &self.areas
    }

    /// The selection of a link, its edition and its tables.
    pub(crate) fn load(&self, link: &str) -> (Resolved, &Edition, &[Table]) {
        let (selection, notices) = decode(link);
        assert_eq!(notices, [], "{link} is a good link");
        let resolved = resolve(&selection, &self.manifest, &self.areas).expect("an edition with a table");
        (resolved, &self.manifest.editions[0], &self.tables)
    }
}

fn shard(table: &Table) -> Shard {
    let file = format!("prov/{}-{}.json", table.sexes[0].code(), table.ages[0]);
    Shard {
        file: FileEntry { file, bytes: 0, sha256: String::new() },
        areas: table.areas.clone(),
        sexes: table.sexes.clone(),
        ages: table.ages.clone(),
    }
}

fn table(sex: Sex, age: Age, provenance: Provenance) -> Table {
    let contents: Vec<Content> =
        benefits().into_iter().chain([contents("summa"), contents("folkmangd"), contents("andel")]).collect();
    let periods: Vec<Period> = month("2022M01").through(month("2025M12")).collect();
    let sizes: Vec<(AreaCode, f64)> = [(AreaCode::Country, COUNTRY)]
        .into_iter()
        .chain(AREAS.map(|(code, size)| (AreaCode::Municipality(code), size)))
        .collect();
    let mut cells = Vec::new();
    for &(area, size) in &sizes {
        for &content in &contents {
            cells.extend(periods.iter().map(|&month| cell(area, size, content, sex, age, month)));
        }
    }
    Table {
        id: TableId("helarsekvivalenter".to_owned()),
        label: Label::new("Helårsekvivalenter", "Full-year equivalents"),
        source: Source {
            agency: "SCB".to_owned(),
            statistic: Label::new("Helårsekvivalenter", "Full-year equivalents"),
            table: "TAB1386".to_owned(),
            ..Source::default()
        },
        provenance,
        exactness: Exactness::default(),
        preliminary_from: Some(month("2025M01")),
        perturbed_from: None,
        forecast: None,
        area_notes: Vec::new(),
        notes: Vec::new(),
        areas: sizes.iter().map(|(area, _)| *area).collect(),
        contents,
        sexes: vec![sex],
        ages: vec![age],
        periods,
        cells,
    }
}

/// The benefits of samhällets stöd, in the order of its tables.
fn benefits() -> Vec<Content> {
    contents("summa").parts().collect()
}

/// What some kommuner did not report.
const ASSISTANCE: &str = "ekonomiskt-bistand";

fn cell(area: AreaCode, size: f64, content: Content, sex: Sex, age: Age, at: Period) -> Result<f64, Missing> {
    let benefits = benefits();
    let lacks = LACKS.iter().any(|&(code, lacking)| area == AreaCode::Municipality(code) && at == month(lacking));
    let benefit = |benefit| count(size, benefit, sex, age, at);
    // As SCB prints it: the total of what was delivered.
    let total = || (0..6).filter(|&at| !lacks || benefits[at].code() != ASSISTANCE).map(benefit).sum::<f64>();
    let population = size * POPULATION * (if sex == Sex::Both { 1.0 } else { 0.5 }) * of_age(age);
    match content.code() {
        ASSISTANCE if lacks => Err(Missing::NotReported),
        "summa" => Ok(total()),
        "folkmangd" => Ok(population.round()),
        _ if benefits.contains(&content) => {
            Ok(benefit(benefits.iter().position(|other| *other == content).expect("a benefit")))
        }
        _ => Ok((1000.0 * total() / population).round() / 10.0),
    }
}
