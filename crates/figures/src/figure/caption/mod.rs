//! The lines under a figure: what it shows, who made the numbers, how exact
//! they are, which edition, and what to bear in mind.

mod lacks;
mod sums;

use super::context::Context;
use super::series::shown_periods;
use super::{Caption, Chart, modelled_warning, signs};
use crate::text::{self, backdrop};
use faktabank_tables::query::Measure;
use faktabank_tables::statistics::{AreaCode, Content, Period, Phrase, Provenance};

/// So many notes stand under a figure; the rest is a press away.
const STANDING: usize = 2;

/// What a figure that is not one over time has of its own to say, so that those
/// over time do without the code of all the others.
#[derive(Default)]
pub(super) struct Own {
    /// The single period that it is of, with a comma before it; empty where there is none.
    pub(super) when: String,
    /// From which month to which it looks, where that is not all that is shown.
    pub(super) spans: Option<Vec<(Period, Period)>>,
    /// How it is drawn.
    pub(super) notes: Vec<String>,
}

impl Own {
    /// Of one period, of several, or of none.
    pub(super) fn of(context: &Context<'_>, periods: &[Period], notes: Vec<String>) -> Self {
        let when = match periods {
            [period] => [", ", &text::period::name(*period, context.language)].concat(),
            _ => String::new(),
        };
        let spans = periods.iter().map(|period| (period.first_month(), period.last_month())).collect();
        Self { when, spans: Some(spans), notes }
    }
}

/// The caption of a figure.
pub(super) fn of(context: &Context<'_>, chart: Option<&Chart>, own: Own) -> Caption {
    let (resolved, table, language) = (context.resolved, context.numbers.table, context.language);
    Caption {
        what: what(context, &own),
        source: source(context),
        source_url: table.source.url.clone(),
        provenance: table.provenance,
        provenance_text: provenance(context),
        edition: edition(context),
        outdated: resolved.edition.newer.is_some(),
        former: resolved.edition.former.as_ref().map(|former| former.0.clone()).unwrap_or_default(),
        signs: chart.and_then(|chart| signs::legend(chart, language)).unwrap_or_default(),
        notes: notes(context, chart, own),
        standing: STANDING,
    }
}

