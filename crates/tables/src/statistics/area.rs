//! Areas: riket, län, kommuner and samordningsförbund.

use super::{Period, digits};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The code of an area in SCB's tables: `00`, two digits, or four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AreaCode {
    /// Riket, `00`.
    Country,
    /// A län, two digits.
    County(u8),
    /// A kommun, four digits, of which the first two are its län.
    Municipality(u16),
}

impl AreaCode {
    /// Dalarnas län, where Faktabank began: what a site opens on that says nothing else.
    pub const DALARNA: Self = Self::County(20);

    /// The area of a code; `None` unless two or four digits.
    pub fn from_code(code: &str) -> Option<Self> {
        match (code.len(), digits(code)?) {
            (2, 0) => Some(Self::Country),
            (2, number) => Some(Self::County(number as u8)),
            (4, number) => Some(Self::Municipality(number)),
            _ => None,
        }
    }

    /// The län of a kommun, the län itself, or `None` for riket.
    pub const fn county(self) -> Option<Self> {
        match self {
            Self::Country => None,
            Self::County(_) => Some(self),
            Self::Municipality(code) => Some(Self::County((code / 100) as u8)),
        }
    }

    /// The code as a number, below 10 000 and unlike that of any other area of
    /// Sweden.
    pub const fn number(self) -> usize {
        match self {
            Self::Country => 0,
            Self::County(code) => code as usize,
            Self::Municipality(code) => code as usize,
        }
    }

    /// Whether it is a kommun.
    pub const fn is_municipality(self) -> bool {
        matches!(self, Self::Municipality(_))
    }

    /// What kind of area it is.
    pub const fn kind(self) -> AreaKind {
        match self {
            Self::Country => AreaKind::Country,
            Self::County(_) => AreaKind::County,
            Self::Municipality(_) => AreaKind::Municipality,
        }
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country => f.write_str("00"),
            Self::County(code) => write!(f, "{code:02}"),
            Self::Municipality(code) => write!(f, "{code:04}"),
        }
    }
}

/// What kind of area a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AreaKind {
    /// Riket.
    Country,
    /// A län.
    County,
    /// A kommun.
    Municipality,
}

/// An area with its name as SCB writes it: "Falun", "Dalarnas län", "Riket".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
}

/// A samordningsförbund and its member kommuner over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// The key in links: `forbund:<slug>`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The län that it works in.
    pub county: AreaCode,
    /// Members, former ones included.
    pub members: Vec<Member>,
    /// The last day of a förbund that has ended, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// Where the membership was read; empty when it is inferred.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// False where the membership is inferred rather than sourced.
    pub sourced: bool,
}

/// Membership of one kommun; dates as `YYYY-MM-DD`, `None` where not known or open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The kommun.
    pub code: AreaCode,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl Association {
    /// The members at the end of a month, or after the last change. Of a
    /// förbund that began later its first members, of one that ended before
    /// its last: its kommuner have figures all the same.
    pub fn members_at(&self, month: Option<Period>) -> Vec<AreaCode> {
        let began = |member: &Member| member.from.as_deref().and_then(month_of);
        let ended = |member: &Member| member.to.as_deref().and_then(month_of);
        let is_member = |member: &&Member| match month {
            Some(month) => began(member).is_none_or(|from| from <= month) && ended(member).is_none_or(|to| month <= to),
            None => ended(member).is_none(),
        };
        let codes = |of: &dyn Fn(&&Member) -> bool| self.members.iter().filter(of).map(|it| it.code).collect();
        let members: Vec<AreaCode> = codes(&is_member);
        if !members.is_empty() {
            return members;
        }
        let first = self.members.iter().filter_map(began).min();
        if month.is_some() && first > month {
            return codes(&|member| began(member) == first);
        }
        let last = self.members.iter().filter_map(ended).max();
        codes(&|member| ended(member) == last)
    }

    /// The month since which the members of a month have been its members;
    /// `None` where that is not known.
    pub fn unchanged_since(&self, month: Option<Period>) -> Option<Period> {
        let members = self.members_at(month);
        let mut starts = self.members.iter().filter(|member| members.contains(&member.code));
        starts.try_fold(None, |latest: Option<Period>, member| {
            let from = member.from.as_deref().and_then(month_of)?;
            Some(latest.max(Some(from)))
        })?
    }

    /// The month in which it ended, if it has.
    pub fn ended_in(&self) -> Option<Period> {
        self.ended.as_deref().and_then(month_of)
    }
}

/// The month of a date, `YYYY-MM-DD`.
fn month_of(date: &str) -> Option<Period> {
    Period::month(digits(date.get(..4)?)?.into(), digits(date.get(5..7)?)?.into())
}

/// All areas: riket first, then län and kommuner in the order of their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Areas {
    /// Riket, län and kommuner.
    pub areas: Vec<Area>,
    /// The förbund that are known; not a national list.
    pub associations: Vec<Association>,
    /// The area that the site opens on, as its manifest says; Dalarna where it says none.
    #[serde(skip)]
    pub home: Option<AreaCode>,
}

impl Areas {
    /// The area that the site opens on.
    pub fn home(&self) -> AreaCode {
        self.home.unwrap_or(AreaCode::DALARNA)
    }

    /// The area of a code; `None` if there is none such.
    pub fn get(&self, code: AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == code)
    }

    /// The name of an area, or its code where it has none.
    pub fn name(&self, code: AreaCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |area| area.name.clone())
    }

    /// A förbund by its key in links; `None` if it is not known.
    pub fn association(&self, slug: &str) -> Option<&Association> {
        self.associations.iter().find(|association| association.slug == slug)
    }

    /// The kommuner of a län, in the order of their codes.
    pub fn municipalities_of(&self, county: AreaCode) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(move |area| area.code.is_municipality() && area.code.county() == Some(county))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_and_the_rest_is_refused() {
        for code in ["00", "01", "20", "0114", "2081"] {
            assert_eq!(AreaCode::from_code(code).map(|area| area.to_string()).as_deref(), Some(code));
        }
        for code in ["", "2", "208", "20811", "2x", "+2"] {
            assert_eq!(AreaCode::from_code(code), None, "{code}");
        }
        assert_eq!(AreaCode::Municipality(2081).county(), Some(AreaCode::DALARNA));
    }
}
