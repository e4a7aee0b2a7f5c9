//! `anchors/boundaries.csv`, rings of longitudes and latitudes, to
//! `geo/kommuner.json`: outlines in SWEREF 99 TM, in whole units from the
//! north-western corner, written as SVG writes paths.

use super::sweref;
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::SCHEMA;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

/// Degrees east and north between which Sweden lies: the plane is made for it.
const LONGITUDE: RangeInclusive<f64> = 5.0..=30.0;
const LATITUDE: RangeInclusive<f64> = 50.0..=72.0;

/// Metres in a unit: as fine as the boundaries themselves are.
const UNIT: f64 = 100.0;
/// So many places across and down are tried to find one well inside.
const TRIES: i32 = 24;

#[derive(Deserialize)]
struct RingRow {
    code: String,
    ring: String,
}

#[derive(Serialize)]
struct FileJson {
    schema: u32,
    /// The plane that `origin` is of.
    crs: &'static str,
    /// Easting and northing, in metres, of the corner that units count from.
    origin: [i64; 2],
    /// Metres in a unit.
    unit: u32,
    kommuner: Vec<KommunJson>,
}

#[derive(Serialize)]
struct KommunJson {
    code: String,
    frame: [i32; 4],
    inside: [i32; 2],
    path: String,
}

/// A closed line of places, the last of which leads back to the first.
type Ring = Vec<(i32, i32)>;

/// The text of the file.
///
/// # Errors
///
/// If the anchor is not there or does not read; the error names the line.
pub(super) fn build(anchors: &Path) -> Result<String> {
    let file = anchors.join("boundaries.csv");
    let name = || file.display().to_string();
    let mut planar: BTreeMap<String, Vec<Vec<(f64, f64)>>> = BTreeMap::new();
    for row in csv::Reader::from_path(&file).with_context(name)?.deserialize() {
        let row: RingRow = row.with_context(name)?;
        let ring = ring(&row.ring).with_context(|| format!("{}: {}", name(), row.code))?;
        planar.entry(row.code).or_default().push(ring);
    }
    let places = || planar.values().flatten().flatten();
    let west = places().map(|place| place.0).fold(f64::INFINITY, f64::min);
    let north = places().map(|place| place.1).fold(f64::NEG_INFINITY, f64::max);
    ensure!(west.is_finite(), "{}: no ring", name());
    let (west, north) = ((west / UNIT).floor() * UNIT, (north / UNIT).ceil() * UNIT);
    let unit = |(easting, northing): &(f64, f64)| {
        (((easting - west) / UNIT).round() as i32, ((north - northing) / UNIT).round() as i32)
    };
    let kommuner = planar.iter().map(|(code, rings)| {
        let rings: Vec<Ring> = rings.iter().map(|ring| without_repeats(ring.iter().map(unit).collect())).collect();
        KommunJson { code: code.clone(), frame: frame(&rings), inside: inside(&rings), path: path(&rings) }
    });
    let kommuner = kommuner.collect();
    let origin = [west as i64, north as i64];
    Ok(serde_json::to_string(&FileJson { schema: SCHEMA, crs: "EPSG:3006", origin, unit: UNIT as u32, kommuner })?)
}

/// "17.838;59.476 17.928;59.499 …" as eastings and northings.
fn ring(text: &str) -> Result<Vec<(f64, f64)>> {
    let place = |pair: &str| {
        let (longitude, latitude) = pair.split_once(';').with_context(|| format!("{pair:?} is no place"))?;
        let place: (f64, f64) = (longitude.parse()?, latitude.parse()?);
        ensure!(LONGITUDE.contains(&place.0) && LATITUDE.contains(&place.1), "{pair:?} is no place in Sweden");
        Ok(sweref::project(place.0, place.1))
    };
    let ring: Vec<_> = text.split(' ').map(place).collect::<Result<_>>()?;
    ensure!(ring.len() > 2, "a ring of {} places", ring.len());
    Ok(ring)
}

