//! Files of the site as bytes, with a typed reason when one does not come.

use super::history;
use gloo_net::http::Request;
use web_sys::AbortController;

/// Why a file did not come.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No answer: no network, or the request was blocked.
    #[error("no answer")]
    Unreachable,
    /// An answer that is not the file.
    #[error("status {0}")]
    Status(u16),
    /// The answer broke off.
    #[error("the answer broke off")]
    Interrupted,
    /// The reader wanted it no longer.
    #[error("stopped")]
    Stopped,
}

/// A way to stop what is on its way.
#[derive(Clone, Debug, Default)]
pub struct Stop(Option<AbortController>);

impl Stop {
    /// For files that are asked for from now on. Where a browser has no such
    /// way, stopping does nothing.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Stops all that was asked for with this.
    pub fn stop(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// Fetches a file by its address below the folder of the first page, unless it is stopped.
///
/// # Errors
/// [`FetchError`] if it does not arrive whole with a status of success.
pub async fn bytes(address: &str, stop: &Stop) -> Result<Vec<u8>, FetchError> {
    let signal = stop.0.as_ref().map(AbortController::signal);
    let why = |otherwise| if signal.as_ref().is_some_and(|it| it.aborted()) { FetchError::Stopped } else { otherwise };
    let request = Request::get(&(history::folder() + address)).abort_signal(signal.as_ref());
    let answer = request.send().await.map_err(|_| why(FetchError::Unreachable))?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| why(FetchError::Interrupted))
}
