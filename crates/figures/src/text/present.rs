//! The words around a figure that is shown to everyone in the room, and of the list of
//! figures that a presenter makes.

use super::ui::phrases;
use faktabank_tables::statistics::Phrase;

phrases! {
    PRESENT = "Visa", "Present";
    // In the panel of a figure.
    HEADING = "Visa för publik", "Present to an audience";
    SAYS = "Diagrammet fyller fönstret, med stor text. Lägg till fler diagram, så bläddrar du mellan dem med piltangenterna. Listan ligger i adressen: spara den som bokmärke.",
        "The chart fills the window, in large type. Add more charts, and the arrow keys lead from one to the next. The list is in the address: keep it as a bookmark.";
    PRESENT_THIS = "Visa det här diagrammet", "Present this chart";
    ADD = "Lägg till i bildspelet", "Add to the slide show";
    ADDED = "Tillagt. Bildspelet har {0} diagram.", "Added. The slide show has {0} charts.";
    FULL = "Bildspelet är fullt: {0} diagram ryms.", "The slide show is full: {0} charts fit.";
    // Of a list that has begun.
    LIST = "Bildspel", "Slide show";
    COUNT_ONE = "Bildspelet har ett diagram.", "The slide show has one chart.";
    COUNT = "Bildspelet har {0} diagram.", "The slide show has {0} charts.";
    START = "Visa bildspelet", "Present the slide show";
    TAKE_LAST = "Ta bort det senaste", "Remove the last one";
    // While it is shown.
    PREVIOUS = "Föregående", "Previous";
    NEXT = "Nästa", "Next";
    AT = "{0} av {1}", "{0} of {1}";
    LEAVE = "Avsluta visningen (Esc)", "Stop presenting (Esc)";
}
