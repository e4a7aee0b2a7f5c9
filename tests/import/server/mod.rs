//! A PxWebApi 2 of our own: tables to an HTTP server on this computer that
//! answers as the published description says, keeps to its limits, and goes
//! wrong when it is told to. It knows nothing of who calls it.

mod answer;
mod config;
mod expression;
mod faults;
mod limits;
mod problem;
mod record;
mod routes;
mod selection;
mod send;
mod table;

pub(crate) use answer::Form;
pub(crate) use faults::{Fault, Faults, Kind, When};
pub(crate) use limits::Limits;
pub(crate) use record::Record;
pub(crate) use table::{Codelist, Elimination, NONE, NOTHING, Table, Variable};

use routes::Api;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// What a server has and how it behaves.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    pub(crate) tables: Vec<Table>,
    pub(crate) limits: Limits,
    pub(crate) faults: Faults,
    /// The form of `/metadata`.
    pub(crate) metadata: Form,
    /// The form of `/data`.
    pub(crate) data: Form,
    /// Another table that `/data` tells of, by the id of the one that
    /// `/metadata` tells of.
    pub(crate) truth: Option<Table>,
    /// Whether answers are compressed for those who take them so.
    pub(crate) compresses: bool,
    /// Whether a mark of byte order comes before each answer.
    pub(crate) marks_order: bool,
    /// The status by which all calls are sent on to another address of its own.
    pub(crate) moved: Option<u16>,
}

impl Setup {
    /// A server of these tables that does nothing wrong.
    pub(crate) fn of(tables: impl IntoIterator<Item = Table>) -> Self {
        Self {
            tables: tables.into_iter().collect(),
            limits: Limits::ROOMY,
            faults: Faults::default(),
            metadata: Form::default(),
            data: Form::default(),
            truth: None,
            compresses: false,
            marks_order: false,
            moved: None,
        }
    }

    /// The same, with these limits.
    pub(crate) fn limited(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The same, with these faults.
    pub(crate) fn failing(self, faults: Faults) -> Self {
        Self { faults, ..self }
    }
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    address: String,
    api: Arc<Api>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Starts a server on a free port.
    pub(crate) fn start(setup: Setup) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
        let address = format!("http://{}/api/v2", listener.local_addr().expect("an address"));
        let api = Arc::new(Api::new(setup));
        let router = routes::router(Arc::clone(&api));
        runtime.spawn(async { axum::serve(listener, router).await });
        Self { address, api, runtime: Some(runtime) }
    }

    /// Where its API begins.
    pub(crate) fn base_url(&self) -> &str {
        &self.address
    }

    /// Lets it behave otherwise from the next call on.
    pub(crate) fn change(&self, change: impl FnOnce(Setup) -> Setup) {
        self.api.change(change);
    }

    /// The calls that it got.
    pub(crate) fn record(&self) -> &Record {
        &self.api.record
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Calls that are never answered would be waited for.
            runtime.shutdown_background();
        }
    }
}
