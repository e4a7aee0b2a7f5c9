//! The words of the search for an area: what is found, and where its figures are.

use super::number;
use faktabank_tables::statistics::{Language, Phrase};

/// What riket is, beside its name in a list.
pub const WHOLE_COUNTRY: Phrase = Phrase { sv: "hela landet", en: "the whole country" };
/// What an area is that other figures than those shown are of.
pub const IN_OTHER_FIGURES: Phrase = Phrase { sv: "{0}, i annan statistik", en: "{0}, in other statistics" };
/// Where all that was looked for is chosen already.
pub const CHOSEN_ALREADY: Phrase = Phrase { sv: "{0} är redan valt.", en: "{0} is already chosen." };
/// Of an area whose figures are others than those shown before.
const OTHER_FIGURES: Phrase = Phrase {
    sv: "De tidigare siffrorna omfattar inte {0}. Nu visas ”{1}”, där {0} finns med.",
    en: "The former figures do not cover {0}. “{1}” is shown instead, which does.",
};

/// That the figures became those of another table, since the former lacks an area.
pub fn other_figures(area: &str, table: &str, language: Language) -> String {
    OTHER_FIGURES.fill(language, &[area, table])
}

/// How many areas were found, for readers who hear the page.
pub fn hits(found: usize, shown: usize, language: Language) -> String {
    const ONE: Phrase = Phrase { sv: "1 träff", en: "1 match" };
    const ALL: Phrase = Phrase { sv: "{0} träffar", en: "{0} matches" };
    const SOME: Phrase =
        Phrase { sv: "{0} träffar, de {1} första visas", en: "{0} matches, the first {1} are shown" };
    match found {
        1 => ONE.get(language).to_owned(),
        _ if found > shown => SOME.fill(language, &[&number::count(found), &number::count(shown)]),
        _ => ALL.fill(language, &[&number::count(found)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_counted_in_words() {
        assert_eq!(hits(1, 8, Language::Swedish), "1 träff");
        assert_eq!(hits(3, 8, Language::English), "3 matches");
        assert_eq!(hits(23, 8, Language::Swedish), "23 träffar, de 8 första visas");
    }
}
