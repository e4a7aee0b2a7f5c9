//! Who is counted, in words: women, men, and the age span.
//!
//! Both sexes goes unsaid, and so does the span that a table is known by, but
//! where a share says of what it is. A word joiner keeps a span on one line.

use super::ui::phrases;
use faktabank_tables::statistics::{Age, Language, Phrase, Sex};

phrases! {
    APART = "Kvinnor och män var för sig", "Women and men apart";
    EACH = "kvinnor och män var för sig", "women and men apart";
    NOT_APART = "Det här diagrammet kan inte visa kvinnor och män var för sig. Under det står vilka det visar.",
        "This chart cannot show women and men apart. Whom it shows is said under it.";
    NOT_TOLD_APART = "De här siffrorna skiljer inte på kvinnor och män. Alla visas tillsammans.",
        "These figures do not tell women and men apart. Everybody is shown together.";
}

/// The age span: "20–64 år", "80 år och äldre", "alla åldrar"; "20–64", "80 and
/// over", "all ages".
pub fn age(age: Age, language: Language) -> String {
    let (from, to) = (age.from().to_string(), age.to().map(|to| to.to_string()));
    let phrase = match &to {
        None if age == Age::EVERYBODY => Phrase { sv: "alla åldrar", en: "all ages" },
        None => Phrase { sv: "{0}\u{a0}år och äldre", en: "{0} and over" },
        Some(to) if *to == from => Phrase { sv: "{0}\u{a0}år", en: "{0}" },
        Some(_) => Phrase { sv: "{0}–\u{2060}{1}\u{a0}år", en: "{0}–\u{2060}{1}" },
    };
    phrase.fill(language, &[&from, &to.unwrap_or_default()])
}

/// What shares are of: "befolkningen 20–64 år", "kvinnorna 80 år och äldre",
/// "befolkningen"; of no sex, of women and men each: "kvinnorna och av männen".
pub fn population(sex: Option<Sex>, ages: Age, language: Language) -> String {
    let phrase = match sex {
        Some(Sex::Both) => Phrase { sv: "befolkningen", en: "the population" },
        Some(Sex::Women) => Phrase { sv: "kvinnorna", en: "women" },
        Some(Sex::Men) => Phrase { sv: "männen", en: "men" },
        None => Phrase { sv: "kvinnorna och av männen", en: "women and of men" },
    };
    let who = phrase.get(language);
    if ages == Age::EVERYBODY { who.to_owned() } else { aged(who, ages, language) }
}

/// Persons with their age span: "kvinnor 20–65 år", "personer i alla åldrar".
pub fn persons(sex: Sex, ages: Age, language: Language) -> String {
    let phrase = match sex {
        Sex::Both => Phrase { sv: "personer", en: "persons" },
        Sex::Women => Phrase { sv: "kvinnor", en: "women" },
        Sex::Men => Phrase { sv: "män", en: "men" },
    };
    aged(phrase.get(language), ages, language)
}

/// Whom a population is of: as [`persons`], but for everybody without a word of
/// ages: "kvinnor".
pub(crate) fn of_population(sex: Sex, ages: Age, language: Language) -> String {
    if ages == Age::EVERYBODY && sex != Sex::Both { label(sex, None, language) } else { persons(sex, ages, language) }
}

/// Those who live somewhere: "invånare", "invånare 20–64 år", "kvinnor 80 år och äldre".
pub(crate) fn inhabitants(sex: Sex, ages: Age, language: Language) -> String {
    let who = match sex {
        Sex::Both => Phrase { sv: "invånare", en: "inhabitants" }.get(language),
        sex if ages == Age::EVERYBODY => return label(sex, None, language),
        sex => return persons(sex, ages, language),
    };
    if ages == Age::EVERYBODY { who.to_owned() } else { aged(who, ages, language) }
}

fn aged(who: &str, ages: Age, language: Language) -> String {
    let phrase = if ages == Age::EVERYBODY {
        Phrase { sv: "{0} i {1}", en: "{0} of {1}" }
    } else {
        Phrase { sv: "{0} {1}", en: "{0} aged {1}" }
    };
    phrase.fill(language, &[who, &age(ages, language)])
}

