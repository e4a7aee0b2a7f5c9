//! `areas.json` to and from [`Areas`].

use super::{Failure, SCHEMA, SnapshotError};
use crate::statistics::{Area, AreaCode, Areas, Association, Member};
use serde::{Deserialize, Serialize};

/// Where the areas are, below `data/`; the manifest says so too.
pub const AREAS_FILE: &str = "areas.json";

#[derive(Serialize, Deserialize)]
struct AreasJson {
    schema: u32,
    areas: Vec<AreaJson>,
    associations: Vec<AssociationJson>,
}

#[derive(Serialize, Deserialize)]
struct AreaJson {
    code: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct AssociationJson {
    slug: String,
    name: String,
    county: String,
    members: Vec<MemberJson>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    sourced: bool,
}

#[derive(Serialize, Deserialize)]
struct MemberJson {
    code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

/// Reads `areas.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// names an unknown or repeated code.
pub fn read_areas(bytes: &[u8]) -> Result<Areas, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(AREAS_FILE))
}

fn parse(bytes: &[u8]) -> Result<Areas, Failure> {
    let json: AreasJson = serde_json::from_slice(bytes).map_err(|error| Failure::NotJson(error.to_string()))?;
    if json.schema != SCHEMA {
        return Err(Failure::UnknownSchema(json.schema));
    }
    let mut areas = Areas::default();
    for AreaJson { code, name } in json.areas {
        let code = area_code(&code)?;
        if areas.get(code).is_some() {
            return Err(Failure::mismatch("area", format!("{code} appears twice")));
        }
        areas.areas.push(Area { code, name });
    }
    for association in json.associations {
        let association = read_association(association, &areas)?;
        if areas.associations.iter().any(|known| known.slug == association.slug) {
            return Err(Failure::mismatch("förbund", format!("{} appears twice", association.slug)));
        }
        areas.associations.push(association);
    }
    Ok(areas)
}

fn area_code(code: &str) -> Result<AreaCode, Failure> {
    AreaCode::from_code(code).ok_or_else(|| Failure::mismatch("area", format!("{code:?} is no code of an area")))
}

fn read_association(json: AssociationJson, areas: &Areas) -> Result<Association, Failure> {
    let known = |code: &str| {
        let code = area_code(code)?;
        let missing = || Failure::mismatch("förbund", format!("{}: {code} is no area of this file", json.slug));
        areas.get(code).map(|area| area.code).ok_or_else(missing)
    };
    let county = known(&json.county)?;
    let members = json
        .members
        .iter()
        .map(|member| Ok(Member { code: known(&member.code)?, from: member.from.clone(), to: member.to.clone() }))
        .collect::<Result<_, Failure>>()?;
    Ok(Association {
        slug: json.slug,
        name: json.name,
        county,
        members,
        ended: json.ended,
        source: json.source,
        sourced: json.sourced,
    })
}

/// Writes `areas.json`, compact and in one line.
///
/// # Errors
/// [`serde_json::Error`], which plain strings do not cause, is passed on.
pub fn write_areas(areas: &Areas) -> Result<String, serde_json::Error> {
    let area = |area: &Area| AreaJson { code: area.code.to_string(), name: area.name.clone() };
    let member = |member: &Member| MemberJson {
        code: member.code.to_string(),
        from: member.from.clone(),
        to: member.to.clone(),
    };
    let association = |each: &Association| AssociationJson {
        slug: each.slug.clone(),
        name: each.name.clone(),
        county: each.county.to_string(),
        members: each.members.iter().map(member).collect(),
        ended: each.ended.clone(),
        source: each.source.clone(),
        sourced: each.sourced,
    };
    serde_json::to_string(&AreasJson {
        schema: SCHEMA,
        areas: areas.areas.iter().map(area).collect(),
        associations: areas.associations.iter().map(association).collect(),
    })
}
