//! The files that a reader takes along: what stands in them, and that other
//! readers than ours find every number of the figure in them.

mod drawn;
mod foreign;
mod panel;
mod px;
mod read_back;

use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::export::{File, Format, Subject, file};
use faktabank_figures::figure::{Figure, build};

/// Where the figures of these tests are said to be shown, and when.
const ADDRESS: &str = "https://faktabank.example/?vy=utforska";
const TODAY: &str = "2026-07-01";
const PUBLISHED: &str = "2026-06-29";

/// A figure of the edition made by hand, as a subject.
fn of_hand_made<T>(edition: &HandMade, link: &str, take: impl FnOnce(&Subject<'_>) -> T) -> T {
    let (resolved, _, tables) = edition.load(link);
    let figure = build(&resolved, tables, edition.areas()).expect("its table is loaded");
    take(&subject(&figure, &resolved, tables, edition.areas()))
}

/// A figure of the committed data, as a subject.
fn of_library<T>(library: &Library, link: &str, take: impl FnOnce(&Subject<'_>) -> T) -> T {
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    take(&subject(&figure, &resolved, &tables, &library.areas))
}

pub(crate) fn subject<'a>(
    figure: &'a Figure,
    resolved: &'a faktabank_tables::query::Resolved,
    tables: &'a [faktabank_tables::statistics::Table],
    areas: &'a faktabank_tables::statistics::Areas,
) -> Subject<'a> {
    Subject { figure, resolved, tables, areas, published: PUBLISHED, today: TODAY, address: ADDRESS }
}

/// The dimensions of a figure's JSON-stat and PX: what each is called, and the codes and
/// the words of its categories.
pub(crate) fn codes(subject: &Subject<'_>) -> Vec<(String, Vec<String>, Vec<String>)> {
    let data: serde_json::Value = serde_json::from_str(&file(Format::JsonStat, subject).text).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let dimension = |id: &serde_json::Value| {
        let category = &data["dimension"][id.as_str().expect("a name")]["category"];
        let codes: Vec<String> = category["index"].as_array().expect("codes").iter().map(text).collect();
        let labels = codes.iter().map(|code| text(&category["label"][code.as_str()])).collect();
        (text(id), codes, labels)
    };
    let px = px::Px::read(&file(Format::Px, subject).text);
    let variables = px.variables();
    let of_px = variables.iter().map(|name| (name.clone(), px.codes(name).to_vec(), px.values(name).to_vec()));
    data["id"].as_array().expect("dimensions").iter().map(dimension).chain(of_px).collect()
}

/// A file as a snapshot shows it: its name, then its lines.
fn shown(file: &File) -> String {
    format!("{}\n{}", file.name, file.text.replace("\r\n", "⏎\n"))
}

#[test]
fn csv_has_the_numbers_the_symbols_and_the_notes_of_the_figure() {
    let library = Library::open();
    let edition = HandMade::new(&library.areas, true);
    for (name, link) in [
        ("csv-lan-bistand", "omrade=10&vy=utforska&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M01..2024M04"),
        ("csv-kvinnor-andel", "omrade=forbund:falun-borlange,1060,00&matt=andel&kon=2&tid=2024H1.."),
        ("csv-forandring-en", "omrade=1060&vy=utforska&innehall=summa&matt=forandring&tid=2025H1..&sprak=en"),
        ("csv-grupp", "omrade=grupp:=1;2(1060+1080)&vy=utforska&innehall=summa&upplosning=ar"),
    ] {
        let file = of_hand_made(&edition, link, |subject| file(Format::Csv, subject));
        assert!(file.text.starts_with('\u{feff}') && file.text.ends_with("\r\n"), "{link}");
        insta::assert_snapshot!(name, shown(&file));
    }
}

#[test]
fn csv_of_what_was_published_names_its_source() {
    let library = Library::open();
    let link = "vy=utforska&tabell=helarsekvivalenter-publicerat&matt=andel&omrade=20,00,2034";
    let file = of_library(&library, link, |subject| file(Format::Csv, subject));
    insta::assert_snapshot!("csv-publicerat", shown(&file));
}

#[test]
fn every_other_format_is_as_its_snapshot_shows() {
    let library = Library::open();
    let edition = HandMade::new(&library.areas, true);
    let months = "omrade=10&vy=utforska&innehall=ekonomiskt-bistand,summa&upplosning=manad&tid=2024M02..2024M04";
    let group = "omrade=grupp:=1;2(1060+1080),1060&vy=utforska&innehall=summa&upplosning=ar&matt=andel";
    let ranking = "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080,2081";
    for format in [Format::PlainCsv, Format::Px, Format::JsonStat, Format::Xlsx] {
        for (name, link) in [("manad", months), ("grupp", group)] {
            let file = of_hand_made(&edition, link, |subject| file(format, subject));
            insta::assert_snapshot!(format!("{}-{name}", format.key()), pretty(format, &file));
        }
        let file = of_library(&library, ranking, |subject| file(format, subject));
        insta::assert_snapshot!(format!("{}-rangordning", format.key()), pretty(format, &file));
    }
}

/// JSON with its lines broken, so that a change of it can be read.
fn pretty(format: Format, file: &File) -> String {
    if !matches!(format, Format::JsonStat | Format::Xlsx) {
        return shown(file);
    }
    let value: serde_json::Value = serde_json::from_str(&file.text).expect("JSON");
    let compact = |value: &serde_json::Value| serde_json::to_string(value).expect("JSON");
    let lines: Vec<String> = match &value {
        serde_json::Value::Object(map) if format == Format::JsonStat => {
            map.iter().map(|(key, value)| format!("{key}: {}", compact(value))).collect()
        }
        _ => {
            let sheets = value["sheets"].as_array().expect("sheets");
            let cell = |cell: &serde_json::Value| {
                let content = if cell["number"].is_null() { &cell["text"] } else { &cell["number"] };
                let marks = ["bold", "right", "wrap"].into_iter().filter(|mark| cell[mark] == true);
                let marks: String = marks.map(|mark| format!(" {mark}")).collect();
                format!("{}{marks}", compact(content))
            };
            let row = |row: &serde_json::Value| {
                let cells = row.as_array().expect("cells").iter().map(cell);
                cells.collect::<Vec<_>>().join(" | ")
            };
            let sheet = |sheet: &serde_json::Value| {
                let rows = sheet["rows"].as_array().expect("rows").iter().map(row);
                [format!("{} {}", sheet["name"], sheet["widths"])].into_iter().chain(rows).collect::<Vec<_>>()
            };
            sheets.iter().flat_map(sheet).collect()
        }
    };
    format!("{}\n{}", file.name, lines.join("\n"))
}

#[test]
fn the_long_file_has_every_number_that_was_loaded() {
    let library = Library::open();
    let link = "vy=utforska&tabell=helarsekvivalenter-publicerat&omrade=2081&diagram=tabell";
    of_library(&library, link, |subject| {
        let text = file(Format::LongCsv, subject).text;
        insta::assert_snapshot!("csv-long-publicerat", text.lines().take(12).collect::<Vec<_>>().join("\n"));
        let numbers: usize = subject.tables.iter().map(|table| table.cells.len()).sum();
        assert_eq!(text.lines().count(), numbers + 1);
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let mut rows = reader.records();
        for table in subject.tables {
            for cell in &table.cells {
                let row = rows.next().expect("a line for each cell").expect("as many fields as heads");
                assert_eq!(row[8].replace(',', ".").parse::<f64>().ok(), cell.ok(), "{row:?}");
                assert!(cell.is_ok() || &row[8] == "." || &row[8] == "..", "{row:?}");
            }
        }
    });
}
