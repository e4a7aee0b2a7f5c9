//! The one order of rankings: largest first, what is missing last.

use crate::statistics::Cell;

/// The positions of `cells` from the largest value to the smallest; equal
/// values keep their order, and cells without a value come last.
pub fn descending_order(cells: &[Cell]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(cells.len());
    for at in 0..cells.len() {
        // Few enough to insert one by one; a sort of its own for each kind of
        // row would be most of the page's code.
        let place = order.partition_point(|&other| !before(cells[at], cells[other]));
        order.insert(place, at);
    }
    order
}

fn before(cell: Cell, other: Cell) -> bool {
    match (cell, other) {
        (Ok(cell), Ok(other)) => cell > other,
        (Ok(_), Err(_)) => true,
        (Err(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Missing::NotReported;

    #[test]
    fn largest_first_missing_last_ties_in_order() {
        let cells = [Ok(2.0), Err(NotReported), Ok(5.0), Ok(2.0), Err(NotReported), Ok(-1.0)];
        assert_eq!(descending_order(&cells), [2, 0, 3, 5, 1, 4]);
        assert_eq!(descending_order(&[]), [0; 0]);
    }
}
