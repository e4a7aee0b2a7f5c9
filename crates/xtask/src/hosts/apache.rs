//! The rules for Apache.

use super::rules::{CODINGS, Rules, TYPES, head, texts};
use std::fmt::Write as _;

/// A `.htaccess`, which `<Directory>` may include as well.
pub(super) fn file(rules: &Rules) -> String {
    let mut text = head("# ");
    text.push_str(
        "#
# Copy it into dist/ as .htaccess (`cargo xtask build --host apache` does) where
# AllowOverride has FileInfo and Indexes, or include it in <Directory>. Needs the
# modules dir, headers, mime and rewrite, and says so by an error without them: a
# site without its policy would look whole.

DirectoryIndex index.html

",
    );
    for (name, value) in &rules.headers {
        // A directive's own quotation marks; those of the value are single.
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let Rules { hashed, others, pattern, .. } = rules;
    let start = pattern.trim_end_matches('$');
    let beside = CODINGS.map(|(_, end)| end).join("|");
    let _ = write!(
        text,
        "
# Without `always`: an error must not be kept.
Header set Cache-Control \"{others}\"
<FilesMatch \"{start}(\\.({beside}))?$\">
    Header set Cache-Control \"{hashed}\"
</FilesMatch>

"
    );
    for (end, kind, is_text) in TYPES {
        let _ = writeln!(text, "AddType {kind} .{end}");
        if is_text {
            let _ = writeln!(text, "AddCharset utf-8 .{end}");
        }
    }
    let _ = write!(
        text,
        "
# The build puts .br and .gz beside what gets smaller; they are sent as they are.
RemoveType .br .gz
RemoveLanguage .br
<FilesMatch \"\\.({})(\\.({beside}))?$\">
    Header merge Vary Accept-Encoding
</FilesMatch>
RewriteEngine On
",
        texts()
    );
    for (coding, end) in CODINGS {
        let _ = write!(
            text,
            "
AddEncoding {coding} .{end}
RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b
RewriteCond %{{REQUEST_FILENAME}}.{end} -f
RewriteRule \\.({texts})$ %{{REQUEST_URI}}.{end} [L,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b
RewriteCond %{{REQUEST_FILENAME}}/index.html.{end} -f
RewriteRule (^|/)$ %{{REQUEST_URI}}index.html.{end} [L,E=no-gzip:1,E=no-brotli:1]
",
            texts = texts()
        );
    }
    text
}
