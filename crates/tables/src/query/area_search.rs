//! Typed text to the areas that are meant: the exact name first, then names as
//! people write them, then those that begin so or hold it, and at last those that
//! differ by a slip of the finger.

use super::AreaChoice;
use super::area_words::{Asked, Sort, asked, folded, partly_a_sort};
use super::slips::slips;
use crate::statistics::letters::{ordered, words};
use crate::statistics::{AreaCode, AreaKind, Areas};

/// What else areas are called, by code; as it is written by hand.
const OTHER_NAMES: &str = include_str!("../../../../data/anchors/other-names.csv");

/// How well an area is what was typed, the best first; up to here it is exactly that.
const EXACT: usize = FOLDED;
const CODE: usize = 0;
const NAME: usize = 1;
const FORM: usize = 2;
const FOLDED: usize = 3;
const OTHER_SORT: usize = 4;
const BEGINS: usize = 5;
const WORD_BEGINS: usize = 6;
const HOLDS: usize = 7;
const WORST: usize = HOLDS;

/// Areas by what they are called.
#[derive(Clone, Debug)]
pub struct AreaSearch {
    /// In the order of the Swedish alphabet.
    entries: Vec<Entry>,
}

/// An area with what it is called.
#[derive(Clone, Debug)]
struct Entry {
    choice: AreaChoice,
    sort: Sort,
    /// Its code, and those that it had; a förbund has none.
    codes: Vec<String>,
    /// Its name in small letters, as it is shown.
    name: String,
    /// Its names without what sort of area they are of.
    forms: Vec<Form>,
}

#[derive(Clone, Debug)]
struct Form {
    plain: String,
    /// The same without dots and rings.
    folded: String,
    /// The whole name without them.
    whole: String,
}

impl AreaSearch {
    /// The areas and förbund that there are.
    pub fn of(areas: &Areas) -> Self {
        let own = areas.areas.iter().map(|area| (AreaChoice::Area(area.code), area.name.as_str()));
        let associations = areas.associations.iter();
        let associations = associations.map(|it| (AreaChoice::Association(it.slug.clone()), it.name.as_str()));
        Self::among(own.chain(associations))
    }

