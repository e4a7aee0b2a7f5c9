//! That what is published of a site is its own, and what search engines read.

use super::*;

const SHELL: &str = "<html lang=\"sv\"><head><title>T</title><meta name=\"description\" content=\"D\"></head>\
    <body><div id=\"page\"></div></body></html>";

fn library(home: Option<AreaCode>) -> Library {
    let mut library = Library::open(&crate::project::root().join("data")).unwrap();
    library.areas.home = home;
    library
}

fn page(area: Option<AreaChoice>, language: Language, library: &Library) -> Page {
    let path = area.as_ref().map(|area| path_of(area, &library.areas).unwrap()).unwrap_or_default();
    Page { area, language, path }
}

fn html_of(made: &Making<'_>, page: &Page) -> Result<String> {
    made.html(page, &made.content(page)?, SHELL)
}

#[test]
fn another_forbund_has_a_site_of_its_own_by_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    let own = "name = { sv = \"Siffror för Uppsala län\", en = \"Figures for Uppsala\" }\n\
        tagline = { sv = \"Hur går det?\", en = \"How are we doing?\" }\n\
        home = \"03\"\nlanguages = [\"sv\"]\nnext_update = \"2027-06-01\"\n\
        accessibility = \"https://example.se/tillganglighet\"\n\
        [sender]\nname = \"Samordningsförbundet Uppsala\"\ncontact = \"mailto:fraga@example.se\"\n";
    fs::write(&file, own).unwrap();
    let settings = Settings::of(&file).unwrap();
    let library = library(Some(settings.home));
    let all = pages(&settings, &library);
    assert!(all.iter().all(|page| page.language == Language::Swedish));
    let made = Making { settings: &settings, library: &library, site: Some("https://example.se/"), kind: Kind::Site };
    let html = html_of(&made, &all[0]).unwrap().replace('\u{a0}', " ");
    for said in [
        "<p class=\"site\">Siffror för Uppsala län</p>",
        "<strong>Uppsala län</strong>",
        "mailto:fraga@example.se\" rel=\"external\">Samordningsförbundet Uppsala</a>. Nästa uppdatering: 2027-06-01",
        "https://example.se/tillganglighet",
        " – Siffror för Uppsala län</title>",
        "og:site_name\" content=\"Siffror för Uppsala län\"",
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Samordningsförbundet Uppsala\"",
    ] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    for other in ["Finsam Dalarna", "Faktabanken</", "hreflang=\"en\""] {
        assert!(!html.contains(other), "{other} is in the page of another site");
    }
}

#[test]
fn settings_that_no_site_can_have_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    let whole = fs::read_to_string(crate::project::root().join("data/site.toml")).unwrap();
    for (from, to, said) in [
        ("languages = [\"sv\", \"en\"]", "languages = [\"fi\"]", "there is no language \"fi\""),
        ("languages = [\"sv\", \"en\"]", "languages = [\"en\"]", "the first of `languages` is \"sv\""),
        ("https://www.finsamdalarna.se/", "finsamdalarna.se", "`contact` is an address that begins with"),
        ("home = \"20\"", "hem = \"20\"", "unknown field `hem`"),
    ] {
        assert!(whole.contains(from));
        fs::write(&file, whole.replace(from, to)).unwrap();
        let error = format!("{:#}", Settings::of(&file).unwrap_err());
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_page_tells_others_what_it_is() {
    let library = library(None);
    let settings = Settings::read().unwrap();
    let kommun = AreaChoice::Area(AreaCode::Municipality(2080));
    let made =
        Making { settings: &settings, library: &library, site: Some("https://example.se/fakta/"), kind: Kind::Site };
    let html = html_of(&made, &page(Some(kommun.clone()), Language::English, &library)).unwrap();
    for said in [
        "<link rel=\"canonical\" href=\"https://example.se/fakta/en/kommun/falun/\">",
        "<link rel=\"alternate\" hreflang=\"sv\" href=\"https://example.se/fakta/kommun/falun/\">",
        "<meta property=\"og:image\" content=\"https://example.se/fakta/en/kommun/falun/forhandsvisning.png\">",
        "<html lang=\"en\" data-root=\"../../../\" data-page=\"omrade=2080&amp;sprak=en\"",
    ] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    // Nothing that needs a whole address is made up.
    let nowhere = Making { site: None, ..made };
    let html = html_of(&nowhere, &page(Some(kommun), Language::Swedish, &library)).unwrap();
    assert!(!html.contains("canonical") && !html.contains("og:image\""), "{html}");
    assert!(whole_address("example.se").is_err());
    assert_eq!(whole_address("https://example.se/a").unwrap(), "https://example.se/a/");
}

#[test]
fn every_table_is_told_as_data() {
    let (library, settings) = (library(None), Settings::read().unwrap());
    let text =
        head::datasets(&library, &settings, Some("https://example.se/"), Language::Swedish).unwrap().into_string();
    let json = text.split_once('>').unwrap().1.strip_suffix("</script>").unwrap();
    let read: serde_json::Value = serde_json::from_str(json).unwrap();
    let sets = read["@graph"].as_array().unwrap();
    assert_eq!(sets.len(), library.edition().unwrap().tables.len());
    for set in sets {
        let text = |key: &str| set[key].as_str().unwrap_or_default().to_owned();
        assert!(!text("name").is_empty() && text("description").len() >= 50, "{set}");
        assert!(text("temporalCoverage").len() >= 15, "{set}");
        assert!(
            set["distribution"][0]["contentUrl"].as_str().unwrap().starts_with("https://example.se/data/"),
            "{set}"
        );
        assert!(!text("license").is_empty(), "{set}");
    }
}
