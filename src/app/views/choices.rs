//! The choices beside a figure, each from what the table offers to the
//! selection that it changes. A choice drops what no longer fits it, so that
//! nothing chosen here leads to a notice.

use super::areas::{area_picker, look_otherwise};
use super::backdrop::backdrop;
use super::pair;
use super::stage::Stage;
use crate::app::controls::{Choice, Tabs, segments, select_box, tick_list};
use crate::app::element::{Element, Fragment, el, fragment, show};
use crate::app::figure::FigureState;
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use faktabank_figures::figure::{Chart, kind_name};
use faktabank_figures::text::{contents, period, person, ui};
use faktabank_tables::query::{
    AxisStart, Classes, FigureKind, Measure, Resolved, Scales, Selection, Sexes, Span, contents_of, figures_of,
    measures_of,
};
use faktabank_tables::statistics::{Age, ContentCode, Language, Phrase, Resolution, Sex, TableId};
use std::rc::Rc;

/// The id of what the tabs open.
pub(super) const PANEL: &str = "figur";

/// Choices that are folded on a phone; beside the figure there is room for them.
pub(super) fn folding(stage: Stage, choices: Element) -> Element {
    let summary = el("summary").child(el("span").child(stage.context.words(ui::CHOICES)));
    el("details").class("choices").prop("open", move || stage.context.wide.get()).child(summary).child(choices)
}

/// All that can be chosen of any figure, for the explorer and for an embed.
pub(super) fn form(stage: Stage) -> Element {
    el("form")
        .class("choices-form")
        .attr("aria-label", stage.context.words(ui::CHOICES))
        .on("submit", |event| event.prevent_default())
        .child(topic(stage))
        .child(area_picker(stage, 1))
        .child(some_contents(stage))
        .child(measure(stage))
        .child(sex(stage))
        .child(age(stage))
        .child(resolution(stage, "upplosning"))
        .child(backdrop(stage))
}

/// Choices that follow the resolved selection and the language.
pub(super) fn options(
    stage: Stage,
    list: impl Fn(&Resolved, Language) -> Vec<Choice> + Send + Sync + 'static,
) -> Memo<Vec<Choice>> {
    let language = stage.context.language;
    Memo::new(move |_| stage.resolved.with(|resolved| list(resolved, language.get())))
}

pub(super) fn chosen(stage: Stage, code: impl Fn(&Resolved) -> String + Send + Sync + 'static) -> Memo<String> {
    Memo::new(move |_| stage.resolved.with(&code))
}

pub(super) fn select(
    stage: Stage,
    label: Phrase,
    options: Memo<Vec<Choice>>,
    chosen: Memo<String>,
    choose: Callback<String>,
) -> Fragment {
    select_box(label, options, Rc::new(move || chosen.get()), choose, stage.context).into_fragment()
}

