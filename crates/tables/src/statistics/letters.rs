//! Letters of Swedish names: small ones, their order, and names as they are typed
//! where the keyboard has no å, ä and ö.
//!
//! The full tables of Unicode would weigh more than all our sentences.

/// The small form of a letter; anything but A–Z, Å, Ä and Ö stays.
pub const fn small(letter: char) -> char {
    match letter {
        'Å' => 'å',
        'Ä' => 'ä',
        'Ö' => 'ö',
        _ => letter.to_ascii_lowercase(),
    }
}

/// A text by which names stand in the order of the Swedish alphabet: small
/// letters, å, ä and ö last, which Unicode has in another order.
pub fn ordered(text: &str) -> String {
    let placed = |letter| match small(letter) {
        'å' => '{',
        'ä' => '|',
        'ö' => '}',
        other => other,
    };
    text.chars().map(placed).collect()
}

/// The letter without its dots, ring or accent.
pub const fn bare(letter: char) -> char {
    match letter {
        'å' | 'ä' | 'á' | 'à' | 'æ' | 'Æ' => 'a',
        'ö' | 'ø' | 'Ø' => 'o',
        'é' | 'è' | 'É' => 'e',
        'ü' | 'Ü' => 'u',
        other => other,
    }
}

/// A name as a part of an address or of the name of a file: "dalarnas-lan".
pub fn slug(name: &str) -> String {
    name.chars().map(in_address).collect()
}

/// A letter as a part of an address: a small one without dots; a hyphen for a space.
pub const fn in_address(letter: char) -> char {
    if letter == ' ' { '-' } else { bare(small(letter)) }
}

/// The words of a text in small letters, whatever stands between them. Dots and
/// rings that come as signs of their own, as some systems copy them, are put on
/// their letters.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        let Some(word) = words.last_mut() else { break };
        let composed = match (letter, word.chars().last()) {
            ('\u{30a}', Some('a')) => Some('å'),
            ('\u{308}', Some('a')) => Some('ä'),
            ('\u{308}', Some('o')) => Some('ö'),
            ('\u{301}', Some('e')) => Some('é'),
            _ => None,
        };
        if let Some(composed) = composed {
            word.pop();
            word.push(composed);
        } else if letter.is_ascii_alphanumeric() || !letter.is_ascii() && is_letter(letter) {
            word.push(small(letter));
        } else if !word.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a sign beyond ASCII belongs to a word: no space, dash or quotation mark.
const fn is_letter(sign: char) -> bool {
    matches!(sign, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{1fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_order_of_the_alphabet() {
        let mut names = ["Öckerö", "Ängelholm", "Åmål", "Örebro", "Åre", "Zinkgruvan", "Avesta"];
        names.sort_by_key(|name| ordered(name));
        assert_eq!(names, ["Avesta", "Zinkgruvan", "Åmål", "Åre", "Ängelholm", "Öckerö", "Örebro"]);
    }

    #[test]
    fn words_without_what_stands_between_them() {
        assert_eq!(words(" Malung–Sälens\u{a0}kommun (2023)"), ["malung", "sälens", "kommun", "2023"]);
        assert_eq!(words("A\u{30a}re, O\u{308}rebro"), ["åre", "örebro"]);
        assert_eq!(words("–, ()"), [""; 0]);
    }
}
