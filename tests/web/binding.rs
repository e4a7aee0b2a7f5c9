//! The chart library's binding, against a stand-in that notes what it is told.

use faktabank::browser::echarts::{Chart, ChartError};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

#[wasm_bindgen(inline_js = r#"
export function install() {
  const told = [];
  globalThis.echarts = {
    init(element, theme, options) {
      told.push(["init", options]);
      const handlers = {};
      return {
        setOption(option, flags) { told.push(["setOption", option, flags]); },
        resize() { told.push(["resize"]); },
        dispatchAction(action) {
          told.push(["dispatchAction", action]);
          if (action.currTrigger === "leave") handlers.globalout?.({});
          else handlers.updateAxisPointer?.({ axesInfo: [{ value: Math.round(action.x / 10) }] });
        },
        on(event, handler) { handlers[event] = handler; },
        convertToPixel(finder, [position]) { return [position * 10, 0]; },
        getHeight() { return 100; },
        dispose() { told.push(["dispose"]); },
      };
    },
  };
  return told;
}
export function uninstall() { delete globalThis.echarts; }
export function words(told) { return told.map((call) => JSON.stringify(call)); }
"#)]
extern "C" {
    pub(crate) fn install() -> JsValue;
    pub(crate) fn uninstall();
    fn words(told: &JsValue) -> Vec<String>;
}

fn element() -> HtmlElement {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    document.create_element("div").expect("an element").unchecked_into()
}

#[wasm_bindgen_test]
fn options_replace_pointers_answer_and_nothing_is_left() {
    let told = install();
    let pointed = Rc::new(RefCell::new(Vec::new()));
    let mut chart = Chart::mount(&element()).expect("the stand-in takes it");
    let log = pointed.clone();
    chart.on_pointer(move |position| log.borrow_mut().push(position));
    chart.draw(r#"{"series":[]}"#).expect("JSON");
    chart.point_at(Some(3)).expect("a place");
    chart.point_at(None).expect("a place");
    assert!(matches!(chart.draw("{"), Err(ChartError::Refused(_))));
    drop(chart);
    let told = words(&told);
    assert_eq!(told[0], r#"["init",{"renderer":"svg"}]"#);
    assert_eq!(told[1], r#"["setOption",{"series":[]},{"notMerge":true}]"#);
    assert_eq!(told.last().map(String::as_str), Some(r#"["dispose"]"#));
    assert_eq!(*pointed.borrow(), [Some(3), None]);
    uninstall();
}

#[wasm_bindgen_test]
fn a_missing_library_is_an_error_not_a_panic() {
    uninstall();
    assert_eq!(Chart::mount(&element()).err(), Some(ChartError::NoLibrary));
}
