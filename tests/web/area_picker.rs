//! Finding areas by name and code, from lists and as groups; taking and leaving them.

use crate::stage::{Stage, mount, settle};
use faktabank::app::controls::{AreaOption, AreaPicker, Held, Tag};
use faktabank::app::memo::Memo;
use faktabank::app::signal::{Callback, RwSignal};
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::AreaCode;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

fn option(code: &str, name: &str) -> AreaOption {
    let area = AreaCode::from_code(code).expect("a code");
    let (code, name) = (code.into(), name.into());
    AreaOption { choice: AreaChoice::Area(area), code, name, kind: "kommun", note: String::new(), held: Held::Here }
}

fn options() -> Vec<Arc<AreaOption>> {
    let options = vec![
        option("2039", "Älvdalen"),
        option("2080", "Falun"),
        option("2081", "Borlänge"),
        option("2023", "Malung-Sälen"),
        option("00", "Riket"),
        option("20", "Dalarna"),
        AreaOption { held: Held::Nowhere, ..option("1280", "Malmö") },
        AreaOption { held: Held::Elsewhere, ..option("2180", "Gävle") },
        AreaOption {
            choice: AreaChoice::Association("vast".into()),
            note: "Malung-Sälen".into(),
            ..option("2023", "Finsam Väst")
        },
    ];
    options.into_iter().map(Arc::new).collect()
}

/// A picker over signals that the test holds.
#[derive(Clone, Copy)]
struct Hands {
    chosen: RwSignal<Vec<AreaChoice>>,
    most: RwSignal<usize>,
}

fn picker(chosen: &[&str], fewest: usize, most: usize) -> (Stage, Hands) {
    let area = |code: &&str| AreaChoice::Area(AreaCode::from_code(code).expect("a code"));
    let chosen: Vec<_> = chosen.iter().map(area).collect();
    let hands = StoredValue::new(None::<Hands>);
    let stage = mount(move |context| {
        let made = Hands { chosen: RwSignal::new(chosen), most: RwSignal::new(most) };
        hands.set_value(Some(made));
        let tags = Memo::new(move |_| made.chosen.get().into_iter().map(tag).collect::<Vec<_>>());
        let choose = Callback::new(move |choices| made.chosen.set(choices));
        let options = Memo::new(|_| options());
        let most = Memo::new(move |_| made.most.get());
        AreaPicker { options, chosen: tags, fewest, most, choose, context }.view().into_fragment()
    });
    let hands = hands.get_value().expect("it was mounted");
    (stage, hands)
}

fn tag(choice: AreaChoice) -> Tag {
    let option = options().into_iter().find(|option| option.choice == choice);
    let name = option.map_or_else(|| "Grupp".into(), |option| option.name.clone());
    let members = match &choice {
        AreaChoice::Area(code) => vec![*code],
        AreaChoice::Association(_) => vec![AreaCode::Municipality(2023)],
        AreaChoice::Group { members, .. } => members.clone(),
    };
    Tag { choice, name, members, tone: "" }
}

impl Hands {
    fn codes(self) -> Vec<String> {
        self.chosen.with_untracked(|chosen| chosen.iter().map(code).collect())
    }
}

fn code(choice: &AreaChoice) -> String {
    match choice {
        AreaChoice::Area(code) => code.to_string(),
        AreaChoice::Association(slug) => slug.clone(),
        AreaChoice::Group { name, members } => format!("{name}: {members:?}"),
    }
}

#[wasm_bindgen_test]
async fn an_area_is_found_taken_and_left_by_keyboard() {
    let (stage, hands) = picker(&[], 0, 6);
    settle().await;
    stage.write("[role=combobox]", "alv");
    settle().await;
    assert_eq!(stage.attribute("[role=combobox]", "aria-expanded").as_deref(), Some("true"));
    assert_eq!(stage.texts("[role=option]"), ["Älvdalen kommun"]);
    stage.press("[role=combobox]", "Enter");
    settle().await;
    assert_eq!(hands.codes(), ["2039"]);
    assert_eq!(stage.attribute("[role=combobox]", "aria-expanded").as_deref(), Some("false"));
    stage.click("button.tag");
    settle().await;
    assert!(hands.codes().is_empty());
    stage.click("[data-add-country]");
    settle().await;
    assert_eq!(hands.codes(), ["00"]);
}

