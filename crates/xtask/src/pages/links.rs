//! Query strings of view models to addresses as one page writes them: relative,
//! so that a site works under any path and a folder from a disk.

use faktabank_tables::query::{Selection, address, decode};
use faktabank_tables::statistics::Areas;
use std::collections::BTreeSet;

/// How a page leads to others.
pub(super) struct Links<'a> {
    /// From the page to the first one: "", "../../".
    root: String,
    areas: &'a Areas,
    kind: Kind<'a>,
}

/// Where the pages lie.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// On a server, which has `index.html` for a folder. All pages are there.
    Site,
    /// In a folder on a disk, which has some pages, by their paths.
    Folder(&'a BTreeSet<String>),
}

impl<'a> Links<'a> {
    /// Those of the page at a path.
    pub(super) fn from(path: &str, areas: &'a Areas, kind: Kind<'a>) -> Self {
        Self { root: "../".repeat(path.matches('/').count()), areas, kind }
    }

    /// From the page to the first one: "", "../../".
    pub(super) fn root(&self) -> &str {
        &self.root
    }

    /// The address of a page at a path below the first one, which is of no area.
    pub(super) fn to_file(&self, path: &str) -> String {
        let index = if matches!(self.kind, Kind::Site) { "" } else { "index.html" };
        format!("{}{path}{index}", self.root)
    }

    /// The address of a query string, without its `?`.
    pub(super) fn to_query(&self, query: &str) -> String {
        self.to(&decode(query).0)
    }

    /// The address of a selection.
    pub(super) fn to(&self, selection: &Selection) -> String {
        let address = address(selection, self.areas);
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        match self.kind {
            Kind::Site if path.is_empty() && self.root.is_empty() => format!("./{query}"),
            Kind::Site => format!("{}{path}{query}", self.root),
            Kind::Folder(pages) if pages.contains(path) => format!("{}{path}index.html{query}", self.root),
            Kind::Folder(_) => {
                let whole = faktabank_tables::query::encode(selection);
                format!("{}index.html{}{whole}", self.root, if whole.is_empty() { "" } else { "?" })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::statistics::{Area, AreaCode};

    #[test]
    fn a_page_leads_to_others_from_wherever_it_lies() {
        let area = |code: &str, name: &str| Area { code: AreaCode::from_code(code).unwrap(), name: name.to_owned() };
        let areas =
            Areas { areas: vec![area("2080", "Falun"), area("2062", "Mora")], associations: Vec::new(), home: None };
        let site = Links::from("kommun/falun/", &areas, Kind::Site);
        assert_eq!(site.to_query("omrade=2062"), "../../kommun/mora/");
        assert_eq!(site.to_query(""), "../../");
        assert_eq!(site.to_query("vy=utforska&omrade=2080"), "../../?vy=utforska&omrade=2080");
        assert_eq!(Links::from("", &areas, Kind::Site).to_query(""), "./");
        assert_eq!(Links::from("en/", &areas, Kind::Site).to_query("omrade=2062&sprak=en"), "../en/kommun/mora/");
        let pages = BTreeSet::from(["kommun/mora/".to_owned()]);
        let folder = Links::from("kommun/falun/", &areas, Kind::Folder(&pages));
        assert_eq!(folder.to_query("omrade=2062"), "../../kommun/mora/index.html");
        assert_eq!(folder.to_query("omrade=2080"), "../../index.html?omrade=2080");
        assert_eq!(folder.to_query("vy=om"), "../../index.html?vy=om");
    }
}
