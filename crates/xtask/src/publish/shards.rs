//! A table to its files, each what a view needs at once, and to its entry in
//! the manifest.

use super::Files;
use anyhow::Result;
use faktabank_tables::json_stat::write_table;
use faktabank_tables::snapshot::{EditionId, FileEntry, Shard, TableEntry, sha256};
use faktabank_tables::statistics::{Age, AreaCode, Areas, Catalogue, Resolution, Sex, Table, TableId};
use serde::Deserialize;
use std::ops::Range;

/// How a table is divided.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Layout {
    /// One file a län, and one of riket, with every sex and age span.
    #[default]
    ByCounty,
    /// One file of riket and all län, and one of the kommuner of each län, each
    /// with every age span; women and men apart from both together.
    ByCountyAndSex,
    /// One file of all areas and age spans; women and men apart from both
    /// together. For a table of so few cells that each of the above would be
    /// mostly its own head.
    Whole,
    /// One file a län, sex and age span, or a few of the largest län: for a
    /// table too large for the above.
    ByCountyAndPerson,
}

/// What is said of a table in the manifest beside what it holds.
pub(crate) struct Said {
    /// The resolution at which it opens.
    pub(crate) opens_at: Resolution,
    /// The table whose population is its denominator, where it has none.
    pub(crate) population: Option<TableId>,
    /// The age span that figures of it need not say.
    pub(crate) usual_age: Age,
    /// How it is divided.
    pub(crate) layout: Layout,
}

/// Adds the files of a table and gives its entry.
///
/// # Errors
///
/// If a file cannot be written as JSON, which a table of finite values can.
pub(crate) fn table(
    files: &mut Files,
    edition: &EditionId,
    table: &Table,
    said: Said,
    (areas, catalogue): (&Areas, &'static Catalogue),
) -> Result<TableEntry> {
    let mut shards = Vec::new();
    for (name, part) in split(table, said.layout) {
        let file = format!("{edition}/{}/{name}.json", table.id);
        let text = write_table(&part, |area| areas.name(area))?;
        shards.push(Shard { file: add(files, file, text), areas: part.areas, sexes: part.sexes, ages: part.ages });
    }
    Ok(TableEntry {
        id: table.id.clone(),
        label: table.label.clone(),
        provenance: table.provenance,
        opens_at: said.opens_at,
        contents: table.contents.clone(),
        periods: table.periods.clone(),
        population: said.population,
        forecast_from: table.forecast.as_ref().map(|forecast| forecast.from),
        usual_age: said.usual_age,
        shards,
        topic: catalogue.topic_of(&table.id, &table.contents),
    })
}

/// Adds a file, ended by a line feed, and gives its entry.
pub(crate) fn add(files: &mut Files, file: String, text: String) -> FileEntry {
    let bytes = (text + "\n").into_bytes();
    let entry = FileEntry { file: file.clone(), bytes: bytes.len(), sha256: sha256(&bytes) };
    files.insert(file, bytes);
    entry
}

/// So many kommuner of a table of many months are at most in one file: one of
/// 144 months and nine contents takes 1.5 KiB in brotli, a file at most 35.
const MOST_AREAS: usize = 20;

/// The parts of a table, each with the name of its file. Parts and areas keep
/// their order; totals come first.
fn split(table: &Table, layout: Layout) -> Vec<(String, Table)> {
    match layout {
        Layout::ByCounty => {
            by_county(table, AreaCode::county).map(|(county, part)| (county.to_string(), part)).collect()
        }
        Layout::ByCountyAndSex => {
            let counties = by_county(table, |area| area.county().filter(|_| area.is_municipality()));
            counties.flat_map(|(county, part)| by_sex(&county.to_string(), &part)).collect()
        }
        Layout::Whole => by_sex(WHOLE, table),
        Layout::ByCountyAndPerson => by_county_and_person(table),
    }
}

/// The name of a file of all areas.
const WHOLE: &str = "alla";

/// Both sexes together, and women and men, as far as a table has them.
fn by_sex(name: &str, table: &Table) -> Vec<(String, Table)> {
    let both = table.sexes.iter().take_while(|sex| **sex == Sex::Both).count();
    let all = table.sexes.len();
    let part = |sexes: Range<usize>| of_persons(table, 0..table.areas.len(), sexes, 0..table.ages.len());
    if both == 0 || both == all {
        return vec![(name.to_owned(), part(0..all))];
    }
    vec![(name.to_owned(), part(0..both)), (format!("{name}-kon"), part(both..all))]
}

fn by_county_and_person(table: &Table) -> Vec<(String, Table)> {
    let counties: Vec<_> = by_county(table, AreaCode::county).collect();
    let mut parts = Vec::new();
    for (age, sex) in (0..table.ages.len()).flat_map(|age| (0..table.sexes.len()).map(move |sex| (age, sex))) {
        for (county, part) in &counties {
            let all = part.areas.len();
            let files = all.div_ceil(MOST_AREAS);
            let most = all.div_ceil(files);
            for file in 0..files {
                let areas = file * most..all.min((file + 1) * most);
                let county = if files > 1 { format!("{county}-{}", file + 1) } else { county.to_string() };
                let name = county + &whose(table.sexes[sex], table.ages[age]);
                parts.push((name, of_persons(part, areas, sex..sex + 1, age..age + 1)));
            }
        }
    }
    parts
}

/// For whom a file is, if not for everybody.
fn whose(sex: Sex, age: Age) -> String {
    let name = match sex {
        _ if (sex, age) == Default::default() => return String::new(),
        Sex::Both => "bada",
        Sex::Men => "man",
        Sex::Women => "kvinnor",
    };
    format!("-{name}-{age}")
}

/// The areas of each län, and those of none, by the code of län or riket.
fn by_county(table: &Table, county: impl Fn(AreaCode) -> Option<AreaCode>) -> impl Iterator<Item = (AreaCode, Table)> {
    let mut parts: Vec<(AreaCode, Table)> = Vec::new();
    let size = table.cells_per_area();
    for (area, cells) in table.areas.iter().zip(table.cells.chunks(size)) {
        let name = county(*area).unwrap_or(AreaCode::Country);
        let at = parts.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            parts.push((name, Table { areas: Vec::new(), cells: Vec::new(), ..without_cells(table) }));
            parts.len() - 1
        });
        parts[at].1.areas.push(*area);
        parts[at].1.cells.extend_from_slice(cells);
    }
    parts.into_iter()
}

