//! What can be put into an element or stand in an attribute of it: words and
//! other parts of the page, as they are or following signals, turned into the
//! few types that the page takes.

use super::element::{region, text_following};
use crate::browser::dom::{Node, Text};

/// Fragment of the page, in order.
pub type Fragment = Vec<Node>;

/// The words of an attribute, a property, a style or a text.
pub enum Source {
    /// As they are; none is an element without it.
    Fixed(Option<Text>),
    /// Following the signals that it reads.
    Following(Box<dyn Fn() -> Option<Text>>),
}

/// What an attribute, a property or a style can be: a value, or a closure that
/// makes one and is run again when a signal that it read has changed.
pub trait Value {
    /// The words of it.
    fn source(self) -> Source;
}

/// The words of a value as they are now.
pub(super) fn words(value: impl Value) -> Option<Text> {
    match value.source() {
        Source::Fixed(words) => words,
        Source::Following(make) => make(),
    }
}

impl<V: Value, F: Fn() -> V + 'static> Value for F {
    fn source(self) -> Source {
        Source::Following(Box::new(move || words(self())))
    }
}

impl Value for Text {
    fn source(self) -> Source {
        Source::Fixed(Some(self))
    }
}

impl Value for &'static str {
    fn source(self) -> Source {
        Source::Fixed(Some(self.into()))
    }
}

impl Value for String {
    fn source(self) -> Source {
        Source::Fixed(Some(self.into()))
    }
}

impl Value for bool {
    fn source(self) -> Source {
        Source::Fixed(self.then_some("".into()))
    }
}

impl<T: Value> Value for Option<T> {
    fn source(self) -> Source {
        self.map_or(Source::Fixed(None), T::source)
    }
}

/// What can lie in an element: words, elements, fragments, or a closure that
/// makes one and is run again when a signal that it read has changed.
pub trait Child {
    /// Adds it to a fragment, at the end.
    fn add_to(self, fragment: &mut Fragment);

    /// A place in the page where it lies, made anew by each change.
    fn following(make: Box<dyn Fn() -> Self>) -> Fragment
    where
        Self: Sized + 'static,
    {
        region(Box::new(move || fragment(make())))
    }
}

/// Anything that can lie in an element as a fragment.
pub fn fragment(child: impl Child) -> Fragment {
    let mut fragment = Fragment::new();
    child.add_to(&mut fragment);
    fragment
}

impl<C: Child + 'static, F: Fn() -> C + 'static> Child for F {
    fn add_to(self, fragment: &mut Fragment) {
        fragment.extend(C::following(Box::new(self)));
    }
}

impl Child for Fragment {
    fn add_to(self, fragment: &mut Fragment) {
        fragment.extend(self);
    }

    fn following(make: Box<dyn Fn() -> Self>) -> Self {
        region(make)
    }
}

impl Child for &str {
    fn add_to(self, fragment: &mut Fragment) {
        fragment.extend(Node::text(self));
    }

    fn following(make: Box<dyn Fn() -> Self>) -> Fragment
    where
        Self: 'static,
    {
        text_following(Box::new(move || Some(make().into())))
    }
}

impl Child for String {
    fn add_to(self, fragment: &mut Fragment) {
        self.as_str().add_to(fragment);
    }

    fn following(make: Box<dyn Fn() -> Self>) -> Fragment {
        text_following(Box::new(move || Some(make().into())))
    }
}

impl<T: Child> Child for Option<T> {
    fn add_to(self, fragment: &mut Fragment) {
        if let Some(child) = self {
            child.add_to(fragment);
        }
    }
}
