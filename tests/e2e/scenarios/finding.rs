//! That an area is found as people write it, on a phone and on a desktop, by typing and
//! by a link; and that one without figures here leads to those that it has.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

/// What is typed, and the code of the area that is first.
const TYPED: [(&str, &str); 12] = [
    ("Gävle", "2180"),
    ("gavle", "2180"),
    ("Uppsala", "0380"),
    ("Västerås", "1980"),
    ("Falu kommun", "2080"),
    ("Stockholms stad", "0180"),
    ("Region Dalarna", "20"),
    ("Falun-Borlänge", "falun-borlange"),
    ("Sweden", "00"),
    ("Ostersund", "2380"),
    ("1917", "0331"),
    ("2081", "2081"),
];

/// Whether the first option is of an area, is the active one and is said so to those who
/// hear the page, with how many there are.
const FIRST: &str = "const [first] = document.querySelectorAll('[role=option]');
    const field = document.querySelector('[role=combobox]');
    const status = document.querySelector('.combo [role=status]').textContent;
    return first?.dataset.area === arguments[0] && first.ariaSelected === 'true'
        && field.getAttribute('aria-expanded') === 'true'
        && field.getAttribute('aria-activedescendant') === first.id && /träff/.test(status)";

pub(super) async fn names_as_people_write_them_are_found(page: &Page) -> Result<()> {
    for (width, height) in [(360, 740), (1366, 768)] {
        page.resize(width, height).await?;
        page.open("?vy=utforska&tabell=befolkning&omrade=1440").await?;
        search(page).await?;
        for (typed, area) in TYPED {
            page.type_text(typed).await?;
            let script = FIRST.replace("arguments[0]", &format!("'{area}'"));
            page.wait_for(&format!("{area} first"), &script).await.with_context(|| format!("{typed} at {width} px"))?;
            page.press(Key::Escape).await?;
            page.press(Key::Escape).await?;
        }
        page.type_text("Atlantis").await?;
        let nothing = "const field = document.querySelector('[role=combobox]');
            return field.getAttribute('aria-expanded') === 'false' && !field.hasAttribute('aria-activedescendant')
                && document.querySelector('.no-match[role=status]')?.textContent === 'Inget område heter så'";
        page.wait_for("that nothing is found", nothing).await?;
    }
    page.resize(1280, 900).await
}

pub(super) async fn an_area_without_figures_leads_to_those_it_has(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje").await?;
    search(page).await?;
    page.type_text("Malmo").await?;
    page.wait_for(
        "Malmö, of other figures",
        "return /Malmö kommun, i annan statistik/.test(document.querySelector('[role=option]')?.textContent)",
    )
    .await?;
    page.press(Key::Enter).await?;
    page.wait_for("Malmö in the address", "return location.search.includes('1280')").await?;
    page.settle().await?;
    page.wait_for(
        "that the figures are others",
        "return /omfattar inte Malmö/.test(document.querySelector('[data-notice]')?.textContent)",
    )
    .await?;
    let tags = page.texts(".tags .tag").await?.join(" ");
    ensure!(tags.contains("Malmö"), "the areas shown are {tags}");
    page.back().await?;
    page.settle().await?;
    ensure!(page.count("[data-notice]").await? == 0, "what was said of other figures stands over the first");
    Ok(())
}

pub(super) async fn links_by_name_and_former_code_are_followed(page: &Page) -> Result<()> {
    for (link, address, shown) in [
        ("?omrade=1917", "/kommun/heby/", "Heby"),
        ("?omrade=Falun", "/kommun/falun/", "Falun"),
        ("?vy=utforska&omrade=Falu%20kommun,Borl%C3%A4nge", "/?omrade=2080,2081", "Borlänge"),
        ("?vy=omrade&omrade=falun-borlange", "/?vy=omrade&omrade=forbund:falun-borlange", "Falun-Borlänge"),
    ] {
        page.open(link).await?;
        let found: String = page.eval("return location.pathname + decodeURIComponent(location.search)").await?;
        ensure!(found == address, "{link} became {found}");
        ensure!(page.text("main").await?.contains(shown), "{link} does not show {shown}");
        ensure!(page.count("[data-notice]").await? == 0, "{link} has a notice");
    }
    page.open("?omrade=Atlantis&fel=ja").await?;
    let notices = page.texts("[data-notice]").await?.join(" ");
    ensure!(notices.contains("Atlantis") && notices.contains("fel"), "the notices are {notices}");
    Ok(())
}

/// Puts the cursor into the search for an area, unfolding what it lies in.
async fn search(page: &Page) -> Result<()> {
    page.eval(
        "const field = document.querySelector('[role=combobox]');
         for (let at = field; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
         field.focus()",
    )
    .await
}
