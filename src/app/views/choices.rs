//! The choices beside a figure, each from what the table offers to the
//! selection that it changes. A choice drops what no longer fits it, so that
//! nothing chosen here leads to a notice.

use super::stage::Stage;
use crate::app::controls::{AreaOption, AreaPicker, Choice, Tabs, Tag, period_range, segments, select_box, tick_list};
use crate::app::element::{Element, Parts, el, live, when};
use crate::app::figure::{FigureState, tone_of_choice};
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::figure::{Chart, area_name};
use crate::query::{
    AreaChoice, AxisStart, FigureKind, Measure, Place, Resolved, Selection, Span, contents_of, figures_of, measures_of,
};
use crate::statistics::{AreaCode, AreaKind, Areas, Content, Language, Period, Phrase, Resolution, TableId};
use crate::text::{area, contents, period, ui};
use leptos::prelude::*;
use std::rc::Rc;

/// The id of what the tabs open.
pub(super) const PANEL: &str = "figur";

/// Choices that are folded on a phone; beside the figure there is room for them.
pub(super) fn folding(stage: Stage, choices: Element) -> Element {
    let summary = el("summary").child(el("span").live(stage.scene.words(ui::CHOICES)));
    el("details").class("choices").live_flag("open", move || stage.scene.wide.get()).child(summary).child(choices)
}

/// Choices that follow the resolved selection and the language.
fn options(
    stage: Stage,
    list: impl Fn(&Resolved, Language) -> Vec<Choice> + Send + Sync + 'static,
) -> Memo<Vec<Choice>> {
    let language = stage.scene.language;
    Memo::new(move |_| stage.resolved.with(|resolved| list(resolved, language.get())))
}

fn chosen(stage: Stage, code: impl Fn(&Resolved) -> String + Send + Sync + 'static) -> Memo<String> {
    Memo::new(move |_| stage.resolved.with(&code))
}

fn select(
    stage: Stage,
    label: Phrase,
    options: Memo<Vec<Choice>>,
    chosen: Memo<String>,
    choose: Callback<String>,
) -> Parts {
    select_box(label, options, Rc::new(move || chosen.get()), choose, stage.scene).parts()
}

/// Which table: the topic.
pub(super) fn topic(stage: Stage) -> Parts {
    let options = options(stage, move |resolved, language| {
        stage.with_editions(|editions| {
            let tables = editions.iter().find(|edition| edition.id == resolved.edition).map(|edition| &edition.tables);
            tables
                .into_iter()
                .flatten()
                .map(|table| Choice::new(table.id.0.clone(), table.label.get(language)))
                .collect()
        })
    });
    let choose = Callback::new(move |code: String| {
        let held: Vec<AreaCode> = stage.with_editions(|editions| {
            let id = TableId(code.clone());
            editions.iter().find_map(|edition| edition.table(&id)).map(|it| it.areas().collect()).unwrap_or_default()
        });
        stage.go(|selection| {
            selection.table = Some(TableId(code));
            selection.contents.clear();
            selection.resolution = None;
            selection.measure = None;
            selection.figure = None;
            selection.span = Span::All;
            selection.areas.retain(|choice| matches!(choice, AreaChoice::Area(code) if held.contains(code)));
        });
    });
    let chosen = chosen(stage, |resolved| resolved.table.id.0.clone());
    select(stage, ui::TOPIC, options, chosen, choose)
}

fn contents_choices(resolved: &Resolved, language: Language) -> Vec<Choice> {
    contents_of(&resolved.table)
        .into_iter()
        .map(|content| Choice::new(content.code(), contents::name(content).get(language)))
        .collect()
}

/// Keeps measure and figure only if the table offers them for these contents.
fn fit(selection: &mut Selection, resolved: &Resolved) {
    let content = selection.contents.first().or(resolved.contents.first()).copied();
    let Some(content) = content else { return };
    let measures = measures_of(&resolved.table, content);
    selection.measure = selection.measure.filter(|measure| measures.contains(measure));
    let measure = selection.measure.unwrap_or(resolved.measure);
    selection.figure = selection.figure.filter(|figure| figures_of(&resolved.table, measure).contains(figure));
}

/// One contents of those that the table offers.
pub(super) fn one_contents(stage: Stage) -> Parts {
    let choose = Callback::new(move |code: String| {
        let resolved = stage.resolved.get_untracked();
        stage.go(|selection| {
            selection.contents = Content::from_code(&code).into_iter().collect();
            fit(selection, &resolved);
        });
    });
    let chosen = chosen(stage, |resolved| resolved.contents.first().map_or("", |content| content.code()).to_owned());
    let options = options(stage, contents_choices);
    select(stage, ui::CONTENTS, options, chosen, choose)
}

/// Whether the figure shows several contents at a time.
fn takes_several(resolved: &Resolved) -> bool {
    match resolved.figure {
        FigureKind::Area | FigureKind::Table => true,
        FigureKind::Line => resolved.places.len() == 1,
        FigureKind::Bar => resolved.table.areas().count() == 1,
        FigureKind::Change => false,
    }
}

