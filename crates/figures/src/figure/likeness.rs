//! The kommuner most like one, by the rule that is told with them: by size, ages
//! and the like, as their topic says, and never by what is being compared.

use super::context;
use crate::text::{self, area, list, number};
use faktabank_tables::measure::{Numbers, Step, alike};
use faktabank_tables::query::{AreaChoice, Place, Resolved, View, most_areas};
use faktabank_tables::statistics::{AreaCode, Areas, Content, Language, Period, Phrase, Table};

/// So many are told: as many as can be compared with the one that they are like.
const TOLD: usize = most_areas(View::Compare) - 1;

/// Kommuner that are like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The choice of the kommun that they are like.
    pub own: AreaChoice,
    /// Its name.
    pub of: String,
    /// How it is reckoned: with its own numbers, among how many, by what steps, and
    /// what is left out and why.
    pub rule: Vec<String>,
    /// The most alike first.
    pub kommuner: Vec<AlikeKommun>,
}

/// A kommun that is like another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeKommun {
    /// The choice of it.
    pub choice: AreaChoice,
    /// Its name.
    pub name: String,
    /// Its numbers: "folkmängd 31 900, andel 65 år och äldre 27,3 %".
    pub note: String,
}

/// Why no kommuner are told to be alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// No kommun is chosen.
    NoKommun,
    /// The edition lacks what likeness is reckoned from.
    NoFigures,
    /// All of that is being compared itself.
    AllCompared,
}

const RULE: Phrase = Phrase {
    sv: "Närmast {0} {1} i {2}, bland {3}. Det som jämförs räknas inte.",
    en: "Nearest to {0} in {1} in {2}, among {3}. What is compared does not count.",
};
const STEPS: Phrase = Phrase {
    sv: "Dubbelt eller hälften så stor {0} räknas som lika långt borta som {1}.",
    en: "Twice or half the {0} counts as far away as {1}.",
};
const LEFT_OUT: Phrase = Phrase {
    sv: "Här visas {0}. Därför räknas inte det som bygger på samma personer: {1}.",
    en: "The figures here are of {0}. What rests on the same persons therefore does not count: {1}.",
};
const SOURCE: Phrase = Phrase { sv: "Källa: {0}, {1}.", en: "Source: {0}, {1}." };
const POINTS: Phrase = Phrase { sv: "{0} procentenheter i {1}", en: "{0} percentage points in {1}" };
const UNITS: Phrase = Phrase { sv: "{0} i {1}", en: "{0} in {1}" };
const IN_COUNTY: Phrase = Phrase { sv: "{0} {1} kommuner", en: "the {1} municipalities of {0}" };
const IN_COUNTRY: Phrase = Phrase { sv: "landets {0} kommuner", en: "all {0} municipalities" };
const OF_SOME: Phrase = Phrase { sv: "{0} kommuner", en: "{0} municipalities" };

/// Something that kommuner are alike by.
#[derive(Clone, Copy)]
struct Criterion {
    content: Content,
    /// How much is far apart; nothing of a size.
    apart: Option<usize>,
}

/// The kommuner most like the first one chosen, of those that the figure's table
/// holds, by the table that was loaded `for` it (`query::for_likeness`).
///
/// # Errors
/// [`Unlike`] says why none can be told.
pub fn likeness(shown: &Resolved, of: &Resolved, tables: &[Table], areas: &Areas) -> Result<Alike, Unlike> {
    let is_kommun = |code: &AreaCode| code.is_municipality();
    let own = shown.places.iter().filter_map(Place::code).find(is_kommun).ok_or(Unlike::NoKommun)?;
    let table = context::table(tables, &of.table.id, of.what.sex, of.what.age).ok_or(Unlike::NoFigures)?;
    let all = of.table.topic.catalogue().topics().flat_map(|topic| topic.alike().collect::<Vec<_>>());
    let (left_out, counted): (Vec<Criterion>, Vec<Criterion>) = all
        .map(|(content, apart)| Criterion { content, apart })
        .partition(|it| shown.what.contents.iter().any(|content| is_told_by(it.content, *content)));
    if counted.is_empty() {
        return Err(if left_out.is_empty() { Unlike::NoFigures } else { Unlike::AllCompared });
    }
    let numbers = Numbers { table, population: None, sex: of.what.sex, age: of.what.age };
    let words = Words { numbers, language: shown.language };
    let is_past = |period: &Period| of.table.forecast_from.is_none_or(|from| *period < from);
    let known = |code, period| counted.iter().map(|it| words.value(*it, code, period)).collect::<Option<Vec<f64>>>();
    let newest = |period: Period| Some((period, known(own, period)?));
    let (period, here) =
        table.periods.iter().rev().copied().filter(is_past).find_map(newest).ok_or(Unlike::NoFigures)?;
    let held = shown.table.areas();
    let others = table.areas.iter().copied().filter(is_kommun).filter(|code| *code != own && held.contains(code));
    let others: Vec<(AreaCode, Vec<f64>)> = others.filter_map(|code| Some((code, known(code, period)?))).collect();
    let steps: Vec<Step> =
        counted.iter().map(|it| it.apart.map_or(Step::Doubling, |units| Step::Units(units as f64))).collect();
    let found = alike(&here, &others.iter().map(|(_, values)| values.clone()).collect::<Vec<_>>(), &steps, TOLD);
    if found.is_empty() {
        return Err(Unlike::NoFigures);
    }
    let name = |code: AreaCode| area::label(code, &areas.name(code), shown.language);
    let kommun = |at: usize| {
        let (code, values) = &others[at];
        AlikeKommun { choice: AreaChoice::Area(*code), name: name(*code), note: words.note(&counted, values) }
    };
    let codes: Vec<AreaCode> = others.iter().map(|(code, _)| *code).chain([own]).collect();
    let when = text::period::name(period, shown.language);
    let mut rule = vec![RULE.fill(
        shown.language,
        &[&name(own), &when, &words.with_numbers(&counted, &here), &among(&codes, areas, shown.language)],
    )];
    rule.extend(words.steps(&counted));
    if !left_out.is_empty() {
        let compared =
            shown.what.contents.iter().filter(|content| left_out.iter().any(|it| is_told_by(it.content, **content)));
        let compared: Vec<String> = compared.map(|it| text::contents::in_sentence(*it, shown.language)).collect();
        let names: Vec<String> = left_out.iter().map(|it| words.name(*it)).collect();
        let (compared, names) = (list::and(&compared, shown.language), list::and(&names, shown.language));
        rule.push(LEFT_OUT.fill(shown.language, &[&compared, &names]));
    }
    let source = &table.source;
    rule.push(SOURCE.fill(shown.language, &[&source.agency, source.statistic.get(shown.language)]));
    Ok(Alike { own: AreaChoice::Area(own), of: name(own), rule, kommuner: found.into_iter().map(kommun).collect() })
}

