//! The areas that can be chosen, and which of them a reader means who types part of
//! a name or a code.

use faktabank_tables::query::{AreaChoice, AreaSearch};
use std::sync::Arc;

/// An area that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaOption {
    /// The choice.
    pub choice: AreaChoice,
    /// Its code, as in links and tables.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is, in words: "kommun".
    pub kind: &'static str,
    /// What else there is to know: the members of a förbund, and whether it has ended.
    pub note: String,
    /// Where there are figures for it.
    pub held: Held,
}

/// Where there are figures for an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Among those shown.
    Here,
    /// In another table of the edition.
    Elsewhere,
    /// In none.
    Nowhere,
}

impl Held {
    /// The nearer of two.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Here, _) | (_, Self::Here) => Self::Here,
            (Self::Elsewhere, _) | (_, Self::Elsewhere) => Self::Elsewhere,
            (Self::Nowhere, Self::Nowhere) => Self::Nowhere,
        }
    }
}

/// Areas to be found.
pub(super) struct Findable {
    options: Vec<Arc<AreaOption>>,
    search: AreaSearch,
}

impl PartialEq for Findable {
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
    }
}

impl Findable {
    /// Makes areas findable.
    pub(super) fn new(options: Vec<Arc<AreaOption>>) -> Self {
        let search = AreaSearch::among(options.iter().map(|it| (it.choice.clone(), it.name.as_str())));
        Self { options, search }
    }

    /// Those that match what was typed, best first.
    pub(super) fn matching(&self, typed: &str) -> Vec<Arc<AreaOption>> {
        let option = |choice: &AreaChoice| self.options.iter().find(|option| option.choice == *choice).cloned();
        self.search.find(typed).into_iter().filter_map(option).collect()
    }
}
