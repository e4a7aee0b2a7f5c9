//! A figure's table as a PX file, as PxWin, PxEdit and PxWeb read it (PX file
//! format of AXIS-VERSION 2013): keywords, then the cells in the order of stub
//! and heading.
//!
//! Text is UTF-8 and says so; strings are broken so that no line is longer than
//! the format allows; what is missing is SCB's symbol; numbers have the
//! decimals of the page.

use super::cube::{self, Cube, Dimension, Kind};
use super::{Subject, cells, words};
use crate::text::{letters, number};
use faktabank_tables::statistics::{Missing, Period, Resolution};

/// No line may be longer than 256 signs; a string with its keyword stays below.
const LINE: usize = 200;

/// The file.
pub(super) fn file(subject: &Subject<'_>) -> String {
    let cube = cube::of(subject);
    let mut px = Px(String::new());
    let figure = subject.figure;
    px.keyword("CHARSET", &["ANSI"]);
    px.keyword("AXIS-VERSION", &["2013"]);
    px.keyword("CODEPAGE", &["utf-8"]);
    px.keyword("LANGUAGE", &[subject.language().tag()]);
    px.keyword("CREATION-DATE", &[&date(subject.today)]);
    let decimals = decimals(&cube);
    let (fewest, most) = (decimals.iter().min().copied().unwrap_or(0), decimals.iter().max().copied().unwrap_or(0));
    px.number("DECIMALS", most);
    px.number("SHOWDECIMALS", fewest);
    px.keyword("MATRIX", &["faktabanken"]);
    px.keyword("SUBJECT-CODE", &["FB"]);
    let areas = subject.of_each(|resolved| resolved.table.topic.subject_area().get(subject.language()).to_owned());
    px.keyword("SUBJECT-AREA", &[&areas]);
    px.keyword("DESCRIPTION", &[&figure.headline.title]);
    px.keyword("TITLE", &[&figure.table.caption]);
    px.keyword("CONTENTS", &[&subject.of_each(|resolved| resolved.table.label.get(subject.language()).to_owned())]);
    px.keyword("UNITS", &[&figure.table.units]);
    // Where contents are in different units, each has its own.
    let of_units = cube.dimensions.iter().find(|it| it.kind == Kind::Contents && it.has_units());
    let of_units = of_units.filter(|it| it.categories.iter().any(|other| other.unit != it.categories[0].unit));
    if let Some(dimension) = of_units {
        px.keyword("CONTVARIABLE", &[&name(dimension)]);
        for (category, label) in dimension.categories.iter().zip(distinct(dimension)) {
            px.keyword(&of("UNITS", &[&label]), &[&category.unit]);
        }
    }
    let (stub, heading): (Vec<&Dimension>, Vec<&Dimension>) = cube.dimensions.iter().partition(|it| is_stub(&cube, it));
    let names = |dimensions: &[&Dimension]| dimensions.iter().map(|it| name(it)).collect::<Vec<_>>();
    px.list("STUB", &names(&stub));
    px.list("HEADING", &names(&heading));
    let written: Vec<&Dimension> = stub.into_iter().chain(heading).collect();
    for dimension in &written {
        px.list(&of("VALUES", &[&name(dimension)]), &distinct(dimension));
    }
    for dimension in &written {
        if let Some(times) = timeval(dimension) {
            px.raw(&of("TIMEVAL", &[&name(dimension)]), &times);
        }
        let codes: Vec<String> = dimension.categories.iter().map(|category| category.code.clone()).collect();
        px.list(&of("CODES", &[&name(dimension)]), &codes);
    }
    for dimension in &written {
        for (category, label) in dimension.categories.iter().zip(distinct(dimension)) {
            if category.decimals > fewest {
                px.number(&of("PRECISION", &[&name(dimension), &label]), category.decimals);
            }
        }
    }
    px.keyword("LAST-UPDATED", &[&date(subject.published)]);
    px.keyword("SOURCE", &[&figure.caption.source]);
    // A `#` is how the format breaks lines.
    let told = subject.facts().into_iter().skip(1).chain(figure.caption.notes.iter().cloned());
    let told = told.chain(subject.left_out());
    px.keyword("NOTE", &[&told.collect::<Vec<_>>().join("#")]);
    cell_notes(&mut px, &cube, &written, subject);
    for reason in [Missing::CannotOccur, Missing::NotAvailable] {
        let symbol = reason.symbol();
        px.keyword(&["DATASYMBOL", &number::count(symbol.len())].concat(), &[symbol]);
    }
    px.data(&cube);
    px.0
}

