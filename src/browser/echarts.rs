//! ECharts as a Rust value: options as pure JSON in, events as indices out.
//!
//! The library is a classic script that defines the global `echarts`, fetched once
//! the first view is drawn. What the numbers mean is none of this module's business.

use super::script;
use super::size::SizeObserver;
use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Where the page says what the script is called.
const NAMED_BY: &str = "data-echarts";

#[wasm_bindgen]
extern "C" {
    /// The object that the script defines.
    type Library;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, element: &JsValue, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    /// One chart in the page.
    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, flags: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &js_sys::Function);
    #[wasm_bindgen(method, catch, js_name = convertToPixel)]
    fn convert_to_pixel(this: &Instance, finder: &JsValue, value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = getHeight)]
    fn get_height(this: &Instance) -> f64;
    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

/// Why a chart cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// The script has not been loaded.
    #[error("the chart library is not loaded")]
    NoLibrary,
    /// ECharts threw.
    #[error("the chart library refused: {0}")]
    Refused(String),
}

impl ChartError {
    fn refused(thrown: &JsValue) -> Self {
        let words = thrown
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| thrown.as_string().unwrap_or_default(), |error| String::from(error.message()));
        Self::Refused(words)
    }
}

/// A chart in an element of the page; dropping it frees everything it holds.
pub struct Chart {
    instance: Instance,
    size: Option<SizeObserver>,
    // Closures that ECharts holds on to: they live as long as the chart.
    pointed: Option<Closure<dyn FnMut(JsValue)>>,
    left: Option<Closure<dyn FnMut(JsValue)>>,
}

fn library() -> Result<Library, ChartError> {
    let library = Reflect::get(&js_sys::global(), &"echarts".into()).ok().filter(JsValue::is_object);
    Ok(library.ok_or(ChartError::NoLibrary)?.unchecked_into())
}

/// Whether the script is here.
pub fn is_here() -> bool {
    library().is_ok()
}

/// Fetches the script; once it is here, this does nothing.
///
/// # Errors
/// [`ChartError::NoLibrary`] if it does not come.
pub async fn fetch() -> Result<(), ChartError> {
    if !is_here() {
        script::load(NAMED_BY).await.map_err(|_| ChartError::NoLibrary)?;
    }
    library().map(drop)
}

impl Chart {
    /// Makes an empty chart that follows the size of `element`, in the place of
    /// what was in it.
    ///
    /// # Errors
    /// [`ChartError`] if the script is missing or refuses the element.
    pub fn mount(element: &HtmlElement) -> Result<Self, ChartError> {
        let library = library()?;
        element.set_text_content(None);
        let instance = library
            .init(element, &JsValue::NULL, &object(&[("renderer", "svg".into())]))
            .map_err(|thrown| ChartError::refused(&thrown))?;
        let followed: Instance = instance.clone().unchecked_into();
        let size = SizeObserver::new(
            element,
            // What it cannot draw in one size, it may in the next.
            Box::new(move |_, _| drop(followed.resize())),
        );
        Ok(Self { instance, size, pointed: None, left: None })
    }

    /// Draws `option` (JSON) instead of whatever was drawn before.
    ///
    /// # Errors
    /// [`ChartError::Refused`] if it is no JSON or ECharts throws.
    pub fn draw(&self, option: &str) -> Result<(), ChartError> {
        let refused = |thrown: JsValue| ChartError::refused(&thrown);
        let option = JSON::parse(option).map_err(refused)?;
        self.instance.set_option(&option, &object(&[("notMerge", true.into())])).map_err(refused)
    }

    /// Calls `handler` with the position on the category axis that the
    /// pointer is at, and with `None` when it leaves the chart.
    pub fn on_pointer(&mut self, handler: impl Fn(Option<usize>) + Clone + 'static) {
        let leave = handler.clone();
        let pointed = Closure::<dyn FnMut(JsValue)>::new(move |event| handler(axis_value(&event)));
        let left = Closure::<dyn FnMut(JsValue)>::new(move |_| leave(None));
        self.instance.on("updateAxisPointer", pointed.as_ref().unchecked_ref());
        self.instance.on("globalout", left.as_ref().unchecked_ref());
        (self.pointed, self.left) = (Some(pointed), Some(left));
    }

    /// Moves the axis pointer to a position, or hides it.
    ///
    /// # Errors
    /// [`ChartError::Refused`] if ECharts throws.
    pub fn point_at(&self, position: Option<usize>) -> Result<(), ChartError> {
        let refused = |thrown: JsValue| ChartError::refused(&thrown);
        let Some(position) = position else {
            let leave = object(&[("type", "updateAxisPointer".into()), ("currTrigger", "leave".into())]);
            return self.instance.dispatch_action(&leave).map_err(refused);
        };
        // By place rather than by series: none need have a value there.
        let at = js_sys::Array::of2(&JsValue::from_f64(position as f64), &JsValue::from_f64(0.0));
        let grid = object(&[("gridIndex", 0.into())]);
        let pixel = self.instance.convert_to_pixel(&grid, &at).map_err(refused)?;
        let across = Reflect::get_u32(&pixel, 0).map_err(refused)?;
        let action = object(&[
            ("type", "updateAxisPointer".into()),
            ("x", across),
            ("y", (self.instance.get_height() / 2.0).into()),
        ]);
        self.instance.dispatch_action(&action).map_err(refused)
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        // First, so that nothing that is gone is given another size.
        self.size = None;
        self.instance.dispose();
    }
}

/// A plain JavaScript object.
fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}

fn index(event: &JsValue, key: &str) -> Option<usize> {
    let number = Reflect::get(event, &key.into()).ok()?.as_f64()?;
    (number >= 0.0).then_some(number as usize)
}

/// The first axis of an `updateAxisPointer` event; `None` when it left.
fn axis_value(event: &JsValue) -> Option<usize> {
    let axes = Reflect::get(event, &"axesInfo".into()).ok()?;
    index(&Reflect::get_u32(&axes, 0).ok()?, "value")
}
