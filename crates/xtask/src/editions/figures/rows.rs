//! One row an area and period (and sex and age span, where the file tells them
//! apart), one column a contents, and one of the source where rows differ in it.

use super::head::Head;
use super::{Figures, Said, cell, content, period};
use anyhow::{Result, bail};
use faktabank_tables::statistics::{Catalogue, Content};

/// Where in a row its parts stand.
pub(super) struct Columns {
    head: Head,
    period: usize,
    contents: Vec<(usize, Content)>,
    /// The column of the source, if rows name one; it comes last.
    source: Option<usize>,
}

impl Columns {
    pub(super) fn of(head: &csv::StringRecord, catalogue: &'static Catalogue) -> Result<Self> {
        let (persons, mut rest) = Head::of(head)?;
        let source = rest.pop_if(|(_, name)| *name == "source").map(|(at, _)| at);
        let [(period, "period"), columns @ ..] = rest.as_slice() else {
            bail!("after whom a row is about must come its period, or its contents");
        };
        let contents = columns.iter().map(|(at, code)| Ok((*at, content(code, catalogue)?))).collect::<Result<_>>()?;
        Ok(Self { head: persons, period: *period, contents, source })
    }

    pub(super) fn read(&self, record: &csv::StringRecord, said: &Said<'_>, figures: &mut Figures) -> Result<()> {
        let field = |column: usize| record.get(column).unwrap_or_default();
        let persons = self.head.read(record, said)?;
        let period = period(field(self.period))?;
        said.check_source(self.source.map_or(said.source, field))?;
        for (column, content) in &self.contents {
            figures.add(persons, *content, period, cell(field(*column))?)?;
        }
        Ok(())
    }
}
