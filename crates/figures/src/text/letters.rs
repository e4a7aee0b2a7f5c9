//! Large and small first letters, for the letters of Swedish and English.
//!
//! The full tables of Unicode would weigh more than all our sentences.

pub use faktabank_tables::statistics::letters::{bare, ordered, small};

/// The large form of a letter; anything but a–z, å, ä and ö stays.
const fn large(letter: char) -> char {
    match letter {
        'å' => 'Å',
        'ä' => 'Ä',
        'ö' => 'Ö',
        _ => letter.to_ascii_uppercase(),
    }
}

fn with_first(text: &str, turn: fn(char) -> char) -> String {
    let mut letters = text.chars();
    let mut turned = String::with_capacity(text.len());
    turned.extend(letters.next().map(turn));
    turned.push_str(letters.as_str());
    turned
}

/// The text with its first letter large: a sentence.
pub fn capitalised(text: &str) -> String {
    with_first(text, large)
}

/// The words with the full stop that ends them, once.
pub fn with_full_stop(words: &str) -> String {
    [words, if words.is_empty() || words.ends_with(['.', '!', '?']) { "" } else { "." }].concat()
}

/// The text with its first letter small: within a sentence.
pub fn uncapitalised(text: &str) -> String {
    with_first(text, small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters() {
        assert_eq!(capitalised("år 2023"), "År 2023");
        assert_eq!(capitalised("12 månader"), "12 månader");
        assert_eq!(capitalised(""), "");
        assert_eq!(uncapitalised("Övriga"), "övriga");
    }
}
