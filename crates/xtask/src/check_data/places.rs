//! Areas and förbund: complete, in order, with dates that make sense.

use super::finding::{Finding, Rule};
use faktabank_tables::snapshot::AREAS_FILE;
use faktabank_tables::statistics::{AreaKind, Areas, Association};
use std::collections::BTreeSet;

/// Sweden has one riket, 21 län and, since 2003, 290 kommuner.
const COUNTS: [(AreaKind, usize, &str); 3] =
    [(AreaKind::Country, 1, "riket"), (AreaKind::County, 21, "län"), (AreaKind::Municipality, 290, "kommuner")];

/// Remarks on the areas.
pub(super) fn check(areas: &Areas, findings: &mut Vec<Finding>) {
    let mut remark = |cell: &str, detail: String| {
        findings.push(Finding::of_cell(AREAS_FILE, &[cell.to_owned()], Rule::Places, detail));
    };
    for (kind, expected, name) in COUNTS {
        let found = areas.areas.iter().filter(|area| area.code.kind() == kind).count();
        if found != expected {
            remark(name, format!("{found} where there are {expected}"));
        }
    }
    for pair in areas.areas.windows(2) {
        if pair[0].code >= pair[1].code {
            remark(&pair[1].code.to_string(), format!("stands after {}, out of order", pair[0].code));
        }
    }
    for area in &areas.areas {
        if area.name.trim().is_empty() {
            remark(&area.code.to_string(), "has no name".to_owned());
        }
        if area.code.county().is_some_and(|county| areas.get(county).is_none()) {
            remark(&area.code.to_string(), "lies in a län that is not listed".to_owned());
        }
    }
    for association in &areas.associations {
        check_association(association, &mut |detail| remark(&association.slug, detail));
    }
}

fn check_association(association: &Association, remark: &mut dyn FnMut(String)) {
    let is_slug = |slug: &str| !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if !is_slug(&association.slug) {
        remark("the slug must be of a–z and hyphens".to_owned());
    }
    if association.members.is_empty() {
        remark("has no member".to_owned());
    }
    if association.sourced == association.source.is_empty() {
        remark("a sourced membership names its source, an inferred one does not".to_owned());
    }
    check_date(association.ended.as_deref(), remark);
    let mut seen = BTreeSet::new();
    for member in &association.members {
        if !seen.insert((member.code, &member.from)) {
            remark(format!("{} is a member twice", member.code));
        }
        if member.code.county() != Some(association.county) || !member.code.is_municipality() {
            remark(format!("{} is no kommun of its län", member.code));
        }
        check_date(member.from.as_deref(), remark);
        check_date(member.to.as_deref(), remark);
        if let (Some(from), Some(to)) = (&member.from, &member.to)
            && from > to
        {
            remark(format!("{} leaves on {to}, before it joins on {from}", member.code));
        }
        if let Some(ended) = &association.ended
            && member.to.as_ref().is_none_or(|to| to > ended)
        {
            remark(format!("{} is a member after the end on {ended}", member.code));
        }
    }
}

fn check_date(date: Option<&str>, remark: &mut dyn FnMut(String)) {
    if let Some(date) = date.filter(|date| !is_date(date)) {
        remark(format!("{date:?} is no date"));
    }
}

/// Whether a text is a day as `YYYY-MM-DD`, so that dates compare as text.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |text: &str, digits: usize| {
        (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist_are_dates() {
        for date in ["2026-06-29", "2024-02-29", "2000-02-29", "2022-12-31"] {
            assert!(is_date(date), "{date}");
        }
        for date in ["2026-06", "2023-02-29", "1900-02-29", "2022-12-32", "2022-13-01", "22-1-1", "2022-+1-01", ""] {
            assert!(!is_date(date), "{date}");
        }
    }
}
