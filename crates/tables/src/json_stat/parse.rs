//! A JSON text to a type of ours, or what is wrong with it and where: the only
//! place where `data/` is parsed. Knows no type.

use super::objects::Objects;
use super::{Error, Problem};
use serde::Deserialize;
use serde_json::error::Category;

/// Reads a JSON text. Of a name that a map has twice the last counts; a struct
/// refuses it. So is refused what is nested deeper than 127 times.
///
/// # Errors
/// What is not as the type has it, with its path: `editions[0].tables[2].id`.
/// The page says at which line and column instead, and leaves paths to
/// `check-data`: they would make it 8 KiB larger. `$` is the text itself.
pub(crate) fn parse<'de, T: Deserialize<'de>>(text: &'de [u8]) -> Result<T, Error> {
    let mut json = serde_json::Deserializer::from_slice(text);
    let read = T::deserialize(Objects(&mut json)).and_then(|read| json.end().map(|()| read));
    read.map_err(|error| {
        #[cfg(not(target_arch = "wasm32"))]
        let path = path::<T>(text);
        #[cfg(target_arch = "wasm32")]
        let path = "$".to_owned();
        problem(&error).at(path)
    })
}

/// Where in a text that is not a `T` the mistake is: only then is it read once
/// more, since keeping account of paths takes two thirds longer.
#[cfg(not(target_arch = "wasm32"))]
fn path<'de, T: Deserialize<'de>>(text: &'de [u8]) -> String {
    let mut json = serde_json::Deserializer::from_slice(text);
    match serde_path_to_error::deserialize::<_, T>(Objects(&mut json)).map_err(|error| error.path().to_string()) {
        Err(path) if path != "." && path != "?" => path,
        _ => "$".to_owned(),
    }
}

fn problem(error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    if error.classify() != Category::Data {
        return Problem::NotJson(message);
    }
    // A path says where, better than a column of a file of one line.
    let place = format!(" at line {} column {}", error.line(), error.column());
    let has_path = cfg!(not(target_arch = "wasm32"));
    Problem::Form(if has_path { message.trim_end_matches(&place).to_owned() } else { message })
}
