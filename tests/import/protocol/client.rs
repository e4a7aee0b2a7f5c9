//! A plain request to what came back of it, whatever the status.

use crate::server::Server;
use serde_json::Value as Json;
use ureq::http::{Response, header};
use ureq::{Agent, Body};

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// The media type, without its parameters.
    pub(super) kind: String,
    pub(super) retry_after: Option<String>,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn json(&self) -> Json {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }
}

/// Asks by GET.
pub(super) fn get(server: &Server, path: &str) -> Answer {
    try_get(server, path).expect("an answer")
}

/// Asks by GET, where the answer may not come.
pub(super) fn try_get(server: &Server, path: &str) -> Result<Answer, ureq::Error> {
    // The brackets of `valueCodes[Tid]` are not allowed in an address.
    let path = path.replace('[', "%5B").replace(']', "%5D");
    answer(agent().get([server.base_url(), &path].concat()).call()?)
}

/// Asks by POST.
pub(super) fn post(server: &Server, path: &str, body: &Json) -> Answer {
    let request = agent().post([server.base_url(), path].concat()).content_type("application/json");
    answer(request.send(body.to_string()).expect("an answer")).expect("a text")
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).build().into()
}

fn answer(mut response: Response<Body>) -> Result<Answer, ureq::Error> {
    let field = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let kind = field(header::CONTENT_TYPE).unwrap_or_default();
    let (status, retry_after) = (response.status().as_u16(), field(header::RETRY_AFTER));
    let kind = kind.split(';').next().unwrap_or_default().to_owned();
    let text = response.body_mut().with_config().limit(100_000_000).read_to_string()?;
    Ok(Answer { status, kind, retry_after, text })
}
