//! One entry of `valueCodes` to the values that it names: a code, `*`, `01*`,
//! `20??`, `top(3)`, `bottom(3,1)`, `from(2014M01)`, `to(…)`, `range(…,…)`.
//!
//! Written after the published description and what PxWeb is known to do: it
//! minds no case; `top` counts periods from the newest and other values from
//! the first, and what it finds stands in the order of the variable.

use super::problem::Problem;
use super::table::Role;

/// The positions that an expression names among these codes, in their order.
///
/// # Errors
/// [`Problem::NoSuchValue`] for an unknown code,
/// [`Problem::IllegalExpression`] for a call of the wrong form.
pub(crate) fn positions(expression: &str, codes: &[&str], role: Role) -> Result<Vec<usize>, Problem> {
    let position = |wanted: &str| codes.iter().position(|code| code.eq_ignore_ascii_case(wanted));
    // A code comes first, whatever else it looks like.
    if let Some(exact) = position(expression) {
        return Ok(vec![exact]);
    }
    let found = |code: &str| position(code).ok_or(Problem::NoSuchValue);
    if let Some((name, arguments)) = call(expression) {
        let last = codes.len().saturating_sub(1);
        return match (name.as_str(), arguments.as_slice()) {
            ("from", [first]) => Ok((found(first)?..=last).collect()),
            ("to", [until]) => Ok((0..=found(until)?).collect()),
            ("range", [one, other]) => {
                let (one, other) = (found(one)?, found(other)?);
                Ok((one.min(other)..=one.max(other)).collect())
            }
            ("top" | "bottom", [_] | [_, _]) => {
                let (count, skip) = (number(arguments.first())?, number(arguments.get(1))?);
                if count == 0 {
                    return Err(Problem::IllegalExpression);
                }
                // The newest period is the last; the first of other values is the first.
                let from_the_end = (name == "top") == (role == Role::Time);
                Ok(run(codes.len(), count, skip, from_the_end))
            }
            _ => Err(Problem::IllegalExpression),
        };
    }
    if expression.contains('*') {
        return starred(expression, codes);
    }
    if expression.contains('?') {
        return Ok(matching(codes, |code| same_but_questions(expression, code)));
    }
    Err(Problem::NoSuchValue)
}

/// The name and arguments of `name(a,b)`, for the names that PxWeb knows.
fn call(expression: &str) -> Option<(String, Vec<&str>)> {
    let (name, rest) = expression.split_once('(')?;
    let name = name.to_ascii_lowercase();
    if !["top", "bottom", "from", "to", "range"].contains(&name.as_str()) {
        return None;
    }
    // Without its end it is a call all the same, and a wrong one.
    let inside = rest.strip_suffix(')').unwrap_or_default();
    let arguments = inside.split(',').filter(|argument| !argument.is_empty()).collect();
    Some((name, arguments))
}

fn number(argument: Option<&&str>) -> Result<usize, Problem> {
    argument.map_or(Ok(0), |text| text.parse().map_err(|_| Problem::IllegalExpression))
}

fn run(length: usize, count: usize, skip: usize, from_the_end: bool) -> Vec<usize> {
    if from_the_end {
        let end = length.saturating_sub(skip);
        (end.saturating_sub(count)..end).collect()
    } else {
        (skip.min(length)..(skip + count).min(length)).collect()
    }
}

/// `*`, `01*`, `*80` or `*08*`.
fn starred(expression: &str, codes: &[&str]) -> Result<Vec<usize>, Problem> {
    let text = expression.to_lowercase();
    let (starts, ends) = (text.starts_with('*'), text.ends_with('*'));
    let inner = text.trim_matches('*');
    let stars = text.matches('*').count();
    if inner.contains('*') || stars > 2 || (stars == 2 && !(starts && ends)) {
        return Err(Problem::IllegalExpression);
    }
    Ok(matching(codes, |code| match (starts, ends) {
        (true, true) => code.contains(inner),
        (true, false) => code.ends_with(inner),
        (false, _) => code.starts_with(inner),
    }))
}

fn same_but_questions(pattern: &str, code: &str) -> bool {
    let pattern = pattern.to_lowercase();
    pattern.chars().count() == code.chars().count()
        && pattern.chars().zip(code.chars()).all(|(wanted, found)| wanted == '?' || wanted == found)
}

fn matching(codes: &[&str], holds: impl Fn(&str) -> bool) -> Vec<usize> {
    (0..codes.len()).filter(|position| holds(&codes[*position].to_lowercase())).collect()
}

#[test]
fn expressions_name_values() {
    let months = ["2014M01", "2014M02", "2014M03", "2014M04"];
    let areas = ["00", "0114", "0115", "1480", "2080"];
    let time = |expression, expected: &[usize]| {
        assert_eq!(positions(expression, &months, Role::Time), Ok(expected.to_vec()), "{expression}");
    };
    let other = |expression, expected: &[usize]| {
        assert_eq!(positions(expression, &areas, Role::Other), Ok(expected.to_vec()), "{expression}");
    };
    time("2014m02", &[1]);
    time("*", &[0, 1, 2, 3]);
    time("top(2)", &[2, 3]);
    time("TOP(2,1)", &[1, 2]);
    time("bottom(3)", &[0, 1, 2]);
    time("bottom(3,3)", &[3]);
    time("top(9)", &[0, 1, 2, 3]);
    time("from(2014M03)", &[2, 3]);
    time("to(2014M02)", &[0, 1]);
    time("range(2014M02,2014M03)", &[1, 2]);
    time("range(2014M03,2014M02)", &[1, 2]);
    other("top(2)", &[0, 1]);
    other("bottom(1)", &[4]);
    other("01*", &[1, 2]);
    other("*80", &[3, 4]);
    other("*11*", &[1, 2]);
    other("??", &[0]);
    other("01?4", &[1]);
    other("99*", &[]);
}

#[test]
fn what_names_nothing_is_refused() {
    let check = |expression, expected| {
        let found = positions(expression, &["2014M01", "2014M02"], Role::Time);
        assert_eq!(found, Err(expected), "{expression}");
    };
    check("2013M12", Problem::NoSuchValue);
    check("from(2013M12)", Problem::NoSuchValue);
    check("[range(2014M01,2014M02)]", Problem::NoSuchValue);
    check("range(2014M01", Problem::IllegalExpression);
    check("range(2014M01)", Problem::IllegalExpression);
    check("top(0)", Problem::IllegalExpression);
    check("top(-1)", Problem::IllegalExpression);
    check("top(x)", Problem::IllegalExpression);
    check("2014*M01", Problem::IllegalExpression);
    check("*2014*M*", Problem::IllegalExpression);
}
