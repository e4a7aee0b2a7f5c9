//! What a reader selects of a table and copies, as a spreadsheet reads it: numbers with
//! the plain signs of the page's language and no space in them, what is missing as its
//! sign, and what is lacking in words below, never in a cell with a number.
//!
//! It knows tables by what every table of the page promises (`data-value` on cells, `.why`
//! around signs, `.hidden` for those who hear the page), and no statistics.

use super::event::{Event, Listener, listen};
use super::page::said;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range, Selection};

/// What holds a table and what belongs to it: a selection within is one of the table.
pub const PLACE: &str = "data-copied";

/// What of a cell is not copied as its words.
const BESIDE: &str = ".why, .hidden, .side-name, [aria-hidden=true]";

/// Puts tables on the clipboard as spreadsheets read them, until this is dropped.
pub fn watch() -> Option<Listener> {
    let copy = |event: Event| {
        if let Some(Copied { plain, html }) = selected() {
            event.hand_over(&plain, &html);
        }
    };
    Some(listen(&*web_sys::window()?.document()?, "copy", Box::new(copy)))
}

/// A table in the two forms that a clipboard takes.
struct Copied {
    plain: String,
    html: String,
}

impl Copied {
    fn line(&mut self, words: &str) {
        self.plain.push_str(words);
        self.plain.push('\n');
    }
}

/// What is selected, if it is of a table.
fn selected() -> Option<Copied> {
    let selection = web_sys::window()?.get_selection().ok()??;
    let range = (!selection.is_collapsed()).then(|| selection.get_range_at(0).ok())??;
    let around = range.common_ancestor_container().ok()?;
    let around: Element = around.clone().dyn_into().ok().or_else(|| around.parent_element())?;
    if let Some(cell) = around.closest("td[data-value], th").ok()? {
        // A part of one cell: its number, or whatever else the browser makes of it.
        let words = plain(&String::from(selection.to_string()));
        let is_number = cell.get_attribute("data-value").is_some_and(|value| !value.is_empty());
        return is_number.then(|| Copied { html: escaped(&words), plain: words });
    }
    let place = around.closest(&["table, [", PLACE, "]"].concat()).ok()??;
    let mut copied = Copied { plain: String::new(), html: "<table>".to_owned() };
    let mut notes: Vec<(String, Vec<String>)> = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    for caption in all(&place, "caption").iter().filter(|it| is_in(it, &selection, &range)) {
        let words = words_of(caption);
        copied.line(&words);
        copied.html.extend(["<caption>", &escaped(&words), "</caption>"]);
    }
    let mut cells = 0;
    for row in all(&place, "tr") {
        let all = all(&row, "th, td");
        if row.closest("thead").ok().flatten().is_some() {
            heads = all.iter().map(words_of).collect();
        }
        let mut line = Vec::new();
        for (at, cell) in all.iter().enumerate().filter(|(_, cell)| is_in(cell, &selection, &range)) {
            let (words, number) = said_in(cell);
            let number = number.map(|it| ["<td x:num=\"", &it, "\" sdval=\"", &it, "\">"].concat());
            line.push((number.unwrap_or_else(|| "<td>".to_owned()), words));
            let Some(why) = cell.query_selector(".why-text").ok().flatten() else { continue };
            let of = [all.first().map(words_of), heads.get(at).cloned()].into_iter().flatten();
            let of = of.collect::<Vec<_>>().join(", ");
            let why = why.text_content().unwrap_or_default();
            match notes.iter_mut().find(|(note, _)| *note == why) {
                Some((_, cells)) => cells.push(of),
                None => notes.push((why, vec![of])),
            }
        }
        if line.is_empty() {
            continue;
        }
        cells += line.len();
        let words: Vec<&str> = line.iter().map(|(_, words)| words.as_str()).collect();
        copied.line(&words.join("\t"));
        let line = line.iter().map(|(start, words)| [start, escaped(words).as_str(), "</td>"].concat());
        copied.html.extend(["<tr>", &line.collect::<String>(), "</tr>"]);
    }
    for (why, cells) in notes {
        let note = [&cells.join("; "), ": ", &why].concat();
        copied.line(&note);
        copied.html.extend(["<tr><td>", &escaped(&note), "</td></tr>"]);
    }
    copied.html.push_str("</table>");
    (cells > 0).then_some(copied)
}

fn all(place: &Element, css: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(css) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Whether something of it is selected. A selection of a whole cell may end at the very
/// beginning of the next.
fn is_in(cell: &Element, selection: &Selection, range: &Range) -> bool {
    let ends_before = range.end_offset() == Ok(0) && range.end_container().is_ok_and(|end| cell.contains(Some(&end)));
    !ends_before && selection.contains_node_with_allow_partial_containment(cell, true).unwrap_or(false)
}

/// The words of a cell, and its number as programs read it, if it has one.
fn said_in(cell: &Element) -> (String, Option<String>) {
    let words = words_of(cell);
    match cell.get_attribute("data-value") {
        None => (words, None),
        // What is missing: its sign, which is all that stands there.
        Some(value) if value.is_empty() => {
            let sign = cell.query_selector(".why").ok().flatten().and_then(|why| why.first_child());
            (sign.and_then(|sign| sign.text_content()).filter(|_| words.is_empty()).unwrap_or(words), None)
        }
        Some(_) => {
            let words = plain(&words);
            let number = words.replace(',', ".");
            (words, (!number.ends_with('%')).then_some(number))
        }
    }
}

/// The words of an element without what stands beside them.
fn words_of(element: &Element) -> String {
    fn add(node: &Node, words: &mut String) {
        let mut next = node.first_child();
        while let Some(child) = next {
            match child.dyn_ref::<Element>() {
                Some(element) if element.matches(BESIDE).unwrap_or(false) => {}
                Some(_) => add(&child, words),
                None if child.node_type() == Node::TEXT_NODE => {
                    words.push_str(&child.node_value().unwrap_or_default());
                }
                None => {}
            }
            next = child.next_sibling();
        }
    }
    let mut words = String::new();
    add(element, &mut words);
    words.split(char::is_whitespace).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A number as a spreadsheet in the language of the page takes it: "−18 428,5" is "-18428,5".
fn plain(number: &str) -> String {
    let is_english = said("lang").as_deref() == Some("en");
    let kept = number.trim().trim_start_matches('+').chars();
    let kept = kept.filter(|&it| !(it.is_whitespace() || is_english && it == ','));
    kept.map(|it| if it == '\u{2212}' { '-' } else { it }).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
