//! A figure in its states: on its way, here, not to be had; read by keyboard.

use crate::binding::uninstall;
use crate::stage::{mount, settle};
use faktabank::app::figure::{FigureActions, FigureState, figure_view};
use faktabank::app::loading::{Failure, Loading, Progress};
use faktabank::app::memo::Memo;
use faktabank::app::notices::notices;
use faktabank::app::signal::{Callback, RwSignal};
use faktabank_figures::figure::{
    Axis, Beside, Caption, Chart, DataTable, Figure, Headline, LineKey, Point, Row, RowKey, Series, TimeChart, Tone,
};
use faktabank_figures::text::ui::Trouble;
use faktabank_tables::query::{FigureKind, Notice, Parameter};
use faktabank_tables::statistics::{Missing, Period, Provenance};
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

fn figure() -> Figure {
    let period = |year| Period::calendar_year(year);
    let point = |value: Result<f64, Missing>, text: &str| Point::plain(value, text.into());
    let series = Series {
        key: LineKey::Target,
        name: "Falun".into(),
        tone: Tone::Chosen(0),
        points: vec![point(Ok(1.0), "1"), point(Err(Missing::NotAvailable), ".."), point(Ok(3.0), "3")],
    };
    let cell = Point::plain(Ok(3.0), "3".into());
    Figure {
        kind: FigureKind::Line,
        headline: Headline { title: "Falun ökar".into(), lead: String::new() },
        chart: Some(Arc::new(Chart::Lines(TimeChart {
            periods: vec![period(2023), period(2024), period(2025)],
            period_names: vec!["2023".into(), "2024".into(), "2025".into()],
            period_labels: vec!["2023".into(), String::new(), "2025".into()],
            series: vec![series],
            total: None,
            axis: Axis { min: 0.0, max: 4.0, ticks: Vec::new() },
            beside: Beside {
                other: "andel".into(),
                change: String::new(),
                cells: vec![vec![["0,1 %".into(), String::new()], Default::default(), Default::default()]],
            },
            events: Vec::new(),
        }))),
        caption: Caption {
            standing: 2,
            what: "Personer".into(),
            source: "SCB".into(),
            source_url: String::new(),
            provenance: Provenance::Digitised,
            provenance_text: "avläst ur diagram, ±10".into(),
            edition: "Utgåva 2026-06".into(),
            outdated: false,
            former: String::new(),
            signs: String::new(),
            notes: Vec::new(),
        },
        table: Arc::new(DataTable {
            caption: "Falun".into(),
            units: String::new(),
            period: None,
            stub: "År".into(),
            columns: Vec::new(),
            rows: vec![Row { key: RowKey::Period(period(2025)), name: "2025".into(), cells: vec![cell] }],
            total: None,
            unreported: String::new(),
        }),
        empty: None,
    }
}

#[wasm_bindgen_test]
async fn a_failure_is_said_in_words_and_retried() {
    let failure = Failure { file: "2026-06/bas/20.json".into(), trouble: Trouble::Tampered, detail: "SHA-256".into() };
    let state = RwSignal::new(FigureState::Failed(failure));
    let retried = RwSignal::new(0);
    let stage = mount(move |context| {
        let retry = Callback::new(move |()| {
            retried.update(|times| *times += 1);
            state.set(Loading::Pending(Progress { done: 1, total: 2, bytes: 40_000, all_bytes: 90_000 }));
        });
        let cancel = Some(Callback::new(move |()| state.set(FigureState::Ready(Arc::new(figure())))));
        let actions = FigureActions { retry, cancel, kommun_context: None, share: None };
        figure_view(Memo::new(move |_| state.get()), Memo::new(|_| FigureKind::Line), Vec::new(), actions, context)
            .into_fragment()
    });
    settle().await;
    assert_eq!(stage.attribute("[data-figure]", "data-state").as_deref(), Some("error"));
    assert!(stage.texts("[role=alert]")[0].contains("2026-06/bas/20.json är inte den som publicerades"));
    stage.click("[data-retry]");
    settle().await;
    assert_eq!(retried.get_untracked(), 1);
    assert_eq!(stage.attribute("[data-figure]", "data-state").as_deref(), Some("loading"));
    assert_eq!(stage.texts(".loading p"), ["Hämtar siffror", "1 av 2 filer, 40 av 90 kB"]);
    assert_eq!(stage.attribute("progress", "value").as_deref(), Some("40000"));
    stage.click("[data-cancel]");
    settle().await;
    assert_eq!(stage.attribute("[data-figure]", "data-state").as_deref(), Some("ready"));
    assert!(stage.texts(".loading").is_empty());
}

