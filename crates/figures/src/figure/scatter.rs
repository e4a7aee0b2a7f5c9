//! Two contents of the same kommuner to points: one across, the other up, with
//! riket's as crosshair.

use super::context::Context;
use super::mismatch;
use super::series::axis_label_of;
use super::{
    Bar, Column, ColumnKey, DataTable, Dot, Mark, Point, Region, Row, RowKey, Scale, ScatterChart, SeriesKey, Tone,
    axis, bars, listing, regions,
};
use crate::text::{self, letters, list};
use faktabank_tables::measure::correlation;
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::{AreaCode, Content, Period, Table};

/// One of the two contents, with the numbers of its own table.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) context: Context<'a>,
    pub(super) content: Content,
    /// The period that the points are of.
    pub(super) period: Period,
}

impl Side<'_> {
    /// Its number at a place.
    pub(super) fn point(&self, place: &Place) -> Point {
        self.context.point(self.content, place, self.period)
    }

    /// Whether numbers of areas of any size can be set beside each other.
    pub(super) fn is_level(&self) -> bool {
        self.context.is_level(self.content)
    }

    /// Its name within a sentence.
    pub(super) fn in_sentence(&self) -> String {
        text::contents::in_sentence(self.content, self.context.language)
    }

    fn scale(&self, values: impl Iterator<Item = f64>) -> Scale {
        let tick = |value: f64| axis_label_of(&self.context, self.content, value);
        let name = [&self.context.contents(self.content), ", ", &self.context.unit(self.content)].concat();
        Scale { name, axis: axis::over(values, axis::Start::Fitted, tick) }
    }

    fn column(&self) -> Column {
        Column {
            key: ColumnKey::Content(self.content),
            name: self.context.contents(self.content),
            decimals: self.context.decimals(self.content),
        }
    }
}

/// Both contents: across, and up.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) across: Side<'a>,
    pub(super) up: Side<'a>,
}

impl<'a> Pair<'a> {
    /// `None` where there are no two contents, or a table of one is not loaded.
    pub(super) fn of(context: &Context<'a>, tables: &'a [Table]) -> Option<Self> {
        let &[across, up, ..] = context.resolved.what.contents.as_slice() else { return None };
        let side = |context: Context<'a>, content, period| Side { context, content, period };
        let Some(other) = context.resolved.other.as_deref() else {
            let period = bars::ranked_period(context)?;
            return Some(Self { across: side(*context, across, period), up: side(*context, up, period) });
        };
        let beside = Context::new(other, tables, context.areas)?;
        let places = places(context);
        let periods = context.resolved.time.periods.iter().copied().zip(other.time.periods.iter().copied());
        let both = |(period, period_up): (Period, Period)| Self {
            across: side(*context, across, period),
            up: side(beside, up, period_up),
        };
        let has_both = |pair: &Self| {
            let mut kommuner = places.iter().filter(|place| place.code().is_some_and(AreaCode::is_municipality));
            kommuner.any(|place| is_whole(&pair.across.point(place)) && is_whole(&pair.up.point(place)))
        };
        // The newest that both have, in all of them the newest.
        let pairs: Vec<Self> = periods.map(both).collect();
        pairs.iter().rev().find(|pair| has_both(pair)).or(pairs.last()).copied()
    }

    /// Both, across first.
    pub(super) const fn sides(&self) -> [Side<'a>; 2] {
        [self.across, self.up]
    }

    /// Whether they are of two tables.
    pub(super) fn is_of_two(&self) -> bool {
        self.across.context.resolved.other.is_some()
    }

    /// "Arbetslöshet 6,0 %, sysselsättningsgrad 80,5 %".
    pub(super) fn told(&self, across: &Point, up: &Point) -> String {
        [&self.across.in_sentence(), " ", &across.text, ", ", &self.up.in_sentence(), " ", &up.text].concat()
    }

    /// When: of both, or of each where they differ: "år 2022", "i december 2022 och år 2022".
    pub(super) fn during(&self) -> String {
        let language = self.across.context.language;
        let mut periods: Vec<String> =
            self.sides().iter().map(|side| text::period::during(side.period, language)).collect();
        periods.dedup();
        list::and(&periods, language)
    }
}

fn is_whole(point: &Point) -> bool {
    point.value.is_ok() && point.mark == Mark::Whole
}

/// The places of the figure: those chosen, then those around them.
fn places(context: &Context<'_>) -> Vec<Place> {
    let resolved = context.resolved;
    resolved.places.iter().cloned().chain(resolved.beside.others.iter().map(|&code| Place::of(code))).collect()
}

