//! `areas.json` to and from [`Areas`].

use super::reading::read_file;
use super::{Failure, SCHEMA, SnapshotError};
use crate::json_stat::{Node, Seen};
use crate::statistics::{Area, AreaCode, Areas, Association, Member};
use serde::Serialize;

/// Where the areas are, below `data/`; the manifest says so too.
pub const AREAS_FILE: &str = "areas.json";

/// The file as it is written.
#[derive(Serialize)]
struct AreasJson {
    schema: u32,
    areas: Vec<AreaJson>,
    associations: Vec<AssociationJson>,
}

#[derive(Serialize)]
struct AreaJson {
    code: String,
    name: String,
}

#[derive(Serialize)]
struct AssociationJson {
    slug: String,
    name: String,
    county: String,
    members: Vec<MemberJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    source: String,
    sourced: bool,
}

#[derive(Serialize)]
struct MemberJson {
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
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
    read_file(bytes, |root| {
        let mut areas = Areas::default();
        let (mut codes, mut slugs) = (Seen::default(), Seen::default());
        for each in root.field("areas").items() {
            let code = each.field("code");
            codes.once(code.text(), &code);
            if let Some(code) = code.code(code.text(), "area", AreaCode::from_code) {
                areas.areas.push(Area { code, name: each.text_of("name") });
            }
        }
        for each in root.field("associations").items() {
            let slug = each.field("slug");
            slugs.once(slug.text(), &slug);
            areas.associations.extend(association(&each, &codes));
        }
        areas
    })
}

fn association(found: &Node<'_>, areas: &Seen) -> Option<Association> {
    let mut members = Vec::new();
    for each in found.field("members").items() {
        members.push(Member {
            code: known(&each.field("code"), areas)?,
            from: each.optional_text_of("from"),
            to: each.optional_text_of("to"),
        });
    }
    Some(Association {
        slug: found.text_of("slug"),
        name: found.text_of("name"),
        county: known(&found.field("county"), areas)?,
        members,
        ended: found.optional_text_of("ended"),
        source: found.text_or_empty("source"),
        sourced: found.field("sourced").flag(),
    })
}

/// The code of an area that the file has; `None` once a problem is noted.
fn known(found: &Node<'_>, areas: &Seen) -> Option<AreaCode> {
    let code = found.text();
    if !areas.has(code) {
        found.unknown("area of this file", code);
    }
    found.code(code, "area", AreaCode::from_code)
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
