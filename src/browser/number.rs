//! The text of a number to the number: any page can read them all, rightly
//! rounded, and so needs no code of its own for it.

/// Reads a number, written as in JSON.
pub fn read(text: &str) -> f64 {
    js_sys::parse_float(text)
}
