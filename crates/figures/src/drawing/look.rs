//! What a mark looks like: a class, by which the style sheets know it, and the
//! same in paint, for files, which have no style sheet. `tests/figures/colours.rs`
//! holds the two together.

use crate::figure::Tone;
use std::borrow::Cow;

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A line of the scale.
    Grid,
    /// The line that values are counted from.
    Axis,
    /// The words of a tick.
    Tick,
    /// What an axis is of.
    AxisName,
    /// Riket's means among points.
    Crosshair,
    /// The name at it.
    CrosshairName,
    /// A point among points; chosen or not.
    Dot(bool),
    /// Its name.
    DotName(bool),
    /// The rim of a land.
    Coast,
    /// A kommun in its shade; `None` without a number.
    Shade(Option<usize>),
    /// The square of a class in the key of a map.
    Key(Option<usize>),
    /// The bar before what is chosen in a list.
    ListMark,
    /// The rim around the outline of what is chosen, which keeps it apart from any shade.
    ChosenRim,
    /// The outline of what is chosen.
    Chosen,
    /// What is pointed at.
    Pointed,
    /// A name on a map, of what is chosen or of another.
    MapName(bool),
    /// A line, as sure as its numbers are.
    Line(Tone, Surety),
    /// The points of a line that have no line to lie on.
    Lone(Tone),
    /// The point of a number on its line.
    Spot(Tone),
    /// The place of a number that nothing is drawn at: to be pointed at and told.
    Unseen,
    /// Riket in a small chart.
    Beside,
    /// A band of a stack.
    Band(Tone),
    /// A bar.
    Bar(Tone),
    /// The square before the name of a series.
    Swatch(Tone),
    /// The name of a series, with its newest number, and the number of a bar.
    Name(bool),
    /// The name of a small chart, and its newest number.
    PanelName,
    /// A sign of what is lacking, filled or not.
    Sign(Tone, bool),
    /// The line at something that happened, and the paper on both sides of it.
    Event(bool),
    /// What happened.
    EventName,
}

/// How sure the numbers of a line are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surety {
    /// They stay.
    Final,
    /// They may change, or are yet to come.
    Preliminary,
}

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text.
    Ink,
    /// Text of axes.
    Soft,
    /// Lines of the scale.
    Rule,
    /// The ground.
    Paper,
    /// The rim of a land.
    Coast,
    /// What is chosen, in maps and among points.
    Chosen,
    /// Around it.
    ChosenRim,
    /// A shade of a map.
    Shade(usize),
    /// The pattern of what has no number.
    Missing,
    /// The same in the key of a map.
    MissingKey,
    /// A tone.
    Tone(Tone),
}

/// What a mark is painted with; lengths are pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// What it is filled with.
    pub fill: Option<Colour>,
    /// How much of that covers what lies under it.
    pub opacity: f64,
    /// Its stroke, and how wide that is.
    pub stroke: Option<(Colour, f64)>,
    /// On and off, as SVG has it; empty for a whole line.
    pub dash: &'static str,
    /// Letters: large or small, bold or not, on a rim of the ground or not.
    pub letters: Letters,
}

/// How letters are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// As large as names, or as ticks.
    pub large: bool,
    /// Bold.
    pub bold: bool,
    /// On a rim of the ground, over what else is drawn.
    pub rimmed: bool,
}

/// How wide the rim of such letters is.
pub(super) const RIM: f64 = 3.5;
/// Width of an outline of what is chosen, and of the rim around it.
const OUTLINE: [f64; 2] = [2.0, 5.0];

