//! The server speaks PxWebApi 2 as it is described and known, so that a tool
//! that passes here can meet SCB's.

mod client;
mod spoilt;

use crate::server::{Form, Kind, Limits, NONE, Server, Setup};
use crate::tables::{Helarsekvivalenter, labour_market, population};
use client::Answer;
use faktabank_tables::json_stat::{Dataset, Role};
use serde_json::json;
use std::time::Duration;

fn server() -> Server {
    Server::start(Setup::of([Helarsekvivalenter::TWO_YEARS.table(), labour_market(2), population(3)]))
}

#[test]
fn what_it_is_and_allows() {
    let server = server();
    let config = client::get(&server, "/config").json();
    assert_eq!(config["maxDataCells"], 150_000);
    assert_eq!((&config["maxCallsPerTimeWindow"], &config["timeWindow"]), (&json!(1000), &json!(1)));
    assert_eq!(config["defaultDataFormat"], "json-stat2");
    let table = client::get(&server, "/tables/tab1386?lang=sv").json();
    assert_eq!((&table["firstPeriod"], &table["lastPeriod"]), (&json!("2024M01"), &json!("2025M12")));
    assert_eq!(table["timeUnit"], "Monthly");
}

#[test]
fn metadata_are_a_dataset_without_values() {
    let server = server();
    let json = client::get(&server, "/tables/TAB1386/metadata?lang=sv&outputFormat=json-stat2").json();
    assert_eq!(json["id"], json!(["Region", "Kon", "Aldersgrupp", "ContentsCode", "Tid"]));
    assert_eq!(json["size"], json!([291, 3, 2, 9, 24]));
    assert_eq!(json["value"], json!([]));
    assert_eq!(json["role"], json!({ "time": ["Tid"], "metric": ["ContentsCode"] }));
    assert_eq!(json["updated"], "2026-03-24T07:00:00Z");
    assert_eq!(json["extension"]["noteMandatory"], json!({ "0": true, "1": true }));
    let dimension = &json["dimension"];
    assert_eq!(dimension["Region"]["category"]["index"]["0114"], 1);
    assert_eq!(dimension["Aldersgrupp"]["category"]["label"]["20-64"], "20–64 år");
    assert_eq!(dimension["ContentsCode"]["category"]["unit"]["0000018G"], json!({ "base": "procent", "decimals": 1 }));
    let elimination = |variable: &str| dimension[variable]["extension"]["elimination"].clone();
    assert_eq!([elimination("Kon"), elimination("Aldersgrupp")], [json!(true), json!(false)]);
}

#[test]
fn the_whole_table_is_as_large_as_that_of_scb() {
    let table = Helarsekvivalenter::FULL.table();
    assert_eq!((table.size(), table.cells.len()), (2_262_816, 2_262_816));
    let former = Helarsekvivalenter { former: Some(("2022M09", 60)), ..Helarsekvivalenter::FULL }.table();
    let programmes = |table: &crate::server::Table, month| table.cell(&["00", "1+2", "20-64", "0000018H", month]);
    assert_eq!(programmes(&table, "2022M08"), programmes(&former, "2022M08"));
    assert!(programmes(&table, "2022M09") < programmes(&former, "2022M09"));
}

