//! Files that the page made, read by readers that are not ours, against the
//! numbers that the page shows.

// The reader of PX that the native tests have, too.
#[expect(clippy::expect_used, reason = "a file that breaks the format stops the test that reads it")]
#[path = "../../figures/exports/px.rs"]
mod px;

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use calamine::{Data, DataType as _, Reader as _, Xlsx};
use std::io::Cursor;

/// What a page shows of a figure.
pub(super) struct Shown {
    title: String,
    /// The numbers of the table, row by row, newest first; `None` where missing.
    rows: Vec<Vec<Option<f64>>>,
    /// Whether rows are periods; else they are areas.
    over_time: bool,
    modelled: bool,
    dark: bool,
}

impl Shown {
    /// What the page shows now.
    ///
    /// # Errors
    /// If the table is not there.
    pub(super) async fn on(page: &Page) -> Result<Self> {
        page.unfold().await?;
        let rows: Vec<Vec<String>> = page
            .eval(
                "return [...document.querySelectorAll('[data-figure] [data-table] tbody tr')]
                .map(row => [...row.querySelectorAll('td')].map(cell => cell.dataset.value))",
            )
            .await?;
        ensure!(rows.len() > 3 && rows.iter().all(|row| !row.is_empty()), "{} rows", rows.len());
        let rows = rows.iter().map(|row| row.iter().map(|cell| cell.parse().ok()).collect()).collect();
        // Columns of a table over time are of areas and contents.
        let over_time = page.count("[data-figure] [data-table] [data-column*='/']").await? > 0;
        let modelled = page.count("[data-figure] [data-provenance=modelled]").await? > 0;
        let dark = page.eval("return document.documentElement.dataset.theme === 'dark'").await?;
        Ok(Self { title: page.text("[data-figure] h1").await?, rows, over_time, modelled, dark })
    }

    /// Whether words that a file says of itself are true of the figure.
    fn says(&self, words: &str) -> Result<()> {
        let plain = words.replace('\u{a0}', " ");
        // The model is nobody's but ours.
        let sources = ["SCB", "Faktabank", "Fact Bank"];
        ensure!(sources.iter().any(|source| plain.contains(source)), "no source is named");
        let invented = ["Påhittade exempelsiffror", "Invented example figures"].iter().any(|it| plain.contains(it));
        ensure!(invented == self.modelled, "the file says {invented} and the figure {}", self.modelled);
        Ok(())
    }

    /// Compares row by row; numbers may be rounded to as many decimals as they have.
    fn compare(&self, found: &[Vec<Option<f64>>], slack: f64) -> Result<()> {
        ensure!(found.len() == self.rows.len(), "{} rows instead of {}", found.len(), self.rows.len());
        for (at, (row, expected)) in found.iter().zip(&self.rows).enumerate() {
            ensure!(row.len() == expected.len(), "row {at}: {row:?} instead of {expected:?}");
            for (found, expected) in row.iter().zip(expected) {
                let same = match (found, expected) {
                    (Some(found), Some(expected)) => (found - expected).abs() <= slack,
                    (found, expected) => found == expected,
                };
                ensure!(same, "row {at}: {row:?} instead of {expected:?}");
            }
        }
        Ok(())
    }

    /// A cube of columns × periods, oldest first, or of areas × columns, as rows
    /// of the table.
    fn rows_of(&self, cells: &[Option<f64>]) -> Result<Vec<Vec<Option<f64>>>> {
        let (rows, columns) = (self.rows.len(), self.rows[0].len());
        ensure!(cells.len() == rows * columns, "{} cells instead of {rows} × {columns}", cells.len());
        if !self.over_time {
            return Ok(cells.chunks(columns).map(<[_]>::to_vec).collect());
        }
        Ok((0..rows).rev().map(|row| (0..columns).map(|column| cells[column * rows + row]).collect()).collect())
    }
}

