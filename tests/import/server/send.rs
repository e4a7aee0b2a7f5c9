//! The text of an answer to what is sent: whole and compressed if asked, or
//! spoilt in the way that was told.

use super::faults::Fault;
use super::problem::refusal;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream;
use std::io::{self, Write as _};

/// Sends a text, or what a fault makes of it.
pub(super) async fn send(text: String, fault: Option<&Fault>, compressed: bool) -> Response<Body> {
    match fault {
        None | Some(Fault::Fewer(_)) => whole(text, compressed),
        Some(Fault::TooManyCalls(retry_after)) => too_many_calls(retry_after.as_deref()),
        Some(Fault::Status(status)) => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refusal(status, status.canonical_reason().unwrap_or_default())
        }
        Some(Fault::Cut) => cut(text),
        Some(Fault::Slow(while_)) => {
            tokio::time::sleep(*while_).await;
            whole(text, compressed)
        }
        Some(Fault::Silence) => std::future::pending().await,
        Some(Fault::Truncated) => whole(half(&text), compressed),
        Some(Fault::ShortValues) => whole(one_less(&text), compressed),
        Some(Fault::Html) => {
            ([(header::CONTENT_TYPE, "text/html")], "<!DOCTYPE html><title>Underhåll</title>").into_response()
        }
        Some(Fault::Page(status)) => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CONTENT_TYPE, "text/html")], "<html><title>Tillfälligt fel</title></html>")
                .into_response()
        }
        Some(Fault::NotANumber) => whole(text.replacen("\"value\":[", "\"value\":[NaN,", 1), compressed),
        Some(Fault::Updated(at)) => whole(updated(&text, at), compressed),
    }
}

/// The refusal of one call too many.
pub(super) fn too_many_calls(retry_after: Option<&str>) -> Response<Body> {
    let mut reply = super::problem::Problem::TooManyRequests.into_response();
    if let Some(value) = retry_after.and_then(|text| HeaderValue::from_str(text).ok()) {
        reply.headers_mut().insert(header::RETRY_AFTER, value);
    }
    reply
}

fn whole(text: String, compressed: bool) -> Response<Body> {
    let kind = (header::CONTENT_TYPE, "application/json; charset=utf-8");
    if !compressed {
        return ([kind], text).into_response();
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    match encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()) {
        Ok(bytes) => ([kind, (header::CONTENT_ENCODING, "gzip")], bytes).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The first half, and then the end of the connection.
fn cut(text: String) -> Response<Body> {
    let parts = [Ok(Bytes::from(half(&text))), Err(io::Error::other("told to break off"))];
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], Body::from_stream(stream::iter(parts)))
        .into_response()
}

fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

/// The text without the last of its values.
fn one_less(text: &str) -> String {
    const START: &str = "\"value\":[";
    let Some(start) = text.find(START).map(|at| at + START.len()) else { return text.to_owned() };
    let Some(end) = text[start..].find(']').map(|at| at + start) else { return text.to_owned() };
    let last = text[start..end].rfind(',').map_or(start, |at| at + start);
    [&text[..last], &text[end..]].concat()
}

fn updated(text: &str, at: &str) -> String {
    const START: &str = "\"updated\":\"";
    let Some(start) = text.find(START).map(|found| found + START.len()) else { return text.to_owned() };
    let end = text[start..].find('"').map_or(text.len(), |found| found + start);
    [&text[..start], at, &text[end..]].concat()
}

#[test]
fn answers_are_spoilt_as_told() {
    let text = r#"{"updated":"2026-03-24T07:00:00Z","value":[1,2,3],"status":{"1":".."}}"#;
    assert_eq!(one_less(text), r#"{"updated":"2026-03-24T07:00:00Z","value":[1,2],"status":{"1":".."}}"#);
    assert_eq!(updated(text, "x"), r#"{"updated":"x","value":[1,2,3],"status":{"1":".."}}"#);
    assert!(serde_json::from_str::<serde_json::Value>(&half(text)).is_err());
}
