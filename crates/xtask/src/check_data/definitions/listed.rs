//! Topics and their tables: each table of a topic exists, is of no other topic,
//! and holds something of its own.

use super::super::finding::{Finding, Rule};
use super::known::{Known, Topic, check_once};
use super::tables::is_there;
use crate::import::Definition;
use faktabank_tables::snapshot::Manifest;
use faktabank_tables::statistics::TableId;

/// Remarks on the tables that topics list; `manifest` says which there are.
pub(super) fn check(
    topics: &[Topic<'_>],
    tables: &[Definition],
    known: &Known<'_>,
    manifest: Option<&Manifest>,
    findings: &mut Vec<Finding>,
) {
    for (place_among, topic) in topics.iter().enumerate() {
        let Some(definition) = topic.definition else { continue };
        let list = topic.source.root().key("tables");
        check_once(&list, definition.tables.iter().map(String::as_str), findings);
        for (at, id) in definition.tables.iter().enumerate() {
            let before = topics[..place_among].iter().filter_map(|other| other.definition);
            if let Some(other) = before.into_iter().find(|other| other.tables.contains(id)) {
                let detail = format!("{id} is a table of the topic {} too", other.code);
                findings.push(list.item(at).remark(Rule::Once, detail));
            }
            let (Some(manifest), id) = (manifest, TableId(id.clone())) else { continue };
            if !is_there(&id, tables, manifest) {
                let detail = format!("{id} is in no edition, and tables.toml does not define it");
                findings.push(list.item(at).remark(Rule::Listed, detail));
            } else if !holds(&id, tables, manifest)
                .iter()
                .any(|code| known.get(code).is_some_and(|contents| contents.file == topic.source.file()))
            {
                let detail = format!("{id} holds no contents of this topic");
                findings.push(list.item(at).remark(Rule::Topic, detail));
            }
        }
    }
}

/// The contents of a table, in editions and as it may be imported.
fn holds(id: &TableId, tables: &[Definition], manifest: &Manifest) -> Vec<String> {
    let imported = tables.iter().filter(|table| table.id == *id).flat_map(|table| &table.contents);
    let published = manifest.editions.iter().filter_map(|edition| edition.table(id)).flat_map(|table| &table.contents);
    imported.map(|wanted| wanted.is.clone()).chain(published.map(|it| it.code().to_owned())).collect()
}
