//! A chart over time to HTML: the drawing in each of the widths that a page has,
//! of which the style sheet shows the one that fits, and what it reads at its end.

use faktabank_figures::drawing::{self, Size, Sizes, svg, tone_class};
use faktabank_figures::figure::{Chart, Reading, reading};
use maud::{Markup, PreEscaped, html};

/// A drawing for rooms of about one width.
struct Fit {
    class: &'static str,
    size: Size,
}

const fn fit(class: &'static str, width: f64, height: f64) -> Fit {
    Fit { class, size: Size { width, height } }
}

/// The first chart of a page: on a phone, on what is wider, and in the whole of the page.
const FIRST: [Fit; 3] =
    [fit("fit-narrow", 320.0, 255.0), fit("fit-middle", 700.0, 425.0), fit("fit-wide", 1106.0, 425.0)];
/// The chart of a topic: on a phone, and elsewhere.
const TOPIC: [Fit; 2] = [fit("fit-narrow", 340.0, 204.0), fit("fit-broad", 620.0, 204.0)];

/// The first chart of a page; `words` say what it shows.
pub(super) fn first(chart: &Chart, words: &str) -> Markup {
    drawn(chart, words, &FIRST)
}

/// The chart of a topic.
pub(super) fn of_topic(chart: &Chart, words: &str) -> Markup {
    drawn(chart, words, &TOPIC)
}

fn drawn(chart: &Chart, words: &str, fits: &[Fit]) -> Markup {
    let last = chart.over_time().and_then(|(time, stacked)| {
        let at = time.periods.len().checked_sub(1)?;
        reading(time, stacked, at)
    });
    html! {
        div.plot {
            div.chart {
                @for Fit { class, size } in fits {
                    @if let Some(drawing) = drawing::fitted(chart, *size, drawing::is_compact(size.width), Sizes::PAGE) {
                        div class=(class) { (PreEscaped(svg::page::element(&drawing, words))) }
                    }
                }
            }
            @if let Some(reading) = last { (read(&reading)) }
        }
    }
}

/// What a chart reads at its end: seen under a narrow one, which has no names.
fn read(reading: &Reading) -> Markup {
    let beside = |words: [&String; 2]| {
        let columns: Vec<_> = words.into_iter().zip(&reading.heads).filter(|(_, head)| !head.is_empty()).collect();
        html! { @for (words, _) in columns { span.readout-beside { (words) } } }
    };
    let has_head = reading.heads.iter().any(|head| !head.is_empty());
    html! {
        div.readout.readout-rest {
            p.readout-period { (reading.period) }
            ul {
                @if has_head {
                    li.readout-head { span.readout-name {} span.number {} (beside([&reading.heads[0], &reading.heads[1]])) }
                }
                @for line in &reading.lines {
                    li {
                        span class=(tone_class(line.tone)) aria-hidden="true" {}
                        span.readout-name {
                            (line.name)
                            @if !line.note.is_empty() { span.readout-note { " " (line.note) } }
                        }
                        span.number { (line.text) }
                        (beside([&line.other, &line.change]))
                    }
                }
            }
        }
    }
}
