//! The keys of a walk: by their names in browsers, in a line of words, and what is
//! said of one that leads nowhere.

use crate::figure::Chart;
use faktabank_tables::statistics::{Language, Phrase};

/// A key that leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Earlier, or to the left.
    Left,
    /// Later, or to the right.
    Right,
    /// To the line, the bar or the kommun above.
    Up,
    /// To the one below.
    Down,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// A year later, ten bars up, or to the next higher kommun.
    PageUp,
    /// A year earlier, ten bars down, or to the next lower kommun.
    PageDown,
}

impl Key {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Left, Self::Right, Self::Up, Self::Down, Self::Home, Self::End, Self::PageUp, Self::PageDown];

    /// Its name in browsers: "ArrowLeft".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "ArrowLeft",
            Self::Right => "ArrowRight",
            Self::Up => "ArrowUp",
            Self::Down => "ArrowDown",
            Self::Home => "Home",
            Self::End => "End",
            Self::PageUp => "PageUp",
            Self::PageDown => "PageDown",
        }
    }

    /// The key of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}

/// Which keys a chart of so many lines has.
pub(super) fn told(chart: &Chart, lines: usize, language: Language) -> String {
    let own = match chart {
        Chart::Lines(_) | Chart::Stack(_) | Chart::Small(_) => {
            [Some(TIME), (lines > 1).then_some(LINES), Some(YEARS), Some(TONES)]
        }
        Chart::Bars(_) => [Some(BARS), Some(TENS), None, None],
        Chart::Map(_) => [Some(MAP), Some(RANKS), None, None],
        Chart::Scatter(_) => [Some(POINTS), Some(RANKS), None, None],
    };
    let all = own.into_iter().flatten().chain([LEAVE]);
    all.map(|phrase| phrase.get(language)).collect::<Vec<_>>().join(" ")
}

const TIME: Phrase = Phrase { sv: "Vänster och höger: i tiden.", en: "Left and right: in time." };
const LINES: Phrase = Phrase { sv: "Upp och ned: mellan serierna.", en: "Up and down: between the series." };
const YEARS: Phrase = Phrase {
    sv: "Home och End: först och sist. Page Up och Page Down: ett år.",
    en: "Home and End: first and last. Page Up and Page Down: a year.",
};
const TONES: Phrase = Phrase { sv: "T: lyssna.", en: "T: listen." };
const BARS: Phrase = Phrase { sv: "Upp och ned: mellan staplarna.", en: "Up and down: between the bars." };
const TENS: Phrase = Phrase {
    sv: "Home och End: först och sist. Page Up och Page Down: tio i taget.",
    en: "Home and End: first and last. Page Up and Page Down: ten at a time.",
};
const MAP: Phrase =
    Phrase { sv: "Pilarna: till grannen åt det hållet.", en: "Arrow keys: to the neighbour in that direction." };
const POINTS: Phrase = Phrase {
    sv: "Pilarna: till närmaste punkt åt det hållet.",
    en: "Arrow keys: to the nearest point in that direction.",
};
const RANKS: Phrase = Phrase {
    sv: "Page Up och Page Down: nästa högre och lägre. Home och End: högst och lägst.",
    en: "Page Up and Page Down: next higher and lower. Home and End: highest and lowest.",
};
const LEAVE: Phrase = Phrase { sv: "Escape: lämna.", en: "Escape: leave." };

/// Why a key leads nowhere.
pub(super) const fn nowhere(chart: &Chart, key: Key) -> Phrase {
    match chart {
        Chart::Lines(_) | Chart::Stack(_) | Chart::Small(_) => match key {
            Key::Left | Key::Home | Key::PageDown => {
                Phrase { sv: "Det här är den första perioden.", en: "This is the first period." }
            }
            Key::Right | Key::End | Key::PageUp => {
                Phrase { sv: "Det här är den sista perioden.", en: "This is the last period." }
            }
            Key::Up => Phrase { sv: "Ingen serie ligger ovanför.", en: "There is no series above." },
            Key::Down => Phrase { sv: "Ingen serie ligger nedanför.", en: "There is no series below." },
        },
        Chart::Bars(_) => match key {
            Key::Left | Key::Up | Key::Home | Key::PageUp => {
                Phrase { sv: "Det här är den första stapeln.", en: "This is the first bar." }
            }
            Key::Right | Key::Down | Key::End | Key::PageDown => {
                Phrase { sv: "Det här är den sista stapeln.", en: "This is the last bar." }
            }
        },
        Chart::Map(_) | Chart::Scatter(_) => match key {
            Key::Home | Key::PageUp => Phrase { sv: "Ingen ligger högre.", en: "None is higher." },
            Key::End | Key::PageDown => Phrase { sv: "Ingen ligger lägre.", en: "None is lower." },
            _ => {
                Phrase { sv: "Ingen kommun ligger åt det hållet.", en: "There is no municipality in that direction." }
            }
        },
    }
}
