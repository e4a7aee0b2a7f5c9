//! A file that is written by hand to its keys and values, each with its line,
//! so that whoever has to mend it is told where.

use super::super::finding::{Finding, Rule};
use toml::de::{DeTable, DeValue};

/// A file of definitions, read as TOML.
pub(super) struct Source<'a> {
    /// Its path below the folder of the data.
    file: &'a str,
    text: &'a str,
    root: DeValue<'a>,
}

impl<'a> Source<'a> {
    /// Reads a text; what of it is no TOML is a finding, and left out.
    pub(super) fn parse(file: &'a str, text: &'a str, findings: &mut Vec<Finding>) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let source = Self { file, text, root: DeValue::Table(root.into_inner()) };
        for error in errors {
            let line = error.span().map_or(1, |span| source.line(span.start));
            let finding = Finding::of_line(file, line, &[], Rule::Syntax, error.message());
            // One slip may be met twice on the way.
            if findings.last() != Some(&finding) {
                findings.push(finding);
            }
        }
        source
    }

    /// Its path below the folder of the data.
    pub(super) const fn file(&self) -> &'a str {
        self.file
    }

    /// What it says.
    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// The whole of it.
    pub(super) fn root(&self) -> Place<'_> {
        Place { source: self, line: 1, name: Vec::new(), value: Some(&self.root) }
    }

    /// The line, from 1, on which a byte of the text stands.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|letter| *letter == b'\n').count() + 1
    }
}

/// A key or an element of a file, and what it says there, if it is there.
#[derive(Clone)]
pub(super) struct Place<'a> {
    source: &'a Source<'a>,
    line: usize,
    name: Vec<String>,
    value: Option<&'a DeValue<'a>>,
}

/// By what an element of a list is called, if it says any of it.
const NAMES: [&str; 3] = ["code", "source_id", "is"];

impl<'a> Place<'a> {
    /// What it says; nothing where it is not there.
    pub(super) const fn value(&self) -> Option<&'a DeValue<'a>> {
        self.value
    }

    /// A key of a table; one that is not there lies where its table does.
    pub(super) fn key(&self, key: &str) -> Self {
        let entry = self.value.and_then(DeValue::as_table).and_then(|table| table.get_key_value(key));
        Self {
            line: entry.map_or(self.line, |(key, _)| self.source.line(key.span().start)),
            value: entry.map(|(_, value)| value.get_ref()),
            name: self.named(key.to_owned()),
            source: self.source,
        }
    }

    /// The keys of a table.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let table = self.value.and_then(DeValue::as_table);
        table.into_iter().flat_map(|table| table.keys().map(|key| key.get_ref().as_ref()))
    }

    /// The elements of a list. Those that have a code are called by it, others
    /// by their number.
    pub(super) fn items(&self) -> impl Iterator<Item = Self> {
        let list = self.value.and_then(DeValue::as_array);
        list.into_iter().flat_map(|list| list.iter().enumerate()).map(|(at, item)| {
            let value = item.get_ref();
            let code =
                value.as_table().and_then(|table| NAMES.iter().find_map(|key| table.get(*key)?.get_ref().as_str()));
            let name = match code {
                // A contents or a table is known by its code alone.
                Some(code) => vec![code.to_owned()],
                None => self.named((at + 1).to_string()),
            };
            Self { source: self.source, line: self.source.line(item.span().start), name, value: Some(value) }
        })
    }

    /// The element of a list at a position, from 0.
    pub(super) fn item(&self, at: usize) -> Self {
        self.items().nth(at).unwrap_or_else(|| self.clone())
    }

    /// The text that it says.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.value.and_then(DeValue::as_str)
    }

    /// Where it stands: file and line.
    pub(super) fn stands_at(&self) -> String {
        format!("{}:{}", self.source.file, self.line)
    }

    /// A remark on it.
    pub(super) fn remark(&self, rule: Rule, detail: impl Into<String>) -> Finding {
        Finding::of_line(self.source.file, self.line, &self.name, rule, detail)
    }

    fn named(&self, key: String) -> Vec<String> {
        let mut name = self.name.clone();
        name.push(key);
        name
    }
}
