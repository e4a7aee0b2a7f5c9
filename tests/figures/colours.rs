//! The colours of figures: the style sheets and the palette say the same, in
//! both themes, and every one stands out from what it lies on (WCAG 2.2: 3:1 for
//! what is drawn, 4.5:1 for text).

use faktabank_figures::drawing::{Colour, Look, Style, Surety};
use faktabank_figures::figure::Tone;
use std::fs;
use std::path::Path;

/// The tokens of a theme, by name.
type Tokens = Vec<(String, String)>;

fn sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/tokens.css");
    fs::read_to_string(path).expect("a style sheet")
}

/// The tokens of the first block that follows a selector.
fn block(sheet: &str, selector: &str) -> Tokens {
    let (_, after) = sheet.split_once(selector).unwrap_or_else(|| panic!("no {selector}"));
    let (_, inside) = after.split_once('{').expect("a block");
    let inside = inside.split('}').next().expect("its end");
    let token = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        Some((name.to_owned(), value.trim_end_matches(';').to_lowercase()))
    };
    inside.lines().filter_map(token).collect()
}

/// The tokens of the light theme and of the dark one.
fn themes() -> [Tokens; 2] {
    let sheet = sheet();
    let light = block(&sheet, ":root ");
    let asked = block(&sheet, ":root[data-theme=\"dark\"] ");
    assert_eq!(asked, block(&sheet, ":root:not([data-theme=\"light\"]) "), "the dark theme is told twice, and differs");
    let kept = light.iter().filter(|(name, _)| !asked.iter().any(|(dark, _)| dark == name));
    let dark = asked.iter().chain(kept).cloned().collect();
    [light, dark]
}

fn value<'a>(tokens: &'a Tokens, name: &str) -> &'a str {
    tokens.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_else(|| panic!("{name}"))
}

/// What a colour is beside another, from 1 to 21, as WCAG reckons it.
fn contrast(one: &str, other: &str) -> f64 {
    let [one, other] = [one, other].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').unwrap_or_else(|| panic!("{colour} is no colour"));
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => panic!("{colour} is seen through"),
    };
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("a number")) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

#[test]
fn contrast_is_reckoned_as_wcag_does() {
    assert!((contrast("#fff", "#000000") - 21.0).abs() < 1e-9);
    assert!((contrast("#777", "#fff") - 4.48).abs() < 0.01);
    assert!((contrast("#9aa1a8", "#fff") - 2.61).abs() < 0.01);
}

#[test]
fn the_style_sheets_and_the_palette_say_the_same() {
    for (dark, tokens) in [false, true].into_iter().zip(themes()) {
        let style = Style { dark, compact: false, height: 0, patterns: false };
        let mut pairs = vec![
            ("ink".to_owned(), style.ink()),
            ("soft".to_owned(), style.soft()),
            ("rule".to_owned(), style.rule()),
            ("coast".to_owned(), style.coast()),
            ("chosen".to_owned(), Style::CHOSEN),
            ("chosen-rim".to_owned(), Style::CHOSEN_RIM),
            ("tone-country".to_owned(), style.colour(Tone::Country)),
            ("tone-context".to_owned(), style.colour(Tone::Context)),
        ];
        if dark {
            pairs.push(("paper".to_owned(), style.paper()));
        }
        pairs.extend((1..=6).map(|at| (format!("tone-{at}"), style.colour(Tone::Own(at)))));
        pairs.extend((0..8).map(|at| (format!("shade-{at}"), style.shade(at))));
        for (name, colour) in pairs {
            assert_eq!(value(&tokens, &name), colour.to_lowercase(), "--{name}, dark: {dark}");
        }
        let tones = tokens.iter().filter(|(name, _)| name.starts_with("tone-") || name.starts_with("shade-"));
        assert_eq!(tones.count(), 6 + 2 + 8, "a tone that the palette does not know");
    }
}

#[test]
fn every_tone_stands_out_from_its_ground() {
    for (theme, tokens) in ["light", "dark"].into_iter().zip(themes()) {
        let get = |name: &str| value(&tokens, name).to_owned();
        let check = |name: &str, ground: &str, least: f64| {
            let found = contrast(&get(name), &get(ground));
            assert!(found >= least, "--{name} on --{ground}, {theme}: {found:.2} to 1, {least} is asked for");
        };
        for ground in ["paper", "ground"] {
            for text in ["ink", "soft", "accent", "warn", "model"] {
                check(text, ground, 4.5);
            }
            for mark in ["edge", "coast", "chosen", "tone-country", "tone-context"] {
                check(mark, ground, 3.0);
            }
            (1..=6).for_each(|at| check(&format!("tone-{at}"), ground, 3.0));
        }
        // On a map, what is chosen has its rim on both sides, whatever shade lies there.
        check("chosen", "chosen-rim", 4.5);
        // Points lie open on the paper, in the shade of their rims.
        check("shade-3", "paper", 3.0);
    }
}

