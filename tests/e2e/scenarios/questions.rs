//! What people come for: twelve questions, each answered from the start page of an area by
//! pressing only what is on it, four times at most. What the page answers is held to the
//! committed figures, by arithmetic of its own.

mod visit;
mod words;

use crate::harness::Page;
use crate::published::{Published, half_years};
use anyhow::{Context, Result, ensure};
use visit::{Visit, holds};
use words::{cell, higher_or_lower, last, named, swedish, tenth, years_before};

/// The edition that the page opens on.
const EDITION: &str = "2026-11";

/// 1. How is it going in Falun-Borlänge, against last year?
pub(super) async fn falun_borlange_against_last_year(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "forbund/falun-borlange/").await?;
    let bas = Published::read(EDITION, "bas")?;
    let months = bas.codes("Tid")?;
    let now = last(&months)?;
    // Twelve months together, of both kommuner: their sums, one by the other.
    let rate = |months: &[String]| -> Result<f64> {
        let sum = |contents: &str| -> Result<f64> {
            let mut sum = 0.0;
            for month in months {
                sum += cell(&bas, "2080", contents, month)? + cell(&bas, "2081", contents, month)?;
            }
            Ok(sum)
        };
        Ok(100.0 * sum("sysselsatta")? / sum("folkmangd")?)
    };
    let (year, before) = (&months[months.len() - 12..], &months[months.len() - 24..months.len() - 12]);
    let (is, was) = (rate(year)?, rate(before)?);
    let than = match swedish(is, 1) == swedish(was, 1) {
        true => "ungefär samma nivå som ett år tidigare".to_owned(),
        false => higher_or_lower(is, was),
    };
    let when = format!("{}–{}", named(&year[0])?, named(now)?);
    visit
        .answers(&[
            format!("I genomsnitt under {when} var sysselsättningsgraden {} procent", swedish(is, 1)),
            format!("Det är {than}"),
        ])
        .await
}

/// The half-years of Dalarna's sum.
fn sums() -> Result<(Published, Vec<String>)> {
    let table = Published::read(EDITION, "helarsekvivalenter-dalarna")?;
    let halves = half_years(&table.codes("Tid")?)?;
    Ok((table, halves))
}

fn half(table: &Published, contents: &str, period: &str) -> Result<f64> {
    table.half_year("20", contents, period)?.with_context(|| format!("{contents} {period} is not whole"))
}

/// 2. Is it the lowest in ten years?
pub(super) async fn the_lowest_in_ten_years(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "lan/dalarna/").await?;
    let (table, halves) = sums()?;
    let values: Vec<f64> = halves.iter().map(|it| half(&table, "summa", it)).collect::<Result<_>>()?;
    let (now, earlier) = values.split_last().context("no half-years")?;
    ensure!(earlier.len() > 20 && earlier.iter().all(|before| before > now), "{now} is not the lowest of {earlier:?}");
    let first = &halves[0][..4];
    visit.answers(&[format!("Färre försörjs av samhällets stöd i Dalarna än någon gång sedan {first}")]).await
}

/// The benefits, and how sentences say that fewer or more have them.
const BENEFITS: [(&str, &str); 6] = [
    ("sjuk-och-aktivitetsersattning", "försörjs av sjuk- och aktivitetsersättning"),
    ("sjukpenning", "försörjs av sjukpenning"),
    ("arbetsmarknadsatgarder", "deltar i arbetsmarknadsåtgärder"),
    ("arbetsloshetsersattning", "försörjs av arbetslöshetsersättning"),
    ("etableringsersattning", "försörjs av etableringsersättning"),
    ("ekonomiskt-bistand", "försörjs av ekonomiskt bistånd"),
];

/// What they are called.
const NAMES: [(&str, &str); 7] = [
    ("summa", "Samhällets stöd totalt"),
    ("sjuk-och-aktivitetsersattning", "Sjuk- och aktivitetsersättning"),
    ("sjukpenning", "Sjukpenning"),
    ("arbetsmarknadsatgarder", "Arbetsmarknadsåtgärder"),
    ("arbetsloshetsersattning", "Arbetslöshetsersättning"),
    ("etableringsersattning", "Etableringsersättning"),
    ("ekonomiskt-bistand", "Ekonomiskt bistånd"),
];