/// Where it stands does not change the order of the cells: what comes before
/// the first dimension with several categories in the heading is the stub.
fn is_stub(cube: &Cube<'_>, dimension: &Dimension) -> bool {
    match dimension.kind {
        Kind::Area | Kind::Sex | Kind::Age => true,
        Kind::Contents | Kind::Period => false,
        Kind::Other => cube.dimensions.first().is_some_and(|first| first.id == dimension.id),
    }
}

/// Variables have small letters, as at SCB.
fn name(dimension: &Dimension) -> String {
    letters::uncapitalised(dimension.label)
}

/// Values that tell categories apart, also those that are called the same, or would be
/// in the letters that the format has. As short as a line has room for.
fn distinct(dimension: &Dimension) -> Vec<String> {
    let labels: Vec<String> = dimension.categories.iter().map(|it| short(&plain(&it.label))).collect();
    let same = |label: &String| labels.iter().filter(|other| *other == label).count() > 1;
    let label = |(it, label): (&cube::Category, &String)| {
        if label.is_empty() || same(label) { [label, " (", &plain(&it.code), ")"].concat() } else { label.clone() }
    };
    dimension.categories.iter().zip(&labels).map(label).collect()
}

/// No longer than a line can hold beside others.
fn short(label: &str) -> String {
    const MOST: usize = 80;
    if label.chars().count() <= MOST {
        return label.to_owned();
    }
    label.chars().take(MOST).chain(['…']).collect()
}

fn decimals(cube: &Cube<'_>) -> Vec<usize> {
    let own = |it: &&Dimension| matches!(it.kind, Kind::Contents | Kind::Other);
    let all = cube.dimensions.iter().filter(own).flat_map(|it| it.categories.iter().map(|category| category.decimals));
    all.collect()
}

/// The periods as the format lists times; `None` where it has no such unit, or
/// where one of them is no period.
fn timeval(dimension: &Dimension) -> Option<String> {
    let periods: Vec<Period> =
        dimension.categories.iter().map(|category| Period::from_code(&category.code)).collect::<Option<_>>()?;
    let unit = match periods.first()?.resolution() {
        Resolution::Year => "A1",
        Resolution::HalfYear => "H1",
        Resolution::Quarter => "Q1",
        Resolution::Month => "M1",
        Resolution::Rolling12 => return None,
    };
    let times = periods.iter().map(|period| {
        let code = period.to_string();
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        ["\"", &digits, "\""].concat()
    });
    Some(["TLIST(", unit, "),", &times.collect::<Vec<_>>().join(",")].concat())
}

/// "2026-06-29" as the format writes times.
fn date(day: &str) -> String {
    [&day.replace('-', ""), " 00:00"].concat()
}

/// A keyword of one variable, or of a value of it.
fn of(keyword: &str, names: &[&str]) -> String {
    let mut written = [keyword, "("].concat();
    let mut length = written.len();
    for (at, name) in names.iter().enumerate() {
        let name = ["\"", &plain(name), "\""].concat();
        if at > 0 {
            written.push(',');
            if length + name.len() > LINE {
                written.push_str("\r\n");
                length = 0;
            }
        }
        length += name.len() + 1;
        written.push_str(&name);
    }
    written.push(')');
    written
}

