//! Figures that other scenarios pass by: points, small charts and parts of a
//! whole, each against what was published, by keyboard, and in a frame.

use super::numbers::cells;
use crate::harness::Page;
use crate::published::{Published, half_years};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

const STOP: &str = "e.matches('[data-walk].walk-stop')";
/// What is said of the last step.
const SAID: &str = "return document.querySelector('[data-walked]').textContent";

/// Where the points of the others lie and of those chosen, in pixels from the
/// left and from the top.
const POINTS: &str = "return [...document.querySelectorAll('.dots path')].map(path =>
    [...path.getAttribute('d').matchAll(/M(-?[\\d.]+) (-?[\\d.]+)a([\\d.]+)/g)]
        .map(([, left, y, radius]) => [Number(left) + Number(radius), Number(y)]))";

/// Points near a place of the drawing.
const POINT: &str = "const points = document.querySelector('.points'), frame = points.getBoundingClientRect();
    const [x, y] = arguments, at = { clientX: Math.round(frame.left + x), clientY: Math.round(frame.top + y) };
    points.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, ...at }))";

pub(super) async fn points_lie_where_their_numbers_are(page: &Page) -> Result<()> {
    const LINK: &str =
        "diagram=spridning&tabell=bas&omrade=20,2081&tid=2026M04&innehall=arbetsloshet,sysselsattningsgrad";
    page.open(&["?", LINK].concat()).await?;
    let published = Published::read("2026-06", "bas")?;
    let mut across = Vec::new();
    let shown = cells(page, "spridning").await?;
    for cell in &shown {
        cell.is(published.cell(&cell.row, &cell.column, "2026M04")?, 0.0501)?;
        if cell.column == "arbetsloshet" && cell.row.len() == 4 {
            across.push((cell.row.clone(), cell.value.parse::<f64>()?));
        }
    }
    ensure!(across.len() == 15, "{} kommuner are in the table", across.len());
    let [others, chosen]: [Vec<[f64; 2]>; 2] = page.eval(POINTS).await?;
    ensure!((others.len(), chosen.len()) == (14, 1), "{} points, {} chosen", others.len(), chosen.len());
    // They are drawn in the order of their codes.
    across.sort_by_key(|(code, _)| (code == "2081", code.clone()));
    let drawn: Vec<((String, f64), [f64; 2])> = across.into_iter().zip(others.into_iter().chain(chosen)).collect();
    // Along one axis, the distance of places is that of their numbers.
    let least = drawn.iter().min_by(|one, other| one.0.1.total_cmp(&other.0.1)).context("no least")?;
    let most = drawn.iter().max_by(|one, other| one.0.1.total_cmp(&other.0.1)).context("no most")?;
    let unit = (most.1[0] - least.1[0]) / (most.0.1 - least.0.1);
    ensure!(unit > 0.0, "more lies further left");
    for ((code, value), [place, _]) in &drawn {
        let expected = least.1[0] + (value - least.0.1) * unit;
        // Places are rounded to tenths of a pixel.
        ensure!((place - expected).abs() < 0.25, "{code} lies at {place} and not at {expected}");
    }
    // Beside a point it is still meant; far from all none is.
    let name = page.text(&["[data-code='", &most.0.0, "'] .region-name"].concat()).await?;
    for (beside, said) in [(12.0, [&name, ": "].concat()), (60.0, "Peka".to_owned())] {
        page.eval_with::<()>(POINT, vec![(most.1[0] + beside).into(), most.1[1].into()]).await?;
        let script = "return document.querySelector('[data-readout]').textContent.startsWith(";
        page.wait_for("the kommun pointed at", &[script, "'", &said, "')"].concat()).await?;
    }
    page.tab_to("the list", "e.matches('[data-walk].region-list')").await?;
    page.press(Key::End).await?;
    page.wait_for("a ring around a point", "return document.querySelectorAll('.points .map-active').length === 1")
        .await?;
    page.press(Key::Enter).await?;
    page.wait_for(
        "a third area in the address",
        "return /omrade=20,2081,[0-9]{4}/.test(decodeURIComponent(location.search))",
    )
    .await?;

    page.open(&["?inbaddning=1&", LINK].concat()).await?;
    let [others, chosen]: [Vec<[f64; 2]>; 2] = page.eval(POINTS).await?;
    ensure!((others.len(), chosen.len()) == (14, 1), "points are lacking in the frame");
    Ok(())
}

