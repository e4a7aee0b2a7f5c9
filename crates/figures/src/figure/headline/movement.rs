//! How a number moved between two periods, as far as its error lets one say.

use super::super::context::Context;
use crate::text::doing::Doing;
use crate::text::{contents, number};
use faktabank_tables::query::Measure;
use faktabank_tables::statistics::{Content, Language, Phrase};

/// Below this base a change is told in numbers: per cent of a few persons
/// mislead.
pub(in super::super) const SMALLEST_BASE: f64 = 100.0;

/// Whether sentences speak of more and fewer of a contents, not of higher and lower.
pub(super) fn is_counted(context: &Context<'_>, content: Content) -> bool {
    !context.in_per_cent(content) && (content.is_count() || context.resolved.what.measure == Measure::Index)
}

/// How a contents moved, of two of its numbers under the figure's measure.
pub(in super::super) fn of(context: &Context<'_>, content: Content, now: f64, before: f64) -> Movement {
    if context.in_per_cent(content) {
        Movement::of_share(now, before)
    } else if is_counted(context, content) {
        Movement::of_count(now, before, context.numbers.table.error_of(content))
    } else {
        Movement::of_level(now, before, context.decimals(content))
    }
}

/// A number of a contents in words: "17 450", "85,4 procent", "17,5"; with what
/// is counted where the subject does not say it.
pub(in super::super) fn amount(context: &Context<'_>, content: Content, value: f64, with_unit: bool) -> String {
    let language = context.language;
    if context.in_per_cent(content) {
        return number::per_cent_in_words(value, 1, language);
    }
    let number = if is_counted(context, content) {
        number::whole(number::borne(value, context.numbers.table.error_of(content)), language)
    } else {
        number::decimal(value, context.decimals(content), language)
    };
    // A subject that tells of people does not say what is counted, either.
    if !with_unit || !content.says_unit() && Doing::of(content).is_none() {
        return number;
    }
    [&number, "\u{a0}", contents::counted(content, language)].concat()
}

/// A change that can be put into words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Movement {
    /// Within the error or the rounding.
    Flat,
    /// A count changed by so many per cent and so many units.
    PerCent { per_cent: f64, difference: f64 },
    /// A count too small for per cent.
    FromTo { from: f64, to: f64 },
    /// A share changed by so many percentage points.
    Points(f64),
    /// A level (of days, money or a ratio) changed; it has so many decimals.
    Level { from: f64, to: f64, decimals: usize },
}

impl Movement {
    /// The change of a share, both in per cent: of the rounded numbers, so that
    /// a reader who subtracts what is shown gets the same.
    pub(super) fn of_share(now: f64, before: f64) -> Self {
        let points = number::round(number::round(now, 1) - number::round(before, 1), 1);
        if points == 0.0 { Self::Flat } else { Self::Points(points) }
    }

    /// The change of a count whose numbers may each be off by `error`.
    pub(super) fn of_count(now: f64, before: f64, error: f64) -> Self {
        let difference = now - before;
        if difference.abs() <= error.max(0.5) {
            return Self::Flat;
        }
        if before < SMALLEST_BASE {
            return Self::FromTo { from: before, to: now };
        }
        let per_cent = 100.0 * difference / before;
        if number::round(per_cent, 0) == 0.0 { Self::Flat } else { Self::PerCent { per_cent, difference } }
    }

    /// The change of what is no count: days for each person, money, a ratio; of
    /// the rounded numbers, as of a share.
    pub(super) fn of_level(now: f64, before: f64, decimals: usize) -> Self {
        let (from, to) = (number::round(before, decimals), number::round(now, decimals));
        if from == to { Self::Flat } else { Self::Level { from, to, decimals } }
    }

    /// The change of a level in per cent, where its base bears that.
    fn level_in_per_cent(from: f64, to: f64) -> Option<f64> {
        let per_cent = 100.0 * (to - from) / from;
        (from >= SMALLEST_BASE && number::round(per_cent, 0) != 0.0).then_some(per_cent)
    }

    /// Whether it rose; `None` if flat.
    pub(in super::super) fn rose(self) -> Option<bool> {
        match self {
            Self::Flat => None,
            Self::PerCent { difference, .. } => Some(difference > 0.0),
            Self::FromTo { from, to } | Self::Level { from, to, .. } => Some(to > from),
            Self::Points(points) => Some(points > 0.0),
        }
    }

    /// By how much, without direction: "21 procent", "5,7 procentenheter".
    pub(super) fn size(self, language: Language) -> String {
        match self {
            Self::Flat => String::new(),
            Self::PerCent { per_cent, .. } => number::per_cent_in_words(per_cent.abs(), 0, language),
            Self::FromTo { from, to } => number::whole((to - from).abs(), language),
            Self::Points(points) => number::points_in_words(points.abs(), language),
            Self::Level { from, to, decimals } => match Self::level_in_per_cent(from, to) {
                Some(per_cent) => number::per_cent_in_words(per_cent.abs(), 0, language),
                None => number::decimal((to - from).abs(), decimals, language),
            },
        }
    }

