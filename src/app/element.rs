//! Elements and what they follow: every part of the page is made here.
//!
//! Leptos keeps the signals; what they change is one attribute, one text, or
//! one region of the page. A view that is typed by its tree brings a copy of
//! the renderer for each of its branches, which weighs more than all the rest
//! of the page: here everything is behind one type from the beginning.

pub use super::content::{Content, Parts, Value};
use crate::app::memo::Memo;
use crate::app::pace;
use crate::browser::dom::{Handle, HtmlElement, Node, Words};
use crate::browser::event::Event;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use std::sync::Arc;

impl Content for Element {
    fn add_to(self, parts: &mut Parts) {
        parts.extend(self.0.map(|handle| handle.node()));
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
pub fn each(elements: impl IntoIterator<Item = Element>) -> Parts {
    let mut parts = Parts::new();
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

impl Element {
    /// The element itself, for those who draw into it.
    pub fn handle(&self) -> Option<Handle> {
        self.0.clone()
    }

    /// The element as parts of a page.
    pub fn parts(self) -> Parts {
        self.0.iter().map(Handle::node).collect()
    }

    /// Gives it classes.
    pub fn class(self, names: impl Value) -> Self {
        self.attr("class", names)
    }

    /// Gives it an attribute, or not.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        if let (Some(handle), Some(words)) = (&self.0, value.words()) {
            handle.attribute(name, Some(&words));
        }
        self
    }

    /// Gives it an attribute that follows signals.
    pub fn live_attr<V: Value>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.following(Box::new(move || value().words()), move |handle, words| handle.attribute(name, words));
        self
    }

    /// Gives it a property of style that follows signals.
    pub fn live_style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.following(Box::new(move || value().words()), move |handle, words| {
            handle.style(name, words.unwrap_or_default());
        });
        self
    }

    /// Makes the text of a field follow signals.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.following(Box::new(move || value().words()), |handle, words| {
            handle.text_property("value", words.unwrap_or_default());
        });
        self
    }

    /// Makes a property that is yes or no follow signals.
    pub fn live_flag(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.following(Box::new(move || holds().words()), move |handle, words| handle.flag(name, words.is_some()));
        self
    }

    fn following(&self, value: Box<dyn Fn() -> Option<Words>>, set: impl Fn(&Handle, Option<&str>) + 'static) {
        if let Some(handle) = self.0.clone() {
            follow_words(value, Box::new(move |words| set(&handle, words)));
        }
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
    pub fn child(self, content: impl Content) -> Self {
        let mut parts = Parts::new();
        content.add_to(&mut parts);
        self.append(&parts);
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

    /// Puts words into it that follow signals.
    pub fn live<V: Value>(self, words: impl Fn() -> V + 'static) -> Self {
        self.append(&live_text(Box::new(move || words().words())));
        self
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
/// part of the page that it belongs to is there. Once a choice is made, what was
/// not made promptly runs when its chart is painted.
fn follow(mut run: Box<dyn FnMut()>) {
    let (prompt, mut begun) = (pace::is_prompt(), false);
    let effect = RenderEffect::new(move |_| {
        if prompt || !begun || !pace::waits() {
            begun = true;
            run();
        }
    });
    unsubscribed(&effect);
    on_cleanup(move || drop(effect));
}

/// Runs once the page has been made, and whenever a signal that it read
/// changes: for what must not happen in the midst of it.
pub fn afterwards(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    unsubscribed(&Effect::new(run));
}

fn follow_words(value: Box<dyn Fn() -> Option<Words>>, set: Setting) {
    let mut former: Option<Option<Words>> = None;
    follow(Box::new(move || {
        let now = value();
        // What a reader has written must not be written again.
        if former.as_ref() != Some(&now) {
            set(now.as_deref());
            former = Some(now);
        }
    }));
}

fn live_text(words: Box<dyn Fn() -> Option<Words>>) -> Parts {
    let Some(text) = Node::text("") else { return Parts::new() };
    let shown = text.clone();
    follow_words(words, Box::new(move |words| shown.set_text(words.unwrap_or_default())));
    vec![text]
}

/// A region that is made anew whenever a signal that it reads changes.
pub fn live(make: impl Fn() -> Parts + 'static) -> Parts {
    region(Box::new(make))
}

fn region(make: Box<dyn Fn() -> Parts>) -> Parts {
    let (Some(start), Some(end)) = (Node::comment(), Node::comment()) else { return Parts::new() };
    let mut parts = vec![start.clone()];
    let first = Arc::new(std::sync::Mutex::new(Parts::new()));
    let (made, last) = (first.clone(), end.clone());
    let mut begun = false;
    // What lies in it stays alive while it waits.
    let owner = Owner::new();
    follow(Box::new(move || {
        let now = owner.with_cleanup(|| pace::patiently(&make));
        if begun {
            start.clear_until(&last);
            now.iter().for_each(|part| last.before(part));
        } else if let Ok(mut made) = made.lock() {
            // Nothing of it lies in the page yet.
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

/// A region that is there only while a condition holds.
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, make: impl Fn() -> Parts + 'static) -> Parts {
    there_while(Memo::new(move |_| condition()), Box::new(make))
}

fn there_while(holds: Memo<bool>, make: Box<dyn Fn() -> Parts>) -> Parts {
    region(Box::new(move || if holds.get() { make() } else { Parts::new() }))
}

/// Shows parts in an element of the page for as long as the answer is kept.
pub fn show(place: HtmlElement, make: impl FnOnce() -> Parts + 'static) -> UnmountHandle<<() as Render>::State> {
    let root = Handle::of(&place);
    leptos::mount::mount_to(place, move || make().iter().for_each(|part| root.append(part)))
}
