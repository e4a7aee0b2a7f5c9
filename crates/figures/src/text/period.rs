//! Periods in words.

use super::letters::capitalised;
use super::number;
use faktabank_tables::statistics::{Language, Period, Phrase, Resolution};

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

const QUARTERS: [[&str; 2]; 4] = [
    ["första kvartalet {1}", "the first quarter of {1}"],
    ["andra kvartalet {1}", "the second quarter of {1}"],
    ["tredje kvartalet {1}", "the third quarter of {1}"],
    ["fjärde kvartalet {1}", "the fourth quarter of {1}"],
];

fn month_of_year(period: Period, language: Language) -> &'static str {
    let names = match language {
        Language::Swedish => MONTHS_SV,
        Language::English => MONTHS_EN,
    };
    names.get(period.part() as usize - 1).copied().unwrap_or("")
}

/// The period inside a sentence: "andra halvåret 2025", "april 2026", "2023",
/// "juli 2024–juni 2025" for a mean of twelve months.
pub fn name(period: Period, language: Language) -> String {
    let phrase = match (period.resolution(), period.part()) {
        (Resolution::Month, _) => Phrase { sv: "{0} {1}", en: "{0} {1}" },
        (Resolution::Quarter, part) => {
            let [sv, en] = QUARTERS[part as usize - 1];
            Phrase { sv, en }
        }
        (Resolution::HalfYear, 1) => Phrase { sv: "första halvåret {1}", en: "the first half of {1}" },
        (Resolution::HalfYear, _) => Phrase { sv: "andra halvåret {1}", en: "the second half of {1}" },
        (Resolution::Year, _) => Phrase { sv: "{1}", en: "{1}" },
        (Resolution::Rolling12, _) => return range(period.first_month(), period.last_month(), language),
    };
    filled(phrase, period, language)
}

/// From one month to another: "maj–juli 2022", "juli 2024–juni 2025"; of one
/// month its name.
pub fn range(first: Period, last: Period, language: Language) -> String {
    if first == last {
        return name(last, language);
    }
    let short = first.year() == last.year() && first.resolution() == Resolution::Month;
    let first = if short { month_of_year(first, language).to_owned() } else { name(first, language) };
    [&first, "–", &name(last, language)].concat()
}

fn filled(phrase: Phrase, period: Period, language: Language) -> String {
    phrase.fill(language, &[month_of_year(period, language), &number::plain(period.year())])
}

/// The period with its preposition: "i april 2026", "under andra halvåret 2025".
pub(crate) fn during(period: Period, language: Language) -> String {
    let phrase = match period.resolution() {
        Resolution::Month => Phrase { sv: "i {0}", en: "in {0}" },
        Resolution::Year => Phrase { sv: "år {0}", en: "in {0}" },
        Resolution::Quarter | Resolution::HalfYear => Phrase { sv: "under {0}", en: "in {0}" },
        Resolution::Rolling12 => Phrase { sv: "i genomsnitt under {0}", en: "on average in {0}" },
    };
    phrase.fill(language, &[&name(period, language)])
}

/// The period after "than", or at the start of a sentence once its first letter
/// is made large: "andra halvåret 2024", "i december 2024", "2024".
pub fn then(period: Period, language: Language) -> String {
    match (period.resolution(), language) {
        (Resolution::Quarter | Resolution::HalfYear, Language::Swedish) => name(period, language),
        (Resolution::Rolling12, _) => {
            Phrase { sv: "under {0}", en: "in {0}" }.fill(language, &[&name(period, language)])
        }
        _ => during(period, language),
    }
}

/// The period after "än" and "mot": "andra halvåret 2024", "i december 2024", "2024".
pub(crate) fn than(period: Period, language: Language) -> String {
    match (period.resolution(), language) {
        (Resolution::Year, Language::Swedish) => name(period, language),
        _ => then(period, language),
    }
}

/// What an earlier number is compared with: "sedan 2014", of twelve months "jämfört med
/// maj 2020–april 2021".
pub(crate) fn since(period: Period, language: Language) -> String {
    let phrase = match period.resolution() {
        Resolution::Rolling12 => Phrase { sv: "jämfört med {0}", en: "compared with {0}" },
        _ => Phrase { sv: "sedan {0}", en: "since {0}" },
    };
    phrase.fill(language, &[&name(period, language)])
}

