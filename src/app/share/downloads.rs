//! A figure as files: pictures of it, its table in several forms, and all the
//! numbers behind it.

use super::{Sharing, later, section, told};
use crate::app::element::{Element, div, each, el, p, show};
use crate::app::signal::RwSignal;
use crate::browser::save::{SaveError, blob, save};
use crate::browser::{picture, workbook};
use faktabank_figures::export::{self, Drawing, File, Format};
use faktabank_figures::figure::Figure;
use faktabank_figures::text::{number, share as words, ui};
use faktabank_tables::query::Theme;
use faktabank_tables::statistics::Phrase;

/// How many pixels of a PNG are one of the picture.
const SCALE: u32 = 2;

/// What can be pressed.
#[derive(Clone, Copy)]
enum Download {
    Png,
    Svg,
    Table(Format),
}

impl Download {
    const fn key(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Table(format) => format.key(),
        }
    }

    const fn words(self) -> Phrase {
        match self {
            Self::Png => words::PNG,
            Self::Svg => words::SVG,
            Self::Table(Format::Xlsx) => words::XLSX,
            Self::Table(Format::Csv) => words::CSV,
            Self::Table(Format::PlainCsv) => words::PLAIN_CSV,
            Self::Table(Format::LongCsv) => words::LONG_CSV,
            Self::Table(Format::Px) => words::PX,
            Self::Table(Format::JsonStat) => words::JSON_STAT,
        }
    }
}

/// Every file that there is.
pub(super) fn view(sharing: Sharing) -> Element {
    let context = sharing.context;
    let said = RwSignal::new(String::new());
    let list = move |heading: Phrase, wishes: &[Download]| {
        let items = wishes.iter().map(|&download| el("li").child(button(sharing, download, said)));
        let list = el("ul").class("downloads").attr("aria-label", context.words(heading)).children(items);
        each([el("h3").child(context.words(heading)), list])
    };
    let drawn = move || sharing.shown.figure.with(|figure| figure.as_ref().is_some_and(|it| it.chart.is_some()));
    let pictures = show(drawn, move || {
        let says = p("soft").child(context.words(words::PICTURE_SAYS));
        el("div").child(list(words::AS_PICTURE, &[Download::Png, Download::Svg])).child(says).into_fragment()
    });
    let tables = [Format::Xlsx, Format::Csv, Format::PlainCsv, Format::Px, Format::JsonStat].map(Download::Table);
    let columns = div("share-columns")
        .child(pictures)
        .child(el("div").child(list(words::AS_TABLE, &tables)))
        .child(el("div").child(list(words::ALL_FIGURES, &[Download::Table(Format::LongCsv)])));
    section(words::DOWNLOAD, context).child(columns).child(told(said))
}

/// A button that makes a file; not while the figure is about to be another one.
fn button(sharing: Sharing, download: Download, said: RwSignal<String>) -> Element {
    let context = sharing.context;
    let say = move |phrase: Phrase, part: &str| said.set(phrase.fill(context.language.get_untracked(), &[part]));
    let press = move |_| {
        let Some(figure) = sharing.shown.figure.get_untracked() else { return };
        say(words::MAKING, "");
        later(async move {
            match made(sharing, download, &figure).await {
                Ok(name) => say(words::SAVED, &name),
                Err(error) => {
                    leptos::logging::error!("{error}");
                    say(ui::NOT_SAVED, "");
                }
            }
        });
    };
    let button = el("button").attr("type", "button").class("link-button").attr("data-save", download.key());
    // What is large is said before it is made.
    let size = move || {
        let Download::Table(format) = download else { return String::new() };
        let figure = sharing.shown.figure.get();
        let size = figure.and_then(|it| sharing.stage.with_subject(&it, |subject| export::size(format, subject)));
        let size = size.filter(|size| *size > export::LARGE);
        let megabytes = |size: usize| number::count(size.div_ceil(1_000_000));
        let said = size.map(|size| words::SIZE.fill(context.language.get(), &[&megabytes(size)]));
        said.map_or_else(String::new, |said| [" ", &said].concat())
    };
    let button = button.prop("disabled", move || sharing.shown.busy.get()).on("click", press);
    button.child(context.words(download.words())).child(size)
}

/// Makes a file, hands it over, and says what it is called.
async fn made(sharing: Sharing, download: Download, figure: &Figure) -> Result<String, SaveError> {
    let (name, blob) = match download {
        Download::Table(format) => {
            let File { name, text } =
                sharing.stage.with_subject(figure, |subject| export::file(format, subject)).ok_or(SaveError)?;
            let blob = match format {
                Format::Xlsx => workbook::xlsx(&text).await?,
                _ => blob(format.media_type(), &text)?,
            };
            (name, blob)
        }
        Download::Svg => {
            let (file, _) = drawn(sharing, figure)?;
            (file.name, blob("image/svg+xml", &file.text)?)
        }
        Download::Png => {
            let (file, size) = drawn(sharing, figure)?;
            let name = [file.name.trim_end_matches(".svg"), ".png"].concat();
            (name, picture::png(&file.text, size, SCALE).await?)
        }
    };
    save(&name, &blob)?;
    Ok(name)
}

/// The whole picture of a figure, with its size: on white, unless the reader
/// asked for dark colours.
fn drawn(sharing: Sharing, figure: &Figure) -> Result<(File, (u32, u32)), SaveError> {
    let chart = figure.chart.as_ref().ok_or(SaveError)?;
    let dark = sharing.context.navigation.present().theme == Some(Theme::Dark);
    let drawing = Drawing::of(chart, sharing.stage.outlines().as_deref(), dark).ok_or(SaveError)?;
    sharing.stage.with_subject(figure, |subject| export::picture(subject, &drawing)).ok_or(SaveError)
}
