//! How words are set in a picture, and where their lines break.
//!
//! By the usual widths of letters, on the generous side, since nothing here can
//! measure them; other programs may have other fonts.

pub(super) const SERIF: &str = "Charter, Cambria, Georgia, 'Liberation Serif', serif";
pub(super) const SANS: &str = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/// How words are set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) font: &'static str,
    pub(super) size: u32,
    pub(super) line: u32,
    pub(super) bold: bool,
    pub(super) ink: &'static str,
}

/// Words in lines no wider than so many pixels. A word that is wider alone, as
/// an address may be, is broken where it must.
pub(super) fn lines(words: &str, set: Type, width: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let room = width * 100;
    let mut used = 0;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let needed = wide(word, set);
        if used > 0 && used + wide(" ", set) + needed > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += wide(" ", set);
        }
        for letter in word.chars() {
            let needed = letter_width(letter) * set.size;
            if used + needed > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += needed;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How wide words are, in pixels.
pub(super) fn width_of(words: &str, set: Type) -> f64 {
    f64::from(wide(words, set)) / 100.0
}

/// In hundredths of a pixel.
fn wide(words: &str, set: Type) -> u32 {
    words.chars().map(|letter| letter_width(letter) * set.size).sum()
}

/// In hundredths of the size of the type: the wider of Arial bold, Georgia bold
/// and their like.
const fn letter_width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 33,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 40,
        'm' | 'w' | '%' | '—' => 95,
        'M' | 'W' | '@' => 100,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' | '&' | '=' | '+' => 74,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: Type = Type { font: SANS, size: 10, line: 14, bold: false, ink: "#000" };

    #[test]
    fn words_are_broken_between_words_and_long_ones_inside() {
        assert_eq!(lines("", SET, 100), Vec::<String>::new());
        assert_eq!(lines("en rad", SET, 100), ["en rad"]);
        assert_eq!(lines("två rader som inte ryms", SET, 80), ["två rader som", "inte ryms"]);
        let address = "https://faktabank.example/?vy=utforska&omrade=2080,2081";
        let broken = lines(&["På ", address].concat(), SET, 120);
        assert!(broken.len() > 3 && broken[1..].concat() == address, "{broken:?}");
    }
}
