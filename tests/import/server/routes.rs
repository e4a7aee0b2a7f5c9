//! A call to its answer: which address tells of what, after the limits and
//! before what was told to go wrong.

use super::Setup;
use super::answer;
use super::config;
use super::faults::{Fault, Kind};
use super::problem::Problem;
use super::record::Record;
use super::selection::{self, Wish};
use super::send::{send, too_many_calls};
use super::table::{Codelist, Role, Table};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{self, FromRequest, Path, State};
use axum::http::{HeaderMap, HeaderName, Response, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::json;
use std::sync::{Arc, PoisonError, RwLock};

type Reply = Response<Body>;

/// PxWeb is not reached by a longer one.
const LONGEST_QUERY: usize = 2048;

/// What every call knows.
#[derive(Debug)]
pub(super) struct Api {
    setup: RwLock<Arc<Setup>>,
    pub(super) record: Record,
}

/// The addresses of the API.
pub(super) fn router(api: Arc<Api>) -> Router {
    let routes = Router::new()
        .route("/config", get(configuration))
        .route("/tables/{id}", get(table))
        .route("/tables/{id}/metadata", get(metadata))
        .route("/tables/{id}/data", get(data_by_query).post(data_by_body))
        .route("/codelists/{id}", get(codelist))
        .with_state(Arc::clone(&api));
    // The same at the address that a service may have moved to.
    let all = Router::new().nest("/api/v2", routes.clone()).nest("/ny/v2", routes);
    all.layer(middleware::from_fn_with_state(api, sent_on))
}

/// Sends a call on to where the service has moved, if it has.
async fn sent_on(State(api): State<Arc<Api>>, request: extract::Request, next: Next) -> Reply {
    let place = request.uri().to_string();
    let Some((status, rest)) = api.setup().moved.zip(place.strip_prefix("/api/v2")) else {
        return next.run(request).await;
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FOUND);
    (status, [(header::LOCATION, format!("/ny/v2{rest}"))], "moved").into_response()
}

/// What is asked, beside the address.
struct Request {
    query: String,
    headers: HeaderMap,
    body: Bytes,
}

impl<S: Send + Sync> FromRequest<S> for Request {
    type Rejection = Reply;

    async fn from_request(request: extract::Request, state: &S) -> Result<Self, Reply> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let headers = request.headers().clone();
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self { query, headers, body })
    }
}

