//! Areas in sentences: "Dalarna", "riket", "Borås", and their genitives.

use super::letters::uncapitalised;
use faktabank_tables::statistics::{AreaCode, AreaKind, Language};

/// Län that the press calls by the name of the landscape or region alone; the
/// others share their name with a town and keep "län".
const COUNTIES_BY_SHORT_NAME: [(u8, &str); 15] = [
    (4, "Södermanland"),
    (5, "Östergötland"),
    (7, "Kronoberg"),
    (10, "Blekinge"),
    (12, "Skåne"),
    (13, "Halland"),
    (14, "Västra Götaland"),
    (17, "Värmland"),
    (19, "Västmanland"),
    (20, "Dalarna"),
    (21, "Gävleborg"),
    (22, "Västernorrland"),
    (23, "Jämtland"),
    (24, "Västerbotten"),
    (25, "Norrbotten"),
];

/// The area as a label stands alone: "Dalarna", "Riket", "Falun".
pub fn label(code: AreaCode, name: &str, language: Language) -> String {
    match (code, language) {
        (AreaCode::Country, Language::Swedish) => "Riket".to_owned(),
        (AreaCode::Country, Language::English) => "Sweden".to_owned(),
        (AreaCode::County(county), _) => COUNTIES_BY_SHORT_NAME
            .iter()
            .find(|&&(code, _)| code == county)
            .map_or_else(|| name.to_owned(), |&(_, short)| short.to_owned()),
        (AreaCode::Municipality(_), _) => name.to_owned(),
    }
}

/// The area inside a sentence: "riket" is a common noun, names stay.
pub(crate) fn in_sentence(label: &str, kind: AreaKind, language: Language) -> String {
    match (kind, language) {
        (AreaKind::Country, Language::Swedish) => uncapitalised(label),
        _ => label.to_owned(),
    }
}

/// The genitive: "Dalarnas", "Borås", "Falun's", "Borås'".
pub(crate) fn genitive(name: &str, language: Language) -> String {
    let sibilant = name.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']);
    let ending = match (language, sibilant) {
        (Language::Swedish, true) => "",
        (Language::Swedish, false) => "s",
        (Language::English, true) => "\u{2019}",
        (Language::English, false) => "\u{2019}s",
    };
    [name, ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_genitives() {
        assert_eq!(label(AreaCode::DALARNA, "Dalarnas län", Language::Swedish), "Dalarna");
        assert_eq!(label(AreaCode::County(1), "Stockholms län", Language::Swedish), "Stockholms län");
        assert_eq!(label(AreaCode::Country, "Riket", Language::English), "Sweden");
        assert_eq!(in_sentence("Riket", AreaKind::Country, Language::Swedish), "riket");
        for (name, swedish, english) in [("Mora", "Moras", "Mora’s"), ("Borås", "Borås", "Borås’")] {
            assert_eq!(genitive(name, Language::Swedish), swedish);
            assert_eq!(genitive(name, Language::English), english);
        }
    }
}
