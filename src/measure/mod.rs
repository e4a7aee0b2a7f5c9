//! Derived numbers: means, group sums, shares, changes and indices.
//!
//! Turns cells of a [`Table`](crate::statistics::Table) into the numbers that figures show. Knows no
//! wording and no drawing. The rules for what is missing:
//!
//! - A mean of a half-year, a year or twelve months needs all its months.
//! - A count summed over areas or benefits is missing if a part is missing.
//! - A share is recomputed from its numerator and denominator after every
//!   sum and mean, never summed or averaged itself.
//! - A change and an index are missing if their base is missing or zero.
//!
//! Of several reasons the first in the order of the parts is told.

mod derive;
mod order;

pub use derive::{Change, Numbers, change, index, per_cent_change};
pub use order::falling;