#[wasm_bindgen_test]
async fn no_match_is_said_in_words() {
    let (stage, _) = picker(&[], 1, 6);
    settle().await;
    stage.write("[role=combobox]", "xyz");
    settle().await;
    assert_eq!(stage.texts(".no-match[role=status]"), ["Inget område heter så"]);
    assert_eq!(stage.attribute("[role=combobox]", "aria-expanded").as_deref(), Some("false"));
    assert_eq!(stage.attribute("[role=combobox]", "aria-activedescendant"), None);
    stage.press("[role=combobox]", "Escape");
    settle().await;
    assert!(stage.texts(".no-match").is_empty());
}

#[wasm_bindgen_test]
async fn an_area_without_figures_says_so() {
    let (stage, _) = picker(&[], 1, 6);
    settle().await;
    stage.write("[role=combobox]", "malmo");
    settle().await;
    assert_eq!(stage.texts(".no-match"), ["Här finns inga siffror för Malmö."]);
}

#[wasm_bindgen_test]
async fn an_area_of_other_figures_says_so_and_can_be_taken() {
    let (stage, hands) = picker(&["2080"], 1, 6);
    settle().await;
    stage.write("[role=combobox]", "gavle");
    settle().await;
    assert_eq!(stage.texts("[role=option]"), ["Gävle kommun, i annan statistik"]);
    assert_eq!(stage.texts(".combo [role=status]"), ["1 träff"]);
    assert_eq!(stage.attribute("[role=combobox]", "aria-activedescendant").as_deref(), Some("omrade-0"));
    stage.press("[role=combobox]", "Enter");
    settle().await;
    assert_eq!(hands.codes(), ["2080", "2180"]);
}

#[wasm_bindgen_test]
async fn an_area_that_is_chosen_says_so() {
    let (stage, _) = picker(&["2081"], 1, 6);
    settle().await;
    stage.write("[role=combobox]", "Borlänge kommun");
    settle().await;
    assert_eq!(stage.texts(".no-match"), ["Borlänge är redan valt."]);
}

#[wasm_bindgen_test]
async fn the_kommuner_of_a_county_are_ticked_one_by_one_and_all_at_once() {
    let (stage, hands) = picker(&["2081", "00"], 1, 6);
    settle().await;
    let list = ".by-county .area-ticks label";
    assert_eq!(stage.texts(list), ["Hela Dalarna", "Borlänge", "Falun", "Malung-Sälen", "Älvdalen"]);
    stage.click(".by-county [data-area='2039']");
    settle().await;
    assert_eq!(hands.codes(), ["2081", "00", "2039"]);
    stage.click(".by-county [data-area='2081']");
    settle().await;
    assert_eq!(hands.codes(), ["00", "2039"]);
    stage.click("[data-whole-county]");
    settle().await;
    assert_eq!(hands.codes(), ["2081", "2080", "2023", "2039"]);
}

#[wasm_bindgen_test]
async fn a_full_choice_says_so_and_takes_no_more() {
    let (stage, hands) = picker(&["2081", "2080"], 1, 2);
    settle().await;
    assert_eq!(
        stage.texts(".ways > p[role=status]"),
        ["Högst 2 områden ryms i taget. Ta bort något för att lägga till ett annat."]
    );
    assert!(stage.attribute(".more", "hidden").is_some());
    stage.click(".by-county [data-area='2039']");
    settle().await;
    assert_eq!(hands.codes(), ["2081", "2080"]);
    assert!(stage.texts(".by-county > p")[0].contains("Länets 4 kommuner är fler än de 2 som ryms"));
}

#[wasm_bindgen_test]
async fn where_one_is_shown_the_next_takes_its_place() {
    let (stage, hands) = picker(&["2081"], 1, 1);
    settle().await;
    assert_eq!(stage.attribute(".by-county [data-area='2081']", "aria-pressed").as_deref(), Some("true"));
    stage.click(".by-county [data-area='2039']");
    settle().await;
    assert_eq!(hands.codes(), ["2039"]);
    assert_eq!(stage.texts("[data-add-country]"), ["Visa riket"]);
}

#[wasm_bindgen_test]
async fn chosen_areas_are_counted_together_under_a_name() {
    let (stage, hands) = picker(&["2081"], 1, 6);
    settle().await;
    assert!(stage.texts(".own-group")[0].starts_with("Välj minst två områden"));
    hands.chosen.update(|chosen| {
        chosen.extend([AreaChoice::Area(AreaCode::Country), AreaChoice::Area(AreaCode::Municipality(2039))]);
    });
    settle().await;
    assert!(stage.texts(".own-group p")[0].contains("Borlänge och Älvdalen"));
    stage.write("#grupp-namn", " Norr (och) söder ");
    stage.click("[data-make-group]");
    settle().await;
    assert_eq!(hands.codes(), ["Norr och söder: [Municipality(2081), Municipality(2039)]", "00"]);
}