impl Look {
    /// Its class.
    pub fn class(self) -> Cow<'static, str> {
        let name = match self {
            Self::Grid => "grid-line",
            Self::Axis => "axis-line",
            Self::Tick => "tick",
            Self::AxisName => "tick axis-name",
            Self::Crosshair => "crosshair",
            Self::CrosshairName => "crosshair-name",
            Self::Dot(false) => "dot",
            Self::Dot(true) => "dot dot-chosen",
            Self::DotName(false) => "dot-name",
            Self::DotName(true) => "dot-name dot-name-chosen",
            Self::Coast => "map-coast",
            Self::Shade(shade) => shade_class(shade),
            Self::Key(shade) => {
                let own = shade_class(shade);
                return Cow::Owned(["map-key ", own.strip_prefix(REGION).unwrap_or(own)].concat());
            }
            Self::ListMark => "list-mark",
            Self::ChosenRim => "map-rim",
            Self::Chosen => "map-chosen",
            Self::Pointed => "map-active",
            Self::MapName(true) => "map-name map-name-chosen",
            Self::MapName(false) => "map-name",
            Self::Unseen => "unseen",
            Self::Beside => "line-beside",
            Self::Name(false) => "mark-name",
            Self::Name(true) => "mark-name mark-name-bold",
            Self::PanelName => "panel-title",
            Self::Event(false) => "event-line",
            Self::Event(true) => "event-rim",
            Self::EventName => "event-name",
            Self::Line(tone, surety) => return toned(line_class(tone, surety), tone),
            Self::Lone(tone) => return toned("mark-line line-lone", tone),
            Self::Spot(tone) => return toned("mark-spot", tone),
            Self::Band(tone) => return toned("mark-band", tone),
            Self::Bar(tone) => return toned("mark-bar", tone),
            Self::Swatch(tone) => return toned("mark-swatch", tone),
            Self::Sign(tone, true) => return toned("mark-sign", tone),
            Self::Sign(tone, false) => return toned("mark-sign sign-ring", tone),
        };
        Cow::Borrowed(name)
    }

    /// What it is painted with.
    pub fn paint(self) -> Paint {
        let letters =
            |colour, large, bold, rimmed| Paint { letters: Letters { large, bold, rimmed }, ..Paint::filled(colour) };
        match self {
            Self::Grid => Paint::stroked(Colour::Rule, 1.0),
            Self::Axis => Paint::stroked(Colour::Soft, 1.0),
            Self::Tick | Self::AxisName => letters(Colour::Soft, false, false, false),
            Self::CrosshairName | Self::DotName(false) => letters(Colour::Soft, false, false, true),
            Self::DotName(true) | Self::MapName(true) => letters(Colour::Ink, true, true, true),
            Self::MapName(false) => letters(Colour::Ink, false, false, true),
            Self::Crosshair => Paint { dash: "0.1 5", ..Paint::stroked(Colour::Tone(Tone::Country), 1.5) },
            // Open circles: where many lie, they can still be told apart.
            Self::Dot(false) => {
                let shade = Colour::Shade(3);
                Paint { opacity: 0.3, stroke: Some((shade, 1.0)), ..Paint::filled(shade) }
            }
            Self::Dot(true) => Paint { stroke: Some((Colour::Ink, 1.0)), ..Paint::filled(Colour::Chosen) },
            Self::Coast => Paint::stroked(Colour::Coast, 2.5),
            Self::Shade(shade) => {
                let fill = shade.map_or(Colour::Missing, Colour::Shade);
                Paint { stroke: Some((Colour::Paper, 0.75)), ..Paint::filled(fill) }
            }
            Self::Key(shade) => {
                let fill = shade.map_or(Colour::MissingKey, Colour::Shade);
                Paint { stroke: Some((Colour::Coast, 1.0)), ..Paint::filled(fill) }
            }
            Self::ListMark => Paint::filled(Colour::Chosen),
            Self::ChosenRim => Paint::stroked(Colour::ChosenRim, OUTLINE[1]),
            Self::Chosen => Paint::stroked(Colour::Chosen, OUTLINE[0]),
            Self::Pointed => Paint::stroked(Colour::Ink, 3.0),
            Self::Line(tone, surety) => {
                let dash = dash(tone, surety);
                Paint { dash, ..Paint::stroked(Colour::Tone(tone), if is_thin(tone) { 1.0 } else { 2.0 }) }
            }
            Self::Lone(tone) => Paint::stroked(Colour::Tone(tone), 5.0),
            Self::Spot(tone) | Self::Bar(tone) | Self::Swatch(tone) => Paint::filled(Colour::Tone(tone)),
            Self::Band(tone) => Paint { stroke: Some((Colour::Paper, 1.0)), ..Paint::filled(Colour::Tone(tone)) },
            Self::Sign(tone, true) => Paint { stroke: Some((Colour::Paper, 1.0)), ..Paint::filled(Colour::Tone(tone)) },
            Self::Sign(tone, false) => {
                Paint { stroke: Some((Colour::Tone(tone), 2.0)), ..Paint::filled(Colour::Paper) }
            }
            Self::Unseen => Paint::filled(Colour::Paper),
            Self::Beside => Paint { dash: "0.1 4", ..Paint::stroked(Colour::Tone(Tone::Country), 1.25) },
            Self::Name(bold) => letters(Colour::Ink, true, bold, false),
            Self::PanelName => letters(Colour::Ink, false, true, false),
            Self::EventName => letters(Colour::Ink, false, false, false),
            Self::Event(false) => Paint::stroked(Colour::Soft, 1.0),
            Self::Event(true) => Paint::stroked(Colour::Paper, 3.0),
        }
    }
}

