//! What lies beside each other on a map or among points: the nearest one in the
//! direction of a key, and the next by rank.

use super::Spot;
use super::keys::Key;

/// Where a key leads from one of so many, the highest first; `place` says where each
/// lies, down and to the right, if it is known.
pub(super) fn step(at: usize, key: Key, length: usize, place: impl Fn(usize) -> Option<(f64, f64)>) -> Option<Spot> {
    let last = length.checked_sub(1)?;
    let to = match key {
        Key::Home => Some(0),
        Key::End => Some(last),
        Key::PageUp => at.checked_sub(1),
        Key::PageDown => Some(at + 1),
        Key::Left | Key::Right | Key::Up | Key::Down => {
            let from = place(at)?;
            let others = (0..length).filter(|&other| other != at);
            let away = others.filter_map(|other| Some((other, distance(from, place(other)?, key)?)));
            away.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(other, _)| other)
        }
    }?;
    (to != at && to <= last).then_some(Spot { line: 0, at: to })
}

/// How far away a place is that lies in a direction: in that quarter of the compass,
/// so that every other place lies in one of the four, and the nearest is reached.
fn distance(from: (f64, f64), to: (f64, f64), key: Key) -> Option<f64> {
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let (ahead, aside) = match key {
        Key::Left => (-right, down),
        Key::Right => (right, down),
        Key::Up => (-down, right),
        _ => (down, right),
    };
    (ahead > 0.0 && ahead >= aside.abs()).then(|| ahead.hypot(aside))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A centre with one at each side, one further right, and one nobody knows the place of.
    const PLACES: [Option<(f64, f64)>; 7] = [
        Some((0.0, 0.0)),
        Some((-2.0, 0.5)),
        Some((3.0, -1.0)),
        Some((0.5, -2.0)),
        Some((0.0, 4.0)),
        Some((9.0, 0.0)),
        None,
    ];

    fn to(at: usize, key: Key) -> Option<usize> {
        step(at, key, PLACES.len(), |at| PLACES[at]).map(|spot| spot.at)
    }

    #[test]
    fn arrows_lead_to_the_nearest_in_their_direction() {
        let around = [Key::Left, Key::Right, Key::Up, Key::Down].map(|key| to(0, key));
        assert_eq!(around, [Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(to(2, Key::Right), Some(5));
        assert_eq!(to(5, Key::Right), None);
        assert_eq!(to(6, Key::Left), None, "from a place that is not known, no direction leads anywhere");
    }

    #[test]
    fn page_keys_go_by_rank() {
        assert_eq!([to(0, Key::PageUp), to(0, Key::PageDown)], [None, Some(1)]);
        assert_eq!([to(6, Key::PageDown), to(6, Key::PageUp)], [None, Some(5)]);
        assert_eq!([to(3, Key::Home), to(3, Key::End), to(6, Key::End)], [Some(0), Some(6), None]);
    }
}
