//! One small chart a place or a contents, all over the same periods.

use super::context::Context;
use super::series::{axis_label_of, name, shown_periods, start, tone};
use super::{
    Axis, Column, ColumnKey, DataTable, Panel, Row, RowKey, SeriesKey, SmallCharts, Tone, axis, bars, listing,
};
use crate::text;
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{Measure, Place, Scales};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Missing, Period};

/// Whether the panels are of the kommuner around one place.
pub(super) fn is_of_kommuner(context: &Context<'_>) -> bool {
    context.resolved.beside.others.iter().any(|code| code.is_municipality())
}

/// What each panel is of, in order: those chosen as they were chosen, then
/// kommuner from the highest newest number to the lowest.
fn pairs(context: &Context<'_>) -> Vec<(Place, Content)> {
    let chosen: Vec<(Place, Content)> =
        super::series::pairs(context).into_iter().map(|(place, content)| (place.clone(), content)).collect();
    let content = context.resolved.what.contents[0];
    let kommuner: Vec<Place> = context
        .resolved
        .beside
        .others
        .iter()
        .filter(|code| code.is_municipality())
        .map(|&code| Place::of(code))
        .collect();
    let newest = bars::ranked_period(context);
    let value = |place: &Place| newest.map_or(Err(Missing::NotAvailable), |it| context.value(content, place, it).cell);
    let values: Vec<Cell> = kommuner.iter().map(value).collect();
    let ranked = descending_order(&values).into_iter().map(|at| (kommuner[at].clone(), content));
    chosen.into_iter().chain(ranked).collect()
}

/// The charts; `None` if no period has a value.
pub(super) fn charts(context: &Context<'_>) -> Option<SmallCharts> {
    let resolved = context.resolved;
    let periods = shown_periods(context);
    let several = is_of_kommuner(context);
    let holds_country = resolved.table.holds(AreaCode::Country);
    let panels = pairs(context).into_iter().map(|(place, content)| {
        let points: Vec<_> = periods.iter().map(|&period| context.point(content, &place, period)).collect();
        // Beside riket's counts those of a kommun would be nothing.
        let comparable = context.is_level(content) || resolved.what.measure == Measure::Index;
        let of_country = place.code() == Some(AreaCode::Country);
        let reference = (holds_country && comparable && !of_country)
            .then(|| place.beside(AreaCode::Country))
            .map(|country| periods.iter().map(|&period| context.value(content, &country, period).cell.ok()).collect());
        Panel {
            key: SeriesKey::of(&place, content),
            name: if several { context.place(&place) } else { name(context, &place, content) },
            tone: if several { Tone::Chosen(0) } else { tone(context, &place, content) },
            axis: Axis { min: 0.0, max: 1.0, ticks: Vec::new() },
            points,
            reference,
        }
    });
    let mut panels: Vec<Panel> = panels.collect();
    let of = |panel: &Panel| {
        let own = panel.points.iter().filter_map(|point| point.value.ok());
        own.chain(panel.reference.iter().flatten().copied().flatten()).collect::<Vec<_>>()
    };
    let all: Vec<f64> = panels.iter().flat_map(of).collect();
    if all.is_empty() {
        return None;
    }
    let content = resolved.what.contents[0];
    let over = |values: &[f64]| {
        let values = || values.iter().copied();
        axis::over(values(), start(context, values()), |value| axis_label_of(context, content, value))
    };
    let shared = over(&all);
    let scales = resolved.form.scales.unwrap_or_else(|| opens_on(&panels, &shared));
    for panel in &mut panels {
        panel.axis = if scales == Scales::Shared { shared.clone() } else { over(&of(panel)) };
    }
    Some(SmallCharts {
        period_names: periods.iter().map(|&it| text::period::heading(it, context.language)).collect(),
        ends: ends(context, *periods.first()?, *periods.last()?),
        periods,
        panels,
        scales,
    })
}

/// Curves that move over less than this part of their axis look flat.
const FLAT: f64 = 0.15;

/// One scale, so that heights can be compared, unless it would make most of them flat.
fn opens_on(panels: &[Panel], shared: &Axis) -> Scales {
    let is_flat = |panel: &&Panel| {
        let values = || panel.points.iter().filter_map(|point| point.value.ok());
        let moves = values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min);
        // One without a number moves by nothing that could be seen.
        moves < FLAT * (shared.max - shared.min)
    };
    if 2 * panels.iter().filter(is_flat).count() > panels.len() { Scales::Own } else { Scales::Shared }
}

/// From when to when, as short as may be: years, where they differ.
fn ends(context: &Context<'_>, first: Period, last: Period) -> (String, String) {
    let words = |period: Period| match first.year() == last.year() {
        true => text::period::heading(period, context.language),
        false => text::number::plain(period.year()),
    };
    (words(first), words(last))
}

/// The numbers: a row a period, newest first; a column a panel.
pub(super) fn table(context: &Context<'_>, charts: &SmallCharts) -> DataTable {
    let decimals = context.decimals(context.resolved.what.contents[0]);
    let column =
        |panel: &Panel| Column { key: ColumnKey::Series(panel.key.clone(), None), name: panel.name.clone(), decimals };
    let periods = shown_periods(context);
    let row = |(at, (&period, name)): (usize, (&Period, &String))| Row {
        key: RowKey::Period(period),
        name: name.clone(),
        cells: charts.panels.iter().filter_map(|panel| panel.points.get(at).cloned()).collect(),
    };
    DataTable {
        caption: listing::caption(context),
        units: listing::units(context),
        period: None,
        total: None,
        unreported: context.unreported(),
        stub: listing::PERIOD.get(context.language).to_owned(),
        columns: charts.panels.iter().map(column).collect(),
        rows: periods.iter().zip(&charts.period_names).enumerate().rev().map(row).collect(),
    }
}

/// What to bear in mind: which scales, in which order, and what the dashes are.
pub(super) fn notes(context: &Context<'_>, charts: &SmallCharts) -> Vec<String> {
    let mut notes = Vec::new();
    let scales = match (charts.scales, charts.panels.first()) {
        (Scales::Own, _) => context
            .say_word(
                "Varje diagram har sin egen skala: jämför formen, inte höjden.",
                "Each chart has a scale of its own: compare the shape, not the height.",
            )
            .to_owned(),
        (Scales::Shared, Some(panel)) => {
            let label = |value| axis_label_of(context, context.resolved.what.contents[0], value);
            context.say(
                "Alla diagram har samma skala, från {0} till {1}.",
                "All charts have the same scale, from {0} to {1}.",
                &[&label(panel.axis.min), &label(panel.axis.max)],
            )
        }
        (Scales::Shared, None) => return notes,
    };
    notes.push(scales);
    if is_of_kommuner(context) {
        let order = context.say_word(
            "Kommunerna står i ordning efter sin senaste siffra, den högsta först.",
            "The municipalities are in the order of their newest figure, the highest first.",
        );
        notes.push(order.to_owned());
    }
    if charts.panels.iter().any(|panel| panel.reference.is_some()) {
        notes.push(
            context.say_word("Den tunna streckade linjen är riket.", "The thin dashed line is Sweden.").to_owned(),
        );
    }
    notes
}
