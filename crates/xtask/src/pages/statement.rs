//! The accessibility statement: what Swedish law asks of a public body's site, by the
//! order in which Digg has it, as a page of its own without any script.
//!
//! Settings (`data/site.toml`) say who answers for the site; what was tested, and what
//! does not work yet, is `data/accessibility.toml`. It knows no figures.

use super::settings::{Sender, Settings};
use crate::project;
use anyhow::{Context, Result, ensure};
use faktabank_figures::text::ui;
use faktabank_tables::statistics::{Label, Language, Phrase};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;
use std::cell::RefCell;
use std::fs;

/// What changes of the statement, below the project's folder.
const FILE: &str = "data/accessibility.toml";
/// Where one complains of a public body that does not mend what is reported.
const SUPERVISION: &str = "https://www.digg.se/tdosanmalan";

/// When the site was tested, and what it lacks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    /// The day of the newest assessment, `YYYY-MM-DD`.
    tested: String,
    /// The day on which the statement was last changed.
    updated: String,
    /// What does not work for everyone.
    #[serde(default)]
    lacks: Vec<Lack>,
}

/// Something that does not work for everyone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lack {
    /// Which criterion of WCAG it fails: "1.4.4".
    criterion: String,
    /// Whom it stops from what.
    what: Label,
    /// Why it is so, and what there is instead.
    why: Label,
}

impl State {
    /// That of the project.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or a day of it is none.
    pub(super) fn read() -> Result<Self> {
        let text = fs::read_to_string(project::root().join(FILE)).context(FILE)?;
        let state: Self = toml::from_str(&text).context(FILE)?;
        for day in [&state.tested, &state.updated] {
            let parts: Vec<usize> = day.split('-').map(str::len).collect();
            ensure!(parts == [4, 2, 2], "{FILE}: {day:?} is no day as 2026-12-01");
        }
        Ok(state)
    }
}

/// Where the statement lies, below the first page.
pub(super) const fn path(language: Language) -> &'static str {
    match language {
        Language::Swedish => "tillganglighet/",
        Language::English => "en/accessibility/",
    }
}

/// What `<html>` says of where the statement is, for the foot of the explorer: the
/// address in the settings, or the page made here; `file` names it where no server does.
pub(super) fn said(settings: &Settings, file: &str) -> Vec<(&'static str, String)> {
    let names = [("data-accessibility-sv", Language::Swedish), ("data-accessibility-en", Language::English)];
    let address = |language| match &settings.accessibility {
        Some(address) => address.clone(),
        // A language that the site lacks has the statement of its first one.
        None if settings.languages.contains(&language) => format!("{}{file}", path(language)),
        None => format!("{}{file}", path(Language::Swedish)),
    };
    names.map(|(name, language)| (name, address(language))).into()
}

/// The style sheets and the icon of a built page.
struct Look {
    styles: Vec<String>,
    icon: Option<String>,
}

impl Look {
    fn of(shell: &str) -> Result<Self> {
        let found = RefCell::new(Self { styles: Vec::new(), icon: None });
        let links = element!("link", |link| {
            let name = link.get_attribute("href").unwrap_or_default();
            let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
            match link.get_attribute("rel").as_deref() {
                Some("stylesheet") => found.borrow_mut().styles.push(name),
                Some("icon") => found.borrow_mut().icon = Some(name),
                _ => {}
            }
            Ok(())
        });
        rewrite_str(shell, RewriteStrSettings::new().append_element_content_handler(links))?;
        Ok(found.into_inner())
    }
}

/// The statement of a site, in one of its languages, as HTML; `index` is what the page of
/// a folder is called in an address.
///
/// # Errors
///
/// If the page that Trunk has made cannot be read.
pub(super) fn page(
    settings: &Settings,
    state: &State,
    (language, shell, index): (Language, &str, &str),
) -> Result<String> {
    let root = "../".repeat(path(language).matches('/').count());
    let look = Look::of(shell)?;
    let to_first = match language {
        Language::Swedish => format!("{root}{index}"),
        Language::English if index.is_empty() => format!("{root}en/"),
        // A folder has the first page in Swedish, and the explorer in both.
        Language::English => format!("{root}{index}?sprak=en"),
    };
    let others = settings.languages.iter().copied().filter(|&other| other != language);
    let title = TITLE.fill(language, &[settings.name.get(language)]);
    let markup = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @for style in &look.styles { link rel="stylesheet" href={ (root) (style) }; }
                @if let Some(icon) = &look.icon { link rel="icon" href={ (root) (icon) }; }
            }
            body {
                a.skip href="#innehall" { (ui::SKIP.get(language)) }
                header.top {
                    p.site { a href=(to_first) { (settings.name.get(language)) } }
                    div.settings {
                        @for other in others {
                            span lang=(other.tag()) {
                                a.plain-link href={ (root) (path(other)) (index) } hreflang=(other.tag()) {
                                    (ui::OTHER_LANGUAGE.get(language))
                                }
                            }
                        }
                    }
                }
                main id="innehall" tabindex="-1" { (body(settings, state, language, &title)) }
                footer.bottom {
                    p {
                        (ui::PUBLISHED_BY.get(language)) " "
                        a href=(settings.sender.contact) rel="external" { (settings.sender.name) }
                    }
                    p { a.plain-link href=(to_first) { (settings.name.get(language)) } }
                }
            }
        }
    };
    Ok(markup.into_string())
}

