//! Derived numbers: means, group sums, shares, changes and indices.
//!
//! Turns cells of a [`Table`](crate::statistics::Table) into [`Number`]s: the
//! value or the reason why there is none, and beside it what a reader must be
//! told. Knows no wording and no drawing. The rules for what is missing:
//!
//! - A mean of a half-year, a year or twelve months needs all its months.
//! - A count summed over areas or benefits is missing if a part is missing;
//!   its [`Coverage`] says how many areas have theirs ("2 av 3 kommuner").
//! - A share is recomputed from its numerator and denominator after every
//!   sum and mean, never summed or averaged itself. Over several areas it is
//!   of those that have both, and its coverage says how many these are.
//! - A total or its share is *understated* where ekonomiskt bistånd, a part of
//!   it, was not reported: in a month, in any month of a mean, in any area of a
//!   sum. It keeps its published value, which is too low, and such an area
//!   does not count among those that delivered.
//! - A part in per cent of all parts is missing if any part is.
//! - A change and an index are missing if their base is missing or zero. They
//!   are as understated, and cover as little, as the worse of their two ends.
//!
//! Of several reasons the first in the order of the parts is told. Nothing
//! here turns a missing value into zero.

mod alike;
mod compare;
mod correlation;
mod derive;
mod number;
mod order;
mod proportion;
mod rank;

pub use alike::{Step, alike};
pub use compare::{Change, change, difference, index, per_cent_change};
pub use correlation::correlation;
pub use derive::Numbers;
pub use number::{Coverage, Number};
pub use order::descending_order;
pub use proportion::proportion;
pub use rank::{Rank, rank};
