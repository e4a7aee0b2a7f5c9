//! A figure to a whole picture (SVG): headline and sentence over the drawing;
//! what it shows, source, provenance, edition and notes under it, so that it can
//! stand alone in a report or a slide. An invented one bears its stamp.
//!
//! What is drawn are the marks that the page shows, in a drawing as wide and as
//! light as it should be, however the page is just now.

use super::{File, Subject, name, words};
use crate::drawing::setting::{SANS, SERIF, lines};
use crate::drawing::svg::file;
use crate::drawing::{Anchor, Pen, Sizes, Style, Type, drawn, escaped};
use crate::figure::{Chart, MANY, SmallCharts, modelled_warning, narrowed};
use crate::text::{number, share, ui};
use faktabank_tables::statistics::{Boundaries, Phrase, Provenance};
use std::borrow::Cow;

/// The width of the picture and the room around what is in it, in pixels.
const WIDTH: u32 = 1000;
const MARGIN: u32 = 32;
/// So many bars, or small charts, are in a picture: more would make it higher
/// than a page, and than some browsers' canvas.
const MOST_BARS: usize = 60;
const MOST_PANELS: usize = 40;
/// The ground of the stamp and its letters, as on the page.
const STAMP: [(&str, &str); 2] = [("#F6E8C3", "#6B4700"), ("#3A2E10", "#F2C14E")];

const SITE: Phrase = Phrase { sv: "Faktabanken", en: "The Fact Bank" };

/// What is drawn of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// An `<svg>` of its own or what stands in one, as wide as [`Drawing::WIDTH`].
    pub svg: String,
    /// Its height in pixels.
    pub height: u32,
    /// What it was drawn with.
    pub style: Style,
}

impl Drawing {
    /// The width that a drawing must have.
    pub const WIDTH: u32 = WIDTH - 2 * MARGIN;

    /// As much of a chart as a picture can hold; `None` for a map without outlines.
    pub fn of(chart: &Chart, outlines: Option<&Boundaries>, dark: bool) -> Option<Self> {
        let chart = &*held(chart);
        let style = Style { dark, compact: false, height: 0, patterns: false };
        let drawing = drawn(chart, outlines, f64::from(Self::WIDTH), Sizes::FILE)?;
        let height = drawing.size.height.ceil() as u32;
        Some(Self { svg: file::inner(&drawing, style), height, style })
    }
}

/// As much of a chart as a picture can hold, as the page shows it.
fn held(chart: &Chart) -> Cow<'_, Chart> {
    match chart {
        Chart::Bars(bars) if bars.bars.len() >= MANY => Cow::Owned(Chart::Bars(narrowed(bars, "", MOST_BARS))),
        Chart::Small(charts) if charts.panels.len() > MOST_PANELS => {
            let panels = charts.panels.iter().take(MOST_PANELS).cloned().collect();
            Cow::Owned(Chart::Small(SmallCharts { panels, ..charts.clone() }))
        }
        chart => Cow::Borrowed(chart),
    }
}

/// What the picture leaves out, in words; `None` if nothing.
fn left_out(subject: &Subject<'_>) -> Option<String> {
    let (phrase, shown, all) = match subject.figure.chart.as_deref()? {
        Chart::Bars(bars) => (share::BARS_IN_PICTURE, MOST_BARS, bars.bars.len()),
        Chart::Small(charts) => (share::PANELS_IN_PICTURE, MOST_PANELS, charts.panels.len()),
        Chart::Lines(_) | Chart::Stack(_) | Chart::Map(_) | Chart::Scatter(_) => return None,
    };
    (all > shown).then(|| phrase.fill(subject.language(), &[&number::count(shown), &number::count(all)]))
}

