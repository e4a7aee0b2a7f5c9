//! The words around kommuner that are told to be alike.

use faktabank_tables::statistics::Phrase;

/// Over all of it.
pub const ALIKE: Phrase = Phrase { sv: "Liknande kommuner", en: "Similar municipalities" };
/// Over a list: `{0}` the kommun that they are like.
pub const MOST_LIKE: Phrase = Phrase { sv: "Mest lika {0}:", en: "Most like {0}:" };
/// Where no kommun is chosen.
pub const NEEDS_KOMMUN: Phrase = Phrase {
    sv: "Välj en kommun först, så visas de som är mest lika den.",
    en: "Choose a municipality first; then those most like it are shown.",
};
/// Where all that likeness is reckoned from is compared itself.
pub const ALL_COMPARED: Phrase = Phrase {
    sv: "Allt som likheten räknas efter visas redan här. Välj ett annat mått, så visas liknande kommuner.",
    en: "All that likeness is reckoned from is shown here already. Choose other contents, and similar municipalities are shown.",
};
/// Where an edition cannot tell: `{0}` its name.
pub const NO_FIGURES: Phrase = Phrase {
    sv: "Utgåvan {0} saknar de siffror om befolkningen som likheten räknas efter.",
    en: "Edition {0} lacks the figures on the population that likeness is reckoned from.",
};
/// The way to one that can: `{0}` its name.
pub const ELSEWHERE: Phrase =
    Phrase { sv: "Gå till utgåvan {0}, som har dem", en: "Go to edition {0}, which has them" };
/// Compares `{0}` with all of them.
pub const COMPARE_ALL: Phrase = Phrase { sv: "Jämför {0} med alla", en: "Compare {0} with all of them" };
