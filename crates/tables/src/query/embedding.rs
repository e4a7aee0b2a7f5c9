//! How a figure stands in somebody else's page: what its address says besides
//! what is shown.

/// The choices of an embed; the default is a page that is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Embedding {
    /// The figure alone, for a frame; `inbaddning=1`.
    pub embedded: bool,
    /// Headline and sentence left to the page around, and kept for those who
    /// do not see; `rubrik=0`.
    pub untitled: bool,
    /// The table under the figure; `visatabell=1`, since `tabell` names one.
    pub table: bool,
    /// What can be chosen; `kontroller=`.
    pub controls: Controls,
    /// No line and no room around; `ram=0`.
    pub frameless: bool,
    /// Notes left to the page that it leads to; the source stays; `noter=0`.
    pub noteless: bool,
}

/// What can be chosen in an embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Controls {
    /// Nothing; `ingen`.
    #[default]
    Nothing,
    /// From when to when; `tid`.
    Time,
    /// Everything that the explorer has; `alla`.
    Everything,
}

impl Controls {
    /// Every choice, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Time, Self::Everything];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "ingen",
            Self::Time => "tid",
            Self::Everything => "alla",
        }
    }

    /// The controls of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|controls| controls.code() == code)
    }
}
