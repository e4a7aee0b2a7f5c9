//! Figures in words, for snapshots: everything that a reader would meet.

use crate::library::Library;
use faktabank_figures::drawing::{Style, option};
use faktabank_figures::figure::{
    Chart, DataTable, Figure, MapChart, Overview, Point, ScatterChart, SmallCharts, Sparkline, Status, build,
    overview as build_overview, with_events,
};
use faktabank_tables::query::Resolved;
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{Areas, Table};
use std::fmt::Write as _;

/// The figure of a link.
pub(crate) fn figure(library: &Library, link: &str) -> String {
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    in_words(link, &resolved, &with_what_happened(library, &resolved, figure))
}

/// The figure of a link, as it is seen once all is here.
pub(crate) fn figure_with_events(library: &Library, link: &str) -> Figure {
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    with_what_happened(library, &resolved, figure)
}

/// As the page does once the events are here.
fn with_what_happened(library: &Library, resolved: &Resolved, figure: Figure) -> Figure {
    if resolved.beside.events { with_events(&figure, &library.events(), resolved.language) } else { figure }
}

fn in_words(link: &str, resolved: &Resolved, figure: &Figure) -> String {
    let mut text = format!("?{link}\n{:?}\n", resolved.notices);
    write_figure(&mut text, figure);
    text
}

/// The figure of a link that is resolved and whose tables are here.
pub(crate) fn figure_of(link: &str, resolved: &Resolved, tables: &[Table], areas: &Areas) -> String {
    let figure = build(resolved, tables, areas).expect("its table is loaded");
    in_words(link, resolved, &figure)
}

/// The overview of a link.
pub(crate) fn overview(library: &Library, link: &str) -> String {
    let (resolved, edition, tables) = library.load(link);
    overview_of(link, &resolved, edition, &tables, &library.areas)
}

/// The overview of a link that is resolved and whose tables are here.
pub(crate) fn overview_of(
    link: &str,
    resolved: &Resolved,
    edition: &Edition,
    tables: &[Table],
    areas: &Areas,
) -> String {
    let overview = build_overview(resolved, edition, tables, areas).expect("its table is loaded");
    let mut text =
        format!("?{link}\n{:?}\n[{}] {}\n", resolved.notices, overview.heading.place, overview.heading.status);
    write_figure(&mut text, &overview.figure);
    write_rest(&mut text, &overview);
    text
}

/// The chart options of a link: data alone, in every style.
pub(crate) fn options(library: &Library, link: &str, style: Style) -> String {
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    options_in(with_what_happened(library, &resolved, figure), style)
}

/// The chart options of a link that is resolved and whose tables are here.
pub(crate) fn options_of(resolved: &Resolved, tables: &[Table], areas: &Areas, style: Style) -> String {
    options_in(build(resolved, tables, areas).expect("its table is loaded"), style)
}

fn options_in(figure: Figure, style: Style) -> String {
    let option = option(&figure.chart.expect("a figure with a chart"), style);
    let option: serde_json::Value = serde_json::from_str(&option).expect("options are JSON");
    let text = serde_json::to_string_pretty(&option).expect("it was read");
    assert!(!text.contains("function") && !text.contains("=>"), "options are data");
    text
}

pub(crate) fn write_figure(text: &mut String, figure: &Figure) {
    let caption = &figure.caption;
    writeln!(text, "\n# {}\n{}\n", figure.headline.title, figure.headline.lead).expect("text");
    if let Some(empty) = &figure.empty {
        writeln!(text, "TOM: {empty}").expect("text");
    }
    if let Some(chart) = &figure.chart {
        write_chart(text, chart);
    }
    writeln!(
        text,
        "{}\n{} <{}>\n{} ({:?})\n{}",
        caption.what, caption.source, caption.source_url, caption.provenance_text, caption.provenance, caption.edition
    )
    .expect("text");
    if !caption.signs.is_empty() {
        writeln!(text, "{}", caption.signs).expect("text");
    }
    for note in &caption.notes {
        writeln!(text, "- {note}").expect("text");
    }
    write_table(text, &figure.table);
}

pub(crate) fn write_chart(text: &mut String, chart: &Chart) {
    let axis = match chart {
        Chart::Lines(chart) | Chart::Stack(chart) => {
            for series in chart.named() {
                let points: Vec<&Point> = series.points.iter().collect();
                let missing = points.iter().filter(|point| point.value.is_err()).count();
                let preliminary = points.iter().filter(|point| point.status != Status::Final).count();
                let last = points.iter().rev().find(|point| point.value.is_ok());
                writeln!(
                    text,
                    "{:?} {} [{}]: {} punkter, {missing} saknas, {preliminary} preliminära, sist {}",
                    series.tone,
                    series.name,
                    series.key.code(),
                    points.len(),
                    last.map_or("", |point| &point.text)
                )
                .expect("text");
            }
            let labels: Vec<&str> =
                chart.period_labels.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
            writeln!(text, "tid: {}", labels.join(" ")).expect("text");
            for mark in &chart.events {
                writeln!(text, "händelse {} vid {}", mark.label, chart.period_names[mark.value as usize])
                    .expect("text");
            }
            &chart.axis
        }
        Chart::Map(chart) => return write_map(text, chart),
        Chart::Scatter(chart) => return write_points(text, chart),
        Chart::Small(charts) => return write_panels(text, charts),
        Chart::Bars(chart) => {
            for bar in &chart.bars {
                writeln!(text, "{:?} {} [{}]: {}", bar.tone, bar.name, bar.key.code(), bar.point.text).expect("text");
            }
            &chart.axis
        }
    };
    let ticks: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
    writeln!(text, "axel: {}", ticks.join(" | ")).expect("text");
    writeln!(text).expect("text");
}

