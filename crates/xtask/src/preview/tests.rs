//! Previews of real figures, looked at pixel by pixel.

use super::{HEIGHT, Preview, Previews, WIDTH};
use crate::project;
use faktabank_figures::figure::{Figure, build};
use faktabank_tables::query::{decode, needs, resolve};
use faktabank_tables::snapshot::{
    AREAS_FILE, MANIFEST_FILE, TOPICS_FILE, read_areas, read_manifest, read_shard, read_topics,
};
use faktabank_tables::statistics::{Language, Table};
use std::fs;

/// So many bytes may a preview have.
const LIGHT: usize = 35 * 1024;
const LONG: &str = "Samhällsstödet i en kommun med ett mycket långt namn är det lägsta sedan mätningarna startade 2014, \
    och arbetsmarknadsåtgärder, ekonomiskt bistånd, sjukpenning, aktivitetsersättning och sjukersättning har alla \
    minskat på ett år, medan arbetslöshetsersättningen har ökat med mer än i något annat län i hela landet";

const STAMP: &str = "Påhittade exempelsiffror. De säger ingenting om området.";

/// The figure of a link, of the committed data.
fn figure(link: &str, language: Language) -> Figure {
    let read = |file: &str| fs::read(project::root().join("data").join(file)).unwrap();
    let manifest = read_manifest(&read(MANIFEST_FILE), read_topics(&read(TOPICS_FILE)).unwrap()).unwrap();
    let areas = read_areas(&read(AREAS_FILE)).unwrap();
    let (mut selection, notices) = decode(link);
    selection.language = language;
    let resolved = resolve(&selection, &manifest, &areas).unwrap();
    assert!(notices.is_empty() && resolved.notices.is_empty(), "{link} shows something else");
    let mut tables: Vec<Table> = Vec::new();
    for (entry, shard) in needs(&resolved, manifest.edition(&resolved.edition.id).unwrap()) {
        let part = read_shard(entry, shard, &read(&shard.file.file)).unwrap();
        match tables.iter_mut().find(|table| table.id == part.id) {
            Some(table) => table.extend(part).unwrap(),
            None => tables.push(part),
        }
    }
    build(&resolved, &tables, &areas).unwrap()
}

fn preview(figure: &Figure, language: Language) -> Preview<'_> {
    Preview {
        site: if language == Language::Swedish { "Faktabanken" } else { "The Fact Bank" },
        place: "Dalarnas län",
        headline: &figure.headline.title,
        chart: figure.chart.as_deref(),
        source: &figure.caption.source,
        stamp: "",
        language,
    }
}

/// The pixels of a PNG, from its palette.
fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
    pixels.as_chunks::<3>().0.to_vec()
}

/// The part of the pixels of some rows that is not paper, within the margins or beside them.
fn ink(pixels: &[[u8; 3]], rows: std::ops::Range<u32>, inside: bool) -> f64 {
    let (mut inked, mut all) = (0, 0);
    for (at, colour) in pixels.iter().enumerate() {
        let (x, y) = (at as u32 % WIDTH, at as u32 / WIDTH);
        if rows.contains(&y) && (40..WIDTH - 40).contains(&x) == inside {
            all += 1;
            inked += usize::from(colour != &[255; 3]);
        }
    }
    inked as f64 / all as f64
}

#[test]
fn a_real_figure_is_drawn_with_headline_chart_and_footer() {
    let previews = Previews::open().unwrap();
    for language in [Language::Swedish, Language::English] {
        let figure = figure("vy=utforska&diagram=yta", language);
        let png = previews.png(&preview(&figure, language)).unwrap();
        let pixels = pixels(&png);
        for (what, rows, least) in [("headline", 90..170, 0.05), ("chart", 250..500, 0.2), ("footer", 550..600, 0.02)] {
            let found = ink(&pixels, rows, true);
            assert!(found > least && found < 0.9, "{what}: {found}");
        }
        assert_eq!(ink(&pixels, 20..HEIGHT, false), 0.0, "something reaches into the margins");
        assert_eq!(ink(&pixels, HEIGHT - 28..HEIGHT, true), 0.0, "something reaches into the foot");
    }
}