/// Whether what is compared tells a criterion: is the same, or reckoned from some of
/// the same people. Of all of them together only their number tells it.
fn is_told_by(criterion: Content, compared: Content) -> bool {
    if criterion == compared || criterion.is_population() && compared.is_population() {
        return true;
    }
    let (one, other) = (counted(criterion), counted(compared));
    one.iter().any(|content| other.contains(content))
}

/// Whom a contents counts, in its smallest parts: also those whom a ratio divides by,
/// but nobody of a whole population.
fn counted(content: Content) -> Vec<Content> {
    let content = content.share_of().unwrap_or(content);
    if content.is_population() {
        return Vec::new();
    }
    match content.ratio() {
        Some((part, whole)) => [counted(part), counted(whole)].concat(),
        None if content.parts().next().is_some() => content.parts().flat_map(counted).collect(),
        None => vec![content],
    }
}

/// Among which kommuner: those of the country, of one län, or so many.
fn among(codes: &[AreaCode], areas: &Areas, language: Language) -> String {
    let count = number::count(codes.len());
    let county = codes.first().and_then(|code| code.county());
    let is_whole = codes.len() == areas.areas.iter().filter(|area| area.code.is_municipality()).count();
    match county.filter(|county| codes.iter().all(|code| code.county() == Some(*county))) {
        Some(county) if areas.municipalities_of(county).count() == codes.len() => {
            let label = area::label(county, &areas.name(county), language);
            let name = area::in_sentence(&label, county.kind(), language);
            let name = if language == Language::Swedish { area::genitive(&name, language) } else { name };
            IN_COUNTY.fill(language, &[&name, &count])
        }
        _ if is_whole => IN_COUNTRY.fill(language, &[&count]),
        _ => OF_SOME.fill(language, &[&count]),
    }
}

/// Numbers of criteria, and the words for them.
struct Words<'a> {
    numbers: Numbers<'a>,
    language: Language,
}

impl Words<'_> {
    /// The number of a kommun, where it is whole.
    fn value(&self, it: Criterion, code: AreaCode, period: Period) -> Option<f64> {
        let number = if is_share(it) {
            self.numbers.share(it.content, &[code], period)
        } else {
            self.numbers.level(it.content, &[code], period)
        };
        number.whole()
    }

    fn name(&self, it: Criterion) -> String {
        if is_share(it) {
            text::contents::share_noun(it.content, self.language)
        } else {
            text::contents::in_sentence(it.content, self.language)
        }
    }

    fn number(&self, it: Criterion, value: f64) -> String {
        if is_share(it) {
            number::per_cent(value, 1, self.language)
        } else {
            number::decimal(value, it.content.decimals(), self.language)
        }
    }

    /// "Folkmängd (20 679), andel 65 år och äldre (28,2 %) och …".
    fn with_numbers(&self, criteria: &[Criterion], values: &[f64]) -> String {
        let one = |(it, value): (&Criterion, &f64)| [&self.name(*it), " (", &self.number(*it, *value), ")"].concat();
        list::and(&criteria.iter().zip(values).map(one).collect::<Vec<_>>(), self.language)
    }

    /// "Folkmängd 20 679, andel 65 år och äldre 28,2 %, …".
    fn note(&self, criteria: &[Criterion], values: &[f64]) -> String {
        let one = |(it, value): (&Criterion, &f64)| [self.name(*it).as_str(), " ", &self.number(*it, *value)].concat();
        criteria.iter().zip(values).map(one).collect::<Vec<_>>().join(", ")
    }

    /// What counts as far apart, where there are sizes and something beside them.
    fn steps(&self, criteria: &[Criterion]) -> Option<String> {
        let sizes: Vec<String> = criteria.iter().filter(|it| it.apart.is_none()).map(|it| self.name(*it)).collect();
        let far = |it: &Criterion| {
            let phrase = if is_share(*it) || it.content.is_rate() { POINTS } else { UNITS };
            Some(phrase.fill(self.language, &[&number::count(it.apart?), &self.name(*it)]))
        };
        let others: Vec<String> = criteria.iter().filter_map(far).collect();
        let or = match self.language {
            Language::Swedish => " eller ",
            Language::English => " or ",
        };
        let others = match others.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => [rest.join(", ").as_str(), or, last].concat(),
            None => return None,
        };
        (!sizes.is_empty()).then(|| STEPS.fill(self.language, &[&list::and(&sizes, self.language), &others]))
    }
}

/// Whether it is the share of a count.
fn is_share(it: Criterion) -> bool {
    it.apart.is_some() && it.content.is_count()
}