/// Half of the last decimal that the page shows of a count, and of a rate.
const ROUNDED: f64 = 0.5001;

type Reading = fn(&[u8], &Shown) -> Result<()>;

/// Every file, by the key of its button.
pub(super) const READERS: [(&str, Reading); 8] = [
    ("png", png),
    ("svg", svg),
    ("xlsx", xlsx),
    ("csv", csv_for_spreadsheets),
    ("csv-plain", csv_for_programs),
    ("px", px_file),
    ("json-stat", json_stat),
    ("csv-long", csv_long),
];

fn text(bytes: &[u8]) -> Result<&str> {
    Ok(std::str::from_utf8(bytes)?)
}

fn records(text: &str, separator: u8) -> Result<Vec<csv::StringRecord>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    Ok(reader.records().collect::<Result<_, _>>()?)
}

fn csv_for_spreadsheets(bytes: &[u8], figure: &Shown) -> Result<()> {
    let text = text(bytes)?.strip_prefix('\u{feff}').context("Excel would not know the encoding")?;
    figure.says(text)?;
    let rows = records(text, b';')?;
    let head = rows.iter().position(|row| row.len() > 1).context("no table")?;
    let columns = figure.rows[0].len();
    let number = |field: &str| field.replace(',', ".").parse().ok();
    let table = rows[head + 1..].iter().take(figure.rows.len());
    let table: Vec<Vec<_>> = table.map(|row| row.iter().skip(1).take(columns).map(number).collect()).collect();
    figure.compare(&table, ROUNDED)
}

fn csv_for_programs(bytes: &[u8], figure: &Shown) -> Result<()> {
    figure.says(text(bytes)?)?;
    let rows = records(text(bytes)?, b',')?;
    let heads = rows.first().context("no heads")?;
    ensure!(rows.iter().all(|row| row.len() == heads.len()), "rows of different lengths");
    let named = |head: &str| heads.iter().position(|it| it == head).with_context(|| format!("no {head} in {heads:?}"));
    let value = named("value")?;
    // Of points, rows are areas and columns whatever lies along the axes.
    for (head, of_points) in
        [("area_code", "row_code"), ("contents_code", "series_code"), ("period_code", "period_code"), ("unit", "unit")]
    {
        let at = named(head).or_else(|_| named(of_points))?;
        ensure!(rows[1..].iter().all(|row| !row[at].is_empty()), "{head} is empty");
    }
    // A sum of all rows comes last.
    let numbers = figure.rows.len() * figure.rows[0].len();
    let cells: Vec<Option<f64>> = rows[1..].iter().take(numbers).map(|row| row[value].parse().ok()).collect();
    figure.compare(&figure.rows_of(&cells)?, ROUNDED)
}

fn csv_long(bytes: &[u8], figure: &Shown) -> Result<()> {
    let text = text(bytes)?.strip_prefix('\u{feff}').context("Excel would not know the encoding")?;
    figure.says(text)?;
    let rows = records(text, b';')?;
    let cells = figure.rows.len() * figure.rows[0].len();
    ensure!(rows.len() > cells && rows.iter().all(|row| row.len() == 14), "{} rows", rows.len());
    for row in &rows[1..] {
        ensure!(row[8].replace(',', ".").parse::<f64>().is_ok() || row[8].starts_with('.'), "{row:?}");
    }
    Ok(())
}

