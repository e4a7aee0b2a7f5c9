//! What is drawn of every figure for pages without a script: well-formed, within
//! its bounds, each mark at the place of its number, whatever the numbers are.

use crate::catalogue::contents;
use crate::describe::figure_with_events;
use crate::library::Library;
use faktabank_figures::drawing::svg::page::element;
use faktabank_figures::drawing::{Drawing, Key, Look, Mark, Shape, Sizes, drawn};
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::{
    Axis, Beside, Chart, LineKey, Point, Series, SeriesKey, Status, Tick, TimeChart, Tone,
};
use faktabank_tables::query::Place;
use faktabank_tables::snapshot::read_boundaries;
use faktabank_tables::statistics::{AreaCode, Boundaries, Missing, Period};
use roxmltree::{Document, Node};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

const WIDTHS: [f64; 3] = [360.0, 720.0, 1200.0];

fn outlines() -> Boundaries {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo/kommuner.json");
    read_boundaries(&fs::read(file).expect("a committed file")).expect("sound outlines")
}

#[test]
fn every_figure_is_drawn_for_pages_without_a_script() {
    let library = Library::open();
    let outlines = outlines();
    let mut count = 0;
    for (name, link) in figures() {
        for link in [link.to_owned(), format!("{link}&sprak=en")] {
            let figure = figure_with_events(&library, &link);
            let Some(chart) = figure.chart.as_deref() else { continue };
            for width in WIDTHS {
                let drawing = drawn(chart, Some(&outlines), width, Sizes::PAGE).expect("a drawing");
                sound(&drawing, &figure.headline.title, &format!("{name} at {width}"));
                if let Some((time, stacked)) = chart.over_time() {
                    placed(time, stacked, &drawing, name);
                }
                count += 1;
            }
        }
    }
    assert!(count > 250, "{count} drawings");
}

#[test]
fn drawings_are_as_their_snapshots_show() {
    let library = Library::open();
    let outlines = outlines();
    for (name, width) in [
        ("linje-dalarna-ar", 360.0),
        ("jamfor-falun-borlange-riket", 720.0),
        ("linje-handelser-ar", 720.0),
        ("andel-grupper", 720.0),
        ("yta-grupper", 360.0),
        ("forandring-sysselsattning", 360.0),
        ("spridning-dalarna", 720.0),
        ("smadiagram-fyra", 360.0),
    ] {
        let (_, link) = figures().find(|(known, _)| *known == name).expect("a figure of the gallery");
        let figure = figure_with_events(&library, link);
        let chart = figure.chart.as_deref().expect("a chart");
        let drawing = drawn(chart, Some(&outlines), width, Sizes::PAGE).expect("a drawing");
        insta::assert_snapshot!(format!("ritad-{name}-{width}"), element(&drawing, &figure.headline.title));
    }
}

/// That a drawing is well-formed, told in words, and within its bounds.
fn sound(drawing: &Drawing<'_>, title: &str, name: &str) {
    let text = element(drawing, title);
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    for attribute in document.descendants().flat_map(|node| node.attributes()) {
        let (attribute, value) = (attribute.name(), attribute.value());
        assert!(attribute != "style" && !value.is_empty(), "{name}: {attribute}={value:?}");
        match attribute {
            "x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "r" | "width" | "height" => {
                assert!(value.parse().is_ok_and(f64::is_finite), "{name}: {attribute}={value}");
            }
            "d" => assert!(value.chars().all(|it| "MLHVZhvlzamc-. 0123456789,".contains(it)), "{name}: {value}"),
            _ => {}
        }
    }
    let mut keys = HashSet::new();
    for mark in drawing.marks() {
        assert!(keys.insert(format!("{:?}", mark.key)), "{name}: {:?} is there twice", mark.key);
        let told = !mark.words.is_empty() || matches!(mark.shape, Shape::Text(..)) || is_about(mark);
        assert!(told, "{name}: nothing is told of {:?}", mark.key);
    }
    let number = |node: &Node<'_, '_>, attribute: &str| {
        node.attribute(attribute).unwrap_or_else(|| panic!("{name}: no {attribute}")).parse::<f64>().expect("a number")
    };
    let (width, height) = (drawing.size.width, drawing.size.height.ceil());
    let mut lines: Vec<(f64, f64, f64)> = Vec::new();
    for text in document.descendants().filter(|it| it.has_tag_name("text")) {
        let (x, y) = (number(&text, "x"), number(&text, "y"));
        let words = text.text().unwrap_or_default();
        // Narrower than letters are: what is outside by this is outside.
        let wide = words.chars().count() as f64 * 13.0 * 0.42;
        let (left, right) = match text.attribute("text-anchor") {
            Some("end") => (x - wide, x),
            Some("middle") => (x - wide / 2.0, x + wide / 2.0),
            _ => (x, x + wide),
        };
        let is_event = text.attribute("class") == Some("event-name");
        assert!(left >= -0.5 && (right <= width + 0.5 || is_event), "{name}: {words:?} from {left} to {right}");
        assert!(y > 8.0 && y <= height, "{name}: {words:?} at {y} of {height}");
        if text.attribute("class").is_some_and(|class| class.starts_with("mark-name")) {
            let meets = lines.iter().any(|it| (it.2 - y).abs() < 12.0 && it.0 < right && left < it.1);
            assert!(!meets, "{name}: {words:?} lies over another name");
            lines.push((left, right, y));
        }
    }
}