/// 3. What drives the change?
pub(super) async fn what_drives_the_change(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "lan/dalarna/").await?;
    let (table, halves) = sums()?;
    let now = last(&halves)?;
    let before = years_before(now, 1)?;
    let change =
        |contents: &str| -> Result<f64> { Ok(half(&table, contents, now)? - half(&table, contents, &before)?) };
    let whole = change("summa")?;
    ensure!(whole < 0.0, "it did not fall: {whole}");
    let mut falls: Vec<(f64, &str)> =
        BENEFITS.iter().map(|(code, words)| Ok((change(code)?, *words))).collect::<Result<_>>()?;
    falls.sort_by(|one, other| one.0.total_cmp(&other.0));
    // The read-off numbers bear tens.
    let tens = |value: f64| swedish((value.abs() / 10.0).round() * 10.0, 0);
    let said = falls.iter().take(2).map(|(by, words)| format!("färre {words} ({} färre)", tens(*by)));
    let mut expected =
        vec![format!("Minskningen på ett år, {} helårspersoner", tens(whole)), "beror främst på".to_owned()];
    expected.extend(said);
    visit.answers(&expected).await
}

/// 4. How does Falun stand against Gävle?
pub(super) async fn falun_against_gavle(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/falun/").await?;
    visit.press("Jämför").await?.find("Gävle").await?;
    // The page compares with Dalarna by itself.
    visit.answers(&compared(&[("2080", "Falun"), ("2180", "Gävle"), ("20", "Dalarna")])?).await
}

/// What a comparison says of those who work in some areas: who is highest, who lowest, how
/// far apart they are and were.
fn compared(areas: &[(&str, &str)]) -> Result<Vec<String>> {
    const RATE: &str = "andel-forvarvsarbetande";
    let table = Published::read(EDITION, "forvarvsarbetande")?;
    let years = table.codes("Tid")?;
    let at = |year: &str| -> Result<Vec<(f64, String)>> {
        let rate = |(code, name): &(&str, &str)| Ok((tenth(cell(&table, code, RATE, year)?), (*name).to_owned()));
        let mut rates: Vec<(f64, String)> = areas.iter().map(rate).collect::<Result<_>>()?;
        rates.sort_by(|one, other| other.0.total_cmp(&one.0));
        Ok(rates)
    };
    let (first, last) = (years.first().context("no years")?, last(&years)?);
    let (then, now) = (at(first)?, at(last)?);
    let (high, low) = now.first().zip(now.last()).context("no areas")?;
    // The same two as they were.
    let was = |name: &str| then.iter().find(|it| it.1 == name).map(|it| it.0).context("not there then");
    let difference = (was(&high.1)? - was(&low.1)?).abs();
    Ok(vec![
        format!(
            "högst i {}, {} procent, och lägst i {}, {} procent",
            high.1,
            swedish(high.0, 1),
            low.1,
            swedish(low.0, 1)
        ),
        format!(
            "Skillnaden var {} procentenheter år {last}, mot {} år {first}",
            swedish(high.0 - low.0, 1),
            swedish(difference, 1)
        ),
    ])
}

/// 5. How do kommuner like Falun do?
pub(super) async fn kommuner_like_falun(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/falun/").await?;
    visit.press("Jämför").await?;
    visit.press("Liknande kommuner").await?;
    page.wait_for("the list", "return document.querySelector('[data-alike-all]') !== null").await?;
    visit.press("Jämför Falun med alla").await?;
    let query = page.query().await?;
    ensure!(query.contains("omrade=2080,0480,1487,1463,0483,1292"), "{query} is not of those most like Falun");
    let alike = [
        ("2080", "Falun"),
        ("0480", "Nyköping"),
        ("1487", "Vänersborg"),
        ("1463", "Mark"),
        ("0483", "Katrineholm"),
        ("1292", "Ängelholm"),
    ];
    visit.answers(&compared(&alike)?).await
}

