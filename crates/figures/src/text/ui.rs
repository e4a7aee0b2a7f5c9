//! The words around the figures: menus, buttons, labels, states and failures.
//!
//! Fixed phrases alone; what says something about numbers is `figure`'s.

use super::{list, modelled, number};
use faktabank_tables::statistics::{Language, Phrase, Provenance};

/// Declares phrases, each documented by its Swedish words.
macro_rules! phrases {
    ($($name:ident = $sv:literal, $en:literal;)*) => {
        $(#[doc = $sv] pub const $name: Phrase = Phrase { sv: $sv, en: $en };)*
    };
}
pub(super) use phrases;

phrases! {
    // The frame of the page.
    SITE = "Faktabanken", "The Fact Bank";
    SKIP = "Hoppa till innehållet", "Skip to the content";
    MENU = "Sidor", "Pages";
    OVERVIEW = "Översikt", "Overview";
    EXPLORE = "Utforska", "Explore";
    COMPARE = "Jämför", "Compare";
    SHEET = "Faktablad", "Fact sheet";
    ABOUT = "Om siffrorna", "About the figures";
    ABOUT_SHORT = "Om", "About";
    ABOUT_REST = "\u{a0}siffrorna", "\u{a0}the figures";
    GALLERY = "Alla figurer", "All figures";
    GALLERY_LEAD = "Varje slags figur i sina lägen, också tom, på väg och utebliven: för den som utvecklar eller redigerar.",
        "Every kind of figure in its states, also empty, on its way and failed: for those who develop or edit.";
    OTHER_LANGUAGE = "English", "Svenska";
    THEME_LIGHT = "Ljust läge", "Light mode";
    THEME_DARK = "Mörkt läge", "Dark mode";
    FOOTER = "Källor: SCB, Försäkringskassan, Arbetsförmedlingen och kommunerna. Siffrorna är öppna data.",
        "Sources: Statistics Sweden, Försäkringskassan, Arbetsförmedlingen and the municipalities. The figures are open data.";

    PUBLISHED_BY = "Ges ut av", "Published by";
    NEXT_UPDATE = "Nästa uppdatering: {0}", "Next update: {0}";
    ACCESSIBILITY = "Tillgänglighetsredogörelse", "Accessibility statement";

    // States.
    LOADING = "Hämtar siffror", "Fetching figures";
    FAILED = "Siffrorna kunde inte visas", "The figures could not be shown";
    RETRY = "Försök igen", "Try again";
    CANCEL = "Avbryt", "Stop";
    FILES = "{0} av {1} filer, {2} av {3} {4}", "{0} of {1} files, {2} of {3} {4}";
    UPDATED = "Diagram och tabell uppdaterade", "Chart and table updated";
    NOTICES = "Länken kunde inte följas helt", "The link could not be followed in full";
    NO_CHART = "Diagrammet kunde inte ritas. Siffrorna finns i tabellen.",
        "The chart could not be drawn. The figures are in the table.";

    // What could not be shown as asked.
    ONE_AREA_ONLY = "Diagrammet visar ett område i taget, det som valdes först.",
        "The chart shows one area at a time, the one chosen first.";
    ONE_CONTENTS_ONLY = "Med flera områden visas ett mått i taget, det som valdes först.",
        "With several areas, one indicator is shown at a time, the one chosen first.";
    TWO_CONTENTS_ONLY = "Diagrammet jämför två mått, de två som valdes först.",
        "The chart compares two indicators, the two chosen first.";

    // A figure.
    NOT_SAVED = " Webbläsaren ville inte spara filen. Tabellen kan markeras och kopieras i stället.",
        " The browser would not save the file. The table can be selected and copied instead.";
    FIGURE_ADDRESS = "Figuren finns på", "The figure is at";
    AREA_HEAD = "Område", "Area";
    ROW = "Rad", "Row";
    SHOW_TABLE = "Visa tabell", "Show table"; MORE_NOTES = "Fler noter ({0})", "More notes ({0})";
    FILTER_ROWS = "Visa rader med", "Show rows with";
    ROWS_LEFT = "{0} av {1} rader", "{0} of {1} rows";
    SOURCE = "Källa", "Source";
    EDITION = "Utgåva", "Edition";
    NOTES = "Att tänka på", "Worth knowing";
    FORMER_EDITION = "Siffrorna som de var i utgåva {0}", "The figures as they were in edition {0}";
    NEWEST_EDITION = "Visa den nyaste utgåvan", "Show the newest edition";
    OPEN_WHOLE = "Öppna i Faktabanken", "Open in the Fact Bank";
    NO_MAP = "Kartan kunde inte hämtas. Siffrorna finns i listan och i tabellen.",
        "The map could not be fetched. The figures are in the list and in the table.";
    POINT = "Peka på en kommun, eller gå med piltangenterna.",
        "Point at a municipality, or use the arrow keys.";
    POINT_OR_CHOOSE = "Peka på en kommun för att läsa av den. Tryck för att välja den.",
        "Point at a municipality to read its figure. Press to choose it.";
    POINT_OR_OPEN = "Tryck på en kommun för att gå till den, eller välj den i listan.",
        "Press a municipality to go to it, or choose it in the list.";
    TO_MAP = "Öppna kartan", "Open the map";
    HELD = "Tryck igen för att släppa.", "Press again to let go.";
    SORT_BY = "Sortera efter", "Sort by";
    PRELIMINARY = "preliminärt", "preliminary";
    FORECAST = "prognos", "forecast";
    SYMBOLS = "Tecken i tabellen", "Symbols of the table";
    NO_VALUE = "uppgift saknas eller är inte rapporterad", "not available or not reported";
    UNDERSTATED = "för låg eller osäker: {0} är inte rapporterat", "too low or uncertain: {0} has not been reported";
    PARTIAL = "gäller en del av områdets kommuner", "of some of the area’s municipalities";
    ITALIC = "Kursiv", "Italic";
    CHART_KINDS = "Diagram", "Chart";
    SERIES = "Serier", "Series";

    // Choices.
    CHOICES = "Välj vad som visas", "Choose what is shown";
    TOPIC = "Statistik", "Statistics";
    CONTENTS = "Innehåll", "Contents";
    INDICATOR = "Mått", "Indicator";
    AREAS = "Områden", "Areas";
    RESOLUTION = "Tidsperiod", "Time unit";
    MEASURE = "Visa som", "Show as";
    AXIS = "Axeln börjar", "The axis starts";
    AT_ZERO = "På noll", "At zero";
    NEAR_LOWEST = "Nära lägsta värdet", "Near the lowest value";
    PERIOD = "Period", "Period";
    FIRST_PERIOD = "Från", "From";
    LAST_PERIOD = "Till", "To";
    PLAY = "Spela upp", "Play";
    PAUSE = "Pausa", "Pause";
    NEXT_PERIOD = "Nästa period", "Next period";
    NEWEST_MONTHS = "Länken följer med tiden: alltid de {0} senaste månaderna", "The link moves with time: always the {0} newest months";
    NEWEST_QUARTERS = "Länken följer med tiden: alltid de {0} senaste kvartalen", "The link moves with time: always the {0} newest quarters";
    NEWEST_HALVES = "Länken följer med tiden: alltid de {0} senaste halvåren", "The link moves with time: always the {0} newest half-years";
    NEWEST_YEARS = "Länken följer med tiden: alltid de {0} senaste åren", "The link moves with time: always the {0} newest years";
    NEWEST_TWELVES = "Länken följer med tiden: alltid de {0} senaste tolvmånadersperioderna",
        "The link moves with time: always the {0} newest spans of twelve months";
    RESET = "Återställ", "Reset";
    SEARCH_AREA = "Sök kommun, län eller förbund", "Search municipality, county or association";
    NO_MATCH = "Inget område heter så", "No area is called that";
    REMOVE = "Ta bort", "Remove";
    ADD = "Lägg till", "Add";
    ADD_COUNTRY = "Lägg till riket", "Add Sweden";
    SHOW_COUNTRY = "Visa riket", "Show Sweden";
    CHANGE_AREA = "Byt område", "Change area";
    BY_COUNTY = "Välj ur ett län", "Choose from a county";
    WHOLE_COUNTY = "Hela {0}", "All of {0}";
    FULL = "Högst {0} områden ryms i taget. Ta bort något för att lägga till ett annat.",
        "At most {0} areas fit at a time. Remove one to add another.";
    COUNTY_HEAD = "Län", "County";
    ALL_OF_COUNTY = "Visa länets alla {0} kommuner", "Show all {0} municipalities of the county";
    TOO_MANY_OF_COUNTY = "Länets {0} kommuner är fler än de {1} som ryms i ett diagram. Rangordningen visar alla.",
        "The county’s {0} municipalities are more than the {1} that fit in a chart. The ranking shows them all.";
    ASSOCIATIONS = "Samordningsförbund", "Coordination associations";
    MEMBERS_UNSURE = "{0} (uppgift som inte är bekräftad)", "{0} (not confirmed)";
    ENDED = "{0}; upphörde {1}", "{0}; ended {1}";
    OWN_GROUP = "Slå ihop områden", "Combine areas";
    GROUP_NEEDS = "Välj minst två områden först. De kan sedan räknas ihop till ett.",
        "Choose at least two areas first. They can then be counted together as one.";
    GROUP_COUNTS = "Räknas ihop: {0}.", "Counted together: {0}.";
    GROUP_NAME = "Gruppens namn", "Name of the group";
    MAKE_GROUP = "Räkna ihop", "Count together";
    NO_FIGURES_FOR = "Här finns inga siffror för {0}.", "There are no figures for {0} here.";
    CHOSEN_AREAS = "Valda områden", "Chosen areas";
    COUNTRY = "Riket", "Country";
    COUNTY = "län", "county";
    MUNICIPALITY = "kommun", "municipality";
    ASSOCIATION = "samordningsförbund", "coordination association";
    RANK_PERIOD = "Rangordningen gäller den sista perioden", "The ranking is for the last period";

    SEX = "Kön", "Sex";
    BOTH_SEXES = "Alla", "All";
    WOMEN = "Kvinnor", "Women";
    MEN = "Män", "Men";
    AGE = "Ålder", "Age";

    // Kinds of figures.
    LINE = "Linje", "Line";
    AREA = "Yta", "Area";
    PROPORTION = "Fördelning", "Distribution";
    BAR = "Rangordning", "Ranking";
    CHANGE_FIGURE = "Förändring", "Change";
    MAP = "Karta", "Map";
    SMALL_CHARTS = "Små diagram", "Small charts";
    SCALES = "Skala", "Scale";
    ONE_SCALE = "Samma för alla", "The same for all";
    OWN_SCALES = "Egen skala", "One each";
    SCATTER = "Samband", "Correlation";
    ACROSS = "Vågrätt", "Across";
    UP = "Lodrätt", "Up";
    CLASSES = "Klasser", "Classes";
    QUANTILES = "Lika många kommuner i varje", "As many municipalities in each";
    EQUAL_STEPS = "Lika breda", "As wide as each other";
    TABLE = "Tabell", "Table";

    // Measures.
    COUNT = "Antal", "Count";
    LEVEL = "Som publicerat", "As published";
    SHARE = "Andel", "Share";
    INDEX = "Index", "Index";
    CHANGE = "Förändring på ett år", "Change over a year";

    // A ranking.
    ORDER = "Ordna efter", "Order by";
    BY_VALUE = "Värde", "Value";
    BY_NAME = "Namn", "Name";
    BY_CHANGE = "Förändring på ett år", "Change over a year";
    FIND_BAR = "Sök i rangordningen", "Search the ranking";
    ON_PAPER = "På papper: de {0} första och de {0} sista, de valda och riket.",
        "On paper: the first {0} and the last {0}, those chosen and Sweden.";
    BARS_SHOWN = "{0} av {1} visas. De valda och riket är alltid med.",
        "{0} of {1} are shown. Those chosen and Sweden are always there.";

    // A comparison.
    SIDE_BY_SIDE = "Sida vid sida", "Side by side";
    SWAP = "Byt ut", "Replace";
    SWAPPING = "Sök eller välj det område som ska ersätta {0}.", "Search or choose the area that is to replace {0}.";
    COUNT_PLACES = "Visa plats bland alla kommuner i landet", "Show the place among all municipalities of the country";

    // The fact sheet.
    SHEET_OF = "Faktablad: {0}", "Fact sheet: {0}";
    PRINT = "Skriv ut", "Print";
    MEMBERS = "Kommuner", "Municipalities";
    PLAN = "Planens mått", "The plan’s indicators";
    PLAN_WHY = "Så följer förbunden upp sina planer: årets genomsnitt jämfört med ett startår.",
        "This is how the associations’ plans measure: the mean of the year against a year to start from.";
    BASE_YEAR = "Utgå från", "Start from";
    TARGET = "Mål", "Target";
    NO_TARGET = "Inget mål", "No target";
    TARGET_OF = "{0} procent färre", "{0} per cent fewer";
    SHEET_SOURCE = "Tabellens källa: {0}.", "Source of the table: {0}.";
    SHEET_ADDRESS = "Faktabanken, {0}", "The Fact Bank, {0}";

    // The overview.
    GUIDE = "Hur går det i din kommun? Byt område ovan, eller välj den i listan längst ner.",
        "How is your municipality doing? Change the area above, or choose it in the list below.";
    MUNICIPALITIES = "Kommunerna", "The municipalities";
    KEY_NUMBERS = "Nyckeltal", "Key figures";
    BESIDE_COUNTRY = "Jämfört med riket", "Compared with Sweden";
    ALL_TOPICS = "Alla ämnen", "All topics";
    NUMBER = "Nu", "Now";
    DIFFERENCE = "Förändring", "Change";
    BESIDE = "Länet och riket", "County and country";
    PLACE = "Plats i landet", "Place in the country";
    TO_TOPIC = "Mer om {0}", "More on {0}";
    LEFT_OUT = "Det finns inga siffror om {0} för {1}.", "There are no figures on {0} for {1}.";
    NEAREST = "Visa det som ligger närmast", "Show what is nearest";
    EXPLORE_COUNTRY = "Visa rikets siffror", "Show the figures of the country";
    MUNICIPALITY_HEAD = "Kommun", "Municipality";
    OVER_TIME = "{0} över tid", "{0} over time";
}

/// The name of a provenance, as it marks a figure.
pub const fn provenance(provenance: Provenance) -> Phrase {
    match provenance {
        Provenance::Official => Phrase { sv: "Myndighetens egna siffror", en: "The agency’s own figures" },
        Provenance::Published => Phrase { sv: "Publicerade siffror", en: "Published figures" },
        Provenance::Digitised => Phrase { sv: "Avlästa siffror", en: "Figures read off a chart" },
        Provenance::Modelled => modelled::NAME,
    }
}

/// What went wrong with a file, as the reader needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer.
    Unreachable,
    /// The file is not there, or the server refuses; its status.
    Status(u16),
    /// The answer broke off.
    Interrupted,
    /// The reader stopped it.
    Stopped,
    /// The bytes are not those that were published.
    Tampered,
    /// The bytes are as published but cannot be read.
    Unreadable,
    /// The layout of the data is newer than the page.
    TooNew,
}

