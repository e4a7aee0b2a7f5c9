//! Whom a figure is of: women, men, both together, or each of them by itself, as
//! `kon=` says it; and the places of a figure, once for each where they are apart.

use super::{AreaChoice, FigureKind, Notice, Parameter, Place, Resolved, View};
use crate::snapshot::TableEntry;
use crate::statistics::Sex;

/// Whom a figure is of; `kon=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sexes {
    /// Women, men, or both together; `2`, `1`, `1+2`.
    Of(Sex),
    /// Women and men, each with numbers of its own; `kvinnor,man`.
    Apart,
}

impl Sexes {
    /// Those that are shown apart, in order.
    pub const EACH: [Sex; 2] = [Sex::Women, Sex::Men];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Of(sex) => sex.code(),
            Self::Apart => "kvinnor,man",
        }
    }

    /// What a code means: codes of SCB's `Kon` or words, one, or those of women and
    /// of men in any order; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        let (one, other) = code.split_once(',').unwrap_or((code, code));
        match (sex(one)?, sex(other)?) {
            (one, other) if one == other => Some(Self::Of(one)),
            (Sex::Both, _) | (_, Sex::Both) => None,
            _ => Some(Self::Apart),
        }
    }

    /// Whether a table tells them.
    pub(super) fn are_in(self, table: &TableEntry) -> bool {
        match self {
            Self::Of(sex) => table.sexes().contains(&sex),
            Self::Apart => table.tells_apart(),
        }
    }
}

fn sex(code: &str) -> Option<Sex> {
    match code {
        "kvinnor" => Some(Sex::Women),
        "man" => Some(Sex::Men),
        "bada" => Some(Sex::Both),
        _ => Sex::from_code(code),
    }
}

impl Place {
    /// Whether it is not of men, who come after the women of the same place.
    pub fn is_first(&self) -> bool {
        self.sex != Some(Sex::Men)
    }

    /// Each place once for women and once for men.
    pub(super) fn apart(places: Vec<Self>) -> Vec<Self> {
        let mut each = Vec::with_capacity(2 * places.len());
        for place in places {
            each.push(Self { sex: Some(Sex::Women), ..place.clone() });
            each.push(Self { sex: Some(Sex::Men), ..place });
        }
        each
    }
}

/// Whether women and men are shown apart: as asked, where table and figure can.
pub(super) fn are_apart(
    asked: Option<Sexes>,
    table: &TableEntry,
    (view, figure): (View, FigureKind),
    notices: &mut Vec<Notice>,
) -> bool {
    if asked != Some(Sexes::Apart) {
        return false;
    }
    if !table.tells_apart() {
        notices.push(Notice::NotInTable(Parameter::Sex, Sexes::Apart.code().to_owned()));
        return false;
    }
    let shows = shows_apart(view, figure);
    if !shows {
        notices.push(Notice::NotApart);
    }
    shows
}

/// Whether a figure can show women and men each by themselves. Stacks add up, a map
/// has one colour for each kommun, and what stands around other views is of all.
fn shows_apart(view: View, figure: FigureKind) -> bool {
    matches!(view, View::Explore | View::Present | View::Compare) && !figure.is_stack() && !figure.is_of_kommuner()
}

impl Resolved {
    /// Whether women and men are shown apart, each with places of its own.
    pub fn is_apart(&self) -> bool {
        self.places.first().is_some_and(|place| place.sex.is_some())
    }

    /// Whether they could be.
    pub fn can_be_apart(&self) -> bool {
        shows_apart(self.view, self.form.figure) && self.table.tells_apart()
    }

    /// The areas chosen, each once.
    pub fn choices(&self) -> Vec<AreaChoice> {
        let mut choices = Vec::new();
        for place in &self.places {
            if place.is_first() {
                choices.push(place.choice.clone());
            }
        }
        choices
    }
}
