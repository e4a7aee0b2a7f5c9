//! The contents of the one table that is modelled, by code, in its order.

/// A benefit, with how it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Benefit {
    Disability,
    Sickness,
    Programme,
    Unemployment,
    Introduction,
    Assistance,
}

impl Benefit {
    /// Every benefit, in the order of the table.
    pub(super) const ALL: [Self; 6] =
        [Self::Disability, Self::Sickness, Self::Programme, Self::Unemployment, Self::Introduction, Self::Assistance];

    /// Its code, as in snapshots and in the anchors.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Disability => "sjuk-och-aktivitetsersattning",
            Self::Sickness => "sjukpenning",
            Self::Programme => "arbetsmarknadsatgarder",
            Self::Unemployment => "arbetsloshetsersattning",
            Self::Introduction => "etableringsersattning",
            Self::Assistance => "ekonomiskt-bistand",
        }
    }
}

/// After the benefits: their sum, the population, and the share of it.
pub(super) const REST: [&str; 3] = ["summa", "folkmangd", "andel"];
