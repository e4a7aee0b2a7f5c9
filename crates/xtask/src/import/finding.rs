//! What the checks of a table found, and what of them could not be made, in words
//! for the steward.

use super::empty::Empty;
use super::resolve::Shape;
use faktabank_tables::statistics::Areas;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) rule: &'static str,
    /// Whether nobody may accept it.
    pub(super) is_error: bool,
    pub(super) what: What,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Value(Value),
    Empty(Empty),
}

/// A value that should be another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) cell: usize,
    pub(super) found: f64,
    /// What should be there, and in words by what it should.
    pub(super) expected: f64,
    pub(super) because: &'static str,
    pub(super) tolerance: f64,
}

impl Finding {
    /// The finding in one line.
    pub(super) fn say(&self, shape: &Shape, areas: &Areas) -> String {
        let Value { cell, found, expected, because, tolerance } = match &self.what {
            What::Empty(empty) => return format!("{}: {}", self.rule, empty.say(shape, areas)),
            What::Value(value) => value,
        };
        let area = areas.name(shape.areas[cell / shape.strides()[0]]);
        let mut line = format!("{}: {} ({area}): {} ", self.rule, shape.name(*cell), say(*found));
        line += &format!("{because} {}", say(*expected));
        if *tolerance > 0.0 {
            line += &format!(" (±{})", say(*tolerance));
        }
        line
    }

    /// Whether it is a value that does not agree with others.
    pub(super) fn is_of_value(&self) -> bool {
        matches!(self.what, What::Value(_))
    }
}

/// Checks of a rule that could not be made, each for want of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NotMade {
    pub(super) rule: &'static str,
    pub(super) checks: usize,
    /// The first of the cells that should have been checked.
    pub(super) first: usize,
}

/// What became of the checks.
#[derive(Debug, Default)]
pub(super) struct Verified {
    /// Everything that is not as it should be, in the order of the rules.
    pub(super) findings: Vec<Finding>,
    pub(super) not_made: Vec<NotMade>,
}

/// A number for a person at a terminal: two decimals at most.
pub(super) fn say(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
