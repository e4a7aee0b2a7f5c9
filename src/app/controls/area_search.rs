//! Which areas a reader means who types part of a name or a code.

use faktabank_figures::text::letters::small;
use faktabank_tables::query::AreaChoice;
use std::sync::Arc;

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
    pub kind: &'static str,
    /// What else there is to know: the members of a förbund, and whether it has ended.
    pub note: String,
    /// Whether there are figures for it.
    pub held: bool,
}

/// The positions of the options that match, best first: names that begin so,
/// then words that begin so, then the rest; codes that begin so. Capitals and
/// the dots and rings of letters make no difference. Where nothing matches,
/// names that do but for a slip of the finger.
pub fn matching(options: &[Arc<AreaOption>], typed: &str, most: usize) -> Vec<usize> {
    let wanted = folded(typed.trim());
    let find = |rank: &dyn Fn(&AreaOption) -> Option<usize>, worst: usize| {
        let ranks: Vec<_> = options.iter().map(|option| rank(option)).collect();
        let mut found = Vec::new();
        for wanted in 0..=worst {
            for (position, rank) in ranks.iter().enumerate() {
                if *rank == Some(wanted) && found.len() < most {
                    found.push(position);
                }
            }
        }
        found
    };
    let found = find(&|option| rank(option, &wanted), 2);
    if found.is_empty() { find(&|option| slips(option, &wanted), MOST_SLIPS) } else { found }
}

fn rank(option: &AreaOption, wanted: &str) -> Option<usize> {
    let name = folded(&option.name);
    if name.starts_with(wanted) || option.code.starts_with(wanted) {
        Some(0)
    } else if words(&name).any(|word| word.starts_with(wanted)) {
        Some(1)
    } else {
        name.contains(wanted).then_some(2)
    }
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-'])
}

/// Most slips that are forgiven, in a long word.
const MOST_SLIPS: usize = 2;

/// How many slips away a name or a word of it begins with what is wanted;
/// `None` if more than are forgiven: one in four letters or more, two in eight.
fn slips(option: &AreaOption, wanted: &str) -> Option<usize> {
    let wanted: Vec<char> = wanted.chars().collect();
    let name = folded(&option.name);
    let from = |start: &str| slips_from(&wanted, &start.chars().collect::<Vec<_>>());
    let fewest = words(&name).map(from).chain([from(&name)]).min()?;
    (fewest <= (wanted.len() / 4).min(MOST_SLIPS)).then_some(fewest)
}

/// Fewest letters to change, add, leave out or swap with the next (optimal
/// string alignment), so that a name begins with what is wanted.
fn slips_from(wanted: &[char], name: &[char]) -> usize {
    let mut earlier = Vec::new();
    let mut before: Vec<usize> = (0..=name.len()).collect();
    for (row, &letter) in wanted.iter().enumerate() {
        let mut now = vec![row + 1];
        for (at, &other) in name.iter().enumerate() {
            let changed = before[at] + usize::from(letter != other);
            let mut fewest = changed.min(before[at + 1] + 1).min(now[at] + 1);
            if row > 0 && at > 0 && letter == name[at - 1] && wanted[row - 1] == other {
                fewest = fewest.min(earlier[at - 1] + 1);
            }
            now.push(fewest);
        }
        earlier = std::mem::replace(&mut before, now);
    }
    before.into_iter().min().unwrap_or_default()
}

/// Small letters without dots and rings.
fn folded(text: &str) -> String {
    text.chars()
        .map(small)
        .map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' | 'É' => 'e',
            'ü' => 'u',
            other => other,
        })
        .collect()
}
