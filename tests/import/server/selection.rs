//! A request to the part of a table that it asks for: by query string, by
//! posted selection, or, where it asks for nothing, the default selection.

use super::expression;
use super::problem::Problem;
use super::table::{Elimination, Role, Table, Variable};
use serde_json::Value as Json;

/// What is asked of one variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    variable: String,
    codelist: Option<String>,
    expressions: Vec<String>,
}

/// One value of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Category {
    pub(crate) code: String,
    pub(crate) label: String,
    /// The positions of the variable's values that it is the sum of.
    pub(crate) of: Vec<usize>,
}

/// What is selected of one variable, all variables in the table's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selected {
    /// Not in the answer: the request left it out.
    pub(crate) eliminated: bool,
    pub(crate) categories: Vec<Category>,
}

/// What a query string asks for, and the values of its other parameters.
///
/// # Errors
/// [`Problem::NoSuchVariable`] for a parameter such as `valueCodes[]`.
pub(crate) fn of_query(query: &str) -> Result<Vec<Wish>, Problem> {
    let mut wishes: Vec<Wish> = Vec::new();
    // `+` is a space, as in every form: a sex `1+2` must be written `1%2B2`.
    for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let key = key.into_owned();
        let (name, variable) = match key.split_once('[') {
            Some((name, rest)) => (name.to_ascii_lowercase(), rest.strip_suffix(']').unwrap_or_default()),
            None => (key.to_ascii_lowercase(), ""),
        };
        if name != "valuecodes" && name != "codelist" {
            continue;
        }
        if variable.is_empty() {
            return Err(Problem::NoSuchVariable);
        }
        let known = wishes.iter().position(|wish| wish.variable.eq_ignore_ascii_case(variable));
        let index = known.unwrap_or_else(|| {
            wishes.push(Wish { variable: variable.to_owned(), ..Wish::default() });
            wishes.len() - 1
        });
        if name == "codelist" {
            wishes[index].codelist = Some(value.into_owned());
        } else {
            wishes[index].expressions.extend(split(&value));
        }
    }
    Ok(wishes)
}

/// The entries of a list; a comma within brackets does not divide.
fn split(list: &str) -> Vec<String> {
    let (mut entries, mut entry, mut depth) = (Vec::new(), String::new(), 0_usize);
    for letter in list.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => entries.push(std::mem::take(&mut entry)),
            _ => entry.push(letter),
        }
    }
    entries.push(entry);
    entries.iter().map(|entry| entry.trim().to_owned()).collect()
}

/// What a posted body asks for.
///
/// # Errors
/// [`Problem::NoSelection`] if it is not `{"selection": [{"variableCode": …}]}`.
pub(crate) fn of_body(body: &[u8]) -> Result<Vec<Wish>, Problem> {
    if body.is_empty() {
        return Ok(Vec::new());
    }
    let json: Json = serde_json::from_slice(body).map_err(|_| Problem::NoSelection)?;
    let list = json["selection"].as_array().ok_or(Problem::NoSelection)?;
    list.iter().map(|each| wish(each).ok_or(Problem::NoSelection)).collect()
}

fn wish(json: &Json) -> Option<Wish> {
    let expressions = match &json["valueCodes"] {
        Json::Null => Vec::new(),
        codes => codes.as_array()?.iter().map(|code| code.as_str().map(str::to_owned)).collect::<Option<_>>()?,
    };
    let codelist = json["codelist"].as_str().map(str::to_owned);
    Some(Wish { variable: json["variableCode"].as_str()?.to_owned(), codelist, expressions })
}

/// The part of a table that is asked for.
///
/// # Errors
/// The [`Problem`] of the first wish that cannot be met, or
/// [`Problem::TooManyCells`] for more than `most` cells.
pub(crate) fn select(table: &Table, wishes: &[Wish], most: usize) -> Result<Vec<Selected>, Problem> {
    for wish in wishes {
        if !table.variables.iter().any(|variable| is_meant(variable, &wish.variable)) {
            return Err(Problem::NoSuchVariable);
        }
    }
    let nothing = wishes.iter().all(|wish| wish.expressions.is_empty());
    let mut selected = Vec::new();
    for variable in &table.variables {
        let wish = wishes.iter().find(|wish| is_meant(variable, &wish.variable));
        selected.push(match wish {
            _ if nothing => by_default(variable)?,
            Some(wish) if !wish.expressions.is_empty() => wished(variable, wish)?,
            _ => eliminated(variable)?,
        });
    }
    let cells: usize = selected.iter().map(|each| each.categories.len()).product();
    if cells > most { Err(Problem::TooManyCells) } else { Ok(selected) }
}

