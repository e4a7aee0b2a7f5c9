//! Elements of the page: made, filled, listened to. What they hold and when
//! it changes is for `app::element`.

use super::event::{Event, Listener, listen};
use super::size::SizeObserver;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;
pub use web_sys::HtmlElement;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Anything that can lie in the page; one handle however often it is cloned.
#[derive(Clone, Debug)]
pub struct Node(web_sys::Node);

/// An element of the page. Where the browser refuses to make one (for a name
/// that is none, which ours are not), calls do nothing.
#[derive(Clone, Debug)]
pub struct Handle(Element);

impl Handle {
    /// An element that is in the page already.
    pub fn of(element: &HtmlElement) -> Self {
        Self(element.clone().into())
    }

    /// A new HTML element; `None` outside of a document.
    pub fn html(tag: &str) -> Option<Self> {
        document()?.create_element(tag).ok().map(Self)
    }

    /// A new element of a drawing; `None` outside of a document.
    pub fn svg(tag: &str) -> Option<Self> {
        document()?.create_element_ns(Some(SVG), tag).ok().map(Self)
    }

    /// The element as a node.
    pub fn node(&self) -> Node {
        Node(self.0.clone().into())
    }

    /// The element as the drawing library takes it.
    pub fn html_element(&self) -> Option<HtmlElement> {
        self.0.clone().dyn_into().ok()
    }

    /// Sets an attribute, or takes it away.
    pub fn attribute(&self, name: &str, value: Option<&str>) {
        // Both calls fail on invalid names alone, and ours are literals.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Sets a property: `value`, which is a text, or one that is yes or no.
    pub fn property(&self, name: &str, value: Option<&str>) {
        let value = match name {
            "value" => value.unwrap_or_default().into(),
            _ => value.is_some().into(),
        };
        // It fails on frozen objects alone, and an element is none.
        let _ = js_sys::Reflect::set(&self.0, &name.into(), &value);
    }

    /// Sets a property of style; a policy without inline styles allows it.
    pub fn style(&self, name: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
    }

    /// Puts a drawing, which is written by our own marks with every word escaped, in
    /// the place of what it holds; the only way from text to elements.
    pub fn write(&self, written: &str) {
        self.0.set_inner_html(written);
    }

    /// Puts words in the place of all that it holds.
    pub fn set_text(&self, words: &str) {
        self.0.set_text_content(Some(words));
    }

    /// Adds a node at the end.
    pub fn append(&self, node: &Node) {
        let _ = self.0.append_child(&node.0);
    }

    /// Scrolls this element as little as shows one that lies in it.
    pub fn scroll_to_show(&self, inner: &Self) {
        let (around, inner) = (self.0.get_bounding_client_rect(), inner.0.get_bounding_client_rect());
        let (above, below) = (inner.top() - around.top(), inner.bottom() - around.bottom());
        let by = if above < 0.0 { above } else { below.max(0.0) };
        if by != 0.0 {
            self.0.scroll_by_with_x_and_y(0.0, by);
        }
    }

    /// Scrolls this element so that what lies at a part of its height, from 0 to 1, stands
    /// in the middle of what is seen of it.
    pub fn scroll_to_part(&self, part: f64) {
        let middle = part * f64::from(self.0.scroll_height()) - f64::from(self.0.client_height()) / 2.0;
        self.0.set_scroll_top(middle as i32);
    }

    /// Calls `handler` at each event of this name, until what it returns is dropped.
    pub fn listen(&self, name: &'static str, handler: Box<dyn FnMut(Event)>) -> Listener {
        listen(&self.0, name, handler)
    }

    /// Calls `handler` with width and height in pixels, once it is laid out and
    /// whenever they change, until what it returns is dropped.
    pub fn watch_size(&self, handler: Box<dyn FnMut(f64, f64)>) -> Option<SizeObserver> {
        SizeObserver::new(&self.0, handler)
    }
}

impl Node {
    /// A text.
    pub fn text(words: &str) -> Option<Self> {
        Some(Self(document()?.create_text_node(words).into()))
    }

    /// A comment without words: a place among nodes.
    pub fn comment() -> Option<Self> {
        Some(Self(document()?.create_comment("").into()))
    }

    /// Puts another node in front of this one, wherever this one lies.
    pub fn before(&self, node: &Self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.insert_before(&node.0, Some(&self.0));
        }
    }

    /// Whether it lies nowhere.
    pub fn is_loose(&self) -> bool {
        self.0.parent_node().is_none()
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.remove_child(&self.0);
        }
    }

    /// Takes away what lies between this node and a later one of the same parent.
    pub fn clear_until(&self, end: &Self) {
        while let Some(next) = self.0.next_sibling().filter(|next| *next != end.0) {
            if let Some(parent) = next.parent_node() {
                let _ = parent.remove_child(&next);
            }
        }
    }
}

/// Words of an attribute: our own, or made.
pub type Text = Cow<'static, str>;
