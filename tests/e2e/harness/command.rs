//! WebDriver commands of one vendor, which fantoccini does not name.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;
use url::{ParseError, Url};

/// `POST /session/{id}/<path>` with a JSON body.
#[derive(Debug)]
pub(crate) struct Vendor {
    /// What follows the session: `se/log`, `goog/cdp/execute`, `moz/context`.
    pub(crate) path: &'static str,
    /// The body.
    pub(crate) body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
