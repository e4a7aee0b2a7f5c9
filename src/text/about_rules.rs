//! The prose of the page about the figures, continued: quality, how headlines
//! are written, use and citation.

use crate::statistics::Phrase;

const fn phrase(sv: &'static str, en: &'static str) -> Phrase {
    Phrase { sv, en }
}

/// What is to be known of the figures before they are compared.
pub const QUALITY_POINTS: [Phrase; 5] = [
    phrase(
        "Det senaste året är preliminärt: siffrorna kan ändras när SCB uppdaterar tabellen, två gånger om året. \
         Preliminära perioder är streckade i linjer och kursiva i tabeller.",
        "The newest year is preliminary: the figures may change when Statistics Sweden updates the table, twice a \
         year. Preliminary periods are dashed in lines and in italics in tables.",
    ),
    phrase(
        "Den som saknar kommun någon del av tiden räknas inte med. Riket är därför något lägre i SCB:s månadstabell \
         än i den årliga publiceringen.",
        "Those without a municipality for part of the time are left out. Sweden is therefore slightly lower in the \
         monthly table than in the annual publication.",
    ),
    phrase(
        "Har en kommun inte rapporterat ekonomiskt bistånd blir summan och andelen för låga. De märks ut, och de \
         räknas aldrig som lägst.",
        "Where a municipality has not reported social assistance, the total and the share are too low. They are \
         marked, and never count as the lowest.",
    ),
    phrase(
        "I BAS lägger SCB till små slumpvisa ändringar som skyddar enskilda personer: delar och summor kan skilja sig \
         med några personer. Hela serien räknades om i maj 2026.",
        "In BAS, Statistics Sweden adds small random changes that protect individuals: parts and totals may differ by \
         a few persons. The whole series was revised in May 2026.",
    ),
    phrase(
        "Helårsekvivalenterna är inte officiell statistik.",
        "The full-year equivalents are not official statistics.",
    ),
];

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

/// What may be done with the figures, and how to say where they are from.
pub const LICENCE_POINTS: [Phrase; 3] = [
    phrase(
        "SCB:s öppna statistik får användas fritt (CC0). För siffror ur andra källor gäller källans villkor; källan \
         står under varje figur.",
        "The open statistics of Statistics Sweden may be used freely (CC0). Figures of other sources follow the \
         terms of the source, which stands under every figure.",
    ),
    phrase(
        "Hänvisa till källan som står under figuren, Faktabanken, utgåvan och figurens adress. Till exempel: SCB, \
         Helårsekvivalenter; Faktabanken, utgåva 2026-06.",
        "Cite the source that stands under the figure, the Fact Bank, the edition and the address of the figure. For \
         example: Statistics Sweden, full-year equivalents; the Fact Bank, edition 2026-06.",
    ),
    phrase(
        "Länken till en figur med utgåva i adressen visar alltid samma siffror; utan utgåva visar den de nyaste.",
        "The link to a figure with an edition in its address always shows the same figures; without one it shows \
         the newest.",
    ),
];