/// Which table: the topic.
pub(super) fn topic(stage: Stage) -> Fragment {
    let options = options(stage, move |resolved, language| {
        stage.with_editions(|editions| {
            let tables =
                editions.iter().find(|edition| edition.id == resolved.edition.id).map(|edition| &edition.tables);
            tables
                .into_iter()
                .flatten()
                .map(|table| Choice::new(table.id.0.clone(), table.label.get(language)))
                .collect()
        })
    });
    let choose = Callback::new(move |code: String| {
        look_otherwise(stage, |selection| {
            selection.table = Some(TableId(code));
            selection.contents.clear();
            selection.resolution = None;
            selection.measure = None;
            selection.figure = None;
            selection.sex = None;
            selection.age = None;
            selection.span = Span::All;
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
    let asked = selection.contents.first();
    let asked = asked.and_then(|code| contents_of(&resolved.table).into_iter().find(|it| it.code() == code.0));
    let Some(content) = asked.or(resolved.what.contents.first().copied()) else { return };
    let measures = measures_of(&resolved.table, content);
    selection.measure = selection.measure.filter(|measure| measures.contains(measure));
    let measure = selection.measure.unwrap_or(resolved.what.measure);
    selection.figure = selection.figure.filter(|figure| figures_of(&resolved.table, measure).contains(figure));
}

/// One contents of those that the table offers.
pub(super) fn one_contents(stage: Stage) -> Fragment {
    let choose = Callback::new(move |code: String| {
        let resolved = stage.resolved.get_untracked();
        stage.go(|selection| {
            selection.contents = vec![ContentCode(code)];
            fit(selection, &resolved);
        });
    });
    let chosen =
        chosen(stage, |resolved| resolved.what.contents.first().map_or("", |content| content.code()).to_owned());
    let options = options(stage, contents_choices);
    select(stage, ui::INDICATOR, options, chosen, choose)
}

/// Whether the figure shows several contents at a time.
fn takes_several(resolved: &Resolved) -> bool {
    resolved.form.figure.takes_several(resolved.places.len(), &resolved.table)
}

/// One contents or several, as the figure takes them.
pub(super) fn some_contents(stage: Stage) -> Fragment {
    let several = Memo::new(move |_| stage.resolved.with(takes_several));
    let choose = Callback::new(move |(code, on): (String, bool)| {
        let resolved = stage.resolved.get_untracked();
        let offered = contents_of(&resolved.table);
        let Some(content) = offered.iter().copied().find(|content| content.code() == code) else { return };
        stage.go(|selection| {
            let mut contents = resolved.what.contents.clone();
            // Numbers of different units have no scale in common.
            contents.retain(|other| *other != content && (!on || other.unit() == content.unit()));
            if on {
                contents.push(content);
            }
            // In the order of the menu, so that the same choice is the same link.
            let chosen = offered.iter().filter(|it| contents.contains(it));
            selection.contents = chosen.map(|it| it.to_code()).collect();
            fit(selection, &resolved);
        });
    });
    let options = options(stage, contents_choices);
    let ticked = move |code: &str| {
        stage.resolved.with(|resolved| resolved.what.contents.iter().any(|content| content.code() == code))
    };
    let pair = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure == FigureKind::Scatter));
    fragment(move || {
        if pair.get() {
            pair::view(stage)
        } else if several.get() {
            tick_list(ui::INDICATOR, options, ticked, choose, stage.context).into_fragment()
        } else {
            one_contents(stage)
        }
    })
}

/// How long a period is; nothing where there is no choice.
pub(super) fn resolution(stage: Stage, name: &'static str) -> Fragment {
    let offered = move |resolved: &Resolved| resolved.table.resolution().coarser();
    let options = options(stage, move |resolved, language| {
        offered(resolved).iter().map(|&it| Choice::new(it.code(), period::resolution(it, language))).collect()
    });
    let chosen = chosen(stage, |resolved| resolved.time.resolution.code().to_owned());
    let choose = Callback::new(move |code: String| {
        stage.go(|selection| selection.resolution = Resolution::from_code(&code));
    });
    where_several(options, move || {
        segments(name, ui::RESOLUTION, options, chosen, choose, stage.context).into_fragment()
    })
}

/// Women, men or both; nothing where the table does not tell them apart.
pub(super) fn sex(stage: Stage) -> Fragment {
    let options = options(stage, |resolved, language| {
        let one = resolved.table.sexes().into_iter().map(|it| Choice::new(it.code(), sex_name(it).get(language)));
        let apart = Choice::new(Sexes::Apart.code(), person::APART.get(language));
        one.chain(resolved.can_be_apart().then_some(apart)).collect()
    });
    let chosen = chosen(stage, |resolved| {
        let shown = if resolved.is_apart() { Sexes::Apart } else { Sexes::Of(resolved.what.sex) };
        shown.code().to_owned()
    });
    let choose = Callback::new(move |code: String| {
        stage.go(|selection| {
            selection.sex = Sexes::from_code(&code);
            // They are shown by one contents at a time.
            if selection.sex == Some(Sexes::Apart) && selection.figure != Some(FigureKind::Table) {
                selection.contents.truncate(1);
            }
        });
    });
    where_several(options, move || segments("kon", ui::SEX, options, chosen, choose, stage.context).into_fragment())
}

const fn sex_name(sex: Sex) -> Phrase {
    match sex {
        Sex::Both => ui::BOTH_SEXES,
        Sex::Men => ui::MEN,
        Sex::Women => ui::WOMEN,
    }
}

/// Of what ages; nothing where there is no choice.
pub(super) fn age(stage: Stage) -> Fragment {
    let options = options(stage, |resolved, language| {
        resolved.table.ages().into_iter().map(|it| Choice::new(it.to_string(), person::age(it, language))).collect()
    });
    let chosen = chosen(stage, |resolved| resolved.what.age.to_string());
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.age = Age::from_code(&code)));
    where_several(options, move || segments("alder", ui::AGE, options, chosen, choose, stage.context).into_fragment())
}

