//! Periods: months, quarters, half-years, years and twelve-month means, each a count
//! since year 0 at its resolution, so that stepping and comparing are arithmetic.

use super::digits;
use std::fmt;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resolution {
    /// One month; `manad`.
    Month,
    /// Three months as they were published together; `kvartal`.
    Quarter,
    /// The mean of six months, January–June or July–December; `halvar`.
    HalfYear,
    /// The mean of a calendar year's months; `ar`.
    Year,
    /// The mean of twelve months ending with the one named; `rullande12`.
    Rolling12,
}

impl Resolution {
    /// Every resolution, finest first.
    pub const ALL: [Self; 5] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year, Self::Rolling12];

    /// The code, as in `upplosning=`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "manad",
            Self::Quarter => "kvartal",
            Self::HalfYear => "halvar",
            Self::Year => "ar",
            Self::Rolling12 => "rullande12",
        }
    }

    /// The resolution of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|resolution| resolution.code() == code)
    }

    /// Periods in a year: how far back the same season lies.
    pub const fn per_year(self) -> i32 {
        match self {
            Self::Month | Self::Rolling12 => 12,
            Self::Quarter => 4,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }

    /// Months that one period covers.
    pub const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year | Self::Rolling12 => 12,
        }
    }

    /// Resolutions that a table of this native resolution can be shown at.
    /// A table of quarters, half-years or years is shown as it was published.
    pub const fn coarser(self) -> &'static [Self] {
        match self {
            Self::Month => &[Self::Month, Self::HalfYear, Self::Year, Self::Rolling12],
            Self::Quarter => &[Self::Quarter],
            Self::HalfYear => &[Self::HalfYear],
            Self::Year => &[Self::Year],
            Self::Rolling12 => &[Self::Rolling12],
        }
    }
}

/// One period: its resolution and its place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    resolution: Resolution,
    /// Periods since year 0 at this resolution.
    index: i32,
}

