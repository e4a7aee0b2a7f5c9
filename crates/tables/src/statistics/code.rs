//! What files name by a code (an area, a period) to and from that code, for
//! `serde`. Knows no file.

use super::{Age, AreaCode, Period, Resolution, Sex};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// A string that is the code of something.
struct Code<T> {
    /// What it should be the code of, for the message.
    what: &'static str,
    read: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Code<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string, the {} code", self.what)
    }

    fn visit_str<E: Error>(self, code: &str) -> Result<T, E> {
        (self.read)(code).ok_or_else(|| E::custom(format_args!("unknown {} \"{code}\"", self.what)))
    }
}

/// Reads and writes each of these as its code.
macro_rules! as_code {
    ($($kind:ident $what:literal $write:path;)*) => {
        $(impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $write(*self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Code { what: $what, read: Self::from_code })
            }
        })*
    };
}

as_code! {
    AreaCode "area" text;
    Sex "sex" Sex::code;
    Age "age" text;
    Period "period" text;
    Resolution "resolution" Resolution::code;
}

fn text(code: impl ToString) -> String {
    code.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_code_is_written_and_read_as_it() {
        let read: (AreaCode, Sex) = serde_json::from_str(r#"["2080", "1+2"]"#).expect("codes");
        assert_eq!(read, (AreaCode::Municipality(2080), Sex::Both));
        assert_eq!(serde_json::to_string(&read).expect("codes"), r#"["2080","1+2"]"#);
        let message = |json: &str| serde_json::from_str::<Period>(json).map_err(|error| error.to_string());
        assert_eq!(message(r#""2025W1""#), Err("unknown period \"2025W1\" at line 1 column 8".to_owned()));
        let kind = "invalid type: integer `2025`, expected a string, the period code at line 1 column 4";
        assert_eq!(message("2025"), Err(kind.to_owned()));
    }
}
