//! Derived numbers to points: the words of a number, and the mark and the note
//! that it must not be shown without.

use super::context::Context;
use super::{Mark, Point, Status};
use crate::text::lack;
use faktabank_tables::measure::Number;
use faktabank_tables::query::{FigureKind, Measure, Place};
use faktabank_tables::statistics::{Content, Period};

impl Context<'_> {
    /// The number of the figure at a place and period, as a point.
    pub(super) fn point(&self, content: Content, place: &Place, period: Period) -> Point {
        let number = self.value(content, place, period);
        let text = self.words(content, number.cell);
        self.marked(number, text, place, period)
    }

    /// A number in words as a point, with its mark and note.
    pub(super) fn marked(&self, number: Number, text: String, place: &Place, period: Period) -> Point {
        let mark = match number.cell {
            Err(_) => Mark::Whole,
            Ok(_) if number.understated => Mark::Understated,
            Ok(_) if number.coverage.is_partial() => Mark::Partial,
            Ok(_) => Mark::Whole,
        };
        Point {
            value: number.cell,
            text,
            status: Status::of(self.numbers.table, period),
            mark,
            note: self.note(number, mark, place),
        }
    }

    fn note(&self, number: Number, mark: Mark, place: &Place) -> String {
        let is_of_two = matches!(self.resolved.what.measure, Measure::Index | Measure::Change)
            || self.resolved.form.figure == FigureKind::Change;
        let what = match (number.cell, mark) {
            (Err(reason), _) => lack::reason(reason).get(self.language),
            (Ok(_), Mark::Understated) if is_of_two => &lack::UNCERTAIN.fill(self.language, &[&self.unreported()]),
            (Ok(_), Mark::Understated) => &lack::UNDERSTATED.fill(self.language, &[&self.unreported()]),
            (Ok(_), Mark::Whole | Mark::Partial) => "",
        };
        let coverage = number.coverage;
        // What none of several areas has is no matter of how many have it.
        if coverage.members < 2 || !coverage.is_partial() || coverage.delivered == 0 && number.cell.is_err() {
            return what.to_owned();
        }
        let kommuner = place.members.iter().all(|member| member.is_municipality());
        let of = lack::coverage(coverage.delivered, coverage.members, kommuner, self.language);
        if what.is_empty() { of } else { [what, ", ", &of].concat() }
    }
}
