//! The published figures, read anew from `data/anchors/`.

use crate::catalogue::contents;
use faktabank_tables::statistics::{AreaCode, Content};
use std::collections::BTreeMap;
use std::path::Path;

/// A row by column.
pub(crate) struct Row(BTreeMap<String, String>);

pub(crate) fn rows(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/anchors").join(file);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows: Vec<_> = reader.deserialize().map(|row| Row(row.unwrap())).collect();
    assert!(!rows.is_empty(), "{file}");
    rows
}

impl Row {
    pub(crate) fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    /// `None` where nothing was published.
    pub(crate) fn number(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    pub(crate) fn area(&self) -> AreaCode {
        AreaCode::from_code(self.text("area")).unwrap()
    }

    pub(crate) fn of(&self, content: Content) -> Option<f64> {
        self.number(content.code())
    }
}

/// The six benefits, in the order of the table.
pub(crate) fn benefits() -> Vec<Content> {
    contents("summa").parts().collect()
}

/// The six benefits and their total.
pub(crate) fn counts() -> impl Iterator<Item = Content> {
    benefits().into_iter().chain([contents("summa")])
}
