//! What a plan wants: fewer helårsekvivalenter than in a year to start from.

/// The aim that a fact sheet is held against; what is not set is not shown
/// (the target) or the first whole year (the base).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Aim {
    /// The year to start from; `basar=2019`.
    pub base: Option<u16>,
    /// How much fewer, in per cent of the base; `mal=10`.
    pub per_cent: Option<u8>,
}

impl Aim {
    /// A year of a link; `None` for what is none.
    pub fn year_of(value: &str) -> Option<u16> {
        value.parse().ok().filter(|year| (1990..=2100).contains(year))
    }

    /// A reduction of a link, in whole per cent: some, and not all.
    pub fn per_cent_of(value: &str) -> Option<u8> {
        value.parse().ok().filter(|per_cent| (1..=90).contains(per_cent))
    }
}
