//! A preview to an SVG: the place as a label, the headline, the chart, and under
//! a line the source and the name of the site. An invented figure bears its band
//! on top. Colours are those of the page (`public/tokens.css`), its light theme.

use super::lines::{Face, Ruler, Set, Try};
use super::{HEIGHT, Preview, SANS, SERIF, WIDTH};
use anyhow::Result;
use faktabank_figures::drawing::svg::file::inner;
use faktabank_figures::drawing::{Drawing, Size, Sizes, Style, drawn, escaped, fitted, is_compact};
use faktabank_figures::figure::{Chart, narrowed};
use faktabank_figures::text::ui;
use std::borrow::Cow;
use std::fmt::Write as _;

const STYLE: Style = Style { dark: false, compact: false, height: 0, patterns: false };
/// What leads, as the links of the page do; ground and ink of the band of invented figures.
const ACCENT: &str = "#12436D";
const BAND: (&str, &str) = ("#F6E8C3", "#6B4700");

/// Room at the sides and at the foot, and the bar at the top.
const MARGIN: f64 = 52.0;
const FOOT: f64 = 34.0;
const BAR: f64 = 12.0;
/// Letters of the least size that is read on a small card.
const SMALL: f64 = 24.0;
/// How much larger a drawing is than in a file: its letters become 26 and 24.5 pixels high.
const SCALE: f64 = 1.75;
/// The least that other charts may be drawn at: below it their letters could not be read.
const LEAST: f64 = 1.4;
/// Rows of bars in a drawing, and names at the ends of lines, are so high; a scale has so much around it.
const ROW: f64 = 30.0;
const NAME: f64 = 17.0;
const AROUND: f64 = 46.0;
/// The least height of a plot, and of what is no plot, as a drawing counts.
const PLOT: f64 = 90.0;
/// So many bars are worth being shown.
const BARS: usize = 4;
/// Room over and under a chart.
const GAP: f64 = 8.0;
/// How high the lines of a headline are, as the page has them.
const LEADING: f64 = 1.14;

const PLACE: (Face, &[Try]) = (Face { family: SANS, weight: 600 }, &[(32.0, 1), (28.0, 1), (26.0, 1)]);
const HEADLINE: Face = Face { family: SERIF, weight: 700 };
/// Over a chart, and alone.
const OVER: &[Try] = &[(58.0, 1), (52.0, 2), (47.0, 2), (42.0, 3), (38.0, 3), (34.0, 3), (31.0, 3)];
const ALONE: &[Try] = &[(84.0, 2), (76.0, 3), (68.0, 3), (60.0, 3), (52.0, 4), (46.0, 5), (40.0, 6), (34.0, 8)];
const FOOTER: (Face, &[Try]) = (Face { family: SANS, weight: 400 }, &[(SMALL, 1), (SMALL, 2)]);
const SITE: (Face, &[Try]) = (Face { family: SANS, weight: 700 }, &[(30.0, 1), (SMALL, 1)]);
const STAMP: (Face, &[Try]) = (Face { family: SANS, weight: 700 }, &[(28.0, 1), (SMALL, 1), (SMALL, 2)]);

/// The whole picture.
pub(super) fn svg(preview: &Preview<'_>, ruler: &Ruler<'_>) -> Result<String> {
    let width = f64::from(WIDTH) - 2.0 * MARGIN;
    let mut card = Card { svg: String::new() };
    card.rect((0.0, 0.0), (WIDTH.into(), HEIGHT.into()), STYLE.paper());
    let mut top = if preview.stamp.is_empty() {
        card.rect((0.0, 0.0), (WIDTH.into(), BAR), ACCENT);
        BAR + 24.0
    } else {
        let stamp = ruler.set(preview.stamp, STAMP.0, width, STAMP.1)?;
        let height = stamp.height(1.2) + 20.0;
        card.rect((0.0, 0.0), (WIDTH.into(), height), BAND.0);
        card.words(&stamp, STAMP.0, 1.2, (MARGIN, 10.0), BAND.1)?;
        height + 18.0
    };
    let low = card.footer(preview, ruler, width)?;
    let place = ruler.set(preview.place, PLACE.0, width, PLACE.1)?;
    card.words(&place, PLACE.0, 1.2, (MARGIN, top), ACCENT)?;
    top += place.height(1.2) + 6.0;
    // Two words of one meaning.
    let words = preview.headline.replace("per cent", "per\u{a0}cent");
    // Letters that leave room for the chart; a headline too long for them is worth more than it.
    let over = preview.chart.map_or(0.0, |chart| low - top - 2.0 * GAP - least(chart) * SCALE);
    let over: Vec<Try> = OVER.iter().copied().filter(|&(size, lines)| size * LEADING * lines as f64 <= over).collect();
    let headline = if over.is_empty() { None } else { Some(ruler.set(&words, HEADLINE, width, &over)?) };
    let mut shown = None;
    if let (Some(chart), Some(headline)) = (preview.chart, headline.filter(|headline| !headline.is_cut)) {
        let under = top + headline.height(LEADING) + GAP;
        let room = Size { width, height: low - GAP - under };
        shown = Shown::of(chart, room, ruler)?
            .map(|chart| (under + (room.height - chart.height).max(0.0) / 2.0, headline, chart));
    }
    match shown {
        Some((under, headline, chart)) => {
            card.words(&headline, HEADLINE, LEADING, (MARGIN, top), STYLE.ink())?;
            card.chart(&chart, (MARGIN, under))?;
        }
        None => {
            let headline = ruler.set(&words, HEADLINE, width, ALONE)?;
            // A little above the middle, where what stands alone looks at rest.
            let room = (low - top - headline.height(LEADING)).max(0.0);
            card.words(&headline, HEADLINE, LEADING, (MARGIN, top + room * 0.4), STYLE.ink())?;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" xml:lang=\"{}\">\n{}</svg>\n",
        preview.language.tag(),
        card.svg
    ))
}

