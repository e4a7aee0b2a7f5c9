//! A definition and the table's own metadata to a selection: which codes are
//! asked for, and at which places of our table each of them counts.
//!
//! Areas and periods are told by their codes, which are those of the country;
//! contents, sexes and ages by their labels alone.

use super::definition::{Definition, Wanted, all};
use super::metadata::Metadata;
use super::spelling::{Names, find, find_all, fold};
use super::times::Times;
use anyhow::{Context, Result, bail, ensure};
use faktabank_tables::json_stat::{Dimension, Role};
use faktabank_tables::statistics::{Age, AreaCode, Areas, Catalogue, Content, Period, Sex};

/// What is asked for, variable by variable, and what it makes.
#[derive(Clone, Debug)]
pub(super) struct Selection {
    /// The variables; time last, since it is the first to be cut.
    pub(super) axes: Vec<Axis>,
    /// The table that comes of it.
    pub(super) shape: Shape,
    /// What the agency calls each of its contents.
    pub(super) labels: Vec<String>,
    /// What it calls those that the definition does not name.
    pub(super) not_taken: Vec<String>,
    /// Areas of the table that are none of ours, and are left out.
    pub(super) left_out: Vec<String>,
    /// Periods that the table has and were not asked for.
    pub(super) not_asked: Vec<Period>,
}

/// One variable of the selection.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    /// Its code at the agency.
    pub(super) variable: String,
    /// The codes asked for.
    pub(super) codes: Vec<String>,
    /// For each code, how far into our cells it counts; twice where it is part
    /// of two sums.
    pub(super) offsets: Vec<Vec<usize>>,
}

/// The dimensions of our table, in the order of its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) areas: Vec<AreaCode>,
    pub(super) contents: Vec<Content>,
    pub(super) sexes: Vec<Sex>,
    pub(super) ages: Vec<Age>,
    pub(super) periods: Vec<Period>,
}

impl Shape {
    /// How far apart neighbours of each dimension lie.
    pub(super) fn strides(&self) -> [usize; 5] {
        let period = 1;
        let age = period * self.periods.len();
        let sex = age * self.ages.len();
        let content = sex * self.sexes.len();
        [content * self.contents.len(), content, sex, age, period]
    }

    /// All cells.
    pub(super) fn cells(&self) -> usize {
        self.areas.len() * self.strides()[0]
    }
}

impl Selection {
    /// What the agency calls a contents.
    pub(super) fn label(&self, content: Content) -> &str {
        let at = self.shape.contents.iter().position(|known| *known == content);
        at.and_then(|at| self.labels.get(at)).map_or_else(|| content.code(), String::as_str)
    }
}

/// A variable's codes with the places, in our dimension, at which each counts.
type Places = (String, Vec<(String, Vec<usize>)>);

/// Resolves a definition.
///
/// # Errors
///
/// If the table lacks a variable, category, kommun or month that the definition
/// calls for, or has a kommun that `areas.json` does not know.
pub(super) fn resolve(
    definition: &Definition,
    metadata: &Metadata,
    (areas, catalogue): (&Areas, &'static Catalogue),
    times: &Times,
) -> Result<Selection> {
    let variables = &definition.variables;
    let time = metadata.of_role(variables.time.as_ref(), Role::Time)?;
    let (region_places, area_codes, left_out) = regions(metadata.named(&variables.region)?, definition, areas)?;
    let contents = contents_variable(definition, metadata)?.map(|variable| contents_of(variable, definition));
    let (content_places, labels, not_taken) = match contents.transpose()? {
        Some((places, labels, not_taken)) => (Some(places), labels, not_taken),
        None => (None, vec![metadata.title.clone()], Vec::new()),
    };
    let sex = variables.sex.as_ref().map(|name| sexes(metadata.named(name)?, definition)).transpose()?;
    let age = variables.age.as_ref().map(|name| ages(metadata.named(name)?, definition)).transpose()?;
    let (time_places, periods, not_asked) = times.choose(time)?;
    let shape = Shape {
        areas: area_codes,
        contents: all(&definition.contents, "contents", |code| catalogue.content(code))?,
        sexes: all(&definition.sexes, "sex", Sex::from_code)?,
        ages: all(&definition.ages, "age span", Age::from_code)?,
        periods,
    };
    ensure!(sex.is_some() || shape.sexes.len() == 1, "tables.toml names several sexes and no variable for them");
    ensure!(age.is_some() || shape.ages.len() == 1, "tables.toml names several age spans and no variable for them");
    let [area_stride, content_stride, sex_stride, age_stride, period_stride] = shape.strides();
    let mut axes = vec![axis(region_places, area_stride)];
    axes.extend(content_places.map(|places| axis(places, content_stride)));
    axes.extend(sex.map(|places| axis(places, sex_stride)));
    axes.extend(age.map(|places| axis(places, age_stride)));
    for (name, labels) in &definition.fixed {
        axes.push(axis(fixed(metadata.named(name)?, labels)?, 0));
    }
    axes.push(axis(time_places, period_stride));
    check_all_used(definition, metadata, &axes)?;
    Ok(Selection { axes, shape, labels, not_taken, left_out, not_asked })
}

fn axis((variable, places): Places, stride: usize) -> Axis {
    let (codes, offsets) =
        places.into_iter().map(|(code, at)| (code, at.into_iter().map(|at| at * stride).collect())).unzip();
    Axis { variable, codes, offsets }
}

/// The variable of contents; a table of one may be without.
fn contents_variable<'a>(definition: &Definition, metadata: &'a Metadata) -> Result<Option<&'a Dimension>> {
    let found = metadata.of_role(definition.variables.contents.as_ref(), Role::Metric);
    let is_one = definition.contents.len() == 1 && definition.variables.contents.is_none();
    if is_one && !metadata.has_role(Role::Metric) { Ok(None) } else { found.map(Some) }
}

