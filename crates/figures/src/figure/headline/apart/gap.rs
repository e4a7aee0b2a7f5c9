//! What lies between the women and the men of one area in one period, in words.

use super::super::super::context::Context;
use super::super::movement::{self, Movement};
use crate::text::{self, list, number};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Content, Language, Phrase, Sex};

/// Women and men in sentences.
pub(super) struct Whom {
    /// "kvinnor"
    pub(super) women: String,
    /// "män"
    pub(super) men: String,
    /// "kvinnor 16–24 år", where the ages do not go unsaid.
    pub(super) women_aged: String,
    /// "kvinnor och män 16–24 år"
    pub(super) both_aged: String,
}

impl Whom {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let (said, language) = (context.resolved.age_said(), context.language);
        let label = |sex, said| text::person::label(sex, said, language);
        let women = label(Sex::Women, None);
        Self {
            both_aged: list::and(&[women.clone(), label(Sex::Men, said)], language),
            women_aged: label(Sex::Women, said),
            men: label(Sex::Men, None),
            women,
        }
    }
}

/// The numbers of women and of men, and what lies between them.
pub(super) struct Gap {
    /// The place of the women.
    pub(super) women_of: Place,
    women: f64,
    men: f64,
    /// From the men's number to the women's.
    movement: Movement,
}

impl Gap {
    pub(super) fn of(context: &Context<'_>, content: Content, place: &Place, women: f64, men: f64) -> Self {
        Self { women_of: place.clone(), women, men, movement: movement::of(context, content, women, men) }
    }

    /// Both numbers in words; what they are in is said once, or not at all.
    pub(super) fn amounts(&self, context: &Context<'_>, content: Content, with_unit: bool) -> (String, String) {
        let bare = |value| match context.in_per_cent(content) {
            true => number::decimal(value, 1, context.language),
            false => movement::amount(context, content, value, false),
        };
        let women = if with_unit { movement::amount(context, content, self.women, true) } else { bare(self.women) };
        (women, bare(self.men))
    }

    /// Whether the women's is the higher; `None` where they are alike.
    pub(super) fn rose(&self) -> Option<bool> {
        self.movement.rose()
    }

    pub(super) fn is_flat(&self) -> bool {
        self.movement == Movement::Flat
    }

    /// Whether both numbers are told rather than what lies between: those of few.
    pub(super) fn tells_both(&self) -> bool {
        matches!(self.movement, Movement::FromTo { .. })
    }

    /// By how much, rounded as it is told, and on which scale; `None` of few.
    pub(super) fn measured(&self) -> Option<(u8, f64)> {
        self.movement.measured()
    }

    /// "8,4", "2,5 procentenheter", "12 procent"
    pub(super) fn size(&self, language: Language) -> String {
        self.movement.size(language)
    }

    /// The same without what it is in, beside another that says that.
    pub(super) fn bare_size(&self, language: Language) -> String {
        match self.movement {
            Movement::Points(points) => number::decimal(points.abs(), 1, language),
            Movement::PerCent { per_cent, .. } => number::whole(per_cent.abs(), language),
            _ => self.size(language),
        }
    }

    /// The same, or that there is none.
    pub(super) fn size_or_none(&self, language: Language) -> String {
        let none = Phrase { sv: "ingen", en: "none" };
        if self.is_flat() { none.get(language).to_owned() } else { self.size(language) }
    }

    /// What the women's is beside the men's: "högre", "lägre"; of counts "större",
    /// "mindre".
    pub(super) fn more(&self, content: Content) -> Option<Phrase> {
        Some(match (self.rose()?, self.is_of_level(content)) {
            (true, true) => Phrase { sv: "högre", en: "higher" },
            (true, false) => Phrase { sv: "större", en: "larger" },
            (false, true) => Phrase { sv: "lägre", en: "lower" },
            (false, false) => Phrase { sv: "mindre", en: "smaller" },
        })
    }

    fn is_of_level(&self, content: Content) -> bool {
        matches!(self.movement, Movement::Points(_) | Movement::Level { .. }) || content.is_rate() || content.is_level()
    }
}
