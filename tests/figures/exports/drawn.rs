//! Pictures of what the page draws itself: read back as a drawing program
//! would, they hold every kommun, point and line with its words and numbers,
//! and nothing stands outside of its picture.

use super::of_library;
use crate::library::Library;
use faktabank_figures::export::{Drawing, Subject, picture};
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::{Axis, Chart, sign_of};
use faktabank_tables::snapshot::read_boundaries;
use faktabank_tables::statistics::Boundaries;
use roxmltree::{Document, Node};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Those of which a snapshot tells each line of words and where it stands.
const TOLD: [&str; 5] =
    ["karta-dalarna", "karta-riket", "spridning-dalarna", "smadiagram-kommuner", "smadiagram-dalarna"];

fn outlines() -> Boundaries {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo/kommuner.json");
    read_boundaries(&fs::read(file).expect("a committed file")).expect("sound outlines")
}

/// The picture of a figure; what the drawing library would draw is left empty.
fn drawn(subject: &Subject<'_>, outlines: &Boundaries, dark: bool) -> Option<String> {
    let chart = subject.figure.chart.as_deref()?;
    let drawing = Drawing::of(chart, Some(outlines), dark)?;
    Some(picture(subject, &drawing).0.text)
}

fn all<'a>(document: &'a Document<'_>, tag: &'static str) -> Vec<Node<'a, 'a>> {
    let hidden = |it: &Node<'_, '_>| it.attribute("aria-hidden").is_some();
    document.descendants().filter(move |it| it.has_tag_name(tag) && !hidden(it)).collect()
}

fn number(node: Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute).unwrap_or_else(|| panic!("no {attribute}")).parse().expect("a number")
}

fn plain(words: &str) -> String {
    words.replace('\u{2060}', "").replace('\u{a0}', " ")
}

#[test]
fn every_kommun_point_and_line_is_in_its_picture() {
    let library = Library::open();
    let outlines = outlines();
    let mut kinds = [0; 5];
    for (name, link) in figures() {
        for (link, dark) in [(link.to_owned(), false), (format!("{link}&sprak=en"), true)] {
            of_library(&library, &link, |subject| {
                let Some(svg) = drawn(subject, &outlines, dark) else { return };
                let document = Document::parse(&svg).expect("well-formed");
                inside(&document, name);
                let texts = all(&document, "text");
                let said: Vec<&str> = texts.iter().filter_map(|it| it.text()).collect();
                match subject.figure.chart.as_deref().expect("a chart") {
                    Chart::Map(map) => {
                        kinds[0] += 1;
                        assert_eq!(
                            titles(&document, "path"),
                            map.regions.iter().map(|it| plain(&it.said)).collect::<Vec<_>>(),
                            "{name}"
                        );
                        for class in &map.legend {
                            assert!(said.contains(&plain(&class.label).as_str()), "{name}: {class:?}");
                        }
                        let few = map.regions.len() <= 20;
                        for region in map.regions.iter().filter(|it| few || it.within) {
                            let value = plain(&[region.point.text.as_str(), sign_of(&region.point)].concat());
                            assert!(said.contains(&region.name.as_str()) && said.contains(&value.as_str()), "{name}");
                        }
                    }
                    Chart::Scatter(points) => {
                        kinds[1] += 1;
                        let circles = all(&document, "circle");
                        let mut placed: Vec<_> = points.dots.iter().filter(|dot| dot.place.is_some()).collect();
                        placed.sort_by_key(|dot| (dot.region.within, dot.region.code));
                        assert_eq!(circles.len(), placed.len(), "{name}");
                        // The words of the axes say where a number lies.
                        let (across, up) = (&points.across.axis, &points.up.axis);
                        let x = scale(across, |label| place(&texts, label, Some("middle")).0);
                        let y = scale(up, |label| place(&texts, label, Some("end")).1 - 14.0 / 3.0);
                        for circle in &circles {
                            let said = circle.children().find_map(|it| it.text()).expect("words");
                            let dot = placed.iter().find(|dot| plain(&dot.region.said) == said).expect("a kommun");
                            let at = dot.place.expect("placed");
                            assert!((number(*circle, "cx") - x(at.0)).abs() < 0.2, "{name}: {}", dot.region.name);
                            assert!((number(*circle, "cy") - y(at.1)).abs() < 0.2, "{name}: {}", dot.region.name);
                        }
                        for dot in placed.iter().filter(|dot| dot.region.within) {
                            assert!(said.contains(&dot.region.name.as_str()), "{name}: {}", dot.region.name);
                        }
                        assert!(said.contains(&plain(&points.up.name).as_str()), "{name}");
                    }
                    Chart::Small(charts) => {
                        kinds[2] += 1;
                        for panel in &charts.panels {
                            let newest = panel.points.last().expect("a period");
                            assert!(said.contains(&plain(&newest.text).as_str()), "{name}: {}", panel.name);
                        }
                        let known: usize = charts
                            .panels
                            .iter()
                            .flat_map(|panel| &panel.points)
                            .filter(|point| point.value.is_ok())
                            .count();
                        let own = |node: &Node<'_, '_>| [2.0, 5.0].contains(&number(*node, "stroke-width"));
                        let lines = all(&document, "path");
                        let places: usize = lines
                            .iter()
                            .filter(|it| it.attribute("stroke-width").is_some() && own(it))
                            .map(|it| it.attribute("d").expect("places").matches(['M', 'L']).count())
                            .sum();
                        // The last final point is on both of its lines.
                        assert!(places + 2 * charts.panels.len() >= known, "{name}: {places} of {known}");
                    }
                    Chart::Lines(time) | Chart::Stack(time) => {
                        kinds[3] += 1;
                        let stacked = matches!(subject.figure.chart.as_deref(), Some(Chart::Stack(_)));
                        // Each by its name and the newest number that is drawn.
                        for series in &time.series {
                            let whole =
                                |at: usize| !stacked || time.series.iter().all(|it| it.points[at].value.is_ok());
                            let drawn = (0..series.points.len()).rev().filter(|&at| series.points[at].value.is_ok());
                            let newest = drawn.into_iter().find(|&at| whole(at)).map(|at| &series.points[at].text);
                            let label = newest.map_or(series.name.clone(), |text| [&series.name, " ", text].concat());
                            assert!(said.contains(&plain(&label).as_str()), "{name}: {label} in {said:?}");
                        }
                    }
                    Chart::Bars(bars) => {
                        kinds[4] += 1;
                        let told = titles(&document, "rect");
                        for bar in bars.bars.iter().take(60) {
                            let start = plain(&[&bar.name, ": ", &bar.point.text].concat());
                            assert!(
                                bars.bars.len() > 60 || told.iter().any(|it| it.starts_with(&start)),
                                "{name}: {start}"
                            );
                        }
                        assert_eq!(told.len(), bars.bars.len().min(60), "{name}");
                    }
                }
                if TOLD.contains(&name) {
                    insta::assert_snapshot!(format!("bild-{name}{}", if dark { "-en" } else { "" }), told(&document));
                }
            });
        }
    }
    assert!(kinds.iter().all(|count| *count >= 6), "{kinds:?}");
}

