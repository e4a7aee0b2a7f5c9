//! Words of the page to words of a file: what only lays out lines on a screen
//! would be in the way of whoever searches or compares.

/// Without word joiners, and with plain spaces.
pub fn of(words: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2060}' => None,
        '\u{a0}' => Some(' '),
        letter => Some(letter),
    };
    words.chars().filter_map(plain).collect()
}
