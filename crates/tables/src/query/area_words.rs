//! The words of a name or a question: what sort of area it speaks of, and the name
//! without that. "Falu kommun", "Dalarnas län", "Region Dalarna" and "Finsam
//! Falun-Borlänge" each say both.

use crate::statistics::letters::bare;

/// What sort of area a word speaks of; the large first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Country,
    County,
    Municipality,
    Association,
}

/// Words for sorts of areas, without dots and rings.
const SORTS: [(&str, Sort); 17] = [
    ("kommun", Sort::Municipality),
    ("kommunen", Sort::Municipality),
    ("stad", Sort::Municipality),
    ("municipality", Sort::Municipality),
    ("city", Sort::Municipality),
    ("lan", Sort::County),
    ("lanet", Sort::County),
    ("county", Sort::County),
    ("region", Sort::County),
    ("regionen", Sort::County),
    ("landstinget", Sort::County),
    ("finsam", Sort::Association),
    ("forbund", Sort::Association),
    ("samordningsforbund", Sort::Association),
    ("samordningsforbundet", Sort::Association),
    ("coordination", Sort::Association),
    ("association", Sort::Association),
];

/// Words that say only that all of an area is meant.
const WHOLE: [&str; 5] = ["hela", "all", "of", "the", "whole"];

/// What was typed, in the forms in which it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The sort of area, if a word says it.
    pub(super) sort: Option<Sort>,
    /// All words.
    pub(super) whole: String,
    /// The words without the sort and without the genitive at their end.
    pub(super) plain: String,
    /// The same without dots and rings.
    pub(super) folded: String,
    /// All words without dots and rings.
    pub(super) folded_whole: String,
    /// The words of the name, one by one, without dots and rings.
    pub(super) folded_names: Vec<String>,
}

/// What words ask for.
pub(super) fn asked(words: &[String]) -> Asked {
    let (mut sort, mut names) = (None, Vec::new());
    for word in words {
        // "Västra Götalandsregionen"
        let (word, joined) = match word.strip_suffix("regionen").filter(|name| !name.is_empty()) {
            Some(name) => (name, Some(Sort::County)),
            None => (word.as_str(), None),
        };
        match sort_of(word) {
            Some(found) => sort = sort.or(Some(found)),
            None if WHOLE.contains(&word) => {}
            None => {
                sort = sort.or(joined);
                names.push(word.to_owned());
            }
        }
    }
    if names.is_empty() {
        // "Lan" is a word for a sort, and how "Landskrona" begins.
        sort = None;
        names = words.to_vec();
    }
    let (whole, plain) = (words.join(" "), canonical(&names));
    Asked {
        sort,
        folded: folded(&plain),
        folded_whole: folded(&whole),
        folded_names: names.iter().map(|name| folded(name)).collect(),
        whole,
        plain,
    }
}

/// What words ask for of which the last is the beginning of a word for a sort;
/// `None` if it is not, or alone.
pub(super) fn partly_a_sort(words: &[String]) -> Option<Asked> {
    let (last, names) = words.split_last().filter(|(_, names)| !names.is_empty())?;
    let last = folded(last);
    let (_, sort) = SORTS.iter().find(|(word, _)| word.starts_with(&last))?;
    Some(Asked { sort: Some(*sort), ..asked(names) })
}

fn sort_of(word: &str) -> Option<Sort> {
    let word = folded(word);
    SORTS.iter().find(|(known, _)| *known == word).map(|(_, sort)| *sort)
}

/// Words as one name, without the genitive at its end: that of "Dalarnas", and for
/// the same reason the end of "Borås".
fn canonical(names: &[String]) -> String {
    let mut name = names.join(" ");
    if name.len() > 1 && name.ends_with('s') {
        name.pop();
    }
    name
}

/// A text without dots and rings.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(bare).collect()
}