#[test]
fn a_selection_gives_its_cells_in_the_order_of_the_table() {
    let table = Helarsekvivalenter::TWO_YEARS.table();
    let server = Server::start(Setup::of([table.clone()]));
    let query = "valueCodes[Region]=2080,00&valueCodes[Kon]=2,1%2B2&valueCodes[Aldersgrupp]=*65\
        &valueCodes[ContentsCode]=*G,0000018O&valueCodes[Tid]=[range(2024M11,2024M12)],top(1)&outputFormat=json-stat2";
    let answer = client::get(&server, &format!("/tables/TAB1386/data?{query}"));
    let data = Dataset::read(&answer.text).unwrap();
    let codes = |id: &str| data.dimension(id).unwrap().codes.clone();
    assert_eq!(codes("Region"), ["00", "2080"]);
    assert_eq!(codes("Kon"), ["2", "1+2"]);
    assert_eq!(codes("Aldersgrupp"), ["20-65"]);
    assert_eq!(codes("ContentsCode"), ["0000018G", "0000018O"]);
    assert_eq!(codes("Tid"), ["2024M11", "2024M12", "2025M12"]);
    assert_eq!(data.dimension("Tid").unwrap().role, Some(Role::Time));
    assert!(!answer.text.contains("\"status\""));
    let mut values = data.values.iter();
    for region in codes("Region") {
        for sex in codes("Kon") {
            for content in codes("ContentsCode") {
                for month in codes("Tid") {
                    let cell = table.cell(&[&region, &sex, "20-65", &content, &month]);
                    let expected = if content == "0000018G" { f64::from(cell) / 10.0 } else { f64::from(cell) };
                    assert_eq!(values.next(), Some(&Some(expected)), "{region} {sex} {content} {month}");
                }
            }
        }
    }
    // The same by post, where an expression needs no brackets.
    let body = json!({ "selection": [
        { "variableCode": "Region", "valueCodes": ["2080", "00"], "codelist": null },
        { "variableCode": "kon", "valueCodes": ["2", "1+2"] },
        { "variableCode": "Aldersgrupp", "valueCodes": ["20?65"] },
        { "variableCode": "ContentsCode", "valueCodes": ["*G", "0000018o"] },
        { "variableCode": "Tid", "valueCodes": ["range(2024M11,2024M12)", "TOP(1)"] },
    ] });
    assert_eq!(client::post(&server, "/tables/TAB1386/data?outputFormat=json-stat2", &body), answer);
}

#[test]
fn what_is_left_out_is_eliminated() {
    let server = server();
    let mandatory = "valueCodes[ContentsCode]=BE0101N1&valueCodes[Tid]=2024";
    let ask = |more: &str| {
        let answer = client::get(&server, &format!("/tables/TAB638/data?{mandatory}&{more}"));
        Dataset::read(&answer.text).unwrap()
    };
    let ids = |data: &Dataset| data.dimensions.iter().map(|dimension| dimension.id.clone()).collect::<Vec<_>>();
    let whole = ask("valueCodes[Region]=2080&valueCodes[Alder]=*&valueCodes[Kon]=*&valueCodes[Civilstand]=*");
    let by_sex = ask("valueCodes[Region]=2080&valueCodes[Kon]=*");
    assert_eq!(ids(&by_sex), ["Region", "Kon", "ContentsCode", "Tid"]);
    let sum = |data: &Dataset| data.values.iter().flatten().sum::<f64>();
    assert_eq!((by_sex.values.len(), sum(&by_sex)), (2, sum(&whole)));
    // The region has a total, which is taken instead.
    let riket = ask("valueCodes[Region]=00");
    let region_left_out = ask("");
    assert_eq!(
        (ids(&region_left_out), &region_left_out.values),
        (vec!["ContentsCode".into(), "Tid".into()], &riket.values)
    );
    // Groups of a codelist are sums, too, and a part of the variable is a part.
    let group = ask("codelist[Region]=agg_RegionFalunBorlange&valueCodes[Region]=*");
    assert_eq!(sum(&group), sum(&ask("valueCodes[Region]=2080,2081")));
    let kommuner = ask("codelist[Region]=vs_RegionKommun07&valueCodes[Region]=20*");
    assert_eq!(kommuner.dimension("Region").unwrap().codes.len(), 15);
    let listed = client::get(&server, "/codelists/vs_RegionKommun07").json();
    assert_eq!(listed["values"].as_array().unwrap().len(), 290);
}