fn body(settings: &Settings, state: &State, language: Language, title: &str) -> Markup {
    let say = |phrase: Phrase| phrase.get(language);
    let sender = &settings.sender;
    let contact = |Sender { name, contact }: &Sender| html! { a href=(contact) rel="external" { (name) } };
    html! {
        article.prose {
            h1.headline { (title) }
            p.lead { (WHO.fill(language, &[&sender.name, settings.name.get(language)])) }
            h2 { (say(HOW_ACCESSIBLE)) }
            @if state.lacks.is_empty() { p { (say(WHOLLY)) } } @else { p { (say(PARTLY)) } }
            h2 { (say(INSTEAD)) }
            p { (say(INSTEAD_WORDS)) " " (say(TURN_TO)) " " (contact(sender)) "." }
            h2 { (say(REPORT)) }
            p { (say(REPORT_WORDS)) " " (contact(sender)) "." }
            h2 { (say(SUPERVISED)) }
            p { (say(SUPERVISED_WORDS)) " " a href=(SUPERVISION) rel="external" { (say(COMPLAIN)) } "." }
            h2 { (say(TECHNICAL)) }
            @if state.lacks.is_empty() {
                p { (say(STATUS_WHOLLY)) }
            } @else {
                p { (say(STATUS_PARTLY)) }
                h3 { (say(LACKS)) }
                ul {
                    @for lack in &state.lacks {
                        li {
                            (lack.what.get(language)) " " (lack.why.get(language))
                            " (WCAG " (lack.criterion) ")"
                        }
                    }
                }
            }
            h2 { (say(TESTED)) }
            @for words in TESTED_WORDS { p { (say(words)) } }
            p { (DAYS.fill(language, &[&state.tested, &state.updated])) }
        }
    }
}

const TITLE: Phrase = Phrase { sv: "Tillgänglighetsredogörelse för {0}", en: "Accessibility statement of {0}" };
const WHO: Phrase = Phrase {
    sv: "{0} står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här står hur {1} uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan berätta om fler, så att vi kan åtgärda dem.",
    en: "{0} is behind this site. We want as many as possible to be able to use it. This page says how {1} meets the Swedish act on the accessibility of digital public services, what we know does not work, and how to tell us of more, so that we can mend it.",
};
const HOW_ACCESSIBLE: Phrase = Phrase { sv: "Hur tillgänglig är webbplatsen?", en: "How accessible is the site?" };
const WHOLLY: Phrase = Phrase {
    sv: "Vi känner inte till några brister i tillgängligheten.",
    en: "We know of nothing that is not accessible.",
};
const PARTLY: Phrase = Phrase {
    sv: "Vi vet att delar av webbplatsen inte är helt tillgängliga. Längre ner står vilka.",
    en: "We know that parts of the site are not fully accessible. They are listed below.",
};
const INSTEAD: Phrase =
    Phrase { sv: "Om du inte kan använda delar av webbplatsen", en: "If you cannot use parts of the site" };
