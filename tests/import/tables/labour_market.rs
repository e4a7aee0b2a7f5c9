//! A small table in the shape of TAB6260 (BAS): some areas by sex, age, country
//! of birth, contents and month, with the noise that keeps persons secret.

use super::chance::below;
use super::{areas, months};
use crate::server::{Elimination, Table, Variable};
use faktabank_tables::statistics::AreaKind;

/// The contents: eight counts and three rates.
const CONTENTS: [(&str, &str, &str, usize); 11] = [
    ("000006SJ", "antal totalt", "antal", 0),
    ("000006SK", "antal sysselsatta", "antal", 0),
    ("000006SL", "antal arbetslösa", "antal", 0),
    ("000006SM", "antal i arbetskraften", "antal", 0),
    ("000006SN", "antal studerande", "antal", 0),
    ("000006SO", "antal pensionärer", "antal", 0),
    ("000006SP", "antal sjuka", "antal", 0),
    ("000006SQ", "antal övriga", "antal", 0),
    ("000006SR", "sysselsättningsgrad", "procent", 1),
    ("000006SS", "arbetslöshet", "procent", 1),
    ("000006ST", "arbetskraftsdeltagande", "procent", 1),
];

/// The table: riket, its län and kommuner, so many months from 2020M01.
pub(crate) fn labour_market(count: usize) -> Table {
    let areas = areas(&[AreaKind::Country, AreaKind::County, AreaKind::Municipality]);
    let regions: Vec<_> = areas.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    let periods = months("2020M01", count);
    let variables = vec![
        Variable::new("Region", "region", &regions).eliminated_by(Elimination::Total("00")),
        Variable::new("Kon", "kön", &[("1+2", "totalt"), ("1", "män"), ("2", "kvinnor")])
            .eliminated_by(Elimination::Total("1+2")),
        Variable::new("Alder", "ålder", &[("15-74", "15–74 år"), ("20-64", "20–64 år"), ("20-65", "20–65 år")]),
        Variable::new(
            "Fodelseregion",
            "födelseregion",
            &[("tot", "totalt"), ("200", "inrikes född"), ("100", "utrikes född")],
        )
        .eliminated_by(Elimination::Total("tot")),
        Variable::contents(&CONTENTS),
        Variable::time("månad", &periods),
    ];
    let mut cells = Vec::new();
    for (code, _) in &regions {
        let members = areas.iter().enumerate().filter(|(_, (kommun, _))| kommun.len() == 4 && is_in(kommun, code));
        let members: Vec<u64> = members.map(|(at, _)| at as u64).collect();
        for sexes in [[1, 2].as_slice(), &[1], &[2]] {
            for group in 0..9 {
                let figures: Vec<_> = (0..count).map(|month| of_month(&members, sexes, group, month as u64)).collect();
                for content in 0..CONTENTS.len() {
                    cells.extend(figures.iter().map(|figures| figures[content]));
                }
            }
        }
    }
    Table {
        id: "TAB6260",
        label: "Befolkningen efter region, kön, ålder, födelseregion, arbetsmarknadsstatus och månad",
        matrix: "ArbStatusM",
        updated: "2026-06-18T06:00:00Z".to_owned(),
        notes: vec![("Statistiken är röjandekontrollerad: delar summerar inte alltid till totalen.", true)],
        variables,
        cells,
    }
}

/// Whether a kommun is in an area, or is it.
fn is_in(kommun: &str, area: &str) -> bool {
    area == "00" || kommun.starts_with(area)
}

/// All contents of some kommuner together, for one month, age and country of
/// birth. Of these groups it is of no meaning here but that they differ.
fn of_month(kommuner: &[u64], sexes: &[u64], group: u64, month: u64) -> [i32; 11] {
    let mut sums = [0; 8];
    for kommun in kommuner {
        for sex in sexes {
            let people = (1500 + below(20_000, &[*kommun, *sex, 5])) / (1 + group % 3) + month;
            let part = |per_mille: u64| people * per_mille / 1000;
            let (employed, unemployed) = (part(780 + below(20, &[*kommun, 6])), part(45));
            let (students, pensioners, sick) = (part(40), part(12), part(45));
            let others = people - employed - unemployed - students - pensioners - sick;
            let parts = [people, employed, unemployed, employed + unemployed, students, pensioners, sick, others];
            sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
        }
    }
    // What keeps persons secret: a few more or fewer, in each figure by itself.
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = *sum + below(7, &[kommuner.len() as u64, kommuner[0], sexes.len() as u64, group, month, at as u64]) - 3;
    }
    let rate = |part: usize, whole: usize| (2000 * sums[part] / sums[whole]).div_ceil(2);
    let rates = [rate(1, 0), rate(2, 3), rate(3, 0)];
    let mut figures = sums.into_iter().chain(rates).map(|figure| i32::try_from(figure).expect("a number of people"));
    std::array::from_fn(|_| figures.next().unwrap_or_default())
}
