//! The URL as state: written by choices, followed back.

use crate::stage::settle;
use faktabank::app::navigation::Navigation;
use faktabank::browser::fetch::{self, FetchError, Stop};
use faktabank::browser::history;
use faktabank_tables::query::{FigureKind, View};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_choice_is_in_the_address_and_back_undoes_it() {
    let before = history::query();
    let owner = Owner::new();
    let navigation = owner.with(Navigation::start);
    navigation.go(|selection| {
        selection.view = Some(View::Explore);
        selection.figure = Some(FigureKind::Bar);
    });
    assert_eq!(history::query(), "vy=utforska&diagram=stapel");
    navigation.adjust(|selection| selection.figure = Some(FigureKind::Table));
    assert_eq!(history::query(), "vy=utforska&diagram=tabell");
    web_sys::window().expect("a window").history().expect("a history").back().expect("a step back");
    settle().await;
    settle().await;
    assert_eq!(history::query(), before);
    assert_eq!(navigation.present().figure, None);
    assert_eq!(navigation.address(|selection| selection.view = Some(View::About)), "?vy=om");
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_says_so() {
    let file = "data/no-such-file.json";
    assert_eq!(fetch::bytes(file, &Stop::new()).await.err(), Some(FetchError::Status(404)));
}

#[wasm_bindgen_test]
async fn a_file_that_is_no_longer_wanted_does_not_come() {
    let stop = Stop::new();
    stop.stop();
    assert_eq!(fetch::bytes("data/no-such-file.json", &stop).await.err(), Some(FetchError::Stopped));
}
