//! That `inbaddning.js` gives frames the heights that they ask for, and that
//! nobody else can: somebody else's page with frames that say anything.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;

/// A frame that says what its fragment holds, at once, at each change of it and
/// at each change of size.
const SPEAKER: [(&str, &str); 2] = [
    ("speaker.html", "<!DOCTYPE html><html lang=\"sv\"><title>S</title><link rel=\"icon\" href=\"data:,\"><script src=\"speaker.js\"></script>"),
    (
        "speaker.js",
        "const say = () => {
            JSON.parse(decodeURIComponent(location.hash.slice(1)) || '[]').forEach(said => parent.postMessage(said, '*'));
        };
        say(); addEventListener('hashchange', say); addEventListener('resize', say);",
    ),
];

/// The policy that a page of others needs, as the manual says it.
pub(super) fn policy(ours: &str, frames: &str) -> Result<String> {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/embed.md");
    let manual = std::fs::read_to_string(manual)?;
    let line = manual.lines().find_map(|line| line.strip_prefix("Content-Security-Policy: "));
    let line = line.context("docs/embed.md names no policy")?.replace("https://faktabank.example", ours);
    Ok(format!("default-src 'none'; img-src data:; {line} {frames}"))
}

/// A page of others, with this in its body.
pub(super) fn page_of_others(ours: &str, script: bool, body: &str) -> String {
    let script = if script { format!("<script src=\"{ours}/inbaddning.js\" defer></script>") } else { String::new() };
    format!(
        "<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>En annans sida</title>\
         <link rel=\"icon\" href=\"data:,\">{script}</head><body>{body}</body></html>"
    )
}

/// Our site, one whose frames say anything, and a page of others with a
/// diagram, a plain frame and a frame that is none of ours.
struct Stage {
    _ours: Site,
    speakers: Site,
    others: Site,
}

impl Stage {
    fn set(script: bool) -> Result<Self> {
        let ours = Site::production()?;
        let speakers = Site::of_others(&SPEAKER, "default-src 'none'; img-src data:; script-src 'self'")?;
        let (origin, speaker) = (ours.origin(), speakers.origin());
        let body = format!(
            "<faktabank-diagram id=\"a\" height=\"300\" src=\"{speaker}/speaker.html\"><a href=\"{origin}/\">Rubriken</a></faktabank-diagram>
             <iframe id=\"b\" data-faktabank height=\"300\" title=\"B\" src=\"{speaker}/speaker.html\"></iframe>
             <iframe id=\"c\" height=\"300\" title=\"C\" src=\"{speaker}/speaker.html\"></iframe>"
        );
        let pages = [
            ("index.html", page_of_others(&origin, script, &body)),
            ("rtl.html", page_of_others(&origin, true, &body).replace("<html", "<html dir=\"rtl\"")),
        ];
        let pages: Vec<(&str, &str)> = pages.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let others = Site::of_others(&pages, &policy(&origin, &speaker)?)?;
        Ok(Self { _ours: ours, speakers, others })
    }

    /// Loads the page of others and waits for its three frames.
    async fn open(&self, page: &Page, file: &str, frames: usize) -> Result<()> {
        page.move_to(&self.others);
        page.load(file).await?;
        page.eval::<()>(&format!(
            "window.frameOf = id => {{ const place = document.getElementById(id); return place.frame ?? place }};
             window.heights = () => ['a', 'b', 'c'].map(id => frameOf(id).clientHeight ?? 0);
             window.said = 0; addEventListener('message', ({{ data }}) => {{ if (data?.said) window.said = Math.max(window.said, data.said) }});
             window.say = (id, messages) => {{ frameOf(id).src = '{}/speaker.html#' + encodeURIComponent(JSON.stringify(messages)) }}",
            self.speakers.origin()
        ))
        .await?;
        // Each speaks at least once more when it is given something to say.
        for id in ["a", "b", "c"].into_iter().skip(3 - frames) {
            says(page, id, json!([])).await?;
        }
        Ok(())
    }
}

