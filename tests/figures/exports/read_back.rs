//! Every figure of the other tests as every file, read by readers that are not
//! ours and compared with the figure's own table, cell by cell.

use super::px::Px;
use super::{of_hand_made, of_library};
use crate::edition::HandMade;
use crate::figures;
use crate::library::Library;
use faktabank_figures::export::{Format, Subject, file};
use faktabank_figures::figure::{DataTable, Point};
use faktabank_tables::statistics::{Language, Period, Provenance};
use serde_json::Value;
use std::collections::BTreeMap;

/// Links of the edition made by hand, besides those of [`figures`].
const HAND_MADE: [&str; 6] = [
    "omrade=10&vy=utforska&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M01..2024M04",
    "omrade=forbund:falun-borlange,1060,00&matt=andel&kon=2&tid=2024H1..",
    "omrade=1060&vy=utforska&innehall=summa&matt=forandring&tid=2025H1..&sprak=en",
    "omrade=grupp:=1/2(1060+1080),1060&vy=utforska&innehall=summa&upplosning=ar",
    "omrade=1081&vy=utforska&upplosning=rullande12",
    "omrade=1081&vy=utforska&diagram=yta&upplosning=manad",
];

/// Checks every figure in one language or the other.
pub(super) fn each(mut check: impl FnMut(&Subject<'_>, &str)) {
    let library = Library::open();
    for (_, link) in figures() {
        of_library(&library, link, |subject| check(subject, link));
        let english = format!("{link}&sprak=en");
        of_library(&library, &english, |subject| check(subject, &english));
    }
    for modelled in [false, true] {
        let edition = HandMade::new(&library.areas, modelled);
        for link in HAND_MADE {
            of_hand_made(&edition, link, |subject| check(subject, link));
        }
    }
}

/// Where the numbers of a figure are from, as a file for programs says it.
fn provenance(subject: &Subject<'_>) -> &'static str {
    match (subject.figure.caption.provenance, subject.resolved.language) {
        (Provenance::Modelled, Language::Swedish) => "Påhittade exempelsiffror",
        (Provenance::Modelled, Language::English) => "Invented example figures",
        (provenance, _) => provenance.key(),
    }
}

/// The numbers of a figure at the decimals that it shows, row by row.
fn rounded(table: &DataTable) -> Vec<Vec<Option<String>>> {
    let cell = |(cell, column): (&Point, &faktabank_figures::figure::Column)| {
        cell.value.ok().map(|value| faktabank_figures::text::number::in_file(value, column.decimals))
    };
    table.rows.iter().map(|row| row.cells.iter().zip(&table.columns).map(cell).collect()).collect()
}

#[test]
fn csv_for_spreadsheets_and_for_programs() {
    each(|subject, link| {
        let expected = rounded(&subject.figure.table);
        let columns = subject.figure.table.columns.len();

        let text = file(Format::Csv, subject).text;
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("CSV")).collect();
        let stub = subject.figure.table.stub.as_str();
        let head = rows.iter().position(|row| row.get(0) == Some(stub) && row.len() > columns).expect("a head");
        let told = rows[..head].iter().map(|row| &row[0]).collect::<Vec<_>>().join("\n");
        assert!(told.contains(&subject.figure.caption.source), "{link}: {told}");
        for (row, expected) in rows[head + 1..].iter().zip(&expected) {
            for (at, number) in expected.iter().enumerate() {
                let found = &row[at + 1];
                match number {
                    Some(number) => assert_eq!(found, number, "{link}: {row:?}"),
                    None => assert!(found == "." || found == "..", "{link}: {row:?}"),
                }
            }
        }
        assert!(rows.len() > head + expected.len(), "{link}: rows are lacking");

        let text = file(Format::PlainCsv, subject).text;
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(text.as_bytes()).records().map(|row| row.expect("CSV")).collect();
        let heads = csv::Reader::from_reader(text.as_bytes()).headers().expect("heads").clone();
        let at = |name: &str| heads.iter().position(|head| head == name);
        let (value, unit, from) = (at("value"), at("unit"), at("provenance"));
        let (value, unit, from) = (value.expect("values"), unit.expect("units"), from.expect("provenance"));
        let table = &subject.figure.table;
        let sums = usize::from(table.total.is_some());
        assert_eq!(rows.len(), expected.len() * columns + sums, "{link}");
        let cells = by_codes(table);
        const IDS: [(&str, &str); 6] = [
            ("area_code", "Region"),
            ("contents_code", "ContentsCode"),
            ("sex_code", "Kon"),
            ("period_code", "Tid"),
            ("row_code", "Rad"),
            ("series_code", "Serie"),
        ];
        for row in &rows[..rows.len() - sums] {
            let place =
                IDS.iter().filter_map(|(head, id)| Some((*id, row[at(head)?].trim_start_matches('\'')))).collect();
            let key = row_and_column(&place, table);
            let decimals = table.columns.iter().find(|column| column.key.code() == key[1]).map_or(0, |it| it.decimals);
            let number = cells[&key].value.map(|it| faktabank_figures::text::number::in_file(it, decimals));
            assert_eq!(row[value], number.map(|it| it.replace(',', ".")).unwrap_or_default(), "{link}: {row:?}");
            assert_eq!(&row[from], provenance(subject), "{link}");
            assert!(
                !row[unit].is_empty() && at("period_code").is_some_and(|it| Period::from_code(&row[it]).is_some())
                    || place_is_a_row(&row[0], table),
                "{link}: {row:?}"
            );
        }
    });
}

/// Whether rows of a table without a cube say their periods themselves.
fn place_is_a_row(code: &str, table: &DataTable) -> bool {
    table.rows.iter().any(|row| row.key.code() == code && row.key.period().is_some())
}

/// The cells of a table by the codes of a cube: area, contents, period; or the
/// row and the column, where the table is of something else.
pub(super) fn by_codes(table: &DataTable) -> BTreeMap<Vec<String>, Point> {
    let mut cells = BTreeMap::new();
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            cells.insert(vec![row.key.code(), column.key.code()], cell.clone());
        }
    }
    cells
}