/// What failed, in one sentence that names the file, and what it means.
pub fn trouble(trouble: Trouble, file: &str, language: Language) -> String {
    let (sv, en) = match trouble {
        Trouble::Unreachable => (
            "kunde inte hämtas: inget svar. Kontrollera nätet och försök igen.",
            "could not be fetched: no answer. Check the network and try again.",
        ),
        Trouble::Status(404) => ("finns inte på servern.", "does not exist on the server."),
        // What a copy for use without a network answers of what it leaves out.
        Trouble::Status(410) => (
            "finns inte i den här kopian av Faktabanken. Den finns i Faktabanken på webben.",
            "is not in this copy of the Fact Bank. It is in the Fact Bank on the web.",
        ),
        Trouble::Status(status) => {
            return match language {
                Language::Swedish => format!("Filen {file} kunde inte hämtas: servern svarade {status}."),
                Language::English => format!("The file {file} could not be fetched: the server answered {status}."),
            };
        }
        Trouble::Interrupted => ("kom inte fram hel. Försök igen.", "did not arrive whole. Try again."),
        Trouble::Stopped => ("är inte hämtad: hämtningen avbröts.", "has not been fetched: it was stopped."),
        Trouble::Tampered => (
            "är inte den som publicerades (kontrollsumman stämmer inte). Inget visas hellre än fel siffror.",
            "is not the one that was published (its checksum differs). Nothing is shown rather than wrong figures.",
        ),
        Trouble::Unreadable => (
            "kan inte läsas. Inget visas hellre än fel siffror.",
            "cannot be read. Nothing is shown rather than wrong figures.",
        ),
        Trouble::TooNew => (
            "är skriven för en nyare version av sidan. Ladda om sidan.",
            "is written for a newer version of the page. Reload the page.",
        ),
    };
    match language {
        Language::Swedish => ["Filen ", file, " ", sv].concat(),
        Language::English => ["The file ", file, " ", en].concat(),
    }
}

