//! A figure's table as JSON-stat 2.0: the numbers at full precision, with
//! source, notes and provenance. The dimensions have the names and codes of
//! the snapshots in `data/`; what only we have to say is in `extension`.

use super::cube::{self, Dimension, Kind};
use super::{Subject, cells, words};
use crate::figure::Point;
use crate::text::json;
use crate::text::number;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
struct Root<'a> {
    version: &'static str,
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<&'a str>,
    label: String,
    source: String,
    updated: &'a str,
    note: Vec<String>,
    id: Vec<&'static str>,
    size: Vec<usize>,
    role: Roles,
    dimension: Members<Axis>,
    value: Vec<Option<f64>>,
    status: Members<String>,
    extension: Extension<'a>,
}

#[derive(Serialize)]
struct Roles {
    time: Vec<&'static str>,
    metric: Vec<&'static str>,
    geo: Vec<&'static str>,
}

#[derive(Serialize)]
struct Axis {
    label: &'static str,
    category: Categories,
}

#[derive(Serialize)]
struct Categories {
    index: Vec<String>,
    label: Members<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Members<Unit>>,
}

#[derive(Serialize)]
struct Unit {
    base: String,
    decimals: usize,
}

#[derive(Serialize)]
struct Extension<'a> {
    faktabank: Ours<'a>,
}

/// What the standard has no place for.
#[derive(Serialize)]
struct Ours<'a> {
    headline: String,
    table: &'a str,
    /// The table of the second contents, where it is another one.
    #[serde(rename = "otherTable", skip_serializing_if = "Option::is_none")]
    other_table: Option<&'a str>,
    measure: &'static str,
    provenance: &'static str,
    exactness: String,
    edition: &'a str,
    /// What is to be known of single cells, by their place among the values.
    notes: Members<String>,
}

/// An object whose names are data, in order.
struct Members<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Members<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The file.
pub(super) fn file(subject: &Subject<'_>) -> String {
    let cube = cube::of(subject);
    let caption = &subject.figure.caption;
    let of_kind = |kind| cube.dimensions.iter().filter(move |it| it.kind == kind).map(|it| it.id).collect();
    let cells = || cube.cells.iter().enumerate();
    let by_place = |note: &dyn Fn(&Point) -> String| {
        let noted = cells().map(|(at, cell)| (number::count(at), note(cell)));
        Members(noted.filter(|(_, note)| !note.is_empty()).collect())
    };
    json::text(&Root {
        version: "2.0",
        class: "dataset",
        href: Some(subject.address).filter(|address| !address.is_empty()),
        label: words::of(&subject.figure.table.caption),
        source: words::of(&caption.source),
        updated: subject.published,
        note: [&caption.provenance_text, &caption.edition]
            .into_iter()
            .chain(&caption.notes)
            .map(|it| words::of(it))
            .chain(subject.left_out())
            .collect(),
        id: cube.dimensions.iter().map(|it| it.id).collect(),
        size: cube.dimensions.iter().map(|it| it.categories.len()).collect(),
        role: Roles { time: of_kind(Kind::Period), metric: of_kind(Kind::Contents), geo: of_kind(Kind::Area) },
        dimension: Members(cube.dimensions.iter().map(|it| (it.id.to_owned(), axis(it))).collect()),
        value: cells().map(|(_, cell)| cell.value.ok()).collect(),
        status: by_place(&|cell| cell.value.err().map_or_else(String::new, |lack| lack.key().to_owned())),
        extension: Extension {
            faktabank: Ours {
                headline: words::of(&subject.figure.headline.title),
                table: &subject.resolved.table.id.0,
                other_table: subject.resolved.other.as_ref().map(|other| other.table.id.0.as_str()),
                measure: subject.resolved.what.measure.code(),
                provenance: caption.provenance.key(),
                exactness: words::of(&caption.provenance_text),
                edition: &subject.resolved.edition.id.0,
                notes: by_place(&|cell| cells::note(cell, subject.language())),
            },
        },
    })
}

fn axis(dimension: &Dimension) -> Axis {
    let named = |name: &dyn Fn(&cube::Category) -> String| {
        dimension.categories.iter().map(|it| (it.code.clone(), name(it))).collect()
    };
    let unit = |it: &cube::Category| (it.code.clone(), Unit { base: words::of(&it.unit), decimals: it.decimals });
    Axis {
        label: dimension.label,
        category: Categories {
            index: dimension.categories.iter().map(|it| it.code.clone()).collect(),
            label: Members(named(&|it| words::of(&it.label))),
            unit: dimension.has_units().then(|| Members(dimension.categories.iter().map(unit).collect())),
        },
    }
}