/// One contents or several, as the figure takes them.
pub(super) fn some_contents(stage: Stage) -> Parts {
    let several = Memo::new(move |_| stage.resolved.with(takes_several));
    let choose = Callback::new(move |(code, on): (String, bool)| {
        let resolved = stage.resolved.get_untracked();
        let Some(content) = Content::from_code(&code) else { return };
        stage.go(|selection| {
            let mut contents = resolved.contents.clone();
            // Numbers of different units have no scale in common.
            contents.retain(|other| *other != content && (!on || other.unit() == content.unit()));
            if on {
                contents.push(content);
            }
            // In the order of the menu, so that the same choice is the same link.
            selection.contents = contents_of(&resolved.table).into_iter().filter(|it| contents.contains(it)).collect();
            fit(selection, &resolved);
        });
    });
    let options = options(stage, contents_choices);
    let ticked = move |code: &str| {
        stage.resolved.with(|resolved| resolved.contents.iter().any(|content| content.code() == code))
    };
    live(move || {
        if several.get() {
            tick_list(ui::CONTENTS, options, ticked, choose, stage.scene).parts()
        } else {
            one_contents(stage)
        }
    })
}

const fn kind_name(kind: AreaKind) -> Phrase {
    match kind {
        AreaKind::Country => ui::COUNTRY,
        AreaKind::County => ui::COUNTY,
        AreaKind::Municipality => ui::MUNICIPALITY,
    }
}

/// Every area and every förbund that the table can show.
fn area_options(resolved: &Resolved, areas: &Areas, language: Language) -> Vec<AreaOption> {
    let held: Vec<AreaCode> = resolved.table.areas().collect();
    let mut found: Vec<AreaOption> = held
        .iter()
        .map(|&code| AreaOption {
            choice: AreaChoice::Area(code),
            code: code.to_string(),
            name: area::label(code, &areas.name(code), language),
            kind: kind_name(code.kind()).get(language).to_owned(),
        })
        .collect();
    found.extend(areas.associations.iter().filter(|it| it.ended.is_none()).filter_map(|association| {
        let mut members = association.members.iter().filter(|member| member.to.is_none()).peekable();
        members.peek()?;
        members.all(|member| held.contains(&member.code)).then(|| AreaOption {
            choice: AreaChoice::Association(association.slug.clone()),
            code: association.slug.clone(),
            name: association.name.clone(),
            kind: ui::ASSOCIATION.get(language).to_owned(),
        })
    }));
    found
}

/// Which areas.
pub(super) fn area_picker(stage: Stage, fewest: usize) -> Parts {
    let language = stage.scene.language;
    let options = Memo::new(move |_| {
        stage.resolved.with(|resolved| stage.with_areas(|areas| area_options(resolved, areas, language.get())))
    });
    let tags = Memo::new(move |_| {
        let language = language.get();
        stage.resolved.with(|resolved| {
            let several = resolved.places.len() > 1;
            stage.with_areas(|areas| {
                // Riket has its own colour and takes none of the others'.
                let mut others = 0..;
                let mut tone = |code: Option<AreaCode>| match code {
                    _ if !several => "",
                    Some(AreaCode::Country) => tone_of_choice(0, code),
                    _ => tone_of_choice(others.next().unwrap_or(0), code),
                };
                let tag = |place: &Place| Tag {
                    choice: place.choice.clone(),
                    name: area_name(&place.choice, areas, language),
                    tone: tone(place.code()),
                };
                resolved.places.iter().map(tag).collect::<Vec<_>>()
            })
        })
    });
    let present = move || -> (Resolved, Vec<AreaChoice>) {
        let resolved = stage.resolved.get_untracked();
        let choices = resolved.places.iter().map(|place| place.choice.clone()).collect();
        (resolved, choices)
    };
    let add = Callback::new(move |choice: AreaChoice| {
        let (resolved, mut choices) = present();
        // A stack shows one area: another one takes its place.
        if resolved.figure == FigureKind::Area {
            choices.clear();
        }
        choices.push(choice);
        stage.go(|selection| {
            selection.areas = choices;
            // Several areas are shown by one contents at a time.
            if resolved.places.len() == 1 && resolved.figure != FigureKind::Area {
                selection.contents.truncate(1);
            }
        });
    });
    let remove = Callback::new(move |choice: AreaChoice| {
        let (_, mut choices) = present();
        choices.retain(|other| *other != choice);
        stage.go(|selection| selection.areas = choices);
    });
    AreaPicker { options, chosen: tags, fewest, add, remove, scene: stage.scene }.view().parts()
}

/// How long a period is; nothing where there is no choice.
pub(super) fn resolution(stage: Stage, name: &'static str) -> Parts {
    let offered = move |resolved: &Resolved| resolved.table.resolution().coarser();
    let options = options(stage, move |resolved, language| {
        offered(resolved).iter().map(|&it| Choice::new(it.code(), period::resolution(it, language))).collect()
    });
    let chosen = chosen(stage, |resolved| resolved.resolution.code().to_owned());
    let choose = Callback::new(move |code: String| {
        stage.go(|selection| selection.resolution = Resolution::from_code(&code));
    });
    where_several(options, move || segments(name, ui::RESOLUTION, options, chosen, choose, stage.scene).parts())
}

