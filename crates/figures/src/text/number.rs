//! Numbers in words and digits: decimal comma, no-break space between
//! thousands and before %, U+2212 for minus; English with comma and point.

use faktabank_tables::statistics::{Language, Phrase};

/// The no-break space of Swedish numbers.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';
/// The minus sign on the screen; files use `-`.
pub(crate) const MINUS: char = '\u{2212}';

/// Ten to so many decimals.
fn scale(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |scale, _| scale * 10.0)
}

/// Rounds half away from zero, as readers expect, at so many decimals.
pub fn round(value: f64, decimals: usize) -> f64 {
    let scale = scale(decimals);
    // The nudge keeps a decimal half that binary stores a hair low (12.45) on
    // the side where pen and paper put it; it is far below any printed digit.
    let nudge = f64::EPSILON * value.abs() * scale;
    let rounded = (value.abs() * scale + nudge).round() / scale;
    // `+ 0.0` turns a negative zero into zero: "−0" says nothing.
    rounded.copysign(value) + 0.0
}

/// A whole number without signs between thousands, for years and codes.
pub fn plain(number: i32) -> String {
    number.to_string()
}

/// How many there are of something, as long as there are few.
pub fn count(number: usize) -> String {
    number.to_string()
}

const SPELLED: [Phrase; 12] = [
    Phrase { sv: "ett", en: "one" },
    Phrase { sv: "två", en: "two" },
    Phrase { sv: "tre", en: "three" },
    Phrase { sv: "fyra", en: "four" },
    Phrase { sv: "fem", en: "five" },
    Phrase { sv: "sex", en: "six" },
    Phrase { sv: "sju", en: "seven" },
    Phrase { sv: "åtta", en: "eight" },
    Phrase { sv: "nio", en: "nine" },
    Phrase { sv: "tio", en: "ten" },
    Phrase { sv: "elva", en: "eleven" },
    Phrase { sv: "tolv", en: "twelve" },
];

/// How many there are, in words up to twelve: "fem".
pub(crate) fn spelled(number: usize, language: Language) -> String {
    let words = number.checked_sub(1).and_then(|at| SPELLED.get(at));
    words.map_or_else(|| count(number), |words| words.get(language).to_owned())
}

/// A number with so many decimals: "18 428", "−5,3"; in English "18,428", "−5.3".
pub fn decimal(value: f64, decimals: usize, language: Language) -> String {
    let rounded = round(value, decimals);
    // In units of the last decimal, as long as they can be counted.
    let units = (rounded.abs() * scale(decimals)).round();
    if units >= 9e15 {
        return raw(value);
    }
    let units = units as u64;
    let mut digits = units.to_string();
    while digits.len() <= decimals {
        digits.insert(0, '0');
    }
    let (thousands, point) = match language {
        Language::Swedish => (NO_BREAK_SPACE, ','),
        Language::English => (',', '.'),
    };
    let mut text = String::with_capacity(digits.len() + 4);
    if rounded < 0.0 {
        text.push(MINUS);
    }
    let whole = digits.len() - decimals;
    for (position, digit) in digits.bytes().enumerate() {
        if position == whole {
            text.push(point);
        } else if position > 0 && position < whole && (whole - position).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(char::from(digit));
    }
    text
}

/// A whole number: "18 428".
pub fn whole(value: f64, language: Language) -> String {
    decimal(value, 0, language)
}

/// The same with its sign written out, "+5" or "−5"; zero has none.
pub(crate) fn signed(value: f64, decimals: usize, language: Language) -> String {
    let text = decimal(value, decimals, language);
    if round(value, decimals) > 0.0 { ["+", &text].concat() } else { text }
}

/// A percentage in figures: "12,4 %", in English "12.4%".
pub fn per_cent(value: f64, decimals: usize, language: Language) -> String {
    with_sign(decimal(value, decimals, language), language)
}

/// A change in per cent with its sign: "+2,0 %", "−5,3 %".
pub(crate) fn signed_per_cent(value: f64, decimals: usize, language: Language) -> String {
    with_sign(signed(value, decimals, language), language)
}

fn with_sign(digits: String, language: Language) -> String {
    Phrase { sv: "{0}\u{a0}%", en: "{0}%" }.fill(language, &[&digits])
}

/// A percentage in a sentence: "12,4 procent", "21 procent".
pub(crate) fn per_cent_in_words(value: f64, decimals: usize, language: Language) -> String {
    let digits = decimal(value, decimals, language);
    Phrase { sv: "{0}\u{a0}procent", en: "{0}\u{a0}per cent" }.fill(language, &[&digits])
}

/// A difference between percentages in a sentence: "5,7 procentenheter",
/// "1 percentage point".
pub(crate) fn points_in_words(value: f64, language: Language) -> String {
    let digits = decimal(value, 1, language);
    let phrase = if round(value.abs(), 1) == 1.0 {
        Phrase { sv: "{0}\u{a0}procentenhet", en: "{0}\u{a0}percentage point" }
    } else {
        Phrase { sv: "{0}\u{a0}procentenheter", en: "{0}\u{a0}percentage points" }
    };
    phrase.fill(language, &[&digits])
}

