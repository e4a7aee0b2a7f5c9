//! The outlines of the kommuner: one each, closed, and where they say they are.

use super::finding::{Finding, Rule};
use faktabank_tables::snapshot::BOUNDARIES_FILE;
use faktabank_tables::statistics::{Areas, Boundaries, Boundary};

/// Sweden in SWEREF 99 TM reaches this far, in units of 100 m, across and down.
const MOST: [usize; 2] = [6_700, 15_800];

/// Remarks on the outlines.
pub(super) fn check(boundaries: &Boundaries, areas: &Areas, findings: &mut Vec<Finding>) {
    let mut remark = |cell: String, detail: &str| {
        findings.push(Finding::of_cell(BOUNDARIES_FILE, &[cell], Rule::Places, detail));
    };
    for area in areas.areas.iter().filter(|area| area.code.is_municipality()) {
        if boundaries.of(area.code).is_none() {
            remark(area.code.to_string(), "has no outline");
        }
    }
    for boundary in &boundaries.kommuner {
        let code = boundary.code.to_string();
        if areas.get(boundary.code).is_none_or(|area| !area.code.is_municipality()) {
            remark(code.clone(), "is no kommun");
        }
        match places(&boundary.path) {
            None => remark(code, "has a path that does not read"),
            Some(places) => {
                if frame(&places) != boundary.frame.map(|it| it as i64) {
                    remark(code.clone(), "does not fill its frame");
                }
                if !is_within(boundary) {
                    remark(code, "has its inner place outside of its frame, or lies outside of Sweden");
                }
            }
        }
    }
}

fn is_within(boundary: &Boundary) -> bool {
    let [left, top, width, height] = boundary.frame;
    let [x, y] = boundary.inside;
    (left..=left + width).contains(&x)
        && (top..=top + height).contains(&y)
        && left + width <= MOST[0]
        && top + height <= MOST[1]
}

/// The places of a path, `None` unless it is rings of at least three of them.
fn places(path: &str) -> Option<Vec<(i64, i64)>> {
    let mut places = Vec::new();
    for ring in path.strip_suffix('z')?.split('z') {
        let (start, steps) = ring.strip_prefix('M')?.split_once('l')?;
        let (start, steps) = (numbers(start)?, numbers(steps)?);
        let [x, y] = start[..] else { return None };
        let mut at = (x, y);
        places.push(at);
        if steps.len() < 4 || steps.len() % 2 == 1 {
            return None;
        }
        for step in steps.chunks(2) {
            at = (at.0 + step[0], at.1 + step[1]);
            places.push(at);
        }
    }
    Some(places)
}

fn numbers(text: &str) -> Option<Vec<i64>> {
    text.replace('-', " -").split_whitespace().map(|number| number.parse().ok()).collect()
}

fn frame(places: &[(i64, i64)]) -> [i64; 4] {
    let (xs, ys) = (places.iter().map(|it| it.0), places.iter().map(|it| it.1));
    let (left, right) = (xs.clone().min().unwrap_or(0), xs.max().unwrap_or(0));
    let (top, bottom) = (ys.clone().min().unwrap_or(0), ys.max().unwrap_or(0));
    [left, top, right - left, bottom - top]
}
