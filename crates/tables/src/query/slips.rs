//! Slips of the finger: how far what was typed is from how a name begins.

/// Most slips that are forgiven, in a long word.
const MOST_SLIPS: usize = 2;

/// How many slips away a name or a word of it begins with what is wanted;
/// `None` if more than are forgiven: one in four letters or more, two in eight.
pub(super) fn slips(wanted: &str, name: &str) -> Option<usize> {
    let wanted: Vec<char> = wanted.chars().collect();
    let from = |start: &str| slips_from(&wanted, &start.chars().collect::<Vec<_>>());
    let fewest = name.split(' ').map(from).chain([from(name)]).min()?;
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
