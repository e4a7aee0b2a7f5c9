//! The rules for IIS.

use super::rules::{CODINGS, Rules, TYPES, head, texts};
use std::fmt::Write as _;

/// A `web.config`. IIS sends no file beside the one asked for by itself, and adds
/// `Cache-Control` by pattern nowhere: both are for its URL Rewrite.
pub(super) fn file(rules: &Rules) -> String {
    let mut text = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!--\n{}", head("  "));
    text.push_str(
        "
  Copy it into dist/, or name iis as the host of `cargo xtask build`. Needs URL Rewrite 2.1.
-->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value=\"index.html\" />
      </files>
    </defaultDocument>
    <!-- The files are compressed already; what is small travels as it is. -->
    <urlCompression doStaticCompression=\"false\" doDynamicCompression=\"false\" />
    <staticContent>
",
    );
    for (end, kind, is_text) in TYPES {
        let charset = if is_text { "; charset=utf-8" } else { "" };
        let _ = writeln!(
            text,
            "      <remove fileExtension=\".{end}\" />\n      <mimeMap fileExtension=\".{end}\" mimeType=\"{kind}{charset}\" />"
        );
    }
    for (_, end) in CODINGS {
        let _ = writeln!(
            text,
            "      <remove fileExtension=\".{end}\" />\n      <mimeMap fileExtension=\".{end}\" mimeType=\"application/octet-stream\" />"
        );
    }
    text.push_str("    </staticContent>\n    <httpProtocol>\n      <customHeaders>\n");
    text.push_str("        <remove name=\"X-Powered-By\" />\n");
    for (name, value) in &rules.headers {
        let _ = writeln!(
            text,
            "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{}\" />",
            attribute(value)
        );
    }
    text.push_str("      </customHeaders>\n    </httpProtocol>\n    <rewrite>\n      <rules>\n");
    for (coding, end) in CODINGS {
        inbound(&mut text, coding, end);
    }
    text.push_str("      </rules>\n      <outboundRules>\n");
    let Rules { hashed, others, pattern, .. } = rules;
    set(&mut text, "Cache-Control", others, &[("{RESPONSE_STATUS}", "^(200|304)$")]);
    let kept = format!("{}(\\.(br|gz))?$", pattern.trim_end_matches('$'));
    set(&mut text, "Cache-Control", hashed, &[("{RESPONSE_STATUS}", "^(200|304)$"), ("{REQUEST_FILENAME}", &kept)]);
    let varying = format!("\\.({})(\\.(br|gz))?$", texts());
    set(&mut text, "Vary", "Accept-Encoding", &[("{REQUEST_FILENAME}", &varying)]);
    for (coding, end) in CODINGS {
        set(&mut text, "Content-Encoding", coding, &[("{REQUEST_FILENAME}", &format!("\\.{end}$"))]);
    }
    for (end, kind, is_text) in TYPES.iter().filter(|(end, ..)| crate::compress::TEXTS.contains(end)) {
        let kind = format!("{kind}{}", if *is_text { "; charset=utf-8" } else { "" });
        set(&mut text, "Content-Type", &kind, &[("{REQUEST_FILENAME}", &format!("\\.{end}\\.(br|gz)$"))]);
    }
    text.push_str("      </outboundRules>\n    </rewrite>\n  </system.webServer>\n</configuration>\n");
    text
}

/// Sends the file of a coding that lies beside the one asked for, and beside the page of a folder.
fn inbound(text: &mut String, coding: &str, end: &str) {
    for (what, path, page) in
        [("file", format!("^.*\\.({})$", texts()), ""), ("folder", "^(.*/)?$".into(), "index.html")]
    {
        let beside = if page.is_empty() { String::new() } else { format!("\\{page}") };
        let _ = write!(
            text,
            "        <rule name=\"{coding}, {what}\" stopProcessing=\"true\">
          <match url=\"{path}\" />
          <conditions>
            <add input=\"{{HTTP_ACCEPT_ENCODING}}\" pattern=\"\\b{coding}\\b\" />
            <add input=\"{{REQUEST_FILENAME}}{beside}.{end}\" matchType=\"IsFile\" />
          </conditions>
          <action type=\"Rewrite\" url=\"{{R:0}}{page}.{end}\" />
        </rule>
"
        );
    }
}

/// Sets a header of answers to which all conditions apply; a later rule has the last word.
fn set(text: &mut String, header: &str, value: &str, conditions: &[(&str, &str)]) {
    let place = text.matches("<rule name=").count();
    let _ = write!(
        text,
        "        <rule name=\"{header}, {place}\">
          <match serverVariable=\"RESPONSE_{}\" pattern=\".*\" />
          <conditions>
",
        header.replace('-', "_")
    );
    for (input, pattern) in conditions {
        let _ = writeln!(text, "            <add input=\"{input}\" pattern=\"{}\" />", attribute(pattern));
    }
    let _ = write!(
        text,
        "          </conditions>
          <action type=\"Rewrite\" value=\"{value}\" />
        </rule>
"
    );
}

/// A value between quotation marks.
fn attribute(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
