//! An area in a language to what its page says: the view models of the page in
//! the browser, from the same functions.

use crate::library::Library;
use anyhow::{Context, Result};
use faktabank_figures::figure::{self, Indicator, Overview, TopicSection};
use faktabank_tables::query::{self, AreaChoice, Place, Resolved, Selection, resolve};
use faktabank_tables::statistics::{AreaCode, Language, Table, Topic};

/// What a page says.
pub(super) struct Content {
    /// What it is of, as a link says it.
    pub(super) selection: Selection,
    /// The same against the edition.
    pub(super) resolved: Resolved,
    /// All that belongs to the first figure.
    pub(super) overview: Overview,
    /// The topic that the page is first about, where it has nothing of the area.
    pub(super) left_out: Option<Topic>,
    /// The indicators of a förbund's plan.
    pub(super) indicators: Vec<Indicator>,
    /// The other topics, in order.
    pub(super) topics: Vec<TopicSection>,
    /// The files that its figure is drawn from, below `data/`.
    pub(super) files: Vec<String>,
}

/// What the page of an area says; of the first page where none is given.
///
/// # Errors
///
/// If the data cannot be joined, or hold nothing of the area.
pub(super) fn of(area: Option<&AreaChoice>, language: Language, library: &Library) -> Result<Content> {
    let (manifest, areas) = (&library.manifest, &library.areas);
    let selection = Selection { areas: area.cloned().into_iter().collect(), language, ..Selection::default() };
    let resolved = resolve(&selection, manifest, areas).context("an edition without tables")?;
    let tables = library.tables(&resolved)?;
    let overview = figure::overview(&resolved, library.edition()?, &tables, areas).context("no figures of the area")?;
    let sections = query::sections(&resolved, manifest, areas);
    let told: Vec<Vec<Table>> =
        sections.iter().map(|section| library.tables(&section.resolved)).collect::<Result<_>>()?;
    let asked = &resolved.places[0];
    let others = sections.iter().zip(&told).filter(|(section, _)| section.topic != resolved.table.topic);
    let topics =
        others.filter_map(|(section, tables)| figure::topic(section, asked, (tables, areas), library.newest.as_ref()));
    let topics = topics.collect();
    let of_plan = std::iter::once((&resolved, tables.as_slice()));
    let of_plan = of_plan.chain(sections.iter().map(|it| &it.resolved).zip(told.iter().map(Vec::as_slice)));
    let indicators = indicators(asked, of_plan, library);
    let left_out = query::left_out(&selection, &resolved, manifest);
    let needed = library.needed(&resolved)?;
    let files = needed.iter().filter(|(entry, shard)| query::is_of_figure(&resolved, entry, shard));
    let files = files.map(|(_, shard)| shard.file.file.clone()).collect();
    Ok(Content { selection, resolved, overview, left_out, indicators, topics, files })
}

fn indicators<'a>(
    asked: &Place,
    parts: impl Iterator<Item = (&'a Resolved, &'a [Table])>,
    library: &Library,
) -> Vec<Indicator> {
    if !matches!(asked.choice, AreaChoice::Association(_)) {
        return Vec::new();
    }
    let parts: Vec<_> = parts.filter(|(resolved, _)| resolved.table.topic.word("aim").is_some()).collect();
    figure::indicators(asked, &parts, &library.areas)
}

/// The areas near an area: the kommuner of its län and the förbund there, the län,
/// riket, and from those the län.
pub(super) fn near(place: &Place, library: &Library) -> Vec<AreaChoice> {
    let areas = &library.areas;
    let county = place.members.first().and_then(|code| code.county());
    let mut near = vec![AreaChoice::Area(AreaCode::Country)];
    match county {
        Some(county) => {
            near.push(AreaChoice::Area(county));
            let forbund = areas.associations.iter().filter(|it| it.county == county && it.ended.is_none());
            near.extend(forbund.map(|it| AreaChoice::Association(it.slug.clone())));
            let mut kommuner: Vec<_> = areas.municipalities_of(county).collect();
            kommuner.sort_by_key(|area| faktabank_figures::text::letters::ordered(&area.name));
            near.extend(kommuner.iter().map(|area| AreaChoice::Area(area.code)));
        }
        None => {
            let counties = areas.areas.iter().filter(|area| matches!(area.code, AreaCode::County(_)));
            near.extend(counties.map(|area| AreaChoice::Area(area.code)));
        }
    }
    near.retain(|choice| *choice != place.choice);
    near
}
