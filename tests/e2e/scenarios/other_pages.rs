//! What others' pages do to our figures: tabs that are not shown, printing, and what
//! content systems make of the code that they are given.

use super::host_script::{page_of_others, policy};
use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};

/// Our site, and a page of another one with this in its body; `{ours}` is our address.
fn others(body: &str) -> Result<(Site, Site)> {
    let ours = Site::production()?;
    let text = page_of_others(&ours.origin(), true, &body.replace("{ours}", &ours.origin()));
    let others = Site::of_others(&[("index.html", &text)], &policy(&ours.origin(), "")?)?;
    Ok((ours, others))
}

const HEIGHTS: &str = "return ['a', 'b', 'c'].map(id => document.getElementById(id).offsetHeight)";

const TABS: &str = "<p><button type=\"button\">Visa</button></p><div id=\"tab\" hidden>
    <iframe id=\"a\" data-faktabank src=\"{ours}/?inbaddning=1&amp;vy=utforska&amp;diagram=yta\" title=\"A\" width=\"100%\" height=\"760\" frameborder=\"0\"></iframe>
    <iframe id=\"b\" data-faktabank loading=\"lazy\" src=\"{ours}/?inbaddning=1&amp;vy=utforska&amp;diagram=yta\" title=\"B\" width=\"100%\" height=\"760\" frameborder=\"0\"></iframe>
    <faktabank-diagram id=\"c\" src=\"{ours}/?vy=utforska&amp;diagram=yta\" height=\"760\"><a href=\"{ours}/?vy=utforska&amp;diagram=yta\">C</a></faktabank-diagram>
    </div>";

pub(super) async fn a_frame_in_a_hidden_tab_keeps_its_height(page: &Page) -> Result<()> {
    let (_ours, others) = others(TABS)?;
    page.move_to(&others);
    page.load("").await?;
    // It is drawn, where nobody sees it.
    page.enter_frame("return document.getElementById('a')").await?;
    page.wait_for("the hidden frame", "return document.documentElement.dataset.app !== undefined").await?;
    page.pause(500).await;
    page.leave_frame().await?;
    for round in ["the first time", "again"] {
        let heights: Vec<u32> = page.eval(&format!("document.getElementById('tab').hidden = false; {HEIGHTS}")).await?;
        ensure!(heights[0] >= 500 && heights.iter().all(|it| it.abs_diff(heights[0]) < 200), "{round}: {heights:?}");
        if round == "the first time" {
            ensure!(heights.iter().all(|it| it.abs_diff(760) <= 2), "of 760 reserved pixels there are {heights:?}");
        }
        for id in ["a", "b", "c"] {
            let script = format!(
                "const place = document.getElementById('{id}'); place.scrollIntoView(); return place.frame ?? place"
            );
            page.enter_frame(&script).await?;
            page.settle().await.with_context(|| format!("frame {id}, {round}"))?;
            let whole = "const { clientHeight, scrollHeight } = document.documentElement; return scrollHeight <= clientHeight + 1";
            page.wait_for(&format!("all of frame {id}, {round}"), whole).await?;
            page.leave_frame().await?;
        }
        page.eval::<()>("document.getElementById('tab').hidden = true").await?;
        page.pause(300).await;
    }
    Ok(())
}

pub(super) async fn a_page_around_prints_whole_figures(page: &Page) -> Result<()> {
    let (_ours, others) = others(&TABS.replace(" hidden>", ">"))?;
    page.move_to(&others);
    page.load("").await?;
    for id in ["a", "b", "c"] {
        let script = format!(
            "const place = document.getElementById('{id}'); place.scrollIntoView(); return place.frame ?? place"
        );
        page.enter_frame(&script).await?;
        page.settle().await?;
        page.leave_frame().await?;
    }
    let before: Vec<u32> = page.eval(HEIGHTS).await?;
    page.printed().await?;
    page.pause(300).await;
    let after: Vec<u32> = page.eval(HEIGHTS).await?;
    ensure!(before == after, "printing made {before:?} to {after:?}");
    // On a sheet, the frame is as wide as the sheet: nothing of the figure is wider.
    page.resize(680, 900).await?;
    for id in ["a", "c"] {
        let script = format!("const place = document.getElementById('{id}'); return place.frame ?? place");
        page.enter_frame(&script).await?;
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        page.wait_for(&format!("frame {id} in the width of a sheet"), fits).await?;
        page.leave_frame().await?;
    }
    Ok(())
}

/// What content systems make of the code of "Bädda in", and what each must still show.
const ESCAPED: &str = "
    <iframe id=\"given\" data-faktabank src=\"{ours}/?inbaddning=1&amp;vy=utforska&amp;omrade=2080&amp;diagram=linje&amp;sprak=en\" title=\"1\" width=\"100%\" height=\"560\"></iframe>
    <iframe id=\"escaped\" data-faktabank src=\"{ours}/?inbaddning=1&amp;amp;vy=utforska&amp;amp;omrade=2080&amp;amp;diagram=linje&amp;amp;sprak=en\" title=\"2\" width=\"100%\" height=\"560\"></iframe>
    <iframe id=\"stripped\" src=\"{ours}/?inbaddning=1&amp;vy=utforska&amp;omrade=2080&amp;diagram=linje&amp;sprak=en\" height=\"400\" width=\"700\"></iframe>
    <faktabank-diagram id=\"curly\" src=”{ours}/?vy=utforska&amp;omrade=2080&amp;diagram=linje&amp;sprak=en” height=”560”><a href=\"{ours}/?vy=utforska&amp;omrade=2080\">Falun</a></faktabank-diagram>
    <faktabank-diagram id=\"mail\"><a href=\"mailto:namn@example.se\">Skriv till oss</a></faktabank-diagram>
    <faktabank-diagram id=\"none\" src=\"http://\"><a href=\"{ours}/?vy=utforska\">Efter en trasig</a></faktabank-diagram>";

pub(super) async fn code_that_a_content_system_has_changed_shows_the_figure(page: &Page) -> Result<()> {
    let (_ours, others) = others(ESCAPED)?;
    page.move_to(&others);
    page.load("").await?;
    let mut said = Vec::new();
    for id in ["given", "escaped", "stripped", "curly"] {
        let script = format!(
            "const place = document.getElementById('{id}'); place.scrollIntoView(); return place.frame ?? place"
        );
        page.enter_frame(&script).await.with_context(|| id.to_owned())?;
        page.settle().await.with_context(|| id.to_owned())?;
        let notices = page.texts("[data-notice]").await?;
        ensure!(notices.is_empty(), "{id}: {notices:?}");
        said.push(page.text("[data-headline]").await?);
        page.leave_frame().await?;
    }
    ensure!(said.iter().all(|it| *it == said[0] && it.contains("Falun")), "{said:?}");
    for (id, words) in [("mail", "Skriv till oss"), ("none", "Efter en trasig")] {
        let script = format!("const it = document.getElementById('{id}'); return [!it.frame, it.innerText.trim()]");
        let (bare, shown): (bool, String) = page.eval(&script).await?;
        ensure!(bare && shown == words, "{id} shows {shown:?}, with a frame: {}", !bare);
    }
    Ok(())
}
