//! The prose of the page about the figures: what is counted, by whom, and how
//! far it can be trusted.

use faktabank_tables::statistics::{Phrase, Provenance};

const fn phrase(sv: &'static str, en: &'static str) -> Phrase {
    Phrase { sv, en }
}

/// A word and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub word: Phrase,
    /// What it means.
    pub meaning: Phrase,
}

const fn term(word: Phrase, meaning: Phrase) -> Term {
    Term { word, meaning }
}

/// The title of the page.
pub const TITLE: Phrase = phrase("Om siffrorna", "About the figures");
/// What the page is, in a sentence.
pub const LEAD: Phrase = phrase(
    "Vad som räknas, vem som räknar, hur säkert det är och vad som är värt att veta innan du drar slutsatser.",
    "What is counted, who counts it, how certain it is and what to know before drawing conclusions.",
);
/// Over the definitions.
pub const DEFINITIONS: Phrase = phrase("Begrepp", "Definitions");
/// Over the tables.
pub const SOURCES: Phrase = phrase("Tabeller och källor", "Tables and sources");
/// Over the editions.
pub const EDITIONS: Phrase = phrase("Utgåvor", "Editions");
/// Over the marks of provenance.
pub const MARKS: Phrase = phrase("Så är siffrorna märkta", "How the figures are marked");
/// Over what is to be known of the figures' quality.
pub const QUALITY: Phrase = phrase("Kvalitet", "Quality");
/// Over the rules of headlines.
pub const HEADLINES: Phrase = phrase("Så skrivs rubrikerna", "How headlines are written");
/// Over licence and citation.
pub const LICENCE: Phrase = phrase("Använda och hänvisa", "Use and cite");
/// On the link to every figure in its states.
pub const GALLERY: Phrase = phrase(
    "Alla slags figurer på en sida (för den som utvecklar eller redigerar)",
    "Every kind of figure on one page (for those who develop or edit)",
);
/// Over the method.
pub const METHOD: Phrase = phrase("Så räknar sidan", "How the page computes");
/// Over the accessibility statement.
pub const ACCESSIBILITY: Phrase = phrase("Tillgänglighet", "Accessibility");
/// Beside the edition that is shown.
pub const SHOWN_EDITION: Phrase = phrase("visas nu", "shown now");
/// On the link to an edition.
pub const SHOW_EDITION: Phrase = phrase("Visa utgåvan", "Show the edition");
/// Before a link to the files.
pub const OPEN_DATA: Phrase =
    phrase("Alla siffror som öppna data (JSON-stat 2.0)", "All figures as open data (JSON-stat 2.0)");

/// On the link to a page of others with figures in it.
pub const EXAMPLE: Phrase = phrase(
    "Så ser figurer ut på en annan webbplats (ett exempel)",
    "What figures look like on another site (an example)",
);

/// Before the link to the libraries of the page.
pub const LIBRARIES: Phrase = phrase(
    "Sidan är byggd med fri programvara som andra har skrivit.",
    "The page is built with free software that others have written.",
);
/// On the link to them.
pub const LIBRARY_LICENCES: Phrase =
    phrase("Alla bibliotek och deras licenser (textfil)", "All libraries and their licences (a text file)");

/// Over what each contents of a table means.
pub const MEANINGS: Phrase = phrase("Det här räknas i tabellen", "What the table counts");
/// Over the areas of figures that are known in words alone.
pub const AREA: Phrase = phrase("Område", "Area");
/// Where nothing was said of an area in a year.
pub const NOT_QUOTED: Phrase = phrase("ej nämnt", "not mentioned");
/// The head of the source of a table.
pub const SOURCE: Phrase = phrase("Källa", "Source");
/// When an edition was published.
pub const PUBLISHED: Phrase = phrase("publicerad {0}", "published {0}");

/// What an edition is.
pub const EDITIONS_WHY: Phrase = phrase(
    "En utgåva är en uppsättning siffror som aldrig ändras efter att den publicerats. Statistik revideras: samma månad \
     kan ha andra siffror i en senare utgåva. En siffra gäller därför en utgåva, och äldre utgåvor finns kvar. Det \
     som skiljer utgåvorna åt är uträknat ur dem.",
    "An edition is a set of figures that is never changed once published. Statistics are revised: the same month may \
     have other figures in a later edition. A figure is therefore true of an edition, and older editions are kept. \
     What differs between editions is computed from them.",
);

