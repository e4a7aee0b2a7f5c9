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

/// A number with one decimal at most, in tenths.
fn tenths(words: &str) -> Option<i32> {
    let (whole, tenth) = words.split_once('.').unwrap_or((words, "0"));
    let size =
        10 * whole.trim_start_matches('-').parse::<i32>().ok()? + tenth.parse::<i32>().ok().filter(|it| *it < 10)?;
    Some(if whole.starts_with('-') { -size } else { size })
}

/// A path of straight lines, said step by step from where it begins: a third shorter.
/// Any other path stays as it is.
pub(super) fn by_steps(path: &str) -> String {
    let mut steps = String::with_capacity(path.len());
    let mut last = (0, 0);
    let mut rest = path;
    while !rest.is_empty() {
        let (command, after) = rest.split_at(1);
        let end = after.find(['M', 'L', 'Z']).unwrap_or(after.len());
        let (numbers, next) = after.split_at(end);
        rest = next;
        if command == "Z" && numbers.is_empty() {
            steps.push('Z');
            continue;
        }
        let place = numbers.split_once(' ').and_then(|(x, y)| Some((tenths(x)?, tenths(y)?)));
        let Some((x, y)) = place else { return path.to_owned() };
        if command == "M" {
            steps.push('M');
            steps.push_str(numbers);
            steps.push('l');
        } else if command == "L" {
            for step in [x - last.0, y - last.1] {
                // A sign or the letter before keeps numbers apart by itself.
                if step >= 0 && !steps.ends_with('l') {
                    steps.push(' ');
                }
                steps.push_str(&number::tenth(f64::from(step) / 10.0));
            }
        } else {
            return path.to_owned();
        }
        last = (x, y);
    }
    // A place alone leads nowhere.
    steps.replace("lM", "M").replace("lZ", "Z").trim_end_matches('l').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_to_the_same_places() {
        assert_eq!(by_steps("M49.2 195.7L52.6 199.9L56 190"), "M49.2 195.7l3.4 4.2 3.4-9.9");
        assert_eq!(by_steps("M1 1L2 2ZM5 5L4 5Z"), "M1 1l1 1ZM5 5l-1 0Z");
        assert_eq!(by_steps("M1 2"), "M1 2");
        assert_eq!(by_steps("M-0.5 -12L0 0"), "M-0.5 -12l0.5 12");
        for other in ["M1 1h0", "M1 1a2 2 0 1 0 4 0", ""] {
            assert_eq!(by_steps(other), other);
        }
        // Rounded once, however long it is.
        let (mut long, mut x) = (String::new(), 0.0);
        through(&mut long, (0..500).map(|at| (f64::from(at) * 0.333, f64::from(at % 7) * 1.07)));
        for step in by_steps(&long).split('l').nth(1).unwrap().replace('-', " -").split_whitespace().step_by(2) {
            x += step.parse::<f64>().unwrap();
        }
        assert!((x - 499.0 * 0.333).abs() < 0.06, "{x}");
    }
}
