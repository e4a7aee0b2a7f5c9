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

/// Units of contents, codes of time and notes of a JSON-stat file.
fn described(subject: &Subject<'_>) -> (Vec<String>, Vec<String>, String) {
    let data: serde_json::Value = serde_json::from_str(&file(Format::JsonStat, subject).text).expect("JSON");
    let of = |id: &str| data["dimension"][id]["category"].clone();
    let contents = if data["dimension"]["Serie"].is_null() { of("ContentsCode") } else { of("Serie") };
    let codes = contents["index"].as_array().expect("codes").iter().filter_map(|it| it.as_str());
    let units = codes.map(|code| contents["unit"][code]["base"].as_str().unwrap_or_default().to_owned()).collect();
    let time = of("Tid");
    let time = time["index"].as_array().expect("times").iter().filter_map(|it| it.as_str().map(str::to_owned));
    (units, time.collect(), data["note"].to_string())
}

#[test]
fn each_contents_of_a_change_has_its_own_unit() {
    let library = Library::open();
    for (language, count, per_cent) in [
        ("", "förändring på ett år, helårspersoner", "förändring på ett år, procent"),
        ("&sprak=en", "change over a year, full-year equivalents", "change over a year, per cent"),
    ] {
        let link = format!("vy=utforska&innehall=summa&matt=forandring{language}");
        of_library(&library, &link, |subject| {
            let (units, _, _) = described(subject);
            assert_eq!(units, [count, per_cent], "{link}");
            let px = px::Px::read(&file(Format::Px, subject).text);
            assert!(!px.text("CONTVARIABLE").is_empty());
            let named = px.values(px.text("CONTVARIABLE"));
            assert_eq!(px.text(&format!("UNITS(\"{}\")", named[0])), count);
            let words = if language.is_empty() { "antal" } else { "number" };
            assert!(named[0].ends_with(words), "{named:?}");
        });
    }
}

#[test]
fn every_file_with_a_time_has_a_period_in_it() {
    let library = Library::open();
    for link in [
        "vy=utforska&tabell=bas&diagram=forandring&omrade=2034",
        "diagram=spridning&omrade=2080,2081",
        "omrade=2080&diagram=spridning&innehall=ohalsotal,sysselsatta&tabell=ohalsotal&tid=2021..2021",
        "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080&ordning=forandring",
    ] {
        of_library(&library, link, |subject| {
            let (_, times, _) = described(subject);
            let is_period = |code: &String| faktabank_tables::statistics::Period::from_code(code).is_some();
            assert!(times.len() == 1 && times.iter().all(is_period), "{link}: {times:?}");
        });
    }
}

#[test]
fn the_sum_of_a_ranking_is_in_the_file_or_said_to_be_left_out() {
    let library = Library::open();
    let link = "vy=utforska&tabell=bas&innehall=arbetslosa&diagram=stapel&omrade=2080&matt=antal";
    of_library(&library, link, |subject| {
        let total = subject.figure.table.total.as_ref().expect("a sum");
        for format in [Format::Csv, Format::PlainCsv, Format::Xlsx, Format::Px, Format::JsonStat] {
            let text = file(format, subject).text.replace("\"\r\n\"", "");
            assert!(text.contains(&total.name), "{format:?}");
        }
        assert!(described(subject).2.contains("är inte med i filen"));
    });
}

#[test]
fn a_line_of_px_is_short_whatever_the_address() {
    let library = Library::open();
    let address = format!("https://faktabank.example/?omrade={}", "2080,".repeat(300));
    let link = "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080,2081";
    of_library(&library, link, |subject| {
        // The reader refuses lines of more than 256 signs.
        let px = px::Px::read(&file(Format::Px, &Subject { address: &address, ..*subject }).text);
        assert!(px.text("NOTE").contains(&address));
    });
}

#[test]
fn months_are_no_days_and_codes_keep_their_zeros() {
    let library = Library::open();
    let link = "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080&tid=2025M05..2025M05";
    of_library(&library, link, |subject| {
        let text = file(Format::Csv, subject).text;
        assert!(text.contains(";2025M05") && !text.contains(";Maj 2025"), "{text}");
        let long = file(Format::LongCsv, subject).text;
        assert!(long.lines().next().is_some_and(|heads| heads.contains("nollor först hör till")));
        let size = faktabank_figures::export::size(Format::LongCsv, subject);
        assert!((size as f64 / long.len() as f64 - 1.0).abs() < 0.1, "{size} instead of {}", long.len());
        let book: serde_json::Value = serde_json::from_str(&file(Format::Xlsx, subject).text).expect("JSON");
        let words = book["sheets"][1]["rows"].to_string();
        assert!(words.contains("\"2080\"") && words.contains("Koder: Område"), "{words}");
    });
}
