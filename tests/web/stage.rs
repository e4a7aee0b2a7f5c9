//! A place in the page to mount a component, and hands to press it with.

use faktabank::app::element::{Fragment, mount_to};
use faktabank::app::navigation::Navigation;
use faktabank::app::page_context::PageContext;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// A mounted component; gone when dropped.
pub(crate) struct Stage {
    pub(crate) root: HtmlElement,
    handle: Option<UnmountHandle<<() as Render>::State>>,
}

/// Mounts what `view` makes of a page context of its own.
pub(crate) fn mount(view: impl FnOnce(PageContext) -> Fragment + 'static) -> Stage {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root: HtmlElement = document.create_element("div").expect("an element").unchecked_into();
    document.body().expect("a body").append_child(&root).expect("room for it");
    let handle = mount_to(root.clone(), move || view(PageContext::start(Navigation::start())));
    Stage { root, handle: Some(handle) }
}

impl Stage {
    /// The first element that matches.
    #[track_caller]
    pub(crate) fn find(&self, selector: &str) -> Element {
        let found = self.root.query_selector(selector).expect("a selector");
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    /// The text of all elements that match.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.get(at)?.text_content())
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// An attribute of the first element that matches.
    #[track_caller]
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector).get_attribute(name)
    }

    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
    }

    #[track_caller]
    pub(crate) fn press(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
        self.find(selector).dispatch_event(&event).expect("a target");
    }

    #[track_caller]
    pub(crate) fn write(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector).unchecked_into();
        input.set_value(text);
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &init).expect("an event");
        input.dispatch_event(&event).expect("a target");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.handle.take();
        self.root.remove();
    }
}

/// Waits until signals, effects and frames have settled.
pub(crate) async fn settle() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 40).expect("a timer");
    });
    JsFuture::from(promise).await.expect("time passes");
}
