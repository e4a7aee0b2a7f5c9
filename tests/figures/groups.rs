//! Own groups that are called what something else is called: told apart by readers,
//! in headline, chart, table and low frame, and by programs, in every file.

use crate::edition::HandMade;
use crate::exports::{codes, subject};
use crate::library::Library;
use faktabank_figures::export::{Format, Subject, file};
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::{Figure, build};
use std::collections::BTreeSet;

/// Runs a check on the figure of a link in both languages.
fn in_both(link: &str, check: impl Fn(&Subject<'_>, &str)) {
    let library = Library::open();
    for (language, own) in [("sv", "egen grupp"), ("en", "own group")] {
        let (resolved, _, tables) = library.load(&format!("{link}&sprak={language}"));
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        check(&subject(&figure, &resolved, &tables, &library.areas), own);
    }
}

#[track_caller]
fn differ(what: &str, words: Vec<String>) {
    let each: BTreeSet<&String> = words.iter().collect();
    assert_eq!(each.len(), words.len(), "{what}: {words:?}");
}

fn columns(figure: &Figure) -> Vec<String> {
    figure.table.columns.iter().map(|column| column.name.clone()).collect()
}

fn rows(figure: &Figure) -> Vec<String> {
    figure.table.rows.iter().map(|row| row.name.clone()).collect()
}

/// No code stands twice in a dimension of a file.
#[track_caller]
fn no_code_twice(subject: &Subject<'_>, link: &str) {
    let table = &subject.figure.table;
    differ(link, table.columns.iter().map(|column| column.key.code()).collect());
    differ(link, table.rows.iter().map(|row| row.key.code()).collect());
    for (dimension, codes, labels) in codes(subject) {
        differ(&format!("{link} {dimension}"), codes);
        differ(&format!("{link} {dimension}, in words"), labels);
    }
}

#[test]
fn groups_of_one_name_are_told_apart() {
    let groups = "tabell=bas&omrade=grupp:Norr(2080+2081),grupp:Norr(2062+2031),00&matt=andel";
    for figure in ["linje", "tabell", "smadiagram", "stapel", "forandring"] {
        let link = format!("vy=utforska&{groups}&diagram={figure}&innehall=sjuka");
        in_both(&link, |subject, own| {
            let names = if matches!(figure, "stapel" | "forandring") { rows } else { columns }(subject.figure);
            for nth in [1, 2] {
                let name = format!("Norr ({own} {nth})");
                assert!(names.contains(&name), "{link}: no {name} in {names:?}");
            }
            no_code_twice(subject, &link);
            let text = file(Format::JsonStat, subject).text;
            assert!(text.contains("\"Norr (grupp 1)\"") && text.contains("\"Norr (grupp 2)\""), "{link}: {text}");
            let px = file(Format::Px, subject).text;
            assert!(px.contains("\"Norr (grupp 1)\"") && px.contains("\"Norr (grupp 2)\""), "{link}: {px}");
            let csv = file(Format::PlainCsv, subject).text;
            assert!(csv.contains(&format!("Norr ({own} 1)")), "{link}: {csv}");
        });
    }
}

#[test]
fn a_group_that_has_a_name_of_its_own_is_known_by_it() {
    in_both("vy=utforska&tabell=bas&omrade=grupp:Siljan(2029+2031),20&matt=andel&innehall=sjuka", |subject, _| {
        assert_eq!(columns(subject.figure)[0], "Siljan");
        assert!(file(Format::JsonStat, subject).text.contains("\"index\":[\"Siljan\",\"20\"]"));
    });
}

#[test]
fn a_group_is_told_from_what_it_is_named_after() {
    for name in ["Dalarna", "Dalarnas län", "2080", "Falun", "riket", "Finsam Falun-Borlänge"] {
        let alone = format!("vy=utforska&tabell=bas&omrade=grupp:{name}(2080+2062)&innehall=sjuka&matt=andel");
        in_both(&alone, |subject, own| {
            let told = format!("{name} ({own})");
            let Figure { headline, table, .. } = subject.figure;
            assert!(headline.title.contains(&told), "{}", headline.title);
            assert!(table.caption.contains(&told), "{}", table.caption);
            let json_stat = file(Format::JsonStat, subject);
            assert!(json_stat.text.contains(&format!("{{\"{name} (grupp)\":\"{told}\"}}")), "{}", json_stat.text);
            assert!(json_stat.name.contains("-egen-grupp-"), "{}", json_stat.name);
        });
        // The low frame has the names of the columns, or of the rows.
        let beside =
            format!("vy=utforska&tabell=bas&omrade=grupp:{name}(2080+2062),20,2080,00&innehall=sjuka&matt=andel");
        in_both(&beside, |subject, own| {
            assert_eq!(columns(subject.figure)[0], format!("{name} ({own})"));
            differ(&beside, columns(subject.figure));
            no_code_twice(subject, &beside);
        });
    }
}

#[test]
fn no_file_of_the_gallery_has_a_code_twice() {
    let library = Library::open();
    let made = HandMade::new(&library.areas, false);
    for link in figures().map(|(_, link)| link).flat_map(|link| [link.to_owned(), format!("{link}&sprak=en")]) {
        let (resolved, _, tables) = library.load(&link);
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        no_code_twice(&subject(&figure, &resolved, &tables, &library.areas), &link);
    }
    for kinds in ["linje", "stapel", "tabell"] {
        let link = format!("omrade=grupp:A(1060+1080),grupp:a(1081),1060&vy=utforska&innehall=summa&diagram={kinds}");
        let (resolved, _, tables) = made.load(&link);
        let figure = build(&resolved, tables, made.areas()).expect("its table is loaded");
        no_code_twice(&subject(&figure, &resolved, tables, made.areas()), &link);
    }
}
