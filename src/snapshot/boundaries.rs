//! `geo/kommuner.json` to [`Boundaries`].

use super::reading::read_file;
use super::{Failure, SnapshotError};
use crate::json_stat::{Node, Seen};
use crate::statistics::{AreaCode, Boundaries, Boundary};

/// Where the boundaries are, below `data/`; the manifest says so too.
pub const BOUNDARIES_FILE: &str = "geo/kommuner.json";

/// Reads `geo/kommuner.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// names an unknown or repeated code.
pub fn read_boundaries(bytes: &[u8]) -> Result<Boundaries, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(BOUNDARIES_FILE))
}

fn parse(bytes: &[u8]) -> Result<Boundaries, Failure> {
    read_file(bytes, |root| {
        let mut boundaries = Boundaries::default();
        let mut codes = Seen::default();
        for each in root.field("kommuner").items() {
            let code = each.field("code");
            codes.once(code.text(), &code);
            if let Some(code) = code.code(code.text(), "area", AreaCode::from_code) {
                let (mut frame, mut inside) = ([0; 4], [0; 2]);
                numbers(&each.field("frame"), &mut frame);
                numbers(&each.field("inside"), &mut inside);
                boundaries.kommuner.push(Boundary { code, frame, inside, path: each.text_of("path") });
            }
        }
        boundaries
    })
}

/// An array of exactly so many whole numbers.
fn numbers(found: &Node<'_>, into: &mut [usize]) {
    let items = found.items();
    if items.len() != into.len() {
        found.expected("a list of another length");
    }
    for (place, item) in into.iter_mut().zip(&items) {
        *place = item.whole();
    }
}