/// Lets a frame say something, and waits until it was heard: what it says last
/// is a number that no frame has said before.
async fn says(page: &Page, id: &str, messages: Value) -> Result<()> {
    page.wait_for("the script", "return typeof heights()[0] === 'number' && Boolean(frameOf('a').src || frameOf('a'))")
        .await?;
    let last: usize = page
        .eval_with(
            "window.asked = (window.asked ?? 0) + 1; say(arguments[0], [...arguments[1], { said: asked }]); return asked",
            vec![id.into(), messages],
        )
        .await?;
    page.wait_for("the frame to speak", &format!("return window.said >= {last}")).await
}

async fn heights(page: &Page) -> Result<[u32; 3]> {
    page.eval("return heights()").await
}

pub(super) async fn heights_follow_their_own_frames(page: &Page) -> Result<()> {
    let stage = Stage::set(true)?;
    stage.open(page, "", 3).await?;
    ensure!(heights(page).await?[0] == 300, "{:?} are kept free", heights(page).await?);
    says(page, "a", json!([{ "type": "faktabank:hojd", "id": "", "height": 350 }])).await?;
    ensure!(heights(page).await?[0] == 350 && heights(page).await?[1] <= 301, "{:?}", heights(page).await?);
    says(page, "b", json!([{ "type": "faktabank:hojd", "height": 4000 }, { "type": "faktabank:hojd", "height": 240 }]))
        .await?;
    ensure!(heights(page).await? == [350, 240, 300], "{:?}", heights(page).await?);
    Ok(())
}

pub(super) async fn nobody_else_sets_a_height(page: &Page) -> Result<()> {
    let stage = Stage::set(true)?;
    stage.open(page, "", 3).await?;
    says(page, "b", json!([{ "type": "faktabank:hojd", "height": 320 }])).await?;
    let before = heights(page).await?;
    let height = |height: Value| json!({ "type": "faktabank:hojd", "height": height });
    let refused = [
        height(json!(239)),
        height(json!(4001)),
        height(json!(1e9)),
        height(json!(0)),
        height(json!(-500)),
        height(json!(350.5)),
        height(json!("350")),
        height(json!("350px;position:fixed")),
        height(json!([350])),
        height(json!({ "valueOf": 350 })),
        height(json!(true)),
        height(Value::Null),
        json!({ "type": "faktabank:hojd" }),
        json!({ "type": "height", "height": 350 }),
        json!("faktabank:hojd"),
        json!(350),
        Value::Null,
    ];
    for id in ["a", "b"] {
        says(page, id, json!(refused)).await?;
        ensure!(heights(page).await? == before, "{id}: {before:?} became {:?}", heights(page).await?);
    }
    // A frame that is none of ours, and the page itself.
    says(page, "c", json!([height(json!(500))])).await?;
    page.eval::<()>("postMessage({ type: 'faktabank:hojd', height: 500 }, '*')").await?;
    says(page, "c", json!([])).await?;
    ensure!(heights(page).await? == before, "{before:?} became {:?}", heights(page).await?);
    Ok(())
}

pub(super) async fn frames_that_spoke_before_the_script_are_heard(page: &Page) -> Result<()> {
    let stage = Stage::set(false)?;
    stage.open(page, "", 2).await?;
    says(page, "b", json!([{ "type": "faktabank:hojd", "height": 420 }])).await?;
    ensure!(heights(page).await?[1] == 300, "{:?} without the script", heights(page).await?);
    let ours = stage._ours.origin();
    let script =
        "const script = document.createElement('script'); script.src = arguments[0]; document.head.append(script)";
    page.eval_with::<()>(script, vec![json!(format!("{ours}/inbaddning.js"))]).await?;
    page.wait_for("the height from before the script", "return heights()[1] === 420").await
}