fn write_panels(text: &mut String, charts: &SmallCharts) {
    for panel in &charts.panels {
        let ticks: Vec<&str> = panel.axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        let missing = panel.points.iter().filter(|point| point.value.is_err()).count();
        let country = panel.reference.as_ref().and_then(|values| values.last().copied().flatten());
        writeln!(
            text,
            "{:?} {} [{}]: {} punkter, {missing} saknas, sist {}, riket sist {country:?}, axel {}",
            panel.tone,
            panel.name,
            panel.key.code(),
            panel.points.len(),
            panel.points.last().map_or("", |point| &point.text),
            ticks.join(" | ")
        )
        .expect("text");
    }
    writeln!(text, "{} – {}\n", charts.ends.0, charts.ends.1).expect("text");
}

fn write_points(text: &mut String, chart: &ScatterChart) {
    for dot in &chart.dots {
        let at = dot.place.map_or("-".to_owned(), |(x, y)| format!("({x:.2}, {y:.2})"));
        let within = if dot.region.within { " vald" } else { "" };
        writeln!(text, "{at} {} [{}]{within}", dot.region.said, dot.region.code).expect("text");
    }
    for scale in [&chart.across, &chart.up] {
        let ticks: Vec<&str> = scale.axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        writeln!(text, "{}: {}", scale.name, ticks.join(" | ")).expect("text");
    }
    if let Some((name, x, y)) = &chart.country {
        writeln!(text, "{name}: {} {} {:?}", x.text, y.text, chart.crosshair).expect("text");
    }
    writeln!(text, "r = {:?}\n", chart.correlation.map(|r| (r * 1e4).round() / 1e4)).expect("text");
}

fn write_map(text: &mut String, chart: &MapChart) {
    for (region, class) in chart.regions.iter().zip(&chart.class_of) {
        let class = class.map_or("-".to_owned(), |class| class.to_string());
        let chosen = if region.chosen { " vald" } else { "" };
        let within = if region.within && !region.chosen { " ingår" } else { "" };
        writeln!(text, "{class} {} [{}]{chosen}{within}", region.said, region.code).expect("text");
    }
    writeln!(text, "{}:", chart.unit).expect("text");
    for class in &chart.legend {
        let shade = class.shade.map_or("-".to_owned(), |shade| shade.to_string());
        writeln!(text, "{shade} {}: {}", class.label, class.count).expect("text");
    }
    writeln!(text).expect("text");
}

pub(crate) fn write_table(text: &mut String, table: &DataTable) {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    writeln!(text, "\n## {}\n{} | {}", table.caption, table.stub, names.join(" | ")).expect("text");
    for row in table.rows.iter().chain(&table.total) {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| match cell.value {
                Ok(value) => {
                    let preliminary = match cell.status {
                        Status::Final => "",
                        Status::Preliminary => " p",
                        Status::Forecast => " prognos",
                    };
                    let mark = cell.mark.key().map(|key| format!(" {key}: {}", cell.note)).unwrap_or_default();
                    format!("{} ({value}{preliminary}{mark})", cell.text)
                }
                Err(reason) => format!("{} ({}: {})", cell.text, reason.key(), cell.note),
            })
            .collect();
        writeln!(text, "{} {} | {}", row.key.code(), row.name, cells.join(" | ")).expect("text");
    }
}

fn write_rest(text: &mut String, overview: &Overview) {
    for key in &overview.keys {
        writeln!(text, "\n{}\n{}\n{}", key.number, key.label, key.note).expect("text");
    }
    for group in &overview.groups {
        writeln!(
            text,
            "\n{} ({})\n{}\n{} ?{}",
            group.name,
            group.parts,
            group.sentence,
            sparkline(&group.sparkline),
            group.link
        )
        .expect("text");
    }
    if let Some(country) = &overview.country {
        writeln!(text, "\n{}\n{} ?{}", country.sentence, country.caption, country.link).expect("text");
    }
    if let Some(whole) = &overview.whole {
        writeln!(text, "\n{}", whole.caption).expect("text");
        for (name, to) in &whole.ways {
            writeln!(text, "{} ?{to}", name.sv).expect("text");
        }
    }
    let Some(list) = &overview.kommuner else { return };
    let line = list.line.map_or("-".to_owned(), |line| format!("{} över tid", line.sv));
    writeln!(text, "\n{}\n{line} {}\nkarta ?{}", list.caption, !list.beside.is_empty(), list.map).expect("text");
    for kommun in &list.rows {
        let support = kommun.share.as_ref().map(|(point, period)| format!("{} {period}", point.text));
        writeln!(
            text,
            "{} {} | {} | {} | {} | {} ?{}",
            kommun.code,
            kommun.name,
            kommun.beside.first().map_or("-", |point| &point.text),
            kommun.beside.get(1).map_or("-", |point| &point.text),
            support.unwrap_or_default(),
            sparkline(&kommun.sparkline),
            kommun.link
        )
        .expect("text");
    }
}

fn sparkline(sparkline: &Sparkline) -> String {
    format!("{} punkter. {}", sparkline.points.len(), sparkline.description)
}
