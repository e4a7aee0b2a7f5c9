//! Words in both languages: owned (from a snapshot) or staying as long as the
//! program runs (ours, and those of definitions).

use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Swedish, the default.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The BCP 47 tag, as in `lang=` and `sprak=`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language of a tag; `None` for one the page does not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Words in both languages that stay: ours, of which leaving one out does not
/// compile, and those of definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Swedish.
    pub sv: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The words in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.sv,
            Language::English => self.en,
        }
    }

    /// The words in `language` with `{0}`, `{1}` … replaced by `parts`: a
    /// sentence stands in one place for both languages. A place without its
    /// part stays empty.
    pub fn fill(self, language: Language, parts: &[&str]) -> String {
        let mut text = String::new();
        let mut rest = self.get(language);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            let at = place.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')));
            text.push_str(parts.get(at).copied().unwrap_or(""));
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// Words that a snapshot carries, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Label {
    /// A label from its two languages.
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// The words in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_filled_in_either_order() {
        let phrase = Phrase { sv: "{1} efter {0}.", en: "{0} before {1}." };
        assert_eq!(phrase.fill(Language::Swedish, &["ett", "två"]), "två efter ett.");
        assert_eq!(phrase.fill(Language::English, &["one", "two"]), "one before two.");
        assert_eq!(phrase.fill(Language::English, &["one"]), "one before .");
        assert_eq!(Phrase { sv: "inget", en: "none" }.fill(Language::Swedish, &[]), "inget");
    }
}
