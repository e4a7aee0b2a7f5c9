//! Links that nobody has thought of, and walks over whatever controls they lead to:
//! seeded, so that each can be taken again. `cargo xtask walk` takes as many as it is
//! asked for; otherwise a few are taken.
//!
//! Of every view: no panic, nothing in the console, nothing that stays loading, no number
//! that is none, a headline and a way out; and what the address does not know is not shown.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::env;

const STEP: &str = include_str!("../harness/walk.js");

/// Steps of a walk.
const STEPS: usize = 8;

/// Seeds where none are asked for: under a minute in each browser.
const FEW: u64 = 6;

/// The seeds, and what of it: `FAKTABANK_WALK=<first>+<how many>`.
fn seeds() -> Result<std::ops::Range<u64>> {
    match env::var("FAKTABANK_WALK") {
        Err(_) => Ok(1..1 + FEW),
        Ok(asked) => {
            let (first, count) = asked.split_once('+').context("FAKTABANK_WALK is <first>+<how many>")?;
            let first: u64 = first.parse()?;
            Ok(first..first + count.parse::<u64>()?)
        }
    }
}

pub(super) async fn anything_is_pressed(page: &Page) -> Result<()> {
    let pools = Pools::read(&Site::production()?)?;
    let seeds = seeds()?;
    let all = seeds.end - seeds.start;
    let (mut faults, mut told) = (Vec::new(), 0);
    for seed in seeds {
        let mut chance = Chance(seed);
        let link = pools.link(&mut chance);
        let mut way = vec![link.clone()];
        let walked = walk(page, &link, &mut chance, &mut way).await;
        let said = page.console().await?;
        if let Err(error) = walked {
            faults.push(format!("seed {seed}: {error:#}\n  by {}", way.join("\n  then ")));
        } else if !said.is_empty() {
            faults.push(format!("seed {seed}: the console says {}\n  by {}", said.join("\n"), way.join("\n  then ")));
        }
        // Many walks take long: each fault is told as it is found, too.
        if faults.len() > told {
            told = faults.len();
            println!("{}: {}", page.engine.name(), faults[told - 1]);
        }
        page.resize(1280, 900).await?;
    }
    if !faults.is_empty() {
        bail!("{} of {all} walks:\n{}", faults.len(), faults.join("\n"));
    }
    Ok(())
}

async fn walk(page: &Page, link: &str, chance: &mut Chance, way: &mut Vec<String>) -> Result<()> {
    page.load(link).await?;
    holds(page).await?;
    for step in 0..STEPS {
        let done = match chance.below(12) {
            0 => {
                page.eval::<()>("history.back()").await?;
                // Out of the page, where there is nothing before it.
                page.pause(150).await;
                "back".to_owned()
            }
            1 => {
                let (width, height) = [(320, 640), (768, 1024), (1280, 900)][chance.below(3)];
                page.resize(width, height).await?;
                format!("{width} × {height}")
            }
            _ => page.eval_with(STEP, vec![json!(chance.next() % (1 << 40))]).await?,
        };
        way.push(done);
        if page.eval::<bool>("return location.protocol === 'about:' || location.protocol === 'data:'").await? {
            return Ok(());
        }
        holds(page).await.with_context(|| format!("step {}", step + 1))?;
    }
    let address: String = page.eval("return location.href").await?;
    let before = shown(page).await?;
    page.reload().await.with_context(|| format!("reloading {address}"))?;
    let after = shown(page).await?;
    let lost: Vec<_> = before.difference(&after).take(3).collect();
    let new: Vec<_> = after.difference(&before).take(3).collect();
    ensure!(lost.is_empty() && new.is_empty(), "a reload of {address} loses {lost:?} and shows {new:?}");
    Ok(())
}

/// What holds of every view.
async fn holds(page: &Page) -> Result<()> {
    page.settle().await?;
    let still = "return ![...document.querySelectorAll('#app :is([data-state=loading], .loading)')].some(it => it.checkVisibility())";
    page.wait_for("nothing to be loading", still).await?;
    const FAULTS: &str = "const app = document.getElementById('app');
        const faults = [];
        if (!document.getElementById('failure').hidden) faults.push('it has stopped');
        const bare = app.innerHTML.match(/.{0,80}\\b(NaN|undefined|Infinity|\\[object)\\b.{0,40}/);
        if (bare) faults.push(`it says ${bare[0]}`);
        const head = document.querySelector('#app :is(h1, h2, [data-headline])');
        if (!head?.textContent.trim()) faults.push('it has no headline');
        if (!app.querySelector('a[href]')) faults.push('it has no way out');
        const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth + 1) faults.push(`it is ${root.scrollWidth} wide of ${root.clientWidth}`);
        const undrawn = [...document.querySelectorAll('[data-figure][data-state=ready] [data-chart]')]
            .filter(it => it.checkVisibility() && !it.querySelector('svg, canvas, .bar-row, .row-group'));
        if (undrawn.length) faults.push('a figure is ready without a drawing');
        return faults";
    let faults: Vec<String> = page.eval(FAULTS).await?;
    let address: String = page.eval("return location.search").await?;
    ensure!(faults.is_empty(), "{address}: {}", faults.join("; "));
    Ok(())
}