pub(super) async fn diagrams_come_and_go(page: &Page) -> Result<()> {
    let stage = Stage::set(true)?;
    stage.open(page, "", 3).await?;
    let speaker = format!("{}/speaker.html", stage.speakers.origin());
    // Without `src` and without a height, its link alone; not yet in the page.
    page.eval_with::<()>(
        "const made = document.createElement('faktabank-diagram'); made.id = 'd';
         document.body.append(made);
         const link = document.createElement('a'); link.href = arguments[0]; link.textContent = ' Senare tillagd ';
         made.append(link)",
        vec![json!(speaker)],
    )
    .await?;
    page.wait_for("the frame of a later diagram", "return Boolean(document.getElementById('d').frame)").await?;
    let (title, loading, asked, height): (String, String, String, u32) = page
        .eval("const frame = frameOf('d'); return [frame.title, frame.loading, new URL(frame.src).search, frame.clientHeight]")
        .await?;
    ensure!(title == "Senare tillagd" && loading == "lazy", "{title:?}, loaded {loading}");
    ensure!(asked.contains("inbaddning=1") && height == 520, "{asked}, {height} px");

    // Until it is drawn the link is there to be pressed, then the figure.
    let at_link = "const box = document.querySelector('#d a').getBoundingClientRect();
        scrollTo(0, scrollY + box.top - 200); const now = document.querySelector('#d a').getBoundingClientRect();
        return document.elementFromPoint(now.x + 4, now.y + now.height / 2)?.tagName ?? ''";
    let under: String = page.eval(at_link).await?;
    ensure!(under == "A", "{under} lies over the link");
    says(page, "d", json!([{ "type": "faktabank:hojd", "height": 260 }])).await?;
    let (height, link): (u32, u32) =
        page.eval("return [frameOf('d').clientHeight, document.querySelector('#d a').getClientRects().length]").await?;
    ensure!(height == 260 && link == 0, "{height} px, and the link has {link} boxes");

    // Taken away and put back, it begins anew; with another address as well.
    page.eval::<()>("const made = document.getElementById('d'); made.remove(); document.body.prepend(made)").await?;
    says(page, "d", json!([{ "type": "faktabank:hojd", "height": 270 }])).await?;
    page.eval_with::<()>("document.getElementById('d').setAttribute('src', arguments[0])", vec![json!(speaker)])
        .await?;
    says(page, "d", json!([{ "type": "faktabank:hojd", "height": 280 }])).await?;
    let (height, frames): (u32, u32) =
        page.eval("return [frameOf('d').clientHeight, document.getElementById('d').shadowRoot.querySelectorAll('iframe').length]").await?;
    ensure!(height == 280 && frames == 1, "{height} px, {frames} frames");
    Ok(())
}

pub(super) async fn pages_written_from_the_right_have_whole_frames(page: &Page) -> Result<()> {
    let stage = Stage::set(true)?;
    stage.open(page, "rtl.html", 3).await?;
    let (place, frame): ([f64; 2], [f64; 2]) = page
        .eval(
            "const box = element => { const { left, width } = element.getBoundingClientRect(); return [left, width] };
             return [box(document.getElementById('a')), box(frameOf('a'))]",
        )
        .await?;
    ensure!(place == frame && frame[1] > 600.0, "the frame is at {frame:?} in {place:?}");
    Ok(())
}

pub(super) async fn a_refused_frame_leaves_headline_and_link(page: &Page) -> Result<()> {
    let ours = Site::production()?;
    let body = "<faktabank-diagram src=\"https://faktabank.example/\"><a href=\"https://faktabank.example/\">Rubriken finns kvar</a></faktabank-diagram>";
    let text = page_of_others(&ours.origin(), true, body);
    let others = Site::of_others(&[("index.html", &text)], &policy(&ours.origin(), "")?)?;
    page.move_to(&others);
    page.load("").await?;
    page.wait_for("the diagram", "return Boolean(document.querySelector('faktabank-diagram').frame)").await?;
    let mut said = String::new();
    for _ in 0..100 {
        said.push_str(&page.console().await?.join("\n").to_lowercase().replace('-', " "));
        if said.contains("content security policy") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    ensure!(said.contains("content security policy"), "nothing was refused: {said:?}");
    let under: String = page
        .eval(
            "const box = document.querySelector('a').getBoundingClientRect();
             return document.elementFromPoint(box.x + 4, box.y + box.height / 2)?.textContent ?? ''",
        )
        .await?;
    ensure!(under == "Rubriken finns kvar", "over the link lies {under:?}");
    Ok(())
}
