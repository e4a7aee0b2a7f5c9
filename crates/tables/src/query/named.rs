//! Links that say areas by name or by a code that they had: to the areas that are
//! meant, as far as that is one each.

use super::notice::shortened;
use super::places::members_of;
use super::url::area_of;
use super::{AreaChoice, AreaSearch, Notice, Parameter, Selection};
use crate::statistics::{AreaCode, Areas};

/// Whether a link says areas otherwise than by their codes of today.
pub fn is_by_name(selection: &Selection, areas: &Areas) -> bool {
    let is_former = |code: &AreaCode| areas.get(*code).is_none();
    let has_former = |choice: &AreaChoice| members_of(choice, areas, None).iter().any(is_former);
    !selection.named.is_empty() || selection.areas.iter().any(has_former)
}

/// The same link by codes of today, and a notice for each name that means no area or
/// more than one. Codes that mean nothing stay, for [`resolve`](super::resolve) to tell of.
pub fn by_code(selection: &Selection, areas: &Areas) -> (Selection, Vec<Notice>) {
    let search = AreaSearch::of(areas);
    let today = |code: &AreaCode| match areas.get(*code) {
        Some(_) => *code,
        None => match search.meant(&code.to_string()) {
            Some(AreaChoice::Area(now)) => *now,
            _ => *code,
        },
    };
    let now = |choice: AreaChoice| match choice {
        AreaChoice::Area(code) => AreaChoice::Area(today(&code)),
        AreaChoice::Group { name, members } => AreaChoice::Group { name, members: members.iter().map(today).collect() },
        AreaChoice::Association(_) => choice,
    };
    let (mut found, mut notices) = (Vec::new(), Vec::new());
    let mut add = |choice: AreaChoice| {
        if !found.contains(&choice) {
            found.push(choice);
        }
    };
    if selection.named.is_empty() {
        selection.areas.iter().cloned().for_each(|choice| add(now(choice)));
    }
    for item in selection.named.split(',').filter(|item| !item.is_empty()) {
        match area_of(item).map(now).or_else(|| search.meant(item).cloned()) {
            Some(choice) => add(choice),
            None => notices.push(Notice::InvalidValue(Parameter::Areas, shortened(item))),
        }
    }
    (Selection { areas: found, named: String::new(), ..selection.clone() }, notices)
}

#[cfg(test)]
mod tests {
    use super::super::{decode, encode};
    use super::*;
    use crate::snapshot::read_areas;

    #[track_caller]
    fn check(link: &str, expected: &str, unknown: &[&str]) {
        let areas = read_areas(include_bytes!("../../../../data/areas.json")).expect("areas");
        let (selection, notices) = decode(link);
        assert_eq!(notices, [], "{link}");
        assert!(is_by_name(&selection, &areas) || encode(&selection) == expected, "{link}");
        let (selection, notices) = by_code(&selection, &areas);
        assert_eq!(encode(&selection), expected, "{link}");
        let told: Vec<Notice> =
            unknown.iter().map(|name| Notice::InvalidValue(Parameter::Areas, (*name).to_owned())).collect();
        assert_eq!(notices, told, "{link}");
    }

    #[test]
    fn names_and_former_codes_are_followed_in_their_order() {
        check("omrade=1917", "omrade=0331", &[]);
        check("omrade=Falun", "omrade=2080", &[]);
        check("omrade=falun%20kommun,20,Borl%C3%A4nge", "omrade=2080,20,2081", &[]);
        check("omrade=20,Falun,Sverige", "omrade=20,2080,00", &[]);
        check("omrade=Falun,2080,falun", "omrade=2080", &[]);
        check("omrade=Falun-Borl%C3%A4nge", "omrade=forbund:falun-borlange", &[]);
        check("omrade=forbund:Falun-Borl%C3%A4nge", "omrade=forbund:falun-borlange", &[]);
        check("omrade=falun+borlange", "omrade=forbund:falun-borlange", &[]);
        check("omrade=grupp:Heby%20och%20Falun(1917+2080)", "omrade=grupp:Heby%20och%20Falun(0331+2080%29", &[]);
        check("omrade=uppsala", "omrade=0380", &[]);
    }

    #[test]
    fn what_means_no_area_is_said() {
        check("omrade=2080,Atlantis,Fal", "omrade=2080", &["Atlantis", "Fal"]);
        check("omrade=208,2081,grupp:(2080)", "omrade=2081", &["208", "grupp:(2080)"]);
        // That there is no such code is told of the table.
        check("omrade=9999", "omrade=9999", &[]);
    }
}
