//! Periods in words.

use crate::statistics::{Language, Period, Resolution};

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_of_year(period: Period, language: Language) -> &'static str {
    let names = match language {
        Language::Swedish => MONTHS_SV,
        Language::English => MONTHS_EN,
    };
    names.get(period.part() as usize - 1).copied().unwrap_or("")
}

/// The period inside a sentence: "andra halvåret 2025", "april 2026", "2023",
/// "tolvmånadersperioden till april 2026".
pub fn name(period: Period, language: Language) -> String {
    let year = period.year();
    match (period.resolution(), language) {
        (Resolution::Month, _) => format!("{} {year}", month_of_year(period, language)),
        (Resolution::HalfYear, Language::Swedish) => {
            format!("{} halvåret {year}", if period.part() == 1 { "första" } else { "andra" })
        }
        (Resolution::HalfYear, Language::English) => {
            format!("the {} half of {year}", if period.part() == 1 { "first" } else { "second" })
        }
        (Resolution::Year, _) => year.to_string(),
        (Resolution::Rolling12, Language::Swedish) => {
            format!("tolvmånadersperioden till {} {year}", month_of_year(period, language))
        }
        (Resolution::Rolling12, Language::English) => {
            format!("the twelve months to {} {year}", month_of_year(period, language))
        }
    }
}

/// The period with its preposition: "i april 2026", "under andra halvåret 2025".
pub fn during(period: Period, language: Language) -> String {
    let name = name(period, language);
    match (period.resolution(), language) {
        (Resolution::Month, Language::Swedish) => format!("i {name}"),
        (Resolution::Year, Language::Swedish) => format!("år {name}"),
        (_, Language::Swedish) => format!("under {name}"),
        (_, Language::English) => format!("in {name}"),
    }
}

/// The period standing alone, as the head of a row: "Andra halvåret 2025".
pub fn heading(period: Period, language: Language) -> String {
    let text = match (period.resolution(), language) {
        (Resolution::HalfYear, Language::English) => {
            format!("{} half of {}", if period.part() == 1 { "first" } else { "second" }, period.year())
        }
        (Resolution::Rolling12, Language::Swedish) => {
            format!("12 månader till {} {}", month_of_year(period, language), period.year())
        }
        (Resolution::Rolling12, Language::English) => {
            format!("12 months to {} {}", month_of_year(period, language), period.year())
        }
        _ => name(period, language),
    };
    capitalised(&text)
}

/// How long a period is, as a choice: "Halvår".
pub fn resolution(resolution: Resolution, language: Language) -> &'static str {
    match (resolution, language) {
        (Resolution::Month, Language::Swedish) => "Månad",
        (Resolution::Month, Language::English) => "Month",
        (Resolution::HalfYear, Language::Swedish) => "Halvår",
        (Resolution::HalfYear, Language::English) => "Half-year",
        (Resolution::Year, Language::Swedish) => "År",
        (Resolution::Year, Language::English) => "Year",
        (Resolution::Rolling12, Language::Swedish) => "12 månader",
        (Resolution::Rolling12, Language::English) => "12 months",
    }
}

/// What one value of this resolution is, for a caption; `native` is what the
/// table is published at.
pub fn kind_of_mean(resolution: Resolution, native: Resolution, language: Language) -> &'static str {
    match (resolution, native, language) {
        (Resolution::Month, _, Language::Swedish) => "per månad",
        (Resolution::Month, _, Language::English) => "by month",
        (Resolution::HalfYear, _, Language::Swedish) => "snitt per månad, halvårsvis",
        (Resolution::HalfYear, _, Language::English) => "monthly mean by half-year",
        (Resolution::Year, Resolution::Year, Language::Swedish) => "per år",
        (Resolution::Year, Resolution::Year, Language::English) => "by year",
        (Resolution::Year, _, Language::Swedish) => "snitt per månad, årsvis",
        (Resolution::Year, _, Language::English) => "monthly mean by year",
        (Resolution::Rolling12, _, Language::Swedish) => "rullande medelvärde för tolv månader",
        (Resolution::Rolling12, _, Language::English) => "rolling twelve-month mean",
    }
}

/// The text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_both_languages() {
        for (code, swedish, english, head) in [
            ("2026M04", "i april 2026", "in April 2026", "April 2026"),
            ("2025H2", "under andra halvåret 2025", "in the second half of 2025", "Andra halvåret 2025"),
            ("2023", "år 2023", "in 2023", "2023"),
            (
                "2026M04R",
                "under tolvmånadersperioden till april 2026",
                "in the twelve months to April 2026",
                "12 månader till april 2026",
            ),
        ] {
            let period = Period::from_code(code).expect("a code");
            assert_eq!(during(period, Language::Swedish), swedish);
            assert_eq!(during(period, Language::English), english);
            assert_eq!(heading(period, Language::Swedish), head);
        }
    }
}