/// The sentences and numbers of the page, in whatever order they are sorted.
async fn shown(page: &Page) -> Result<BTreeSet<String>> {
    page.unfold().await?;
    let said = "return [...document.querySelectorAll('[data-headline], .lead, [data-caption], [data-table] caption, \
        [data-table] tr, [data-comparison] tr, [data-support] tr')]
        .filter(it => !it.closest('[data-topic]')).map(it => [...it.querySelectorAll('th, td')].map(cell => cell.textContent).join(' | ')
        || it.textContent).map(words => words.replace(/\\s+/g, ' ').trim())";
    Ok(page.eval::<Vec<String>>(said).await?.into_iter().collect())
}

/// A chance that is the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    fn of<'a>(&mut self, all: &'a [String]) -> &'a str {
        all.get(self.below(all.len())).map_or("", String::as_str)
    }
}

/// What links can say, and what they cannot.
struct Pools {
    tables: Vec<String>,
    contents: Vec<String>,
    periods: Vec<String>,
    areas: Vec<String>,
    editions: Vec<String>,
}

impl Pools {
    fn read(site: &Site) -> Result<Self> {
        let manifest: Value = serde_json::from_slice(&site.read("data/manifest.json")?)?;
        let areas: Value = serde_json::from_slice(&site.read("data/areas.json")?)?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let editions = list(&manifest["editions"]);
        let tables: Vec<Value> = editions.iter().flat_map(|it| list(&it["tables"])).collect();
        let each = |key: &str| -> Vec<String> {
            let all: BTreeSet<String> = tables.iter().flat_map(|it| list(&it[key])).map(|it| said(&it)).collect();
            all.into_iter().collect()
        };
        let mut codes: Vec<String> = list(&areas["areas"]).iter().map(|it| said(&it["code"])).collect();
        codes.extend(list(&areas["associations"]).iter().map(|it| format!("forbund:{}", said(&it["slug"]))));
        // Most often of where there is most to see.
        for _ in 0..60 {
            codes.extend(["20", "2080", "2081", "2062", "00", "forbund:falun-borlange"].map(str::to_owned));
        }
        codes.extend(["grupp:Siljan(2029+2031+2062)", "grupp:<b>(2080)", "9999", "Mora"].map(str::to_owned));
        let pools = Self {
            tables: tables.iter().map(|it| said(&it["id"])).collect::<BTreeSet<_>>().into_iter().collect(),
            contents: each("contents"),
            periods: each("periods"),
            areas: codes,
            editions: editions.iter().map(|it| said(&it["id"])).collect(),
        };
        ensure!(pools.tables.len() > 5 && pools.contents.len() > 20, "the site has too little to link to");
        Ok(pools)
    }

    /// A link: what most readers have, and anything beside it.
    fn link(&self, chance: &mut Chance) -> String {
        let words = |all: &[&str]| -> Vec<String> { all.iter().map(|&it| it.to_owned()).collect() };
        let kinds = words(&[
            "linje",
            "yta",
            "andel",
            "stapel",
            "forandring",
            "karta",
            "spridning",
            "smadiagram",
            "tabell",
            "x",
        ]);
        let choices: [(&str, usize, Vec<String>); 17] = [
            (
                "vy",
                85,
                words(&["utforska", "utforska", "utforska", "jamfor", "omrade", "oversikt", "om", "presentera", "x"]),
            ),
            ("tabell", 60, self.tables.clone()),
            ("diagram", 60, kinds),
            ("matt", 30, words(&["antal", "andel", "index", "forandring", "x"])),
            ("upplosning", 35, words(&["manad", "halvar", "ar", "rullande12", "x"])),
            ("kon", 15, words(&["1", "2", "kvinnor,man", "x"])),
            ("alder", 10, words(&["16-24", "20-64", "50-59", "20-65", "x"])),
            ("utgava", 12, self.editions.clone()),
            ("sprak", 25, words(&["en"])),
            ("tema", 15, words(&["ljust", "morkt"])),
            ("riket", 15, words(&["1"])),
            ("handelser", 15, words(&["1"])),
            ("axel", 10, words(&["noll", "anpassad"])),
            ("klasser", 10, words(&["lika", "x"])),
            ("skala", 10, words(&["egen"])),
            ("mal", 8, words(&["10", "-5", "x"])),
            ("inbaddning", 12, words(&["1"])),
        ];
        let mut parts = Vec::new();
        for (name, often, values) in choices {
            if chance.below(100) < often {
                parts.push(format!("{name}={}", chance.of(&values)));
            }
        }
        let several = |chance: &mut Chance, all: &[String], most: usize| {
            (0..=chance.below(most)).map(|_| chance.of(all).to_owned()).collect::<Vec<_>>().join(",")
        };
        if chance.below(100) < 80 {
            parts.push(format!("omrade={}", several(chance, &self.areas, 4)));
        }
        if chance.below(100) < 50 {
            parts.push(format!("innehall={}", several(chance, &self.contents, 3)));
        }
        if chance.below(100) < 40 {
            let (from, to) = (chance.of(&self.periods).to_owned(), chance.of(&self.periods).to_owned());
            parts.push(match chance.below(4) {
                0 => format!("tid={from}"),
                1 => format!("tid={from}.."),
                2 => format!("tid=..{to}"),
                _ => format!("tid={from}..{to}"),
            });
        }
        ["?", &parts.join("&")].concat()
    }
}