/// 6. How large a part is sjukpenning?
pub(super) async fn the_part_that_is_sjukpenning(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "lan/dalarna/").await?;
    visit.press("Utforska").await?.press("Fördelning").await?;
    let (table, halves) = sums()?;
    let part = |period: &str| -> Result<f64> {
        let all: f64 = BENEFITS.iter().map(|(code, _)| half(&table, code, period)).sum::<Result<f64>>()?;
        Ok(100.0 * half(&table, "sjukpenning", period)? / all)
    };
    let now = last(&halves)?;
    let first = halves.iter().find(|it| it[4..] == now[4..]).context("no such half-year")?;
    visit
        .answers(&[
            format!("Siffrorna gäller {}", named(now)?),
            format!("Sedan {} har andelen ökat mest för sjukpenning", named(first)?),
            format!("från {} till {} procent", swedish(part(first)?, 1), swedish(part(now)?, 1)),
        ])
        .await
}

/// 7. Do women and men differ?
pub(super) async fn women_and_men_in_mora(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/mora/").await?;
    visit.press("Mer om ohälsa").await?.press("Utforska").await?.press("Kvinnor och män var för sig").await?;
    let whom = |sex| Published::of_whom(EDITION, "ohalsotal", sex, "16-64");
    let (women, men) = (whom("2")?, whom("1")?);
    let years = women.codes("Tid")?;
    let now = last(&years)?;
    let of = |table: &Published| cell(table, "2062", "ohalsotal", now);
    let (women, men) = (of(&women)?, of(&men)?);
    ensure!(women > men, "{women} is not more than {men}");
    let said = visit.said("main [data-figure] > [data-headline], main [data-figure] > .lead").await?;
    holds(&said, &["högre bland kvinnor än bland män".to_owned(), swedish(women, 1), swedish(men, 1), now.to_owned()])
}

/// 8. What happened in the pandemic?
pub(super) async fn the_pandemic(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "lan/dalarna/").await?;
    visit.press("Utforska").await?.press("Visa händelser").await?;
    let (table, _) = sums()?;
    // The last half-year before it, and the same of the next year.
    let mut moved: Vec<(f64, &str, f64, f64)> = Vec::new();
    for (code, _) in NAMES {
        let (before, after) = (half(&table, code, "2019H2")?, half(&table, code, "2020H2")?);
        moved.push(((after - before).abs(), code, before, after));
    }
    moved.sort_by(|one, other| other.0.total_cmp(&one.0));
    let note = "return [...document.querySelectorAll('[data-caption] .notes li')].some(it => it.textContent.includes('pandemi'))";
    page.wait_for("what is said of it", note).await?;
    let said = visit.said("[data-caption]").await?;
    let mut expected = vec!["Mars 2020: WHO".to_owned(), "säger inte varför".to_owned()];
    expected.extend(moved.iter().take(3).map(|(_, code, before, after)| {
        let name = NAMES.iter().find(|it| it.0 == *code).map_or("", |it| it.1);
        let (before, after) = (swedish(*before, 0), swedish(*after, 0));
        format!("{name}: {before} andra halvåret 2019 och {after} andra halvåret 2020")
    }));
    holds(&said, &expected)
}

/// 9. How many work in Falun?
pub(super) async fn how_many_work_in_falun(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/falun/").await?;
    visit.press("Utforska").await?.press("Sysselsatta").await?;
    let bas = Published::read(EDITION, "bas")?;
    let months = bas.codes("Tid")?;
    let now = last(&months)?;
    let (is, was) =
        (cell(&bas, "2080", "sysselsatta", now)?, cell(&bas, "2080", "sysselsatta", &years_before(now, 1)?)?);
    let change = 100.0 * (is - was) / was;
    let than = match change.round() {
        0.0 => "ungefär lika många som ett år tidigare".to_owned(),
        change if change > 0.0 => format!("{} procent fler än ett år tidigare", swedish(change, 0)),
        change => format!("{} procent färre än ett år tidigare", swedish(change, 0)),
    };
    visit.answers(&[format!("I {} var antalet sysselsatta {}", named(now)?, swedish(is, 0)), than]).await
}