/// Places that fall into one unit, told once.
fn without_repeats(mut ring: Ring) -> Ring {
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn frame(rings: &[Ring]) -> [i32; 4] {
    let places = || rings.iter().flatten();
    let (left, right) = (places().map(|it| it.0).min().unwrap_or(0), places().map(|it| it.0).max().unwrap_or(0));
    let (top, bottom) = (places().map(|it| it.1).min().unwrap_or(0), places().map(|it| it.1).max().unwrap_or(0));
    [left, top, right - left, bottom - top]
}

/// A path that begins each ring at its place and goes on by steps.
fn path(rings: &[Ring]) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut at = ring[0];
        path.push_str(&format!("M{} {}l", at.0, at.1));
        for (step, place) in ring[1..].iter().enumerate() {
            // A minus sign parts numbers as well as a space does.
            let number =
                |value: i32, first: bool| if first || value < 0 { value.to_string() } else { format!(" {value}") };
            path.push_str(&number(place.0 - at.0, step == 0));
            path.push_str(&number(place.1 - at.1, false));
            at = *place;
        }
        path.push('z');
    }
    path
}

/// Of a grid of places, the one farthest from every outline.
fn inside(rings: &[Ring]) -> [i32; 2] {
    let [left, top, width, height] = frame(rings);
    let mut best = (f64::NEG_INFINITY, [left, top]);
    for (across, down) in (1..TRIES).flat_map(|across| (1..TRIES).map(move |down| (across, down))) {
        let place = (left + width * across / TRIES, top + height * down / TRIES);
        let distance = distance_to_outline(rings, place);
        if is_inside(rings, place) && distance > best.0 {
            best = (distance, [place.0, place.1]);
        }
    }
    best.1
}

fn edges(ring: &Ring) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    let float = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    ring.iter().zip(ring.iter().cycle().skip(1)).map(move |(one, other)| (float(*one), float(*other)))
}

/// Whether a ray from the place crosses an odd number of edges.
fn is_inside(rings: &[Ring], place: (i32, i32)) -> bool {
    let (x, y) = (f64::from(place.0), f64::from(place.1));
    let crosses = |((x1, y1), (x2, y2)): ((f64, f64), (f64, f64))| {
        (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    };
    rings.iter().flat_map(edges).filter(|&edge| crosses(edge)).count() % 2 == 1
}

fn distance_to_outline(rings: &[Ring], place: (i32, i32)) -> f64 {
    let (x, y) = (f64::from(place.0), f64::from(place.1));
    let distance = |((x1, y1), (x2, y2)): ((f64, f64), (f64, f64))| {
        let (dx, dy) = (x2 - x1, y2 - y1);
        let along = (((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (x - x1 - along * dx).hypot(y - y1 - along * dy)
    };
    rings.iter().flat_map(edges).map(distance).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_paths_with_a_place_inside() {
        let corner = [vec![(0, 0), (100, 0), (100, 40), (40, 40), (40, 100), (0, 100)]];
        assert_eq!(path(&corner), "M0 0l100 0 0 40-60 0 0 60-40 0z");
        assert_eq!(frame(&corner), [0, 0, 100, 100]);
        let [x, y] = inside(&corner);
        assert!((15..=30).contains(&x) && (15..=30).contains(&y), "{x}, {y} lies where both arms meet");
    }

    #[test]
    fn what_falls_together_is_told_once() {
        assert_eq!(without_repeats(vec![(1, 1), (1, 1), (5, 1), (5, 6), (1, 1)]), [(1, 1), (5, 1), (5, 6)]);
        assert!(ring("17.8;59.4 17.9").is_err());
        assert!(ring("17.8;59.4 17.9;59.4").is_err());
        assert!(ring("17.8;59.4 17.9;59.4 1e300;59.5").unwrap_err().to_string().contains("no place in Sweden"));
    }
}
