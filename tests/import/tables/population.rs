//! A small table in the shape of TAB638 (folkmängd): riket, län and kommuner
//! by marital status, age, sex, contents and year. Its sexes and statuses have
//! no total: who leaves them out gets their sum.

use super::chance::below;
use super::{areas, municipalities};
use crate::server::{Codelist, Elimination, Table, Variable};
use faktabank_tables::statistics::AreaKind;

/// The table, of so many years until 2024.
pub(crate) fn population(years: usize) -> Table {
    let kommuner = municipalities();
    let above = areas(&[AreaKind::Country, AreaKind::County]);
    let regions: Vec<_> = above.iter().chain(&kommuner).map(|(code, name)| (code.as_str(), name.as_str())).collect();
    let mut region = Variable::new("Region", "region", &regions).eliminated_by(Elimination::Total("00"));
    let only = |(code, name): &(String, String)| (code.clone(), name.clone(), vec![code.clone()]);
    region.codelists = vec![
        Codelist { id: "vs_RegionKommun07", label: "Kommuner", values: kommuner.iter().map(only).collect() },
        Codelist {
            id: "agg_RegionFalunBorlange",
            label: "Falun och Borlänge",
            values: vec![("FB".into(), "Falun och Borlänge".into(), vec!["2080".into(), "2081".into()])],
        },
    ];
    let ages: Vec<String> = (0..100).map(|age| age.to_string()).chain(["100+".to_owned()]).collect();
    let labels: Vec<String> = ages.iter().map(|age| format!("{age} år")).collect();
    let ages: Vec<_> = ages.iter().zip(&labels).map(|(age, label)| (age.as_str(), label.as_str())).collect();
    let periods: Vec<String> = (2025 - years..2025).map(|year| year.to_string()).collect();
    let variables = vec![
        region,
        Variable::new("Civilstand", "civilstånd", &[("OG", "ogifta"), ("G", "gifta")]).eliminated_by(Elimination::Sum),
        Variable::new("Alder", "ålder", &ages).eliminated_by(Elimination::Sum),
        Variable::new("Kon", "kön", &[("1", "män"), ("2", "kvinnor")]).eliminated_by(Elimination::Sum),
        Variable::contents(&[("BE0101N1", "Folkmängd", "antal", 0), ("BE0101N2", "Folkökning", "antal", 0)]),
        Variable::time("år", &periods),
    ];
    let per_area = 2 * ages.len() * 2 * 2 * years;
    let few =
        |kommun: usize, cell: usize| i32::try_from(below(200, &[kommun as u64, cell as u64])).expect("few people");
    let parts: Vec<Vec<i32>> =
        (0..kommuner.len()).map(|kommun| (0..per_area).map(|cell| few(kommun, cell)).collect()).collect();
    let sum = |of: &str| {
        let members = kommuner.iter().zip(&parts).filter(|((code, _), _)| of == "00" || code.starts_with(of));
        members.fold(vec![0; per_area], |sum, (_, part)| sum.iter().zip(part).map(|(one, other)| one + other).collect())
    };
    let mut cells: Vec<i32> = above.iter().flat_map(|(code, _)| sum(code)).collect();
    cells.extend(parts.iter().flatten());
    Table {
        id: "TAB638",
        label: "Folkmängden efter region, civilstånd, ålder, kön, tabellinnehåll och år",
        matrix: "BefolkningNy",
        updated: "2025-02-21T07:00:00Z".to_owned(),
        notes: vec![("Folkmängden avser den 31 december.", false)],
        variables,
        cells,
    }
}
