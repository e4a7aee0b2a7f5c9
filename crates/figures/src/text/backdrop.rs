//! The words of what stands behind the lines of a figure: riket, and what
//! happened meanwhile.

use super::ui::phrases;
use faktabank_tables::statistics::Phrase;

phrases! {
    BEHIND = "I diagrammet", "In the chart";
    COUNTRY_LINE = "Visa riket som jämförelse", "Show Sweden to compare with";
    EVENTS = "Visa händelser", "Show events";
    EVENTS_ARE = "Händelserna är markerade för sammanhangets skull. De säger inte varför siffrorna har ändrats.",
        "The events are marked for context. They do not say why the figures have changed.";
    NO_EVENTS = "Ingen av de händelser som Faktabanken känner till började under de perioder som visas.",
        "None of the events that the Fact Bank knows of began in the periods shown.";
    EVENTS_FAILED = "Händelserna kunde inte hämtas, så inga är markerade. {0} Bocka ur rutan och i den igen för att försöka på nytt.",
        "The events could not be fetched, so none are marked. {0} Clear the box and tick it again to try once more.";
    EVENT = "{0}. {1}: {2} Källa: {3}.", "{0}. {1}: {2} Source: {3}.";
    COUNTRY_BEHIND = "Riket är den tunna, streckade grå linjen.",
        "Sweden is the thin, dashed grey line.";
    WHOLES_BEHIND = "{0} är den tunna grå linjen, riket den streckade.",
        "{0} is the thin grey line, Sweden the dashed one.";
    COUNTRY_OF_COUNTS = "Riket går att visa som jämförelse till andelar, index och förändringar. Antalet i hela landet är så mycket större att alla andra linjer skulle bli platta.",
        "Sweden can be shown to compare shares, indices and changes with. The number of the whole country is so much larger that every other line would be flat.";
    COUNTRY_OF_EACH = "Lägg till riket bland områdena för att jämföra kvinnor och män med kvinnor och män i riket.",
        "Add Sweden to the areas to compare women and men with women and men in Sweden.";
    COUNTRY_OF_SEVERAL = "Välj ett enda mått för att jämföra med riket.",
        "Choose one indicator to compare with Sweden.";
}