/// The words of the field that are of no topic alone.
pub const TERMS: [Term; 1] = [term(
    phrase("Halvår", "Half-year"),
    phrase(
        "Medelvärdet per månad. Det jämförs med samma halvår ett tidigare år, eftersom säsongerna skiljer sig.",
        "The mean per month. It is compared with the same half of an earlier year, because of the seasons.",
    ),
)];

/// How the numbers of all topics are made.
pub const METHOD_POINTS: [Phrase; 5] = [
    phrase(
        "Halvår, år och tolv månader är medelvärden av månadsvärdena och kräver alla sina månader.",
        "Half-years, years and twelve months are means of the monthly values and need all of their months.",
    ),
    phrase(
        "Andelar räknas ur täljare och nämnare varje gång; de summeras eller medelvärdesbildas aldrig.",
        "Shares are computed from numerator and denominator every time; they are never summed or averaged.",
    ),
    phrase(
        "Ett saknat värde är aldrig noll: det ritas inte, summeras inte och visas med sitt tecken (.. eller .) i tabellen.",
        "A missing value is never zero: it is not drawn, not summed and shown by its symbol (.. or .) in the table.",
    ),
    phrase(
        "Län, förbund och egna grupper är summor av kommuner. Ett antal kräver att alla har rapporterat; en andel räknas \
         på dem som har det, och figuren säger hur många de är.",
        "Counties, associations and groups are sums of municipalities. A number needs all of them to have reported; a \
         share is of those that have, and the figure says how many they are.",
    ),
    phrase(
        "Siffror ur olika serier blandas aldrig i samma linje.",
        "Figures of different series are never mixed in one line.",
    ),
];

/// How the page can be used, and by whom it can be mended.
pub const ACCESSIBILITY_POINTS: [Phrase; 5] = [
    phrase(
        "Varje diagram har en rubrik som säger vad det visar och en tabell med samma siffror.",
        "Every chart has a headline that says what it shows, and a table with the same numbers.",
    ),
    phrase(
        "Allt går att nå med tangentbord. I ett diagram stegar piltangenterna genom perioderna, Esc avslutar.",
        "Everything can be reached by keyboard. In a chart the arrow keys step through the periods; Esc leaves.",
    ),
    phrase(
        "Färg är aldrig ensam bärare av betydelse: linjer och ytor har namn och tal bredvid sig.",
        "Colour never carries meaning alone: lines and areas have names and numbers beside them.",
    ),
    phrase(
        "Sidan följer enhetens val av ljust eller mörkt, hög kontrast och minskad rörelse. Inga kakor används.",
        "The page follows the device’s choice of light or dark, high contrast and reduced motion. It uses no cookies.",
    ),
    phrase(
        "Målet är WCAG 2.2 nivå AA, och varje sida prövas automatiskt i två webbläsare. Hittar du något som inte går \
         att använda: hör av dig till den som publicerar sidan, så får du siffrorna på annat sätt under tiden.",
        "The goal is WCAG 2.2 level AA, and every page is tested automatically in two browsers. If you find something \
         that cannot be used, tell those who publish the page; they can give you the figures in another way meanwhile.",
    ),
];

/// What a provenance means.
pub const fn provenance(provenance: Provenance) -> Phrase {
    match provenance {
        Provenance::Official => {
            phrase("Myndighetens egna siffror, som de publicerats.", "The agency’s own figures, as published.")
        }
        Provenance::Published => phrase(
            "Siffror som tryckts eller visats någon annanstans, exakta som tryckta.",
            "Figures printed or shown elsewhere, exact as printed.",
        ),
        Provenance::Digitised => phrase(
            "Avlästa ur ett publicerat diagram. Hur mycket de kan avvika står i bildtexten.",
            "Read off a published chart. How far they may be off is said in the caption.",
        ),
        Provenance::Modelled => phrase(
            "Påhittade för att visa och prova sidan i full skala. De säger ingenting om kommunerna.",
            "Invented to show and to test the page at full scale. They say nothing about the municipalities.",
        ),
    }
}
