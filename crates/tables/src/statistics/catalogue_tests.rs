//! What a catalogue makes of definitions: relations both ways, or the reason why not.

use super::*;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

impl Catalogue {
    /// The catalogue of the committed data, for tests beside the code.
    pub(crate) fn committed() -> &'static Self {
        static COMMITTED: OnceLock<&Catalogue> = OnceLock::new();
        COMMITTED.get_or_init(|| of(topics()).expect("definitions that fit together"))
    }
}

fn topics() -> Value {
    let mut file: Value = serde_json::from_str(include_str!("../../../../data/topics.json")).expect("JSON");
    file["topics"].take()
}

fn of(topics: Value) -> Result<&'static Catalogue, CatalogueError> {
    let topics: Vec<Map<String, Value>> = serde_json::from_value(topics).expect("objects");
    Catalogue::of(&topics.into_iter().map(Definition::of).collect::<Vec<_>>())
}

fn contents(code: &str) -> Content {
    Catalogue::committed().content(code).expect("a contents")
}

fn codes(contents: impl Iterator<Item = Content>) -> Vec<&'static str> {
    contents.map(Content::code).collect()
}

#[test]
fn every_code_reads_back() {
    let all = Catalogue::committed();
    assert!(all.contents().all(|content| all.content(content.code()) == Some(content)));
    assert_eq!(all.content("lycka"), None);
}

#[test]
fn a_share_and_its_count_know_each_other() {
    let (count, share) = (contents("sjukpenning"), contents("andel-sjukpenning"));
    assert_eq!((count.share(), share.share_of()), (Some(share), Some(count)));
    assert_eq!(share.ratio(), Some((count, contents("folkmangd"))));
    assert_eq!((count.ratio(), count.denominator()), (None, Some(contents("folkmangd"))));
    assert!(share.is_rate() && !share.is_additive() && count.is_additive());
}

#[test]
fn sums_know_their_parts_and_parts_their_group() {
    let (total, group) = (contents("summa"), contents("grupp-ohalsa"));
    assert_eq!(codes(group.parts()), ["sjuk-och-aktivitetsersattning", "sjukpenning"]);
    assert_eq!(contents("sjukpenning").group(), Some(group));
    assert!(group.is_derived() && !group.is_total() && total.is_total());
    // The sum is too low without what was not reported, and so is its share.
    for lacking in [total, contents("andel")] {
        assert_eq!(codes(lacking.parts_that_may_lack()), ["ekonomiskt-bistand"]);
    }
    assert_eq!(codes(contents("grupp-ekonomiskt-bistand").parts_that_may_lack()), [""; 0]);
}

#[test]
fn a_table_is_of_the_topic_that_lists_it_or_else_of_its_first_contents() {
    let all = Catalogue::committed();
    let topic = |table: &str, first: &str| all.topic_of(&TableId(table.to_owned()), &[contents(first)]).code();
    assert_eq!(topic("bas", "folkmangd"), "arbete");
    assert_eq!(topic("okand", "folkmangd"), "befolkning");
}

#[test]
fn definitions_that_do_not_fit_together_are_refused() {
    let check = |place: &str, value: Value, expected: &str| {
        let mut topics = topics();
        *topics.pointer_mut(place).expect(place) = value;
        assert_eq!(of(topics).expect_err(expected).to_string(), expected);
    };
    check("", json!([]), "there is no topic");
    let unknown = "sjuk-och-aktivitetsersattning: unknown contents \"lycka\"";
    check("/0/contents/0/denominator", json!("lycka"), unknown);
    check("/1/beside", json!(["lycka"]), "arbete: unknown contents \"lycka\"");
    check("/0/contents/1/code", json!("sjuka"), "grupp-ohalsa: unknown contents \"sjukpenning\"");
    check("/4/contents/1/code", json!("invanare"), "contents \"invanare\" is defined twice");
    check("/2/contents/0/unit", json!("mil"), "invanare: its unit is not said, or unknown");
    check("/2/contents/0/kind", json!("lycka"), "invanare: its kind is not said, or unknown");
    check("/1/ranked_by", json!(null), "arbete: its ranked_by is not said, or unknown");
}