/// What must be known of single numbers.
fn cell_notes(px: &mut Px, cube: &Cube<'_>, written: &[&Dimension], subject: &Subject<'_>) {
    for (at, cell) in cube.cells.iter().enumerate() {
        let note = cells::note(cell, subject.language());
        if note.is_empty() {
            continue;
        }
        let place = cube.place(at);
        let label = |dimension: &&Dimension| {
            let axis = cube.dimensions.iter().position(|it| it.id == dimension.id)?;
            let found = dimension.categories.iter().position(|it| it.code == place[axis].code)?;
            distinct(dimension).into_iter().nth(found)
        };
        let labels: Vec<String> = written.iter().filter_map(label).collect();
        px.keyword(&of("CELLNOTE", &labels.iter().map(String::as_str).collect::<Vec<_>>()), &[&note]);
    }
}

/// The format has no way to write a quotation mark inside of a string, and
/// strings have no lines.
fn plain(words: &str) -> String {
    let letter = |letter: char| match letter {
        '"' => '\'',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    words::of(words).chars().map(letter).collect()
}

struct Px(String);

impl Px {
    /// A keyword with strings that belong together.
    fn keyword(&mut self, keyword: &str, words: &[&str]) {
        self.list(keyword, &words.iter().map(|&words| words.to_owned()).collect::<Vec<_>>());
    }

    /// A keyword with a list of strings.
    fn list(&mut self, keyword: &str, list: &[String]) {
        let quoted: Vec<String> = list.iter().map(|words| quoted(&plain(words))).collect();
        self.raw(keyword, &quoted.join(","));
    }

    fn number(&mut self, keyword: &str, number: usize) {
        self.raw(keyword, &number::count(number));
    }

    /// A keyword with its value, broken at commas between strings.
    fn raw(&mut self, keyword: &str, value: &str) {
        self.0.push_str(keyword);
        self.0.push('=');
        let mut length = keyword.rsplit("\r\n").next().map_or(0, str::len);
        for part in value.split_inclusive("\",") {
            let first = part.split("\r\n").next().map_or(0, str::len);
            if length + first > LINE && length > 0 && !self.0.ends_with("\r\n") {
                self.0.push_str("\r\n");
                length = 0;
            }
            self.0.push_str(part);
            let last = part.rsplit("\r\n").next().map_or(0, str::len);
            length = if part.contains("\r\n") { last } else { length + last };
        }
        self.0.push_str(";\r\n");
    }

    fn data(&mut self, cube: &Cube<'_>) {
        self.0.push_str("DATA=");
        // One line for each of the stub, broken where it would be too long. A
        // space ends each number, since some readers only take the breaks away.
        let row: usize = cube.dimensions.iter().filter(|it| !is_stub(cube, it)).map(|it| it.categories.len()).product();
        let mut length = 0;
        for (at, cell) in cube.cells.iter().enumerate() {
            let written = match cell.value {
                Ok(value) => number::in_file(value, cube.decimals(at)).replace(',', "."),
                Err(reason) => ["\"", reason.symbol(), "\""].concat(),
            };
            if at > 0 {
                self.0.push(' ');
            }
            if at % row.max(1) == 0 || length + written.len() >= LINE {
                self.0.push_str("\r\n");
                length = 0;
            }
            length += written.len() + 1;
            self.0.push_str(&written);
        }
        self.0.push_str(";\r\n");
    }
}

/// A string, in several pieces where it is long; a word that is longer than a piece, as an
/// address may be, in several too.
fn quoted(words: &str) -> String {
    const PIECE: usize = LINE - 60;
    let mut text = String::from("\"");
    let mut length = 0;
    let cut = |text: &mut String| text.push_str("\"\r\n\"");
    for word in words.split_inclusive(' ') {
        if length + word.len() > PIECE && length > 0 {
            cut(&mut text);
            length = 0;
        }
        for letter in word.chars() {
            if length + letter.len_utf8() > PIECE {
                cut(&mut text);
                length = 0;
            }
            text.push(letter);
            length += letter.len_utf8();
        }
    }
    text.push('"');
    text
}