/// The chart; `None` where no kommun has both numbers.
pub(super) fn chart(pair: &Pair<'_>) -> Option<ScatterChart> {
    let Pair { across, up } = pair;
    let context = &across.context;
    let places = places(context);
    // The list goes from the highest across to the lowest.
    let bar = |place: &Place| Bar {
        key: SeriesKey::of(place, across.content),
        name: context.place(place),
        tone: Tone::Context,
        point: across.point(place),
    };
    let ranked = bars::fallen(places.iter().map(bar).collect());
    let mut dots: Vec<Dot> = Vec::new();
    for region in regions::of(context, &ranked) {
        let other = up.point(&Place::of(region.code));
        let place = region.point.value.ok().zip(other.value.ok());
        let said = [&region.name, ": ", &pair.told(&region.point, &other)].concat();
        dots.push(Dot { place, region: Region { said, told: String::new(), beside: Some(other), ..region } });
    }
    let at = |dot: &Dot| dot.place;
    let country = Place::of(AreaCode::Country);
    let held = places.iter().any(|place| place.code() == Some(AreaCode::Country));
    let country = (across.point(&country), up.point(&country));
    // Beside riket's counts those of a kommun would be nothing.
    let is_level = |side: &Side<'_>| side.is_level() || side.context.resolved.what.measure == Measure::Index;
    let country = (held && is_level(across) && is_level(up)).then_some(country);
    let crosshair = country.as_ref().and_then(|(x, y)| x.value.ok().zip(y.value.ok()));
    let all = || dots.iter().filter_map(at).chain(crosshair);
    dots.iter().find_map(at)?;
    Some(ScatterChart {
        heads: letters::capitalised(&[across.in_sentence().as_str(), ", ", &up.in_sentence()].concat()),
        across: across.scale(all().map(|it| it.0)),
        up: up.scale(all().map(|it| it.1)),
        country: country.filter(|_| crosshair.is_some()).map(|(x, y)| (context.area(AreaCode::Country), x, y)),
        crosshair,
        correlation: correlation(&dots.iter().filter(|dot| are_whole(dot)).filter_map(at).collect::<Vec<_>>()),
        dots,
    })
}

/// Whether nothing is lacking in either number.
fn are_whole(dot: &Dot) -> bool {
    [Some(&dot.region.point), dot.region.beside.as_ref()].into_iter().flatten().all(|point| point.mark == Mark::Whole)
}

/// The numbers: a row an area, in the order of the list, riket and län first.
pub(super) fn table(pair: &Pair<'_>, chart: Option<&ScatterChart>) -> DataTable {
    let context = &pair.across.context;
    let dots = chart.map_or(&[][..], |chart| &chart.dots);
    let wholes =
        places(context).into_iter().filter(|place| !dots.iter().any(|dot| place.code() == Some(dot.region.code)));
    let whole = |place: Place| Row {
        key: RowKey::Place(place.key()),
        name: context.place(&place),
        cells: pair.sides().iter().map(|side| side.point(&place)).collect(),
    };
    let rows = dots.iter().map(|dot| Row {
        key: RowKey::Place(Place::of(dot.region.code).key()),
        name: dot.region.name.clone(),
        cells: [Some(&dot.region.point), dot.region.beside.as_ref()].into_iter().flatten().cloned().collect(),
    });
    let sides = pair.sides();
    let names: Vec<String> = sides.iter().map(Side::in_sentence).collect();
    let mut units: Vec<String> = sides.iter().map(|side| side.context.unit(side.content)).collect();
    units.dedup();
    let units = list::and(&units, context.language);
    let mut unreported: Vec<String> = sides.iter().map(|side| side.context.unreported()).collect();
    unreported.retain(|words| !words.is_empty());
    unreported.dedup();
    DataTable {
        caption: [&letters::capitalised(&list::and(&names, context.language)), " ", &pair.during(), ": ", &units]
            .concat(),
        units,
        period: Some(pair.across.period).filter(|period| *period == pair.up.period),
        total: None,
        unreported: list::and(&unreported, context.language),
        stub: listing::AREA.get(context.language).to_owned(),
        columns: sides.iter().map(Side::column).collect(),
        rows: wholes.map(whole).chain(rows).collect(),
    }
}

/// What to bear in mind: what of the two does not match, where the axes start, and
/// what a correlation is.
pub(super) fn notes(pair: &Pair<'_>, chart: &ScatterChart) -> Vec<String> {
    let context = &pair.across.context;
    let mut notes: Vec<String> = mismatch::warnings(pair);
    if chart.across.axis.min > 0.0 || chart.up.axis.min > 0.0 {
        notes.push(context.say_word("Axlarna börjar inte på noll.", "The axes do not start at zero.").to_owned());
    }
    let hidden = chart.dots.iter().filter(|dot| dot.place.is_none()).count();
    if hidden > 0 {
        let kommuner = regions::kommuner(hidden, context);
        notes.push(context.say(
            "{0} är inte med, eftersom minst en av de två uppgifterna saknas.",
            "Left out: {0}, since at least one of the two figures is missing.",
            &[&kommuner],
        ));
    }
    let is_count = |side: &Side<'_>| !side.is_level() && side.context.resolved.what.measure == Measure::Count;
    if pair.sides().iter().any(is_count) {
        notes.push(
            context
                .say_word(
                    "Antal är stora där många bor. Andelar går att jämföra.",
                    "Numbers are large where many people live. Shares can be compared.",
                )
                .to_owned(),
        );
    } else if let Some(correlation) = chart.correlation {
        notes.push(context.say(
            "Sambandet (Pearsons korrelation) är {0}. Det går från −1 till 1, och 0 är inget samband. Ett samband säger inte vad som är orsak.",
            "The correlation (Pearson’s) is {0}. It goes from −1 to 1, and 0 is none. A correlation does not say what is the cause.",
            &[&text::number::decimal(correlation, 2, context.language)],
        ));
    }
    notes
}
