//! What the model's table says of itself, so that nobody takes it for SCB's.

use faktabank_tables::statistics::{Exactness, Label, Source};

/// The edition's name in links.
pub(super) const EDITION: &str = "modell";

/// The table's name in links: the one that SCB's own gets when it is imported.
pub(super) const TABLE: &str = "helarsekvivalenter";

/// The day of the newest published figures that the model is bound to.
pub(super) const PUBLISHED: &str = "2026-06-29";

pub(super) fn edition() -> Label {
    Label::new(
        "Påhittade exempelsiffror för alla kommuner, kön och åldrar, tills SCB:s egen tabell har hämtats",
        "Invented example figures for all municipalities, sexes and ages, until SCB’s own table has been fetched",
    )
}

pub(super) fn label() -> Label {
    Label::new(
        "Samhällets stöd i alla kommuner, påhittade exempelsiffror",
        "Public support in all municipalities, invented example figures",
    )
}

pub(super) fn source() -> Source {
    Source {
        agency: "Faktabank".to_owned(),
        statistic: Label::new("Påhittade helårsekvivalenter", "Invented full-year equivalents"),
        table: String::new(),
        read_from: Label::new(
            "gjorda för att stämma med de siffror från SCB som har publicerats",
            "made to agree with those figures from SCB that have been published",
        ),
        url: String::new(),
        licence: "CC0 1.0".to_owned(),
        updated: PUBLISHED.to_owned(),
    }
}

pub(super) fn exactness() -> Exactness {
    Exactness {
        label: Label::new("de säger ingenting om kommunerna", "they say nothing about the municipalities"),
        part: 0.0,
        total: 0.0,
    }
}

pub(super) fn notes() -> Vec<Label> {
    vec![
        Label::new(
            "Siffrorna är påhittade exempel, gjorda för att visa och prova sidan i full skala. De är ingen statistik.",
            "The figures are invented examples, made to show and to test the page at full scale. They are no statistics.",
        ),
        Label::new(
            "Riket, Dalarna och några få kommuner och län följer siffror som har publicerats. För alla andra kommuner är nivå, förändring och fördelning på kön påhittade inom rimliga gränser och säger ingenting om kommunen.",
            "Sweden, Dalarna and a few municipalities and counties follow figures that have been published. For all other municipalities, level, change and division by sex are invented within reasonable limits and say nothing about the municipality.",
        ),
        Label::new(
            "Några kommuner saknar ekonomiskt bistånd för enstaka månader. Vilka det är har hittats på: i SCB:s tabell förekommer det att en kommun inte har rapporterat.",
            "Some municipalities lack social assistance for single months. Which ones has been invented: in SCB’s table it happens that a municipality has not reported.",
        ),
        Label::new(
            "Så är siffrorna gjorda: data/modell.md i källkoden.",
            "How the figures are made: data/modell.md in the source code.",
        ),
    ]
}
