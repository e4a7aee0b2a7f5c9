//! Marks of a drawing to elements of the page, which keep their identity: the
//! same mark of the next figure is the same element, and moves.

use super::keyed::{KeyedElements, Slot, SlotValues, attributes, text};
use crate::app::element::{Element, svg};
use faktabank_figures::drawing::{Key, Mark, Shape, pattern};

/// The marks in one place.
pub(super) struct Marks(KeyedElements<Key<'static>>);

impl Marks {
    /// None yet, in a place of their own.
    pub(super) fn within(place: &Element) -> Self {
        Self(KeyedElements::within(place.handle()))
    }

    /// Shows these and no others.
    pub(super) fn show<'a>(&mut self, marks: &[Mark<'a>], shown: &dyn Fn(&Mark<'a>) -> bool) {
        let marks: Vec<&Mark<'_>> = marks.iter().filter(|mark| shown(mark)).collect();
        let mut looks = marks.iter().map(|mark| (mark.key.kept(), look(mark)));
        self.0.show(&mut looks, &|at| marks.get(at).map(|mark| made(mark)));
    }

    /// The same of marks that change their looks and never their places: nothing
    /// is asked of hundreds of outlines. Their patterns are those that are called so.
    pub(super) fn show_in_place(&mut self, marks: &[Mark<'_>], patterns: &str) {
        let look =
            |mark: &Mark<'_>| vec![Some(mark.look.class()), pattern::fill_of(mark.look, patterns).map(Into::into)];
        let mut looks = marks.iter().map(|mark| (mark.key.kept(), look(mark)));
        let made = |mark: &Mark<'_>| {
            let element = element(mark);
            let slots = attributes(&element, &["class", "fill"]);
            (element, slots)
        };
        self.0.show(&mut looks, &|at| marks.get(at).map(made));
    }
}

/// A mark that stays as it is.
pub(super) fn element(mark: &Mark<'_>) -> Element {
    let (element, slots) = made(mark);
    slots.iter().zip(look(mark)).for_each(|(slot, words)| slot.put(words.as_deref()));
    element
}

/// An element for a mark, and the slots of what it looks like.
fn made(mark: &Mark<'_>) -> (Element, Vec<Slot>) {
    let element = svg(mark.shape.tag());
    let names: Vec<&'static str> = mark.attributes().iter().map(|(name, _)| *name).collect();
    let mut slots = attributes(&element, &names);
    if matches!(mark.shape, Shape::Text(..)) {
        slots.extend(text(&element));
    }
    (element, slots)
}

fn look(mark: &Mark<'_>) -> SlotValues {
    let words = match &mark.shape {
        Shape::Text(_, _, words) => Some(Some(words.clone().into_owned().into())),
        _ => None,
    };
    mark.attributes().into_iter().map(|(_, value)| Some(value.into())).chain(words).collect()
}

/// A group of a class, and the marks in it.
pub(super) fn group(class: &'static str) -> (Element, Marks) {
    let group = svg("g").attr("class", class);
    let marks = Marks::within(&group);
    (group, marks)
}
