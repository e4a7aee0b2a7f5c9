//! Words of definitions: in both languages, and with the places that sentences
//! fill in.

use super::super::finding::{Finding, Rule};
use super::place::Place;
use super::shape::{Key, Shape, check as check_shape, needed, said};
use std::collections::BTreeSet;

/// The keys of words.
const LANGUAGES: [Key; 2] = [needed("sv", Shape::Blank), needed("en", Shape::Blank)];

/// Remarks on words that lack a language.
pub(super) fn check_keys(place: &Place<'_>, findings: &mut Vec<Finding>) {
    check_shape(place, &Shape::Table(&LANGUAGES), findings);
}

/// Remarks on words that lack a language, say nothing in one, or have other
/// places than `{0}`, `{1}` … of `may`, or not all of `must`.
pub(super) fn check(place: &Place<'_>, may: &[u8], must: &[u8], findings: &mut Vec<Finding>) {
    check_keys(place, findings);
    for language in &LANGUAGES {
        let at = place.key(language.name);
        let Some(text) = at.text() else { continue };
        if let Some((rule, detail)) = said(text) {
            findings.push(at.remark(rule, detail));
            continue;
        }
        let mut found = BTreeSet::new();
        for name in places(text) {
            match name.parse::<u8>().ok().filter(|number| may.contains(number)) {
                Some(number) => _ = found.insert(number),
                None => findings.push(at.remark(Rule::Words, unknown(name, may))),
            }
        }
        for lacks in must.iter().filter(|number| !found.contains(number)) {
            findings.push(at.remark(Rule::Words, format!("lacks {{{lacks}}}")));
        }
    }
}

fn unknown(name: &str, may: &[u8]) -> String {
    match may {
        [] => format!("has {{{name}}}, and nothing is filled in here"),
        may => {
            let all: Vec<String> = may.iter().map(|number| format!("{{{number}}}")).collect();
            format!("has {{{name}}}; filled in here are {}", all.join(", "))
        }
    }
}

/// What stands within braces, as a sentence is filled in; a brace that is never
/// closed takes the rest with it.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|after| after.split_once('}').map_or(after, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_what_braces_hold() {
        assert_eq!(places("{0} var {12}").collect::<Vec<_>>(), ["0", "12"]);
        assert_eq!(places("ingen").count(), 0);
        assert_eq!(places("{x och {1}").collect::<Vec<_>>(), ["x och ", "1"]);
    }
}
