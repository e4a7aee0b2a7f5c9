//! Labels as the agency writes them to the categories that a definition means.
//!
//! Case, dashes and spaces do not count, and a small misspelling is forgiven
//! (SCB writes "aktivitetsersersättning") where only one label can be meant.
//! Codes are never looked at. What is ambiguous or absent is an error that
//! lists what the table has.

use anyhow::{Result, bail};

/// Of every so many letters, one may be another, missing or too many.
const LETTERS_PER_SLIP: usize = 8;

/// What a definition looks for: any of these labels.
pub(super) type Names<'a> = &'a [String];

/// The position of each wanted category among the labels of a variable;
/// `None` where the table has none such. No label is given away twice.
///
/// # Errors
///
/// If two labels fit one name, or one label fits two names.
pub(super) fn find(variable: &str, wanted: &[Names<'_>], labels: &[String]) -> Result<Vec<Option<usize>>> {
    let folded: Vec<String> = labels.iter().map(|label| fold(label)).collect();
    let mut found = Vec::new();
    for names in wanted {
        found.push(exact(variable, names, labels, &folded)?);
    }
    let mut near = Vec::new();
    for (place, names) in wanted.iter().enumerate().filter(|(place, _)| found[*place].is_none()) {
        let free = (0..labels.len()).filter(|at| !found.contains(&Some(*at)));
        let close: Vec<usize> = free.filter(|&at| names.iter().any(|name| is_near(&fold(name), &folded[at]))).collect();
        match close.as_slice() {
            [] => {}
            [only] => near.push((place, *only)),
            several => bail!(ambiguous(variable, names, several, labels)),
        }
    }
    for (place, at) in near {
        if let Some(other) = found.iter().position(|taken| *taken == Some(at)) {
            bail!("{variable}: {:?} can be both {} and {}", labels[at], say(wanted[other]), say(wanted[place]));
        }
        found[place] = Some(at);
    }
    Ok(found)
}

/// The position of each wanted category, all of which the table must have.
///
/// # Errors
///
/// As [`find`], and if one is absent.
pub(super) fn find_all(variable: &str, wanted: &[Names<'_>], labels: &[String]) -> Result<Vec<usize>> {
    let found = find(variable, wanted, labels)?;
    let absent: Vec<String> = (0..wanted.len()).filter(|at| found[*at].is_none()).map(|at| say(wanted[at])).collect();
    if !absent.is_empty() {
        let has = labels.iter().map(|label| format!("{label:?}")).collect::<Vec<_>>().join(", ");
        bail!(
            "{variable}: the table has no {}. It has {has}. If a label was renamed, add its new form in tables.toml.",
            absent.join(", nor ")
        );
    }
    Ok(found.into_iter().flatten().collect())
}

fn exact(variable: &str, names: Names<'_>, labels: &[String], folded: &[String]) -> Result<Option<usize>> {
    for name in names {
        let name = fold(name);
        let same: Vec<usize> = (0..folded.len()).filter(|at| folded[*at] == name).collect();
        match same.as_slice() {
            [] => {}
            [only] => return Ok(Some(*only)),
            several => bail!(ambiguous(variable, names, several, labels)),
        }
    }
    Ok(None)
}

fn ambiguous(variable: &str, names: Names<'_>, several: &[usize], labels: &[String]) -> String {
    let labels = several.iter().map(|at| format!("{:?}", labels[*at])).collect::<Vec<_>>().join(" and ");
    format!("{variable}: {} can be {labels}; say which in tables.toml", say(names))
}

fn say(names: Names<'_>) -> String {
    names.first().map_or_else(|| "(no name)".to_owned(), |name| format!("{name:?}"))
}

/// A label without what does not tell labels apart.
pub(super) fn fold(label: &str) -> String {
    let plain: String = label
        .chars()
        .map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        })
        .collect();
    let words = plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(" -", "-").replace("- ", "-")
}

/// Whether two folded labels differ by no more than slips of the pen. Digits
/// are not written by slip: 20-64 is not 20-65.
fn is_near(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let slips = one.chars().count().min(other.chars().count()) / LETTERS_PER_SLIP;
    digits(one) == digits(other) && strsim::levenshtein(one, other) <= slips
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[track_caller]
    fn check(wanted: &[&str], labels: &[&str], expected: &[Option<usize>]) {
        let wanted: Vec<Vec<String>> = wanted.iter().map(|name| names(&[name])).collect();
        let wanted: Vec<Names<'_>> = wanted.iter().map(Vec::as_slice).collect();
        assert_eq!(find("x", &wanted, &names(labels)).unwrap(), expected);
    }

    #[test]
    fn case_dashes_spaces_and_slips_do_not_count() {
        check(&["20-64 år"], &["20–65 år", "20–64\u{a0}år"], &[Some(1)]);
        check(
            &["Sjuk- och aktivitetsersättning", "Sjukpenning"],
            &["SJUKPENNING", "Sjuk\u{2011} och aktivitetsersersättning"],
            &[Some(1), Some(0)],
        );
        check(&["Sjukpenning"], &["Sjukpening"], &[Some(0)]);
    }

    #[test]
    fn another_word_is_another_category() {
        check(&["20-66 år"], &["20-64 år", "20-65 år"], &[None]);
        check(&["arbetslöshet"], &["antal arbetslösa", "arbetskraftsdeltagande"], &[None]);
        check(&["män"], &["man", "kvinnor"], &[None]);
        // The label that fits exactly is not up for a near one.
        check(&["sysselsattaa", "sysselsatta"], &["sysselsatta"], &[None, Some(0)]);
    }

    #[test]
    fn what_can_be_two_is_an_error_that_names_both() {
        let wanted = names(&["Arbetslöshetsersättning"]);
        let labels = names(&["Arbetslöshetsersätning", "Arbetslöshetsersättningg"]);
        let error = find("ContentsCode", &[&wanted], &labels).unwrap_err().to_string();
        assert!(error.contains("\"Arbetslöshetsersätning\" and \"Arbetslöshetsersättningg\""), "{error}");
    }

    #[test]
    fn what_is_absent_is_an_error_that_lists_what_there_is() {
        let wanted = names(&["Ekonomiskt bistånd", "Försörjningsstöd"]);
        let error = find_all("ContentsCode", &[&wanted], &names(&["Folkmängd"])).unwrap_err().to_string();
        assert!(error.contains("no \"Ekonomiskt bistånd\"") && error.contains("\"Folkmängd\""), "{error}");
    }
}
