//! A selection of modelled figures to the words that keep anyone from taking
//! them for facts about its areas.

use crate::text::modelled::{self, Of};
use faktabank_tables::query::{Place, Resolved};
use faktabank_tables::statistics::{AreaCode, Phrase};

/// What modelled figures of a selection are, and what they say of its areas.
pub fn modelled_warning(resolved: &Resolved) -> Phrase {
    modelled::warning(of(resolved))
}

fn of(resolved: &Resolved) -> Of {
    let is_kommun = |code: AreaCode| matches!(code, AreaCode::Municipality(_));
    if resolved.beside.others.iter().any(|&code| is_kommun(code)) {
        return Of::Municipalities;
    }
    let kommuner = resolved.places.iter().all(|place: &Place| place.code().is_some_and(is_kommun));
    match (kommuner, resolved.places.len() > 1) {
        (true, false) => Of::Municipality,
        (true, true) => Of::Municipalities,
        (false, false) => Of::Area,
        (false, true) => Of::Areas,
    }
}
