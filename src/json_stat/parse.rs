//! A JSON text to a type of ours, or what is wrong with it and where: the only
//! place where `data/` is parsed. Knows no type.

use super::{Error, Problem};
use serde::Deserialize;
use serde_json::error::Category;

/// Reads a JSON text. Of a name that a map has twice the last counts; a struct
/// refuses it. So is refused what is nested deeper than 127 times.
///
/// # Errors
/// What is not as the type has it, with its path: `editions[0].tables[2].id`,
/// `$` for the text itself.
pub(crate) fn parse<'de, T: Deserialize<'de>>(text: &'de [u8]) -> Result<T, Error> {
    let mut json = serde_json::Deserializer::from_slice(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let is_root = matches!(path.as_str(), "." | "?");
        problem(error.inner()).at(if is_root { "$".to_owned() } else { path })
    })?;
    json.end().map_err(|error| problem(&error).at("$".to_owned()))?;
    Ok(read)
}

fn problem(error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    if error.classify() != Category::Data {
        return Problem::NotJson(message);
    }
    // The path says where better than a column of a file of one line.
    let place = format!(" at line {} column {}", error.line(), error.column());
    Problem::Form(message.trim_end_matches(&place).to_owned())
}
