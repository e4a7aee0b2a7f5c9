//! A table to its files, each what a view needs at once, and to its entry in
//! the manifest.

use super::Files;
use anyhow::Result;
use faktabank::json_stat::write_table;
use faktabank::snapshot::{EditionId, FileEntry, Shard, TableEntry, sha256};
use faktabank::statistics::{Age, AreaCode, Areas, Resolution, Sex, Table, TableId};
use std::ops::Range;

/// How a table is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One file a län, and one of riket, with every sex and age span.
    ByCounty,
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
    areas: &Areas,
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
        usual_age: said.usual_age,
        shards,
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
    let counties = by_county(table);
    if layout == Layout::ByCounty {
        return counties.into_iter().map(|(county, part)| (county.to_string(), part)).collect();
    }
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
                parts.push((name, of_person(part, areas, sex, age)));
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

fn by_county(table: &Table) -> Vec<(AreaCode, Table)> {
    let mut parts: Vec<(AreaCode, Table)> = Vec::new();
    let size = table.cells_per_area();
    for (area, cells) in table.areas.iter().zip(table.cells.chunks(size)) {
        let name = area.county().unwrap_or(AreaCode::Country);
        let at = parts.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            parts.push((name, Table { areas: Vec::new(), cells: Vec::new(), ..without_cells(table) }));
            parts.len() - 1
        });
        parts[at].1.areas.push(*area);
        parts[at].1.cells.extend_from_slice(cells);
    }
    parts
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
        notes: table.notes.clone(),
        areas: Vec::new(),
        contents: table.contents.clone(),
        sexes: table.sexes.clone(),
        ages: table.ages.clone(),
        periods: table.periods.clone(),
        cells: Vec::new(),
    }
}

/// Some areas of a table for one sex and age span, all by their positions.
fn of_person(table: &Table, areas: Range<usize>, sex: usize, age: usize) -> Table {
    let periods = table.periods.len();
    let persons = table.sexes.len() * table.ages.len();
    // Of each area and contents, the periods of one sex and age span lie side by side.
    let start = (sex * table.ages.len() + age) * periods;
    let mut cells = Vec::with_capacity(areas.len() * table.contents.len() * periods);
    let size = table.cells_per_area();
    for of_content in table.cells[areas.start * size..areas.end * size].chunks(persons * periods) {
        cells.extend_from_slice(&of_content[start..start + periods]);
    }
    let (sexes, ages) = (vec![table.sexes[sex]], vec![table.ages[age]]);
    Table { areas: table.areas[areas].to_vec(), sexes, ages, cells, ..without_cells(table) }
}
