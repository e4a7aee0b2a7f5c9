//! In what order the bars of a ranking stand.

/// The order of bars; `ordning=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The largest number first; `varde`.
    #[default]
    Value,
    /// By name, as in the alphabet; `namn`.
    Name,
    /// The largest rise over a year first; `forandring`.
    Change,
}

impl Order {
    /// Every order, in that of menus.
    pub const ALL: [Self; 3] = [Self::Value, Self::Name, Self::Change];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Value => "varde",
            Self::Name => "namn",
            Self::Change => "forandring",
        }
    }

    /// The order of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}
