//! Elements of a drawing, one for each kommun, that stay while what they show
//! changes: so that they move, and no more is done than differs.

use crate::app::element::Element;
use crate::browser::dom::{Handle, Words};
use crate::statistics::AreaCode;

/// What an element is to show: attributes with their values.
pub(super) type Look<const N: usize> = [(&'static str, Words); N];

/// The elements in one place of a drawing.
pub(super) struct Kept<const N: usize> {
    place: Option<Handle>,
    all: Vec<(AreaCode, Handle, Option<Look<N>>)>,
}

impl<const N: usize> Kept<N> {
    /// None yet, in a place of their own.
    pub(super) fn within(place: &Element) -> Self {
        Self { place: place.handle(), all: Vec::new() }
    }

    /// Shows these and no others; `make` makes those that are not there yet.
    pub(super) fn show(&mut self, looks: Vec<(AreaCode, Look<N>)>, make: impl Fn(AreaCode) -> Option<Element>) {
        let mut former = std::mem::take(&mut self.all);
        for (code, look) in looks {
            let found = former.iter().position(|(other, ..)| *other == code).map(|at| former.swap_remove(at));
            let made = || {
                let handle = make(code)?.handle()?;
                self.place.as_ref()?.append(&handle.part());
                Some((code, handle, None))
            };
            let Some((_, element, shown)) = found.or_else(made) else { continue };
            for (at, (name, words)) in look.iter().enumerate() {
                if shown.as_ref().is_none_or(|shown| shown[at].1 != *words) {
                    element.attribute(name, Some(words));
                }
            }
            self.all.push((code, element, Some(look)));
        }
        for (_, element, _) in former {
            element.part().take_away();
        }
    }
}
