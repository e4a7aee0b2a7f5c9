//! Kinds of figures: what sets each apart, a line for each. What an edition's
//! tables allow of them is asked in `offer`, what they show in `contents`.

use super::Measure;
use super::offer::{components_of, sets_against};
use super::scope::has_kommuner;
use crate::snapshot::TableEntry;
use crate::statistics::Resolution;

/// What a kind shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// Series over time.
    Series,
    /// Parts of one area on each other.
    Stack,
    /// Bars of places or contents.
    Bars,
    /// Each kommun around the areas chosen, once.
    Kommuner,
    /// Numbers alone.
    Numbers,
}

/// Which of the periods chosen it shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// All.
    All,
    /// The last one.
    Last,
    /// The first and the last.
    Ends,
}

/// What a table must have for it.
#[derive(Clone, Copy)]
enum Needs {
    /// Nothing that not every table has.
    Nothing,
    /// More periods than one.
    Periods,
    /// More periods than one, and parts that add up.
    Parts,
    /// The same of every period: half-years that were printed here and there lack
    /// most parts of a whole.
    WholeParts,
    /// Kommuner.
    Kommuner,
    /// Two contents that can be set against each other.
    TwoContents,
    /// Several areas over more than twelve periods.
    AreasOverTime,
}

/// Which contents it shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// Parts that add up.
    Parts,
    /// Several of one place, with the sum that is spoken of.
    WithSum,
    /// The same without the sum.
    WithoutSum,
    /// Several of one place, each by itself.
    Each,
    /// Several, of several places too.
    Several,
    /// Two.
    Two,
    /// One.
    One,
}

macro_rules! kinds {
    ($($(#[$says:meta])* $kind:ident: $code:literal, $shows:ident, $of:ident, $needs:ident, $takes:ident;)*) => {
        /// How the numbers are drawn; `diagram=`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum FigureKind {
            $($(#[$says])* $kind,)*
        }

        impl FigureKind {
            /// Every kind, in the order of the tabs.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$kind),*];

            /// What sets it apart.
            const fn row(self) -> (&'static str, Shows, Of, Needs, Takes) {
                match self {
                    $(Self::$kind => ($code, Shows::$shows, Of::$of, Needs::$needs, Takes::$takes),)*
                }
            }
        }
    };
}

kinds! {
    /// One line a series.
    Line: "linje", Series, All, Periods, WithSum;
    /// Components stacked over time.
    Area: "yta", Stack, All, Parts, Parts;
    /// The same, each part in per cent of the whole.
    Proportion: "andel", Stack, All, WholeParts, Parts;
    /// One small chart a place or a contents.
    Small: "smadiagram", Series, All, Periods, Each;
    /// Ranking for one period.
    Bar: "stapel", Bars, Last, Nothing, WithoutSum;
    /// From the first period to the last, per area.
    Change: "forandring", Bars, Ends, AreasOverTime, One;
    /// Kommuner in colours of how high their numbers are.
    Map: "karta", Kommuner, Last, Kommuner, One;
    /// Two contents against each other, a point a kommun.
    Scatter: "spridning", Kommuner, Last, TwoContents, Two;
    /// Numbers alone.
    Table: "tabell", Numbers, All, Nothing, Several;
}

impl FigureKind {
    /// The code in links, and the name in `data-figure`.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// The kind of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it shows the kommuner around the areas chosen, each once.
    pub fn is_of_kommuner(self) -> bool {
        self.row().1 == Shows::Kommuner
    }

    /// Whether it stacks the parts of one area.
    pub fn is_stack(self) -> bool {
        self.row().1 == Shows::Stack
    }

    /// Whether it sets the areas chosen among all others, as bars.
    pub fn is_of_bars(self) -> bool {
        self.row().1 == Shows::Bars
    }

    /// Whether it shows one period at a time: the last of those chosen.
    pub fn is_of_one_period(self) -> bool {
        self.row().2 == Of::Last
    }

    /// What it is for, as tabs are grouped: `tid` over time, `omraden` between areas,
    /// `tabell` numbers alone.
    pub fn group(self) -> &'static str {
        match self.row().1 {
            Shows::Series | Shows::Stack => "tid",
            Shows::Bars | Shows::Kommuner => "omraden",
            Shows::Numbers => "tabell",
        }
    }

    /// Which contents it shows.
    pub(super) const fn takes(self) -> Takes {
        self.row().4
    }

    /// Whether several contents can be chosen for it, of so many places.
    pub fn takes_several(self, places: usize, table: &TableEntry) -> bool {
        match self.takes() {
            Takes::Parts | Takes::Several => true,
            Takes::WithSum | Takes::Each => places == 1,
            // Bars compare areas wherever there are several, and contents only of one.
            Takes::WithoutSum => table.areas().len() == 1,
            Takes::Two | Takes::One => false,
        }
    }

    /// Whether it can be drawn of a table in this measure.
    pub(super) fn can_be_of(self, table: &TableEntry, measure: Measure) -> bool {
        let over_time = table.periods.len() > 1;
        let has_parts =
            || over_time && matches!(measure, Measure::Count | Measure::Share) && !components_of(table).is_empty();
        match self.row().3 {
            Needs::Nothing => true,
            Needs::Periods => over_time,
            Needs::Parts => has_parts(),
            Needs::WholeParts => table.resolution() != Resolution::HalfYear && has_parts(),
            Needs::Kommuner => has_kommuner(table),
            Needs::TwoContents => sets_against(table),
            Needs::AreasOverTime => table.areas().len() > 1 && table.periods.len() > 12,
        }
    }
}