/// Areas by their codes; those that are taken, and the names of those that are left out.
fn regions(
    variable: &Dimension,
    definition: &Definition,
    areas: &Areas,
) -> Result<(Places, Vec<AreaCode>, Vec<String>)> {
    let (mut unknown, mut left_out) = (Vec::new(), Vec::new());
    let mut has = Vec::new();
    for (code, label) in variable.codes.iter().zip(&variable.labels) {
        match AreaCode::from_code(code).filter(|area| areas.get(*area).is_some()) {
            Some(area) => has.push(area),
            None if is_rest(code, label)
                || definition.other_areas.iter().any(|other| other == code || other == label) =>
            {
                left_out.push(format!("{code} {label}"));
            }
            None => unknown.push(format!("{code} {label}")),
        }
    }
    ensure!(
        unknown.is_empty(),
        "{}: areas.json does not know {}. If a kommun is new or has another code, add it to data/anchors/areas.csv, \
         run cargo xtask editions, and import again; what is no area of ours, name under other_areas in tables.toml",
        variable.id,
        unknown.join(", ")
    );
    let is_taken = |area: AreaCode| definition.areas.iter().any(|kind| kind.area() == area.kind());
    let mut due: Vec<AreaCode> = areas.areas.iter().map(|area| area.code).filter(|area| is_taken(*area)).collect();
    if definition.some_areas {
        due.retain(|area| has.contains(area));
        ensure!(!due.is_empty(), "{}: the table has none of the areas that tables.toml asks for", variable.id);
    }
    let missing: Vec<String> =
        due.iter().filter(|area| !has.contains(area)).map(|area| format!("{area} {}", areas.name(*area))).collect();
    ensure!(
        missing.is_empty(),
        "{}: the table lacks {}. Ask the agency before anything is imported; if a kommun is no more, its former \
         figures must stay comparable, which is a decision for data/anchors/areas.csv. A table that is about some \
         areas only says some_areas = true in tables.toml",
        variable.id,
        missing.join(", ")
    );
    let places = due.iter().enumerate().map(|(at, area)| (area.to_string(), vec![at])).collect();
    Ok(((variable.id.clone(), places), due, left_out))
}

/// How agencies begin the names of what lies in no area: "okänt län", "uppgift
/// saknas", "övriga kommuner", "unknown".
const RESTS: [&str; 12] = [
    "okänd",
    "okänt",
    "okända",
    "uppgift saknas",
    "ospecificera",
    "oidentifiera",
    "ofördela",
    "ej fördel",
    "övriga",
    "restpost",
    "unknown",
    "unspecified",
];

/// Whether a category that is no area of ours is a rest: what could not be placed.
/// Anything else may be a kommun that is new, and must be looked at.
fn is_rest(code: &str, label: &str) -> bool {
    let label = fold(label);
    let is_said = |rest: &str| label.starts_with(rest) || label.contains(&format!(" {rest}"));
    RESTS.into_iter().any(is_said) || (code.len() > 1 && code.bytes().all(|digit| digit == b'9'))
}

/// Contents by label; the labels of those that are taken, and of the others.
fn contents_of(variable: &Dimension, definition: &Definition) -> Result<(Places, Vec<String>, Vec<String>)> {
    let found = find_all(&variable.id, &names(&definition.contents), &variable.labels)?;
    let label = |at: usize| variable.labels[at].clone();
    let not_taken = (0..variable.labels.len()).filter(|at| !found.contains(at)).map(label).collect();
    let labels = found.iter().copied().map(label).collect();
    Ok((places(variable, found.into_iter().map(Some)), labels, not_taken))
}

