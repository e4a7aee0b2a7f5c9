//! What a check remarks on: file, line or cell, rule, and how.

use super::exceptions::Exception;
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::TableId;
use std::fmt;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The file, as a path below the folder of the data.
    pub(super) file: String,
    /// The line, from 1, of a file that is written by hand.
    pub(super) line: Option<usize>,
    /// The area, contents and period, as far as the remark is about one; in a
    /// file that is written by hand, what it says under which key.
    pub(super) cell: Vec<String>,
    /// The rule that is broken.
    pub(super) rule: Rule,
    /// How it is broken.
    pub(super) detail: String,
}

/// A rule of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A file is what the manifest says and reads.
    File,
    /// A file is in the manifest.
    Listed,
    /// An area, table or period is known.
    Known,
    /// Editions and tables say what readers must know.
    Said,
    /// Periods follow each other without a gap.
    Contiguous,
    /// A value lies where its kind can lie.
    Range,
    /// A value has no more decimals than its contents is published with.
    Decimals,
    /// Parts add up to their total.
    Sum,
    /// Women and men add up to both.
    Sexes,
    /// Kommuner add up to riket.
    Country,
    /// A share is its count by its population.
    Share,
    /// Areas and förbund are complete and in order.
    Places,
    /// An exception is still needed.
    Exception,
    /// A definition is TOML.
    Syntax,
    /// A definition has the keys that there are, with values of their kind.
    Keys,
    /// Words are there in both languages, with the places that are filled in.
    Words,
    /// A code is of a–z, digits and hyphens.
    Code,
    /// What can be there only once is.
    Once,
    /// A rate says what is divided by what, or why that is not known.
    Rate,
    /// A sum has parts that can be summed.
    Parts,
    /// A topic is of its own contents, and opens on what there is.
    Topic,
    /// A table definition asks for what its contents can give.
    Table,
    /// What is computed is what the definitions and the tables give.
    Published,
}

impl Rule {
    /// The rule's name, as in a finding and in `exceptions.csv`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Listed => "listed",
            Self::Known => "known",
            Self::Said => "said",
            Self::Contiguous => "contiguous",
            Self::Range => "range",
            Self::Decimals => "decimals",
            Self::Sum => "sum",
            Self::Sexes => "sexes",
            Self::Country => "country",
            Self::Share => "share",
            Self::Places => "places",
            Self::Exception => "exception",
            Self::Syntax => "syntax",
            Self::Keys => "keys",
            Self::Words => "words",
            Self::Code => "code",
            Self::Once => "once",
            Self::Rate => "rate",
            Self::Parts => "parts",
            Self::Topic => "topic",
            Self::Table => "table",
            Self::Published => "published",
        }
    }
}

impl Finding {
    /// A remark on a whole file.
    pub(super) fn of_file(file: impl Into<String>, rule: Rule, detail: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, cell: Vec::new(), rule, detail: detail.into() }
    }

    /// A remark on a line, from 1; `cell` names what stands there.
    pub(super) fn of_line(file: &str, line: usize, cell: &[String], rule: Rule, detail: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::of_cell(file, cell, rule, detail) }
    }

    /// A remark on the cell, row or column that `cell` names.
    pub(super) fn of_cell(file: &str, cell: &[String], rule: Rule, detail: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, cell: cell.to_vec(), rule, detail: detail.into() }
    }

    /// Whether it is about a file.
    pub(super) fn is_in(&self, file: &str) -> bool {
        self.file == file
    }

    /// The line that it is about, if it is one of this file.
    pub(crate) fn line_in(&self, file: &str) -> Option<usize> {
        self.line.filter(|_| self.is_in(file))
    }

    /// The exception that covers this remark; `None` if it is not about a cell
    /// of this table that does not add up, the only thing that may be kept as
    /// an agency has published it.
    pub(crate) fn exception(&self, edition: &EditionId, table: &TableId) -> Option<Exception> {
        let of_table = self.file.starts_with(&format!("{edition}/{table}/"));
        let [area, _, period, ..] = self.cell.as_slice() else { return None };
        (of_table && matches!(self.rule, Rule::Sum | Rule::Share | Rule::Sexes | Rule::Country)).then(|| Exception {
            edition: edition.to_string(),
            table: table.to_string(),
            area: area.clone(),
            period: period.clone(),
            rule: self.rule.name().to_owned(),
            reason: format!("as the agency published it: {}", self.detail),
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": ")?;
        if !self.cell.is_empty() {
            write!(f, "{}: ", self.cell.join(" "))?;
        }
        write!(f, "{}: {}", self.rule.name(), self.detail)
    }
}
