//! A small table in the shape of TAB638 (folkmängd): riket, län and kommuner
//! by marital status, age, sex, contents and year. Its sexes and statuses have
//! no total: who leaves them out gets their sum.

use super::chance::below;
use super::municipalities;
use crate::server::{Codelist, Elimination, Table, Variable};

/// The table, of so many years until 2024.
pub(crate) fn population(years: u64) -> Table {
    let kommuner = municipalities();
    let mut regions = vec![("00", "Riket"), ("20", "Dalarnas län")];
    regions.extend(kommuner.iter().map(|(code, name)| (code.as_str(), name.as_str())));
    let ages: Vec<String> = (0..100).map(|age| age.to_string()).chain(["100+".to_owned()]).collect();
    let labels: Vec<String> = ages.iter().map(|age| format!("{age} år")).collect();
    let ages: Vec<_> = ages.iter().zip(&labels).map(|(age, label)| (age.as_str(), label.as_str())).collect();
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
    let years: Vec<String> = (2025 - years..2025).map(|year| year.to_string()).collect();
    let (last, spans) = (regions.len() as u64, [("OG", "ogifta"), ("G", "gifta")]);
    let variables = vec![
        region,
        Variable::new("Civilstand", "civilstånd", &spans).eliminated_by(Elimination::Sum),
        Variable::new("Alder", "ålder", &ages).eliminated_by(Elimination::Sum),
        Variable::new("Kon", "kön", &[("1", "män"), ("2", "kvinnor")]).eliminated_by(Elimination::Sum),
        Variable::contents(&[("BE0101N1", "Folkmängd", "antal", 0), ("BE0101N2", "Folkökning", "antal", 0)]),
        Variable::time("år", &years),
    ];
    let mut cells = Vec::new();
    for region in 0..last {
        for key in 0..(2 * ages.len() as u64 * 2) {
            for content in 0..2 {
                let scale = if content == 0 { 200 } else { 7 };
                let of_year = |year| i32::try_from(below(scale, &[region, key, content, year])).expect("few people");
                cells.extend((0..years.len() as u64).map(of_year));
            }
        }
    }
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