fn xlsx(bytes: &[u8], figure: &Shown) -> Result<()> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec()))?;
    let names = book.sheet_names();
    ensure!(names.len() == 2, "the sheets are {names:?}");
    let said = |sheet: &calamine::Range<Data>| {
        let texts = sheet.used_cells().filter_map(|(_, _, cell)| cell.get_string().map(str::to_owned));
        texts.collect::<Vec<_>>().join("\n")
    };
    let about = book.worksheet_range(&names[1])?;
    figure.says(&said(&about))?;
    let sheet = book.worksheet_range(&names[0])?;
    figure.says(&said(&sheet))?;
    ensure!(said(&sheet).starts_with(&figure.title), "the sheet begins with {:?}", sheet.get((0, 0)));
    let rows: Vec<&[Data]> = sheet.rows().collect();
    let head = rows.iter().position(|row| row.get(1).is_some_and(|cell| *cell != Data::Empty)).context("no table")?;
    let columns = figure.rows[0].len();
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    let table = rows[head + 1..].iter().take(figure.rows.len());
    let table: Vec<Vec<_>> = table.map(|row| row[1..=columns].iter().map(number).collect()).collect();
    // Numbers at full precision; a file writes them in decimals.
    figure.compare(&table, 1e-9)
}

fn px_file(bytes: &[u8], figure: &Shown) -> Result<()> {
    figure.says(text(bytes)?)?;
    let px = px::Px::read(text(bytes)?);
    ensure!(px.text("CODEPAGE") == "utf-8" && px.by_codes().len() == px.cells.len(), "{px:?}");
    let cells: Vec<Option<f64>> = px.cells.iter().map(|cell| cell.clone().ok()).collect();
    figure.compare(&figure.rows_of(&cells)?, ROUNDED)
}

fn json_stat(bytes: &[u8], figure: &Shown) -> Result<()> {
    let data: serde_json::Value = serde_json::from_slice(bytes)?;
    figure.says(&data.to_string())?;
    ensure!(data["version"] == "2.0" && data["class"] == "dataset", "{data}");
    let values = data["value"].as_array().context("no values")?;
    let cells: Vec<Option<f64>> = values.iter().map(serde_json::Value::as_f64).collect();
    figure.compare(&figure.rows_of(&cells)?, 1e-9)
}

/// What an SVG says: its size, and that the chart and all words are in it.
fn svg(bytes: &[u8], figure: &Shown) -> Result<()> {
    let document = roxmltree::Document::parse(text(bytes)?)?;
    let root = document.root_element();
    let title = root.children().find(|it| it.has_tag_name("title")).and_then(|it| it.text());
    ensure!(title.map(|it| it.replace('\u{a0}', " ")).as_deref() == Some(&figure.title), "the title is {title:?}");
    ensure!(root.children().any(|it| it.has_tag_name("desc")), "nothing describes the picture");
    let words: Vec<&str> = root.descendants().filter(|it| it.has_tag_name("text")).filter_map(|it| it.text()).collect();
    figure.says(&words.join(" "))?;
    let signs = ["path", "circle", "polyline", "line", "rect"];
    let drawn = root.descendants().filter(|it| signs.iter().any(|sign| it.has_tag_name(*sign))).count();
    ensure!(drawn > 5, "{drawn} lines and signs are drawn");
    // Alone, it must be what it is in the page.
    for alien in ["style", "script", "foreignObject", "image", "use"] {
        ensure!(!root.descendants().any(|it| it.has_tag_name(alien)), "the picture holds a {alien}");
    }
    Ok(())
}

fn png(bytes: &[u8], figure: &Shown) -> Result<()> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("too large")?];
    let info = reader.next_frame(&mut pixels)?;
    ensure!(info.width == 2000 && info.height > 1200, "{} × {}", info.width, info.height);
    let size = info.color_type.samples();
    let ground = &pixels[..3];
    // A stamp may lie at the top: the ground is what the lower corner has.
    let last = &pixels[pixels.len() - size..][..3];
    let inked = pixels.chunks_exact(size).filter(|pixel| pixel[..3] != *last).count();
    let share = inked as f64 / (info.width * info.height) as f64;
    ensure!((0.01..0.9).contains(&share), "{share} of the picture is drawn on, its ground {ground:?} {last:?}");
    let paper = if figure.dark { [20, 24, 28] } else { [255, 255, 255] };
    ensure!(last == paper, "the ground is {last:?}");
    Ok(())
}
