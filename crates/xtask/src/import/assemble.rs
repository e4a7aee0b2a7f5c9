//! Answers, each a part of a selection in an order of its own, to the cells of
//! our table; counts that every cell arrives, and each once.

use super::marks::Marks;
use super::resolve::{Axis, Selection, Shape};
use anyhow::{Context, Result, bail, ensure};
use faktabank_tables::json_stat::Dataset;
use faktabank_tables::statistics::{Cell, Missing};

/// PxWeb's symbol of an exact zero, which may come without a value.
pub(super) const NOTHING: &str = "-";

/// A table that is being filled.
pub(super) struct Assembly {
    cells: Vec<Cell>,
    /// How many values are still to come for each cell; more than one where a
    /// cell is a sum.
    due: Vec<u16>,
    marks: Marks,
}

impl Assembly {
    /// A table of which nothing has arrived.
    pub(super) fn new(selection: &Selection) -> Self {
        let mut due = vec![0_u16; selection.shape.cells()];
        let offsets: Vec<Vec<&[usize]>> =
            selection.axes.iter().map(|axis| axis.offsets.iter().map(Vec::as_slice).collect()).collect();
        walk(&offsets, &[0], &mut |at| due[at] += 1, &mut || {});
        Self { cells: vec![Ok(0.0); due.len()], due, marks: Marks::default() }
    }

    /// Takes over an answer, whatever the order of its variables and categories.
    /// Categories that were not asked for are passed by: a file has all of its table.
    ///
    /// # Errors
    ///
    /// If a value of it has arrived before.
    pub(super) fn add(&mut self, selection: &Selection, answer: &Dataset) -> Result<()> {
        let mut offsets = Vec::new();
        for dimension in &answer.dimensions {
            let axis = selection.axes.iter().find(|axis| axis.variable == dimension.id);
            let axis = axis.with_context(|| format!("{} was not asked for", dimension.id))?;
            offsets.push(dimension.codes.iter().map(|code| offsets_of(axis, code)).collect::<Vec<_>>());
        }
        // The last category varies fastest, in the answer as in the walk.
        let at = std::cell::Cell::new(0);
        let mut again = None;
        let periods = selection.shape.periods.len();
        let mut put = |place: usize| {
            let value = value(answer, at.get());
            self.marks.note(answer, at.get(), place % periods);
            match self.due[place].checked_sub(1) {
                Some(left) => self.due[place] = left,
                None => again = Some(place),
            }
            self.cells[place] = self.cells[place].and_then(|sum| value.map(|value| sum + value));
        };
        walk(&offsets, &[0], &mut put, &mut || at.set(at.get() + 1));
        if let Some(place) = again {
            bail!("{} arrived twice", selection.shape.name(place));
        }
        Ok(())
    }

    /// The cells, and what was said of them, once all have arrived.
    ///
    /// # Errors
    ///
    /// If a cell has not arrived.
    pub(super) fn finish(self, shape: &Shape) -> Result<(Vec<Cell>, Marks)> {
        let lost = self.due.iter().filter(|due| **due > 0).count();
        let first = self.due.iter().position(|due| *due > 0).map_or_else(String::new, |at| shape.name(at));
        ensure!(lost == 0, "{lost} of {} cells did not arrive, the first of them {first}", self.due.len());
        Ok((self.cells, self.marks))
    }
}

/// How far into the cells a category counts; nothing if it was not asked for.
fn offsets_of<'a>(axis: &'a Axis, code: &str) -> &'a [usize] {
    let at = axis.codes.iter().position(|known| known == code);
    at.map_or(&[], |at| &axis.offsets[at])
}

/// Visits the places of each value of a cube in the order of its cells; `next`
/// is called after each value.
fn walk(offsets: &[Vec<&[usize]>], bases: &[usize], put: &mut impl FnMut(usize), next: &mut impl FnMut()) {
    let Some((first, rest)) = offsets.split_first() else { return };
    for places in first {
        if rest.is_empty() {
            for base in bases {
                for place in *places {
                    put(base + place);
                }
            }
            next();
        } else {
            let bases: Vec<usize> =
                bases.iter().flat_map(|base| places.iter().map(move |place| base + place)).collect();
            walk(rest, &bases, put, next);
        }
    }
}

/// A value of an answer; what is `null` is missing, for the reason that its
/// symbol gives, but for the symbol of PxWeb that says that there is exactly nothing.
fn value(answer: &Dataset, at: usize) -> Cell {
    match (answer.values[at], answer.status[at].as_deref()) {
        (Some(value), _) => Ok(value),
        (None, Some(NOTHING)) => Ok(0.0),
        (None, Some(".")) => Err(Missing::CannotOccur),
        (None, _) => Err(Missing::NotAvailable),
    }
}

