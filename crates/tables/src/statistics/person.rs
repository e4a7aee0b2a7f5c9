//! Who is counted: sex and age span.

use super::digits;
use std::fmt;

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

/// A span of ages in whole years, both ends counted: from one to another, open
/// upwards, or everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Age {
    from: u8,
    /// `None` where it is open upwards.
    to: Option<u8>,
}

/// The highest age that a code names.
const OLDEST: u8 = 120;

/// What the code of everybody is: SCB has `tot`, Kolada nothing.
const EVERYBODY: &str = "alla";

impl Age {
    /// Everybody, of whatever age.
    pub const EVERYBODY: Self = Self { from: 0, to: None };
    /// 20–64 years, the span of helårsekvivalenter and of BAS.
    pub const FROM_20_TO_64: Self = Self { from: 20, to: Some(64) };
    /// 20–65 years, the span of both since the pension age was raised.
    pub const FROM_20_TO_65: Self = Self { from: 20, to: Some(65) };

    /// From one age to another; `None` if the other is lower.
    pub fn between(from: u8, to: u8) -> Option<Self> {
        (from <= to && to <= OLDEST).then_some(Self { from, to: Some(to) })
    }

    /// An age and all above it.
    pub fn at_least(from: u8) -> Option<Self> {
        (from <= OLDEST).then_some(Self { from, to: None })
    }

    /// The lowest age.
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The highest age; `None` where there is none.
    pub const fn to(self) -> Option<u8> {
        self.to
    }

    /// Whether it counts each of those whom another span counts.
    pub fn contains(self, other: Self) -> bool {
        self.from <= other.from && self.to.is_none_or(|to| other.to.is_some_and(|it| it <= to))
    }

    /// The span of a code, as in SCB's tables and `alder=`; `None` for what is none.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == EVERYBODY {
            return Some(Self::EVERYBODY);
        }
        if let Some(from) = code.strip_suffix('+') {
            return Self::at_least(year(from)?).filter(|&age| age != Self::EVERYBODY);
        }
        match code.split_once('-') {
            Some((from, to)) => Self::between(year(from)?, year(to)?).filter(|age| age.to != Some(age.from)),
            None => year(code).and_then(|only| Self::between(only, only)),
        }
    }
}

/// A year of age as a code writes it: without zeros before it.
fn year(code: &str) -> Option<u8> {
    let is_plain = code == "0" || !code.starts_with('0');
    digits(code).filter(|_| is_plain).and_then(|year| u8::try_from(year).ok())
}

/// The span that is meant where a manifest does not say any.
impl Default for Age {
    fn default() -> Self {
        Self::FROM_20_TO_64
    }
}

/// The code: `20-64`, `80+`, `65`, `alla`.
impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            None if self.from == 0 => f.write_str(EVERYBODY),
            None => write!(f, "{}+", self.from),
            Some(to) if to == self.from => write!(f, "{to}"),
            Some(to) => write!(f, "{}-{to}", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_they_are_written() {
        for code in ["alla", "0", "0-19", "16-64", "20-64", "20-65", "65", "65-79", "80+", "120+"] {
            assert_eq!(Age::from_code(code).unwrap().to_string(), code);
        }
        for code in ["", "-", "+", "0+", "020-64", "64-20", "20-20", "20–64", "20-", "-64", "121", "20-300", "tot"] {
            assert_eq!(Age::from_code(code), None, "{code}");
        }
        assert_eq!(Age::default().to_string(), "20-64");
    }

    #[test]
    fn a_span_holds_those_within_it() {
        let age = |code| Age::from_code(code).unwrap();
        for (wide, narrow, expected) in [
            ("20-65", "20-64", true),
            ("20-64", "20-65", false),
            ("20-64", "20-64", true),
            ("alla", "80+", true),
            ("80+", "alla", false),
            ("65+", "65-79", true),
            ("65-79", "80+", false),
            ("16-64", "20", true),
        ] {
            assert_eq!(age(wide).contains(age(narrow)), expected, "{wide} and {narrow}");
        }
    }
}