/// What the rules of a style sheet say of an element with these classes, those
/// outside of queries alone, later ones over earlier ones.
fn declared<'a>(sheet: &'a str, classes: &str) -> Vec<(&'a str, &'a str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let rules = sheet.split("@media").flat_map(|part| part.split('}')).filter_map(|rule| rule.split_once('{'));
    for (selectors, inside) in rules {
        let selectors = selectors.rsplit("*/").next().unwrap_or(selectors);
        let ours = |selector: &str| classes.split(' ').any(|class| selector.trim().strip_prefix('.') == Some(class));
        if selectors.split(',').any(ours) {
            for line in inside.lines() {
                if let Some((name, value)) = line.trim().trim_end_matches(';').split_once(": ") {
                    found.retain(|(known, _)| *known != name);
                    found.push((name, value));
                }
            }
        }
    }
    found
}

/// How a style sheet names a colour.
fn named(colour: Colour) -> String {
    let name = match colour {
        Colour::Ink => "ink",
        Colour::Soft => "soft",
        Colour::Rule => "rule",
        Colour::Paper => "paper",
        Colour::Coast => "coast",
        Colour::Chosen => "chosen",
        Colour::ChosenRim => "chosen-rim",
        Colour::Shade(shade) => return format!("var(--shade-{shade})"),
        Colour::Tone(Tone::Country) => "tone-country",
        Colour::Tone(_) => return "currentColor".to_owned(),
        Colour::Missing | Colour::MissingKey => panic!("a pattern is no colour"),
    };
    format!("var(--{name})")
}

#[test]
fn classes_look_on_a_page_as_their_paint_does_in_a_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/drawing.css");
    let sheet = fs::read_to_string(path).expect("a style sheet");
    let sheet = sheet.split("@media (forced-colors").next().expect("what comes first");
    let own = Tone::Own(1);
    let line = |tone| [Surety::Final, Surety::Preliminary].map(|surety| Look::Line(tone, surety));
    let lines = [own, Tone::Context, Tone::Dotted(0), Tone::Reference].into_iter().flat_map(line);
    let looks = [
        Look::Grid,
        Look::Axis,
        Look::Tick,
        Look::AxisName,
        Look::Crosshair,
        Look::CrosshairName,
        Look::Dot(false),
        Look::Dot(true),
        Look::DotName(false),
        Look::DotName(true),
        Look::Coast,
        Look::Shade(Some(2)),
        Look::Key(Some(6)),
        Look::ListMark,
        Look::ChosenRim,
        Look::Chosen,
        Look::Pointed,
        Look::MapName(true),
        Look::MapName(false),
        Look::Lone(own),
        Look::Spot(own),
        Look::Beside,
        Look::Band(own),
        Look::Bar(own),
        Look::Swatch(own),
        Look::Name(false),
        Look::Name(true),
        Look::PanelName,
        Look::Sign(own, true),
        Look::Sign(own, false),
        Look::Event(false),
        Look::Event(true),
        Look::EventName,
    ];
    for look in looks.into_iter().chain(lines) {
        let (class, paint) = (look.class(), look.paint());
        let declared = declared(sheet, &class);
        let says = |name: &str| declared.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let is = |name: &str, expected: Option<&str>| assert_eq!(says(name), expected, "{name} of .{class}");
        if let Some(fill) = paint.fill {
            is("fill", Some(&named(fill)));
        } else {
            assert!([None, Some("none")].contains(&says("fill")), ".{class} is filled");
        }
        if paint.opacity < 1.0 {
            is("fill-opacity", Some(&paint.opacity.to_string()));
        }
        match paint.stroke {
            Some((stroke, width)) => {
                is("stroke", Some(&named(stroke)));
                // A pixel is what a stroke is wide if nothing else is said.
                let said = says("stroke-width").map_or(1.0, |width| width.parse().expect("a number"));
                assert!((said - width).abs() < 1e-9, ".{class} is {said} wide and not {width}");
            }
            None => is("stroke", paint.letters.rimmed.then_some("var(--paper)")),
        }
        is("stroke-dasharray", (!paint.dash.is_empty()).then_some(paint.dash));
        is("font-weight", paint.letters.bold.then_some("600"));
    }
}
