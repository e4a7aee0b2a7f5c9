//! That a page whose scripts do not come says so within ten seconds, with a way
//! on, without one of them: a script is missing or blocked, the page was kept from
//! the last deploy, or its address lacks the last slash.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};

/// The words are seen, and nothing lies over the ways on.
const SEEN: &str = "const late = document.getElementById('late');
    const ways = [...late?.querySelectorAll('p a') ?? []];
    return ways.length === 4 && late.checkVisibility({ visibilityProperty: true })
        && ways.every(way => way.checkVisibility({ visibilityProperty: true }) && way.getBoundingClientRect().height > 0)";

const PLACES: [&str; 4] = ["", "?vy=utforska&omrade=2080&diagram=yta", "en/kommun/falun/", "kommun/falun/?vy=utforska"];

pub(super) async fn without_the_script_of_start(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = named(&site, |name| name.starts_with("boot-"))?;
    let whole = site.read(&file)?;
    page.move_to(&site);
    site.replace(&file, None)?;
    for place in PLACES {
        says_so(page, place).await?;
    }
    // On from here, once the file is there.
    site.replace(&file, Some(&whole))?;
    page.eval::<()>("window.isBefore = true").await?;
    page.click("#late [lang=sv] a[href='']").await?;
    page.wait_for("the page to be loaded again", "return window.isBefore === undefined").await?;
    page.settle().await?;
    ensure!(page.query().await? == "?vy=utforska", "the way on led to {}", page.query().await?);
    ensure!(page.count("#late").await? == 0, "a page that has started still says that it has not");
    quiet_but_for(page, "boot-").await
}

pub(super) async fn in_somebodys_page(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    site.replace(&named(&site, |name| name.starts_with("boot-"))?, None)?;
    page.move_to(&site);
    page.resize(500, 240).await?;
    says_so(page, "?inbaddning=1&vy=utforska").await?;
    let fits = "const { top, bottom } = document.getElementById('late').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    ensure!(page.eval::<bool>(fits).await?, "the words are cut off");
    quiet_but_for(page, "boot-").await
}

pub(super) async fn kept_from_the_last_deploy(page: &Page) -> Result<()> {
    // None of the files that it names is there, not even the style sheet.
    let site = Site::copy()?;
    for name in site.hashed()? {
        site.replace(&name, None)?;
    }
    page.move_to(&site);
    for place in PLACES {
        says_so(page, place).await?;
    }
    quiet_but_for(page, "404").await
}

pub(super) async fn without_the_last_slash(page: &Page) -> Result<()> {
    // The server that the site is shipped for leads to the page.
    page.open("kommun/falun").await?;
    let place: String = page.eval("return location.pathname").await?;
    ensure!(place == "/kommun/falun/", "/kommun/falun led to {place}");
    // One that does not sends the page, which then finds nothing beside it.
    let site = Site::copy()?;
    let html = site.read("kommun/falun/index.html")?;
    site.add("en/kommun/falun/falun.html", &html)?;
    page.move_to(&site);
    says_so(page, "en/kommun/falun/falun.html").await?;
    quiet_but_for(page, "404").await
}

/// Loads the page: it says so, and soon.
async fn says_so(page: &Page, place: &str) -> Result<()> {
    page.load(place).await?;
    page.wait_for("words about it", SEEN).await.with_context(|| place.to_owned())?;
    let after: f64 = page.eval("return performance.now()").await?;
    ensure!(after < 10_000.0, "{place}: it took {after} ms");
    let words = page.text("#late").await?;
    for said in ["Sidan har inte startat än", "ladda om sidan", "The page has not started yet", "reload the page"] {
        ensure!(words.contains(said), "{place}: {said:?} is not in {words:?}");
    }
    Ok(())
}

/// What a browser says of files that do not come, and nothing else.
async fn quiet_but_for(page: &Page, file: &str) -> Result<()> {
    // That a page of errors is no script, and that what was fetched early is used late.
    let of_files = |line: &String| [file, "MIME", "Loading failed", "preload"].iter().any(|it| line.contains(it));
    let other: Vec<_> = page.console().await?.into_iter().filter(|line| !of_files(line)).collect();
    ensure!(other.is_empty(), "the console says:\n{}", other.join("\n"));
    Ok(())
}

/// The first of the files with a hash that is such.
fn named(site: &Site, is_it: impl Fn(&str) -> bool) -> Result<String> {
    site.hashed()?.into_iter().find(|name| is_it(name)).context("the page names no such file")
}
