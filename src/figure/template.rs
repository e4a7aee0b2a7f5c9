//! Pieces of JSON as text: templates with `$` for what varies, filled in order,
//! and what they are filled with. Knows nothing of charts.

use crate::text::number;

/// A template with its gaps filled, each with a piece of JSON.
pub(super) fn fill(template: &str, pieces: &[&str]) -> String {
    let mut filled = String::new();
    let mut pieces = pieces.iter();
    for (at, part) in template.split('$').enumerate() {
        if at > 0 {
            filled.push_str(pieces.next().unwrap_or(&"null"));
        }
        filled.push_str(part);
    }
    filled
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    quote(text, &mut quoted);
    quoted
}

/// A text as JSON, added to what is written.
pub(super) fn quote(text: &str, written: &mut String) {
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                written.push('\\');
                written.push(letter);
            }
            '\0'..='\u{1f}' => {
                written.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                written.extend(char::from_digit(letter as u32 % 16, 16));
            }
            _ => written.push(letter),
        }
    }
    written.push('"');
}

/// A number as JSON; `null` for one that is none.
pub(super) fn value(number: f64) -> String {
    if number.is_finite() { number::raw(number) } else { "null".to_owned() }
}

/// Yes or no as JSON.
pub(super) fn yes(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in_order_and_texts_kept_as_they_are() {
        let text = fill(r#"{"a":$,"b":[$,$]}"#, &[&quoted("5 $ \"\\\n\u{1f}"), &value(1.5), &value(f64::NAN)]);
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, serde_json::json!({ "a": "5 $ \"\\\n\u{1f}", "b": [1.5, null] }));
    }
}
