//! A selection against what an edition holds: every default filled in, every
//! wish that cannot be met replaced by the nearest that can, with a notice.

use super::contents::{contents_shown, known, lead_contents, wanted_contents};
use super::notice::shortened;
use super::offer::{figures_of, measures_of, periods_at};
use super::periods::{periods_shown, resolution_of};
use super::places::places_of;
use super::resolved::{Beside, EditionShown, Form, Resolved, Time, What};
use super::scope::{around, opens_on, small};
use super::sexes::{Sexes, are_apart};
use super::tables::{former_of, table_of};
use super::{Aim, FigureKind, Measure, Notice, Order, Parameter, Place, Selection, Span, View, encode};
use crate::snapshot::{Edition, Manifest, TableEntry};
use crate::statistics::{AreaCode, Areas, Catalogue, Content, Sex};
use std::sync::Arc;

/// Resolves a selection; `None` only if the edition holds no table at all,
/// which reading the manifest rules out.
pub fn resolve(selection: &Selection, manifest: &Manifest, areas: &Areas) -> Option<Resolved> {
    // A fact sheet says all that there is of its area, in a way of its own.
    let plain;
    let selection = if selection.view() == View::Sheet {
        plain = Selection { contents: Vec::new(), measure: None, figure: None, axis: None, ..selection.clone() };
        &plain
    } else {
        selection
    };
    let mut notices = Vec::new();
    // Names are looked up before, where that can be done.
    if !selection.named.is_empty() {
        notices.push(Notice::InvalidValue(Parameter::Areas, shortened(&selection.named)));
    }
    let edition = edition_of(selection, manifest, &mut notices)?;
    let catalogue = manifest.catalogue;
    let table = table_of(selection, edition, (areas, catalogue), &mut notices)?;
    let newer = manifest
        .edition(&manifest.current)
        .filter(|_| !edition.modelled)
        .filter(|current| current.published > edition.published && current.table(&table.id).is_some())
        .map(|current| current.id.clone());
    let former = former_of(edition, table, manifest).map(|former| former.id.clone());
    let mut about_time = Vec::new();
    let resolution = resolution_of(selection, table, &mut about_time);
    let all_periods = periods_at(table, resolution);
    let periods = periods_shown(selection, table, &all_periods, resolution, &mut about_time);
    let month = periods.last().map(|period| period.last_month());
    let mut places = places_of(selection, table, areas, month, &mut notices);
    let wanted = wanted_contents(selection, table, catalogue, &mut notices);
    let lead = wanted.first().copied().unwrap_or_else(|| lead_contents(table));
    let measure = measure_of(selection, table, (lead, catalogue), &mut notices);
    let figure = figure_of(selection, table, measure, &mut notices);
    // Parts of the whole are the same whatever the whole is measured in.
    let measure = if figure == FigureKind::Proportion { Measure::Count } else { measure };
    if figure.is_stack() && places.len() > 1 {
        places.truncate(1);
        notices.push(Notice::OneAreaOnly);
    }
    let apart = are_apart(selection.sex, table, (selection.view(), figure), &mut notices);
    if apart {
        places = Place::apart(places);
    }
    let others = match (selection.view(), figure) {
        // Of those chosen there are two each: among all the others they would drown.
        (_, figure) if figure.is_of_bars() && apart => Vec::new(),
        (view, figure) if figure.is_of_bars() && view.explores() => {
            let mut others = table.areas();
            others.retain(|&code| places.iter().all(|place| place.code() != Some(code)));
            others
        }
        (View::Explore | View::Present | View::Compare, FigureKind::Small) => small(&places, &wanted, table),
        (View::Explore | View::Present | View::Compare, figure) if figure.is_of_kommuner() => around(&places, table),
        _ => Vec::new(),
    };
    // Bars compare areas wherever there are several, and contents only of one.
    let one_place = places.len() == 1 && (others.is_empty() || others == [AreaCode::Country]);
    let contents = contents_shown(wanted, lead, table, figure, one_place, &mut notices);
    notices.extend(about_time);
    let asked = match selection.sex {
        Some(Sexes::Of(sex)) => Some(sex),
        Some(Sexes::Apart) | None => None,
    };
    let sex = held(asked, &table.sexes(), Parameter::Sex, |it| it.code().to_owned(), &mut notices);
    let sex = if apart { Sex::Both } else { sex };
    let age = held(selection.age, &table.ages(), Parameter::Age, |it| it.to_string(), &mut notices);
    let order = match (figure, selection.order.unwrap_or_default()) {
        // Bars of changes are in their order by value.
        (FigureKind::Change, Order::Change) => Order::Value,
        (figure, order) if figure.is_of_bars() => order,
        _ => Order::default(),
    };
    let population = table.population.as_ref().and_then(|id| edition.table(id));
    let mut resolved = Resolved {
        view: selection.view(),
        edition: EditionShown { id: edition.id.clone(), current: edition.id == manifest.current, newer, former },
        table: Arc::clone(table),
        // A denominator of others than those counted would be none.
        population: population
            .filter(|table| if apart { table.tells_apart() } else { table.sexes().contains(&sex) })
            .filter(|table| table.ages().contains(&age))
            .cloned(),
        other: None,
        whole: false,
        places,
        beside: Beside { behind: Vec::new(), others, events: false },
        what: What { contents, measure, sex, age },
        time: Time { periods, all: all_periods, resolution },
        form: Form {
            figure,
            axis: selection.axis,
            scales: selection.scales,
            classes: selection.classes.unwrap_or_default(),
            order,
        },
        language: selection.language,
        theme: selection.theme,
        aim: if selection.view() == View::Sheet { selection.aim } else { Aim::default() },
        notices,
    };
    resolved.set_behind(selection.backdrop, areas);
    Some(resolved)
}

