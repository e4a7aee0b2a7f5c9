//! What PxWeb answers when it does not answer: `application/problem+json`.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why a request is refused, in PxWeb's words, misspellings and all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    NoSuchTable,
    NoSuchCodelist,
    NoSuchVariable,
    NoSuchValue,
    IllegalExpression,
    MissingSelection,
    TooManyCells,
    UnsupportedFormat,
    /// A body that is not a selection.
    NoSelection,
    /// A body that does not say that it is JSON.
    UnsupportedBody,
    TooManyRequests,
}

impl Problem {
    const fn title(self) -> &'static str {
        match self {
            Self::NoSuchTable => "Non-existent table",
            Self::NoSuchCodelist => "Non-existent codelist",
            Self::NoSuchVariable => "Non-existent variable",
            Self::NoSuchValue => "Non-existent value",
            Self::IllegalExpression => "Illegal selection expression",
            Self::MissingSelection => "Missing selection for mandantory variable",
            Self::TooManyCells => "Too many cells selected",
            Self::UnsupportedFormat => "Unsupported output format",
            Self::NoSelection => "One or more validation errors occurred.",
            Self::UnsupportedBody => "Unsupported Media Type",
            Self::TooManyRequests => "Too many requests",
        }
    }

    /// The status of the published description.
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::NoSuchTable => StatusCode::NOT_FOUND,
            Self::TooManyCells => StatusCode::FORBIDDEN,
            Self::UnsupportedBody => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        refusal(self.status(), self.title())
    }
}

/// A refusal of any kind.
pub(crate) fn refusal(status: StatusCode, title: &str) -> Response {
    let body = json!({ "type": "Parameter error", "title": title, "status": status.as_u16() });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}