/// What elements of this kind say to those who point at them.
fn titles(document: &Document<'_>, tag: &'static str) -> Vec<String> {
    let titles = all(document, tag).into_iter().filter_map(|it| it.children().find(|it| it.has_tag_name("title")));
    titles.filter_map(|it| it.text().map(str::to_owned)).collect()
}

/// Where words stand, for the number of each tick of an axis: the foot of a line
/// through the first and the last of them.
fn scale(axis: &Axis, place: impl Fn(&str) -> f64) -> impl Fn(f64) -> f64 {
    let (first, last) = (axis.ticks.first().expect("a tick"), axis.ticks.last().expect("a tick"));
    let [low, high] = [first, last].map(|tick| (tick.value, place(&plain(&tick.label))));
    move |value| low.1 + (value - low.0) * (high.1 - low.1) / (high.0 - low.0)
}

/// Where words of this kind stand.
fn place(texts: &[Node<'_, '_>], words: &str, anchor: Option<&str>) -> (f64, f64) {
    let found = texts.iter().find(|it| it.text() == Some(words) && it.attribute("text-anchor") == anchor);
    let found = found.unwrap_or_else(|| panic!("{words} is not written"));
    (number(*found, "x"), number(*found, "y"))
}

/// That no words stand outside, and none over others.
fn inside(document: &Document<'_>, name: &str) {
    let root = document.root_element();
    let (width, height) = (number(root, "width"), number(root, "height"));
    for text in all(document, "text") {
        let (mut x, mut y) = (number(text, "x"), number(text, "y"));
        let moved = text.ancestors().find_map(|it| it.attribute("transform"));
        if let Some(place) = moved {
            let place = place.trim_start_matches("translate(").trim_end_matches(')');
            let (across, down) = place.split_once(' ').expect("two numbers");
            x += across.parse::<f64>().expect("a number");
            y += down.parse::<f64>().expect("a number");
        }
        let words = text.text().unwrap_or_default();
        // Narrower than letters are: what is outside by this is outside.
        let wide = words.chars().count() as f64 * number(text, "font-size") * 0.42;
        let (left, right) = match text.attribute("text-anchor") {
            Some("end") => (x - wide, x),
            Some("middle") => (x - wide / 2.0, x + wide / 2.0),
            _ => (x, x + wide),
        };
        assert!(left >= 0.0 && right <= width && y > 10.0 && y < height, "{name}: {words:?} at {x} {y}");
    }
    for alien in ["style", "script", "foreignObject", "image", "use"] {
        assert!(all(document, alien).is_empty(), "{name} holds a {alien}");
    }
    let id = |node: &Node<'_, '_>| node.attribute("id").map(str::to_owned);
    let ids: Vec<String> = document.descendants().filter_map(|node| id(&node)).collect();
    for node in document.descendants() {
        let used = node.attribute("fill").and_then(|fill| fill.strip_prefix("url(#")?.strip_suffix(')'));
        assert!(used.is_none_or(|used| ids.iter().any(|id| id == used)), "{name}: {used:?} of {ids:?}");
    }
}

