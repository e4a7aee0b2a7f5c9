//! A place among others, counted from the highest.

use crate::text::number;
use faktabank_tables::statistics::{Language, Phrase};

/// "högst av 15", "delat 3:e högst av 15", "lägst av 290": the place of one of
/// `all`, counted from 1, which others share or not.
pub fn place(place: usize, all: usize, shared: bool, language: Language) -> String {
    let ordinal = ordinal(place, language);
    let which = match place {
        1 => Phrase { sv: "högst av {1}", en: "highest of {1}" },
        2 => Phrase { sv: "näst högst av {1}", en: "second highest of {1}" },
        _ if place == all => Phrase { sv: "lägst av {1}", en: "lowest of {1}" },
        _ => Phrase { sv: "{0} högst av {1}", en: "{0} highest of {1}" },
    };
    let words = which.fill(language, &[&ordinal, &number::count(all)]);
    if shared { Phrase { sv: "delat {0}", en: "joint {0}" }.fill(language, &[&words]) } else { words }
}

/// "1:a", "3:e", "21:a"; "1st", "3rd", "12th".
fn ordinal(number: usize, language: Language) -> String {
    let (ten, one) = (number / 10 % 10, number % 10);
    let ending = match (language, one) {
        (Language::Swedish, 1 | 2) if ten != 1 => ":a",
        (Language::Swedish, _) => ":e",
        (Language::English, 1) if ten != 1 => "st",
        (Language::English, 2) if ten != 1 => "nd",
        (Language::English, 3) if ten != 1 => "rd",
        (Language::English, _) => "th",
    };
    [&number::count(number), ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_words() {
        let check = |place_: usize, all, shared, sv: &str, en: &str| {
            assert_eq!(place(place_, all, shared, Language::Swedish), sv);
            assert_eq!(place(place_, all, shared, Language::English), en);
        };
        check(1, 15, false, "högst av 15", "highest of 15");
        check(2, 15, true, "delat näst högst av 15", "joint second highest of 15");
        check(3, 15, false, "3:e högst av 15", "3rd highest of 15");
        check(15, 15, false, "lägst av 15", "lowest of 15");
        check(112, 290, false, "112:e högst av 290", "112th highest of 290");
        check(221, 290, true, "delat 221:a högst av 290", "joint 221st highest of 290");
    }
}