impl Paint {
    const fn filled(colour: Colour) -> Self {
        let letters = Letters { large: false, bold: false, rimmed: false };
        Self { fill: Some(colour), opacity: 1.0, stroke: None, dash: "", letters }
    }

    const fn stroked(colour: Colour, width: f64) -> Self {
        Self { fill: None, stroke: Some((colour, width)), ..Self::filled(colour) }
    }
}

/// Whether a line lies behind the others.
pub(super) const fn is_thin(tone: Tone) -> bool {
    matches!(tone, Tone::Context | Tone::Reference)
}

/// Dashed from one end to the other, or preliminary; dots are told from dashes.
const fn dash(tone: Tone, surety: Surety) -> &'static str {
    match (surety, tone) {
        (Surety::Preliminary, _) | (_, Tone::Reference) => "5 5",
        (Surety::Final, Tone::Country | Tone::Dotted(_)) => "0.1 4",
        (Surety::Final, _) => "",
    }
}

const fn line_class(tone: Tone, surety: Surety) -> &'static str {
    match (surety, tone) {
        (Surety::Preliminary, Tone::Context) => "mark-line line-thin line-dashed",
        (_, Tone::Reference) => "mark-line line-thin line-dashed",
        (Surety::Preliminary, _) => "mark-line line-dashed",
        (Surety::Final, Tone::Context) => "mark-line line-thin",
        (Surety::Final, Tone::Country | Tone::Dotted(_)) => "mark-line line-dotted",
        (Surety::Final, _) => "mark-line",
    }
}

fn toned(class: &str, tone: Tone) -> Cow<'static, str> {
    let own = tone_class(tone);
    Cow::Owned([class, " ", own.strip_prefix(SQUARE).unwrap_or(own)].concat())
}

/// What begins the class of a square in a tone.
const SQUARE: &str = "tone ";

/// The classes of a square in a tone; the style sheets know its colour in every theme.
pub const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Own(place) => own_class(place),
        Tone::Chosen(at) | Tone::Dotted(at) => own_class(super::palette::chosen(at)),
        Tone::Country => "tone tone-country",
        Tone::Total => "tone tone-total",
        Tone::Reference => "tone tone-reference",
        Tone::Context => "tone tone-context",
    }
}

const fn own_class(place: u8) -> &'static str {
    match place {
        1 => "tone tone-1",
        2 => "tone tone-2",
        3 => "tone tone-3",
        4 => "tone tone-4",
        5 => "tone tone-5",
        _ => "tone tone-6",
    }
}

/// What begins the class of a kommun in a shade.
const REGION: &str = "map-region ";

const fn shade_class(shade: Option<usize>) -> &'static str {
    match shade {
        None => "map-region shade-none",
        Some(0) => "map-region shade-0",
        Some(1) => "map-region shade-1",
        Some(2) => "map-region shade-2",
        Some(3) => "map-region shade-3",
        Some(4) => "map-region shade-4",
        Some(5) => "map-region shade-5",
        Some(6) => "map-region shade-6",
        Some(_) => "map-region shade-7",
    }
}
