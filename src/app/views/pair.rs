//! Which two contents are set against each other, of whatever topics.

use super::areas::look_otherwise;
use super::stage::Stage;
use crate::app::element::{Element, Fragment, each, el, fragment, p, span};
use crate::app::memo::Memo;
use faktabank_figures::text::{contents, pair, ui};
use faktabank_tables::query::{FigureKind, Resolved, Selection, Sexes, Span, contents_of, measures_of, pairable};
use faktabank_tables::snapshot::{Manifest, TableEntry};
use faktabank_tables::statistics::{Content, Language, Phrase, TableId};

/// A selection whose two contents may be of two tables, with both.
pub(in crate::app) fn paired(resolved: Resolved, manifest: &Manifest) -> Resolved {
    match manifest.edition(&resolved.edition.id) {
        Some(edition) => faktabank_tables::query::paired(resolved, edition),
        None => resolved,
    }
}

/// Whether there is something to set against what a table has.
pub(super) fn is_offered(stage: Stage, resolved: &Resolved) -> bool {
    stage.with_editions(|editions| {
        let edition = editions.iter().find(|edition| edition.id == resolved.edition.id);
        let beside = |edition| pairable(resolved, 1, edition).len() > 1;
        contents_of(&resolved.table).len() > 1 || edition.is_some_and(beside)
    })
}

/// Contents with the table that each would be of, in the order of topics.
type Offered = Vec<(Content, TableId)>;

/// A box for each; choosing what the other one has makes them change places.
pub(super) fn view(stage: Stage) -> Fragment {
    let mut parts: Fragment =
        [(0, ui::ACROSS), (1, ui::UP)].into_iter().flat_map(|(at, label)| one(stage, at, label)).collect();
    parts.extend(p("soft small").child(stage.context.words(pair::FROM_ALL_TOPICS)).into_fragment());
    parts
}

fn one(stage: Stage, at: usize, label: Phrase) -> Fragment {
    let language = stage.context.language;
    let offered = Memo::new(move |_| {
        stage.resolved.with(|resolved| {
            let offered = stage.with_editions(|editions| {
                let edition = editions.iter().find(|edition| edition.id == resolved.edition.id)?;
                Some(
                    pairable(resolved, at, edition)
                        .into_iter()
                        .map(|(content, table)| (content, table.id.clone()))
                        .collect(),
                )
            });
            offered.unwrap_or_default()
        })
    });
    let chosen = Memo::new(move |_| stage.resolved.with(|it| it.what.contents.get(at).map_or("", |it| it.code())));
    let groups = fragment(move || offered.with(|offered| each(grouped(offered, chosen, language.get()))));
    let select = el("select").attr("data-pair", if at == 0 { "across" } else { "up" });
    let select =
        select.on("change", move |event| offered.with_untracked(|offered| choose(stage, at, offered, &event.value())));
    el("label")
        .class("field")
        .child(span("field-label").child(stage.context.words(label)))
        .child(select.child(groups))
        .into_fragment()
}

/// The contents of each topic under its name.
fn grouped(offered: &Offered, chosen: Memo<&'static str>, language: Language) -> Vec<Element> {
    let groups = offered.chunk_by(|(one, _), (other, _)| one.topic() == other.topic());
    let item = |content: Content| {
        let item = el("option").attr("value", content.code()).child(contents::name(content).get(language));
        item.prop("selected", move || chosen.get() == content.code())
    };
    let group = |group: &[(Content, TableId)]| {
        let title = group.first().map_or("", |(content, _)| content.topic().title().get(language));
        el("optgroup").attr("label", title).children(group.iter().map(|(content, _)| item(*content)))
    };
    groups.map(group).collect()
}

fn choose(stage: Stage, at: usize, offered: &Offered, code: &str) {
    let resolved = stage.resolved.get_untracked();
    let found = offered.iter().find(|(content, _)| content.code() == code).and_then(|(content, id)| {
        let table = stage.with_editions(|editions| {
            let edition = editions.iter().find(|edition| edition.id == resolved.edition.id)?;
            edition.table(id).cloned()
        });
        Some((*content, table?))
    });
    let Some((content, table)) = found else { return };
    let mut chosen = resolved.what.contents.clone();
    if chosen.len() != 2 {
        return;
    }
    let own = resolved.other.as_ref().map_or(&resolved.table, |other| &other.table);
    // What changes places with the other comes with its table.
    let swapped = chosen[1 - at] == content;
    if swapped {
        chosen.swap(0, 1);
    } else {
        chosen[at] = content;
    }
    let across = match (swapped, at) {
        (true, _) => own,
        (false, 0) => &table,
        (false, _) => &resolved.table,
    };
    let codes = chosen.iter().map(|content| content.to_code()).collect();
    look_otherwise(stage, |selection| {
        selection.contents = codes;
        if across.id != resolved.table.id {
            on_another(selection, across, chosen[0]);
        }
        selection.table = Some(across.id.clone());
        selection.figure = Some(FigureKind::Scatter);
    });
}

/// What of a selection another table has.
fn on_another(selection: &mut Selection, table: &TableEntry, content: Content) {
    let measures = measures_of(table, content);
    selection.measure = selection.measure.filter(|measure| measures.contains(measure));
    selection.topic = None;
    selection.resolution = None;
    selection.span = Span::All;
    selection.sex = selection.sex.filter(|sexes| matches!(sexes, Sexes::Of(sex) if table.sexes().contains(sex)));
    selection.age = selection.age.filter(|age| table.ages().contains(age));
}
