//! Places and values to paths, as SVG writes them.

use super::mark::Place;
use crate::text::number;

/// Values in runs without a gap, each with its position.
pub(super) fn runs(values: impl Iterator<Item = Option<f64>>) -> Vec<Vec<(usize, f64)>> {
    let mut runs: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
    for (at, value) in values.enumerate() {
        match (value.filter(|value| value.is_finite()), runs.last_mut()) {
            (Some(value), Some(run)) => run.push((at, value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A line through places, from the first to the last.
pub(super) fn through(path: &mut String, places: impl Iterator<Item = Place>) {
    for (at, place) in places.enumerate() {
        path.push_str(if at == 0 { "M" } else { "L" });
        path.push_str(&pair(place));
    }
}

/// A point by itself, which is seen as the round end of its stroke.
pub(super) fn point(path: &mut String, place: Place) {
    path.push_str(&["M", &pair(place), "h0"].concat());
}

/// A circle around a place.
pub(super) fn round(path: &mut String, (x, y): Place, radius: f64) {
    let half = |across: f64| {
        let (radius, across) = (number::tenth(radius), number::tenth(across));
        ["a", &radius, " ", &radius, " 0 1 0 ", &across, " 0"].concat()
    };
    for part in ["M", &pair((x - radius, y)), &half(2.0 * radius), &half(-2.0 * radius)] {
        path.push_str(part);
    }
}

fn pair((x, y): Place) -> String {
    [&number::tenth(x), " ", &number::tenth(y)].concat()
}
