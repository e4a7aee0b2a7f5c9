//! `anchors/areas.csv`, `associations.csv` and `members.csv` to [`Areas`].

use anyhow::{Context, Result, bail};
use faktabank_tables::statistics::{Area, AreaCode, Areas, Association, Member};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

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
    let areas = rows(&anchors.join("areas.csv"))?
        .into_iter()
        .map(|row: AreaRow| Ok(Area { code: code(&row.code)?, name: row.name }))
        .collect::<Result<_>>()?;
    let mut associations = Vec::new();
    for row in rows::<AssociationRow>(&anchors.join("associations.csv"))? {
        associations.push(Association {
            county: code(&row.county)?,
            sourced: match row.sourced.as_str() {
                "yes" => true,
                "no" => false,
                other => bail!("associations.csv: {}: sourced is {other:?}, neither yes nor no", row.slug),
            },
            slug: row.slug,
            name: row.name,
            members: Vec::new(),
            ended: row.ended,
            source: row.source,
        });
    }
    for row in rows::<MemberRow>(&anchors.join("members.csv"))? {
        let association = associations.iter_mut().find(|association| association.slug == row.slug);
        let association = association.with_context(|| format!("members.csv: no förbund {:?}", row.slug))?;
        association.members.push(Member { code: code(&row.code)?, from: row.from, to: row.to });
    }
    Ok(Areas { areas, associations, home: None })
}

fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let name = || file.display().to_string();
    let mut reader = csv::Reader::from_path(file).with_context(name)?;
    reader.deserialize().collect::<Result<_, _>>().with_context(name)
}

fn code(code: &str) -> Result<AreaCode> {
    AreaCode::from_code(code).with_context(|| format!("unknown area {code:?}"))
}
