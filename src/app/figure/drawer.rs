//! What draws a chart: what the first view needs, and what is loaded later.

use super::chart::Drawing;
use super::frame::KommunContext;
use super::{map, ranking, scatter, small};
use crate::app::element::Fragment;
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use faktabank_figures::figure::Chart;
use std::sync::Arc;

/// What draws a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Drawer {
    /// ECharts: the one of the first view.
    Plot,
    /// ECharts too, with a way to find one of many bars.
    Ranking,
    /// [`map`].
    Map,
    /// [`scatter`].
    Scatter,
    /// [`small`].
    Small,
}

/// A chart to draw, and all that drawing it takes.
#[derive(Clone, Copy)]
pub(in crate::app) struct Picture {
    /// The chart.
    pub(super) chart: Memo<Option<Arc<Chart>>>,
    /// What it shows, in words.
    pub(super) headline: Memo<String>,
    /// What becomes of it.
    pub(super) drawing: RwSignal<Drawing>,
    /// What figures of kommuner are drawn with.
    pub(super) kommun_context: Option<KommunContext>,
    /// The page.
    pub(super) context: PageContext,
}

impl Drawer {
    /// What draws this chart.
    pub(super) const fn of(chart: &Chart) -> Self {
        match chart {
            Chart::Lines(_) | Chart::Stack(_) => Self::Plot,
            Chart::Bars(_) => Self::Ranking,
            Chart::Map(_) => Self::Map,
            Chart::Scatter(_) => Self::Scatter,
            Chart::Small(_) => Self::Small,
        }
    }
}

/// A chart that the first view has not; through an entry alone.
pub(in crate::app) fn draw(drawer: Drawer, picture: Picture) -> Fragment {
    let Picture { chart, headline, drawing, kommun_context, context } = picture;
    match (drawer, kommun_context) {
        (Drawer::Ranking, _) => ranking::view(chart, headline, drawing, context).into_fragment(),
        (Drawer::Small, _) => small::view(chart, headline, drawing, context).into_fragment(),
        (Drawer::Map, Some(kommun_context)) => {
            map::view(chart, headline, drawing, kommun_context, context).into_fragment()
        }
        (Drawer::Scatter, Some(kommun_context)) => {
            scatter::view(chart, headline, drawing, kommun_context, context).into_fragment()
        }
        (Drawer::Plot, _) | (Drawer::Map | Drawer::Scatter, None) => Fragment::new(),
    }
}
