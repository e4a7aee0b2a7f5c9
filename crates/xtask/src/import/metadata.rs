//! The answer about a table's metadata to its variables, and what it says of
//! itself: when it was updated, and its footnotes.

use super::spelling::fold;
use crate::check_data::is_date;
use anyhow::{Context, Result, ensure};
use faktabank_tables::json_stat::{Dataset, Dimension, Role};
use faktabank_tables::statistics::Period;
use serde_json::Value;

/// What is known of a table at the agency before any cell is fetched.
#[derive(Clone, Debug)]
pub(super) struct Metadata {
    /// Its title.
    pub(super) title: String,
    /// When it last changed, as the agency writes it.
    pub(super) updated: String,
    /// Its footnotes, in order.
    pub(super) footnotes: Vec<String>,
    /// Its variables.
    pub(super) variables: Vec<Dimension>,
    /// The ids of variables that may be left out of a selection.
    can_be_eliminated: Vec<String>,
}

impl Metadata {
    /// Reads an answer.
    ///
    /// # Errors
    ///
    /// If it is not JSON-stat, or does not say when the table was updated.
    pub(super) fn read(answer: &[u8]) -> Result<Self> {
        let data = Dataset::read_metadata(answer).context("the metadata")?;
        Self::of(data, answer)
    }

    /// Reads a file that holds a table, which was updated on `otherwise` where it
    /// does not say when. Nobody sums over a variable of it that is left out.
    ///
    /// # Errors
    ///
    /// As [`Metadata::read`].
    pub(super) fn of_file(file: &[u8], otherwise: &str) -> Result<Self> {
        let mut data = Dataset::read_metadata(file)?;
        if data.updated.is_empty() {
            otherwise.clone_into(&mut data.updated);
        }
        Ok(Self { can_be_eliminated: Vec::new(), ..Self::of(data, file)? })
    }

    fn of(data: Dataset, answer: &[u8]) -> Result<Self> {
        let json: Value = serde_json::from_slice(answer)?;
        let mut data = data;
        give_roles(&mut data.dimensions);
        let date = data.updated.get(..10).unwrap_or_default();
        ensure!(is_date(date), "the metadata does not say when the table was updated, but {:?}", data.updated);
        let can_be_eliminated = |id: &str| json["dimension"][id]["extension"]["elimination"].as_bool() == Some(true);
        let mut footnotes = data.notes;
        for variable in &data.dimensions {
            footnotes.extend(variable.notes.iter().cloned());
            footnotes.extend(category_notes(&json["dimension"][&variable.id], variable));
        }
        Ok(Self {
            title: data.label,
            updated: data.updated,
            footnotes,
            can_be_eliminated: data
                .dimensions
                .iter()
                .map(|of| of.id.clone())
                .filter(|id| can_be_eliminated(id))
                .collect(),
            variables: data.dimensions,
        })
    }

    /// The day on which the table was updated.
    pub(super) fn updated_on(&self) -> &str {
        self.updated.get(..10).unwrap_or(&self.updated)
    }

    /// Whether a variable may be left out of a selection.
    pub(super) fn can_be_eliminated(&self, id: &str) -> bool {
        self.can_be_eliminated.iter().any(|known| known == id)
    }

    /// The one variable that a definition names, or that has a role.
    ///
    /// # Errors
    ///
    /// If there is none such, or several have the role.
    pub(super) fn of_role(&self, name: Option<&String>, role: Role) -> Result<&Dimension> {
        match name {
            Some(name) => self.named(name),
            None => self.with_role(role).context("name it under variables in tables.toml"),
        }
    }

    /// Whether any variable has a role.
    pub(super) fn has_role(&self, role: Role) -> bool {
        self.variables.iter().any(|variable| variable.role == Some(role))
    }

    /// The one variable that has a role.
    ///
    /// # Errors
    ///
    /// If none or several have it.
    pub(super) fn with_role(&self, role: Role) -> Result<&Dimension> {
        let mut all = self.variables.iter().filter(|variable| variable.role == Some(role));
        let only = all.next().with_context(|| format!("no variable has the role {role:?}; {}", self.list()))?;
        ensure!(all.next().is_none(), "several variables have the role {role:?}; {}", self.list());
        Ok(only)
    }

    /// A variable by its code or its label.
    ///
    /// # Errors
    ///
    /// If there is none such; the error lists those that there are.
    pub(super) fn named(&self, name: &str) -> Result<&Dimension> {
        let wanted = fold(name);
        let is = |text: &str| fold(text) == wanted;
        let found = self.variables.iter().find(|variable| is(&variable.id) || is(&variable.label));
        found.with_context(|| format!("the table has no variable {name:?}; {}", self.list()))
    }

