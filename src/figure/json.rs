//! What serde can take apart → JSON text; the page's only writer of JSON.
//! Knows nothing of charts.
//!
//! It cannot fail and writes into one string, so that each of the hundreds of
//! fields that charming may write costs the page two calls. serde_json's own
//! writers, made for streams that may break, cost 25 KiB more.

use super::template;
use crate::json::{self, Json};
use serde::ser::{self, Serialize};
use serde_json::Value;
use std::fmt::{self, Display};

/// The JSON text of something; numbers that are none (a gap) are `null`.
pub(crate) fn text(part: &impl Serialize) -> String {
    let mut writer = Writer(String::new());
    let Ok(()) = part.serialize(&mut writer);
    writer.0
}

/// The same, to be added to.
pub(super) fn value(part: &impl Serialize) -> Value {
    parsed(&text(part))
}

/// A text that is JSON for certain.
pub(super) fn parsed(text: &str) -> Value {
    // By the parser of `data/`: serde_json's would come along for this alone.
    json::parse(text.as_bytes()).map(plain).unwrap_or_default()
}

fn plain(json: Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Flag(flag) => flag.into(),
        Json::Number(number) => number.into(),
        Json::Text(text) => text.into(),
        Json::List(list) => list.into_iter().map(plain).collect(),
        Json::Object(object) => object.into_members().map(|(name, value)| (name, plain(value))).collect(),
    }
}

struct Writer(String);

/// There is none: a string takes everything.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        // Not to be reached: for types that serde cannot take apart, such as
        // a poisoned lock; charts have none.
        std::process::abort()
    }
}

type Written = Result<(), Never>;

impl Writer {
    /// A comma, except before the first within something.
    fn next(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }

    fn member(&mut self, key: &str) {
        self.next();
        template::quote(key, &mut self.0);
        self.0.push(':');
    }
}

/// Numbers of every kind are written as one.
macro_rules! numbers {
    ($($method:ident $kind:ty),*) => {
        $(fn $method(self, number: $kind) -> Written {
            self.serialize_f64(number as f64)
        })*
    };
}

impl ser::Serializer for &mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_u8 u8,
        serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_f32 f32);

    fn serialize_f64(self, number: f64) -> Written {
        self.0.push_str(&template::value(number));
        Ok(())
    }

    fn serialize_bool(self, yes: bool) -> Written {
        self.0.push_str(template::yes(yes));
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Written {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        template::quote(text, &mut self.0);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.0.push('{');
        self.member(variant);
        let Ok(()) = value.serialize(&mut *self);
        self.0.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.0.push('[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Self, Never> {
        self.0.push('{');
        self.member(variant);
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        self.0.push('{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Self, Never> {
        self.0.push('{');
        self.member(variant);
        self.serialize_map(None)
    }
}

/// What has entries, with what ends it.
macro_rules! entries {
    ($($kind:ident $method:ident $end:literal),*) => {
        $(impl ser::$kind for &mut Writer {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.next();
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.0.push_str($end);
                Ok(())
            }
        })*
    };
}

entries!(SerializeSeq serialize_element "]", SerializeTuple serialize_element "]",
    SerializeTupleStruct serialize_field "]", SerializeTupleVariant serialize_field "]}");

/// What has named members, with what ends it.
macro_rules! members {
    ($($kind:ident $end:literal),*) => {
        $(impl ser::$kind for &mut Writer {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
                self.member(key);
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.0.push_str($end);
                Ok(())
            }
        })*
    };
}

members!(SerializeStruct "}", SerializeStructVariant "}}");

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.next();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.0.push(':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.0.push('}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::component::Axis;
    use charming::datatype::{CompositeValue, DataPoint};
    use charming::element::{AxisLabel, AxisType, Color, ColorStop, LineStyle};
    use charming::series::Line;
    use serde_json::json;

    #[track_caller]
    fn check(part: &impl Serialize) {
        let expected = serde_json::to_value(part).expect("plain data");
        assert_eq!(as_browsers_read(value(part)), as_browsers_read(expected));
    }

    /// 1 and 1.0 are the same number.
    fn as_browsers_read(value: Value) -> Value {
        match value {
            Value::Number(number) => number.as_f64().into(),
            Value::Array(list) => list.into_iter().map(as_browsers_read).collect(),
            Value::Object(map) => map.into_iter().map(|(key, value)| (key, as_browsers_read(value))).collect(),
            other => other,
        }
    }

    #[test]
    fn parts_of_charts_are_written_as_serde_json_writes_them() {
        let points: Vec<DataPoint> = vec![1.5.into(), CompositeValue::from(f64::NAN).into(), (-2.0, "two").into()];
        check(&Line::new().id("a").name("B \"c\"").show_symbol(true).data(points));
        check(&Axis::new().type_(AxisType::Category).data(vec!["a", "b"]).axis_label(AxisLabel::new().interval(0)));
        let stops = vec![ColorStop::new(0, "red"), ColorStop::new(1, "blue")];
        check(&LineStyle::new().color(Color::LinearGradient { x: 0.0, y: 0.5, x2: 1.0, y2: 1e-7, color_stops: stops }));
    }

    #[test]
    fn every_form_of_data_is_written_as_serde_json_writes_it() {
        #[derive(serde::Serialize)]
        enum Form {
            Unit,
            Newtype(u8),
            Tuple(i64, f32),
            Struct { a: char, b: Option<bool> },
        }
        check(&[Form::Unit, Form::Newtype(1), Form::Tuple(-2, 0.5), Form::Struct { a: 'ö', b: None }]);
        check(&json!({"": [], "a\\b": {"c": null, "d": [true, [], {}]}, "line\n\u{1f}break": "[", "e": 1e300}));
    }
}
