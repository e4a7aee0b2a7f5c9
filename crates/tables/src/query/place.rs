//! A place of a figure: an area, a förbund or an own group as a table has it, and the
//! key that tells it from every other, whatever they are called.

use super::AreaChoice;
use crate::statistics::letters::small;
use crate::statistics::{AreaCode, Areas, Sex};

/// One choice of area with the areas that it is the sum of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As chosen.
    pub choice: AreaChoice,
    /// The areas of the table that make it up; one for an area of its own.
    pub members: Vec<AreaCode>,
    /// Whom of it, where women and men are apart; else whom the figure is of.
    pub sex: Option<Sex>,
    /// What else has its name.
    pub namesake: Namesake,
}

/// What else has the name of an own group: readers give it, and nothing keeps them
/// from calling it what a län, a code or another group is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Namesake {
    /// Nothing.
    #[default]
    Nothing,
    /// An area, a förbund, or the code of one.
    Area,
    /// Other groups, of which it is the n-th, from 1.
    Group(usize),
}

/// What tells a place from all others of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlaceKey {
    /// Where.
    pub area: AreaKey,
    /// Whom of it, where women and men are apart.
    pub sex: Option<Sex>,
}

/// What tells an area, a förbund or a group from all others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AreaKey {
    /// Riket, a län or a kommun.
    Area(AreaCode),
    /// A förbund, by slug.
    Association(String),
    /// An own group, by name and what else has that.
    Group(String, Namesake),
}

impl Place {
    /// A choice that is the sum of some areas.
    pub const fn sum(choice: AreaChoice, members: Vec<AreaCode>) -> Self {
        Self { choice, members, sex: None, namesake: Namesake::Nothing }
    }

    /// A place that is one area.
    pub fn of(code: AreaCode) -> Self {
        Self::sum(AreaChoice::Area(code), vec![code])
    }

    /// An area beside it, of the same women or men.
    pub fn beside(&self, code: AreaCode) -> Self {
        Self { sex: self.sex, ..Self::of(code) }
    }

    /// Its code, if it is one area of the table.
    pub const fn code(&self) -> Option<AreaCode> {
        match self.choice {
            AreaChoice::Area(code) => Some(code),
            AreaChoice::Association(_) | AreaChoice::Group { .. } => None,
        }
    }

    /// What tells it from all others.
    pub fn key(&self) -> PlaceKey {
        PlaceKey { area: AreaKey::of(&self.choice, self.namesake), sex: self.sex }
    }
}

impl PlaceKey {
    /// Its code in files and on the page: "2080"; of women and men apart "2080/2".
    pub fn code(&self) -> String {
        let code = self.area.code();
        self.sex.map_or_else(|| code.clone(), |sex| [&code, "/", sex.code()].concat())
    }
}

impl AreaKey {
    /// The key of a choice.
    pub fn of(choice: &AreaChoice, namesake: Namesake) -> Self {
        match choice {
            AreaChoice::Area(code) => Self::Area(*code),
            AreaChoice::Association(slug) => Self::Association(slug.clone()),
            AreaChoice::Group { name, .. } => Self::Group(name.clone(), namesake),
        }
    }

    /// The code of the area, if it is one.
    pub const fn area(&self) -> Option<AreaCode> {
        match self {
            Self::Area(code) => Some(*code),
            Self::Association(_) | Self::Group(..) => None,
        }
    }

    /// Its code in files and on the page: that of the area, the slug, or the name of
    /// the group; where that is not its own, with a word in brackets, which no name has.
    pub fn code(&self) -> String {
        match self {
            Self::Area(code) => code.to_string(),
            Self::Association(slug) => slug.clone(),
            Self::Group(name, Namesake::Nothing) => name.clone(),
            Self::Group(name, Namesake::Area) => [name, " (grupp)"].concat(),
            Self::Group(name, Namesake::Group(nth)) => [name, " (grupp ", &nth.to_string(), ")"].concat(),
        }
    }
}

