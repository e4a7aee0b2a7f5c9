//! Our parser of JSON makes of a text what serde_json makes of it, or refuses it
//! with serde_json. The tests of the page run some of this too.

use faktabank::json::{self, Json};
use serde_json::Value;

/// Texts that only just are JSON, or are not, each with its name.
const TEXTS: [(&str, &[u8]); 39] = [
    ("nothing", b""),
    ("blanks", b" \t\r\n"),
    ("half a word", b"nul"),
    ("each kind", br#"{"n":null,"t":true,"f":false,"s":"","l":[],"o":{}}"#),
    ("numbers", b"[0,-0,7,-7,0.1,0.30000000000000004,17.45,-0.00,9007199254740993]"),
    ("numbers with an exponent", b"[1e3,1.5E-3,2E+2,0e0,-1e-7,123456789012345678901234567890,5e-324,1e-999]"),
    ("an exponent of nothing", b"[1e]"),
    ("a minus alone", b"[-]"),
    ("a plus", b"[+1]"),
    ("a number too large", b"[1,1e999]"),
    ("a number too large, alone", b"-1e999"),
    ("a number with a leading zero", b"[01]"),
    ("a number with a point too many", b"[1.]"),
    ("numbers that are none", b"[NaN]"),
    ("numbers in hexadecimal", b"[0x10]"),
    ("what is like a number", br#"[1,"2",null,true,[3],{},"",-4.5]"#),
    ("what inherits a number", br#"[{"valueOf":1,"toString":1},{"length":2}]"#),
    ("nulls alone", b"[null,null]"),
    ("a comma too many", b"[1,]"),
    ("a comma too few", b"[1 2]"),
    ("something after it", b"{} {}"),
    ("names in no order", br#"{"b":1,"a":2,"10":3,"9":4,"\u00e5":5,"":6}"#),
    ("a name twice", br#"{"a":1,"b":2,"a":3}"#),
    ("names of the language", br#"{"__proto__":{"a":1},"constructor":null,"length":3}"#),
    ("names beyond the first plane", br#"{"\uffee":1,"\ud801\udc37":2}"#),
    ("a name without quotes", b"{a:1}"),
    ("single quotes", b"['a']"),
    ("escapes", br#"["\"\\\/\b\f\n\r\t\u00e5\ud801\udc37"]"#),
    ("half of a pair", br#"["\ud801"]"#),
    ("half of a pair before another letter", br#"["\ud801\u0041"]"#),
    ("the other half of a pair", br#"["\udc37"]"#),
    ("a code cut short", br#"["\u00e"]"#),
    ("an escape that is none", br#"["\x41"]"#),
    ("a line within a string", b"[\"a\nb\"]"),
    ("a comment", b"[1] // one"),
    ("a byte order mark", b"\xef\xbb\xbf{}"),
    ("bytes that are not UTF-8", b"[\"\xe5\"]"),
    ("a page instead", b"<!doctype html><title>404</title>"),
    ("cut short", br#"{"version": "2.0", "#),
];

/// Texts that our parser and serde_json differ on.
pub(crate) fn differences() -> Vec<String> {
    let nested = |deep: usize| ["[".repeat(deep), "]".repeat(deep)].concat();
    let (deep, deeper) = (nested(127), nested(128));
    let nested = [("nested as deep as may be", deep.as_bytes()), ("nested deeper", deeper.as_bytes())];
    TEXTS.into_iter().chain(nested).filter_map(|(name, text)| Some([name, ": ", &difference(text)?].concat())).collect()
}

/// How the two differ on a text, if they do.
pub(crate) fn difference(text: &[u8]) -> Option<String> {
    let ours = json::parse(text).ok();
    let theirs = serde_json::from_slice(text).ok().map(ours_of);
    (ours != theirs).then(|| format!("{ours:?} instead of {theirs:?}"))
}

fn ours_of(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Flag(flag),
        Value::Number(number) => number.as_f64().map_or(Json::Null, Json::Number),
        Value::String(text) => Json::Text(text),
        Value::Array(list) => Json::List(list.into_iter().map(ours_of).collect()),
        Value::Object(members) => {
            let mut object = json::Object::default();
            for (name, value) in members {
                object.put(name, ours_of(value));
            }
            Json::Object(object)
        }
    }
}
