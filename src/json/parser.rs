//! A JSON text to its values, in one pass. Knows no more than the grammar of
//! RFC 8259.

use super::{Json, Object};
use std::borrow::Cow;

/// How deep lists and objects may lie in each other, as for `serde_json`: each
/// is read by a call within a call.
const DEEPEST: usize = 127;
/// So many digits are a number that is exact, and so is ten to that.
const EXACT: usize = 15;

/// Parses a JSON text in UTF-8, without a byte order mark. Of a name that an
/// object has twice the last counts; a number beyond those of browsers is
/// refused, and so is what is nested deeper than 127 times.
///
/// # Errors
/// What is wrong with the text and where, in English, for whoever mends it.
pub fn parse(text: &[u8]) -> Result<Json, String> {
    // A check that is in the page anyway: it has to mend nothing, or refuses.
    let Cow::Borrowed(text) = String::from_utf8_lossy(text) else { return Err("not UTF-8".to_owned()) };
    let mut parser = Parser { text, at: 0 };
    match parser.value(DEEPEST) {
        Some(json) if parser.at == text.len() => Ok(json),
        _ => Err(parser.mistake()),
    }
}

/// A text, and how far it has been read. What cannot be read is `None`, and
/// the place that was reached is that of the mistake.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn mistake(&self) -> String {
        let before = &self.text.as_bytes()[..self.at];
        let cut_short = self.at == self.text.len();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + usize::from(!cut_short);
        let what = if cut_short { "cut short at line " } else { "a mistake at line " };
        [what, &line.to_string(), " column ", &column.to_string()].concat()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether a byte comes next; if so, goes past it.
    fn take(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A value with the blanks around it, in which others may lie so deep.
    fn value(&mut self, deep: usize) -> Option<Json> {
        self.blanks();
        let value = match self.peek()? {
            b'[' => Json::List(self.list(deep.checked_sub(1)?)?),
            b'{' => Json::Object(self.object(deep.checked_sub(1)?)?),
            b'"' => Json::Text(self.string()?),
            b'n' => self.word("null", Json::Null)?,
            b't' => self.word("true", Json::Flag(true))?,
            b'f' => self.word("false", Json::Flag(false))?,
            _ => Json::Number(self.number()?),
        };
        self.blanks();
        Some(value)
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        for byte in word.bytes() {
            self.take(byte).then_some(())?;
        }
        Some(value)
    }

    fn list(&mut self, deep: usize) -> Option<Vec<Json>> {
        let mut list = Vec::new();
        self.at += 1;
        self.blanks();
        if self.take(b']') {
            return Some(list);
        }
        loop {
            list.push(self.value(deep)?);
            if self.take(b']') {
                return Some(list);
            }
            self.take(b',').then_some(())?;
        }
    }

    fn object(&mut self, deep: usize) -> Option<Object> {
        let mut members = Vec::new();
        self.at += 1;
        self.blanks();
        if self.take(b'}') {
            return Some(Object::default());
        }
        loop {
            self.blanks();
            let name = self.string()?;
            self.blanks();
            self.take(b':').then_some(())?;
            members.push((name, self.value(deep)?));
            if self.take(b'}') {
                return Some(Object::of(members));
            }
            self.take(b',').then_some(())?;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"').then_some(())?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            if self.take(b'"') {
                return Some(string);
            }
            self.take(b'\\').then_some(())?;
            string.push(self.escaped()?);
        }
    }

    /// What an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let letter = match self.peek()? {
            letter @ (b'"' | b'\\' | b'/') => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unit().and_then(|unit| self.letter(unit)),
            _ => return None,
        };
        self.at += 1;
        Some(letter)
    }

    /// The letter of a unit of UTF-16, which may need a second.
    fn letter(&mut self, first: u32) -> Option<char> {
        const HIGH: u32 = 0xd800;
        const LOW: u32 = 0xdc00;
        if !(HIGH..LOW).contains(&first) {
            return char::from_u32(first);
        }
        self.take(b'\\').then_some(())?;
        let low = self.unit()?.checked_sub(LOW).filter(|low| *low < LOW - HIGH)?;
        char::from_u32(0x1_0000 + ((first - HIGH) << 10) + low)
    }

    /// `u` with four digits.
    fn unit(&mut self) -> Option<u32> {
        self.take(b'u').then_some(())?;
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        let negative = self.take(b'-');
        let leads_with_zero = self.peek() == Some(b'0');
        let (mut digits, mut scale) = (0, 1.0);
        let mut count = self.digits(&mut digits)?;
        let mut well = !leads_with_zero || count == 1;
        if self.take(b'.') {
            let decimals = self.digits(&mut digits)?;
            count += decimals;
            for _ in 0..decimals.min(EXACT) {
                scale *= 10.0;
            }
        }
        let mut exact = count <= EXACT;
        if self.take(b'e') || self.take(b'E') {
            exact = false;
            let _ = self.take(b'+') || self.take(b'-');
            self.digits(&mut 0)?;
        }
        let number = if exact {
            // Both are exact, so their quotient is rounded once, as it should be.
            let number = digits as f64 / scale;
            if negative { -number } else { number }
        } else {
            rare(self.text.get(start..self.at)?)
        };
        well &= number.is_finite();
        if !well {
            self.at = start;
        }
        well.then_some(number)
    }

    /// How many digits there are, at least one; they are added to a number.
    fn digits(&mut self, number: &mut u64) -> Option<usize> {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            *number = number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            self.at += 1;
        }
        Some(self.at - start).filter(|count| *count > 0)
    }
}

/// A number with an exponent, or of more digits than are exact.
#[cfg(not(target_arch = "wasm32"))]
fn rare(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(target_arch = "wasm32")]
use crate::browser::number::read as rare;
