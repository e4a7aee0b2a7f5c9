//! The links of the edition of every kommun.

use super::Group;

/// The model of SCB's whole table: every kommun.
pub(crate) const MODELLED: [Group; 4] = [
    (
        "Over time",
        &[
            "omrade=20&vy=utforska&innehall=summa",
            "omrade=20&vy=utforska&innehall=summa&matt=andel",
            "omrade=2062&vy=utforska&innehall=summa",
            "omrade=2062&vy=utforska&innehall=summa&matt=andel",
            "omrade=2062&vy=utforska&innehall=sjukpenning&kon=2",
            "omrade=2062&vy=utforska&innehall=sjukpenning&kon=1&matt=andel",
            "omrade=2062&innehall=sjukpenning&kon=kvinnor,man&matt=andel",
            "omrade=1490&vy=utforska&innehall=summa",
            "omrade=1490&vy=utforska&innehall=summa&matt=andel",
            "omrade=0380&vy=utforska&innehall=ekonomiskt-bistand&upplosning=ar",
            "omrade=03&vy=utforska&innehall=ekonomiskt-bistand&upplosning=ar&matt=andel",
            "omrade=01&vy=utforska&innehall=summa&matt=andel&upplosning=ar",
            "omrade=0180&vy=utforska&innehall=etableringsersattning&upplosning=halvar",
            "omrade=2506&vy=utforska&innehall=etableringsersattning",
            "omrade=2403&vy=utforska&innehall=arbetsloshetsersattning&upplosning=manad",
            "omrade=2081&vy=utforska&innehall=summa&tid=2019H2..2020H2",
            "omrade=2081&vy=utforska&innehall=arbetsloshetsersattning&tid=2018H2..2020H2",
            "omrade=00&vy=utforska&innehall=summa",
            "omrade=00&vy=utforska&innehall=summa&matt=andel&upplosning=rullande12",
            "omrade=forbund:falun-borlange&vy=utforska&innehall=summa",
            "omrade=forbund:sodra-dalarna&vy=utforska&innehall=grupp-ohalsa&matt=andel",
            "omrade=2085&vy=utforska&diagram=yta",
            "omrade=2085&vy=utforska&diagram=yta&innehall=grupp-ohalsa,grupp-arbetsloshet,ekonomiskt-bistand&matt=andel",
            "omrade=1440&vy=utforska&innehall=sjukpenning,ekonomiskt-bistand",
        ],
    ),
    (
        "Several areas",
        &[
            "omrade=2080,2081,00&innehall=summa&matt=andel",
            "omrade=2080,2081&innehall=summa",
            "omrade=2062,00&innehall=sjukpenning&matt=andel&kon=2",
            "omrade=1490,1440,1480,1485&innehall=summa&matt=andel",
            "omrade=20,21,17,00&innehall=ekonomiskt-bistand&matt=andel&upplosning=ar",
            "omrade=2080,2180,1780,0580,1880,1980&innehall=summa&matt=andel",
            "omrade=2506,2403&innehall=etableringsersattning",
            "omrade=forbund:falun-borlange,forbund:sodra-dalarna&innehall=summa&matt=index",
        ],
    ),
    (
        "Bars of all kommuner",
        &[
            "omrade=2080&vy=utforska&diagram=stapel&innehall=summa&matt=andel",
            "omrade=20&vy=utforska&diagram=stapel&innehall=summa&matt=andel",
            "omrade=1490,2062&vy=utforska&diagram=stapel&innehall=sjukpenning&matt=andel&upplosning=ar",
            "omrade=2080&vy=utforska&diagram=stapel&innehall=summa",
            "omrade=2080&vy=utforska&diagram=forandring&innehall=summa&matt=andel",
            "omrade=2080&vy=utforska&diagram=forandring&innehall=summa",
            "omrade=2080&vy=utforska&diagram=forandring&innehall=ekonomiskt-bistand",
            "omrade=2062&vy=utforska&diagram=stapel",
        ],
    ),
    ("The overview", &["", "omrade=2062", "omrade=1490", "omrade=00", "omrade=forbund:falun-borlange"]),
];
