//! What can be put into an element or stand in an attribute of it: words and
//! other parts of the page, turned into the one type that the page takes.

use crate::browser::dom::{Node, Words};

/// Parts of the page, in order.
pub type Parts = Vec<Node>;

/// What an attribute can be; none is an element without it.
pub trait Value {
    /// The words of the attribute.
    fn words(self) -> Option<Words>;
}

impl Value for Words {
    fn words(self) -> Option<Words> {
        Some(self)
    }
}

impl Value for &'static str {
    fn words(self) -> Option<Words> {
        Some(self.into())
    }
}

impl Value for String {
    fn words(self) -> Option<Words> {
        Some(self.into())
    }
}

impl Value for bool {
    fn words(self) -> Option<Words> {
        self.then_some("".into())
    }
}

impl<T: Value> Value for Option<T> {
    fn words(self) -> Option<Words> {
        self.and_then(T::words)
    }
}

/// What can lie in an element.
pub trait Content {
    /// Adds the parts of it.
    fn add_to(self, parts: &mut Parts);
}

impl Content for Parts {
    fn add_to(self, parts: &mut Parts) {
        parts.extend(self);
    }
}

impl Content for &str {
    fn add_to(self, parts: &mut Parts) {
        parts.extend(Node::text(self));
    }
}

impl Content for String {
    fn add_to(self, parts: &mut Parts) {
        self.as_str().add_to(parts);
    }
}

impl<T: Content> Content for Option<T> {
    fn add_to(self, parts: &mut Parts) {
        if let Some(content) = self {
            content.add_to(parts);
        }
    }
}