#[test]
fn long_words_stay_inside_and_none_is_left_out_unsaid() {
    let previews = Previews::open().unwrap();
    let figure = figure("vy=utforska&diagram=yta", Language::Swedish);
    let of = preview(&figure, Language::Swedish);
    for (chart, stamp) in [(of.chart, ""), (None, ""), (of.chart, STAMP)] {
        let of = Preview { headline: LONG, source: LONG, chart, stamp, ..of };
        let pixels = pixels(&previews.png(&of).unwrap());
        let from = if stamp.is_empty() { 20 } else { 80 };
        assert_eq!(ink(&pixels, from..HEIGHT, false), 0.0, "something reaches into the margins");
        assert_eq!(ink(&pixels, HEIGHT - 28..HEIGHT, true), 0.0, "something reaches into the foot");
        let svg = previews.svg(&of).unwrap();
        assert!(svg.contains("hela landet</text>"), "{svg}");
    }
    let svg = previews.svg(&Preview { headline: &LONG.repeat(4), ..of }).unwrap();
    assert_eq!(svg.matches("\u{a0}…</text>").count(), 1, "{svg}");
}

#[test]
fn an_invented_figure_bears_its_mark() {
    let previews = Previews::open().unwrap();
    let figure = figure("vy=utforska&diagram=yta", Language::Swedish);
    let of = Preview { stamp: STAMP, ..preview(&figure, Language::Swedish) };
    assert!(previews.svg(&of).unwrap().contains(STAMP));
    assert_eq!(pixels(&previews.png(&of).unwrap())[0], [0xF6, 0xE8, 0xC3]);
}

/// They are in `target/previews` afterwards, to be looked at.
#[test]
fn twenty_are_light_enough() {
    let previews = Previews::open().unwrap();
    let folder = project::root().join("target/previews");
    fs::create_dir_all(&folder).unwrap();
    let links = [
        ("vy=utforska&diagram=yta", "Dalarnas län"),
        ("vy=utforska&diagram=linje", "Dalarnas län"),
        ("vy=utforska&diagram=linje&omrade=20,00", "Dalarnas län och riket"),
        ("vy=utforska&diagram=yta&omrade=00", "Riket"),
        ("vy=utforska&tabell=bas&diagram=stapel&innehall=arbetsloshet", "Dalarnas län"),
        ("vy=utforska&tabell=bas&diagram=linje&omrade=2080,20,00", "Falun"),
        ("vy=utforska&tabell=bas&diagram=linje&omrade=2023", "Malung-Sälen"),
        ("vy=utforska&tabell=arbetsloshet&diagram=linje&omrade=1480,00", "Göteborg"),
        ("vy=utforska&tabell=bas&diagram=smadiagram", "Dalarnas län"),
        ("vy=utforska&tabell=bas&diagram=karta", "Dalarnas län"),
    ];
    for (at, (link, place)) in links.into_iter().enumerate() {
        for language in [Language::Swedish, Language::English] {
            let figure = figure(link, language);
            let of = Preview { place, ..preview(&figure, language) };
            // Long words and the mark of invented figures are to be seen as well.
            let of = match (at, language) {
                (1, Language::English) => Preview { headline: LONG, source: LONG, ..of },
                (3, Language::English) => Preview { stamp: STAMP, ..of },
                (9, Language::English) => Preview { headline: LONG, ..of },
                _ => of,
            };
            let png = previews.png(&of).unwrap();
            assert!(png.len() <= LIGHT, "{link}: {} bytes", png.len());
            fs::write(folder.join(format!("{at:02}-{}.png", language.tag())), png).unwrap();
        }
    }
}
