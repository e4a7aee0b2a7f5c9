//! Elements that stay while what they show changes: so that they move, and no
//! more is done than differs.

use crate::app::element::{Element, div};
use crate::browser::dom::{Handle, Text};
use faktabank_figures::text::number;

/// Where in an element something is shown.
#[derive(Clone)]
pub(super) enum Slot {
    /// In an attribute; without words it is taken away.
    Attribute(Handle, &'static str),
    /// In a property of style.
    Style(Handle, &'static str),
    /// In its words, which are all that it holds.
    Text(Handle),
}

impl Slot {
    pub(super) fn put(&self, words: Option<&str>) {
        match self {
            Self::Attribute(element, name) => element.attribute(name, words),
            Self::Style(element, name) => element.style(name, words.unwrap_or_default()),
            Self::Text(element) => element.set_text(words.unwrap_or_default()),
        }
    }
}

/// Attributes of an element as slots.
pub(super) fn attributes(element: &Element, names: &[&'static str]) -> Vec<Slot> {
    let of = |handle: &Handle| names.iter().map(|name| Slot::Attribute(handle.clone(), name)).collect();
    element.handle().as_ref().map(of).unwrap_or_default()
}

/// Properties of an element's style as slots.
pub(super) fn styles(element: &Element, names: &[&'static str]) -> Vec<Slot> {
    let of = |handle: &Handle| names.iter().map(|name| Slot::Style(handle.clone(), name)).collect();
    element.handle().as_ref().map(of).unwrap_or_default()
}

/// The words of an element that holds nothing else as a slot.
pub(super) fn text(element: &Element) -> Vec<Slot> {
    element.handle().into_iter().map(Slot::Text).collect()
}

/// What is in each slot of an element.
pub(super) type SlotValues = Vec<Option<Text>>;

/// The elements in one place, each known by a key.
pub(super) struct KeyedElements<K = usize> {
    place: Option<Handle>,
    all: Vec<Member<K>>,
}

struct Member<K> {
    key: K,
    element: Handle,
    slots: Vec<Slot>,
    values: SlotValues,
}

/// Makes the element of what comes at this place, and gives its slots.
type Make<'a> = &'a dyn Fn(usize) -> Option<(Element, Vec<Slot>)>;

impl<K: PartialEq> KeyedElements<K> {
    /// None yet, in a place of their own.
    pub(super) fn within(place: Option<Handle>) -> Self {
        Self { place, all: Vec::new() }
    }

    /// Shows these and no others; those that are not there yet are made, at the end.
    pub(super) fn show(&mut self, all: &mut dyn Iterator<Item = (K, SlotValues)>, make: Make<'_>) {
        let mut former = std::mem::take(&mut self.all);
        // Most often they come in the order of last time.
        former.reverse();
        for (at, (key, values)) in all.enumerate() {
            let found = former.iter().rposition(|member| member.key == key).map(|at| former.swap_remove(at));
            let Some(mut member) = found.or_else(|| self.make(key, at, make)) else { continue };
            for (at, (slot, words)) in member.slots.iter().zip(&values).enumerate() {
                if member.values.get(at) != Some(words) {
                    slot.put(words.as_deref());
                }
            }
            member.values = values;
            self.all.push(member);
        }
        for member in former {
            member.element.node().remove();
        }
    }

    fn make(&self, key: K, at: usize, make: Make<'_>) -> Option<Member<K>> {
        let (element, slots) = make(at)?;
        let element = element.handle()?;
        self.place.as_ref()?.append(&element.node());
        // Nothing is in any slot.
        let values = vec![None; slots.len()];
        Some(Member { key, element, slots, values })
    }

    /// The element of this place in the order of last time.
    pub(super) fn nth(&self, at: usize) -> Option<Handle> {
        self.all.get(at).map(|member| member.element.clone())
    }
}

/// Rows of a group: more than are seen before one scrolls.
pub(super) const GROUP: usize = 20;

/// Rows one below the other, in groups: the browser asks of each group, rather
/// than of each of hundreds of rows, whether it is in sight, and leaves it be if
/// it is not.
pub(super) struct Rows {
    groups: KeyedElements,
    rows: Vec<KeyedElements>,
}

impl Rows {
    /// None yet, in a place of their own.
    pub(super) fn within(place: Option<Handle>) -> Self {
        Self { groups: KeyedElements::within(place), rows: Vec::new() }
    }

    /// Shows so many of these and no others; `make` makes a row and gives its slots.
    pub(super) fn show(
        &mut self,
        count: usize,
        all: &mut dyn Iterator<Item = SlotValues>,
        make: fn() -> (Element, Vec<Slot>),
    ) {
        let mut sizes =
            (0..count).step_by(GROUP).map(|first| (first, vec![Some(number::count(GROUP.min(count - first)).into())]));
        self.groups.show(&mut sizes, &|_| Some(group()));
        let groups = count.div_ceil(GROUP);
        self.rows.truncate(groups);
        self.rows.extend((self.rows.len()..groups).map(|at| KeyedElements::within(self.groups.nth(at))));
        for rows in &mut self.rows {
            rows.show(&mut (&mut *all).take(GROUP).enumerate(), &|_| Some(make()));
        }
    }

    /// The row of this place.
    pub(super) fn nth(&self, at: usize) -> Option<Handle> {
        self.rows.get(at / GROUP)?.nth(at % GROUP)
    }
}

/// A place for rows, as high as so many of them.
fn group() -> (Element, Vec<Slot>) {
    let group = div("row-group").attr("role", "presentation");
    let slots = styles(&group, &["--rows"]);
    (group, slots)
}
