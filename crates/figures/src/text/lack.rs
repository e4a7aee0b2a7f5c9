//! What is lacking of a number, in words: why it is missing, that it is too
//! low, or how many areas it rests on.

use super::number;
use faktabank_tables::statistics::{Language, Missing, Phrase};

/// Why there is no number.
pub const fn reason(missing: Missing) -> Phrase {
    match missing {
        Missing::NotReported => Phrase { sv: "ej rapporterat", en: "not reported" },
        Missing::NotAvailable => Phrase { sv: "uppgift saknas", en: "not available" },
        Missing::CannotOccur => Phrase { sv: "kan inte förekomma", en: "cannot occur" },
        Missing::Suppressed => {
            Phrase { sv: "visas inte, för att skydda enskilda", en: "withheld to protect individuals" }
        }
        Missing::NoDenominator => Phrase { sv: "folkmängden är inte känd", en: "the population is not known" },
        Missing::NotAdditive => Phrase { sv: "går inte att summera", en: "cannot be added up" },
    }
}

/// Of a total or its share, where a part of it, `{0}`, is lacking.
pub const UNDERSTATED: Phrase = Phrase { sv: "för låg: {0} ej rapporterat", en: "too low: {0} not reported" };

/// Of a change or an index, where one of its ends is too low.
pub(crate) const UNCERTAIN: Phrase = Phrase {
    sv: "osäker: {0} ej rapporterat i den ena perioden",
    en: "uncertain: {0} not reported in one of the periods",
};

/// How many areas a number rests on: "2 av 3 kommuner".
pub(crate) fn coverage(delivered: usize, members: usize, kommuner: bool, language: Language) -> String {
    let phrase = if kommuner {
        Phrase { sv: "{0} av {1} kommuner", en: "{0} of {1} municipalities" }
    } else {
        Phrase { sv: "{0} av {1} områden", en: "{0} of {1} areas" }
    };
    phrase.fill(language, &[&number::count(delivered), &number::count(members)])
}
