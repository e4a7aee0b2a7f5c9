//! An SVG text to a PNG, drawn by the browser: from an address that holds all
//! of it, so that it works on file:// and stains no canvas.

use super::save::SaveError;
use js_sys::{Function, Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// A picture of so many pixels, each of them `scale` × `scale`.
///
/// # Errors
/// [`SaveError`] if the browser cannot draw it, as when it is larger than a
/// canvas may be.
pub async fn png(svg: &str, (width, height): (u32, u32), scale: u32) -> Result<Blob, SaveError> {
    drawn(svg, (width * scale, height * scale)).await.map_err(|_| SaveError)
}

async fn drawn(svg: &str, (width, height): (u32, u32)) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    let text: String = encode_uri_component(svg).into();
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &text].concat());
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let blob = Promise::new(&mut |done: Function, _| {
        // A canvas that cannot be read leaves nothing, which is told below.
        let _ = canvas.to_blob(&done);
    });
    JsFuture::from(blob).await?.dyn_into()
}
