//! A small table in the shape of TAB6260 (BAS): some areas by sex, age, country
//! of birth, contents and month, with the noise that keeps persons secret.

use super::chance::below;
use super::{months, municipalities};
use crate::server::{Elimination, Table, Variable};

/// The contents: eight counts and three rates.
const CONTENTS: [(&str, &str, &str, usize); 11] = [
    ("000006SJ", "antal totalt", "antal", 0),
    ("000006SK", "antal sysselsatta", "antal", 0),
    ("000006SL", "antal arbetslösa", "antal", 0),
    ("000006SM", "antal i arbetskraften", "antal", 0),
    ("000006SN", "antal studerande", "antal", 0),
    ("000006SO", "antal ålderspensionärer", "antal", 0),
    ("000006SP", "antal sjuka", "antal", 0),
    ("000006SQ", "antal övriga", "antal", 0),
    ("000006SR", "sysselsättningsgrad", "procent", 1),
    ("000006SS", "arbetslöshet", "procent", 1),
    ("000006ST", "arbetskraftsdeltagande", "procent", 1),
];

/// The table: riket, its län and kommuner, so many months from 2020M01.
pub(crate) fn labour_market(count: usize) -> Table {
    let kommuner = municipalities();
    let mut regions = vec![("00", "Riket"), ("20", "Dalarnas län")];
    regions.extend(kommuner.iter().map(|(code, name)| (code.as_str(), name.as_str())));
    let periods = months("2020M01", count);
    let variables = vec![
        Variable::new("Region", "region", &regions).eliminated_by(Elimination::Total("00")),
        Variable::new("Kon", "kön", &[("1+2", "totalt"), ("1", "män"), ("2", "kvinnor")])
            .eliminated_by(Elimination::Total("1+2")),
        Variable::new("Alder", "ålder", &[("15-74", "15–74 år"), ("16-64", "16–64 år"), ("20-64", "20–64 år")]),
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
    for region in 0..regions.len() {
        for group in 0..27_u64 {
            let figures: Vec<_> = (0..count).map(|month| of_month(region as u64, group, month as u64)).collect();
            for content in 0..CONTENTS.len() {
                cells.extend(figures.iter().map(|figures| figures[content]));
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

/// All contents of one area, group and month. Groups are of no further
/// meaning here than to differ.
fn of_month(region: u64, group: u64, month: u64) -> [i32; 11] {
    let base = 2000 + below(40_000, &[region, 5]) + if region < 2 { 200_000 } else { 0 };
    let people = base / (1 + group % 3) + month;
    let noise = |part: u64| below(7, &[region, group, month, part]);
    let part = |per_mille: u64, key: u64| people * per_mille / 1000 + noise(key);
    let (employed, unemployed) = (part(790, 1), part(45, 2));
    let (students, pensioners, sick) = (part(40, 3), part(12, 4), part(45, 5));
    let force = employed + unemployed + noise(6);
    let others = people.saturating_sub(force + students + pensioners + sick) + noise(7);
    let rate = |part: u64, whole: u64| (2000 * part / whole).div_ceil(2);
    let figures = [
        people,
        employed,
        unemployed,
        force,
        students,
        pensioners,
        sick,
        others,
        rate(employed, people),
        rate(unemployed, force),
        rate(force, people),
    ];
    figures.map(|figure| i32::try_from(figure).expect("a number of people"))
}