/// What carries others, or is told by its neighbour.
fn is_about(mark: &Mark<'_>) -> bool {
    let tells = matches!(mark.look, Look::Line(..) | Look::Band(_) | Look::Bar(_) | Look::Spot(_) | Look::Unseen);
    !(tells || matches!(mark.look, Look::Dot(_) | Look::Shade(_) | Look::Sign(..)))
}

/// That every number of a chart over time lies where the scale says, by the
/// places of the scale's own lines, and that lines are broken where it is missing.
fn placed(chart: &TimeChart, stacked: bool, drawing: &Drawing<'_>, name: &str) {
    let grid: Vec<f64> = drawing
        .marks()
        .filter(|mark| mark.look == Look::Grid)
        .filter_map(|mark| if let Shape::Line(from, _) = mark.shape { Some(from.1) } else { None })
        .collect();
    let ticks = &chart.axis.ticks;
    let (low, high) = (grid[0], *grid.last().expect("lines"));
    let (bottom, top) = (ticks[0].value, ticks[ticks.len() - 1].value);
    let expected = |value: f64| low - (low - high) * (value - bottom) / (top - bottom);
    let mut below = vec![0.0; chart.periods.len()];
    let mut seen = 0;
    for series in &chart.series {
        let mut runs = 0;
        let mut former = false;
        let mut steps: Vec<f64> = Vec::new();
        for (at, point) in series.points.iter().enumerate() {
            let value = point.value.ok().filter(|_| !stacked || chart.is_whole(at));
            let key = Key::Series(series.key.code().into(), "punkt", at);
            let mark = drawing.marks().find(|mark| mark.key == key);
            assert_eq!(mark.is_some(), value.is_some(), "{name}: {} at {at}", series.name);
            let (Some(mark), Some(value)) = (mark, value) else {
                former = false;
                continue;
            };
            below[at] += value;
            let Shape::Circle((x, y), _) = mark.shape else { panic!("{name}: a point is a circle") };
            let height = expected(if stacked { below[at] } else { value });
            assert!((y - height).abs() < 1e-6 * (1.0 + height.abs()), "{name}: {} at {at}: {y}", series.name);
            assert!(mark.words.contains(&point.text) && mark.words.contains(&chart.period_names[at]), "{name}");
            steps.push(x);
            runs += usize::from(!former);
            former = true;
            seen += 1;
        }
        let ends: usize = drawing
            .marks()
            .filter(|mark| matches!(&mark.key, Key::Series(key, "band", _) if *key == series.key.code()))
            .filter_map(|mark| if let Shape::Path(path) = &mark.shape { Some(path.matches('M').count()) } else { None })
            .sum();
        assert!(!stacked || ends == runs, "{name}: {} has {ends} bands for {runs} runs", series.name);
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{name}: {} goes back in time", series.name);
    }
    assert!(seen > 0 || chart.series.is_empty(), "{name} has no points");
}

fn point(value: Result<f64, Missing>) -> Point {
    Point::plain(value, value.map_or_else(|missing| missing.symbol().to_owned(), |value| format!("{value}")))
}

