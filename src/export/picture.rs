//! A drawing to a whole picture (SVG): headline and sentence over it; what it
//! shows, source, provenance, edition and notes under it, so that it can stand
//! alone in a report or a slide. A modelled one bears its stamp.
//!
//! Lines are broken by the usual widths of letters, on the generous side, since
//! nothing here can measure them; other programs may have other fonts.

use super::embed::escaped;
use super::{File, Subject, name, words};
use crate::figure::{Chart, Style};
use crate::statistics::{Phrase, Provenance};
use crate::text::{number, ui};

/// The width of the picture and the room around what is in it, in pixels.
const WIDTH: u32 = 1000;
const MARGIN: u32 = 32;
const SERIF: &str = "Charter, Cambria, Georgia, 'Liberation Serif', serif";
const SANS: &str = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
/// The ground of the stamp and its letters, as on the page.
const STAMP: [(&str, &str); 2] = [("#F6E8C3", "#6B4700"), ("#3A2E10", "#F2C14E")];

const SITE: Phrase = Phrase { sv: "Faktabanken", en: "The Fact Bank" };

/// What the drawing library drew.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// An `<svg>` of its own, as wide as [`Drawing::WIDTH`].
    pub svg: &'a str,
    /// Its height in pixels.
    pub height: u32,
    /// What it was drawn with.
    pub style: Style,
}

impl Drawing<'_> {
    /// The width that a drawing must have.
    pub const WIDTH: u32 = WIDTH - 2 * MARGIN;

    /// The height that the drawing of a chart should have: bars need room each.
    pub fn height_of(chart: &Chart) -> u32 {
        match chart {
            Chart::Bars(bars) => bars.bars.len() as u32 * 30 + 48,
            _ => 440,
        }
    }
}

/// The picture as a file, and its size in pixels.
pub fn picture(subject: &Subject<'_>, drawing: &Drawing<'_>) -> (File, (u32, u32)) {
    let caption = &subject.figure.caption;
    let style = drawing.style;
    let mut page = Page { svg: String::new(), y: MARGIN };
    if caption.provenance == Provenance::Modelled {
        page.stamp(subject.say(ui::MODELLED), style);
    }
    let headline = &subject.figure.headline;
    page.text(&headline.title, Type { font: SERIF, size: 30, line: 37, bold: true, ink: style.ink() });
    page.y += 6;
    let body = Type { font: SANS, size: 17, line: 25, bold: false, ink: style.ink() };
    page.text(&headline.lead, body);
    page.y += 14;
    page.drawing(drawing);
    page.y += 10;
    page.rule(style);
    let small = Type { size: 14, line: 20, ink: style.soft(), ..body };
    let source = [subject.say(ui::SOURCE), ": ", &caption.source, "."].concat();
    let about = [&caption.what, &source, &sentence(&caption.provenance_text), &sentence(&caption.edition)];
    page.text(&about.map(String::as_str).join(" "), small);
    page.text(&caption.signs, small);
    for note in &caption.notes {
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
        &escaped(&words::of(&headline.title)),
        "</title>\n<desc id=\"desc\">",
        &escaped(&words::of(described.trim())),
        "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"",
        style.paper(),
        "\"/>\n",
        &page.svg,
        "</svg>\n",
    ]
    .concat();
    (File { name: name::of(subject, "", "svg"), text: svg }, (WIDTH, height))
}

/// With its full stop.
fn sentence(words: &str) -> String {
    if words.is_empty() || words.ends_with('.') { words.to_owned() } else { [words, "."].concat() }
}

/// How words are set.
#[derive(Clone, Copy)]
struct Type {
    font: &'static str,
    size: u32,
    line: u32,
    bold: bool,
    ink: &'static str,
}

/// What is in the picture so far, and how far down it goes.
struct Page {
    svg: String,
    y: u32,
}

impl Page {
    fn text(&mut self, words: &str, set: Type) {
        for line in lines(&words::of(words), set, Drawing::WIDTH) {
            self.y += set.line;
            self.line(&line, MARGIN, self.y - (set.line - set.size), set);
        }
    }

    fn line(&mut self, words: &str, x: u32, y: u32, set: Type) {
        self.tag("<text", &[("x", x), ("y", y), ("font-size", set.size)]);
        let weight = if set.bold { "\" font-weight=\"bold" } else { "" };
        self.push(&[" font-family=\"", set.font, weight, "\" fill=\"", set.ink, "\">", &escaped(words), "</text>\n"]);
    }

    fn stamp(&mut self, words: &str, style: Style) {
        let (ground, ink) = STAMP[usize::from(style.dark)];
        self.tag("<rect", &[("width", WIDTH), ("height", 44)]);
        self.push(&[" fill=\"", ground, "\"/>\n"]);
        self.line(words, MARGIN, 28, Type { font: SANS, size: 16, line: 24, bold: true, ink });
        self.y = 54;
    }

    fn rule(&mut self, style: Style) {
        self.tag("<rect", &[("x", MARGIN), ("y", self.y), ("width", Drawing::WIDTH), ("height", 1)]);
        self.push(&[" fill=\"", style.rule(), "\"/>\n"]);
        self.y += 8;
    }

    fn drawing(&mut self, drawing: &Drawing<'_>) {
        let y = number::count(self.y as usize);
        self.push(&[
            "<g transform=\"translate(",
            &number::count(MARGIN as usize),
            " ",
            &y,
            ")\">",
            drawing.svg,
            "</g>\n",
        ]);
        self.y += drawing.height;
    }

    /// The beginning of an element, with its places and sizes.
    fn tag(&mut self, tag: &str, sizes: &[(&str, u32)]) {
        self.push(&[tag]);
        for (attribute, size) in sizes {
            self.push(&[" ", attribute, "=\"", &number::count(*size as usize), "\""]);
        }
    }

    fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.svg.push_str(part));
    }
}

/// Words in lines no wider than so many pixels. A word that is wider alone, as
/// an address may be, is broken where it must.
fn lines(words: &str, set: Type, width: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let room = width * 100;
    let mut used = 0;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let needed = wide(word, set);
        if used > 0 && used + wide(" ", set) + needed > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += wide(" ", set);
        }
        for letter in word.chars() {
            let needed = letter_width(letter) * set.size;
            if used + needed > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += needed;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// In hundredths of a pixel.
fn wide(words: &str, set: Type) -> u32 {
    words.chars().map(|letter| letter_width(letter) * set.size).sum()
}

/// In hundredths of the size of the type: the wider of Arial bold, Georgia bold
/// and their like.
const fn letter_width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 33,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 40,
        'm' | 'w' | '%' | '—' => 95,
        'M' | 'W' | '@' => 100,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' | '&' | '=' | '+' => 74,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: Type = Type { font: SANS, size: 10, line: 14, bold: false, ink: "#000" };

    #[test]
    fn words_are_broken_between_words_and_long_ones_inside() {
        assert_eq!(lines("", SET, 100), Vec::<String>::new());
        assert_eq!(lines("en rad", SET, 100), ["en rad"]);
        assert_eq!(lines("två rader som inte ryms", SET, 80), ["två rader som", "inte ryms"]);
        let address = "https://faktabank.example/?vy=utforska&omrade=2080,2081";
        let broken = lines(&["På ", address].concat(), SET, 120);
        assert!(broken.len() > 3 && broken[1..].concat() == address, "{broken:?}");
    }
}
