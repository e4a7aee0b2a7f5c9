//! One row an area and contents (and sex and age span, where the file tells them
//! apart), one column a period.

use super::head::Head;
use super::{Figures, Said, cell, content, period};
use anyhow::{Result, bail};
use faktabank_tables::statistics::Period;

/// The column that tells such a file from one with a row a period.
const CONTENTS: &str = "contents";

/// Where in a row its parts stand.
pub(super) struct Columns {
    head: Head,
    contents: usize,
    periods: Vec<(usize, Period)>,
}

/// Whether a file with this head has one row a series.
pub(super) fn is_of(head: &csv::StringRecord) -> bool {
    head.iter().any(|name| name == CONTENTS)
}

impl Columns {
    pub(super) fn of(head: &csv::StringRecord) -> Result<Self> {
        let (persons, rest) = Head::of(head)?;
        let [(contents, CONTENTS), columns @ ..] = rest.as_slice() else {
            bail!("after whom a row is about must come its contents");
        };
        let periods = columns.iter().map(|(at, code)| Ok((*at, period(code)?))).collect::<Result<_>>()?;
        Ok(Self { head: persons, contents: *contents, periods })
    }

    pub(super) fn read(&self, record: &csv::StringRecord, said: &Said<'_>, figures: &mut Figures) -> Result<()> {
        let field = |column: usize| record.get(column).unwrap_or_default();
        let persons = self.head.read(record, said)?;
        let content = content(field(self.contents), said.catalogue)?;
        said.check_source(said.source)?;
        for (column, period) in &self.periods {
            figures.add(persons, content, *period, cell(field(*column))?)?;
        }
        Ok(())
    }
}
