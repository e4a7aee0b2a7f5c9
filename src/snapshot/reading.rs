//! `manifest.json` to a [`Manifest`] that does not contradict itself.

use super::{Edition, EditionId, Failure, FileEntry, Manifest, SCHEMA, Shard, SnapshotError, TableEntry};
use crate::json_stat::{self, FirstProblem, Node, Seen};
use crate::statistics::{Age, AreaCode, Content, Period, Resolution, Sex, TableId};

/// Where the manifest is, below `data/`.
pub const MANIFEST_FILE: &str = "manifest.json";

/// Reads `manifest.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, has
/// no current edition, or names an edition, table, area or file twice.
pub fn read_manifest(bytes: &[u8]) -> Result<Manifest, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(MANIFEST_FILE))
}

fn parse(bytes: &[u8]) -> Result<Manifest, Failure> {
    let manifest = read_file(bytes, |root| {
        let mut editions = Vec::new();
        let (mut ids, mut files) = (Seen::default(), Seen::default());
        for each in root.field("editions").items() {
            editions.push(edition(&each, &mut ids, &mut files));
        }
        let current = EditionId(root.text_of("current"));
        let areas = file(&root.field("areas"));
        let beside = |key| root.optional(key).map(|found| file(&found));
        let (boundaries, events) = (beside("boundaries"), beside("events"));
        Manifest { schema: SCHEMA, current, areas, boundaries, events, editions }
    })?;
    if manifest.edition(&manifest.current).is_none() {
        return Err(Failure::mismatch("current edition", &[&manifest.current.0, " is not listed"]));
    }
    Ok(manifest)
}

/// What `take` reads of a file of ours. Its schema version is read before the
/// rest, which may differ in a later version.
pub(super) fn read_file<T>(bytes: &[u8], take: impl FnOnce(&Node<'_>) -> T) -> Result<T, Failure> {
    let json = json_stat::parse(bytes)?;
    let first = FirstProblem::default();
    let root = Node::new(&json, "", &first);
    let found = root.field("schema").whole();
    // Where there is none to be read, that is the problem.
    if found != SCHEMA as usize && !first.is_any() {
        return Err(Failure::UnknownSchema(found));
    }
    let taken = take(&root);
    first.end()?;
    Ok(taken)
}

fn edition(found: &Node<'_>, ids: &mut Seen, files: &mut Seen) -> Edition {
    let id = id(found, ids);
    let mut tables = Vec::new();
    let mut table_ids = Seen::default();
    for each in found.field("tables").items() {
        tables.extend(table(&each, &mut table_ids, files));
    }
    Edition {
        id: EditionId(id),
        published: found.text_of("published"),
        label: json_stat::label(&found.field("label")),
        modelled: found.field("modelled").flag(),
        changes: found.optional("changes").map(|found| file(&found)),
        tables,
    }
}

/// The `id` of an object, which no other has.
fn id(of: &Node<'_>, ids: &mut Seen) -> String {
    let id = of.field("id");
    ids.once(id.text(), &id);
    id.text().to_owned()
}

/// A table of an edition; `None` once a problem is noted.
fn table(found: &Node<'_>, ids: &mut Seen, files: &mut Seen) -> Option<TableEntry> {
    let id = id(found, ids);
    let mut shards = Vec::new();
    // An area comes once for each sex and age span.
    let mut cells = Seen::default();
    for each in found.field("shards").items() {
        let shard = shard(&each);
        for (sex, age) in shard.sexes.iter().flat_map(|sex| shard.ages.iter().map(move |age| (sex, age))) {
            let areas = each.field("areas");
            for area in areas.texts() {
                cells.once(&[area.as_str(), " ", sex.code(), " ", &age.to_string()].concat(), &areas);
            }
        }
        shards.push(shard);
        let name = each.field("file");
        files.once(name.text(), &name);
    }
    let opens_at = found.field("opensAt");
    Some(TableEntry {
        id: TableId(id),
        label: json_stat::label(&found.field("label")),
        provenance: json_stat::provenance(found),
        opens_at: opens_at.code(opens_at.text(), "resolution", Resolution::from_code)?,
        contents: codes(found, "contents", "contents", Content::from_code, &mut Seen::default()),
        periods: codes(found, "periods", "period", Period::from_code, &mut Seen::default()),
        population: found.optional_text_of("population").map(TableId),
        usual_age: found
            .optional("usualAge")
            .and_then(|age| age.code(age.text(), "age", Age::from_code))
            .unwrap_or_default(),
        shards,
    })
}

fn shard(found: &Node<'_>) -> Shard {
    let areas = codes(found, "areas", "area", AreaCode::from_code, &mut Seen::default());
    let mut shard = Shard { file: file(found), areas, sexes: vec![Sex::default()], ages: vec![Age::default()] };
    if found.optional("sexes").is_some() {
        shard.sexes = codes(found, "sexes", "sex", Sex::from_code, &mut Seen::default());
    }
    if found.optional("ages").is_some() {
        shard.ages = codes(found, "ages", "age", Age::from_code, &mut Seen::default());
    }
    shard
}

/// What the codes of a member stand for, none of which has been `seen`.
fn codes<T>(of: &Node<'_>, key: &str, what: &'static str, read: fn(&str) -> Option<T>, seen: &mut Seen) -> Vec<T> {
    let list = of.field(key);
    list.codes(&list.distinct_texts(seen), what, read)
}

fn file(found: &Node<'_>) -> FileEntry {
    FileEntry { file: found.text_of("file"), bytes: found.field("bytes").whole(), sha256: found.text_of("sha256") }
}