/// What is made of the numbers; nothing where there is no choice.
pub(super) fn measure(stage: Stage) -> Parts {
    let options = options(stage, |resolved, language| {
        let content = resolved.contents.first().copied().unwrap_or(Content::Total);
        measures_of(&resolved.table, content)
            .into_iter()
            .map(|measure| Choice::new(measure.code(), measure_name(measure).get(language)))
            .collect()
    });
    let chosen = chosen(stage, |resolved| resolved.measure.code().to_owned());
    let choose = Callback::new(move |code: String| {
        let resolved = stage.resolved.get_untracked();
        stage.go(|selection| {
            selection.measure = Measure::from_code(&code);
            fit(selection, &resolved);
        });
    });
    where_several(options, move || select(stage, ui::MEASURE, options, chosen, choose))
}

const fn measure_name(measure: Measure) -> Phrase {
    match measure {
        Measure::Count => ui::COUNT,
        Measure::Share => ui::SHARE,
        Measure::Index => ui::INDEX,
        Measure::Change => ui::CHANGE,
    }
}

/// Where the axis of lines starts: as the reader asked, else as it is drawn.
pub(super) fn axis(stage: Stage, figure: Memo<FigureState>) -> Parts {
    let options = options(stage, |resolved, language| {
        let lines = resolved.figure == FigureKind::Line;
        let starts = [(AxisStart::Zero, ui::AT_ZERO), (AxisStart::Fitted, ui::NEAR_LOWEST)];
        starts.iter().filter(|_| lines).map(|(start, name)| Choice::new(start.code(), name.get(language))).collect()
    });
    let chosen = Memo::new(move |_| {
        let fitted = figure.with(|figure| match figure {
            Loading::Ready(figure) => matches!(&figure.chart, Some(Chart::Lines(chart)) if chart.axis.min > 0.0),
            Loading::Pending(_) | Loading::Failed(_) => false,
        });
        let drawn = if fitted { AxisStart::Fitted } else { AxisStart::Zero };
        stage.resolved.with(|resolved| resolved.axis).unwrap_or(drawn).code().to_owned()
    });
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.axis = AxisStart::from_code(&code)));
    where_several(options, move || select(stage, ui::AXIS, options, chosen, choose))
}

/// A control that is there only while it offers a choice.
fn where_several(options: Memo<Vec<Choice>>, control: impl Fn() -> Parts + 'static) -> Parts {
    when(move || options.with(|options| options.len() > 1), control)
}

/// From when to when.
pub(super) fn span(stage: Stage) -> Parts {
    let language = stage.scene.language;
    let names = Memo::new(move |_| {
        let language = language.get();
        stage.resolved.with(|it| it.all_periods.iter().map(|&each| period::heading(each, language)).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| {
        stage.resolved.with(|resolved| {
            let place = |wanted: Option<&Period>| resolved.all_periods.iter().position(|period| Some(period) == wanted);
            let last = resolved.all_periods.len().saturating_sub(1);
            (place(resolved.periods.first()).unwrap_or(0), place(resolved.periods.last()).unwrap_or(last))
        })
    });
    let choose = Callback::new(move |(first, last, continued): (usize, usize, bool)| {
        let all = stage.resolved.with_untracked(|resolved| resolved.all_periods.clone());
        // An open end follows the figures as they grow.
        let from = (first > 0).then(|| all.get(first).copied()).flatten();
        let to = (last + 1 < all.len()).then(|| all.get(last).copied()).flatten();
        let span = if from.is_none() && to.is_none() { Span::All } else { Span::Range { from, to } };
        let change = |selection: &mut Selection| selection.span = span;
        if continued { stage.scene.navigation.adjust(change) } else { stage.go(change) }
    });
    period_range(names, chosen, choose, stage.scene).parts()
}

/// How the numbers are drawn, as tabs over the figure.
pub(super) fn kinds(stage: Stage, offered: &'static [FigureKind]) -> Parts {
    let options = options(stage, move |resolved, language| {
        figures_of(&resolved.table, resolved.measure)
            .into_iter()
            .filter(|kind| offered.contains(kind))
            .map(|kind| Choice::new(kind.code(), kind_of_figure(kind).get(language)))
            .collect()
    });
    let chosen = chosen(stage, |resolved| resolved.figure.code().to_owned());
    let choose =
        Callback::new(move |code: String| stage.go(|selection| selection.figure = FigureKind::from_code(&code)));
    Tabs { label: ui::CHART_KINDS, options, chosen, panel: PANEL, choose }.view(stage.scene).parts()
}

const fn kind_of_figure(kind: FigureKind) -> Phrase {
    match kind {
        FigureKind::Line => ui::LINE,
        FigureKind::Area => ui::AREA,
        FigureKind::Bar => ui::BAR,
        FigureKind::Change => ui::CHANGE_FIGURE,
        FigureKind::Table => ui::TABLE,
    }
}
