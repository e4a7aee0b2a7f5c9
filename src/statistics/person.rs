//! Who is counted: sex and age span.

/// Sex, with the codes of SCB's `Kon`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sex {
    /// Women and men together; `1+2`.
    #[default]
    Both,
    /// Men; `1`.
    Men,
    /// Women; `2`.
    Women,
}

impl Sex {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Both, Self::Men, Self::Women];

    /// The code, as in SCB's tables and `kon=`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Both => "1+2",
            Self::Men => "1",
            Self::Women => "2",
        }
    }

    /// The sex of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| sex.code() == code)
    }
}

/// The age span that helårsekvivalenter are counted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Age {
    /// 20–64 years, the span of Faktabank.
    #[default]
    From20To64,
    /// 20–65 years.
    From20To65,
}

impl Age {
    /// Every value.
    pub const ALL: [Self; 2] = [Self::From20To64, Self::From20To65];

    /// The code, as in SCB's tables and `alder=`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::From20To64 => "20-64",
            Self::From20To65 => "20-65",
        }
    }

    /// The span of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.code() == code)
    }
}
