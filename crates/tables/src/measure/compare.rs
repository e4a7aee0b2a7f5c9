//! Two numbers to what lies between them.

use crate::statistics::{Cell, Missing};

/// A change between two numbers of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Now less before, in the unit of the numbers (percentage points for shares).
    pub difference: f64,
    /// In per cent of before; `None` where before is zero or negative.
    pub per_cent: Option<f64>,
}

/// The change from `before` to `now`.
///
/// # Errors
/// The reason of whichever is missing, `now` first.
pub fn change(now: Cell, before: Cell) -> Result<Change, Missing> {
    let (now, before) = (now?, before?);
    let per_cent = (before > 0.0).then(|| 100.0 * (now - before) / before);
    Ok(Change { difference: now - before, per_cent })
}

/// Now less before.
pub fn difference(now: Cell, before: Cell) -> Cell {
    change(now, before).map(|change| change.difference)
}

/// The change in per cent; `NotAvailable` where the base is zero.
pub fn per_cent_change(now: Cell, before: Cell) -> Cell {
    change(now, before)?.per_cent.ok_or(Missing::NotAvailable)
}

/// `now` with `base` as 100; `NotAvailable` where the base is zero.
pub fn index(now: Cell, base: Cell) -> Cell {
    let (now, base) = (now?, base?);
    if base > 0.0 { Ok(100.0 * now / base) } else { Err(Missing::NotAvailable) }
}