    fn list(&self) -> String {
        let names: Vec<&str> = self.variables.iter().map(|variable| variable.id.as_str()).collect();
        format!("it has {}", names.join(", "))
    }
}

/// The variable of contents in every table of a PxWeb.
const CONTENTS: &str = "ContentsCode";

/// Roles that can be told without being said: periods by their codes, where one
/// variable alone has nothing else, and contents by the name that PxWeb gives them.
fn give_roles(variables: &mut [Dimension]) {
    let has = |variables: &[Dimension], role| variables.iter().any(|variable| variable.role == Some(role));
    let is_time = |variable: &Dimension| {
        !variable.codes.is_empty() && variable.codes.iter().all(|code| Period::from_code(code).is_some())
    };
    if !has(variables, Role::Time) && variables.iter().filter(|variable| is_time(variable)).count() == 1 {
        variables.iter_mut().filter(|variable| is_time(variable)).for_each(|time| time.role = Some(Role::Time));
    }
    if !has(variables, Role::Metric) {
        let contents = variables.iter_mut().find(|variable| variable.id == CONTENTS && variable.role.is_none());
        contents.into_iter().for_each(|contents| contents.role = Some(Role::Metric));
    }
}

/// The footnotes of single categories, each with the category's label.
fn category_notes(json: &Value, variable: &Dimension) -> Vec<String> {
    let notes = &json["category"]["note"];
    let labelled = variable.codes.iter().zip(&variable.labels);
    labelled
        .flat_map(|(code, label)| {
            let list = notes[code].as_array().into_iter().flatten();
            list.filter_map(Value::as_str).map(move |note| format!("{label}: {note}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In the form of SCB's answers: no values, roles without geo, units, notes.
    const ANSWER: &str = r#"{"version":"2.0","class":"dataset","label":"Helårsekvivalenter","source":"SCB",
        "updated":"2026-03-06T07:00:00Z","note":["hela tabellen"],"role":{"time":["Tid"],"metric":["ContentsCode"]},
        "id":["Region","Kon","ContentsCode","Tid"],"size":[2,2,1,3],"value":[],"dimension":{
        "Region":{"label":"region","category":{"index":{"00":0,"2080":1},"label":{"00":"Riket","2080":"Falun"}},
            "extension":{"elimination":false}},
        "Kon":{"label":"kön","category":{"index":{"1":0,"2":1},"label":{"1":"män","2":"kvinnor"}},
            "extension":{"elimination":true}},
        "ContentsCode":{"label":"tabellinnehåll","category":{"index":{"0000018L":0},
            "label":{"0000018L":"Ekonomiskt bistånd"},"unit":{"0000018L":{"base":"antal","decimals":0}},
            "note":{"0000018L":["0 kan vara bortfall"]}}},
        "Tid":{"label":"månad","category":{"index":{"2014M01":0,"2014M02":1,"2014M03":2}}}}}"#;

    #[test]
    fn what_scb_says_of_a_table_is_read() {
        let metadata = Metadata::read(ANSWER.as_bytes()).unwrap();
        assert_eq!((metadata.updated_on(), metadata.title.as_str()), ("2026-03-06", "Helårsekvivalenter"));
        assert_eq!(metadata.footnotes, ["hela tabellen", "Ekonomiskt bistånd: 0 kan vara bortfall"]);
        assert_eq!(metadata.with_role(Role::Time).unwrap().codes.len(), 3);
        assert_eq!(metadata.named("kön").unwrap().id, "Kon");
        assert!(metadata.can_be_eliminated("Kon") && !metadata.can_be_eliminated("Region"));
    }

    #[test]
    fn roles_that_are_not_said_are_told_by_codes_and_names() {
        let silent = ANSWER.replace(r#""role":{"time":["Tid"],"metric":["ContentsCode"]},"#, "");
        let metadata = Metadata::read(silent.as_bytes()).unwrap();
        assert_eq!(metadata.with_role(Role::Time).unwrap().id, "Tid");
        assert_eq!(metadata.with_role(Role::Metric).unwrap().id, "ContentsCode");
        assert!(Metadata::read(silent.replace("2014M", "vecka").as_bytes()).unwrap().with_role(Role::Time).is_err());
    }

    #[test]
    fn what_is_not_there_is_said_with_what_is() {
        let metadata = Metadata::read(ANSWER.as_bytes()).unwrap();
        let error = metadata.named("Alder").unwrap_err().to_string();
        assert!(error.contains("\"Alder\"; it has Region, Kon, ContentsCode, Tid"), "{error}");
        assert!(metadata.with_role(Role::Geo).is_err());
        let undated = ANSWER.replace("2026-03-06T07:00:00Z", "");
        assert!(Metadata::read(undated.as_bytes()).unwrap_err().to_string().contains("updated"));
    }
}