/// The same in a title, of a number that is told of another period: of twelve months
/// whole years apart "på fem år".
pub(crate) fn since_until(period: Period, now: Period, language: Language) -> String {
    let months = usize::try_from(now.last_month().since(period.last_month())).unwrap_or(0);
    let is_of_years = period.resolution() == Resolution::Rolling12 && months > 0 && months.is_multiple_of(12);
    match (is_of_years.then(|| number::spelled(months / 12, language)), language) {
        (Some(years), Language::Swedish) => ["på ", &years, " år"].concat(),
        (Some(years), Language::English) if months == 12 => ["in ", &years, " year"].concat(),
        (Some(years), Language::English) => ["in ", &years, " years"].concat(),
        (None, _) => since(period, language),
    }
}

/// The period standing alone, as the head of a row: "Andra halvåret 2025".
pub fn heading(period: Period, language: Language) -> String {
    let name = name(period, language);
    let halves = matches!(period.resolution(), Resolution::Quarter | Resolution::HalfYear);
    let article = halves && language == Language::English;
    capitalised(name.strip_prefix("the ").filter(|_| article).unwrap_or(&name))
}

/// How long a period is, as a choice: "Halvår".
pub fn resolution(resolution: Resolution, language: Language) -> &'static str {
    match (resolution, language) {
        (Resolution::Month, Language::Swedish) => "Månad",
        (Resolution::Month, Language::English) => "Month",
        (Resolution::Quarter, Language::Swedish) => "Kvartal",
        (Resolution::Quarter, Language::English) => "Quarter",
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
pub(crate) fn kind_of_mean(resolution: Resolution, native: Resolution, language: Language) -> &'static str {
    match (resolution, native, language) {
        (Resolution::Month, _, Language::Swedish) => "per månad",
        (Resolution::Month, _, Language::English) => "by month",
        (Resolution::Quarter, _, Language::Swedish) => "per kvartal",
        (Resolution::Quarter, _, Language::English) => "by quarter",
        (Resolution::HalfYear, _, Language::Swedish) => "snitt per månad, halvårsvis",
        (Resolution::HalfYear, _, Language::English) => "monthly mean by half-year",
        (Resolution::Year, Resolution::Year, Language::Swedish) => "per år",
        (Resolution::Year, Resolution::Year, Language::English) => "by year",
        (Resolution::Year, _, Language::Swedish) => "snitt per månad, årsvis",
        (Resolution::Year, _, Language::English) => "monthly mean by year",
        (Resolution::Rolling12, Resolution::Rolling12, Language::Swedish) => "medelvärde för tolv månader",
        (Resolution::Rolling12, Resolution::Rolling12, Language::English) => "twelve-month mean",
        (Resolution::Rolling12, _, Language::Swedish) => "rullande medelvärde för tolv månader",
        (Resolution::Rolling12, _, Language::English) => "rolling twelve-month mean",
    }
}

/// That a link says one period, where an address that was cut off would say it too.
pub fn only(period: Period, language: Language) -> String {
    const ONLY: Phrase = Phrase {
        sv: "Länken visar bara {0}. Om du väntade dig en längre tid har länken tappat sitt slut. Välj då tid igen.",
        en: "The link shows {0} alone. If you expected a longer time, the link has lost its end. Then choose the time again.",
    };
    ONLY.fill(language, &[&name(period, language)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_both_languages() {
        for (code, swedish, english, head) in [
            ("2026M04", "i april 2026", "in April 2026", "April 2026"),
            ("2025H2", "under andra halvåret 2025", "in the second half of 2025", "Andra halvåret 2025"),
            ("2020K3", "under tredje kvartalet 2020", "in the third quarter of 2020", "Tredje kvartalet 2020"),
            ("2023", "år 2023", "in 2023", "2023"),
            (
                "2026M04R",
                "i genomsnitt under maj 2025–april 2026",
                "on average in May 2025–April 2026",
                "Maj 2025–april 2026",
            ),
        ] {
            let period = Period::from_code(code).expect("a code");
            assert_eq!(during(period, Language::Swedish), swedish);
            assert_eq!(during(period, Language::English), english);
            assert_eq!(heading(period, Language::Swedish), head);
        }
    }
}
