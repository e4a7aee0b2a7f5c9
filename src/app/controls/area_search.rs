//! Which areas a reader means who types part of a name or a code.

use crate::query::AreaChoice;
use crate::text::letters::small;

/// An area that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaOption {
    /// The choice.
    pub choice: AreaChoice,
    /// Its code, as in links and tables.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is, in words: "kommun".
    pub kind: String,
}

/// The positions of the options that match, best first: names that begin so,
/// then words that begin so, then the rest; codes that begin so. Capitals and
/// the dots and rings of letters make no difference.
pub fn matching(options: &[AreaOption], typed: &str, most: usize) -> Vec<usize> {
    let wanted = folded(typed.trim());
    let ranks: Vec<_> = options.iter().map(|option| rank(option, &wanted)).collect();
    let mut found = Vec::new();
    for wanted in 0..=2 {
        for (position, rank) in ranks.iter().enumerate() {
            if *rank == Some(wanted) && found.len() < most {
                found.push(position);
            }
        }
    }
    found
}

fn rank(option: &AreaOption, wanted: &str) -> Option<usize> {
    let name = folded(&option.name);
    if name.starts_with(wanted) || option.code.starts_with(wanted) {
        Some(0)
    } else if name.split([' ', '-']).any(|word| word.starts_with(wanted)) {
        Some(1)
    } else {
        name.contains(wanted).then_some(2)
    }
}

/// Small letters without dots and rings.
fn folded(text: &str) -> String {
    text.chars()
        .map(small)
        .map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        })
        .collect()
}
