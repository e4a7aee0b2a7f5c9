//! What modelled figures are called wherever a reader meets them: invented, as
//! examples. The data call them `modelled`; no reader has to know what a model is.

use super::ui::phrases;
use faktabank_tables::statistics::Phrase;

phrases! {
    NAME = "Påhittade exempelsiffror", "Invented example figures";
    // After the period of a figure.
    STATUS = ", påhittade exempelsiffror", ", invented example figures";
    BACK_TO_REAL = "Tillbaka till riktiga siffror", "Back to real figures";
}

/// What figures are of, as far as it matters to whoever might believe them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// One kommun.
    Municipality,
    /// Several of them, or all.
    Municipalities,
    /// Riket, a län, a förbund or an own group.
    Area,
    /// Several areas, not all of them kommuner.
    Areas,
}

/// What they are, and what they say of what they are of: nothing.
pub const fn warning(of: Of) -> Phrase {
    match of {
        Of::Municipality => Phrase {
            sv: "Påhittade exempelsiffror. De säger ingenting om kommunen.",
            en: "Invented example figures. They say nothing about the municipality.",
        },
        Of::Municipalities => Phrase {
            sv: "Påhittade exempelsiffror. De säger ingenting om kommunerna.",
            en: "Invented example figures. They say nothing about the municipalities.",
        },
        Of::Area => Phrase {
            sv: "Påhittade exempelsiffror. De säger ingenting om området.",
            en: "Invented example figures. They say nothing about the area.",
        },
        Of::Areas => Phrase {
            sv: "Påhittade exempelsiffror. De säger ingenting om områdena.",
            en: "Invented example figures. They say nothing about the areas.",
        },
    }
}