    /// By how much, rounded as it is told, with direction, and on which scale: those of
    /// one scale can be compared. `None` of a small count.
    pub(super) fn measured(self) -> Option<(u8, f64)> {
        Some(match self {
            Self::Flat => (0, 0.0),
            Self::PerCent { per_cent, .. } => (1, number::round(per_cent, 0)),
            Self::Points(points) => (2, points),
            Self::Level { from, to, decimals } => match Self::level_in_per_cent(from, to) {
                Some(per_cent) => (1, number::round(per_cent, 0)),
                None => (3, number::round(to - from, decimals)),
            },
            Self::FromTo { .. } => return None,
        })
    }

    /// Whether a verb tells both ends.
    pub(super) fn is_from_to(self) -> bool {
        match self {
            Self::FromTo { .. } => true,
            Self::Level { from, to, .. } => Self::level_in_per_cent(from, to).is_none(),
            Self::Flat | Self::PerCent { .. } | Self::Points(_) => false,
        }
    }

    /// As a verb: "minskat med 21 procent", "fallen by 21 per cent"; `None` if flat.
    pub(super) fn verb(self, language: Language) -> Option<String> {
        let phrase = match (self.rose()?, self.is_from_to()) {
            (true, true) => Phrase { sv: "ökat från {0} till {1}", en: "risen from {0} to {1}" },
            (false, true) => Phrase { sv: "minskat från {0} till {1}", en: "fallen from {0} to {1}" },
            (true, _) => Phrase { sv: "ökat med {2}", en: "risen by {2}" },
            (false, _) => Phrase { sv: "minskat med {2}", en: "fallen by {2}" },
        };
        let (from, to) = match self {
            Self::FromTo { from, to } => (number::whole(from, language), number::whole(to, language)),
            Self::Level { from, to, decimals } => {
                (number::decimal(from, decimals, language), number::decimal(to, decimals, language))
            }
            Self::Flat | Self::PerCent { .. } | Self::Points(_) => Default::default(),
        };
        Some(phrase.fill(language, &[&from, &to, &self.size(language)]))
    }

    /// What a verb that has been said moved by: "27 procent", "från 10 till 2".
    pub(super) fn bare(self, language: Language) -> String {
        let both = Phrase { sv: "från {0} till {1}", en: "from {0} to {1}" };
        match self {
            Self::FromTo { from, to } => {
                both.fill(language, &[&number::whole(from, language), &number::whole(to, language)])
            }
            Self::Level { from, to, decimals } if Self::level_in_per_cent(from, to).is_none() => {
                let number = |value| number::decimal(value, decimals, language);
                both.fill(language, &[&number(from), &number(to)])
            }
            _ => Phrase { sv: "{0}", en: "by {0}" }.fill(language, &[&self.size(language)]),
        }
    }

    /// As a comparison: "5 procent färre än", "0,6 procentenheter lägre än",
    /// "ungefär samma nivå som".
    pub(in super::super) fn than(self, language: Language) -> String {
        let phrase = match (self.rose(), self) {
            (None, _) => Phrase { sv: "ungefär samma nivå som", en: "about the same level as" },
            (Some(true), Self::Points(_) | Self::Level { .. }) => {
                Phrase { sv: "{0} högre än", en: "{0} higher than" }
            }
            (Some(false), Self::Points(_) | Self::Level { .. }) => {
                Phrase { sv: "{0} lägre än", en: "{0} lower than" }
            }
            (Some(true), _) => Phrase { sv: "{0} fler än", en: "{0} more than" },
            (Some(false), _) => Phrase { sv: "{0} färre än", en: "{0} fewer than" },
        };
        phrase.fill(language, &[&self.size(language)])
    }

    /// For a count, how many more or fewer, rounded as the press does: "cirka
    /// 5 000 färre"; `None` for shares and flat changes. Each of the numbers may
    /// be off by `error`.
    pub(super) fn rough_count(self, error: f64, language: Language) -> Option<String> {
        let difference = match self {
            Self::PerCent { difference, .. } => difference,
            Self::Flat | Self::FromTo { .. } | Self::Points(_) | Self::Level { .. } => return None,
        };
        let phrase = if difference > 0.0 {
            Phrase { sv: "{0} fler", en: "{0} more" }
        } else {
            Phrase { sv: "{0} färre", en: "{0} fewer" }
        };
        Some(phrase.fill(language, &[&number::about(difference, error, language)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movements_say_what_the_numbers_bear() {
        let check = |movement: Movement, expected: Option<&str>| {
            assert_eq!(movement.verb(Language::Swedish).as_deref(), expected);
        };
        check(Movement::of_count(18676.0, 23597.0, 11.0), Some("minskat med 21\u{a0}procent"));
        check(Movement::of_count(19260.0, 24742.0, 11.0), Some("minskat med 22\u{a0}procent"));
        check(Movement::of_count(1004.0, 1000.0, 0.0), None);
        check(Movement::of_count(1008.0, 1000.0, 10.0), None);
        check(Movement::of_count(40.0, 32.0, 0.0), Some("ökat från 32 till 40"));
        check(Movement::of_share(12.34, 12.26), None);
        check(Movement::of_share(12.45, 12.24), Some("ökat med 0,3\u{a0}procentenheter"));
        let fall = Movement::of_count(18676.0, 23597.0, 11.0);
        assert_eq!(fall.rough_count(11.0, Language::Swedish).as_deref(), Some("cirka 5\u{a0}000 färre"));
        assert_eq!(fall.than(Language::English), "21\u{a0}per cent fewer than");
    }
}
