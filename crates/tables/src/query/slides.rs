//! A presenter's list of figures: `bilder=` as a list of links and which of them is
//! shown, and back. All of it lies in the address, so that it can be kept and handed on.

use super::{Embedding, Selection, decode, encode};

/// So many fit into one address.
const MOST: usize = 40;

/// A list of figures, and which of them is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slides {
    /// The query strings of the figures, in the order in which they are shown.
    figures: Vec<String>,
    /// The position of the one that is shown.
    at: usize,
}

impl Slides {
    /// The list that a selection carries; empty where it has none.
    pub fn of(selection: &Selection) -> Self {
        let mut parts = selection.slides.split(';');
        let at = parts.next().and_then(|at| at.parse::<usize>().ok()).unwrap_or(1);
        let figures: Vec<String> = parts.filter(|it| !it.is_empty()).take(MOST).map(str::to_owned).collect();
        Self { at: at.clamp(1, figures.len().max(1)) - 1, figures }
    }

    /// As `bilder=` says it: the number of the one that is shown, then each; empty for none.
    fn code(&self) -> String {
        if self.figures.is_empty() {
            return String::new();
        }
        [&(self.at + 1).to_string(), ";", &self.figures.join(";")].concat()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// Whether no more fit.
    pub const fn is_full(&self) -> bool {
        self.figures.len() >= MOST
    }

    /// The position of the one that is shown.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// With a figure at its end, which is the one shown from then on.
    #[must_use]
    pub fn with(mut self, figure: &Selection) -> Self {
        if !self.is_full() {
            // How a page looks is the room's, not the figure's.
            let plain = Selection {
                view: None,
                slides: String::new(),
                embedding: Embedding::default(),
                theme: None,
                language: Default::default(),
                ..figure.clone()
            };
            // A group may be called what it likes.
            self.figures.push(encode(&plain).replace(';', "%3B"));
            self.at = self.figures.len() - 1;
        }
        self
    }

    /// Without its last figure.
    #[must_use]
    pub fn without_last(mut self) -> Self {
        self.figures.pop();
        self.at = self.at.min(self.figures.len().saturating_sub(1));
        self
    }

    /// A selection that carries this list, and shows what it showed.
    #[must_use]
    pub fn carried_by(&self, selection: &Selection) -> Selection {
        Selection { slides: self.code(), ..selection.clone() }
    }

    /// The selection that shows the figure at a position, with the colours and the language
    /// of the present one; `None` where the list does not reach so far.
    pub fn shown(&self, at: usize, present: &Selection) -> Option<Selection> {
        let (figure, _) = decode(self.figures.get(at)?);
        let moved = Self { at, ..self.clone() };
        let shown = Selection {
            view: Some(super::View::Present),
            language: present.language,
            theme: present.theme,
            slides: moved.code(),
            ..figure
        };
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(query: &str) -> Selection {
        decode(query).0
    }

    #[test]
    fn a_list_is_kept_in_the_address_and_read_back() {
        let present = selection("vy=utforska&tema=morkt&sprak=en");
        let slides = Slides::default()
            .with(&selection("vy=visa&omrade=20&innehall=summa&tema=ljust"))
            .with(&selection("vy=visa&omrade=grupp:A;B & C(2080+2081)&matt=andel&tid=2014H1..2020H2"));
        let address = encode(&slides.carried_by(&present));
        let (read, notices) = decode(&address);
        assert!(notices.is_empty(), "{notices:?} of {address}");
        assert_eq!(Slides::of(&read), slides);
        let first = slides.shown(0, &present).unwrap();
        assert_eq!(first, selection(&encode(&first)), "what is shown has an address of its own");
        assert!(encode(&first).starts_with("vy=visa&omrade=20&innehall=summa&sprak=en&tema=morkt&bilder=1;"));
        assert_eq!(slides.shown(1, &present).unwrap().areas, selection("omrade=grupp:A;B & C(2080+2081)").areas);
        assert_eq!(slides.shown(2, &present), None);
    }

    #[test]
    fn any_list_is_read() {
        for (list, len, at) in [("", 0, 0), ("1;omrade=20", 1, 0), ("9;omrade=20;omrade=00", 2, 1), ("x;;a", 1, 0)] {
            let slides = Slides::of(&Selection { slides: list.to_owned(), ..Selection::default() });
            assert_eq!((slides.len(), slides.at()), (len, at), "{list}");
        }
        let many = (0..60).fold(Slides::default(), |slides, _| slides.with(&selection("omrade=20")));
        assert!(many.is_full() && many.len() == MOST);
        assert_eq!(many.without_last().at(), MOST - 2);
        assert!(Slides::default().without_last().is_empty());
        assert_eq!(Slides::default().carried_by(&Selection::default()).slides, "");
    }
}
