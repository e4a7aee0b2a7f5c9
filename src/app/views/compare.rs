//! Who is like us? Two to six areas side by side on one scale.

use super::choices::{self, PANEL};
use super::stage::Stage;
use crate::app::figure::FigureView;
use crate::app::live::live;
use crate::query::FigureKind;
use crate::text::ui;
use leptos::prelude::*;

const KINDS: [FigureKind; 4] = [FigureKind::Line, FigureKind::Bar, FigureKind::Change, FigureKind::Table];

/// Fewest areas that make a comparison.
const FEWEST: usize = 2;

/// The view.
pub(super) fn view(stage: Stage) -> AnyView {
    let scene = stage.scene;
    let kind = Signal::derive(move || stage.resolved.with(|resolved| resolved.figure));
    let between = move || {
        view! {
            <details class="choices" prop:open=live(move || scene.wide.get())>
                <summary>
                    <span>{scene.words(ui::CHOICES)}</span>
                </summary>
                <div class="choices-row">
                    {choices::topic(stage)} {choices::one_contents(stage)} {choices::measure(stage)}
                    {choices::resolution(stage, "upplosning")}
                </div>
            </details>
            {choices::kinds(stage, &KINDS)}
        }
        .into_any()
    };
    view! {
        <div class="compare">
            {choices::area_picker(stage, FEWEST)} <div id=PANEL role="tabpanel">
                <FigureView figure=stage.figure() kind=kind retry=stage.retry() scene=scene>
                    {between()}
                </FigureView>
                {choices::span(stage)}
            </div>
        </div>
    }
    .into_any()
}
