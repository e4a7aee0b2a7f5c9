//! Where a selection stands: the overview of an area has a page of its own, in
//! each language, under an address that can be said aloud; all else is said by the
//! query string of the first page.

use super::{AreaChoice, Selection, View, encode};
use crate::statistics::letters::{in_address, slug};
use crate::statistics::{AreaCode, Areas, Language};

/// The folder of the pages in a language, with its `/`; empty for Swedish.
pub const fn folder_of(language: Language) -> &'static str {
    match language {
        Language::Swedish => "",
        Language::English => "en/",
    }
}

/// The path of an area's page below the folder of its language: `kommun/falun/`;
/// `None` for an own group, and for what is not known.
pub fn path_of(choice: &AreaChoice, areas: &Areas) -> Option<String> {
    let named = |kind: &str, name: &str| Some([kind, "/", &slug(name), "/"].concat());
    match choice {
        AreaChoice::Area(AreaCode::Country) => Some("riket/".to_owned()),
        AreaChoice::Area(code) => {
            let name = &areas.get(*code)?.name;
            if let Some(county) = county(name) {
                return named("lan", county);
            }
            let path = named("kommun", name);
            // Habo and Håbo: each says its län, too.
            let mut others = areas.areas.iter().filter(|other| other.code != *code);
            if !others.any(|other| other.name.chars().map(in_address).eq(name.chars().map(in_address))) {
                return path;
            }
            let around = county(&areas.get(code.county()?)?.name)?;
            Some([path?.trim_end_matches('/'), "-", &slug(around), "/"].concat())
        }
        AreaChoice::Association(slug) => {
            areas.association(slug).map(|association| ["forbund/", &association.slug, "/"].concat())
        }
        AreaChoice::Group { .. } => None,
    }
}

/// What a län is called by itself: "Dalarnas län" is Dalarna, "Kalmar län" Kalmar; none
/// has a name that ends in an s of its own. `None` for what is no län.
fn county(name: &str) -> Option<&str> {
    name.strip_suffix(" län").map(|name| name.strip_suffix('s').unwrap_or(name))
}

/// The address of a selection below the first page: `kommun/falun/`,
/// `en/kommun/falun/?tema=morkt`, `?vy=utforska&omrade=2080`.
pub fn address(selection: &Selection, areas: &Areas) -> String {
    let mut rest = selection.clone();
    let mut address = String::new();
    if selection.view() == View::Overview
        && !selection.embedding.embedded
        && let Some(path) = path_of_all(&selection.areas, areas)
    {
        address.push_str(folder_of(selection.language));
        address.push_str(&path);
        rest.view = None;
        rest.areas.clear();
        rest.language = Language::default();
    }
    let query = encode(&rest);
    if !query.is_empty() {
        address.push('?');
        address.push_str(&query);
    }
    address
}

/// The path of the page of what is chosen: nothing is of the first page.
fn path_of_all(choices: &[AreaChoice], areas: &Areas) -> Option<String> {
    match choices {
        [] => Some(String::new()),
        [choice] => path_of(choice, areas),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Theme, decode};
    use crate::statistics::{Area, Association};

    fn areas() -> Areas {
        let area = |code: &str, name: &str| Area { code: AreaCode::from_code(code).unwrap(), name: name.to_owned() };
        Areas {
            areas: vec![
                area("00", "Riket"),
                area("14", "Västra Götalands län"),
                area("20", "Dalarnas län"),
                area("08", "Kalmar län"),
                area("1407", "Öckerö"),
                area("0125", "Upplands Väsby"),
                area("2080", "Falun"),
                area("03", "Uppsala län"),
                area("06", "Jönköpings län"),
                area("0305", "Håbo"),
                area("0643", "Habo"),
            ],
            associations: vec![Association {
                slug: "falun-borlange".to_owned(),
                name: "Finsam Falun-Borlänge".to_owned(),
                county: AreaCode::DALARNA,
                members: Vec::new(),
                ended: None,
                source: String::new(),
                sourced: false,
            }],
            home: None,
        }
    }

    fn address_of(query: &str) -> String {
        address(&decode(query).0, &areas())
    }

    #[test]
    fn an_overview_has_a_page() {
        for (query, address) in [
            ("", ""),
            ("sprak=en", "en/"),
            ("omrade=2080", "kommun/falun/"),
            ("omrade=2080&sprak=en", "en/kommun/falun/"),
            ("omrade=1407", "kommun/ockero/"),
            ("omrade=0125", "kommun/upplands-vasby/"),
            ("omrade=0305", "kommun/habo-uppsala/"),
            ("omrade=0643", "kommun/habo-jonkoping/"),
            ("omrade=20", "lan/dalarna/"),
            ("omrade=14", "lan/vastra-gotaland/"),
            ("omrade=08", "lan/kalmar/"),
            ("omrade=00", "riket/"),
            ("omrade=forbund:falun-borlange", "forbund/falun-borlange/"),
            ("omrade=2080&tema=morkt", "kommun/falun/?tema=morkt"),
        ] {
            assert_eq!(address_of(query), address, "{query}");
        }
    }

    #[test]
    fn all_else_stands_in_the_query() {
        for query in ["vy=utforska&omrade=2080", "omrade=2080,2081", "omrade=9999", "omrade=2080&inbaddning=1"] {
            assert!(address_of(query).starts_with('?'), "{query}");
        }
        assert_eq!(address_of("vy=utforska&omrade=2080&sprak=en"), "?vy=utforska&omrade=2080&sprak=en");
    }

    #[test]
    fn a_page_and_the_rest_of_its_address_say_the_selection() {
        let selection = decode("omrade=2080&tema=morkt&sprak=en").0;
        assert_eq!(selection.theme, Some(Theme::Dark));
        // As a page says its own, with the query of the address after it.
        assert_eq!(decode("omrade=2080&sprak=en&tema=morkt").0, selection);
    }
}
