//! Who is counted, in words: women, men, and the age span.
//!
//! Both sexes, 20–64 years, is the span of Faktabank and goes unsaid but where
//! a share says of what it is. A word joiner keeps the span on one line.

use crate::statistics::{Age, Language, Phrase, Sex};

/// The age span: "20–64 år", "20–64".
pub const fn age(age: Age, language: Language) -> &'static str {
    let phrase = match age {
        Age::From20To64 => Phrase { sv: "20–\u{2060}64\u{a0}år", en: "20–\u{2060}64" },
        Age::From20To65 => Phrase { sv: "20–\u{2060}65\u{a0}år", en: "20–\u{2060}65" },
    };
    phrase.get(language)
}

/// What shares are of: "befolkningen 20–64 år", "kvinnorna 20–65 år".
pub fn population(sex: Sex, ages: Age, language: Language) -> String {
    let phrase = match sex {
        Sex::Both => Phrase { sv: "befolkningen {0}", en: "the population aged {0}" },
        Sex::Women => Phrase { sv: "kvinnorna {0}", en: "women aged {0}" },
        Sex::Men => Phrase { sv: "männen {0}", en: "men aged {0}" },
    };
    phrase.fill(language, &[age(ages, language)])
}

/// Persons with their age span: "kvinnor 20–65 år", "personer 20–64 år".
pub fn persons(sex: Sex, ages: Age, language: Language) -> String {
    let phrase = match sex {
        Sex::Both => Phrase { sv: "personer {0}", en: "persons aged {0}" },
        Sex::Women => Phrase { sv: "kvinnor {0}", en: "women aged {0}" },
        Sex::Men => Phrase { sv: "män {0}", en: "men aged {0}" },
    };
    phrase.fill(language, &[age(ages, language)])
}

/// What differs from both sexes, 20–64 years: "kvinnor", "män 20–65 år",
/// "20–65 år"; empty where nothing does.
pub fn label(sex: Sex, ages: Age, language: Language) -> String {
    match (sex, ages) {
        (Sex::Both, Age::From20To64) => String::new(),
        (Sex::Both, _) => Phrase { sv: "{0}", en: "aged {0}" }.fill(language, &[age(ages, language)]),
        (Sex::Women, Age::From20To64) => Phrase { sv: "kvinnor", en: "women" }.get(language).to_owned(),
        (Sex::Men, Age::From20To64) => Phrase { sv: "män", en: "men" }.get(language).to_owned(),
        _ => persons(sex, ages, language),
    }
}

/// The same within a sentence: " bland kvinnor", " bland personer 20–65 år",
/// with the space before it; empty where nothing differs.
pub fn among(sex: Sex, ages: Age, language: Language) -> String {
    let who = match (sex, ages) {
        (Sex::Both, Age::From20To64) => return String::new(),
        (Sex::Both, _) => persons(sex, ages, language),
        _ => label(sex, ages, language),
    };
    Phrase { sv: " bland {0}", en: " among {0}" }.fill(language, &[&who])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn only_what_differs_is_said() {
        for (sex, ages, swedish, english) in [
            (Sex::Both, Age::From20To64, "", ""),
            (Sex::Women, Age::From20To64, "kvinnor", "women"),
            (Sex::Both, Age::From20To65, "20–\u{2060}65\u{a0}år", "aged 20–\u{2060}65"),
            (Sex::Men, Age::From20To65, "män 20–\u{2060}65\u{a0}år", "men aged 20–\u{2060}65"),
        ] {
            assert_eq!(label(sex, ages, Swedish), swedish);
            assert_eq!(label(sex, ages, English), english);
        }
        assert_eq!(among(Sex::Both, Age::From20To65, Swedish), " bland personer 20–\u{2060}65\u{a0}år");
        assert_eq!(among(Sex::Women, Age::From20To64, English), " among women");
        assert_eq!(population(Sex::Women, Age::From20To64, Swedish), "kvinnorna 20–\u{2060}64\u{a0}år");
    }
}
