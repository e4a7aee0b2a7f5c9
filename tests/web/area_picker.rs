//! Finding areas by name and code, taking and leaving them.

use crate::stage::{mount, settle};
use faktabank::app::controls::{AreaOption, AreaPicker, Tag, matching};
use faktabank::app::memo::Memo;
use faktabank::query::AreaChoice;
use faktabank::statistics::AreaCode;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn option(code: &str, name: &str) -> AreaOption {
    let area = AreaCode::from_code(code).expect("a code");
    AreaOption { choice: AreaChoice::Area(area), code: code.into(), name: name.into(), kind: "kommun".into() }
}

fn options() -> Vec<AreaOption> {
    vec![
        option("2039", "Älvdalen"),
        option("2080", "Falun"),
        option("2081", "Borlänge"),
        option("2023", "Malung-Sälen"),
        option("00", "Riket"),
    ]
}

#[wasm_bindgen_test]
fn dots_rings_and_capitals_are_forgiven() {
    let check = |typed: &str, names: &[&str]| {
        let options = options();
        let found: Vec<_> = matching(&options, typed, 8).into_iter().map(|at| options[at].name.as_str()).collect();
        assert_eq!(found, names, "{typed}");
    };
    check("alv", &["Älvdalen"]);
    check("ÄLV", &["Älvdalen"]);
    check("borlange", &["Borlänge"]);
    check("salen", &["Malung-Sälen"]);
    check("2081", &["Borlänge"]);
    check("lu", &["Falun", "Malung-Sälen"]);
    check("xyz", &[]);
}

#[wasm_bindgen_test]
async fn an_area_is_found_taken_and_left_by_keyboard() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let chosen = RwSignal::new(Vec::<Tag>::new());
    let log = StoredValue::new_local(told.clone());
    let stage = mount(move |scene| {
        let add = Callback::new(move |choice: AreaChoice| {
            log.with_value(|log| log.borrow_mut().push(choice.clone()));
            chosen.update(|chosen| chosen.push(Tag { choice, name: "Älvdalen".into(), tone: "" }));
        });
        let remove = Callback::new(move |choice: AreaChoice| chosen.update(|it| it.retain(|tag| tag.choice != choice)));
        let options = Memo::new(|_| options());
        AreaPicker { options, chosen: Memo::new(move |_| chosen.get()), fewest: 0, add, remove, scene }.view().parts()
    });
    settle().await;
    stage.write("[role=combobox]", "alv");
    settle().await;
    assert_eq!(stage.attribute("[role=combobox]", "aria-expanded").as_deref(), Some("true"));
    assert_eq!(stage.texts("[role=option]"), ["Älvdalen kommun"]);
    stage.press("[role=combobox]", "Enter");
    settle().await;
    let municipality = AreaChoice::Area(AreaCode::Municipality(2039));
    assert_eq!(*told.borrow(), [municipality]);
    assert_eq!(stage.attribute("[role=combobox]", "aria-expanded").as_deref(), Some("false"));
    stage.click("button.tag");
    settle().await;
    assert!(chosen.get_untracked().is_empty());
    stage.click("[data-add-country]");
    settle().await;
    assert_eq!(told.borrow().last(), Some(&AreaChoice::Area(AreaCode::Country)));
}

#[wasm_bindgen_test]
async fn no_match_is_said_in_words() {
    let stage = mount(|scene| {
        let nothing = Callback::new(|_: AreaChoice| {});
        let (options, chosen) = (Memo::new(|_| options()), Memo::new(|_| Vec::new()));
        AreaPicker { options, chosen, fewest: 1, add: nothing, remove: nothing, scene }.view().parts()
    });
    settle().await;
    stage.write("[role=combobox]", "xyz");
    settle().await;
    assert_eq!(stage.texts(".no-match"), ["Inget område heter så"]);
    stage.press("[role=combobox]", "Escape");
    settle().await;
    assert!(stage.texts(".no-match").is_empty());
}
