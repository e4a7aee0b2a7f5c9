//! The words of walking and hearing a chart.

use super::ui::phrases;
use faktabank_tables::statistics::Phrase;

phrases! {
    LEFT = "Du är ute ur diagrammet.", "You have left the chart.";
    LISTEN = "Lyssna", "Listen";
    SILENCE = "Tysta", "Silence";
    NO_TONES = "Webbläsaren kan inte spela toner.", "The browser cannot play tones.";
}
