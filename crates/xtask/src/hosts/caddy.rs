//! The rules for Caddy.

use super::rules::{CODINGS, Rules, head};
use crate::compress::TEXTS;
use std::fmt::Write as _;

/// The `Caddyfile`.
pub(super) fn file(rules: &Rules) -> String {
    let mut headers = String::new();
    for (name, value) in &rules.headers {
        let _ = writeln!(headers, "\t\t{name} \"{value}\"");
    }
    let texts = TEXTS.map(|end| format!("*.{end}")).join(" ");
    let codings = CODINGS.map(|(coding, _)| coding).join(" ");
    let Rules { hashed, others, pattern, .. } = rules;
    format!(
        "{}#
# Put dist/ at the root below. With the name of the host in place of :8080, Caddy
# fetches a certificate and serves https.

(faktabank_headers) {{
	header {{
{headers}		-Server
	}}
}}

:8080 {{
	root * /srv/faktabank
	import faktabank_headers
	handle_errors {{
		import faktabank_headers
		respond \"{{err.status_code}} {{err.status_text}}\"
	}}

	# Names that change with their contents never change; an error is not kept.
	@hashed {{
		file
		path_regexp {pattern}
	}}
	@others {{
		file {{path}} {{path}}/index.html
		not path_regexp {pattern}
	}}
	header @hashed Cache-Control \"{hashed}\"
	header @others Cache-Control \"{others}\"

	# Said of the file itself too, so that no cache gives one for the other.
	@texts path */ {texts}
	header @texts {{
		Vary Accept-Encoding
		defer
	}}

	file_server {{
		precompressed {codings}
	}}
}}
",
        head("# ")
    )
}
