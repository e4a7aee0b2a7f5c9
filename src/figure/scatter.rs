//! Two contents of the same kommuner to points: one across, the other up, with
//! riket's as crosshair.

use super::context::Context;
use super::series::{axis_label_of, key};
use super::{
    Axis, Bar, Column, DataTable, Dot, Mark, Point, Region, Row, Scale, ScatterChart, Tone, axis, bars, listing,
    regions,
};
use crate::measure::correlation;
use crate::query::{Measure, Place};
use crate::statistics::{AreaCode, Content, Period};
use crate::text::{self, letters, list};

/// The two contents: across and up.
fn both(context: &Context<'_>) -> Option<(Content, Content)> {
    match context.resolved.contents[..] {
        [across, up, ..] => Some((across, up)),
        _ => None,
    }
}

/// The period that the points are of.
pub(super) fn period(context: &Context<'_>) -> Option<Period> {
    bars::ranked_period(context)
}

/// The places of the figure: those chosen, then those around them.
fn places(context: &Context<'_>) -> Vec<Place> {
    let resolved = context.resolved;
    resolved.places.iter().cloned().chain(resolved.others.iter().map(|&code| Place::of(code))).collect()
}

/// The chart; `None` where it has no two contents, or no kommun has both.
pub(super) fn chart(context: &Context<'_>) -> Option<ScatterChart> {
    let (across, up) = both(context)?;
    let period = period(context)?;
    let places = places(context);
    let point = |content: Content, place: &Place| context.point(content, place, period);
    // The list goes from the highest across to the lowest.
    let bar = |place: &Place| Bar {
        key: key(place, across),
        name: context.place(place),
        tone: Tone::Context,
        point: point(across, place),
    };
    let ranked = bars::fallen(places.iter().map(bar).collect());
    let mut dots: Vec<Dot> = Vec::new();
    for region in regions::of(context, &ranked) {
        let other = point(up, &Place::of(region.code));
        let place = region.point.value.ok().zip(other.value.ok());
        let said = [&region.name, ": ", &two(context, &region.point, &other)].concat();
        dots.push(Dot { place, region: Region { said, told: String::new(), beside: Some(other), ..region } });
    }
    let at = |dot: &Dot| dot.place;
    let country = Place::of(AreaCode::Country);
    let held = places.iter().any(|place| place.code() == Some(AreaCode::Country));
    let country = (point(across, &country), point(up, &country));
    // Beside riket's counts those of a kommun would be nothing.
    let is_level = |content: Content| context.is_level(content) || context.resolved.measure == Measure::Index;
    let country = (held && is_level(across) && is_level(up)).then_some(country);
    let crosshair = country.as_ref().and_then(|(x, y)| x.value.ok().zip(y.value.ok()));
    let all = || dots.iter().filter_map(at).chain(crosshair);
    dots.iter().find_map(at)?;
    let scale = |content: Content, axis: Axis| Scale { name: name(context, content), axis };
    let tick = |content: Content| move |value: f64| axis_label_of(context, content, value);
    let short = |content| text::contents::in_sentence(content, context.language);
    Some(ScatterChart {
        heads: letters::capitalised(&[short(across).as_str(), ", ", &short(up)].concat()),
        across: scale(across, axis::over(all().map(|it| it.0), axis::Start::Fitted, tick(across))),
        up: scale(up, axis::over(all().map(|it| it.1), axis::Start::Fitted, tick(up))),
        country: country.filter(|_| crosshair.is_some()).map(|(x, y)| (context.area(AreaCode::Country), x, y)),
        crosshair,
        correlation: correlation(&dots.iter().filter(|dot| is_whole(dot)).filter_map(at).collect::<Vec<_>>()),
        dots,
    })
}

/// Whether nothing is lacking in either number.
fn is_whole(dot: &Dot) -> bool {
    [Some(&dot.region.point), dot.region.beside.as_ref()].into_iter().flatten().all(|point| point.mark == Mark::Whole)
}

/// "Arbetslöshet 6,0 %, sysselsättningsgrad 80,5 %".
pub(super) fn two(context: &Context<'_>, across: &Point, up: &Point) -> String {
    let name = |at: usize| text::contents::in_sentence(context.resolved.contents[at], context.language);
    [&name(0), " ", &across.text, ", ", &name(1), " ", &up.text].concat()
}

fn name(context: &Context<'_>, content: Content) -> String {
    [&context.contents(content), ", ", &context.unit(content)].concat()
}

/// The numbers: a row an area, in the order of the list, riket and län first.
pub(super) fn table(context: &Context<'_>, chart: &ScatterChart) -> DataTable {
    let Some(period) = period(context) else { return DataTable::default() };
    let contents = &context.resolved.contents;
    let column = |&content: &Content| Column {
        key: content.code().to_owned(),
        name: context.contents(content),
        decimals: context.decimals(content),
    };
    let wholes =
        places(context).into_iter().filter(|place| !chart.dots.iter().any(|dot| place.code() == Some(dot.region.code)));
    let whole = |place: Place| Row {
        key: area_of(&key(&place, contents[0])),
        name: context.place(&place),
        cells: contents.iter().map(|&content| context.point(content, &place, period)).collect(),
    };
    let rows = chart.dots.iter().map(|dot| Row {
        key: dot.region.code.to_string(),
        name: dot.region.name.clone(),
        cells: [Some(&dot.region.point), dot.region.beside.as_ref()].into_iter().flatten().cloned().collect(),
    });
    let names: Vec<String> =
        contents.iter().map(|&content| text::contents::in_sentence(content, context.language)).collect();
    let when = text::period::during(period, context.language);
    DataTable {
        caption: [&letters::capitalised(&list::and(&names, context.language)), " ", &when, ": ", &context.units()]
            .concat(),
        total: None,
        unreported: context.unreported(),
        stub: listing::AREA.get(context.language).to_owned(),
        columns: contents.iter().map(column).collect(),
        rows: wholes.map(whole).chain(rows).collect(),
    }
}

/// The area of a key, without its contents.
fn area_of(key: &str) -> String {
    key.split('/').next().unwrap_or(key).to_owned()
}

/// What to bear in mind: where the axes start, and what a correlation is.
pub(super) fn notes(context: &Context<'_>, chart: &ScatterChart) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    if chart.across.axis.min > 0.0 || chart.up.axis.min > 0.0 {
        notes.push(context.say_word("Axlarna börjar inte på noll.", "The axes do not start at zero.").to_owned());
    }
    let hidden = chart.dots.iter().filter(|dot| dot.place.is_none()).count();
    if hidden > 0 {
        let kommuner = regions::kommuner(hidden, context);
        notes.push(context.say(
            "Inte ritade: {0} som saknar någon av siffrorna.",
            "Not drawn: {0} without one of the figures.",
            &[&kommuner],
        ));
    }
    let counts = context.resolved.contents.iter().any(|&it| !it.is_rate());
    if counts && context.resolved.measure == Measure::Count {
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
