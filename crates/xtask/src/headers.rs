//! The headers of production: turns `deploy/headers.conf`, which nginx
//! includes, into names and values for `serve`. It decides no header itself.

use anyhow::{Context, Result, ensure};

/// The file that holds them, below the project's folder.
pub(crate) const FILE: &str = "deploy/headers.conf";

/// The `add_header` lines with a constant value; those with a variable depend
/// on the path and are left out.
///
/// # Errors
///
/// If a line is neither a comment nor a complete `add_header`.
pub(crate) fn read(text: &str) -> Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let rest = line.strip_prefix("add_header ").with_context(|| format!("not an add_header: {line}"))?;
        let (name, value) = rest.split_once(' ').with_context(|| format!("no value: {line}"))?;
        if value.starts_with('$') {
            continue;
        }
        let quoted = value.strip_prefix('"').and_then(|value| value.split_once('"'));
        let (value, end) = quoted.with_context(|| format!("no quoted value: {line}"))?;
        ensure!(end == " always;", "a header that is not always sent: {line}");
        headers.push((name.to_owned(), value.to_owned()));
    }
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_strict_one() {
        let text = std::fs::read_to_string(crate::project::root().join(FILE)).unwrap();
        let headers = read(&text).unwrap();
        let policy = headers.iter().find(|(name, _)| name == "Content-Security-Policy").unwrap();
        assert!(policy.1.starts_with(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data: blob:; connect-src 'self'"
        ));
        assert!(!policy.1.contains("unsafe-inline") && !policy.1.contains("'unsafe-eval'"));
        assert!(headers.contains(&("X-Content-Type-Options".into(), "nosniff".into())));
    }

    #[test]
    fn what_depends_on_the_path_is_left_out() {
        assert_eq!(
            read("# A comment\nadd_header A $a always;\nadd_header B \"b; c\" always;").unwrap(),
            [("B".into(), "b; c".into())]
        );
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = read("add_header X-Frame-Options \"DENY\";").unwrap_err();
        assert_eq!(error.to_string(), "a header that is not always sent: add_header X-Frame-Options \"DENY\";");
    }
}