/// What is to be said of who is counted, with the span unless it goes unsaid:
/// "kvinnor", "män 20–65 år", "20–65 år"; empty where nothing is.
pub fn label(sex: Sex, said: Option<Age>, language: Language) -> String {
    match (sex, said) {
        (Sex::Both, None) => String::new(),
        (Sex::Both, Some(Age::EVERYBODY)) => age(Age::EVERYBODY, language),
        (Sex::Both, Some(ages)) => Phrase { sv: "{0}", en: "aged {0}" }.fill(language, &[&age(ages, language)]),
        (Sex::Women, None) => Phrase { sv: "kvinnor", en: "women" }.get(language).to_owned(),
        (Sex::Men, None) => Phrase { sv: "män", en: "men" }.get(language).to_owned(),
        (_, Some(ages)) => persons(sex, ages, language),
    }
}

/// The same as persons: "kvinnor", "personer 20–65 år"; empty where nothing is to be said.
pub(crate) fn whom(sex: Sex, said: Option<Age>, language: Language) -> String {
    match (sex, said) {
        (Sex::Both, Some(ages)) => persons(sex, ages, language),
        _ => label(sex, said, language),
    }
}

/// The same within a sentence: " bland kvinnor", " bland personer 20–65 år",
/// with the space before it; empty where nothing is to be said.
pub fn among(sex: Sex, said: Option<Age>, language: Language) -> String {
    let who = whom(sex, said, language);
    if who.is_empty() {
        return who;
    }
    Phrase { sv: " bland {0}", en: " among {0}" }.fill(language, &[&who])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    fn span(code: &str) -> Age {
        Age::from_code(code).unwrap()
    }

    #[test]
    fn only_what_is_to_be_said_is() {
        for (sex, said, swedish, english) in [
            (Sex::Both, None, "", ""),
            (Sex::Women, None, "kvinnor", "women"),
            (Sex::Both, Some("20-65"), "20–\u{2060}65\u{a0}år", "aged 20–\u{2060}65"),
            (Sex::Men, Some("20-65"), "män 20–\u{2060}65\u{a0}år", "men aged 20–\u{2060}65"),
            (Sex::Both, Some("80+"), "80\u{a0}år och äldre", "aged 80 and over"),
            (Sex::Women, Some("80+"), "kvinnor 80\u{a0}år och äldre", "women aged 80 and over"),
            (Sex::Both, Some("alla"), "alla åldrar", "all ages"),
            (Sex::Men, Some("alla"), "män i alla åldrar", "men of all ages"),
            (Sex::Both, Some("65"), "65\u{a0}år", "aged 65"),
        ] {
            assert_eq!(label(sex, said.map(span), Swedish), swedish);
            assert_eq!(label(sex, said.map(span), English), english);
        }
        assert_eq!(among(Sex::Both, Some(span("20-65")), Swedish), " bland personer 20–\u{2060}65\u{a0}år");
        assert_eq!(among(Sex::Both, Some(span("alla")), English), " among persons of all ages");
        assert_eq!(among(Sex::Women, None, English), " among women");
    }

    #[test]
    fn a_population_says_its_span() {
        for (sex, ages, swedish, english) in [
            (Sex::Women, "20-64", "kvinnorna 20–\u{2060}64\u{a0}år", "women aged 20–\u{2060}64"),
            (Sex::Both, "20-64", "befolkningen 20–\u{2060}64\u{a0}år", "the population aged 20–\u{2060}64"),
            (Sex::Both, "80+", "befolkningen 80\u{a0}år och äldre", "the population aged 80 and over"),
            (Sex::Both, "alla", "befolkningen", "the population"),
            (Sex::Men, "alla", "männen", "men"),
        ] {
            assert_eq!(population(Some(sex), span(ages), Swedish), swedish);
            assert_eq!(population(Some(sex), span(ages), English), english);
        }
    }
}