/// A parameter of a link that no version of the page knows.
pub fn unknown_parameter(name: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Länken säger ”{name}”, som sidan inte känner till. Det har hoppats över."),
        Language::English => format!("The link says “{name}”, which the page does not know. It has been ignored."),
    }
}

/// A value that a parameter of a link does not take.
pub fn invalid_value(name: &str, value: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Länkens ”{name}={value}” går inte att tolka. Det vanliga visas i stället."),
        Language::English => format!("The link’s “{name}={value}” cannot be read. The default is shown instead."),
    }
}

/// A value that the table or the edition does not hold.
pub fn not_in_table(name: &str, value: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("”{value}” ({name}) finns inte bland de här siffrorna. I stället visas det närmaste.")
        }
        Language::English => format!("“{value}” ({name}) is not among these figures. The nearest is shown."),
    }
}

/// A län, förbund or group whose areas are not all among the figures.
pub fn partly_in_table(name: &str, missing: &[String], language: Language) -> String {
    /// So many names are told; the rest are counted.
    const TOLD: usize = 6;
    let mut told: Vec<String> = missing.iter().take(TOLD).cloned().collect();
    if missing.len() > TOLD {
        let rest = number::count(missing.len() - TOLD);
        told.push(Phrase { sv: "{0} till", en: "{0} more" }.fill(language, &[&rest]));
    }
    Phrase {
        sv: "”{0}” kan inte visas helt: bland de här siffrorna saknas {1}.",
        en: "“{0}” cannot be shown in full: these figures lack {1}.",
    }
    .fill(language, &[name, &list::and(&told, language)])
}

