//! Large and small first letters, for the letters of Swedish and English.
//!
//! The full tables of Unicode would weigh more than all our sentences.

/// The large form of a letter; anything but a–z, å, ä and ö stays.
const fn large(letter: char) -> char {
    match letter {
        'å' => 'Å',
        'ä' => 'Ä',
        'ö' => 'Ö',
        _ => letter.to_ascii_uppercase(),
    }
}

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

    #[test]
    fn names_in_the_order_of_the_alphabet() {
        let mut names = ["Öckerö", "Ängelholm", "Åmål", "Örebro", "Åre", "Zinkgruvan", "Avesta"];
        names.sort_by_key(|name| ordered(name));
        assert_eq!(names, ["Avesta", "Zinkgruvan", "Åmål", "Åre", "Ängelholm", "Öckerö", "Örebro"]);
    }
}
