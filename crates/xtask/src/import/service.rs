//! `/config`: what the agency allows, as typed limits.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::time::Duration;

/// The limits of a PxWebApi 2 service.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) struct Service {
    /// The most cells of a call.
    pub(super) max_data_cells: usize,
    max_calls_per_time_window: usize,
    /// Seconds.
    time_window: u64,
    languages: Vec<Language>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
struct Language {
    id: String,
}

impl Service {
    /// Reads the answer of `/config`.
    ///
    /// # Errors
    ///
    /// If it is not of that form, or a limit is zero.
    pub(super) fn read(answer: &[u8]) -> Result<Self> {
        let service: Self = serde_json::from_slice(answer).context("/config is not that of a PxWebApi 2 service")?;
        let limits = [service.max_data_cells, service.max_calls_per_time_window];
        ensure!(!limits.contains(&0), "/config allows no cells or no calls at all");
        Ok(service)
    }

    /// The most calls of a window.
    pub(super) fn calls(&self) -> usize {
        self.max_calls_per_time_window
    }

    /// How long the window is.
    pub(super) fn window(&self) -> Duration {
        Duration::from_secs(self.time_window)
    }

    /// Whether the service speaks a language.
    ///
    /// # Errors
    ///
    /// If not; the error lists those that it speaks.
    pub(super) fn check_language(&self, language: &str) -> Result<()> {
        let known: Vec<&str> = self.languages.iter().map(|known| known.id.as_str()).collect();
        ensure!(known.contains(&language), "the service does not speak {language:?}, only {}", known.join(", "));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_and_nothing_else_is_needed() {
        let text = r#"{"apiVersion":"2.0.0","languages":[{"id":"en","label":"English"},{"id":"sv","label":"Svenska"}],
            "defaultLanguage":"en","maxDataCells":150000,"maxCallsPerTimeWindow":3,"timeWindow":1,"features":[]}"#;
        let service = Service::read(text.as_bytes()).unwrap();
        assert_eq!((service.max_data_cells, service.calls()), (150_000, 3));
        assert_eq!(service.window(), Duration::from_secs(1));
        assert!(service.check_language("sv").is_ok());
        assert!(service.check_language("fi").unwrap_err().to_string().contains("en, sv"));
    }

    #[test]
    fn another_answer_is_refused() {
        assert!(Service::read(b"<html>").is_err());
        assert!(
            Service::read(br#"{"maxDataCells":0,"maxCallsPerTimeWindow":3,"timeWindow":1,"languages":[]}"#).is_err()
        );
    }
}
