//! `anchors/areas.csv`, `associations.csv` and `members.csv` to [`Areas`].

use anyhow::{Context, Result, bail, ensure};
use faktabank_tables::statistics::{Area, AreaCode, Areas, Association, Member};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// The files, below the folder of anchors.
const AREAS: &str = "areas.csv";
const ASSOCIATIONS: &str = "associations.csv";
const MEMBERS: &str = "members.csv";

#[derive(Deserialize)]
struct AreaRow {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct AssociationRow {
    slug: String,
    name: String,
    county: String,
    ended: Option<String>,
    source: String,
    sourced: String,
}

#[derive(Deserialize)]
struct MemberRow {
    slug: String,
    code: String,
    from: Option<String>,
    to: Option<String>,
}

/// Reads the areas and the förbund.
///
/// # Errors
///
/// If a file is missing, a code is unknown, or a member's förbund is not listed.
pub(super) fn read(anchors: &Path) -> Result<Areas> {
    let file = anchors.join(AREAS);
    let areas: Vec<Area> = rows(&file)?
        .into_iter()
        .map(|row: AreaRow| Ok(Area { code: code(&row.code, AREAS)?, name: row.name }))
        .collect::<Result<_>>()?;
    ensure!(!areas.is_empty(), "{}: no area", file.display());
    let mut associations = Vec::new();
    for row in rows::<AssociationRow>(&anchors.join(ASSOCIATIONS))? {
        associations.push(Association {
            county: code(&row.county, ASSOCIATIONS)?,
            sourced: match row.sourced.as_str() {
                "yes" => true,
                "no" => false,
                other => bail!("{ASSOCIATIONS}: {}: sourced is {other:?}, neither yes nor no", row.slug),
            },
            slug: row.slug,
            name: row.name,
            members: Vec::new(),
            ended: row.ended,
            source: row.source,
        });
    }
    for row in rows::<MemberRow>(&anchors.join(MEMBERS))? {
        let association = associations.iter_mut().find(|association| association.slug == row.slug);
        let association = association.with_context(|| format!("{MEMBERS}: no förbund {:?}", row.slug))?;
        association.members.push(Member { code: code(&row.code, MEMBERS)?, from: row.from, to: row.to });
    }
    Ok(Areas { areas, associations, home: None })
}

fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let name = || file.display().to_string();
    let mut reader = csv::Reader::from_path(file).with_context(name)?;
    reader.deserialize().collect::<Result<_, _>>().with_context(name)
}

fn code(code: &str, file: &str) -> Result<AreaCode> {
    AreaCode::from_code(code).with_context(|| format!("{file}: unknown area {code:?}"))
}
