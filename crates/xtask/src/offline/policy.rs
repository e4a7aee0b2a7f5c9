//! The policy of production to what a meta tag can carry of it.

use crate::headers;
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// What only a header may say; browsers complain of it in a meta tag.
const HEADER_ALONE: [&str; 3] = ["frame-ancestors", "report-uri", "sandbox"];

/// The policy of a page whose scripts and styles lie beside it: that of
/// production, which stands in the text of `deploy/headers.conf`.
///
/// # Errors
///
/// If the text has no policy.
pub(crate) fn beside(headers: &str) -> Result<String> {
    Ok(directives(headers)?.map(|(name, sources)| format!("{name} {sources}")).collect::<Vec<_>>().join("; "))
}

/// The policy of a page that has its scripts and styles inside: these, by
/// their hashes, and nothing else from anywhere.
///
/// # Errors
///
/// As [`beside`].
pub(super) fn inside(headers: &str, scripts: &[&str], style: &str) -> Result<String> {
    let policy = directives(headers)?.map(|(name, sources)| {
        let own = match name.as_str() {
            "script-src" => scripts.iter().map(|script| hash(script)).collect(),
            "style-src" => vec![hash(style)],
            _ => Vec::new(),
        };
        let others = sources.split(' ').filter(|source| *source != "'self'").map(str::to_owned);
        let sources: Vec<_> = own.into_iter().chain(others).collect();
        let sources = if sources.is_empty() { "'none'".to_owned() } else { sources.join(" ") };
        format!("{name} {sources}")
    });
    Ok(policy.collect::<Vec<_>>().join("; "))
}

fn directives(text: &str) -> Result<impl Iterator<Item = (String, String)>> {
    let headers = headers::read(text)?;
    let policy = headers.into_iter().find(|(name, _)| name == "Content-Security-Policy");
    let (_, policy) = policy.with_context(|| format!("{} has no policy", headers::FILE))?;
    let parts: Vec<_> = policy.split(';').map(|part| part.trim().to_owned()).collect();
    let named = parts.into_iter().filter_map(|part| {
        let (name, sources) = part.split_once(' ')?;
        (!HEADER_ALONE.contains(&name)).then(|| (name.to_owned(), sources.to_owned()))
    });
    Ok(named)
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str = "add_header Content-Security-Policy \"default-src 'none'; \
        script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
        frame-ancestors *\" always;";

    #[test]
    fn a_meta_tag_carries_what_it_may() {
        assert_eq!(
            beside(HEADERS).unwrap(),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             connect-src 'self'"
        );
    }

    #[test]
    fn what_is_inside_is_let_in_by_its_hash_alone() {
        // The hash of "alert('Hello, world.');" stands in the specification of the policy.
        assert_eq!(
            inside(HEADERS, &["alert('Hello, world.');"], "").unwrap(),
            "default-src 'none'; \
             script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'wasm-unsafe-eval'; \
             style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src data:; connect-src 'none'"
        );
    }

    #[test]
    fn the_policy_of_production_has_no_hole_in_a_copy() {
        let headers = std::fs::read_to_string(crate::project::root().join(headers::FILE)).unwrap();
        for policy in [beside(&headers).unwrap(), inside(&headers, &["a"], "b").unwrap()] {
            assert!(policy.starts_with("default-src 'none'; script-src '"), "{policy}");
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        }
    }
}