impl Period {
    /// A month; `None` unless 1–12.
    pub fn month(year: i32, month: i32) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self { resolution: Resolution::Month, index: year * 12 + month - 1 })
    }

    /// A half-year; `None` unless 1 or 2.
    pub fn half_year(year: i32, half: i32) -> Option<Self> {
        (1..=2).contains(&half).then(|| Self { resolution: Resolution::HalfYear, index: year * 2 + half - 1 })
    }

    /// A quarter; `None` unless 1–4.
    pub fn quarter(year: i32, quarter: i32) -> Option<Self> {
        (1..=4).contains(&quarter).then(|| Self { resolution: Resolution::Quarter, index: year * 4 + quarter - 1 })
    }

    /// A calendar year.
    pub const fn calendar_year(year: i32) -> Self {
        Self { resolution: Resolution::Year, index: year }
    }

    /// Its resolution.
    pub const fn resolution(self) -> Resolution {
        self.resolution
    }

    /// The calendar year that it lies in; for twelve months, in which they end.
    pub const fn year(self) -> i32 {
        self.index.div_euclid(self.resolution.per_year())
    }

    /// Its number within the year, from 1: the month, the quarter, the half, or 1.
    pub const fn part(self) -> i32 {
        self.index.rem_euclid(self.resolution.per_year()) + 1
    }

    /// The period `steps` later (earlier if negative) at the same resolution.
    pub const fn step(self, steps: i32) -> Self {
        Self { resolution: self.resolution, index: self.index + steps }
    }

    /// The same season `years` earlier.
    pub const fn years_before(self, years: i32) -> Self {
        self.step(-years * self.resolution.per_year())
    }

    /// How many steps from `earlier` to this one, at the same resolution.
    pub const fn since(self, earlier: Self) -> i32 {
        self.index - earlier.index
    }

    /// Whether both lie in the same season (the same month, quarter or half).
    pub const fn same_season(self, other: Self) -> bool {
        self.part() == other.part()
    }

    /// The first month that it covers.
    pub const fn first_month(self) -> Self {
        let index = match self.resolution {
            Resolution::Month => self.index,
            Resolution::Quarter => self.index * 3,
            Resolution::HalfYear => self.index * 6,
            Resolution::Year => self.index * 12,
            Resolution::Rolling12 => self.index - 11,
        };
        Self { resolution: Resolution::Month, index }
    }

    /// The last month that it covers.
    pub const fn last_month(self) -> Self {
        self.first_month().step(self.resolution.months() - 1)
    }

    /// The months that it covers, in order.
    pub fn months(self) -> impl Iterator<Item = Self> {
        let first = self.first_month();
        (0..self.resolution.months()).map(move |step| first.step(step))
    }

    /// The period at `resolution` that holds this one's last month.
    pub const fn at(self, resolution: Resolution) -> Self {
        let month = self.last_month().index;
        let index = match resolution {
            Resolution::Month | Resolution::Rolling12 => month,
            Resolution::Quarter => month.div_euclid(3),
            Resolution::HalfYear => month.div_euclid(6),
            Resolution::Year => month.div_euclid(12),
        };
        Self { resolution, index }
    }

    /// The periods from this one to `last`, both included, at its resolution.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (0..=last.since(self)).map(move |step| self.step(step))
    }

    /// Reads a code: `2014M01`, `2014K1`, `2014H1`, `2014`, or `2014M12R` for the twelve
    /// months that end with December. `None` for anything else.
    pub fn from_code(code: &str) -> Option<Self> {
        let year = digits(code.get(..4)?)?.into();
        let rest = code.get(4..)?;
        match rest.as_bytes() {
            [] => Some(Self::calendar_year(year)),
            [b'K', quarter @ b'1'..=b'4'] => Self::quarter(year, i32::from(quarter - b'0')),
            [b'H', half @ b'1'..=b'2'] => Self::half_year(year, i32::from(half - b'0')),
            [b'M', tens @ b'0'..=b'1', ones @ b'0'..=b'9', tail @ ..] => {
                let month = Self::month(year, i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))?;
                match tail {
                    [] => Some(month),
                    b"R" => Some(month.at(Resolution::Rolling12)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    /// The code that [`Period::from_code`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, part) = (self.year(), self.part());
        match self.resolution {
            Resolution::Month => write!(f, "{year:04}M{part:02}"),
            Resolution::Quarter => write!(f, "{year:04}K{part}"),
            Resolution::HalfYear => write!(f, "{year:04}H{part}"),
            Resolution::Year => write!(f, "{year:04}"),
            Resolution::Rolling12 => write!(f, "{year:04}M{part:02}R"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn period(code: &str) -> Period {
        Period::from_code(code).unwrap_or_else(|| panic!("{code} is a period"))
    }

    #[test]
    fn codes_read_back_and_the_rest_is_refused() {
        for code in ["2014M01", "2025M12", "2020K3", "2014H1", "2014H2", "2001", "2014M12R"] {
            assert_eq!(period(code).to_string(), code);
        }
        for code in
            ["", "14", "2014M13", "2014M00", "2014H3", "2014K0", "2014K5", "2014M1", "20x4", "2014M01x", "+201", "åäö4"]
        {
            assert_eq!(Period::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_period_covers_its_months() {
        let check = |code: &str, first: &str, last: &str| {
            let months: Vec<_> = period(code).months().map(|month| month.to_string()).collect();
            assert_eq!((months[0].as_str(), months[months.len() - 1].as_str()), (first, last), "{code}");
        };
        check("2014M05", "2014M05", "2014M05");
        check("2020K3", "2020M07", "2020M09");
        check("2014H1", "2014M01", "2014M06");
        check("2014H2", "2014M07", "2014M12");
        check("2014", "2014M01", "2014M12");
        check("2014M06R", "2013M07", "2014M06");
    }

    #[test]
    fn the_same_season_a_year_before() {
        for (code, before) in [("2025H2", "2024H2"), ("2022K3", "2021K3"), ("2025M03", "2024M03"), ("2025", "2024")] {
            assert_eq!(period(code).years_before(1), period(before));
        }
        assert!(period("2025H2").same_season(period("2014H2")));
        assert!(!period("2025H2").same_season(period("2014H1")));
    }
}
