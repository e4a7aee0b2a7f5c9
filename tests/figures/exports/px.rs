//! Reads PX files as the format's description has them (Statistics Sweden,
//! "PC-Axis file format", AXIS-VERSION 2013), and refuses what it does not
//! allow. Written from that description, and knows nothing of our writer.

use std::collections::BTreeMap;

/// A PX file: its keywords, and its cells in order of stub and heading.
#[derive(Debug)]
pub(super) struct Px {
    keywords: BTreeMap<String, Vec<String>>,
    /// Numbers, or the dots that stand for the lack of one.
    pub(super) cells: Vec<Result<f64, String>>,
}

/// Keywords that a file must have.
const MANDATORY: [&str; 9] =
    ["MATRIX", "SUBJECT-CODE", "SUBJECT-AREA", "CONTENTS", "UNITS", "STUB", "HEADING", "DECIMALS", "TITLE"];

impl Px {
    pub(super) fn read(text: &str) -> Self {
        assert!(text.starts_with("CHARSET=\"ANSI\";"), "CHARSET comes first, without a mark before it");
        for line in text.lines() {
            assert!(line.chars().count() <= 256, "a line of {} signs: {line}", line.chars().count());
        }
        let (mut keywords, mut cells) = (BTreeMap::new(), Vec::new());
        for (keyword, value) in statements(text) {
            if keyword == "DATA" {
                cells = value.split_whitespace().map(cell).collect();
                continue;
            }
            let strings = if value.starts_with('"') { strings(&value) } else { vec![value] };
            let twice = keywords.insert(keyword.clone(), strings);
            assert!(twice.is_none(), "{keyword} stands twice");
        }
        let px = Self { keywords, cells };
        px.check();
        px
    }

    fn check(&self) {
        for keyword in MANDATORY {
            assert!(self.keywords.contains_key(keyword), "{keyword} is missing");
        }
        assert!(self.text("MATRIX").len() <= 20, "MATRIX is a short name");
        for variable in self.variables() {
            let values = self.values(&variable).len();
            assert!(values > 0, "{variable} has no values");
            assert_eq!(self.codes(&variable).len(), values, "CODES of {variable}");
            let mut distinct = self.values(&variable).to_vec();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), values, "values of {variable} are called the same");
            if let Some(times) = self.keywords.get(&format!("TIMEVAL(\"{variable}\")")) {
                assert_eq!(times[0].matches('"').count(), 2 * values, "TIMEVAL of {variable}");
                assert!(["TLIST(A1),", "TLIST(H1),", "TLIST(M1),"].iter().any(|it| times[0].starts_with(it)));
            }
        }
        let size: usize = self.variables().iter().map(|it| self.values(it).len()).product();
        assert_eq!(self.cells.len(), size, "as many cells as places");
        for cell in &self.cells {
            if let Err(dots) = cell {
                assert!(self.keywords.contains_key(&format!("DATASYMBOL{}", dots.len())), "{dots} is not explained");
            }
        }
        for keyword in self.keywords.keys().filter(|keyword| keyword.starts_with("CELLNOTE(")) {
            for (value, variable) in
                strings(&keyword["CELLNOTE(".len()..keyword.len() - 1]).iter().zip(self.variables())
            {
                assert!(self.values(&variable).contains(value), "{keyword}: {variable} has no {value}");
            }
        }
    }

    /// The variables, in the order of the cells.
    pub(super) fn variables(&self) -> Vec<String> {
        [self.keywords["STUB"].as_slice(), &self.keywords["HEADING"]].concat()
    }

    pub(super) fn values(&self, variable: &str) -> &[String] {
        &self.keywords[&format!("VALUES(\"{variable}\")")]
    }

    pub(super) fn codes(&self, variable: &str) -> &[String] {
        &self.keywords[&format!("CODES(\"{variable}\")")]
    }

    /// The one string of a keyword.
    pub(super) fn text(&self, keyword: &str) -> &str {
        &self.keywords[keyword][0]
    }

    /// The cells by the codes of their places.
    pub(super) fn by_codes(&self) -> BTreeMap<Vec<String>, Result<f64, String>> {
        let variables = self.variables();
        let sizes: Vec<usize> = variables.iter().map(|it| self.values(it).len()).collect();
        let place = |mut at: usize| {
            let mut place = Vec::new();
            for (variable, size) in variables.iter().zip(&sizes).rev() {
                place.insert(0, self.codes(variable)[at % size].clone());
                at /= size;
            }
            place
        };
        self.cells.iter().enumerate().map(|(at, cell)| (place(at), cell.clone())).collect()
    }
}

/// `KEYWORD=value;`, with what stands between quotation marks left alone.
fn statements(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut keyword, mut current, mut quoted) = (None, String::new(), false);
    for letter in text.chars() {
        match letter {
            '"' => {
                quoted = !quoted;
                current.push(letter);
            }
            '=' if !quoted && keyword.is_none() => keyword = Some(std::mem::take(&mut current)),
            ';' if !quoted => {
                let value = std::mem::take(&mut current);
                found.push((keyword.take().expect("a keyword before a value"), value.trim().to_owned()));
            }
            '\r' | '\n' if !quoted && keyword.is_none() => {}
            '\r' | '\n' => {
                assert!(!quoted, "a string goes over the end of a line");
                current.push('\n');
            }
            letter => current.push(letter),
        }
    }
    assert!(current.trim().is_empty() && keyword.is_none(), "the last statement does not end");
    found
}

/// Strings with commas between them; neighbours without one are one string.
fn strings(value: &str) -> Vec<String> {
    let mut list: Vec<String> = vec![String::new()];
    let mut quoted = false;
    for letter in value.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => list.push(String::new()),
            letter if quoted => list.last_mut().expect("one at least").push(letter),
            letter => assert!(letter.is_whitespace(), "{letter} stands outside of a string in {value}"),
        }
    }
    list
}

fn cell(word: &str) -> Result<f64, String> {
    match word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
        Some(dots) => {
            assert!(dots.chars().all(|letter| letter == '.') && (1..=6).contains(&dots.len()), "{dots}");
            Err(dots.to_owned())
        }
        None => Ok(word.parse().expect("a number")),
    }
}
