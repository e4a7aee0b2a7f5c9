//! Places in an order: "högsta", "näst högsta", "tredje högsta".

use faktabank_tables::statistics::{Language, Phrase};

/// From the second on; further down a place is a number.
const NTH: [Phrase; 11] = [
    Phrase { sv: "näst {0}", en: "second {0}" },
    Phrase { sv: "tredje {0}", en: "third {0}" },
    Phrase { sv: "fjärde {0}", en: "fourth {0}" },
    Phrase { sv: "femte {0}", en: "fifth {0}" },
    Phrase { sv: "sjätte {0}", en: "sixth {0}" },
    Phrase { sv: "sjunde {0}", en: "seventh {0}" },
    Phrase { sv: "åttonde {0}", en: "eighth {0}" },
    Phrase { sv: "nionde {0}", en: "ninth {0}" },
    Phrase { sv: "tionde {0}", en: "tenth {0}" },
    Phrase { sv: "elfte {0}", en: "eleventh {0}" },
    Phrase { sv: "tolfte {0}", en: "twelfth {0}" },
];

/// The superlative of a place, counted from 1; `None` beyond the twelfth.
pub fn superlative(place: usize, adjective: &str, language: Language) -> Option<String> {
    if place == 1 {
        return Some(adjective.to_owned());
    }
    Some(NTH.get(place.checked_sub(2)?)?.fill(language, &[adjective]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_names_up_to_the_twelfth() {
        for (place, swedish, english) in [
            (1, Some("lägsta"), Some("lowest")),
            (2, Some("näst lägsta"), Some("second lowest")),
            (12, Some("tolfte lägsta"), Some("twelfth lowest")),
            (13, None, None),
            (0, None, None),
        ] {
            assert_eq!(superlative(place, "lägsta", Language::Swedish).as_deref(), swedish);
            assert_eq!(superlative(place, "lowest", Language::English).as_deref(), english);
        }
    }
}
