//! Files of the site as bytes, with a typed reason when one does not come.

use gloo_net::http::Request;

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
}

/// Fetches a file by its address relative to the page.
///
/// # Errors
/// [`FetchError`] if it does not arrive whole with a status of success.
pub async fn bytes(address: &str) -> Result<Vec<u8>, FetchError> {
    let answer = Request::get(address).send().await.map_err(|_| FetchError::Unreachable)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| FetchError::Interrupted)
}