/// The least height in which a chart can be read, as a drawing counts: names at
/// the ends of lines must not meet.
fn least(chart: &Chart) -> f64 {
    match chart {
        Chart::Lines(chart) | Chart::Stack(chart) => {
            AROUND + PLOT.max(NAME * chart.named().count().saturating_sub(1) as f64)
        }
        Chart::Bars(chart) => ROW * (chart.bars.len().min(BARS) as f64 + 0.5),
        Chart::Map(_) | Chart::Scatter(_) | Chart::Small(_) => 2.0 * PLOT,
    }
}

/// What is in the picture so far.
struct Card {
    svg: String,
}

impl Card {
    fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let rect = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>\n");
        self.svg.push_str(&rect);
    }

    /// Lines from a place downwards.
    fn words(&mut self, set: &Set, face: Face, high: f64, (x, top): (f64, f64), ink: &str) -> Result<()> {
        let Face { family, weight } = face;
        let size = set.size;
        for (at, line) in set.lines.iter().enumerate() {
            // Letters stand on about four fifths of their height, in the middle of the line.
            let y = top + size * (high * (at as f64 + 0.5) + 0.32);
            writeln!(
                self.svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-family=\"'{family}'\" font-weight=\"{weight}\" \
                 font-size=\"{size}\" fill=\"{ink}\">{}</text>",
                escaped(line)
            )?;
        }
        Ok(())
    }

    /// Source and site, on one foot; where that begins.
    fn footer(&mut self, preview: &Preview<'_>, ruler: &Ruler<'_>, width: f64) -> Result<f64> {
        let site = ruler.set(preview.site, SITE.0, width / 2.0, SITE.1)?;
        let source = format!("{}: {}", ui::SOURCE.get(preview.language), preview.source);
        let source = ruler.set(&source, FOOTER.0, width - site.width - 40.0, FOOTER.1)?;
        let foot = f64::from(HEIGHT) - FOOT;
        let top = foot - source.height(1.25);
        let right = MARGIN + width - site.width;
        self.words(&source, FOOTER.0, 1.25, (MARGIN, top), STYLE.soft())?;
        self.words(&site, SITE.0, 1.25, (right, foot - (SMALL + site.size) * 0.625), ACCENT)?;
        let line = top - 14.0;
        self.rect((MARGIN, line), (width, 2.0), STYLE.rule());
        Ok(line)
    }

    fn chart(&mut self, chart: &Shown, (x, y): (f64, f64)) -> Result<()> {
        let x = x - chart.left;
        writeln!(self.svg, "<g transform=\"translate({x:.1} {y:.1}) scale({:.3})\">\n{}</g>", chart.scale, chart.svg)?;
        Ok(())
    }
}

impl Set {
    /// How high it is, with lines so many times as high as its letters.
    fn height(&self, line: f64) -> f64 {
        self.size * line * self.lines.len() as f64
    }
}

/// A chart as it is shown.
struct Shown {
    svg: String,
    scale: f64,
    /// How far to the left it is moved: what it leaves free there.
    left: f64,
    height: f64,
}

impl Shown {
    /// A chart that fits and can be read; `None` for others.
    fn of(chart: &Chart, room: Size, ruler: &Ruler<'_>) -> Result<Option<Self>> {
        let units = Size { width: room.width / SCALE, height: room.height / SCALE };
        let within = |drawing: &Drawing<'_>| (inner(drawing, STYLE), drawing.size.height);
        if let Some(drawing) = fitted(chart, units, is_compact(units.width), Sizes::FILE) {
            // Drawings leave room for the widest letters there are: here it is known what they need.
            let (left, right) = ruler.extent(&within(&drawing).0, drawing.size)?;
            let width = units.width + (units.width - right) + left;
            let drawing = fitted(chart, Size { width, ..units }, is_compact(width), Sizes::FILE).unwrap_or(drawing);
            let (svg, high) = within(&drawing);
            return Ok((high <= units.height + 1.0).then_some(Self {
                svg,
                scale: SCALE,
                left: left * SCALE,
                height: high * SCALE,
            }));
        }
        let chart = match chart {
            Chart::Bars(bars) => Cow::Owned(Chart::Bars(narrowed(bars, "", (units.height / ROW) as usize))),
            chart => Cow::Borrowed(chart),
        };
        Ok(drawn(&chart, None, units.width, Sizes::FILE).and_then(|drawing| {
            let (svg, high) = within(&drawing);
            let scale = SCALE.min(room.height / high);
            (scale >= LEAST).then_some(Self { svg, scale, left: 0.0, height: high * scale })
        }))
    }
}
