//! What a copy says of itself, to the presenter and to the reader: what it is,
//! what is inside, how old it is, and where the rest is.

use super::Source;
use faktabank_tables::statistics::AreaCode;

/// The file for the presenter.
pub(super) const READ_ME: &str = "LÄS-MIG.txt";

/// What a single file says first where no script runs: in the preview of a
/// mail program, for one.
pub(super) const WITHOUT_SCRIPTS: &str = "\n    <p>Spara filen och öppna den i Edge, Chrome, Firefox eller Safari: \
    förhandsvisningen i ett e-postprogram räcker inte.</p>\n    <p lang=\"en\">Save the file and open it in Edge, \
    Chrome, Firefox or Safari: the preview of a mail program is not enough.</p>";

/// The text for the presenter, as Notepad shows it: with a mark of its
/// encoding, and lines that end as in Windows.
pub(super) fn read_me(source: &Source) -> String {
    let Facts { edition, published, area, .. } = facts(source);
    let modelled = if source.manifest.editions.iter().any(|edition| edition.modelled) {
        " Utgåvan modell är påhittade exempelsiffror, märkta så på sidan. De säger ingenting om kommunerna."
    } else {
        ""
    };
    let lines = [
        &format!("FAKTABANKEN I EN MAPP: utgåva {edition}, publicerad {published}. Fungerar utan nät."),
        "",
        "1. Packa upp hela zip-filen först: högerklicka på den och välj ”Extrahera alla”.",
        "2. Dubbelklicka på index.html. Den öppnas i Edge, Chrome, Firefox eller Safari, i en version från 2023 eller senare.",
        "3. Välj det du vill visa. Adressen överst säger alltid vad som visas: spara den som bokmärke så hittar du tillbaka.",
        "4. Tryck F11 för helskärm, Ctrl och + för större text, Alt och vänsterpil för att backa.",
        "Flytta gärna mappen, till exempel till ett USB-minne, men låt allt i den ligga kvar tillsammans.",
        &format!(
            "Kvinnor, män och andra åldrar än 20–64 år finns med för {area}, där siffrorna är uppdelade så.{modelled}"
        ),
        "Nyare siffror kan ha kommit sedan mappen gjordes: de finns i Faktabanken på webben. Källorna står under ”Om siffrorna”.",
        "In English: open index.html and press “English” at the top of the page.",
    ];
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

/// What stands below the explorer in the folder.
pub(super) fn below_folder(source: &Source) -> String {
    let Facts { edition, published, .. } = facts(source);
    // The style sheet hides what only a page without its files should say: the
    // page opened from within the zip file.
    below(
        &format!("En kopia av Faktabanken för bruk utan nät: utgåva {edition}, publicerad {published}."),
        &format!("A copy of the Fact Bank for use without a network: edition {edition}, published {published}."),
        "\n    <p class=\"unpacked\">Visas inga siffror? Packa upp hela zip-filen och öppna index.html i mappen som \
         blir till.</p>\n    <p class=\"unpacked\" lang=\"en\">No figures? Unpack the whole zip file and open \
         index.html in the folder that it makes.</p>",
    )
}

/// What stands below the explorer in a single file: whose work is in it goes
/// with it, and has no other place.
pub(super) fn below_single(source: &Source, licences: &str) -> String {
    let Facts { edition, published, area, area_en } = facts(source);
    below(
        &format!(
            "Den här filen är en kopia av Faktabanken med siffror för {area}: utgåva {edition}, publicerad \
             {published}. Andra områden finns inte i den här filen, men i Faktabanken på webben."
        ),
        &format!(
            "This file is a copy of the Fact Bank with figures for {area_en}: edition {edition}, published \
             {published}. Other areas are not in this file, but in the Fact Bank on the web."
        ),
        &format!(
            "\n    <details class=\"licences-inside\">\n      <summary><span lang=\"sv\">Programvaran i filen och dess \
             licenser</span><span lang=\"en\">The software in this file and its licences</span></summary>\n      \
             <pre>{}</pre>\n    </details>",
            licences
                .trim_start_matches('\u{feff}')
                .trim_end()
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
        ),
    )
}

fn below(sv: &str, en: &str, more: &str) -> String {
    format!("\n  <div class=\"copy\">\n    <p lang=\"sv\">{sv}</p>\n    <p lang=\"en\">{en}</p>{more}\n  </div>")
}

/// What there is to say of a copy.
struct Facts {
    edition: String,
    published: String,
    area: String,
    area_en: String,
}

fn facts(source: &Source) -> Facts {
    let current = source.manifest.edition(&source.manifest.current);
    let name = source.areas.name(source.area);
    let (area, area_en) = match source.area {
        AreaCode::Country => ("riket".to_owned(), "Sweden".to_owned()),
        _ => (format!("{name} och riket"), format!("{name} and Sweden")),
    };
    Facts {
        edition: source.manifest.current.to_string(),
        published: current.map(|edition| edition.published.clone()).unwrap_or_default(),
        area,
        area_en,
    }
}