const INSTEAD_WORDS: Phrase = Phrase {
    sv: "Alla siffror i ett diagram står också i en tabell under det och går att hämta som Excel- och CSV-fil. Behöver du dem på något annat sätt, till exempel upplästa eller i större text, så hjälper vi dig.",
    en: "All numbers of a chart are also in a table below it, and can be had as Excel and CSV files. If you need them in another way, read aloud or in larger print for example, we will help.",
};
const TURN_TO: Phrase = Phrase { sv: "Kontakta", en: "Contact" };
const REPORT: Phrase = Phrase { sv: "Berätta om brister", en: "Tell us what does not work" };
const REPORT_WORDS: Phrase = Phrase {
    sv: "Vi försöker hela tiden göra webbplatsen mer tillgänglig. Om du hittar något som inte står här, eller tycker att vi inte uppfyller lagens krav, så vill vi veta det. Kontakta",
    en: "We keep trying to make the site more accessible. If you find something that is not listed here, or think that we do not meet the demands of the law, we want to know. Contact",
};
const SUPERVISED: Phrase = Phrase { sv: "Tillsyn", en: "Supervision" };
const SUPERVISED_WORDS: Phrase = Phrase {
    sv: "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen om tillgänglighet till digital offentlig service. Är du inte nöjd med hur vi tar hand om det du har berättat, så kan du",
    en: "The Agency for Digital Government, Digg, supervises the act on the accessibility of digital public services. If you are not satisfied with how we deal with what you have told us, you can",
};
const COMPLAIN: Phrase = Phrase { sv: "anmäla det till Digg", en: "report it to Digg (in Swedish)" };
const TECHNICAL: Phrase =
    Phrase { sv: "Teknisk information om tillgängligheten", en: "Technical information on accessibility" };
const STATUS_WHOLLY: Phrase = Phrase {
    sv: "Webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service och med nivå AA i riktlinjerna WCAG 2.2.",
    en: "The site fully conforms to the act on the accessibility of digital public services, and to level AA of WCAG 2.2.",
};
const STATUS_PARTLY: Phrase = Phrase {
    sv: "Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service, som bygger på nivå AA i riktlinjerna WCAG, på grund av bristerna här nedanför.",
    en: "The site partly conforms to the act on the accessibility of digital public services, which rests on level AA of WCAG, because of what is listed below.",
};
const LACKS: Phrase = Phrase { sv: "Det här är inte tillgängligt", en: "What is not accessible" };
const TESTED: Phrase = Phrase { sv: "Hur vi har testat", en: "How we have tested" };
const TESTED_WORDS: [Phrase; 2] = [
    Phrase {
        sv: "Vi har själva testat webbplatsen. Varje gång den ändras går automatiska tester igenom alla sidor och figurer, i ljust och mörkt läge, i Chromium och Firefox: med verktyget axe-core, med bara tangentbord och med figurerna inbäddade på en annan sida.",
        en: "We have tested the site ourselves. Whenever it changes, automatic tests go through all pages and figures, light and dark, in Chromium and Firefox: with axe-core, by keyboard alone, and with figures embedded in another page.",
    },
    Phrase {
        sv: "Kontrasten i allt som ritas räknas ut för alla färgteman. Hur diagrammen låter i en skärmläsare har vi prövat som den text som skärmläsaren får, inte med användare.",
        en: "The contrast of all that is drawn is computed for every theme. How charts sound in a screen reader we have tested as the text that it is given, not with users.",
    },
];
const DAYS: Phrase = Phrase {
    sv: "Den senaste bedömningen gjordes {0}. Redogörelsen ändrades senast {1}.",
    en: "The latest assessment was made on {0}. The statement was last changed on {1}.",
};

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = "<html><head><link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"icon\" href=\"./b.svg\">\
        </head><body></body></html>";

    #[test]
    fn a_statement_says_who_answers_for_the_site_and_what_it_lacks() {
        let settings = Settings::read().unwrap();
        let lack = Lack {
            criterion: "1.4.4".into(),
            what: Label::new("Något syns inte.", "Something is not seen."),
            why: Label::new("Därför.", "Because."),
        };
        let state = State { tested: "2026-12-01".into(), updated: "2026-12-02".into(), lacks: vec![lack] };
        let swedish = page(&settings, &state, (Language::Swedish, SHELL, "")).unwrap();
        for said in [
            "<html lang=\"sv\">",
            "href=\"../a.css\"",
            "<a href=\"../\">Faktabanken</a>",
            "href=\"../en/accessibility/\" hreflang=\"en\"",
            "Finsam Dalarna står bakom",
            "delvis förenlig",
            "Något syns inte. Därför. (WCAG 1.4.4)",
            "gjordes 2026-12-01",
        ] {
            assert!(swedish.contains(said), "{said} is not in {swedish}");
        }
        let english = page(&settings, &state, (Language::English, SHELL, "index.html")).unwrap();
        assert!(english.contains("href=\"../../index.html?sprak=en\""), "{english}");
        assert!(english.contains("partly conforms"), "{english}");
        let none = State { lacks: Vec::new(), ..state };
        assert!(page(&settings, &none, (Language::Swedish, SHELL, "")).unwrap().contains("helt förenlig"));
    }

    #[test]
    fn the_statement_of_the_project_can_be_read() {
        assert!(State::read().unwrap().tested.starts_with("20"));
    }
}
