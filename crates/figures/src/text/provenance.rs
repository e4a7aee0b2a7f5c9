//! Where figures are from and how exact they are: provenance, agency and
//! exactness of a table to the sentence that a caption says of them.

use super::{area, ui};
use faktabank_tables::statistics::{Language, Phrase, Provenance};

const OWN: Phrase = Phrase { sv: "Siffrorna är {0} egna", en: "Figures as published by {0}" };
/// What was read off has a spread, not a largest error; how it was read is said by the source.
const READ_OFF: Phrase =
    Phrase { sv: "Siffrorna kan avvika med omkring {0}", en: "The figures may be off by about {0}" };
/// How tables say that nothing is to be said of their exactness.
const AS_PUBLISHED: Phrase = Phrase { sv: "som {0} har publicerat", en: "as {0} published it" };

/// The sentence, without the full stop that ends it; `exactness` may be empty.
pub fn sentence(provenance: Provenance, agency: &str, exactness: &str, language: Language) -> String {
    let is_own = provenance == Provenance::Official && !agency.is_empty();
    if provenance == Provenance::Digitised && exactness.contains('±') {
        return READ_OFF.fill(language, &[&exactness.replace('±', "")]);
    }
    let said = match provenance {
        Provenance::Official if is_own => OWN.fill(language, &[&whose(agency, language)]),
        provenance => ui::provenance(provenance).get(language).to_owned(),
    };
    let is_said = is_own && exactness == AS_PUBLISHED.fill(language, &[agency]);
    if exactness.is_empty() || is_said { said } else { [&said, ": ", exactness].concat() }
}

/// An agency as the sentence needs it: "SCB:s", "Försäkringskassans"; in
/// English as it is.
fn whose(agency: &str, language: Language) -> String {
    let is_short = agency.chars().all(char::is_uppercase);
    match language {
        Language::Swedish if is_short => [agency, ":s"].concat(),
        Language::Swedish => area::genitive(agency, language),
        Language::English => agency.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_named_and_nothing_is_said_twice() {
        let check = |provenance, agency: &str, (sv, en): (&str, &str), expected: (&str, &str)| {
            assert_eq!(sentence(provenance, agency, sv, Language::Swedish), expected.0);
            assert_eq!(sentence(provenance, agency, en, Language::English), expected.1);
        };
        check(
            Provenance::Official,
            "SCB",
            ("som SCB har publicerat", "as SCB published it"),
            ("Siffrorna är SCB:s egna", "Figures as published by SCB"),
        );
        check(
            Provenance::Official,
            "Försäkringskassan",
            ("avrundat till tiondelar", "rounded to tenths"),
            (
                "Siffrorna är Försäkringskassans egna: avrundat till tiondelar",
                "Figures as published by Försäkringskassan: rounded to tenths",
            ),
        );
        check(Provenance::Official, "", ("", ""), ("Myndighetens egna siffror", "The agency’s own figures"));
        check(
            Provenance::Digitised,
            "SCB",
            ("±10 för en ersättning", "±10 for a benefit"),
            (
                "Siffrorna kan avvika med omkring 10 för en ersättning",
                "The figures may be off by about 10 for a benefit",
            ),
        );
    }
}
