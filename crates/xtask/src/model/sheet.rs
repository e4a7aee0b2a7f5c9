//! A file of `data/anchors/` to rows whose fields are asked for by column.

use anyhow::{Context, Result, ensure};
use faktabank_tables::statistics::{AreaCode, Period};
use std::path::Path;

/// A file.
pub(super) struct Sheet {
    name: String,
    columns: Vec<String>,
    records: Vec<csv::StringRecord>,
}

/// One of its rows.
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    record: &'a csv::StringRecord,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it is not there, has no row, or its rows differ in length.
    pub(super) fn read(anchors: &Path, name: &str) -> Result<Self> {
        let file = anchors.join(name);
        let place = || file.display().to_string();
        let mut reader = csv::Reader::from_path(&file).with_context(place)?;
        let columns = reader.headers().with_context(place)?.iter().map(str::to_owned).collect();
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().with_context(place)?;
        ensure!(!records.is_empty(), "{}: no row", place());
        Ok(Self { name: name.to_owned(), columns, records })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { sheet: self, record })
    }
}

impl Row<'_> {
    /// A field as it stands.
    ///
    /// # Errors
    ///
    /// If the file has no such column.
    pub(super) fn text(&self, column: &str) -> Result<&str> {
        let at = self.sheet.columns.iter().position(|name| name == column);
        let field = at.and_then(|at| self.record.get(at));
        field.with_context(|| format!("{}: there is no column {column}", self.sheet.name))
    }

    /// Whether the file has a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.sheet.columns.iter().any(|name| name == column)
    }

    /// A number; `None` where the field is empty.
    ///
    /// # Errors
    ///
    /// If the field is no number; the error names file, line and column.
    pub(super) fn number(&self, column: &str) -> Result<Option<f64>> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).with_context(|| self.place(column, text))
    }

    /// A number that must be there.
    ///
    /// # Errors
    ///
    /// If the field is empty or no number.
    pub(super) fn value(&self, column: &str) -> Result<f64> {
        self.number(column)?.with_context(|| self.place(column, ""))
    }

    /// The area of the row.
    ///
    /// # Errors
    ///
    /// If there is none such.
    pub(super) fn area(&self) -> Result<AreaCode> {
        let text = self.text("area")?;
        AreaCode::from_code(text).with_context(|| self.place("area", text))
    }

    /// The period in a column.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub(super) fn period(&self, column: &str) -> Result<Period> {
        let text = self.text(column)?;
        Period::from_code(text).with_context(|| self.place(column, text))
    }

    fn place(&self, column: &str, text: &str) -> String {
        let line = self.record.position().map_or(0, csv::Position::line);
        format!("{}, line {line}: {column} is {text:?}", self.sheet.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_that_is_empty_is_told_with_its_file() {
        let folder = tempfile::tempdir().unwrap();
        for (text, expected) in [
            ("", "prov.csv: no row"),
            ("area,period\n", "prov.csv: no row"),
            ("area,period\n2080\n", "prov.csv: CSV error"),
        ] {
            std::fs::write(folder.path().join("prov.csv"), text).unwrap();
            let error = format!("{:#}", Sheet::read(folder.path(), "prov.csv").err().unwrap());
            assert!(error.contains(expected), "{text:?}: {error}");
        }
    }
}
