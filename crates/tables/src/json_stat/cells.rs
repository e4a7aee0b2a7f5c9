//! The cells of a dataset: `value` and `status`, dense or sparse, to what each
//! holds.

use super::root::{Entries, Status};
use super::{Error, Problem};

/// One value a cell; what is `null` or, in a sparse object, left out is missing.
pub(super) fn values(found: Option<Entries<Option<f64>>>, cells: usize) -> Result<Vec<Option<f64>>, Error> {
    match found {
        Some(Entries::Array(values)) => has_count("value", values.len(), cells).map(|()| values),
        Some(Entries::Object(sparse)) => {
            let mut values = vec![None; cells];
            for (key, value) in sparse {
                values[position("value", &key, cells)?] = value;
            }
            Ok(values)
        }
        None => Err(Problem::Missing.at("value".to_owned())),
    }
}

/// What is said of every cell is a symbol or a key, and no longer than this.
const LONGEST: usize = 32;

/// Cells of which something is said, with what.
pub(super) fn status(found: Option<Status>, cells: usize) -> Result<Vec<(usize, String)>, Error> {
    let mut status = Vec::new();
    match found {
        // Said of each of millions of cells, a long text would fill any memory.
        Some(Status::All(Some(text))) if text.len() > LONGEST => {
            return Err(Problem::Form("longer than a symbol is".to_owned()).at("status".to_owned()));
        }
        Some(Status::All(Some(text))) => status.extend((0..cells).map(|at| (at, text.clone()))),
        Some(Status::Each(Entries::Array(each))) => {
            has_count("status", each.len(), cells)?;
            status.extend(each.into_iter().enumerate().filter_map(|(at, text)| Some((at, text?))));
        }
        Some(Status::Each(Entries::Object(sparse))) => {
            for (key, text) in sparse {
                let at = position("status", &key, cells)?;
                status.extend(text.map(|text| (at, text)));
            }
        }
        Some(Status::All(None)) | None => {}
    }
    Ok(status)
}

fn has_count(list: &str, found: usize, expected: usize) -> Result<(), Error> {
    if found == expected { Ok(()) } else { Err(Problem::WrongCount { expected, found }.at(list.to_owned())) }
}

/// The position of a cell that a sparse object names.
fn position(object: &str, key: &str, size: usize) -> Result<usize, Error> {
    let position = key.parse().ok().filter(|position| *position < size);
    position.ok_or_else(|| Problem::OutOfRange { found: key.to_owned(), size }.at(object.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::Dataset;
    use std::fs;
    use std::path::Path;

    /// What a few bytes may ask for is bounded, each told with its place.
    #[test]
    fn what_would_fill_any_memory_is_refused() {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/json-stat");
        for (file, expected) in [
            ("eight-million-cells.json", "status: longer than a symbol is"),
            ("thousands-of-dimensions.json", "id: more dimensions than a table has"),
            ("sizes-that-overflow.json", "size: more than 8000000 cells"),
            ("codes-twice.json", "dimension.a.category.index: \"x\" appears twice"),
            ("depth.json", "recursion limit exceeded"),
            ("huge-numbers.json", "number out of range"),
            ("lone-surrogate.json", "unexpected end of hex escape"),
        ] {
            let error = Dataset::read(&fs::read(corpus.join(file)).unwrap()).unwrap_err().to_string();
            assert!(error.contains(expected), "{file}: {error}");
        }
    }
}