/// The row and the column that a place in a cube belongs to.
pub(super) fn row_and_column(place: &BTreeMap<&str, &str>, table: &DataTable) -> Vec<String> {
    if let (Some(row), Some(column)) = (place.get("Rad"), place.get("Serie")) {
        return vec![(*row).to_owned(), (*column).to_owned()];
    }
    let over_time = table.rows.first().is_some_and(|row| row.key.period().is_some());
    let keys: Vec<String> = match over_time {
        true => table.columns.iter().map(|column| column.key.code()).collect(),
        false => table.rows.iter().map(|row| row.key.code()).collect(),
    };
    // Women and men apart have series of their own.
    let of_each = format!("{}/{}/{}", place["Region"], place["Kon"], place["ContentsCode"]);
    let of_all = format!("{}/{}", place["Region"], place["ContentsCode"]);
    let series = if keys.contains(&of_each) { of_each } else { of_all };
    if over_time { vec![place["Tid"].to_owned(), series] } else { vec![series, table.columns[0].key.code()] }
}

/// What a variable of a PX file is, by what it is called in either language.
pub(super) fn called(variable: &str) -> Option<&'static str> {
    Some(match variable {
        "område" | "area" => "Region",
        "innehåll" | "contents" => "ContentsCode",
        "kön" | "sex" => "Kon",
        "period" => "Tid",
        "rad" | "row" => "Rad",
        "serier" | "series" => "Serie",
        _ => return None,
    })
}

#[test]
fn px() {
    each(|subject, link| {
        let px = Px::read(&file(Format::Px, subject).text);
        assert_eq!(px.text("CODEPAGE"), "utf-8");
        assert!(px.text("NOTE").contains(&subject.figure.caption.source.replace('"', "'")), "{link}");
        let table = &subject.figure.table;
        let expected = by_codes(table);
        assert_eq!(px.cells.len(), expected.len(), "{link}");
        let variables = px.variables();
        for (codes, found) in px.by_codes() {
            let place = variables.iter().zip(&codes).filter_map(|(name, code)| Some((called(name)?, code.as_str())));
            let key = row_and_column(&place.collect(), table);
            let cell = &expected[&key];
            let column = table.columns.iter().find(|column| column.key.code() == key[1]).expect("a column");
            match (&cell.value, &found) {
                (Ok(value), Ok(found)) => {
                    let shown = faktabank_figures::text::number::in_file(*value, column.decimals).replace(',', ".");
                    assert_eq!(*found, shown.parse::<f64>().expect("a number"), "{link} {key:?}");
                }
                (Err(reason), Err(dots)) => assert_eq!(reason.symbol(), dots, "{link} {key:?}"),
                other => panic!("{link} {key:?}: {other:?}"),
            }
        }
    });
}