fn chart(values: &[&[Result<f64, Missing>]], (min, max): (f64, f64)) -> TimeChart {
    let count = values.iter().map(|it| it.len()).max().unwrap_or(0);
    let first = 2001;
    let periods: Vec<Period> = (0..count).map(|at| Period::calendar_year(first + at as i32)).collect();
    let series = values.iter().enumerate().map(|(at, values)| Series {
        key: LineKey::Series(SeriesKey::of(&Place::of(AreaCode::Municipality(2080 + at as u16)), contents("summa"))),
        name: format!("Serie {at} <&\">"),
        tone: if at == 0 { Tone::Total } else { Tone::Chosen(at) },
        points: values.iter().map(|value| point(*value)).collect(),
    });
    TimeChart {
        period_names: periods.iter().map(ToString::to_string).collect(),
        period_labels: periods.iter().map(ToString::to_string).collect(),
        series: series.collect(),
        total: None,
        axis: Axis { min, max, ticks: [min, max].map(|value| Tick { value, label: value.to_string() }).into() },
        beside: Beside::default(),
        events: Vec::new(),
        periods,
    }
}

#[test]
fn any_numbers_can_be_drawn() {
    const GAP: Result<f64, Missing> = Err(Missing::NotReported);
    for (name, values, ends) in [
        ("none", &[][..], (0.0, 1.0)),
        ("an empty series", &[&[][..]][..], (0.0, 1.0)),
        ("one period", &[&[Ok(5.0)], &[Ok(6.0)]], (0.0, 10.0)),
        ("one period without a number", &[&[GAP]], (0.0, 1.0)),
        ("all equal", &[&[Ok(3.0), Ok(3.0), Ok(3.0)]], (3.0, 4.0)),
        ("an axis without length", &[&[Ok(3.0), Ok(3.0)]], (3.0, 3.0)),
        ("negative", &[&[Ok(-3.0), Ok(2.0), Ok(-0.5)]], (-4.0, 2.0)),
        ("huge", &[&[Ok(1.0e15), Ok(2.0e15), Ok(0.0)]], (0.0, 2.0e15)),
        ("tiny", &[&[Ok(1.0e-9), Ok(2.0e-9)]], (0.0, 2.0e-9)),
        ("gaps", &[&[GAP, Ok(1.0), GAP, Ok(2.0), Ok(3.0), GAP], &[Ok(1.0); 6]], (0.0, 4.0)),
        ("no numbers", &[&[Ok(f64::NAN), Ok(f64::INFINITY), Ok(1.0)]], (0.0, 1.0)),
    ] {
        for stacked in [false, true] {
            let time = chart(values, ends);
            let all = if stacked { Chart::Stack(time) } else { Chart::Lines(time) };
            for width in WIDTHS {
                let drawing = drawn(&all, None, width, Sizes::PAGE).expect("a drawing");
                sound(&drawing, "Rubrik", name);
            }
        }
    }
}

#[test]
fn lines_are_broken_by_gaps_and_dashed_where_they_may_change() {
    let mut time = chart(&[&[Ok(1.0), Ok(2.0), Err(Missing::NotReported), Ok(3.0), Ok(4.0), Ok(5.0)]], (0.0, 5.0));
    time.series[0].points[5].status = Status::Preliminary;
    let all = Chart::Lines(time);
    let drawing = drawn(&all, None, 720.0, Sizes::PAGE).expect("a drawing");
    let path = |part: &str| {
        let found = drawing.marks().find(|mark| matches!(&mark.key, Key::Series(_, own, 0) if *own == part));
        let Some(Mark { shape: Shape::Path(path), look, .. }) = found else { panic!("no {part}") };
        (path.clone().into_owned(), look.class().into_owned())
    };
    let (solid, class) = path("linje");
    assert_eq!((solid.matches('M').count(), solid.matches('L').count()), (2, 2), "{solid}");
    assert_eq!(class, "mark-line tone-total");
    let (dashed, class) = path("preliminar");
    assert_eq!((dashed.matches('M').count(), dashed.matches('L').count()), (1, 1), "{dashed}");
    assert_eq!(class, "mark-line line-dashed tone-total");
    // It goes on where the other ends.
    let end = solid.rsplit('L').next().expect("an end");
    assert!(dashed.starts_with(&format!("M{end}L")), "{solid} {dashed}");
    let signs: Vec<_> = drawing.marks().filter(|mark| matches!(mark.look, Look::Sign(..))).collect();
    assert_eq!(signs.len(), 1, "what was not reported has a sign");
}
