//! An answer with data, checked against what was asked for before it is
//! believed: the variables, their codes, the number of values, the vintage.

use super::client::{Refusal, check_json};
use anyhow::{Error, Result, anyhow, bail, ensure};
use faktabank_tables::json_stat::{Dataset, Problem};
use serde_json::json;

/// The codes of one call, variable by variable.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) variables: Vec<(String, Vec<String>)>,
}

impl Question {
    /// The selection as PxWebApi 2 takes it.
    pub(super) fn to_json(&self) -> String {
        let selection: Vec<_> = self
            .variables
            .iter()
            .map(|(variable, codes)| json!({"variableCode": variable, "valueCodes": codes}))
            .collect();
        json!({ "selection": selection }).to_string()
    }

    /// The number of cells.
    pub(super) fn cells(&self) -> usize {
        self.variables.iter().map(|(_, codes)| codes.len()).product()
    }

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// [`Refusal::Garbled`] if it was cut short, [`Refusal::Wrong`] if it is
    /// another answer, or of a newer vintage of the table than `updated`.
    pub(super) fn read(&self, answer: &[u8], updated: &str) -> Result<Dataset, Refusal> {
        let data = Dataset::read(answer).map_err(|error| match error.problem {
            Problem::NotJson(_) => match check_json(answer) {
                Err(refusal) => refusal,
                Ok(()) => Refusal::Wrong(Error::from(error).context("the answer is not as it should be")),
            },
            _ => Refusal::Wrong(Error::from(error).context("the answer is not as it should be")),
        })?;
        self.check(&data, updated).map_err(Refusal::Wrong)?;
        Ok(data)
    }

    fn check(&self, data: &Dataset, updated: &str) -> Result<()> {
        // An older one is that of the contents that were asked for; the table's is of all.
        if is_after(&data.updated, updated) {
            bail!(
                "the table was updated ({}) while an older one ({updated}) was being fetched; run the same command \
                 again to fetch the new one",
                data.updated
            );
        }
        for (variable, codes) in &self.variables {
            let found = data.dimension(variable);
            let found = found.ok_or_else(|| anyhow!("the answer has no {variable}"))?;
            let foreign = found.codes.iter().find(|code| !codes.contains(code));
            ensure!(
                foreign.is_none(),
                "{variable}: the answer has {}, which was not asked for",
                foreign.map_or("", |s| s)
            );
            let missing = codes.iter().find(|code| !found.codes.contains(code));
            ensure!(missing.is_none(), "{variable}: the answer lacks {}", missing.map_or("", |s| s));
        }
        let foreign = data.dimensions.iter().find(|found| !self.variables.iter().any(|(id, _)| *id == found.id));
        ensure!(foreign.is_none(), "the answer has {}, which was not asked for", foreign.map_or("", |found| &found.id));
        Ok(())
    }
}

/// Letters of a time as agencies write it, in UTC and to the second: `2026-03-06T07:00:00`.
const TO_THE_SECOND: usize = 19;

/// Whether a time is after another, both as one agency writes them.
fn is_after(time: &str, other: &str) -> bool {
    let plain = |time: &str| time.get(..TO_THE_SECOND).unwrap_or(time).to_owned();
    plain(time) > plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> Question {
        let codes = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect();
        Question {
            variables: vec![("Region".to_owned(), codes(&["00", "2080"])), ("Tid".to_owned(), codes(&["2014M01"]))],
        }
    }

    const ANSWER: &str = r#"{"version":"2.0","class":"dataset","updated":"U","id":["Tid","Region"],"size":[1,2],
        "value":[1,null],"dimension":{"Tid":{"category":{"index":{"2014M01":0}}},
        "Region":{"category":{"index":["2080","00"]}}}}"#;

    #[track_caller]
    fn check(answer: &str, expected: &str) {
        let said = match question().read(answer.as_bytes(), "U") {
            Ok(data) => format!("{:?}", data.values),
            Err(Refusal::Garbled(error)) => format!("garbled: {error:#}"),
            Err(Refusal::Foreign(error)) => format!("foreign: {error:#}"),
            Err(Refusal::Wrong(error)) => format!("wrong: {error:#}"),
        };
        assert!(said.starts_with(expected), "{said}");
    }

    #[test]
    fn any_order_is_an_answer_and_nothing_else_is() {
        check(ANSWER, "[Some(1.0), None]");
        check(&ANSWER[..90], "garbled: the answer was cut short: EOF while parsing an object");
        check(
            &ANSWER.replace("[1,null]", "[1]"),
            "wrong: the answer is not as it should be: value: expected 2 entries",
        );
        check(&ANSWER.replace("\"2080\",", "\"2081\","), "wrong: Region: the answer has 2081, which was not asked for");
        check(&ANSWER.replace("\"U\"", "\"V\""), "wrong: the table was updated (V) while an older one (U)");
        check(&ANSWER.replace("\"U\"", "\"T\""), "[Some(1.0), None]");
        check(&ANSWER.replace("[1,null]", "[NaN,null]"), "foreign: the service's answer is no JSON: expected value");
        check("<html>", "foreign: a page came instead of an answer");
        let fewer = ANSWER.replace("\"2080\",", "").replace("[1,2]", "[1,1]").replace("[1,null]", "[1]");
        check(&fewer, "wrong: Region: the answer lacks 2080");
    }

    #[test]
    fn a_vintage_is_newer_only_if_it_is() {
        let at = "2026-03-06T07:00:00Z";
        for (time, expected) in [
            ("2026-02-20T07:00:00Z", false),
            ("2026-03-06T07:00:00.000Z", false),
            ("", false),
            ("2026-03-06T07:00:01Z", true),
        ] {
            assert_eq!(is_after(time, at), expected, "{time}");
        }
    }

    #[test]
    fn a_question_is_in_the_form_of_the_specification() {
        let text = r#"{"selection":[{"valueCodes":["00","2080"],"variableCode":"Region"},{"valueCodes":["2014M01"],"variableCode":"Tid"}]}"#;
        assert_eq!((question().to_json().as_str(), question().cells()), (text, 2));
    }
}
