//! What mail, chat, content systems and keyboards do to an address, undone: each part of
//! a query string as it was written.
//!
//! Knows how an address is mangled, and nothing of what it says.

use super::Parameter;
use percent_encoding::percent_decode_str;

/// What the parameters begin with that other sites hang on links, to count who follows
/// them; not ours, and no reader's fault. `public/asked.js` has the same list.
pub(super) const OF_OTHERS: &str = "_ utm_ at_ ef_id elq epik fb gad_ gbraid gcl dclid hsa_ hsctatracking igsh li_fat_id mc_ mibextid mkt_ ml_sub msclkid mtm_ nr_email oly_ pk_ piwik_ matomo_ rdt_cid s_cid s_kwcid sccid sc_cid spm srsltid trk ttclid twclid vero_ wbraid wt_ yclid ysclid";

/// Whether other sites hang such a parameter on links. Without a name it is what is left of
/// a sign that was escaped.
pub(super) fn is_of_others(name: &str) -> bool {
    name.is_empty() || OF_OTHERS.split(' ').any(|start| name.starts_with(start))
}

/// Text without escapes, however many times it was escaped.
pub(super) fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    loop {
        let plain = percent_decode_str(&text).decode_utf8_lossy();
        if plain == text.as_str() {
            return text;
        }
        text = plain.into_owned();
    }
}

/// The name of a parameter: in small letters, and without what an escaped `&` before it
/// leaves, `amp;`.
pub(super) fn name(text: &str) -> String {
    let name = unescaped(text).to_ascii_lowercase();
    name.rsplit(';').next().unwrap_or_default().trim().to_owned()
}

/// The value of a parameter. A presenter's list is addresses within this one: each is
/// mended when it is read itself.
pub(super) fn value_of(parameter: Parameter, text: &str) -> String {
    match parameter {
        Parameter::Slides => percent_decode_str(text).decode_utf8_lossy().into_owned(),
        _ => value(text),
    }
}

/// A value: without signs that are not seen, and without what mail that was not decoded
/// has of the `=` before it, `=3D`.
pub(super) fn value(text: &str) -> String {
    const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];
    unescaped(text).replace(UNSEEN, "").trim_start_matches("3D").to_owned()
}

/// Text without the signs after it, which belong to what it stood in.
pub(super) fn without_end(text: &str) -> &str {
    text.trim_end_matches(is_of_sentence)
}

/// Whether a sign can end what an address stands in, and no value of ours.
pub(super) fn is_of_sentence(sign: char) -> bool {
    match sign {
        '+' | '-' => false,
        '\u{a0}' | '»' | '’' | '“' | '”' | '…' => true,
        _ => sign.is_ascii() && !sign.is_ascii_alphanumeric(),
    }
}

/// The value of a parameter in the letters and signs that such values are written in.
/// Areas have names, and are looked at one by one.
pub(super) fn of(parameter: Parameter, value: &str) -> String {
    let plain = |sign: char| if matches!(sign, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { sign };
    match parameter {
        Parameter::Areas | Parameter::Slides => value.to_owned(),
        // A space at the end is what some tools make of the `+` in `80+`.
        Parameter::Age => value.trim_end_matches(|sign| sign != ' ' && is_of_sentence(sign)).to_owned(),
        Parameter::Span => {
            let value: String = value.trim().to_ascii_uppercase().replace('…', "..").chars().map(plain).collect();
            let shown = without_end(&value);
            let is_open = !shown.contains('.') && value[shown.len()..].contains('.');
            [shown, if is_open { ".." } else { "" }].concat()
        }
        _ => without_end(value.trim()).to_ascii_lowercase().chars().map(plain).collect(),
    }
}