impl Shape {
    /// A cell in words: area, contents, sex, age and period.
    pub(super) fn name(&self, cell: usize) -> String {
        let [area, content, sex, age, _] = self.strides();
        let (sexes, ages, periods) = (self.sexes.len(), self.ages.len(), self.periods.len());
        let names = [
            self.areas[cell / area].to_string(),
            self.contents[cell / content % self.contents.len()].code().to_owned(),
            self.sexes[cell / sex % sexes].code().to_owned(),
            self.ages[cell / age % ages].to_string(),
            self.periods[cell % periods].to_string(),
        ];
        names.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::statistics::{Age, AreaCode, Period, Sex};

    /// Two single years of age that make up one span, one of them also another;
    /// months by their own codes.
    fn selection() -> Selection {
        let shape = Shape {
            areas: vec![AreaCode::Country],
            contents: crate::topics::committed().content("folkmangd").into_iter().collect(),
            sexes: vec![Sex::Both],
            ages: vec![Age::FROM_20_TO_64, Age::FROM_20_TO_65],
            periods: (1..=2).filter_map(|month| Period::month(2025, month)).collect(),
        };
        let axis = |variable: &str, codes: &[&str], offsets: &[&[usize]]| Axis {
            variable: variable.to_owned(),
            codes: codes.iter().map(|&code| code.to_owned()).collect(),
            offsets: offsets.iter().map(|offsets| offsets.to_vec()).collect(),
        };
        let axes =
            vec![axis("Alder", &["64", "65"], &[&[0, 2], &[2]]), axis("Tid", &["2025M01", "2025M02"], &[&[0], &[1]])];
        Selection {
            axes,
            shape,
            labels: Vec::new(),
            not_taken: Vec::new(),
            left_out: Vec::new(),
            not_asked: Vec::new(),
        }
    }

    /// The answer for both ages of one or two months, time first.
    fn answer(months: &str, size: usize, values: &str) -> Dataset {
        let text = format!(
            r#"{{"version":"2.0","class":"dataset","id":["Tid","Alder"],"size":[{size},2],"value":{values},
            "status":{{"1":"."}},"dimension":{{"Tid":{{"category":{{"index":{months}}}}},
            "Alder":{{"category":{{"index":{{"65":0,"64":1}}}}}}}}}}"#
        );
        Dataset::read(&text).unwrap()
    }

    #[test]
    fn values_find_their_places_in_any_order_and_sums_add_up() {
        let selection = selection();
        let mut assembly = Assembly::new(&selection);
        assembly.add(&selection, &answer(r#"["2025M02"]"#, 1, "[7,100]")).unwrap();
        assembly.add(&selection, &answer(r#"["2025M01"]"#, 1, "[5,null]")).unwrap();
        let (cells, _) = assembly.finish(&selection.shape).unwrap();
        let lacks = Err(Missing::CannotOccur);
        assert_eq!(cells, [lacks, Ok(100.0), lacks, Ok(107.0)]);
    }

    #[test]
    fn what_was_not_asked_for_is_passed_by() {
        let mut selection = selection();
        selection.axes[1] =
            Axis { codes: vec!["2025M02".to_owned()], offsets: vec![vec![0]], ..selection.axes[1].clone() };
        selection.shape.periods.remove(0);
        selection.axes[0].offsets = vec![vec![0, 1], vec![1]];
        let mut assembly = Assembly::new(&selection);
        assembly.add(&selection, &answer(r#"["2025M01","2025M02"]"#, 2, "[1,null,7,100]")).unwrap();
        assert_eq!(assembly.finish(&selection.shape).unwrap().0, [Ok(100.0), Ok(107.0)]);
    }

    #[test]
    fn no_cell_is_lost_and_none_comes_twice() {
        let selection = selection();
        let mut assembly = Assembly::new(&selection);
        let answer = answer(r#"["2025M02"]"#, 1, "[7,100]");
        assembly.add(&selection, &answer).unwrap();
        let again = assembly.add(&selection, &answer).unwrap_err().to_string();
        assert_eq!(again, "00 folkmangd 1+2 20-65 2025M02 arrived twice");
        let lost = assembly.finish(&selection.shape).err().unwrap().to_string();
        assert_eq!(lost, "2 of 4 cells did not arrive, the first of them 00 folkmangd 1+2 20-64 2025M01");
    }
}
