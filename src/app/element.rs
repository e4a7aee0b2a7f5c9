//! Elements and what they follow: every part of the page is made here, by calls
//! of the same names as those of Leptos' own builder.
//!
//! Leptos keeps the signals; what they change is one attribute, one text, or
//! one region of the page. A view that is typed by its tree brings a copy of
//! the renderer for each of its branches, which weighed 75 KiB of the wasm when
//! it was last tried: here everything is behind one type from the beginning.

use super::content::Source;
pub use super::content::{Child, Fragment, Value, fragment};
use crate::app::memo::Memo;
use crate::browser::dom::{Handle, HtmlElement, Node, Text};
use crate::browser::event::Event;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use std::sync::Arc;

impl Child for Element {
    fn add_to(self, fragment: &mut Fragment) {
        fragment.extend(self.0.map(|handle| handle.node()));
    }
}

/// An element that is being made.
#[must_use]
pub struct Element(Option<Handle>);

/// A new HTML element.
pub fn el(tag: &'static str) -> Element {
    Element(Handle::html(tag))
}

/// A new element of a drawing.
pub fn svg(tag: &'static str) -> Element {
    Element(Handle::svg(tag))
}

/// Elements, one after the other.
pub fn each(elements: impl IntoIterator<Item = Element>) -> Fragment {
    let mut parts = Fragment::new();
    for element in elements {
        element.add_to(&mut parts);
    }
    parts
}

/// A paragraph of a class.
pub fn p(class: &'static str) -> Element {
    el("p").class(class)
}

/// A `<div>` of a class.
pub fn div(class: &'static str) -> Element {
    el("div").class(class)
}

/// A `<span>` of a class.
pub fn span(class: &'static str) -> Element {
    el("span").class(class)
}

/// The name of a place, which is the same in every language: a browser that translates the
/// page leaves it (Lund is no grove).
pub fn place_name(name: impl Child) -> Element {
    el("bdi").attr("translate", "no").child(name)
}

impl Element {
    /// The element itself, for those who draw into it.
    pub fn handle(&self) -> Option<Handle> {
        self.0.clone()
    }

    /// The element as parts of a page.
    pub fn into_fragment(self) -> Fragment {
        self.0.iter().map(Handle::node).collect()
    }

    /// Gives it classes.
    pub fn class(self, names: impl Value) -> Self {
        self.attr("class", names)
    }

    /// Gives it an attribute, or not.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.source(), Handle::attribute)
    }

    /// Gives it a property: `value`, which is a text, or one that is yes or no.
    pub fn prop(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.source(), Handle::property)
    }

    /// Gives it a property of style.
    pub fn style(self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.source(), |handle, name, words| handle.style(name, words.unwrap_or_default()))
    }

    fn set(self, name: &'static str, value: Source, set: fn(&Handle, &'static str, Option<&str>)) -> Self {
        if let Some(handle) = self.0.clone() {
            match value {
                Source::Fixed(None) => {}
                Source::Fixed(words) => set(&handle, name, words.as_deref()),
                Source::Following(make) => follow_words(make, Box::new(move |words| set(&handle, name, words))),
            }
        }
        self
    }

    /// Calls `handler` at each event of this name.
    pub fn on(self, name: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(name, Box::new(handler));
        self
    }

    fn listen(&self, name: &'static str, handler: Box<dyn FnMut(Event)>) {
        // Removed before the element is: a field that is taken away loses focus,
        // and tells; by then what it would tell is gone.
        if let Some(handle) = &self.0 {
            hold(handle.listen(name, handler));
        }
    }

    /// Calls `handler` with its width and height in pixels, once it is laid out and
    /// whenever they change.
    pub fn on_size(self, handler: impl FnMut(f64, f64) + 'static) -> Self {
        if let Some(handle) = &self.0 {
            hold(handle.watch_size(Box::new(handler)));
        }
        self
    }

    /// Puts something into it, at the end.
    pub fn child(self, child: impl Child) -> Self {
        self.append(&fragment(child));
        self
    }

    /// Puts several elements into it, at the end.
    pub fn children(self, elements: impl IntoIterator<Item = Element>) -> Self {
        self.append(&each(elements));
        self
    }

    fn append(&self, parts: &[Node]) {
        if let Some(handle) = &self.0 {
            parts.iter().for_each(|part| handle.append(part));
        }
    }
}