/// Sexes by label; both as the sum of the others where the table has no total.
fn sexes(variable: &Dimension, definition: &Definition) -> Result<Places> {
    let wanted = names(&definition.sexes);
    if !definition.sum_sexes {
        return Ok(places(variable, find_all(&variable.id, &wanted, &variable.labels)?.into_iter().map(Some)));
    }
    let found = find(&variable.id, &wanted, &variable.labels)?;
    let mut places = places(variable, found.iter().copied());
    let both = all(&definition.sexes, "sex", Sex::from_code)?.iter().position(|sex| *sex == Sex::Both);
    if let Some(both) = both.filter(|both| found[*both].is_none()) {
        ensure!(places.1.len() == 2, "{}: no total, and not women and men to make one of", variable.id);
        for (_, at) in &mut places.1 {
            at.push(both);
        }
    }
    Ok(places)
}

/// Age spans by label, or as sums of single years of age.
fn ages(variable: &Dimension, definition: &Definition) -> Result<Places> {
    if !definition.sum_ages {
        let found = find_all(&variable.id, &names(&definition.ages), &variable.labels)?;
        return Ok(places(variable, found.into_iter().map(Some)));
    }
    let mut spans = Vec::new();
    for wanted in &definition.ages {
        spans.push(Age::from_code(&wanted.is).with_context(|| format!("{:?} is no span of ages", wanted.is))?);
    }
    // Tables of single years end with all that are older.
    let years: Vec<Age> = (0..100).filter_map(|year| Age::between(year, year)).chain(Age::at_least(100)).collect();
    let years: Vec<Age> = years.into_iter().filter(|year| spans.iter().any(|span| span.contains(*year))).collect();
    let labels: Vec<Vec<String>> = years.iter().map(|year| vec![format!("{year} år"), year.to_string()]).collect();
    let wanted: Vec<Names<'_>> = labels.iter().map(Vec::as_slice).collect();
    let found = find_all(&variable.id, &wanted, &variable.labels)?;
    let within = |year: &Age| (0..spans.len()).filter(|at| spans[*at].contains(*year)).collect();
    let places = found.iter().zip(&years).map(|(at, year)| (variable.codes[*at].clone(), within(year))).collect();
    Ok((variable.id.clone(), places))
}

fn fixed(variable: &Dimension, labels: &[String]) -> Result<Places> {
    let found = find_all(&variable.id, &[labels], &variable.labels)?;
    Ok(places(variable, found.into_iter().map(Some)))
}

fn names(wanted: &[Wanted]) -> Vec<Names<'_>> {
    wanted.iter().map(|wanted| wanted.called.as_slice()).collect()
}

/// Each category that was found at its own place.
fn places(variable: &Dimension, found: impl Iterator<Item = Option<usize>>) -> Places {
    let found = found.enumerate().filter_map(|(place, at)| Some((variable.codes[at?].clone(), vec![place])));
    (variable.id.clone(), found.collect())
}

/// Every variable of the table is selected from, or left to the agency to sum over.
fn check_all_used(definition: &Definition, metadata: &Metadata, axes: &[Axis]) -> Result<()> {
    for name in &definition.eliminated {
        // A file has been summed over it before it was saved, or not at all.
        let Ok(variable) = metadata.named(name) else { continue };
        ensure!(
            metadata.can_be_eliminated(&variable.id),
            "{}: nobody sums over this variable; give it under fixed in tables.toml the category to take",
            variable.id
        );
    }
    for variable in &metadata.variables {
        let left_out = |name: &String| metadata.named(name).is_ok_and(|known| known.id == variable.id);
        if !axes.iter().any(|axis| axis.variable == variable.id) && !definition.eliminated.iter().any(left_out) {
            bail!(
                "{}: tables.toml does not say what to do with this variable ({}). Its categories are {}",
                variable.id,
                variable.label,
                variable.labels.join(", ")
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_is_told_from_a_kommun_that_is_new() {
        for (code, label) in [("99", "okänt län"), ("2099", "Dalarnas län, okänd kommun"), ("9999", "Uppgift saknas")]
        {
            assert!(is_rest(code, label), "{code} {label}");
        }
        for (code, label) in [("2099", "Nyfalun"), ("SE12", "Östra Mellansverige"), ("25", "Norra Norrland")] {
            assert!(!is_rest(code, label), "{code} {label}");
        }
    }
}