#[test]
fn json_stat() {
    each(|subject, link| {
        // By the letter of the standard, with a general reader of JSON.
        let data: Value = serde_json::from_str(&file(Format::JsonStat, subject).text).expect("JSON");
        assert_eq!((&data["version"], &data["class"]), (&Value::from("2.0"), &Value::from("dataset")));
        let provenance = &data["extension"]["faktabank"]["provenance"];
        assert_eq!(provenance, subject.figure.caption.provenance.key(), "{link}");
        let id: Vec<&str> = data["id"].as_array().expect("id").iter().map(|id| id.as_str().expect("a name")).collect();
        let categories: Vec<Vec<&str>> = id
            .iter()
            .map(|id| {
                let category = &data["dimension"][id]["category"];
                let codes: Vec<&str> = category["index"]
                    .as_array()
                    .expect("index")
                    .iter()
                    .map(|it| it.as_str().expect("a code"))
                    .collect();
                assert!(codes.iter().all(|code| category["label"][code].is_string()), "{link}: labels of {id}");
                codes
            })
            .collect();
        let sizes: Vec<usize> = categories.iter().map(Vec::len).collect();
        assert_eq!(data["size"], Value::from(sizes.clone()), "{link}");
        let table = &subject.figure.table;
        let expected = by_codes(table);
        let values = data["value"].as_array().expect("values");
        assert_eq!((values.len(), sizes.iter().product::<usize>()), (expected.len(), expected.len()), "{link}");
        for (at, value) in values.iter().enumerate() {
            let mut rest = at;
            let mut place = BTreeMap::new();
            for (axis, size) in sizes.iter().enumerate().rev() {
                place.insert(id[axis], categories[axis][rest % size]);
                rest /= size;
            }
            let cell = &expected[&row_and_column(&place, table)];
            assert!(is_same(value.as_f64(), cell), "{link} {place:?}: {value}");
            let status = data["status"][at.to_string()].as_str();
            assert_eq!(status, cell.value.err().map(|reason| reason.key()), "{link} {place:?}");
        }
        // And by the reader of this project, which checks shape and codes.
        let read =
            faktabank_tables::json_stat::Dataset::read(&serde_json::to_vec(&data).expect("JSON")).expect("JSON-stat");
        assert_eq!(read.values.len(), expected.len(), "{link}");
    });
}

#[test]
fn the_description_of_a_workbook() {
    each(|subject, link| {
        let book: Value = serde_json::from_str(&file(Format::Xlsx, subject).text).expect("JSON");
        let rows = book["sheets"][0]["rows"].as_array().expect("rows");
        let table = &subject.figure.table;
        let head = rows.iter().position(|row| row.get(1).is_some()).expect("a head");
        for (row, found) in table.rows.iter().zip(&rows[head + 1..]) {
            assert_eq!(found[0]["text"], plain(&row.name), "{link}");
            for (at, cell) in row.cells.iter().enumerate() {
                let found = &found[at + 1];
                assert!(is_same(found["number"].as_f64(), cell), "{link}: {found}");
                assert_eq!(found["text"].as_str(), cell.value.err().map(|it| it.symbol()), "{link}");
            }
        }
        let words = book.to_string();
        assert!(words.contains(&subject.figure.caption.provenance_text), "{link} does not say where it comes from");
    });
}

/// Whether a number is that of a cell, to its last bit.
fn is_same(found: Option<f64>, cell: &Point) -> bool {
    found == cell.value.ok()
}

/// Words without what only lays them out.
fn plain(words: &str) -> String {
    words.replace('\u{2060}', "").replace('\u{a0}', " ")
}