impl Request {
    fn parameter(&self, name: &str) -> Option<String> {
        let mut pairs = url::form_urlencoded::parse(self.query.as_bytes());
        pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.into_owned())
    }

    fn header(&self, name: HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// An answer before it is sent: its text and cells, or a refusal.
type Told = Result<(String, usize), Problem>;

async fn configuration(State(api): State<Arc<Api>>, request: Request) -> Reply {
    api.reply(Kind::Config, &request, |setup, _| Ok((config::answer(&setup.limits), 0))).await
}

async fn table(State(api): State<Arc<Api>>, Path(id): Path<String>, request: Request) -> Reply {
    api.reply(Kind::Table, &request, |setup, _| Ok((about(setup.table(&id)?), 0))).await
}

async fn metadata(State(api): State<Arc<Api>>, Path(id): Path<String>, request: Request) -> Reply {
    let tell = |setup: &Setup, _: Option<&Fault>| {
        check_format(&request)?;
        Ok((answer::metadata(setup.table(&id)?, &setup.metadata), 0))
    };
    api.reply(Kind::Metadata, &request, tell).await
}

async fn data_by_query(State(api): State<Arc<Api>>, Path(id): Path<String>, request: Request) -> Reply {
    let tell = |setup: &Setup, fault: Option<&Fault>| {
        check_format(&request)?;
        setup.data(&id, &selection::of_query(&request.query)?, fault)
    };
    api.reply(Kind::Data, &request, tell).await
}

async fn data_by_body(State(api): State<Arc<Api>>, Path(id): Path<String>, request: Request) -> Reply {
    let tell = |setup: &Setup, fault: Option<&Fault>| {
        check_format(&request)?;
        if !request.header(header::CONTENT_TYPE).starts_with("application/json") {
            return Err(Problem::UnsupportedBody);
        }
        setup.data(&id, &selection::of_body(&request.body)?, fault)
    };
    api.reply(Kind::Data, &request, tell).await
}

async fn codelist(State(api): State<Arc<Api>>, Path(id): Path<String>, request: Request) -> Reply {
    api.reply(Kind::Codelist, &request, |setup, _| Ok((about_codelist(setup.codelist(&id)?), 0))).await
}

/// What `/codelists/{id}` says of a codelist.
fn about_codelist(list: &Codelist) -> String {
    let value =
        |(code, label, of): &(String, String, Vec<String>)| json!({ "code": code, "label": label, "valueMap": of });
    let text = json!({
        "id": list.id,
        "label": list.label,
        "language": "sv",
        "languages": ["sv", "en"],
        "type": answer::kind(list.id),
        "values": list.values.iter().map(value).collect::<Vec<_>>(),
        "links": [],
    });
    text.to_string()
}

/// What `/tables/{id}` says of a table.
fn about(table: &Table) -> String {
    let time = table.variables.iter().find(|variable| variable.role == Role::Time);
    let period = |value: Option<&super::table::Value>| value.map(|value| value.code.clone());
    let periods = time.map(|time| time.values.as_slice()).unwrap_or_default();
    let monthly = periods.first().is_some_and(|first| first.code.contains('M'));
    let text = json!({
        "language": "sv",
        "id": table.id,
        "label": table.label,
        "description": "",
        "updated": table.updated,
        "firstPeriod": period(periods.first()),
        "lastPeriod": period(periods.last()),
        "category": "public",
        "variableNames": table.variables.iter().map(|variable| variable.label).collect::<Vec<_>>(),
        "source": "SCB",
        "timeUnit": if monthly { "Monthly" } else { "Annual" },
        "discontinued": null,
        "links": [],
    });
    text.to_string()
}

/// JSON-stat is spoken here, and its answers have no other parameters.
fn check_format(request: &Request) -> Result<(), Problem> {
    let format = request.parameter("outputFormat");
    if format.is_some_and(|format| format != "json-stat2") || request.parameter("outputFormatParams").is_some() {
        return Err(Problem::UnsupportedFormat);
    }
    Ok(())
}

impl Setup {
    fn table(&self, id: &str) -> Result<&Table, Problem> {
        let found = self.tables.iter().find(|table| table.id.eq_ignore_ascii_case(id));
        found.ok_or(Problem::NoSuchTable)
    }

    fn codelist(&self, id: &str) -> Result<&Codelist, Problem> {
        let variables = self.tables.iter().flat_map(|table| &table.variables);
        variables.flat_map(|variable| &variable.codelists).find(|list| list.id == id).ok_or(Problem::NoSuchCodelist)
    }

    fn data(&self, id: &str, wishes: &[Wish], fault: Option<&Fault>) -> Told {
        let table = self.truth.as_ref().filter(|table| table.id == id).map_or_else(|| self.table(id), Ok)?;
        let mut selected = selection::select(table, wishes, self.limits.cells)?;
        if let Some(Fault::Fewer(variable)) = fault {
            for (each, of) in selected.iter_mut().zip(&table.variables) {
                if of.code == *variable {
                    each.categories.truncate(1);
                }
            }
        }
        let cells = selected.iter().map(|each| each.categories.len()).product();
        Ok((answer::data(table, &selected, &self.data), cells))
    }
}

impl Api {
    /// An API that behaves so.
    pub(super) fn new(setup: Setup) -> Self {
        Self { setup: RwLock::new(Arc::new(setup)), record: Record::default() }
    }

    /// Lets it behave otherwise from the next call on.
    pub(super) fn change(&self, change: impl FnOnce(Setup) -> Setup) {
        let mut setup = self.setup.write().unwrap_or_else(PoisonError::into_inner);
        *setup = Arc::new(change(Setup::clone(&setup)));
    }

    fn setup(&self) -> Arc<Setup> {
        Arc::clone(&self.setup.read().unwrap_or_else(PoisonError::into_inner))
    }

    async fn reply(&self, kind: Kind, request: &Request, tell: impl FnOnce(&Setup, Option<&Fault>) -> Told) -> Reply {
        let setup = self.setup();
        let asked = [request.query.as_bytes(), b" ", &request.body].concat();
        let asked = String::from_utf8_lossy(&asked).trim().to_owned();
        let (number, call, wait) = self.record.note(kind, asked, &setup.limits);
        let fault = setup.faults.of(kind, call);
        let mut cells = 0;
        let reply = if let Some(wait) = wait {
            // Whole seconds, and never too few of them.
            too_many_calls(Some(&(wait.as_secs() + 1).to_string()))
        } else if request.query.len() > LONGEST_QUERY {
            (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], "<h2>404 - File not found.</h2>")
                .into_response()
        } else {
            match tell(&setup, fault) {
                Err(problem) => problem.into_response(),
                Ok((text, told)) => {
                    cells = told;
                    let text = if setup.marks_order { format!("\u{feff}{text}") } else { text };
                    let compressed = setup.compresses && request.header(header::ACCEPT_ENCODING).contains("gzip");
                    send(text, fault, compressed).await
                }
            }
        };
        self.record.answered(number, reply.status().as_u16(), cells);
        reply
    }
}
