//! Figures, headlines and overviews of links, from the committed data, held
//! as snapshots: what a link shows is what the snapshot of its name says.

#![allow(clippy::expect_used, reason = "a test that meets the impossible should stop")]

mod comparisons;
mod describe;
mod edition;
mod exports;
mod headlines;
mod library;
mod links;
mod modelled;
mod orders;
mod selections;
mod sentences;
mod sheets;
mod whole_table;

use describe::{figure, options, overview};
use faktabank::figure::Style;
use library::Library;

/// The links and the names of their snapshots.
const FIGURES: [(&str, &str); 52] = [
    ("linje-dalarna", "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&matt=antal&upplosning=halvar"),
    ("linje-dalarna-manad", "vy=utforska&innehall=sjukpenning&upplosning=manad&tid=2024M01.."),
    ("linje-dalarna-ar", "vy=utforska&innehall=summa&upplosning=ar"),
    ("linje-dalarna-rullande", "vy=utforska&innehall=etableringsersattning&upplosning=rullande12&tid=senaste-6"),
    ("linje-dalarna-andel", "vy=utforska&innehall=summa&matt=andel"),
    ("linje-dalarna-index", "vy=utforska&innehall=summa,sjukpenning&matt=index"),
    ("linje-dalarna-forandring", "vy=utforska&innehall=summa&matt=forandring"),
    ("linje-axel-noll", "vy=jamfor&tabell=bas&omrade=2080,2081&axel=noll&upplosning=ar"),
    ("linje-axel-anpassad", "vy=utforska&innehall=summa&axel=anpassad&upplosning=ar"),
    ("linje-dalarna-en-period", "vy=utforska&innehall=summa&tid=2025H2"),
    ("linje-2024-12", "vy=utforska&utgava=2024-12&innehall=summa"),
    ("yta-dalarna", "vy=utforska&diagram=yta"),
    ("yta-grupper", "vy=utforska&diagram=yta&innehall=grupp-ohalsa,grupp-arbetsloshet,ekonomiskt-bistand"),
    ("yta-riket", "vy=utforska&tabell=helarsekvivalenter-riket&diagram=yta"),
    ("yta-bas", "vy=utforska&tabell=bas&omrade=2081&diagram=yta&upplosning=ar"),
    ("andel-dalarna", "vy=utforska&diagram=andel"),
    ("andel-grupper", "vy=utforska&diagram=andel&innehall=grupp-ohalsa,grupp-arbetsloshet,ekonomiskt-bistand"),
    ("andel-bas", "vy=utforska&tabell=bas&omrade=2081&diagram=andel&upplosning=ar"),
    ("stapel-dalarna", "vy=utforska&diagram=stapel"),
    ("stapel-arbetsloshet", "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080,2081"),
    ("stapel-antal", "vy=utforska&tabell=bas&innehall=arbetslosa&diagram=stapel&upplosning=ar"),
    ("forandring-sysselsattning", "vy=utforska&tabell=bas&diagram=forandring&omrade=2034"),
    ("forandring-antal", "vy=utforska&tabell=bas&innehall=studerande&diagram=forandring&upplosning=ar"),
    ("karta-dalarna", "diagram=karta&omrade=20,2080"),
    ("karta-lika", "diagram=karta&innehall=arbetsloshet&omrade=forbund:falun-borlange,2085&klasser=lika"),
    ("karta-antal", "diagram=karta&innehall=arbetslosa&matt=antal&upplosning=ar"),
    ("karta-riket", "diagram=karta&omrade=00&tabell=bas&matt=forandring&innehall=studerande"),
    ("spridning-dalarna", "diagram=spridning&omrade=2080,2081"),
    ("spridning-sjuka", "diagram=spridning&omrade=forbund:norra-dalarna&innehall=sjuka,pensionarer&upplosning=ar"),
    ("spridning-antal", "diagram=spridning&tabell=bas&innehall=arbetslosa,studerande&matt=antal"),
    ("smadiagram-dalarna", "vy=utforska&diagram=smadiagram"),
    ("smadiagram-kommuner", "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=smadiagram&upplosning=ar"),
    ("smadiagram-fyra", "tabell=bas&omrade=2080,2081,2084,00&innehall=sjuka&matt=andel&diagram=smadiagram"),
    ("smadiagram-egen", "tabell=bas&omrade=2080,2081&diagram=smadiagram&skala=egen&upplosning=ar"),
    ("tabell-riket", "vy=utforska&tabell=helarsekvivalenter-riket&diagram=tabell&innehall=summa,folkmangd"),
    ("linje-riket-andel", "vy=utforska&tabell=helarsekvivalenter-riket&innehall=summa&matt=andel"),
    ("linje-publicerat", "vy=utforska&tabell=helarsekvivalenter-publicerat&matt=andel&omrade=20,00,2034"),
    ("tabell-publicerat", "vy=utforska&tabell=helarsekvivalenter-publicerat&omrade=2081&diagram=tabell"),
    ("linje-publicerat-tom", "vy=utforska&tabell=helarsekvivalenter-publicerat&omrade=2062&tid=2022H1..2022H2"),
    ("stapel-uppsala", "omrade=0380&vy=utforska&innehall=summa&matt=andel"),
    ("stapel-uppsala-kvinnor", "omrade=0380&vy=utforska&innehall=sjukpenning&kon=2&diagram=stapel"),
    ("tabell-uppsala-man", "omrade=0331,0380&innehall=summa&kon=1&diagram=tabell"),
    ("stapel-uppsala-lan", "omrade=03&vy=utforska&kon=2"),
    ("andel-uppsala-lan", "omrade=03,0380&matt=andel"),
    ("linje-kvinnor-saknas", "omrade=20&vy=utforska&innehall=summa&kon=2&alder=20-65"),
    ("jamfor-falun-borlange-riket", "vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad"),
    ("jamfor-kommun-riket", "vy=jamfor&omrade=2039,00&innehall=arbetsloshet&upplosning=halvar"),
    ("jamfor-fyra", "vy=jamfor&omrade=2080,2081,2084,2085,20&innehall=arbetsloshet"),
    ("jamfor-antal", "vy=jamfor&omrade=2080,2081&innehall=arbetslosa"),
    ("jamfor-forbund", "vy=jamfor&omrade=forbund:falun-borlange,forbund:norra-dalarna,00&upplosning=halvar"),
    ("jamfor-grupp-andel", "vy=jamfor&omrade=grupp:Siljan(2029+2031+2062),20&innehall=sjuka&matt=andel&upplosning=ar"),
    ("jamfor-stapel", "vy=jamfor&omrade=2080,2081,2084,20,00&diagram=stapel&innehall=arbetskraftsdeltagande"),
];