#[test]
fn nothing_asked_is_the_default_selection() {
    let server = server();
    let answer = client::get(&server, "/tables/TAB6260/data").json();
    assert_eq!(answer["id"], json!(["Alder", "ContentsCode", "Tid"]));
    assert_eq!(answer["size"], json!([1, 1, 1]));
    assert_eq!(answer, client::post(&server, "/tables/TAB6260/data", &json!({ "selection": [] })).json());
    // What may be left out is told by the metadata; an answer tells whether it holds the total.
    let riket = "valueCodes[Alder]=20-64&valueCodes[ContentsCode]=*&valueCodes[Tid]=*&valueCodes[Region]=00";
    let answer = client::get(&server, &format!("/tables/TAB6260/data?{riket}")).json();
    assert_eq!(answer["dimension"]["Region"]["extension"]["eliminationValueCode"], "00");
    let answer = client::get(&server, &format!("/tables/TAB6260/data?{}", riket.replace("=00", "=20"))).json();
    assert_eq!(answer["dimension"]["Region"]["extension"]["elimination"], false);
}

#[test]
fn what_cannot_be_answered_is_a_problem() {
    let server = server();
    let long = vec!["0114"; 500].join(",");
    let all = "valueCodes[Aldersgrupp]=*&valueCodes[ContentsCode]=*&valueCodes[Tid]=*";
    let check = |path: String, status: u16, title: &str| {
        let answer = client::get(&server, &path);
        assert_eq!((answer.status, answer.kind.as_str()), (status, "application/problem+json"), "{path}");
        assert_eq!(answer.json()["title"], title, "{path}");
        assert_eq!(answer.json()["status"], status, "{path}");
    };
    let data = |query: &str| format!("/tables/TAB1386/data?{query}");
    check("/tables/TAB1".into(), 404, "Non-existent table");
    check("/tables/TAB1/data".into(), 404, "Non-existent table");
    check("/codelists/vs_X".into(), 400, "Non-existent codelist");
    check(data(&format!("{all}&valueCodes[Land]=*")), 400, "Non-existent variable");
    check(data(&format!("{all}&valueCodes[Region]=2099")), 400, "Non-existent value");
    check(data(&format!("{all}&valueCodes[Kon]=1+2")), 400, "Non-existent value");
    check(data(&format!("{all}&valueCodes[Region]=*&codelist[Region]=vs_X")), 400, "Non-existent codelist");
    check(data("valueCodes[Tid]=*&valueCodes[Aldersgrupp]=*"), 400, "Missing selection for mandantory variable");
    check(data(&all.replace("Tid]=*", "Tid]=range(2024M01,2024M02)")), 400, "Illegal selection expression");
    check(data(&all.replace("Tid]=*", "Tid]=top()")), 400, "Illegal selection expression");
    check(data(&format!("{all}&outputFormat=px")), 400, "Unsupported output format");
    check(data(&format!("{all}&outputFormatParams=UseCodes")), 400, "Unsupported output format");
    check(data(&format!("{all}&valueCodes[Region]=*&valueCodes[Kon]=*")), 403, "Too many cells selected");
    // A long address does not even reach PxWeb.
    assert_eq!(client::get(&server, &data(&format!("{all}&valueCodes[Region]={long}"))).status, 404);
    let post = |body| client::post(&server, "/tables/TAB1386/data", &body);
    assert_eq!(post(json!({ "query": [] })).status, 400);
    let bracketed = json!([
        { "variableCode": "Tid", "valueCodes": ["[top(1)]"] },
        { "variableCode": "Aldersgrupp", "valueCodes": ["20-64"] },
        { "variableCode": "ContentsCode", "valueCodes": ["*"] },
    ]);
    assert_eq!(post(json!({ "selection": bracketed })).json()["title"], "Non-existent value");
}