    /// Choices of areas, each with the name that it is shown by.
    pub fn among<'a>(named: impl Iterator<Item = (AreaChoice, &'a str)>) -> Self {
        let mut sorted: Vec<(String, Entry)> = Vec::new();
        for (choice, name) in named {
            let key = ordered(name);
            // Few enough to insert one by one, in far less code than a sort.
            let at = sorted.partition_point(|(other, _)| *other <= key);
            sorted.insert(at, (key, Entry::new(choice, name)));
        }
        Self { entries: sorted.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// Those that match, best first and else by name; all, where nothing is typed:
    /// riket, län, kommuner, förbund.
    pub fn find(&self, typed: &str) -> Vec<&AreaChoice> {
        let typed = words(typed);
        if typed.is_empty() {
            return self.ranked(&|entry| Some(entry.sort as usize));
        }
        let question = asked(&typed);
        let mut found = self.ranked(&|entry| entry.rank(&question));
        // While the word for its sort is being typed: "falu komm".
        if found.is_empty()
            && let Some(question) = partly_a_sort(&typed)
        {
            found = self.ranked(&|entry| entry.rank(&question));
        }
        if found.is_empty() {
            found = self.ranked(&|entry| entry.slips(&question));
        }
        found
    }

    /// The one area that a name or a code means, as a link may say it.
    pub fn meant(&self, text: &str) -> Option<&AreaChoice> {
        let question = asked(&words(text));
        let ranks: Vec<Option<usize>> = self.entries.iter().map(|entry| entry.rank(&question)).collect();
        let best = ranks.iter().flatten().min().filter(|&&rank| rank <= EXACT)?;
        let mut best = self.entries.iter().zip(&ranks).filter(|(_, rank)| *rank == &Some(*best));
        // What could be two areas is none.
        best.next().filter(|_| best.next().is_none()).map(|(entry, _)| &entry.choice)
    }

    fn ranked(&self, rank: &dyn Fn(&Entry) -> Option<usize>) -> Vec<&AreaChoice> {
        let ranks: Vec<Option<usize>> = self.entries.iter().map(rank).collect();
        let mut found = Vec::new();
        for wanted in 0..=WORST {
            for (entry, rank) in self.entries.iter().zip(&ranks) {
                if *rank == Some(wanted) {
                    found.push(&entry.choice);
                }
            }
        }
        found
    }
}

impl Entry {
    fn new(choice: AreaChoice, name: &str) -> Self {
        let (code, sort) = match &choice {
            AreaChoice::Area(code) => (Some(code.to_string()), sort_of(*code)),
            AreaChoice::Association(_) | AreaChoice::Group { .. } => (None, Sort::Association),
        };
        let mut forms = vec![Form::of(name)];
        let (mut codes, lines): (Vec<String>, _) = (code.iter().cloned().collect(), OTHER_NAMES.lines());
        for (_, other) in lines.filter_map(|line| line.split_once(',')).filter(|(of, _)| Some(*of) == code.as_deref()) {
            if other.starts_with(|letter: char| letter.is_ascii_digit()) {
                codes.push(other.to_owned());
            } else {
                forms.push(Form::of(other));
            }
        }
        Self { choice, sort, codes, name: words(name).join(" "), forms }
    }

    /// How well it is what is asked for; `None` if it is not.
    fn rank(&self, asked: &Asked) -> Option<usize> {
        let is_sort = asked.sort.is_none_or(|sort| sort == self.sort);
        let plain = || self.forms.iter().any(|form| form.plain == asked.plain);
        let folded = || self.forms.iter().any(|form| form.folded == asked.folded);
        if self.has_code(asked) {
            return Some(CODE);
        }
        if self.name == asked.whole {
            return Some(NAME);
        }
        if is_sort && (plain() || self.is_country(asked)) {
            return Some(FORM);
        }
        if folded() {
            return Some(if is_sort { FOLDED } else { OTHER_SORT });
        }
        let begins = |form: &Form| is_sort && form.folded.starts_with(&asked.folded);
        let whole =
            |holds: fn(&str, &str) -> bool| self.forms.iter().any(|form| holds(&form.whole, &asked.folded_whole));
        if self.forms.iter().any(begins) || whole(|whole, typed| whole.starts_with(typed)) || self.code_begins(asked) {
            return Some(BEGINS);
        }
        // "Falu kommun" is no part of any name; "Falu" is.
        let part = if asked.sort.is_some() { &asked.folded } else { &asked.folded_whole };
        if !is_sort {
            return None;
        }
        let begun = |form: &Form| form.whole.match_indices(' ').any(|(at, _)| form.whole[at + 1..].starts_with(part));
        if self.forms.iter().any(begun) {
            return Some(WORD_BEGINS);
        }
        self.forms.iter().any(|form| form.whole.contains(part)).then_some(HOLDS)
    }

    /// Whether its code was typed, alone or with its name, as tables have it.
    fn has_code(&self, typed: &Asked) -> bool {
        let is_code = |text: &str| self.codes.iter().any(|code| code == text);
        if is_code(&typed.whole) {
            return true;
        }
        let mut rest = typed.whole.split(' ');
        let code = rest.next().unwrap_or_default();
        let name = asked(&rest.map(str::to_owned).collect::<Vec<_>>()).folded;
        is_code(code) && self.forms.iter().any(|form| form.folded == name)
    }

    fn code_begins(&self, asked: &Asked) -> bool {
        self.codes.iter().any(|code| code.starts_with(&asked.whole))
    }

    /// Whether every word is one for the country: "hela landet", "riket, hela landet".
    fn is_country(&self, asked: &Asked) -> bool {
        let is_it = |word: &str| self.forms.iter().any(|form| form.whole == word);
        let names = &asked.folded_names;
        self.sort == Sort::Country && !names.is_empty() && names.iter().all(|word| is_it(word))
    }

    /// How many slips away it is from what is asked for.
    fn slips(&self, asked: &Asked) -> Option<usize> {
        let (wanted, is_sort) = match asked.sort {
            Some(sort) => (&asked.folded, sort == self.sort),
            None => (&asked.folded_whole, true),
        };
        self.forms.iter().filter(|_| is_sort).filter_map(|form| slips(wanted, &form.whole)).min()
    }
}

impl Form {
    fn of(name: &str) -> Self {
        let words = words(name);
        let plain = asked(&words).plain;
        Self { folded: folded(&plain), plain, whole: folded(&words.join(" ")) }
    }
}

const fn sort_of(code: AreaCode) -> Sort {
    match code.kind() {
        AreaKind::Country => Sort::Country,
        AreaKind::County => Sort::County,
        AreaKind::Municipality => Sort::Municipality,
    }
}

#[cfg(test)]
#[path = "area_search_tests.rs"]
mod tests;