#[test]
fn figures_show_what_their_links_ask_for() {
    let library = Library::open();
    for (name, link) in FIGURES {
        insta::assert_snapshot!(name, figure(&library, link));
    }
}

#[test]
fn figures_speak_english() {
    let library = Library::open();
    for (name, link) in FIGURES {
        insta::assert_snapshot!(format!("{name}-en"), figure(&library, &format!("{link}&sprak=en")));
    }
}

#[test]
fn the_overview_of_an_area() {
    let library = Library::open();
    for (name, link) in [
        ("oversikt", ""),
        ("oversikt-en", "sprak=en"),
        ("oversikt-2024-12", "utgava=2024-12"),
        ("oversikt-2081", "omrade=2081"),
        ("oversikt-riket", "omrade=00"),
        ("oversikt-uppsala", "omrade=0380"),
        ("oversikt-uppsala-kvinnor", "omrade=03&kon=2"),
    ] {
        insta::assert_snapshot!(name, overview(&library, link));
    }
}

#[test]
fn chart_options_are_plain_json() {
    let library = Library::open();
    let style = |dark, compact, patterns| Style { dark, compact, height: 396, patterns };
    for (name, link, style) in [
        ("val-linje", "vy=utforska&innehall=summa,sjukpenning&tid=2023H1..", style(false, false, false)),
        ("val-yta-liten", "vy=utforska&diagram=yta&tid=2024H1..", style(true, true, true)),
        ("val-yta", "vy=utforska&diagram=yta&tid=2024H1..", style(false, false, false)),
        ("val-stapel", "vy=jamfor&diagram=stapel&innehall=arbetsloshet", style(false, false, false)),
        ("val-forandring", "vy=jamfor&diagram=forandring&omrade=2031,2085", style(true, false, false)),
    ] {
        insta::assert_snapshot!(name, options(&library, link, style));
    }
}