/// The words with their places, and how many there are of what else is drawn.
fn told(document: &Document<'_>) -> String {
    let mut told = String::new();
    for tag in ["path", "circle", "polyline", "line", "rect"] {
        let mut fills: Vec<(&str, usize)> = Vec::new();
        for node in all(document, tag) {
            let fill = node.attribute("fill").filter(|it| *it != "none").or(node.attribute("stroke")).unwrap_or("none");
            match fills.iter_mut().find(|(known, _)| *known == fill) {
                Some((_, count)) => *count += 1,
                None => fills.push((fill, 1)),
            }
        }
        let fills: Vec<String> = fills.iter().map(|(fill, count)| format!("{count} {fill}")).collect();
        let _ = writeln!(told, "{tag}: {}", fills.join(", "));
    }
    for text in all(document, "text") {
        let anchor = text.attribute("text-anchor").unwrap_or("start");
        let weight = text.attribute("font-weight").map(|_| " bold").unwrap_or_default();
        let (x, y) = (number(text, "x"), number(text, "y"));
        let _ = writeln!(told, "{x} {y} {anchor}{weight}: {}", text.text().unwrap_or_default());
    }
    told
}

#[test]
fn a_picture_of_very_many_says_what_it_leaves_out() {
    let library = Library::with_model();
    let link = "vy=utforska&utgava=modell&omrade=00,2031&innehall=summa&diagram=stapel";
    of_library(&library, link, |subject| {
        let Some(Chart::Bars(bars)) = subject.figure.chart.as_deref() else { panic!("bars") };
        assert!(bars.bars.len() > 200, "{} bars", bars.bars.len());
        let drawing = Drawing::of(subject.figure.chart.as_deref().expect("a chart"), None, false);
        let drawing = drawing.expect("a drawing");
        assert!(drawing.height < 2000, "{} pixels", drawing.height);
        let file = picture(subject, &drawing).0;
        let document = Document::parse(&file.text).expect("well-formed");
        let said: Vec<&str> = all(&document, "text").iter().filter_map(|it| it.text()).collect();
        assert_eq!(titles(&document, "rect").len(), 60);
        assert!(said.iter().any(|name| name.ends_with("Rättvik")), "{said:?}");
        let all_bars = bars.bars.len().to_string();
        assert!(said.join(" ").contains(&format!("Bilden visar 60 av {all_bars} staplar")), "{said:?}");
    });
    // A map of the country, with the numbers of those chosen alone.
    let link = "vy=utforska&utgava=modell&omrade=00,2031,2080&innehall=summa&matt=andel&diagram=karta";
    of_library(&library, link, |subject| {
        let svg = drawn(subject, &outlines(), false).expect("a map");
        let document = Document::parse(&svg).expect("well-formed");
        inside(&document, link);
        let titled = all(&document, "path").into_iter().filter(|it| it.children().any(|it| it.has_tag_name("title")));
        assert_eq!(titled.count(), 290);
        let said: Vec<&str> = all(&document, "text").iter().filter_map(|it| it.text()).collect();
        let twice = |name: &str| said.iter().filter(|it| **it == name).count() == 2;
        assert!(twice("Rättvik") && twice("Falun") && !said.contains(&"Borlänge"), "{said:?}");
        assert!(said[0] == "Påhittade exempelsiffror. De säger ingenting om kommunerna.", "{said:?}");
    });
}