pub(super) async fn small_charts_are_read_together(page: &Page) -> Result<()> {
    const LINK: &str = "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=smadiagram&upplosning=halvar";
    page.open(&["?", LINK].concat()).await?;
    let published = Published::read("2026-06", "helarsekvivalenter-dalarna")?;
    let periods = half_years(&published.codes("Tid")?)?;
    let shown = cells(page, "smadiagram").await?;
    ensure!(shown.len() == 6 * periods.len(), "{} cells for {} half-years", shown.len(), periods.len());
    for cell in &shown {
        let content = cell.column.strip_prefix("20/").with_context(|| format!("{cell:?} is not Dalarna's"))?;
        cell.is(published.half_year("20", content, &cell.row)?, 1e-6)?;
    }
    let numbers = page.texts(".panel-name .number").await?;
    let newest = periods.last().context("no periods")?;
    let texts: Vec<&str> = shown.iter().filter(|cell| cell.row == *newest).map(|cell| cell.text.as_str()).collect();
    ensure!(
        texts.iter().zip(&numbers).all(|(text, number)| text.replace('\u{a0}', " ") == *number),
        "{numbers:?} and not {texts:?}"
    );
    page.tab_to("the chart", STOP).await?;
    page.press(Key::Home).await?;
    page.wait_for(
        "the first half-year",
        "return document.querySelector('[data-readout]').textContent.includes('2014')",
    )
    .await?;
    let said: String = page.eval(SAID).await?;
    let first = page.texts(".panel-name .number").await?;
    ensure!(
        first != numbers && first.first().is_some_and(|number| said.replace('\u{a0}', " ").contains(number)),
        "{said:?} and {first:?}"
    );

    page.open(&["?inbaddning=1&", LINK].concat()).await?;
    ensure!(page.count("[data-panel]").await? == 6, "charts are lacking in the frame");
    Ok(())
}

pub(super) async fn parts_are_of_the_same_whole(page: &Page) -> Result<()> {
    const LINK: &str = "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=andel&upplosning=halvar";
    page.open(&["?", LINK].concat()).await?;
    let published = Published::read("2026-06", "helarsekvivalenter-dalarna")?;
    let shown = cells(page, "andel").await?;
    let rows = page.count("[data-figure=andel] [data-table] tbody tr").await?;
    ensure!(rows > 0 && shown.len() == 6 * rows, "{} cells in {rows} rows", shown.len());
    for row in shown.chunks(6) {
        let mut means = Vec::new();
        for cell in row {
            let content = cell.column.strip_prefix("20/").with_context(|| format!("{cell:?} is not Dalarna's"))?;
            means.push(published.half_year("20", content, &cell.row)?.context("a gap in the published months")?);
        }
        let whole: f64 = means.iter().sum();
        for (cell, mean) in row.iter().zip(means) {
            cell.is(Some(100.0 * mean / whole), 1e-6)?;
        }
    }
    page.tab_to("the chart", STOP).await?;
    page.press(Key::Home).await?;
    page.wait_for("the first half-year", &[SAID, ".includes('2014')"].concat()).await?;
    let said: String = page.eval(SAID).await?;
    let first = shown.last().context("no cells")?;
    ensure!(said.contains("2014") && said.contains(&first.text), "{said:?} does not say {:?}", first.text);

    page.open(&["?inbaddning=1&", LINK].concat()).await?;
    let axis = page.texts("[data-chart] svg text").await?;
    ensure!(axis.iter().any(|text| text.replace('\u{a0}', " ") == "100 %"), "the axis says {axis:?}");
    Ok(())
}

pub(super) async fn contents_of_two_topics_are_set_against_each_other(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=ohalsotal&diagram=spridning&omrade=20,2062").await?;
    choose(page, "up", "forsorjningskvot").await?;
    let (health, ratio) = (
        Published::of("manifest.json", "2026-11", "ohalsotal", ("1+2", "16-64"))?,
        Published::of("manifest.json", "2026-11", "forsorjningskvot", ("1+2", "alla"))?,
    );
    let shown = cells(page, "spridning").await?;
    let of_kommuner = shown.iter().filter(|cell| cell.row.len() == 4);
    let mut compared = 0;
    for cell in of_kommuner {
        let table = if cell.column == "ohalsotal" { &health } else { &ratio };
        cell.is(table.cell(&cell.row, &cell.column, "2022")?, 0.0501)?;
        compared += 1;
    }
    ensure!(compared == 30, "{compared} numbers are compared");
    let caption = page.text("[data-caption]").await?;
    for said in ["Försäkringskassan", "SCB", "Åldrarna skiljer sig", "inte vad som är orsak"] {
        ensure!(caption.contains(said), "the caption does not say {said}: {caption}");
    }
    // What lies across comes from another topic, too; what goes up stays.
    choose(page, "across", "arbetsloshet-av-befolkningen").await?;
    let up: String = page.eval("return document.querySelector('[data-pair=up]').value").await?;
    ensure!(up == "forsorjningskvot", "{up} goes up");
    ensure!(page.count("[data-notice]").await? == 0, "a choice leads to a notice");
    // A link to what cannot be says why, and shows what can.
    page.open("?vy=utforska&tabell=ohalsotal-2026&diagram=spridning&omrade=20&innehall=ohalsotal,forsorjningskvot")
        .await?;
    let notice = page.text("[data-notice]").await?;
    ensure!(notice.contains("ingen period gemensam"), "{notice}");
    let [others, _]: [Vec<[f64; 2]>; 2] = page.eval(POINTS).await?;
    ensure!(others.len() == 15, "{} points are shown instead", others.len());
    Ok(())
}

/// Chooses a contents in one of the two boxes.
async fn choose(page: &Page, side: &str, code: &str) -> Result<()> {
    let script = "const box = document.querySelector(`[data-pair=${arguments[0]}]`);
        box.value = arguments[1];
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval_with::<()>(script, vec![side.into(), code.into()]).await?;
    let chosen = ["return location.search.includes('", code, "')"].concat();
    page.wait_for("the choice in the address", &chosen).await?;
    page.settle().await
}