/// A number as the press tells it: "cirka 5 000", "drygt 6 000", "närmare 1 000";
/// a small one that is exact as it is: "16".
///
/// Within 5 per cent of half of its leading power of ten (50, 100, 150 …) it is
/// told by that: "cirka" within 2 per cent, else "drygt" above and "närmare"
/// below. Others are rounded to a tenth of that power, and are "cirka"; to tens
/// at least where it may be off by more than one.
pub fn about(value: f64, error: f64, language: Language) -> String {
    let size = round(value.abs(), 0);
    let (mut half, mut tenth) = (5.0_f64, 1.0_f64);
    while half * 20.0 <= size {
        (half, tenth) = (half * 10.0, tenth * 10.0);
    }
    let is_exact = error <= 1.0;
    if is_exact && size < 100.0 {
        return whole(size, language);
    }
    let to = |step: f64| (size / step).round() * step;
    let off = to(half) - size;
    let (rough, word) = if off.abs() > 0.05 * size || half < 10.0 {
        (to(if is_exact { tenth } else { tenth.max(10.0) }), Phrase { sv: "cirka {0}", en: "about {0}" })
    } else if off.abs() <= 0.02 * size {
        (to(half), Phrase { sv: "cirka {0}", en: "about {0}" })
    } else if off < 0.0 {
        (to(half), Phrase { sv: "drygt {0}", en: "just over {0}" })
    } else {
        (to(half), Phrase { sv: "närmare {0}", en: "nearly {0}" })
    };
    word.fill(language, &[&whole(rough, language)])
}

/// Rounds a number that is not exact to what its error bears: to tens where
/// it may be off by more than one, else to units.
pub(crate) fn borne(value: f64, error: f64) -> f64 {
    if error > 1.0 { round(value / 10.0, 0) * 10.0 } else { round(value, 0) }
}

/// A number for a file, as Swedish spreadsheets read it: decimal comma, an
/// ASCII minus, nothing between thousands.
pub fn in_file(value: f64, decimals: usize) -> String {
    let shown = decimal(value, decimals, Language::Swedish);
    shown.chars().filter(|&letter| letter != NO_BREAK_SPACE).map(|it| if it == MINUS { '-' } else { it }).collect()
}

/// The number at full precision, for `data-value`: the shortest decimal that
/// reads back as the same number.
pub fn raw(value: f64) -> String {
    // As JSON is read, so that the page carries one way of writing fractions.
    let mut buffer = zmij::Buffer::new();
    let digits = buffer.format(value + 0.0);
    digits.strip_suffix(".0").unwrap_or(digits).to_owned()
}

/// A place on a screen or in a picture, to a tenth of its unit: as fine as either shows.
pub fn tenth(place: f64) -> String {
    raw((place * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn numbers_as_swedes_and_the_english_write_them() {
        for (value, decimals, swedish, english) in [
            (0.0, 0, "0", "0"),
            (-0.04, 1, "0,0", "0.0"),
            (999.5, 0, "1\u{a0}000", "1,000"),
            (18427.5, 0, "18\u{a0}428", "18,428"),
            (5712.5, 0, "5\u{a0}713", "5,713"),
            (-1234567.0, 0, "\u{2212}1\u{a0}234\u{a0}567", "\u{2212}1,234,567"),
            (12.45, 1, "12,5", "12.5"),
            (85.4, 1, "85,4", "85.4"),
        ] {
            assert_eq!(decimal(value, decimals, Swedish), swedish);
            assert_eq!(decimal(value, decimals, English), english);
        }
        // Not told in digits that it does not have.
        assert_eq!(decimal(f64::MAX, 1, Swedish), "1.7976931348623157e+308");
        assert_eq!(decimal(1e15, 0, English), "1,000,000,000,000,000");
        assert_eq!(signed_per_cent(-5.31, 1, Swedish), "\u{2212}5,3\u{a0}%");
        assert_eq!(signed_per_cent(2.0, 1, English), "+2.0%");
    }

    #[test]
    fn rough_numbers_are_those_of_the_press() {
        for (value, error, expected) in [
            (4921.0, 0.0, "cirka 5 000"),
            (5482.0, 0.0, "cirka 5 500"),
            (-6142.0, 0.0, "drygt 6 000"),
            (742.0, 0.0, "cirka 750"),
            (1240.0, 0.0, "cirka 1 200"),
            (4780.0, 0.0, "närmare 5 000"),
            (98.0, 10.0, "cirka 100"),
            (225.0, 10.0, "cirka 230"),
            (100.0, 0.0, "cirka 100"),
            (37.0, 0.0, "37"),
            (16.4, 0.0, "16"),
            (36.0, 10.0, "cirka 40"),
        ] {
            assert_eq!(about(value, error, Swedish).replace(NO_BREAK_SPACE, " "), expected, "{value}");
        }
        assert_eq!(about(6142.0, 0.0, English), "just over 6,000");
    }

    #[test]
    fn numbers_in_files_are_bare() {
        assert_eq!(in_file(-1_234_567.891, 1), "-1234567,9");
        assert_eq!(in_file(18_427.5, 0), "18428");
        assert_eq!(in_file(-0.04, 1), "0,0");
    }

    #[test]
    fn raw_numbers_read_back() {
        for value in [0.1 + 0.2, 18427.5, 1.0 / 3.0, -0.0] {
            assert_eq!(raw(value).parse::<f64>(), Ok(value));
        }
    }
}
