//! The edition as files, made once for all tests, and its cells.

use crate::catalogue::{catalogue, contents};
use faktabank_tables::snapshot::{EditionId, FileEntry, TableEntry, read_manifest, read_shard};
use faktabank_tables::statistics::{Age, AreaCode, Cell, Content, Period, Sex, TableId};
use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// Months in the model.
pub(crate) const MONTHS: usize = 144;

/// Both sexes, 20–64 years.
pub(crate) const ADULTS: (Sex, Age) = (Sex::Both, Age::FROM_20_TO_64);

/// The edition.
pub(crate) struct Model {
    pub(crate) entry: TableEntry,
    pub(crate) notes: Vec<String>,
    pub(crate) preliminary_from: Option<Period>,
    series: HashMap<(AreaCode, Content, Sex, Age), Vec<Cell>>,
    folder: TempDir,
}

/// The edition, made at the first call.
pub(crate) fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(made()))
}

/// A copy of `data/` with the edition in it.
pub(crate) fn made() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    copy(&data, folder.path());
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("model").arg(folder.path()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_file() {
            fs::copy(&source, &target).unwrap();
        } else if entry.file_name() != "modell" {
            fs::create_dir(&target).unwrap();
            copy(&source, &target);
        }
    }
}

impl Model {
    fn read(folder: TempDir) -> Self {
        let manifest =
            read_manifest(&fs::read(folder.path().join("modell/manifest.json")).unwrap(), catalogue()).unwrap();
        let edition = manifest.edition(&EditionId("modell".to_owned())).unwrap();
        assert!(edition.modelled);
        let entry = edition.table(&TableId("helarsekvivalenter".to_owned())).unwrap().clone();
        let (mut series, mut notes, mut preliminary_from) = (HashMap::new(), Vec::new(), None);
        for shard in &entry.shards {
            let bytes = fs::read(folder.path().join(&shard.file.file)).unwrap();
            let table = read_shard(&entry, shard, &bytes).unwrap();
            notes = table.notes.iter().map(|note| note.sv.clone()).collect();
            preliminary_from = table.preliminary_from;
            let mut cells = table.cells.chunks(MONTHS);
            for &area in &table.areas {
                for &content in &table.contents {
                    for &sex in &table.sexes {
                        for &age in &table.ages {
                            let cells = cells.next().unwrap().to_vec();
                            assert!(series.insert((area, content, sex, age), cells).is_none(), "{area} twice");
                        }
                    }
                }
            }
        }
        Self { entry: TableEntry::clone(&entry), notes, preliminary_from, series, folder }
    }

    /// A series as it stands.
    pub(crate) fn cells(&self, area: AreaCode, content: Content, (sex, age): (Sex, Age)) -> &[Cell] {
        &self.series[&(area, content, sex, age)]
    }

    /// A series with 0 for what was not reported, as SCB prints it.
    pub(crate) fn printed(&self, area: AreaCode, content: Content, who: (Sex, Age)) -> Vec<f64> {
        self.cells(area, content, who).iter().map(|cell| cell.unwrap_or(0.0)).collect()
    }

    /// The mean of some months, as printed, of an area or a län's kommuner.
    pub(crate) fn mean(&self, area: AreaCode, content: Content, months: &Range<usize>) -> f64 {
        let sum = |area: AreaCode| self.printed(area, content, ADULTS)[months.clone()].iter().sum::<f64>();
        let sum: f64 = match area {
            AreaCode::County(_) => self.municipalities().filter(|each| each.county() == Some(area)).map(sum).sum(),
            _ => sum(area),
        };
        sum / months.len() as f64
    }

    /// A content by population, per cent.
    pub(crate) fn share(&self, area: AreaCode, content: Content, months: &Range<usize>) -> f64 {
        100.0 * self.mean(area, content, months) / self.mean(area, contents("folkmangd"), months)
    }

    pub(crate) fn municipalities(&self) -> impl Iterator<Item = AreaCode> {
        self.entry.areas().into_iter().filter(|area| *area != AreaCode::Country)
    }

    /// The files of the edition, with their bytes.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&FileEntry, Vec<u8>)> {
        self.entry
            .shards
            .iter()
            .map(|shard| (&shard.file, fs::read(self.folder.path().join(&shard.file.file)).unwrap()))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The place of a period's months.
pub(crate) fn months(code: &str) -> Range<usize> {
    let period = Period::from_code(code).unwrap_or_else(|| panic!("{code}"));
    place(period.first_month())..place(period.last_month()) + 1
}

pub(crate) fn place(month: Period) -> usize {
    let place = month.since(Period::month(2014, 1).unwrap());
    usize::try_from(place).unwrap_or_else(|_| panic!("{month} is before the model"))
}
