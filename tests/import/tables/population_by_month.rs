//! A small table in the shape of TAB6471 (folkmängd per månad): riket, län and
//! kommuner by sex, single year of age, contents and month, each figure altered at
//! random so that nobody can be recognised: nothing adds up but nearly.

use super::chance::below;
use super::{areas, months};
use crate::server::{Elimination, Table, Variable};
use faktabank_tables::statistics::AreaKind;

/// The table, of so many months from 2025M01.
pub(crate) fn population_by_month(count: usize) -> Table {
    let areas = areas(&[AreaKind::Country, AreaKind::County, AreaKind::Municipality]);
    let regions: Vec<_> = areas.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    let ages: Vec<String> = (0..100).map(|age| age.to_string()).chain(["100+".to_owned()]).collect();
    let labels: Vec<String> = ages.iter().map(|age| format!("{age} år")).collect();
    let ages: Vec<_> = ages.iter().zip(&labels).map(|(age, label)| (age.as_str(), label.as_str())).collect();
    let periods = months("2025M01", count);
    let variables = vec![
        Variable::new("Region", "region", &regions).eliminated_by(Elimination::Total("00")),
        Variable::new("Alder", "ålder", &ages).eliminated_by(Elimination::Sum),
        Variable::new("Kon", "kön", &[("1", "män"), ("2", "kvinnor"), ("1+2", "totalt, samtliga män och kvinnor")])
            .eliminated_by(Elimination::Total("1+2")),
        Variable::contents(&[("000007SF", "Folkmängden per månad", "antal", 0)]),
        Variable::time("månad", &periods),
    ];
    let is_in = |kommun: &str, area: &str| kommun.len() == 4 && (area == "00" || kommun.starts_with(area));
    let mut cells = Vec::new();
    for (at, (code, _)) in regions.iter().enumerate() {
        let members: Vec<u64> = (0..regions.len() as u64)
            .filter(|member| is_in(regions[usize::try_from(*member).expect("few")].0, code))
            .collect();
        for age in 0..ages.len() as u64 {
            for sexes in [[1].as_slice(), &[2], &[1, 2]] {
                for month in 0..count as u64 {
                    let one = |kommun: &u64, sex: &u64| 20 + below(150, &[*kommun, *sex, age]) + month;
                    let people: u64 =
                        members.iter().map(|kommun| sexes.iter().map(|sex| one(kommun, sex)).sum::<u64>()).sum();
                    let altered = people + below(7, &[at as u64, sexes.len() as u64, sexes[0], age, month]) - 3;
                    cells.push(i32::try_from(altered).expect("a number of people"));
                }
            }
        }
    }
    Table {
        id: "TAB6471",
        label: "Folkmängden per månad efter region, ålder, kön, tabellinnehåll och månad",
        matrix: "BefolkManadCKM",
        updated: "2026-05-20T06:00:00Z".to_owned(),
        notes: vec![("Uppgifterna är röjandekontrollerade.", true)],
        variables,
        cells,
    }
}
