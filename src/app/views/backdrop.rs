//! What may stand behind the lines of a figure: riket, and what happened.

use super::choices::options;
use super::stage::Stage;
use crate::app::controls::{Choice, tick_list};
use crate::app::element::{Fragment, div, p, show};
use crate::app::figure::FigureState;
use crate::app::loading::{Failure, Loading};
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use faktabank_figures::figure;
use faktabank_figures::text::backdrop;
use faktabank_tables::query::{CountryLine, Parameter};
use faktabank_tables::snapshot::read_events;
use faktabank_tables::statistics::Phrase;
use std::sync::Arc;

/// The boxes to tick, and in words why riket cannot be had; nothing where
/// there is nothing to stand behind.
pub(super) fn backdrop(stage: Stage) -> Fragment {
    let country = Memo::new(move |_| stage.resolved.with(|resolved| resolved.country_line()));
    let options = options(stage, |resolved, language| {
        let country = (resolved.country_line() == CountryLine::Fits)
            .then(|| Choice::new(Parameter::CountryLine.name(), backdrop::COUNTRY_LINE.get(language)));
        let events =
            resolved.can_mark_events().then(|| Choice::new(Parameter::Events.name(), backdrop::EVENTS.get(language)));
        country.into_iter().chain(events).collect()
    });
    let ticked = move |code: &str| {
        stage
            .resolved
            .with(|it| if code == Parameter::Events.name() { it.beside.events } else { !it.beside.behind.is_empty() })
    };
    let choose = Callback::new(move |(code, on): (String, bool)| {
        stage.go(|selection| {
            let backdrop = &mut selection.backdrop;
            let asked = if code == Parameter::Events.name() { &mut backdrop.events } else { &mut backdrop.country };
            *asked = on;
        });
    });
    let some = move || options.with(|options| !options.is_empty());
    let boxes = show(some, move || tick_list(backdrop::BEHIND, options, ticked, choose, stage.context).into_fragment());
    let why = show(
        move || why_no_country(country.get()).is_some(),
        move || {
            let words = move || why_no_country(country.get()).map_or("", |why| why.get(stage.language()));
            p("field soft small").attr("data-no-country", "").child(words).into_fragment()
        },
    );
    div("").child(boxes).child(why).into_fragment()
}

/// Begins to fetch what happened, unless it is here or on its way.
pub(in crate::app) fn want_events(stage: Stage) {
    stage.outside_events.want();
}

/// The figure with what happened, once that is here, or with why it is not.
pub(in crate::app) fn with_events(stage: Stage, figure: FigureState) -> FigureState {
    let language = stage.language();
    let (Loading::Ready(figure), Some(outside_events)) = (&figure, stage.outside_events.state()) else { return figure };
    let failure = match outside_events {
        Loading::Pending(_) => return Loading::Ready(figure.clone()),
        Loading::Ready(bytes) => match read_events(&bytes) {
            Ok(events) => return Loading::Ready(Arc::new(figure::with_events(figure, &events, language))),
            Err(error) => Failure::snapshot(&error),
        },
        Loading::Failed(failure) => failure,
    };
    Loading::Ready(Arc::new(figure::without_events(figure, &failure.words(language), language)))
}

/// Why riket cannot be a line behind the others, where that is worth a word.
pub(in crate::app) const fn why_no_country(line: CountryLine) -> Option<Phrase> {
    match line {
        CountryLine::OfCounts => Some(backdrop::COUNTRY_OF_COUNTS),
        CountryLine::OfSeveral => Some(backdrop::COUNTRY_OF_SEVERAL),
        CountryLine::OfEach => Some(backdrop::COUNTRY_OF_EACH),
        CountryLine::Fits | CountryLine::Nowhere => None,
    }
}