#[test]
fn a_cell_without_a_number_is_null_and_says_so() {
    let codes = ["2080", "1", "20-64", "0000018L", "2024M02"];
    let table = Helarsekvivalenter::TWO_YEARS.table().changed(&codes, |_| NONE);
    let server = Server::start(Setup::of([table]));
    let query = "valueCodes[Region]=2080&valueCodes[Kon]=1&valueCodes[Aldersgrupp]=20-64\
        &valueCodes[ContentsCode]=0000018L&valueCodes[Tid]=bottom(3)";
    let answer = client::get(&server, &format!("/tables/TAB1386/data?{query}")).json();
    assert_eq!((&answer["value"][1], &answer["status"]), (&json!(null), &json!({ "1": ".." })));
    assert!(answer["value"][0].is_number() && answer["value"][2].is_number());
}

#[test]
fn other_forms_of_the_standard_hold_the_same_cells() {
    let table = Helarsekvivalenter::TWO_YEARS.table();
    let query = "/tables/TAB1386/data?valueCodes[Region]=2080,2081&valueCodes[Kon]=*&valueCodes[Aldersgrupp]=*\
        &valueCodes[ContentsCode]=*&valueCodes[Tid]=bottom(2)";
    let plain = Dataset::read(&client::get(&Server::start(Setup::of([table.clone()])), query).text).unwrap();
    let form = Form { reversed: true, index_as_list: true, ..Form::default() };
    let other = Setup { data: form.clone(), metadata: form, compresses: true, ..Setup::of([table]) };
    let other = Server::start(other);
    let answer = client::get(&other, query);
    assert_eq!(answer.json()["dimension"]["Kon"]["category"]["index"], json!(["1", "2", "1+2"]));
    let turned = Dataset::read(&answer.text).unwrap();
    let mut ids: Vec<_> = turned.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    ids.reverse();
    assert_eq!(ids, ["Region", "Kon", "Aldersgrupp", "ContentsCode", "Tid"]);
    let mut position = vec![0; 5];
    for value in &plain.values {
        // The first dimension varies fastest there.
        let mut stride = 1;
        let mut place = 0;
        for (at, dimension) in position.iter().zip(&plain.dimensions) {
            place += at * stride;
            stride *= dimension.codes.len();
        }
        assert_eq!(turned.values[place], *value, "{position:?}");
        for (at, dimension) in position.iter_mut().zip(&plain.dimensions).rev() {
            *at = (*at + 1) % dimension.codes.len();
            if *at > 0 {
                break;
            }
        }
    }
    let metadata = client::get(&other, "/tables/TAB1386/metadata").json();
    assert_eq!(metadata["id"][0], "Tid");
}

#[test]
fn calls_are_counted_and_limited() {
    let limits = Limits { calls: 2, window: 1, ..Limits::ROOMY };
    let server = Server::start(Setup::of([]).limited(limits));
    let statuses: Vec<_> = (0..3).map(|_| client::get(&server, "/config")).collect();
    let retry: Vec<_> = statuses.iter().map(|answer| (answer.status, answer.retry_after.as_deref())).collect();
    assert_eq!(retry, [(200, None), (200, None), (429, Some("1"))]);
    std::thread::sleep(Duration::from_millis(1050));
    assert_eq!(client::get(&server, "/config?lang=sv").status, 200);
    let calls = server.record().of(Kind::Config);
    assert_eq!(calls.iter().map(|call| call.status).collect::<Vec<_>>(), [200, 200, 429, 200]);
    assert_eq!((server.record().refused(), calls[3].asked.as_str()), (1, "lang=sv"));
    assert!(calls.windows(2).all(|pair| pair[0].at <= pair[1].at));
}

/// What the client of these tests gets of an answer is all that it compares.
#[test]
fn answers_are_the_same_each_time() {
    let query = "/tables/TAB638/data?valueCodes[Region]=20*&valueCodes[ContentsCode]=*&valueCodes[Tid]=*";
    let ask = || -> Answer { client::get(&server(), query) };
    assert_eq!(ask(), ask());
}
