//! A figure in somebody else's page: options, the code to paste, and what it
//! will look like.

use super::{Sharing, field, section};
use crate::app::controls::{Choice, select_box};
use crate::app::element::{Element, Fragment, div, el, fragment, p, show};
use crate::app::memo::Memo;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::history;
use faktabank_figures::export::Embed;
use faktabank_figures::text::share as words;
use faktabank_tables::query::{Controls, Embedding, Resolved, Selection, Theme};
use faktabank_tables::statistics::{Language, Phrase};
use std::rc::Rc;

/// Pixels kept free for a figure, and one with its table.
const HEIGHTS: (u32, u32) = (560, 900);

/// The script of other pages, as this page finds it.
const SCRIPT: &str = "inbaddning.js";

/// What the reader chose for the embed.
#[derive(Clone, Copy)]
struct Options {
    embedding: RwSignal<Embedding>,
    theme: RwSignal<Option<Theme>>,
    /// `None` as the page has it.
    language: RwSignal<Option<Language>>,
    script: RwSignal<bool>,
}

/// Folded, since the preview fetches a page of its own.
pub(super) fn view(sharing: Sharing) -> Element {
    let context = sharing.context;
    let open = RwSignal::new(false);
    if history::is_file() {
        return section(words::EMBED, context).child(p("soft").child(context.words(words::EMBED_ON_DISK)));
    }
    let options = Options {
        embedding: RwSignal::new(Embedding::default()),
        theme: RwSignal::new(sharing.context.navigation.present().theme),
        language: RwSignal::new(None),
        script: RwSignal::new(true),
    };
    let inside = show(move || open.get(), move || unfolded(sharing, options));
    let summary = el("summary").child(el("h2").child(context.words(words::EMBED)));
    let details = el("details").attr("data-embed", "").on("toggle", move |event| open.set(event.open()));
    el("section").child(details.child(summary).child(inside))
}

fn unfolded(sharing: Sharing, options: Options) -> Fragment {
    let context = sharing.context;
    let selection = Memo::new(move |_| {
        let selection = sharing.selection();
        Selection {
            // Another first page may open on another area.
            areas: sharing.stage.resolved.with(Resolved::choices),
            embedding: options.embedding.get(),
            theme: options.theme.get(),
            language: options.language.get().unwrap_or(selection.language),
            ..selection
        }
    });
    let height = move || if options.embedding.get().table { HEIGHTS.1 } else { HEIGHTS.0 };
    let title = Memo::new(move |_| sharing.title());
    let with_embed = move |make: &dyn Fn(&Embed<'_>) -> String| {
        let place = history::first_page().unwrap_or_default();
        let (title, says) = title.get();
        let selection = &selection.get();
        make(&Embed { place: &place, selection, title: &title, says: &says, height: height() })
    };
    let code = move || with_embed(&|embed| if options.script.get() { embed.with_script() } else { embed.plain() });
    let code_field = field::Field { id: "kod", label: words::EMBED_FIELD, copy: words::COPY_CODE, rows: Some("5") };
    let frame = Memo::new(move |_| with_embed(&|embed| embed.frame()));
    // Another frame for another address: a frame that goes on to one would
    // leave a step for "back". It follows its figure where the code does, by
    // the very script that other pages have.
    let preview = fragment(move || {
        el("iframe")
            .class("embed-preview")
            .attr("data-preview", "")
            .attr("data-faktabank", options.script.get().then_some(""))
            .attr("title", [context.say(words::PREVIEW), ": ", &title.get().0].concat())
            .attr("height", faktabank_figures::text::number::count(height() as usize))
            .attr("src", frame.get())
            .into_fragment()
    });
    [
        choices(sharing, options).into_fragment(),
        code_field.view(code, context).into_fragment(),
        el("h3").child(context.words(words::PREVIEW)).into_fragment(),
        preview,
        el("script").attr("src", SCRIPT).into_fragment(),
    ]
    .concat()
}

fn choices(sharing: Sharing, options: Options) -> Element {
    let context = sharing.context;
    let kind = |script: bool, name| {
        let field = el("input").attr("type", "radio").attr("name", "kodslag");
        let field = field
            .prop("checked", move || options.script.get() == script)
            .on("change", move |_| options.script.set(script));
        el("label").class("tick").child(field).child(el("span").child(context.words(name)))
    };
    let kinds = el("fieldset")
        .child(el("legend").class("field-label").child(context.words(words::KIND_OF_CODE)))
        .child(div("ticks").child(kind(true, words::WITH_SCRIPT)).child(kind(false, words::PLAIN_FRAME)));
    let tick = |code: &'static str, name, holds: fn(&Embedding) -> bool, set: fn(&mut Embedding, bool)| {
        let field = el("input").attr("type", "checkbox").attr("name", code);
        let field = field
            .prop("checked", move || options.embedding.with(holds))
            .on("change", move |event| options.embedding.update(|it| set(it, event.checked())));
        el("label").class("tick").child(field).child(el("span").child(context.words(name)))
    };
    let parts = el("fieldset").child(el("legend").class("field-label").child(context.words(words::OPTIONS))).child(
        div("ticks")
            .child(tick("rubrik", words::WITH_TITLE, |it| !it.untitled, |it, yes| it.untitled = !yes))
            .child(tick("noter", words::WITH_NOTES, |it| !it.noteless, |it, yes| it.noteless = !yes))
            .child(tick("visatabell", words::WITH_TABLE, |it| it.table, |it, yes| it.table = yes))
            .child(tick("ram", words::WITH_FRAME, |it| !it.frameless, |it, yes| it.frameless = !yes)),
    );
    let list = move |choices: &'static [(&'static str, Phrase)]| {
        Memo::new(move |_| {
            let language = context.language.get();
            choices.iter().map(|(code, name)| Choice::new(*code, name.get(language))).collect::<Vec<_>>()
        })
    };
    let controls = select_box(
        words::READER_CHOOSES,
        list(&[("ingen", words::NOTHING), ("tid", words::THE_PERIOD), ("alla", words::EVERYTHING)]),
        Rc::new(move || options.embedding.get().controls.code().to_owned()),
        Callback::new(move |code: String| {
            options.embedding.update(|it| it.controls = Controls::from_code(&code).unwrap_or_default());
        }),
        context,
    );
    let colours = select_box(
        words::COLOURS,
        list(&[("", words::OF_THE_DEVICE), ("ljust", words::LIGHT), ("morkt", words::DARK)]),
        Rc::new(move || options.theme.get().map_or("", Theme::code).to_owned()),
        Callback::new(move |code: String| options.theme.set(Theme::from_code(&code))),
        context,
    );
    let language = select_box(
        words::LANGUAGE,
        list(&[("sv", words::SWEDISH), ("en", words::ENGLISH)]),
        Rc::new(move || options.language.get().unwrap_or(context.language.get()).tag().to_owned()),
        Callback::new(move |tag: String| options.language.set(Language::from_tag(&tag))),
        context,
    );
    let boxes = div("share-boxes").child(controls).child(colours).child(language);
    div("share-options").child(kinds).child(parts).child(boxes)
}
