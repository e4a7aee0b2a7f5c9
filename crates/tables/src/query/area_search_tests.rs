//! What is found for what people type, in every area that there is.

use super::*;
use crate::snapshot::read_areas;
use crate::statistics::AreaCode;

fn areas() -> Areas {
    read_areas(include_bytes!("../../../../data/areas.json")).expect("areas")
}

fn name_of(areas: &Areas, choice: &AreaChoice) -> String {
    match choice {
        AreaChoice::Area(code) => code.to_string() + " " + &areas.name(*code),
        AreaChoice::Association(slug) => slug.clone(),
        AreaChoice::Group { name, .. } => name.clone(),
    }
}

/// The first that are found.
#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let areas = areas();
    let search = AreaSearch::of(&areas);
    let found: Vec<String> = search.find(typed).iter().map(|it| name_of(&areas, it)).collect();
    assert_eq!(found.iter().take(expected.len()).collect::<Vec<_>>(), expected, "{typed}: {found:?}");
}

/// That nothing but this is found.
#[track_caller]
fn check_all(typed: &str, expected: &[&str]) {
    check(typed, expected);
    let areas = areas();
    assert_eq!(AreaSearch::of(&areas).find(typed).len(), expected.len(), "{typed}");
}

#[test]
fn the_exact_name_is_first() {
    check("Gävle", &["2180 Gävle", "21 Gävleborgs län"]);
    check("gavle", &["2180 Gävle", "21 Gävleborgs län"]);
    check("Uppsala", &["0380 Uppsala", "03 Uppsala län"]);
    check_all("Västerås", &["1980 Västerås"]);
    check("Falun", &["2080 Falun", "falun", "falun-borlange"]);
    check("Gotland", &["0980 Gotland", "09 Gotlands län"]);
    check("Habo", &["0643 Habo", "0305 Håbo"]);
    check_all("Håbo", &["0305 Håbo", "0643 Habo"]);
    check("Kalmar län", &["08 Kalmar län", "0880 Kalmar"]);
}

#[test]
fn names_as_people_write_them() {
    check("Dalarnas län", &["20 Dalarnas län"]);
    check("Dalarna", &["20 Dalarnas län"]);
    check("Region Dalarna", &["20 Dalarnas län"]);
    check_all("Hela Dalarna", &["20 Dalarnas län"]);
    check_all("Falu kommun", &["2080 Falun"]);
    check_all("Falu komm", &["2080 Falun"]);
    check("Stockholms stad", &["0180 Stockholm", "01 Stockholms län"]);
    check("Borås Stad", &["1490 Borås"]);
    check("Västra Götalandsregionen", &["14 Västra Götalands län"]);
    check("Region Sörmland", &["04 Södermanlands län"]);
    check("Region Jämtland Härjedalen", &["23 Jämtlands län"]);
    check("Region Örebro län", &["18 Örebro län"]);
    for country in
        ["Sverige", "Hela landet", "hela riket", "Sweden", "Riket", "Riket hela landet", "00", "the whole country"]
    {
        check_all(country, &["00 Riket"]);
    }
    for associated in
        ["falun borlänge", "Falun-Borlänge", "falun borlange", "finsam falun-borlänge", "forbund:falun-borlange"]
    {
        check(associated, &["falun-borlange"]);
    }
    check("Norra Dalarna", &["norra-dalarna"]);
    for (typed, name) in [("Malmo", "1280 Malmö"), ("Ostersund", "2380 Östersund"), ("Østersund", "2380 Östersund")]
    {
        check_all(typed, &[name]);
    }
    check("upplands bro", &["0139 Upplands-Bro"]);
    check("malung sälen", &["2023 Malung-Sälen"]);
    check("Gothenburg", &["1480 Göteborg"]);
}

#[test]
fn codes_old_and_new() {
    check_all("2080", &["2080 Falun"]);
    check("20", &["20 Dalarnas län", "2084 Avesta"]);
    check_all("2080 Falun", &["2080 Falun"]);
    check("1917", &["0331 Heby"]);
    check("1121", &["1256 Östra Göinge"]);
    check_all("9999", &[]);
}

#[test]
fn what_begins_so_comes_before_what_holds_it_and_that_before_slips() {
    check("lan", &["1282 Landskrona"]);
    check("d", &["20 Dalarnas län", "1438 Dals-Ed", "0162 Danderyd"]);
    check("salen", &["2023 Malung-Sälen"]);
    for (typed, name) in [("Fslun", "2080 Falun"), ("Flaun", "2080 Falun"), ("Mlamö", "1280 Malmö")] {
        check(typed, &[name]);
    }
    check("Borlngee", &["2081 Borlänge"]);
    check_all("fxl", &[]);
    check_all("Boxxxnge", &[]);
}

