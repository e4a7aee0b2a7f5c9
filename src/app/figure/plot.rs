//! Charts that are read with a pointer: ECharts in the place of the still drawing,
//! once library and code are here.

use crate::app::signal::RwSignal;
use crate::browser::dom::HtmlElement;
use crate::browser::echarts::{self, ChartError};
use faktabank_figures::drawing::{self, Style};
use faktabank_figures::figure::Chart;
use leptos::prelude::*;

/// A chart of the library in the page, and what a pointer does there.
#[derive(Clone, Copy)]
pub(in crate::app) struct Plot {
    instance: StoredValue<Option<echarts::Chart>, LocalStorage>,
    /// The position that is read.
    pub(super) pointed: RwSignal<Option<usize>>,
    /// Whether a press holds the reading where it is.
    pub(super) held: RwSignal<bool>,
    /// The position that the pointer is over.
    pub(super) under: StoredValue<Option<usize>>,
}

impl Plot {
    /// Not drawn yet, and nothing is pointed at.
    pub(super) fn new() -> Self {
        Self {
            instance: StoredValue::new_local(None),
            pointed: RwSignal::new(None),
            held: RwSignal::new(false),
            under: StoredValue::new(None),
        }
    }

    fn mounted(self, place: &HtmlElement) -> Result<echarts::Chart, ChartError> {
        let Self { pointed, held, under, .. } = self;
        let mut made = echarts::Chart::mount(place)?;
        made.on_pointer(move |position| {
            under.set_value(position);
            if !held.get_untracked() && pointed.get_untracked() != position {
                pointed.set(position);
            }
        });
        Ok(made)
    }
}

/// Draws a chart in this place, or says in the console why it cannot be; through
/// an entry alone.
pub(in crate::app) fn draw(plot: Plot, place: &HtmlElement, chart: &Chart, style: Style) -> bool {
    let mut done = Ok(());
    plot.instance.update_value(|slot| {
        if slot.is_none() {
            match plot.mounted(place) {
                Ok(made) => *slot = Some(made),
                Err(error) => done = Err(error),
            }
        }
        if let Some(made) = slot {
            done = made.draw(&drawing::option(chart, style));
        }
    });
    told(done)
}

/// Moves the pointer of the chart to a position, or hides it; through an entry alone.
pub(in crate::app) fn point_at(plot: Plot, position: Option<usize>) {
    plot.instance.with_value(|made| told(made.as_ref().map_or(Ok(()), |made| made.point_at(position))));
}

fn told(done: Result<(), ChartError>) -> bool {
    if let Err(error) = &done {
        leptos::logging::error!("{error}");
    }
    done.is_ok()
}