/// Holds what ends when it is dropped (a listener, an observer, a timer) for as
/// long as the part of the page that is being made is there.
pub fn hold(guard: impl Sized + 'static) {
    StoredValue::new_local(guard);
}

/// Takes what follows signals off their lists together with the part of the page
/// that is being made: Leptos leaves it there until a signal changes, and on the
/// list of a memo, such as the language, for ever.
pub(super) fn unsubscribed(follower: &impl ToAnySubscriber) {
    let follower = follower.to_any_subscriber();
    on_cleanup(move || follower.clear_sources(&follower));
}

/// Puts words where they belong.
type Setting = Box<dyn Fn(Option<&str>)>;

/// Keeps elements as signals say: runs now, and whenever a signal that it read
/// changes, for those that change what they have made rather than make it anew.
pub fn keep(run: impl FnMut() + 'static) {
    follow(Box::new(run));
}

/// Runs now, and whenever a signal that it read changes, for as long as the
/// part of the page that it belongs to is there.
fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    unsubscribed(&effect);
    on_cleanup(move || drop(effect));
}

/// Runs once the page has been made, and whenever a signal that it read
/// changes: for what must not happen in the midst of it.
pub fn afterwards(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    unsubscribed(&Effect::new(run));
}

fn follow_words(value: Box<dyn Fn() -> Option<Text>>, set: Setting) {
    let mut former: Option<Option<Text>> = None;
    follow(Box::new(move || {
        let now = value();
        // What a reader has written must not be written again.
        if former.as_ref() != Some(&now) {
            set(now.as_deref());
            former = Some(now);
        }
    }));
}

/// A text that follows signals, in an element of its own: a browser's translation takes
/// texts out of the page, where nobody sees what is written into them, and leaves elements.
pub(super) fn text_following(words: Box<dyn Fn() -> Option<Text>>) -> Fragment {
    let Some(place) = Handle::html("bdi") else { return Fragment::new() };
    let parts = vec![place.node()];
    follow_words(words, Box::new(move |words| place.set_text(words.unwrap_or_default())));
    parts
}

/// A region that is made anew whenever a signal that it reads changes.
pub(super) fn region(make: Box<dyn Fn() -> Fragment>) -> Fragment {
    let (Some(start), Some(end)) = (Node::comment(), Node::comment()) else { return Fragment::new() };
    let mut parts = vec![start.clone()];
    let first = Arc::new(std::sync::Mutex::new(Fragment::new()));
    let (made, last) = (first.clone(), end.clone());
    let (mut begun, mut former) = (false, Fragment::new());
    let owner = Owner::new();
    follow(Box::new(move || {
        let now = owner.with_cleanup(&make);
        if begun {
            // A translation that takes comments away leaves the elements between them.
            if last.is_loose()
                && let Some(left) = former.iter().find(|part| !part.is_loose())
            {
                left.before(&start);
                left.before(&last);
                former.iter().for_each(Node::remove);
            }
            start.clear_until(&last);
            now.iter().for_each(|part| last.before(part));
            former = now;
        } else if let Ok(mut made) = made.lock() {
            // Nothing of it lies in the page yet.
            former.clone_from(&now);
            *made = now;
        }
        begun = true;
    }));
    if let Ok(mut first) = first.lock() {
        parts.append(&mut first);
    }
    parts.push(end);
    parts
}

/// A region that is there only while a condition holds, as Leptos' `<Show>`.
pub fn show(when: impl Fn() -> bool + Send + Sync + 'static, make: impl Fn() -> Fragment + 'static) -> Fragment {
    show_while(Memo::new(move |_| when()), Box::new(make))
}

fn show_while(holds: Memo<bool>, make: Box<dyn Fn() -> Fragment>) -> Fragment {
    region(Box::new(move || if holds.get() { make() } else { Fragment::new() }))
}

/// Shows a fragment in an element of the page for as long as the answer is kept.
pub fn mount_to(place: HtmlElement, make: impl FnOnce() -> Fragment + 'static) -> UnmountHandle<<() as Render>::State> {
    let root = Handle::of(&place);
    leptos::mount::mount_to(place, move || make().iter().for_each(|part| root.append(part)))
}
