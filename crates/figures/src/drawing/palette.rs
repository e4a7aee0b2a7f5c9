//! The colours of figures, in both themes. The style sheets say the same
//! (`public/tokens.css`): a test compares them, and reckons that each stands out
//! from its ground. Nothing is told by colour alone.

use super::look::Colour;
use crate::figure::Tone;

/// How a figure is drawn: what the page knows and the figure does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// Light on dark.
    pub dark: bool,
    /// Little room: labels go under the chart, not beside it.
    pub compact: bool,
    /// Height of the drawing, in CSS pixels.
    pub height: u32,
    /// Patterns beside colours, for print and forced colours.
    pub patterns: bool,
}

/// Those that a contents can have as its own, from 1.
const LIGHT: [&str; 6] = ["#12436D", "#239A90", "#801650", "#E85D15", "#3D3D3D", "#997ACC"];
const DARK: [&str; 6] = ["#6FA8DC", "#5CC9BF", "#E07FB3", "#FF9A5C", "#C9CDD2", "#C7B3EA"];
/// The classes of a map, from the lightest to the darkest (dark theme: the
/// other way round); then falls, where those are rises, from the weakest to the
/// strongest.
const SHADES: [[&str; 8]; 2] = [
    ["#DCE8F4", "#A3C4E2", "#659AC9", "#306595", "#0F3558", "#EAD3A8", "#B5832F", "#6B4608"],
    ["#1D3145", "#2D5277", "#4A80B2", "#86B6E0", "#D9EBFA", "#4F3B16", "#C39A4E", "#F6E3BA"],
];
/// Which of the six the n-th area chosen takes: neighbours well apart, and
/// the grey left to riket.
const CHOSEN: [u8; 5] = [1, 3, 4, 2, 6];

/// Which of the six, from 1, the n-th area chosen takes.
pub(super) const fn chosen(at: usize) -> u8 {
    CHOSEN[at % CHOSEN.len()]
}

impl Style {
    /// How many colours there are that a contents can have as its own.
    pub const COLOURS: usize = LIGHT.len();

    /// What is chosen, in maps and among points; in both themes.
    pub const CHOSEN: &str = "#E85D15";

    /// The rim around that, which keeps it apart from any shade.
    pub const CHOSEN_RIM: &str = "#000000";

    fn colours(self) -> [&'static str; 6] {
        if self.dark { DARK } else { LIGHT }
    }

    /// Text and totals.
    pub const fn ink(self) -> &'static str {
        if self.dark { "#ECEFF1" } else { "#1B1F23" }
    }

    /// Text of axes.
    pub const fn soft(self) -> &'static str {
        if self.dark { "#A9B2BA" } else { "#565E66" }
    }

    /// Grid lines.
    pub const fn rule(self) -> &'static str {
        if self.dark { "#2B3238" } else { "#DCDAD4" }
    }

    /// The ground of the chart, drawn between bands.
    pub const fn paper(self) -> &'static str {
        if self.dark { "#14181C" } else { "#FFFFFF" }
    }

    /// The shade of a class of a map, from 0 to 4, or of a fall, from 5 to 7.
    pub fn shade(self, class: usize) -> &'static str {
        SHADES[usize::from(self.dark)][class.min(7)]
    }

    /// The rim of a land, and of what is filled with a shade.
    pub const fn coast(self) -> &'static str {
        if self.dark { "#7D8790" } else { "#767E86" }
    }

    /// The colour of what this is for; that of paper for patterns, which have two.
    pub fn of(self, colour: Colour) -> &'static str {
        match colour {
            Colour::Ink => self.ink(),
            Colour::Soft => self.soft(),
            Colour::Rule => self.rule(),
            Colour::Paper | Colour::Missing | Colour::MissingKey => self.paper(),
            Colour::Coast => self.coast(),
            Colour::Chosen => Self::CHOSEN,
            Colour::ChosenRim => Self::CHOSEN_RIM,
            Colour::Shade(class) => self.shade(class),
            Colour::Tone(tone) => self.colour(tone),
        }
    }

    /// The colour of a tone.
    pub fn colour(self, tone: Tone) -> &'static str {
        let colours = self.colours();
        let own = |place: u8| colours[usize::from(place.saturating_sub(1)) % colours.len()];
        match tone {
            Tone::Own(place) => own(place),
            Tone::Chosen(at) | Tone::Dotted(at) => own(chosen(at)),
            Tone::Country => colours[4],
            Tone::Total => self.ink(),
            Tone::Reference => self.soft(),
            Tone::Context => {
                if self.dark {
                    "#7C868F"
                } else {
                    "#828A92"
                }
            }
        }
    }
}
