//! A figure to the name of its file: "faktabanken-falun-summa-andel-kvinnor-
//! 2014H1-2025H2-utgava-2026-06.csv".

use super::Subject;
use crate::text::letters;
use faktabank_tables::statistics::{Language, Sex};

/// So many places and contents are named; more would make no name.
const NAMED: usize = 3;

/// The name of a figure's file, in letters that every system takes; `suffix`
/// tells apart what has the same ending.
pub(super) fn of(subject: &Subject<'_>, suffix: &str, ending: &str) -> String {
    let resolved = subject.resolved;
    let places = subject.place_names(Language::Swedish).into_iter().take(NAMED);
    let mut parts: Vec<String> = vec!["faktabanken".to_owned()];
    parts.extend(places);
    parts.extend(resolved.what.contents.iter().take(NAMED).map(|content| content.code().to_owned()));
    parts.push(resolved.what.measure.code().to_owned());
    parts.extend(match resolved.what.sex {
        _ if resolved.is_apart() => Some("kvinnor-och-man".to_owned()),
        Sex::Both => None,
        Sex::Women => Some("kvinnor".to_owned()),
        Sex::Men => Some("man".to_owned()),
    });
    // `+` would leave nothing in a plain name.
    parts.extend(resolved.age_said().map(|age| age.to_string().replace('+', "-plus")));
    let (first, last) = (resolved.time.periods.first(), resolved.time.periods.last());
    parts.extend(first.filter(|_| first != last).map(ToString::to_string));
    parts.extend(last.map(ToString::to_string));
    parts.push(["utgava-", &resolved.edition.id.0].concat());
    let parts: Vec<String> = parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect();
    [&parts.join("-"), suffix, ".", ending].concat()
}

/// Letters a–z, digits and single hyphens; upper case stays in periods alone.
fn plain(part: &str) -> String {
    let is_period = faktabank_tables::statistics::Period::from_code(part).is_some();
    let mut plain = String::new();
    for letter in part.chars() {
        let letter = match if is_period { letter } else { letters::small(letter) } {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        };
        if letter != '-' || !(plain.is_empty() || plain.ends_with('-')) {
            plain.push(letter);
        }
    }
    plain.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_plain() {
        assert_eq!(plain("Västra Götaland"), "vastra-gotaland");
        assert_eq!(plain("Finsam Falun-Borlänge"), "finsam-falun-borlange");
        assert_eq!(plain("  ../=Min (grupp)! "), "min-grupp");
        assert_eq!(plain("2025M06R"), "2025M06R");
        assert_eq!(plain("…"), "");
    }
}
