//! A part to what it is, in per cent, of all the parts together.

use super::number::Number;
use crate::statistics::{Cell, Missing};

/// A part in per cent of the sum of `parts`, itself among them: missing if any
/// of them is, since then nobody knows the whole.
pub fn proportion(part: Number, parts: impl Iterator<Item = Number>) -> Number {
    part.against(Number::sum(parts), per_cent_of)
}

fn per_cent_of(part: Cell, whole: Cell) -> Cell {
    let (part, whole) = (part?, whole?);
    if whole > 0.0 { Ok(100.0 * part / whole) } else { Err(Missing::NotAvailable) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Missing::{NotAvailable, NotReported};

    #[track_caller]
    fn check(parts: &[Cell], expected: &[Cell]) {
        let numbers: Vec<Number> = parts.iter().map(|&cell| Number::of_one(cell, false)).collect();
        let found: Vec<Cell> = numbers.iter().map(|&part| proportion(part, numbers.iter().copied()).cell).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn parts_of_what_is_whole() {
        check(&[Ok(30.0), Ok(10.0)], &[Ok(75.0), Ok(25.0)]);
        check(&[Ok(30.0), Ok(0.0)], &[Ok(100.0), Ok(0.0)]);
        check(&[Ok(30.0), Err(NotReported)], &[Err(NotReported), Err(NotReported)]);
        check(&[Ok(0.0), Ok(0.0)], &[Err(NotAvailable), Err(NotAvailable)]);
    }
}