/// Finds what else has the names of the groups among some places.
pub(super) fn tell_apart(places: &mut [Place], areas: &Areas) {
    let name = |place: &Place| match &place.choice {
        AreaChoice::Group { name, .. } => bare(name),
        AreaChoice::Area(_) | AreaChoice::Association(_) => String::new(),
    };
    let names: Vec<String> = places.iter().map(name).collect();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let alike = |names: &[String]| names.iter().filter(|other| *other == name).count();
        places[at].namesake = if alike(&names) > 1 {
            Namesake::Group(alike(&names[..=at]))
        } else if is_of_area(name, areas) {
            Namesake::Area
        } else {
            Namesake::Nothing
        };
    }
}

/// Whether an area or a förbund has a name, or has it as its code.
fn is_of_area(name: &str, areas: &Areas) -> bool {
    let is_it = |other: &str| bare(other) == name;
    // "Riket" is the name that areas have.
    AreaCode::from_code(name).is_some()
        || matches!(name, "sverige" | "sweden")
        || areas.areas.iter().any(|area| is_it(&area.name))
        || areas.associations.iter().any(|it| is_it(&it.slug) || is_it(&it.name))
}

/// A name as readers take it for the same: in small letters, without what kind of area
/// it is of and the genitive before that, so that "Dalarna" is "Dalarnas län".
fn bare(name: &str) -> String {
    const KINDS: [&str; 4] = [" län", " county", " kommun", " municipality"];
    let name: String = name.chars().map(small).collect();
    let bare = KINDS.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(&name);
    bare.strip_suffix('s').filter(|bare| !bare.is_empty()).unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Area, Association};

    fn areas() -> Areas {
        let area = |code, name: &str| Area { code, name: name.to_owned() };
        let association = Association {
            slug: "norra".to_owned(),
            name: "Finsam Norra".to_owned(),
            county: AreaCode::DALARNA,
            members: Vec::new(),
            ended: None,
            source: String::new(),
            sourced: true,
        };
        let areas = vec![
            area(AreaCode::Country, "Riket"),
            area(AreaCode::DALARNA, "Dalarnas län"),
            area(AreaCode::Municipality(2039), "Älvdalen"),
        ];
        Areas { areas, associations: vec![association], home: None }
    }

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        let group = |(at, name): (usize, &&str)| {
            let members = vec![AreaCode::Municipality(2080 + at as u16)];
            Place::sum(AreaChoice::Group { name: (*name).to_owned(), members: members.clone() }, members)
        };
        let mut places: Vec<Place> = names.iter().enumerate().map(group).collect();
        places.push(Place::of(AreaCode::DALARNA));
        tell_apart(&mut places, &areas());
        let codes: Vec<String> = places.iter().map(|place| place.key().code()).collect();
        assert_eq!(codes[..names.len()], *expected);
        assert_eq!(codes[names.len()], "20");
    }

    #[test]
    fn a_group_with_a_name_of_its_own_is_known_by_it() {
        check(&["Norr", "Söder", "Dalarna och Gävleborg"], &["Norr", "Söder", "Dalarna och Gävleborg"]);
    }

    #[test]
    fn groups_of_one_name_are_numbered() {
        check(&["Norr", "Söder", "norr"], &["Norr (grupp 1)", "Söder", "norr (grupp 2)"]);
        check(&["S", "s"], &["S (grupp 1)", "s (grupp 2)"]);
        check(&["Dalarna", "Dalarnas län"], &["Dalarna (grupp 1)", "Dalarnas län (grupp 2)"]);
    }

    #[test]
    fn a_group_is_not_what_it_is_named_after() {
        for name in ["Dalarna", "DALARNAS LÄN", "älvdalen", "Älvdalens kommun", "riket", "Sweden", "2080", "20", "00"]
        {
            check(&[name], &[&[name, " (grupp)"].concat()]);
        }
        for name in ["norra", "finsam norra"] {
            check(&[name], &[&[name, " (grupp)"].concat()]);
        }
    }
}
