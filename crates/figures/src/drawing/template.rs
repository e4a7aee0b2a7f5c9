//! Pieces of JSON as text: templates with `$` for what varies, filled in order,
//! and what they are filled with. Knows nothing of charts.

use crate::text::number;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use std::io;

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
    self::text(text)
}

/// A number as JSON; `null` for one that is none.
pub(super) fn value(number: f64) -> String {
    text(&number)
}

/// Anything as JSON; numbers that are none (a gap) are `null`.
pub(crate) fn text<T: Serialize + ?Sized>(part: &T) -> String {
    let mut written = Vec::new();
    // It cannot fail: memory takes all, and plain data have string keys alone.
    let done = part.serialize(&mut Serializer::with_formatter(&mut written, Short));
    done.ok().and_then(|()| String::from_utf8(written).ok()).unwrap_or_default()
}

/// JSON without blanks, with numbers as short as on the page: `1`, not `1.0`.
struct Short;

impl Formatter for Short {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(number::raw(value).as_bytes())
    }
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
