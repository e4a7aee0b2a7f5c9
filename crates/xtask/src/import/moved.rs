//! An answer that says where else it is to be had, to the address of the next
//! call: what was asked is asked there, method and body as they were.

use anyhow::{Context, Result, ensure};
use ureq::http::{HeaderMap, StatusCode};
use url::Url;

/// A call is sent on so often at most.
pub(super) const MOST: usize = 5;

/// Where an answer is.
pub(super) struct Place {
    pub(super) address: String,
    /// Whether it will stay there.
    for_good: bool,
}

impl Place {
    /// Where the service is from now on, if all of it has moved for good and not
    /// this one `path` alone.
    pub(super) fn base(&self, path: &str) -> Option<String> {
        self.address.strip_suffix(path).filter(|_| self.for_good).map(str::to_owned)
    }
}

/// Where else the answer to a call at `address` is, if it says so.
///
/// # Errors
///
/// If it does not say where, or at a place that nobody should be sent to.
pub(super) fn elsewhere(status: StatusCode, headers: &HeaderMap, address: &str) -> Result<Option<Place>> {
    let for_good = matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
    if !for_good && !matches!(status, StatusCode::FOUND | StatusCode::TEMPORARY_REDIRECT) {
        return Ok(None);
    }
    let location = headers.get("Location").and_then(|header| header.to_str().ok());
    let location = location.with_context(|| format!("the service says {status}, and not where its answer is"))?;
    let from = Url::parse(address).with_context(|| format!("{address:?} is no address"))?;
    let to =
        from.join(location).with_context(|| format!("the service sends us to {location:?}, which is no address"))?;
    let is_open = |url: &Url| url.scheme() == "http";
    ensure!(is_open(&to) || to.scheme() == "https", "the service sends us to {to}, which is no address of the web");
    ensure!(!is_open(&to) || is_open(&from), "the service sends us to {to}, where the way is not encrypted");
    Ok(Some(Place { address: to.into(), for_good }))
}

/// A text without the mark of byte order that may come first.
pub(super) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(status: u16, location: &str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert("Location", location.parse().unwrap());
        let found = elsewhere(StatusCode::from_u16(status).unwrap(), &headers, "https://a.se/api/v2/config?lang=sv");
        let said = match found {
            Ok(Some(place)) => {
                format!("{} {}", place.address, place.base("/config?lang=sv").unwrap_or_else(|| "stays".to_owned()))
            }
            Ok(None) => "here".to_owned(),
            Err(error) => error.to_string(),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn a_move_is_followed_and_one_for_good_is_remembered() {
        check(301, "/ny/v2/config?lang=sv", "https://a.se/ny/v2/config?lang=sv https://a.se/ny/v2");
        check(308, "https://b.se/v2/config?lang=sv", "https://b.se/v2/config?lang=sv https://b.se/v2");
        check(307, "/ny/v2/config?lang=sv", "https://a.se/ny/v2/config?lang=sv stays");
        check(302, "config2", "https://a.se/api/v2/config2 stays");
        check(301, "/logga-in", "https://a.se/logga-in stays");
        check(404, "/x", "here");
    }

    #[test]
    fn nobody_is_sent_where_the_way_is_open() {
        check(301, "http://a.se/x", "the service sends us to http://a.se/x, where the way is not encrypted");
        check(301, "file:///etc/x", "the service sends us to file:///etc/x, which is no address of the web");
        let none = elsewhere(StatusCode::FOUND, &HeaderMap::new(), "http://a.se/").err().unwrap();
        assert_eq!(none.to_string(), "the service says 302 Found, and not where its answer is");
    }
}
