//! The page around this one, if it is in a frame: told how high what is here
//! wants to be, and never listened to. And how to make it fit until then.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Window};

/// What the page around believes; `public/inbaddning.js` keeps to the same.
const BOUNDS: (i32, i32) = (240, 4000);

/// Where links lead that name no place of their own: beside the page around.
/// An element of the head does it for every link, those to sources too.
pub fn open_links_beside() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document
        && let (Some(head), Ok(base)) = (document.head(), document.create_element("base"))
    {
        let _ = base.set_attribute("target", "_blank");
        let _ = head.append_child(&base);
    }
}

/// Tells the page around how high this one wants to be, in CSS pixels.
pub fn tell_height(height: i32) {
    let Some((window, around)) = framed() else { return };
    let message = Object::new();
    let entries = [
        ("type", JsValue::from_str("faktabank:hojd")),
        ("id", window.name().unwrap_or_default().into()),
        ("height", height.clamp(BOUNDS.0, BOUNDS.1).into()),
    ];
    for (key, value) in entries {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&message, &key.into(), &value);
    }
    // To whoever is around: a number is no secret.
    let _ = around.post_message(&message, "*");
}

fn framed() -> Option<(Window, Window)> {
    let window = web_sys::window()?;
    let around = window.parent().ok()??;
    (around != window).then_some((window, around))
}

/// Makes what is in `root` fit into the window: marks it `data-fit="0"` (all of
/// it), `"1"`, … up to `last`, where the style sheet leaves more and more out;
/// and makes the drawing as high as there is room, until nothing is clipped and
/// nothing but a table scrolls. Returns the height that all of it wants: the window's own,
/// where the drawing can take up the difference.
pub fn fit(root: &HtmlElement, last: u8) -> Option<i32> {
    let window = web_sys::window()?;
    let pixels = |size: Result<JsValue, JsValue>| size.ok().and_then(|it| it.as_f64());
    let (across, available) = (pixels(window.inner_width())?, pixels(window.inner_height())? as i32);
    if across < 1.0 || available < 1 {
        // In a tab that is not shown there is nothing to fit into, and no height to ask for.
        return None;
    }
    let mut wanted = None;
    for step in 0..=last {
        let _ = root.set_attribute("data-fit", &step.to_string());
        // What is too wide stays so in any height.
        if step < last && is_wide(root) {
            continue;
        }
        let _ = root.style().remove_property("--room");
        let (least, most) = bounds(&window, root);
        let needed = root.scroll_height() + root.offset_height() - root.client_height();
        let height = *wanted.get_or_insert(available.clamp(needed - (most - least), needed));
        let room = most - (needed - available).max(0);
        if room >= least {
            let _ = root.style().set_property("--room", &[&room.to_string(), "px"].concat());
            return Some(height);
        }
    }
    wanted
}

fn is_wide(element: &Element) -> bool {
    element.scroll_width() > element.client_width()
}

/// The least and the most height of the drawing; none if it is left out.
fn bounds(window: &Window, root: &HtmlElement) -> (i32, i32) {
    let found = || {
        let drawing = root.query_selector(".chart").ok()??;
        let style = window.get_computed_style(&drawing).ok()??;
        let pixels = |property: &str| {
            let value = style.get_property_value(property).ok()?;
            // By the browser: Rust's own reader of fractions brings 11 KiB of tables along.
            let value = js_sys::parse_float(value.strip_suffix("px")?);
            value.is_finite().then_some(value as i32)
        };
        (drawing.client_height() > 0).then_some((pixels("min-height")?, pixels("max-height")?))
    };
    found().unwrap_or((0, 0))
}