#[test]
fn without_a_word_the_large_come_first_and_each_sort_by_name() {
    let areas = areas();
    let search = AreaSearch::of(&areas);
    let found: Vec<String> = search.find(" ").iter().map(|it| name_of(&areas, it)).collect();
    assert_eq!(found.len(), areas.areas.len() + areas.associations.len());
    assert_eq!(found[..3], ["00 Riket", "10 Blekinge län", "20 Dalarnas län"]);
    assert_eq!(found[21..23], ["05 Östergötlands län", "1440 Ale"]);
}

/// The name with every letter that a foreign keyboard lacks replaced.
fn foreign(name: &str) -> String {
    name.chars()
        .map(|letter| match letter {
            'Å' | 'Ä' => 'A',
            'Ö' => 'O',
            other => crate::statistics::letters::bare(other),
        })
        .collect()
}

/// How a name is written on its own, with its sort, in the genitive, in capitals and
/// as rows of lists and tables have it.
fn forms(code: AreaCode, name: &str) -> Vec<String> {
    let short = name.strip_suffix(" län").unwrap_or(name);
    let genitive = if short.ends_with('s') { short.to_owned() } else { format!("{short}s") };
    let bare = if code.is_municipality() { short } else { short.strip_suffix('s').unwrap_or(short) };
    match code.kind() {
        AreaKind::Country => [name, "Sverige", "Sweden", "hela landet", "riket"].map(str::to_owned).to_vec(),
        AreaKind::County => vec![
            name.to_owned(),
            format!("Region {bare}"),
            format!("{bare} county"),
            format!("{bare} län"),
            name.to_uppercase(),
            format!("{code} {name}"),
        ],
        AreaKind::Municipality => vec![
            name.to_owned(),
            format!("{genitive} kommun"),
            format!("{name} kommun"),
            format!("{genitive} stad"),
            format!("{name} municipality"),
            name.to_uppercase(),
            format!("{code} {name}"),
            format!("{code} {name} kommun"),
        ],
    }
}

#[test]
fn every_area_is_found_by_name_code_and_common_forms_and_links_follow_them() {
    let areas = areas();
    let search = AreaSearch::of(&areas);
    for area in &areas.areas {
        let choice = AreaChoice::Area(area.code);
        for typed in forms(area.code, &area.name).iter().chain([&area.code.to_string()]) {
            assert_eq!(search.find(typed).first(), Some(&&choice), "{typed}");
            assert_eq!(search.meant(typed), Some(&choice), "{typed}");
            // "Habo" is a kommun of its own.
            if area.name != "Håbo" {
                assert_eq!(search.find(&foreign(typed)).first(), Some(&&choice), "{}", foreign(typed));
            }
        }
    }
    for association in &areas.associations {
        let choice = AreaChoice::Association(association.slug.clone());
        let name = &association.name;
        for typed in [name.clone(), name.to_lowercase(), foreign(name), format!("{name} samordningsförbund")] {
            assert_eq!(search.find(&typed).first(), Some(&&choice), "{typed}");
            assert_eq!(search.meant(&typed), Some(&choice), "{typed}");
        }
    }
}

#[test]
fn former_codes_lead_to_areas_that_are_and_are_no_codes_of_today() {
    let areas = areas();
    let search = AreaSearch::of(&areas);
    let mut lines = OTHER_NAMES.lines();
    assert_eq!(lines.next(), Some("code,other"));
    for line in lines {
        let (code, other) = line.split_once(',').expect("two columns");
        let code = AreaCode::from_code(code).expect("a code");
        assert!(areas.get(code).is_some(), "{line}");
        assert_eq!(search.meant(other), Some(&AreaChoice::Area(code)), "{line}");
        if let Some(former) = AreaCode::from_code(other) {
            assert!(areas.get(former).is_none(), "{line}");
        }
    }
}

#[test]
fn links_do_not_guess() {
    let areas = areas();
    let search = AreaSearch::of(&areas);
    for text in ["Fal", "Fslun", "2", "208", "", "-", "kommun", "län", "Norr"] {
        assert_eq!(search.meant(text), None, "{text}");
    }
}