/// The picture as a file, and its size in pixels.
pub fn picture(subject: &Subject<'_>, drawing: &Drawing) -> (File, (u32, u32)) {
    let caption = &subject.figure.caption;
    let style = drawing.style;
    let mut page = Page { pen: Pen::default(), y: MARGIN };
    if caption.provenance == Provenance::Modelled {
        page.stamp(subject.say(modelled_warning(subject.resolved)), style);
    }
    let headline = &subject.figure.headline;
    page.text(&headline.title, (Type { font: SERIF, size: 30, bold: true, ink: style.ink() }, 37));
    page.y += 6;
    let sans = Type { font: SANS, size: 17, bold: false, ink: style.ink() };
    page.text(&headline.lead, (sans, 25));
    page.y += 14;
    page.drawing(drawing);
    page.y += 10;
    page.rule(style);
    let small = (Type { size: Sizes::FILE.small, ink: style.soft(), ..sans }, 20);
    let source = [subject.say(ui::SOURCE), ": ", &caption.source, "."].concat();
    let about = [&caption.what, &source, &sentence(&caption.provenance_text), &sentence(&caption.edition)];
    page.text(&about.map(String::as_str).join(" "), small);
    page.text(&caption.signs, small);
    for note in left_out(subject).iter().chain(&caption.notes) {
        page.text(note, small);
    }
    let site = [subject.say(SITE), if subject.address.is_empty() { "" } else { ": " }, subject.address].concat();
    page.text(&site, small);
    let height = page.y + MARGIN - 12;
    let described = [headline.lead.as_str(), &caption.what, &source, &sentence(&caption.provenance_text)].join(" ");
    let size = [&number::count(WIDTH as usize), " ", &number::count(height as usize)].concat();
    let (across, down) = size.split_once(' ').unwrap_or_default();
    let svg = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        across,
        "\" height=\"",
        down,
        "\" viewBox=\"0 0 ",
        &size,
        "\" role=\"img\" aria-labelledby=\"title desc\" lang=\"",
        subject.language().tag(),
        "\">\n<title id=\"title\">",
        &words_of(&headline.title),
        "</title>\n<desc id=\"desc\">",
        &words_of(described.trim()),
        "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"",
        style.paper(),
        "\"/>\n",
        &page.pen.done(),
        "</svg>\n",
    ]
    .concat();
    (File { name: name::of(subject, "", "svg"), text: svg }, (WIDTH, height))
}

/// Words as they stand between two tags.
fn words_of(words: &str) -> String {
    escaped(&words::of(words))
}

/// With its full stop.
fn sentence(words: &str) -> String {
    if words.is_empty() || words.ends_with('.') { words.to_owned() } else { [words, "."].concat() }
}

/// What is in the picture so far, and how far down it goes.
struct Page {
    pen: Pen,
    y: u32,
}

impl Page {
    /// Words in lines of this height.
    fn text(&mut self, words: &str, (set, line): (Type<'_>, u32)) {
        for words in lines(&words::of(words), set.size, Drawing::WIDTH) {
            self.y += line;
            self.line(&words, self.y - (line - set.size), set);
        }
    }

    fn line(&mut self, words: &str, y: u32, set: Type<'_>) {
        self.pen.words(words, (MARGIN.into(), y.into()), set, Anchor::Start);
    }

    fn stamp(&mut self, words: &str, style: Style) {
        let (ground, ink) = STAMP[usize::from(style.dark)];
        self.pen.rect((0.0, 0.0), (WIDTH.into(), 44.0), ground);
        self.line(words, 28, Type { font: SANS, size: 16, bold: true, ink });
        self.y = 54;
    }

    fn rule(&mut self, style: Style) {
        self.pen.rect((MARGIN.into(), self.y.into()), (Drawing::WIDTH.into(), 1.0), style.rule());
        self.y += 8;
    }

    fn drawing(&mut self, drawing: &Drawing) {
        let (x, y) = (number::count(MARGIN as usize), number::count(self.y as usize));
        self.pen.open("g", &[("transform", &["translate(", &x, " ", &y, ")"].concat())]);
        self.pen.push(&[&drawing.svg]);
        self.pen.close("g");
        self.y += drawing.height;
    }
}