/// Whether a name is a variable's code; `time` is another name of periods.
fn is_meant(variable: &Variable, name: &str) -> bool {
    variable.code.eq_ignore_ascii_case(name) || (variable.role == Role::Time && name.eq_ignore_ascii_case("time"))
}

/// The default selection is for each publisher to define; this one is the
/// newest period, the first contents and, of what may not be left out, the
/// first value.
fn by_default(variable: &Variable) -> Result<Selected, Problem> {
    if variable.elimination != Elimination::Never {
        return eliminated(variable);
    }
    let wish = Wish { expressions: vec!["top(1)".to_owned()], ..Wish::default() };
    wished(variable, &wish)
}

fn eliminated(variable: &Variable) -> Result<Selected, Problem> {
    let of = match variable.elimination {
        Elimination::Never => return Err(Problem::MissingSelection),
        Elimination::Total(code) => vec![variable.position(code).ok_or(Problem::NoSuchValue)?],
        Elimination::Sum => (0..variable.values.len()).collect(),
    };
    let category = Category { code: String::new(), label: String::new(), of };
    Ok(Selected { eliminated: true, categories: vec![category] })
}

fn wished(variable: &Variable, wish: &Wish) -> Result<Selected, Problem> {
    let known = known(variable, wish.codelist.as_deref())?;
    let codes: Vec<_> = known.iter().map(|category| category.code.as_str()).collect();
    let mut is_chosen = vec![false; codes.len()];
    for expression in &wish.expressions {
        for position in expression::positions(expression, &codes, variable.role)? {
            is_chosen[position] = true;
        }
    }
    // In the variable's order, whatever the order that it was asked in.
    let chosen = known.iter().zip(&is_chosen).filter(|(_, chosen)| **chosen);
    let categories: Vec<_> = chosen.map(|(category, _)| category.clone()).collect();
    if categories.is_empty() {
        return eliminated(variable);
    }
    Ok(Selected { eliminated: false, categories })
}

/// The values that may be asked for: the variable's own or its codelist's.
fn known(variable: &Variable, codelist: Option<&str>) -> Result<Vec<Category>, Problem> {
    let Some(id) = codelist else {
        let own = variable.values.iter().enumerate();
        let category = |(position, value): (usize, &super::table::Value)| Category {
            code: value.code.clone(),
            label: value.label.clone(),
            of: vec![position],
        };
        return Ok(own.map(category).collect());
    };
    let list = variable.codelists.iter().find(|list| list.id == id).ok_or(Problem::NoSuchCodelist)?;
    let mut categories = Vec::new();
    for (code, label, members) in &list.values {
        let of: Option<Vec<_>> = members.iter().map(|member| variable.position(member)).collect();
        categories.push(Category { code: code.clone(), label: label.clone(), of: of.ok_or(Problem::NoSuchValue)? });
    }
    Ok(categories)
}

#[test]
fn a_comma_within_brackets_does_not_divide() {
    assert_eq!(split("00, 0114"), ["00", "0114"]);
    assert_eq!(split("[range(2014M01,2014M03)],2015M01"), ["range(2014M01,2014M03)", "2015M01"]);
    // Without brackets it divides, and what is left is no expression.
    assert_eq!(split("range(2014M01,2014M03)"), ["range(2014M01", "2014M03)"]);
}

#[test]
fn a_plus_is_a_space() {
    let expressions = |query| of_query(query).unwrap()[0].expressions.clone();
    assert_eq!(expressions("valueCodes[Kon]=1+2"), ["1 2"]);
    assert_eq!(expressions("valuecodes%5BKon%5D=1%2B2,1"), ["1+2", "1"]);
    assert_eq!(of_query("valueCodes[]=1"), Err(Problem::NoSuchVariable));
}
