//! Plain data to JSON, with numbers as short as on the page.

use super::number;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use std::io;

/// Anything as JSON without blanks; numbers that are none (a gap) are `null`.
pub(crate) fn text<T: Serialize + ?Sized>(part: &T) -> String {
    let mut written = Vec::new();
    // It cannot fail: memory takes all, and plain data have string keys alone.
    let done = part.serialize(&mut Serializer::with_formatter(&mut written, Short));
    done.ok().and_then(|()| String::from_utf8(written).ok()).unwrap_or_default()
}

/// Numbers as `1`, not as `1.0`.
struct Short;

impl Formatter for Short {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(number::raw(value).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_gaps_are_null() {
        assert_eq!(text(&(1.0, 2.5, f64::NAN, "5 \"\u{1f}")), r#"[1,2.5,null,"5 \"\u001f"]"#);
    }
}