/// 10. How many must each provide for?
pub(super) async fn the_forsorjningskvot_of_falun(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/falun/").await?;
    let table = Published::of_whom(EDITION, "forsorjningskvot", "1+2", "alla")?;
    // The last year that is no forecast.
    let said = visit.said("[data-topic=befolkning]").await?;
    let year = said.split("År ").nth(1).and_then(|it| it.get(..4)).context("no year is said")?;
    let years = table.codes("Tid")?;
    ensure!(years.iter().any(|it| it == year), "{year} is not published");
    let (is, was) = (
        cell(&table, "2080", "forsorjningskvot", year)?,
        cell(&table, "2080", "forsorjningskvot", &years_before(year, 1)?)?,
    );
    let by = tenth(tenth(is) - tenth(was));
    let way = if by > 0.0 { "högre" } else { "lägre" };
    holds(
        &said,
        &[
            format!("År {year} var försörjningskvoten {}", swedish(is, 1)),
            format!("Det är {} {way} än ett år tidigare", swedish(by, 1)),
        ],
    )
}

/// 11. What does ekonomiskt bistånd cost?
pub(super) async fn what_bistand_costs_in_borlange(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/borlange/").await?;
    visit.press("Mer om ekonomiskt bistånd").await?.press("Utforska").await?;
    visit.choose("Statistik", "Ekonomiskt bistånd i kronor, per år").await?;
    let table = Published::of_whom(EDITION, "ekonomiskt-bistand-kronor", "1+2", "alla")?;
    let years = table.codes("Tid")?;
    let now = last(&years)?;
    let cost = |year: &str| cell(&table, "2081", "bistand-kostnad-per-invanare", year);
    let (is, was) = (cost(now)?, cost(&years_before(now, 1)?)?);
    let per_cent = 100.0 * (is - was) / was;
    let way = if per_cent > 0.0 { "högre" } else { "lägre" };
    visit
        .answers(&[
            format!("År {now} var kostnaden per invånare för ekonomiskt bistånd {} kronor", swedish(is, 0)),
            format!("{} procent {way} än ett år tidigare", swedish(per_cent, 0)),
        ])
        .await
}

/// 12. Who is highest in Dalarna, and where are we?
pub(super) async fn the_highest_in_dalarna_and_our_place(page: &Page) -> Result<()> {
    let visit = Visit::to(page, "kommun/falun/").await?;
    visit.press("Utforska").await?.press("Rangordning").await?;
    let bas = Published::read(EDITION, "bas")?;
    let months = bas.codes("Tid")?;
    let now = last(&months)?;
    let mut rates: Vec<(f64, String)> = bas
        .kommuner_of("20")?
        .into_iter()
        .map(|code| Ok((cell(&bas, &code, "sysselsattningsgrad", now)?, code)))
        .collect::<Result<_>>()?;
    rates.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (highest, lowest) = (rates.first().context("no kommuner")?, rates.last().context("no kommuner")?);
    ensure!(rates.len() == 15 && highest.1 == "2026" && lowest.1 == "2081", "{rates:?}");
    let own = rates.iter().find(|it| it.1 == "2080").context("no Falun")?.0;
    let (above, below) = (rates.iter().filter(|it| it.0 > own).count(), rates.iter().filter(|it| it.0 < own).count());
    const NTH: [&str; 8] = ["högsta", "näst", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde"];
    let place = if above <= below { format!("{} högsta", NTH[above]) } else { format!("{} lägsta", NTH[below]) };
    visit
        .answers(&[
            format!(
                "högst i Gagnef, {} procent, och lägst i Borlänge, {} procent",
                swedish(highest.0, 1),
                swedish(lowest.0, 1)
            ),
            place,
            "av de 15 kommunerna".to_owned(),
        ])
        .await
}