/// The caption of two contents of two tables: what each is of, by whom and how exact.
pub(super) fn of_both(one: Caption, other: Caption, names: [String; 2]) -> Caption {
    let (same_source, same_url) = (one.source == other.source, one.source_url == other.source_url);
    let provenance_text = if one.provenance_text == other.provenance_text {
        one.provenance_text
    } else {
        let said =
            |name: &str, words: &str| [name, ": ", &text::letters::uncapitalised(words.trim_end_matches('.'))].concat();
        [&said(&names[0], &one.provenance_text), ". ", &said(&names[1], &other.provenance_text)].concat()
    };
    let mut notes = one.notes;
    for note in other.notes {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    // Where they differ, one link would lead to one of them alone.
    if !same_url {
        for (name, url) in names.iter().zip([&one.source_url, &other.source_url]).filter(|(_, url)| !url.is_empty()) {
            notes.push([name.as_str(), ": ", url].concat());
        }
    }
    let worse = Provenance::ALL.into_iter().rfind(|it| [one.provenance, other.provenance].contains(it));
    Caption {
        what: [&one.what, " ", &other.what].concat(),
        source: if same_source { one.source } else { [&one.source, "; ", &other.source].concat() },
        source_url: if same_url { one.source_url } else { String::new() },
        provenance: worse.unwrap_or(one.provenance),
        provenance_text,
        notes,
        ..other
    }
}

fn what(context: &Context<'_>, own: &Own) -> String {
    let resolved = context.resolved;
    let topic = context.topic();
    let is_part = |it: &Content| it.is_derived() || topic.components().any(|part| part == *it);
    let by_part = topic.word("by_component");
    let by_part = by_part.filter(|_| resolved.what.contents.len() > 1 && resolved.what.contents.iter().any(is_part));
    let contents: Vec<String> = match by_part {
        Some(words) => vec![words.get(context.language).to_owned()],
        None => resolved.what.contents.iter().map(|&it| context.contents(it)).collect(),
    };
    let mean =
        text::period::kind_of_mean(resolved.time.resolution, context.numbers.table.resolution(), context.language);
    let who = context.persons_after_unit();
    [&contents.join(", "), ": ", &context.units(), &who, ", ", mean, &own.when, "."].concat()
}

fn source(context: &Context<'_>) -> String {
    let (source, language) = (&context.numbers.table.source, context.language);
    let mut text = [&source.agency, ", ", source.statistic.get(language)].concat();
    if !source.table.is_empty() {
        text.push_str(&[" (", &source.table, ")"].concat());
    }
    let read_from = source.read_from.get(language);
    if !read_from.is_empty() {
        text.push_str(", ");
        text.push_str(read_from);
    }
    text
}

fn provenance(context: &Context<'_>) -> String {
    let (table, language) = (context.numbers.table, context.language);
    if table.provenance == Provenance::Modelled {
        return modelled_warning(context.resolved).get(language).to_owned();
    }
    let exactness = table.exactness.label.get(language);
    text::provenance::sentence(table.provenance, &table.source.agency, exactness, language)
}

fn edition(context: &Context<'_>) -> String {
    let resolved = context.resolved;
    match &resolved.edition.newer {
        None => context.say("Utgåva {0}.", "Edition {0}.", &[&resolved.edition.id.0]),
        Some(newer) => context.say(
            "Utgåva {0}. Nyare och reviderade siffror finns i utgåva {1}.",
            "Edition {0}. Newer and revised figures exist in edition {1}.",
            &[&resolved.edition.id.0, &newer.0],
        ),
    }
}

fn notes(context: &Context<'_>, chart: Option<&Chart>, own: Own) -> Vec<String> {
    let (resolved, table, language) = (context.resolved, context.numbers.table, context.language);
    let mut notes = Vec::new();
    if let Some(Chart::Lines(chart)) = chart
        && chart.axis.min > 0.0
    {
        let from = super::series::axis_label(context, chart.axis.min);
        notes.push(
            Phrase { sv: "Axeln börjar på {0}, inte på noll.", en: "The axis starts at {0}, not at zero." }
                .fill(language, &[&from]),
        );
    }
    notes.extend(lacks::note(context, own.spans));
    if let Some(forecast) = table.forecast.as_ref()
        && resolved.time.periods.last().is_some_and(|&last| table.is_forecast(last))
    {
        let (maker, basis) = (forecast.maker.get(language), forecast.basis.get(language));
        let from = text::period::name(forecast.from, language);
        notes.push(
            Phrase {
                sv: "Från och med {0} är siffrorna en prognos, beräknad av {1} ur {2}.",
                en: "Figures from {0} on are a forecast, computed by {1} from {2}.",
            }
            .fill(language, &[&from, maker, basis]),
        );
    }
    notes.extend(own.notes);
    if let Some(from) = table.preliminary_from
        && resolved.time.periods.last().is_some_and(|&last| table.is_preliminary(last))
    {
        let from = text::period::name(from, language);
        notes.push(
            Phrase { sv: "Siffrorna från och med {0} är preliminära.", en: "Figures from {0} on are preliminary." }
                .fill(language, &[&from]),
        );
    }
    notes.extend(sums::notes(context));
    if resolved.what.measure == Measure::Share
        && context.numbers.borrows_population(resolved.what.contents[0])
        && let Some(population) = context.numbers.population
    {
        let from = shown_periods(context).first().map(|&it| text::period::name(it, language)).unwrap_or_default();
        let source = [population.source.statistic.get(language), " (", &population.source.table, ")"].concat();
        notes.push(Phrase { sv: "Andelen är beräknad av Faktabanken: {3} delat med {2} enligt {0}. Den kan räknas från och med {1}.", en: "The share is computed by Faktabanken: {3} by {2} in {0}. It can be computed from {1} on." }.fill(language, &[&source, &from, &context.population(), text::contents::counted(resolved.what.contents[0], language)]));
    }
    match resolved.beside.behind.as_slice() {
        [riket] if riket.code() == Some(AreaCode::Country) => {
            notes.push(backdrop::COUNTRY_BEHIND.get(language).to_owned());
        }
        [county, _] => notes.push(backdrop::WHOLES_BEHIND.fill(language, &[&context.place(county)])),
        // One line alone is named at its end.
        _ => {}
    }
    let shown: Vec<AreaCode> =
        resolved.places.iter().flat_map(|place| place.members.iter().copied().chain(place.code())).collect();
    let of_areas = table.area_notes.iter().filter(|note| shown.iter().any(|area| note.areas.contains(area)));
    for note in table.notes.iter().chain(of_areas.map(|note| &note.text)) {
        let note = note.get(language);
        if !notes.iter().any(|said| said == note) {
            notes.push(note.to_owned());
        }
    }
    notes
}
