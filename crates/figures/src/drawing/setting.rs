//! How wide words are, and where their lines break.
//!
//! By the usual widths of letters, on the generous side, since nothing here can
//! measure them; readers and other programs may have other fonts.

/// The letters of names and numbers.
pub const SANS: &str = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
/// Those of headlines.
pub const SERIF: &str = "Charter, Cambria, Georgia, 'Liberation Serif', serif";

/// How high the letters of a drawing are, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Names and numbers.
    pub large: u32,
    /// Ticks, and what stands under a drawing.
    pub small: u32,
}

impl Sizes {
    /// In a file, which is seen smaller than it is.
    pub const FILE: Self = Self { large: 15, small: 14 };
    /// On a page.
    pub const PAGE: Self = Self { large: 13, small: 13 };

    /// One of the two.
    pub const fn of(self, large: bool) -> u32 {
        if large { self.large } else { self.small }
    }
}

/// Words of letters of this size in lines no wider than so many pixels. A word
/// that is wider alone, as an address may be, is broken where it must.
pub fn lines(words: &str, size: u32, width: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let room = width * 100;
    let mut used = 0;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let needed = wide(word, size);
        if used > 0 && used + wide(" ", size) + needed > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += wide(" ", size);
        }
        for letter in word.chars() {
            let needed = letter_width(letter) * size;
            if used > 0 && used + needed > room {
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
pub fn width_of(words: &str, size: u32) -> f64 {
    f64::from(wide(words, size)) / 100.0
}

/// The widest of several, in pixels.
pub(super) fn widest<'a>(words: impl Iterator<Item = &'a str>, size: u32) -> f64 {
    words.map(|words| width_of(words, size)).fold(0.0, f64::max)
}

/// In hundredths of a pixel.
fn wide(words: &str, size: u32) -> u32 {
    words.chars().map(|letter| letter_width(letter) * size).sum()
}

/// In hundredths of the size of the letters: the wider of Arial bold, Georgia
/// bold and their like.
const fn letter_width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 33,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 40,
        'm' | 'w' | '%' | '—' => 95,
        'M' | 'W' | '@' => 100,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' | '&' | '=' | '+' => 74,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_between_words_and_long_ones_inside() {
        assert_eq!(lines("", 10, 100), Vec::<String>::new());
        assert_eq!(lines("en rad", 10, 100), ["en rad"]);
        assert_eq!(lines("två rader som inte ryms", 10, 80), ["två rader som", "inte ryms"]);
        let address = "https://faktabank.example/?vy=utforska&omrade=2080,2081";
        let broken = lines(&["På ", address].concat(), 10, 120);
        assert!(broken.len() > 3 && broken[1..].concat() == address, "{broken:?}");
        assert_eq!(lines("ab", 10, 0), ["a", "b"]);
    }
}
