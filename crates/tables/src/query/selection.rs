//! The selection: everything that a link can say. `None` and empty mean the
//! default, which depends on the edition and is found by [`super::resolve`].

use super::FigureKind;
use super::{Aim, Backdrop, Embedding, Order, Sexes};
use crate::snapshot::EditionId;
use crate::statistics::{Age, AreaCode, ContentCode, Language, Period, Resolution, TableId, TopicCode};

/// A page of the explorer; `vy=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// How are we doing? `oversikt`.
    #[default]
    Overview,
    /// What exactly? `utforska`.
    Explore,
    /// Who is like us? `jamfor`.
    Compare,
    /// Tell me about my kommun or förbund, on one sheet; `omrade`.
    Sheet,
    /// Can I trust this? `om`.
    About,
    /// Every figure in its states, for those who work on them; `galleri`.
    Gallery,
    /// One figure for everyone in the room, drawn as the explorer draws it; `visa`.
    Present,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 7] =
        [Self::Overview, Self::Explore, Self::Compare, Self::Sheet, Self::About, Self::Gallery, Self::Present];
    /// Those of the menu, in its order.
    pub const MENU: [Self; 5] = [Self::Overview, Self::Explore, Self::Compare, Self::Sheet, Self::About];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overview => "oversikt",
            Self::Explore => "utforska",
            Self::Compare => "jamfor",
            Self::Sheet => "omrade",
            Self::About => "om",
            Self::Gallery => "galleri",
            Self::Present => "visa",
        }
    }

    /// The view of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }
}

/// What is made of the numbers; `matt=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// As they are; `antal`.
    Count,
    /// Per cent of the population of the same ages; `andel`.
    Share,
    /// The first shown period = 100; `index`.
    Index,
    /// Against the same season a year before; `forandring`.
    Change,
}

impl Measure {
    /// Every measure, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Count, Self::Share, Self::Index, Self::Change];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "antal",
            Self::Share => "andel",
            Self::Index => "index",
            Self::Change => "forandring",
        }
    }

    /// The measure of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

/// The colours of the page; `tema=`. The default follows the reader's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light; `ljust`.
    Light,
    /// Light on dark; `morkt`.
    Dark,
}

impl Theme {
    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Light => "ljust",
            Self::Dark => "morkt",
        }
    }

    /// The theme of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code)
    }
}

/// Where the axis of values starts; `axel=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisStart {
    /// At zero; `noll`.
    Zero,
    /// Near the lowest value, and the figure says so; `anpassad`.
    Fitted,
}

impl AxisStart {
    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zero => "noll",
            Self::Fitted => "anpassad",
        }
    }

    /// The start of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Zero, Self::Fitted].into_iter().find(|start| start.code() == code)
    }
}

/// How the numbers of a map are divided into classes; `klasser=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Classes {
    /// About as many kommuner in each; `kvantil`.
    #[default]
    Quantiles,
    /// As wide as each other; `lika`.
    Equal,
}

impl Classes {
    /// Every rule, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Quantiles, Self::Equal];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quantiles => "kvantil",
            Self::Equal => "lika",
        }
    }

    /// The rule of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|classes| classes.code() == code)
    }
}

/// What the axes of small charts have in common; `skala=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scales {
    /// One scale for all; `gemensam`.
    #[default]
    Shared,
    /// Each its own; `egen`.
    Own,
}

impl Scales {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Shared, Self::Own];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shared => "gemensam",
            Self::Own => "egen",
        }
    }

    /// The scales of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scales| scales.code() == code)
    }
}

/// One choice of area; an item of `omrade=`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AreaChoice {
    /// Riket, a län or a kommun, by code.
    Area(AreaCode),
    /// A samordningsförbund by slug; `forbund:falun-borlange`.
    Association(String),
    /// A group with a name of the reader's own; `grupp:Namn(2080+2081)`.
    Group {
        /// The name.
        name: String,
        /// Its areas, in the order chosen.
        members: Vec<AreaCode>,
    },
}

/// The periods asked for; `tid=`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Span {
    /// Everything there is.
    #[default]
    All,
    /// The newest so many; `senaste-10`.
    Last(u16),
    /// From one to another, both included; `2014H1..2025H1`, open at either end.
    Range {
        /// The first; `None` for the first there is.
        from: Option<Period>,
        /// The last; `None` for the newest there is.
        to: Option<Period>,
    },
}

/// Everything that a link can say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// `vy=`; without it what [`Selection::view`] says.
    pub view: Option<View>,
    /// `amne=`, whether there is such a topic or not; a table says more than that.
    pub topic: Option<TopicCode>,
    /// `tabell=`
    pub table: Option<TableId>,
    /// `utgava=`
    pub edition: Option<EditionId>,
    /// `omrade=`, in the order chosen.
    pub areas: Vec<AreaChoice>,
    /// `omrade=` as it stands, where it has names too: [`by_code`](super::by_code) looks
    /// them up once the areas are here. Empty where all are codes.
    pub named: String,
    /// `innehall=`, in the order chosen, whether there are such or not.
    pub contents: Vec<ContentCode>,
    /// `tid=`
    pub span: Span,
    /// `upplosning=`
    pub resolution: Option<Resolution>,
    /// `matt=`
    pub measure: Option<Measure>,
    /// `diagram=`
    pub figure: Option<FigureKind>,
    /// `axel=`; without it from zero, but for lines of rates far from it.
    pub axis: Option<AxisStart>,
    /// `klasser=`
    pub classes: Option<Classes>,
    /// `ordning=`, of bars; without it by value.
    pub order: Option<Order>,
    /// `skala=`
    pub scales: Option<Scales>,
    /// `riket=` and `handelser=`
    pub backdrop: Backdrop,
    /// `kon=`
    pub sex: Option<Sexes>,
    /// `alder=`
    pub age: Option<Age>,
    /// `sprak=`
    pub language: Language,
    /// `tema=`
    pub theme: Option<Theme>,
    /// `basar=` and `mal=`
    pub aim: Aim,
    /// `inbaddning=` and what goes with it.
    pub embedding: Embedding,
    /// `bilder=`, the list of a presenter; [`Slides`](super::Slides) reads it.
    pub slides: String,
}

impl View {
    /// Whether figures are drawn as the explorer draws them.
    pub const fn explores(self) -> bool {
        matches!(self, Self::Explore | Self::Present)
    }
}

impl Selection {
    /// The page that is meant: of several areas, of all kommuner, or of women and
    /// men apart, without a view, the explorer, since the overview is of one.
    pub fn view(&self) -> View {
        let of_kommuner = self.figure.is_some_and(FigureKind::is_of_kommuner);
        let several = self.areas.len() > 1
            || self.named.bytes().any(|byte| byte == b',')
            || of_kommuner
            || self.sex == Some(Sexes::Apart);
        let several = if several { View::Explore } else { View::default() };
        // There is no figure about the figures to stand in a frame.
        self.view
            .filter(|view| !matches!(view, View::About | View::Gallery | View::Present) || !self.embedding.embedded)
            .unwrap_or(several)
    }
}