/// What is made of the numbers; nothing where there is no choice.
pub(super) fn measure(stage: Stage) -> Fragment {
    let options = options(stage, |resolved, language| {
        let content = resolved.what.contents.first().copied();
        let measures = content.map(|content| measures_of(&resolved.table, content));
        // Days, kronor and ratios are no number of anything.
        let name = |measure| match (measure, content) {
            (Measure::Count, Some(content)) if !content.is_count() => ui::LEVEL,
            _ => measure_name(measure),
        };
        measures
            .into_iter()
            .flatten()
            // A part of the whole is per cent of it, whatever it is counted in.
            .filter(|_| resolved.form.figure != FigureKind::Proportion)
            .map(|measure| Choice::new(measure.code(), name(measure).get(language)))
            .collect()
    });
    let chosen = chosen(stage, |resolved| resolved.what.measure.code().to_owned());
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
pub(super) fn axis(stage: Stage, figure: Memo<FigureState>) -> Fragment {
    let options = options(stage, |resolved, language| {
        let lines = resolved.form.figure == FigureKind::Line;
        let starts = [(AxisStart::Zero, ui::AT_ZERO), (AxisStart::Fitted, ui::NEAR_LOWEST)];
        starts.iter().filter(|_| lines).map(|(start, name)| Choice::new(start.code(), name.get(language))).collect()
    });
    let chosen = Memo::new(move |_| {
        let fitted = figure.with(|figure| match figure {
            Loading::Ready(figure) => {
                matches!(figure.chart.as_deref(), Some(Chart::Lines(chart)) if chart.axis.min > 0.0)
            }
            Loading::Pending(_) | Loading::Failed(_) => false,
        });
        let drawn = if fitted { AxisStart::Fitted } else { AxisStart::Zero };
        stage.resolved.with(|resolved| resolved.form.axis).unwrap_or(drawn).code().to_owned()
    });
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.axis = AxisStart::from_code(&code)));
    where_several(options, move || select(stage, ui::AXIS, options, chosen, choose))
}

/// What the axes of small charts have in common.
pub(super) fn scales(stage: Stage, figure: Memo<FigureState>) -> Fragment {
    let options = options(stage, |resolved, language| {
        let name = |scales| match scales {
            Scales::Shared => ui::ONE_SCALE,
            Scales::Own => ui::OWN_SCALES,
        };
        let offered = Scales::ALL.iter().filter(|_| resolved.form.figure == FigureKind::Small);
        offered.map(|&it| Choice::new(it.code(), name(it).get(language))).collect()
    });
    let chosen = Memo::new(move |_| {
        let drawn = figure.with(|figure| match figure {
            Loading::Ready(figure) => match figure.chart.as_deref() {
                Some(Chart::Small(charts)) => Some(charts.scales),
                _ => None,
            },
            Loading::Pending(_) | Loading::Failed(_) => None,
        });
        let asked = stage.resolved.with(|resolved| resolved.form.scales);
        asked.or(drawn).unwrap_or_default().code().to_owned()
    });
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.scales = Scales::from_code(&code)));
    where_several(options, move || select(stage, ui::SCALES, options, chosen, choose))
}

/// How a map divides its numbers into classes.
pub(super) fn classes(stage: Stage) -> Fragment {
    let options = options(stage, |resolved, language| {
        let name = |classes| match classes {
            Classes::Quantiles => ui::QUANTILES,
            Classes::Equal => ui::EQUAL_STEPS,
        };
        let offered = Classes::ALL.iter().filter(|_| resolved.form.figure == FigureKind::Map);
        offered.map(|&it| Choice::new(it.code(), name(it).get(language))).collect()
    });
    let chosen = chosen(stage, |resolved| resolved.form.classes.code().to_owned());
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.classes = Classes::from_code(&code)));
    where_several(options, move || select(stage, ui::CLASSES, options, chosen, choose))
}

/// A control that is there only while it offers a choice.
pub(super) fn where_several(options: Memo<Vec<Choice>>, control: impl Fn() -> Fragment + 'static) -> Fragment {
    show(move || options.with(|options| options.len() > 1), control)
}

/// How the numbers are drawn, as tabs over the figure.
pub(super) fn kinds(stage: Stage, offered: &'static [FigureKind]) -> Fragment {
    let options = options(stage, move |resolved, language| {
        figures_of(&resolved.table, resolved.what.measure)
            .into_iter()
            .filter(|kind| {
                offered.contains(kind) && (*kind != FigureKind::Scatter || pair::is_offered(stage, resolved))
            })
            .map(|kind| Choice::new(kind.code(), kind_name(kind).get(language)))
            .collect()
    });
    let chosen = chosen(stage, |resolved| resolved.form.figure.code().to_owned());
    let choose = Callback::new(move |code: String| {
        // The table stays, also where the other figure would open on another one.
        let table = stage.resolved.with_untracked(|resolved| resolved.table.id.clone());
        look_otherwise(stage, |selection| {
            selection.table = Some(table);
            selection.figure = FigureKind::from_code(&code);
        });
    });
    let group = |code: &str| FigureKind::from_code(code).map_or("", FigureKind::group);
    Tabs { label: ui::CHART_KINDS, options, chosen, panel: PANEL, group, choose }.view(stage.context).into_fragment()
}