#[wasm_bindgen_test]
async fn without_the_chart_library_chart_and_numbers_are_still_there() {
    uninstall();
    let stage = mount(|context| {
        let state = Memo::new(|_| FigureState::Ready(Arc::new(figure())));
        let nothing = FigureActions { retry: Callback::new(|()| {}), cancel: None, kommun_context: None, share: None };
        figure_view(state, Memo::new(|_| FigureKind::Line), Vec::new(), nothing, context).into_fragment()
    });
    settle().await;
    assert_eq!(stage.attribute("[data-figure=linje]", "data-state").as_deref(), Some("ready"));
    assert_eq!(stage.texts("[data-headline]"), ["Falun ökar"]);
    assert!(stage.texts("p.trouble").is_empty(), "the chart is drawn by marks");
    assert!(stage.texts("[data-table]").is_empty(), "a table is made before it is unfolded");
    stage.click(".table-fold summary");
    settle().await;
    assert_eq!(stage.attribute("[data-table] td", "data-value").as_deref(), Some("3"));
    assert!(stage.texts("[data-caption]")[0].contains("avläst ur diagram, ±10. Utgåva 2026-06."));
    assert_eq!(stage.attribute(".provenance", "data-provenance").as_deref(), Some("digitised"));
}

#[wasm_bindgen_test]
async fn keys_step_through_the_periods_and_escape_leaves() {
    uninstall();
    let stage = mount(|context| {
        let state = Memo::new(|_| FigureState::Ready(Arc::new(figure())));
        let nothing = FigureActions { retry: Callback::new(|()| {}), cancel: None, kommun_context: None, share: None };
        figure_view(state, Memo::new(|_| FigureKind::Line), Vec::new(), nothing, context).into_fragment()
    });
    settle().await;
    let said = || stage.texts("[data-walked]").concat();
    assert_eq!(said(), "");
    stage.press("[data-walk]", "Home");
    settle().await;
    assert_eq!(said(), "Falun, 2023: 1");
    assert_eq!(stage.texts("[data-readout] li:last-child .number"), ["1"]);
    assert_eq!(stage.texts("[data-readout] li:last-child .readout-beside"), ["0,1 %"]);
    stage.press("[data-walk]", "ArrowLeft");
    settle().await;
    assert_eq!(said(), "Det här är den första perioden.");
    stage.press("[data-walk]", "ArrowRight");
    settle().await;
    assert_eq!(said(), "Falun, 2024: ..");
    stage.press("[data-walk]", "Escape");
    settle().await;
    assert_eq!(said(), "Du är ute ur diagrammet.");
}

#[wasm_bindgen_test]
async fn notices_are_listed_one_by_one() {
    let told = RwSignal::new(vec![
        Notice::UnknownParameter("foo".into()),
        Notice::InvalidValue(Parameter::Figure, "tarta".into()),
    ]);
    let stage = mount(move |context| notices(move || told.get(), context));
    settle().await;
    let shown = stage.texts("[data-notice]");
    assert_eq!(shown.len(), 2);
    assert!(shown[0].contains("foo") && shown[1].contains("diagram=tarta"), "{shown:?}");
    told.set(Vec::new());
    settle().await;
    assert!(stage.texts("[data-notice]").is_empty());
}