/// More areas than fit side by side.
pub fn too_many_areas(most: usize, language: Language) -> String {
    match language {
        Language::Swedish => format!("Högst {most} områden ryms i taget. De första visas."),
        Language::English => format!("At most {most} areas fit at a time. The first are shown."),
    }
}

/// How far the loading has come: "3 av 22 filer, 0,4 av 2,9 MB"; empty while
/// that is not known.
pub fn progress((done, total): (usize, usize), (bytes, all): (usize, usize), language: Language) -> String {
    if total == 0 {
        return String::new();
    }
    let size = |bytes: usize| {
        let kilobytes = bytes as f64 / 1000.0;
        if all < 1_000_000 {
            number::whole(kilobytes, language)
        } else {
            number::decimal(kilobytes / 1000.0, 1, language)
        }
    };
    let unit = if all < 1_000_000 { "kB" } else { "MB" };
    FILES.fill(language, &[&done.to_string(), &total.to_string(), &size(bytes), &size(all), unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_in_files_and_bytes() {
        let words = |files, bytes| progress(files, bytes, Language::Swedish).replace('\u{a0}', " ");
        assert_eq!(words((3, 22), (420_000, 2_940_000)), "3 av 22 filer, 0,4 av 2,9 MB");
        assert_eq!(words((0, 2), (0, 92_400)), "0 av 2 filer, 0 av 92 kB");
        assert_eq!(words((0, 0), (0, 0)), "");
    }

    #[test]
    fn trouble_names_the_file() {
        assert_eq!(
            trouble(Trouble::Status(503), "manifest.json", Language::Swedish),
            "Filen manifest.json kunde inte hämtas: servern svarade 503."
        );
        assert_eq!(
            trouble(Trouble::Status(404), "bas/20.json", Language::English),
            "The file bas/20.json does not exist on the server."
        );
        assert_eq!(
            trouble(Trouble::Status(410), "bas/25.json", Language::Swedish),
            "Filen bas/25.json finns inte i den här kopian av Faktabanken. Den finns i Faktabanken på webben."
        );
    }
}
