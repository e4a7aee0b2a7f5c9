//! The text of a drawing to a shorter one that looks the same: a page has up to eleven
//! drawings, and there are hundreds of pages. Lines of a grid become one path, and labels
//! of an axis say once what they share.

use std::fmt::Write as _;

/// What a line of a grid, and a label of an axis, begins with.
const GRID: &str = "<line class=\"grid-line\" ";
const TICK: &str = "<text class=\"tick\" ";

/// A drawing, one element a line, in fewer letters.
pub(super) fn drawing(svg: &str) -> String {
    let mut grid = String::new();
    for line in svg.lines().filter_map(|line| line.strip_prefix(GRID)) {
        // One that is not known as it should be stays where it is.
        let _ = step(line).map(|step| grid.push_str(&step));
    }
    let mut short = String::with_capacity(svg.len());
    let mut shared: Option<String> = None;
    for line in svg.lines() {
        if line.strip_prefix(GRID).and_then(step).is_some() {
            if !grid.is_empty() {
                let _ = write!(short, "<path class=\"grid-line\" d=\"{}\"/>", std::mem::take(&mut grid));
            }
            continue;
        }
        let tick = line.strip_prefix(TICK).and_then(anchored);
        let anchor = tick.as_ref().map(|(anchor, _)| (*anchor).to_owned());
        if shared.is_some() && shared != anchor {
            short.push_str("</g>");
        }
        match &tick {
            Some((anchor, rest)) => {
                if shared.as_deref() != Some(*anchor) {
                    let _ = write!(short, "<g class=\"tick\" text-anchor=\"{anchor}\">");
                }
                let _ = write!(short, "<text {rest}");
            }
            None => short.push_str(line),
        }
        shared = anchor;
    }
    short
}

/// A line as a step of a path, where it is level or upright.
fn step(line: &str) -> Option<String> {
    let rest = line.strip_suffix("/>")?;
    let mut parts = rest.split('"');
    let mut next = |name: &str| if parts.next()?.trim() == name { parts.next() } else { None };
    let (x1, y1, x2, y2) = (next("x1=")?, next("y1=")?, next("x2=")?, next("y2=")?);
    // Nothing else is said of it.
    if parts.next() != Some("") || parts.next().is_some() {
        return None;
    }
    match () {
        () if y1 == y2 => Some(format!("M{x1} {y1}H{x2}")),
        () if x1 == x2 => Some(format!("M{x1} {y1}V{y2}")),
        () => None,
    }
}

/// The anchor of a label, and the label without it.
fn anchored(label: &str) -> Option<(&str, String)> {
    let (before, rest) = label.split_once("text-anchor=\"")?;
    let (anchor, after) = rest.split_once('"')?;
    // Within the words, it would be a part of them.
    (!before.contains('>')).then(|| (anchor, format!("{}{}", before.trim_end(), after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_said_once() {
        let svg = "<svg class=\"drawing\">\n\
            <line class=\"grid-line\" x1=\"49.2\" y1=\"225\" x2=\"306\" y2=\"225\"/>\n\
            <text class=\"tick\" x=\"43.2\" y=\"225\" text-anchor=\"end\" dy=\"0.33em\">82 %</text>\n\
            <line class=\"grid-line\" x1=\"49.2\" y1=\"16\" x2=\"49.2\" y2=\"20\"/>\n\
            <text class=\"tick\" x=\"43.2\" y=\"16\" text-anchor=\"end\" dy=\"0.33em\">87 %</text>\n\
            <text class=\"tick\" x=\"295.7\" y=\"245\" text-anchor=\"middle\">2026</text>\n\
            <text class=\"tick\" x=\"1\" y=\"2\">0</text>\n\
            <path class=\"mark-line\" d=\"M1 2\"/>\n</svg>\n";
        assert_eq!(
            drawing(svg),
            "<svg class=\"drawing\"><path class=\"grid-line\" d=\"M49.2 225H306M49.2 16V20\"/>\
             <g class=\"tick\" text-anchor=\"end\"><text x=\"43.2\" y=\"225\" dy=\"0.33em\">82 %</text>\
             <text x=\"43.2\" y=\"16\" dy=\"0.33em\">87 %</text></g>\
             <g class=\"tick\" text-anchor=\"middle\"><text x=\"295.7\" y=\"245\">2026</text></g>\
             <text class=\"tick\" x=\"1\" y=\"2\">0</text><path class=\"mark-line\" d=\"M1 2\"/></svg>"
        );
    }

    #[test]
    fn what_is_not_as_known_is_left_alone() {
        for line in [
            "<line class=\"grid-line\" x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\"/>",
            "<line class=\"grid-line\" x1=\"1\" y1=\"2\" x2=\"3\" y2=\"2\"><title>A</title></line>",
            "<text class=\"tick\" x=\"1\" y=\"2\">text-anchor=\"end\"</text>",
        ] {
            assert_eq!(drawing(line), line);
        }
    }
}
