//! The prose of the page about the figures, continued: how headlines are
//! written, use and citation.

use faktabank_tables::statistics::Phrase;

const fn phrase(sv: &'static str, en: &'static str) -> Phrase {
    Phrase { sv, en }
}

/// The rules that headlines follow.
pub const HEADLINE_POINTS: [Phrase; 6] = [
    phrase(
        "Rubrik och ingress räknas fram ur samma siffror som diagrammet. De säger bara det som siffrorna bär: ingen \
         förändring utan båda sina tal, och inget rekord som ryms i felmarginalen.",
        "Title and lead are computed from the same figures as the chart. They say only what the figures bear: no \
         change without both its numbers, and no record within the margin of error.",
    ),
    phrase(
        "Ett rekord gäller hela tabellen fram till den visade perioden, och minst två år måste ligga bakom.",
        "A record is against the whole table up to the period shown, and two years at least must lie behind it.",
    ),
    phrase(
        "Månader och halvår jämförs med samma månad eller halvår tidigare år. Andelar jämförs i procentenheter, mellan \
         de avrundade tal som visas.",
        "Months and half-years are compared with the same month or half of earlier years. Shares are compared in \
         percentage points, between the rounded numbers that are shown.",
    ),
    phrase(
        "Procent sägs bara om antal som var minst 100. Mindre antal sägs från och till, och vinner ingen rangordning \
         av förändringar.",
        "Per cent are told only of numbers that were 100 at least. Smaller ones are told from and to, and win no \
         ranking of changes.",
    ),
    phrase(
        "Avrundade antal: ”cirka” är inom 2 procent från det runda talet. ”Drygt” och ”närmare” är upp till 5 procent \
         över och under det.",
        "Rounded numbers: “about” is within 2 per cent of the round number. “Just over” and “nearly” are up to 5 per \
         cent above and below it.",
    ),
    phrase(
        "Områden som visar samma tal nämns tillsammans. Siffror som inte är hela är varken högst eller lägst.",
        "Areas that show the same number are named together. Figures that are not complete are neither highest nor \
         lowest.",
    ),
];

/// How to say where figures are from; `{0}` is an example of a statistic.
pub const CITATION: Phrase = phrase(
    "Hänvisa till källan som står under figuren, Faktabanken, utgåvan och figurens adress. Till exempel: {0}; \
     Faktabanken, utgåva 2026-06.",
    "Cite the source that stands under the figure, the Fact Bank, the edition and the address of the figure. For \
     example: {0}; the Fact Bank, edition 2026-06.",
);

/// What may be done with the figures, and how to say where they are from.
pub const LICENCE_POINTS: [Phrase; 2] = [
    phrase(
        "SCB:s öppna statistik får användas fritt (CC0). För siffror ur andra källor gäller källans villkor; källan \
         står under varje figur.",
        "The open statistics of Statistics Sweden may be used freely (CC0). Figures of other sources follow the \
         terms of the source, which stands under every figure.",
    ),
    phrase(
        "Länken till en figur med utgåva i adressen visar alltid samma siffror; utan utgåva visar den de nyaste.",
        "The link to a figure with an edition in its address always shows the same figures; without one it shows \
         the newest.",
    ),
];