/// All of a table but its areas and cells, which may be millions.
fn without_cells(table: &Table) -> Table {
    Table {
        id: table.id.clone(),
        label: table.label.clone(),
        source: table.source.clone(),
        provenance: table.provenance,
        exactness: table.exactness.clone(),
        preliminary_from: table.preliminary_from,
        perturbed_from: table.perturbed_from,
        forecast: table.forecast.clone(),
        notes: table.notes.clone(),
        area_notes: table.area_notes.clone(),
        areas: Vec::new(),
        contents: table.contents.clone(),
        sexes: table.sexes.clone(),
        ages: table.ages.clone(),
        periods: table.periods.clone(),
        cells: Vec::new(),
    }
}

/// Some areas of a table for some sexes and age spans, all by their positions.
fn of_persons(table: &Table, areas: Range<usize>, sexes: Range<usize>, ages: Range<usize>) -> Table {
    let (periods, spans) = (table.periods.len(), table.ages.len());
    let mut cells = Vec::new();
    let size = table.cells_per_area();
    // Of each area and contents, the periods of one sex and age span lie side by side.
    for of_content in table.cells[areas.start * size..areas.end * size].chunks(table.sexes.len() * spans * periods) {
        for sex in sexes.clone() {
            let start = sex * spans;
            cells.extend_from_slice(&of_content[(start + ages.start) * periods..(start + ages.end) * periods]);
        }
    }
    Table {
        areas: table.areas[areas].to_vec(),
        sexes: table.sexes[sexes].to_vec(),
        ages: table.ages[ages].to_vec(),
        cells,
        ..without_cells(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::statistics::{Exactness, Label, Period, Provenance, Source};

    /// Two periods of riket, a län and three kommuner, of which each cell is its place.
    fn table(sexes: &[Sex]) -> Table {
        let areas: Vec<AreaCode> =
            ["00", "03", "0380", "2080", "2081"].into_iter().filter_map(AreaCode::from_code).collect();
        let ages = vec![Age::EVERYBODY, Age::default()];
        let cells = areas.len() * sexes.len() * ages.len() * 2;
        Table {
            id: TableId("prov".to_owned()),
            label: Label::default(),
            source: Source::default(),
            provenance: Provenance::Official,
            exactness: Exactness::default(),
            preliminary_from: None,
            perturbed_from: None,
            forecast: None,
            area_notes: Vec::new(),
            notes: Vec::new(),
            areas,
            contents: crate::topics::committed().content("folkmangd").into_iter().collect(),
            sexes: sexes.to_vec(),
            ages,
            periods: vec![Period::calendar_year(2024), Period::calendar_year(2025)],
            cells: (0..cells).map(|cell| Ok(cell as f64)).collect(),
        }
    }

    #[track_caller]
    fn check(layout: Layout, sexes: &[Sex], expected: &[(&str, usize, usize)]) {
        let table = table(sexes);
        let parts = split(&table, layout);
        let found: Vec<_> =
            parts.iter().map(|(name, part)| (name.as_str(), part.areas.len(), part.sexes.len())).collect();
        assert_eq!(found, expected);
        for (name, part) in &parts {
            for (area, sex) in part.areas.iter().flat_map(|area| part.sexes.iter().map(move |sex| (*area, *sex))) {
                for age in &part.ages {
                    let cells = |table: &Table| table.series(area, table.contents[0], sex, *age).map(<[_]>::to_vec);
                    assert_eq!(cells(part), cells(&table), "{name}: {area} {} {age}", sex.code());
                }
            }
        }
    }

    #[test]
    fn every_cell_is_in_one_file_in_its_place() {
        check(Layout::ByCounty, &Sex::ALL, &[("00", 1, 3), ("03", 2, 3), ("20", 2, 3)]);
        let apart = [("00", 2, 1), ("00-kon", 2, 2), ("03", 1, 1), ("03-kon", 1, 2), ("20", 2, 1), ("20-kon", 2, 2)];
        check(Layout::ByCountyAndSex, &Sex::ALL, &apart);
        check(Layout::ByCountyAndSex, &[Sex::Both], &[("00", 2, 1), ("03", 1, 1), ("20", 2, 1)]);
        check(Layout::Whole, &Sex::ALL, &[("alla", 5, 1), ("alla-kon", 5, 2)]);
        check(Layout::Whole, &[Sex::Men, Sex::Women], &[("alla", 5, 2)]);
        assert_eq!(split(&table(&Sex::ALL), Layout::ByCountyAndPerson).len(), 18);
    }
}
