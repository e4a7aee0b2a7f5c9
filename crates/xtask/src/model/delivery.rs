//! Which kommuner did not deliver ekonomiskt bistånd, and when. Made up, as an
//! example: SCB's table has such months, and the page must show them.

use super::facts::BENEFITS;
use super::time::window;
use faktabank_tables::statistics::{AreaCode, Period};

/// Kommun, first month, months. Small and middling kommuner and one larger;
/// none of those whose figures were printed. One stretch is of the newest
/// months, and two are in Dalarna, which most readers open.
const STRETCHES: [(u16, &str, usize); 14] = [
    (2021, "2019M07", 2),
    (2082, "2025M11", 2),
    (117, "2018M12", 1),
    (428, "2015M03", 1),
    (563, "2016M06", 3),
    (685, "2021M10", 1),
    (821, "2014M07", 2),
    (885, "2023M01", 1),
    (1278, "2017M11", 1),
    (1446, "2024M12", 3),
    (1487, "2020M03", 2),
    (1961, "2022M05", 1),
    (2425, "2025M09", 4),
    (2582, "2016M12", 1),
];

/// The place of ekonomiskt bistånd, last of the benefits.
pub(super) const ASSISTANCE: usize = BENEFITS - 1;

/// Whether a kommun's ekonomiskt bistånd of a month is missing.
pub(super) fn is_missing(kommun: AreaCode, month: usize) -> bool {
    STRETCHES.iter().any(|(code, from, months)| {
        let first = Period::from_code(from).map_or(usize::MAX, |period| window(period).start);
        kommun == AreaCode::Municipality(*code) && month >= first && month - first < *months
    })
}

#[cfg(test)]
mod tests {
    use super::super::benefit::Benefit;
    use super::*;

    #[test]
    fn every_stretch_is_a_kommun_and_a_month() {
        assert_eq!(Benefit::ALL[ASSISTANCE], Benefit::Assistance);
        let missing = |code: u16| (0..144).filter(|month| is_missing(AreaCode::Municipality(code), *month)).count();
        for (code, from, months) in STRETCHES {
            assert_eq!(missing(code), months, "{code} from {from}");
        }
        assert_eq!(missing(2080), 0);
    }
}
