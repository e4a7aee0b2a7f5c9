//! The place of one number among others.

use crate::statistics::Cell;

/// A place in a ranking, counted from the largest number and from the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place from the largest, from 1.
    pub place: usize,
    /// The place from the smallest, from 1.
    pub from_smallest: usize,
    /// How many numbers there are.
    pub of: usize,
    /// Whether others have the same number, and so the same place.
    pub shared: bool,
}

/// The place of the cell at `own`; `None` where it has no value or is alone.
/// Cells without a value have no place and are not counted.
pub fn rank(cells: &[Cell], own: usize) -> Option<Rank> {
    let value = (*cells.get(own)?).ok()?;
    let known = || cells.iter().filter_map(|cell| cell.ok());
    let of = known().count();
    let place = known().filter(|other| *other > value).count() + 1;
    let from_smallest = known().filter(|other| *other < value).count() + 1;
    let shared = known().filter(|other| *other == value).count() > 1;
    (of > 1).then_some(Rank { place, from_smallest, of, shared })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Missing::NotReported;

    #[test]
    fn places_are_counted_among_what_is_known() {
        let cells = [Ok(2.0), Err(NotReported), Ok(5.0), Ok(2.0), Ok(-1.0)];
        let place = |own| rank(&cells, own).map(|it| (it.place, it.of, it.shared));
        assert_eq!(place(2), Some((1, 4, false)));
        assert_eq!(place(0), Some((2, 4, true)));
        assert_eq!(place(4), Some((4, 4, false)));
        assert_eq!(place(1), None);
        assert_eq!([0, 2, 3, 4].map(|own| rank(&cells, own).map(|it| it.from_smallest)), [2, 4, 2, 1].map(Some));
        assert_eq!(rank(&[Ok(1.0)], 0), None);
    }
}
