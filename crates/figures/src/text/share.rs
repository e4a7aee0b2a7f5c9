//! The words of the panel that shares a figure and takes it along.

use super::ui::phrases;
use faktabank_tables::statistics::Phrase;

phrases! {
    SHARE = "Dela och ladda ner", "Share and download";

    // Downloads.
    DOWNLOAD = "Ladda ner", "Download";
    AS_PICTURE = "Diagrammet som bild", "The chart as a picture";
    PICTURE_SAYS = "Rubrik, källa och anmärkningar står i bilden.", "Headline, source and notes stand in the picture.";
    BARS_IN_PICTURE = "Bilden visar {0} av {1} staplar: de första, och alltid valda områden och riket. Alla finns i tabellen på Faktabanken.",
        "The picture shows {0} of {1} bars: the first ones, and always the areas chosen and Sweden. All are in the table at the Fact Bank.";
    PANELS_IN_PICTURE = "Bilden visar de {0} första av {1} diagram. Alla finns på Faktabanken.",
        "The picture shows the first {0} of {1} charts. All are at the Fact Bank.";
    PNG = "PNG, för dokument och presentationer", "PNG, for documents and slides";
    SVG = "SVG, för tryck och förstoring", "SVG, for print and enlargement";
    AS_TABLE = "Tabellen", "The table";
    XLSX = "Excel", "Excel";
    CSV = "CSV för Excel, med decimalkomma", "CSV with decimal comma, for Swedish Excel";
    PLAIN_CSV = "CSV för program, med decimalpunkt", "CSV with decimal point, for programs";
    PX = "PX för PxWin och PxEdit", "PX for PxWin and PxEdit";
    JSON_STAT = "JSON-stat", "JSON-stat";
    ALL_FIGURES = "Alla siffror bakom diagrammet", "All figures behind the chart";
    LONG_CSV = "CSV med en rad för varje siffra, så som de är publicerade",
        "CSV with a line for each figure, just as they were published";
    SIZE = "(cirka {0} MB)", "(about {0} MB)";
    SAVED = "Sparad: {0}", "Saved: {0}";
    MAKING = "Gör filen", "Making the file";

    // Link.
    LINK = "Länk", "Link";
    LINK_FIELD = "Länk till det som visas", "Link to what is shown";
    LINK_ON_DISK = "Den här kopian ligger på din dator. Länken fungerar bara här: spara den som bokmärke. Dela den från Faktabanken på webben.",
        "This copy is on your computer. The link works here alone: keep it as a bookmark. Share it from the Fact Bank on the web.";
    WHICH_FIGURES = "Vilka siffror ska länken och inbäddningen visa?", "Which figures shall link and embed show?";
    NEWEST = "Alltid de nyaste", "Always the newest";
    FROZEN = "De här, även när nyare finns", "These, also when newer ones exist";
    FROZEN_SAYS = "Utgåva {0}, {1}. När nyare siffror finns står det vid diagrammet, med en länk till dem.",
        "Edition {0}, {1}. When newer figures exist, the chart says so and links to them.";
    COPY_LINK = "Kopiera länken", "Copy the link";
    COPY_CODE = "Kopiera koden", "Copy the code";
    COPY_CITATION = "Kopiera hänvisningen", "Copy the citation";
    COPIED = "Kopierat.", "Copied.";
    NOT_COPIED = "Webbläsaren kopierade inte. Texten är markerad: tryck Ctrl+C.",
        "The browser did not copy. The text is selected: press Ctrl+C.";

    // Embed.
    EMBED = "Bädda in på en webbplats", "Embed in a website";
    EMBED_ON_DISK = "Den här kopian ligger på din dator och kan inte visas på en webbplats. Öppna samma diagram i Faktabanken på webben: där finns koden.",
        "This copy is on your computer and cannot be shown in a website. Open the same chart in the Fact Bank on the web: the code is there.";
    EMBED_FIELD = "Kod att klistra in", "Code to paste";
    KIND_OF_CODE = "Slag av kod", "Kind of code";
    WITH_SCRIPT = "Med skript: höjden följer diagrammet", "With a script: the height follows the chart";
    PLAIN_FRAME = "Bara en ram (iframe): fast höjd", "A frame (iframe) alone: fixed height";
    OPTIONS = "Vad som ska vara med", "What to include";
    WITH_TITLE = "Rubrik och text", "Headline and text";
    WITH_NOTES = "Anmärkningar under diagrammet", "Notes under the chart";
    WITH_TABLE = "Tabell under diagrammet", "Table under the chart";
    WITH_FRAME = "Ram", "A frame";
    READER_CHOOSES = "Läsaren kan välja", "The reader can choose";
    NOTHING = "Ingenting", "Nothing";
    THE_PERIOD = "Perioden", "The period";
    EVERYTHING = "Allt", "Everything";
    COLOURS = "Färger", "Colours";
    OF_THE_DEVICE = "Som läsarens enhet", "As the reader’s device";
    LIGHT = "Ljusa", "Light";
    DARK = "Mörka", "Dark";
    LANGUAGE = "Språk", "Language";
    SWEDISH = "Svenska", "Swedish";
    ENGLISH = "Engelska", "English";
    PREVIEW = "Så här blir det", "What it will look like";

    // Citation.
    CITATION = "Källhänvisning", "Citation";
    CITATION_FIELD = "Text för en källförteckning", "Text for a list of references";
}