/// The same selection with everything cleared that the defaults would give
/// anyway, so that links say only what differs.
pub fn simplify(selection: &Selection, manifest: &Manifest, areas: &Areas) -> Selection {
    let meant =
        |selection: &Selection| resolve(selection, manifest, areas).map(|it| Resolved { notices: Vec::new(), ..it });
    let goal = meant(selection);
    let clearings: [fn(&mut Selection); 18] = [
        |it| it.backdrop.country = false,
        |it| it.backdrop.events = false,
        |it| it.order = None,
        |it| it.aim = Aim::default(),
        |it| it.edition = None,
        |it| it.age = None,
        |it| it.sex = None,
        |it| it.scales = None,
        |it| it.classes = None,
        |it| it.figure = None,
        |it| it.measure = None,
        |it| it.resolution = None,
        |it| it.span = Span::All,
        |it| it.contents.clear(),
        |it| it.areas.clear(),
        |it| it.table = None,
        |it| it.topic = None,
        |it| it.view = None,
    ];
    let mut plain = selection.clone();
    plain.contents.retain(|code| manifest.catalogue.content(&code.0).is_some());
    plain.named.clear();
    clearings.iter().fold(plain, |kept, clear| {
        let mut cleared = kept.clone();
        clear(&mut cleared);
        // Most of what a link can say is not said: there is nothing to clear then. Two
        // selections are the same where their links are.
        if encode(&cleared) == encode(&kept) || meant(&cleared) != goal { kept } else { cleared }
    })
}

fn edition_of<'a>(selection: &Selection, manifest: &'a Manifest, notices: &mut Vec<Notice>) -> Option<&'a Edition> {
    if let Some(id) = &selection.edition {
        if let Some(edition) = manifest.edition(id) {
            return Some(edition);
        }
        notices.push(Notice::NotInTable(Parameter::Edition, id.to_string()));
    }
    manifest.edition(&manifest.current)
}

fn measure_of(
    selection: &Selection,
    table: &TableEntry,
    (lead, catalogue): (Content, &'static Catalogue),
    notices: &mut Vec<Notice>,
) -> Measure {
    let offered = measures_of(table, lead);
    // `innehall=andel` asks for a share by its other name.
    let asked_as_contents = known(selection, catalogue).first().is_some_and(|content| content.share_of().is_some());
    let asked = selection.measure.or(asked_as_contents.then_some(Measure::Share));
    let asked = asked.or(opens_on(selection.figure, &offered));
    match asked {
        Some(measure) if offered.contains(&measure) => measure,
        asked => {
            if let Some(measure) = asked {
                notices.push(Notice::NotInTable(Parameter::Measure, measure.code().to_owned()));
            }
            // Where shares were printed and no population, counts are the exception.
            // Printed for women and men each, they leave both together without one.
            let has = |which: fn(&Content) -> bool| table.contents.iter().any(which);
            let printed =
                has(|it| it.share_of().is_some()) && !has(|it| it.is_population()) && table.sexes().len() == 1;
            // Side by side, areas of any size have a scale in common.
            let compared = selection.view() == View::Compare && table.topic.whole() == Some(lead);
            if lead.is_rate() || printed || compared && offered.contains(&Measure::Share) {
                return Measure::Share;
            }
            let opens = Measure::from_code(table.topic.opens("measure"));
            opens.filter(|measure| offered.contains(measure)).unwrap_or(Measure::Count)
        }
    }
}

fn figure_of(selection: &Selection, table: &TableEntry, measure: Measure, notices: &mut Vec<Notice>) -> FigureKind {
    let offered = figures_of(table, measure);
    let default = match selection.view() {
        View::Overview | View::Sheet => FigureKind::from_code(table.topic.opens("figure")),
        _ => None,
    };
    // One period alone is no line.
    let default = default.into_iter().chain([FigureKind::Line]).chain(offered.iter().copied());
    let default = default.into_iter().find(|kind| offered.contains(kind)).unwrap_or(FigureKind::Table);
    match selection.figure {
        Some(figure) if offered.contains(&figure) => figure,
        Some(figure) => {
            notices.push(Notice::NotInTable(Parameter::Figure, figure.code().to_owned()));
            default
        }
        None => default,
    }
}

/// What was asked for if the table has it, else the first that it has.
fn held<T: Copy + PartialEq + Default>(
    asked: Option<T>,
    offered: &[T],
    parameter: Parameter,
    code: fn(T) -> String,
    notices: &mut Vec<Notice>,
) -> T {
    let first = offered.first().copied().unwrap_or_default();
    match asked {
        Some(asked) if offered.contains(&asked) => asked,
        Some(asked) => {
            notices.push(Notice::NotInTable(parameter, code(asked)));
            first
        }
        None => first,
    }
}
