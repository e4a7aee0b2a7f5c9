//! A page an area, made when the site is built: riket, every län, kommun and
//! förbund, in every language, useful without any script. What it says are the
//! view models of the page in the browser, which takes over in place.
//!
//! Settings (`data/site.toml`) and data → what each page says ([`content`]) → HTML
//! ([`body`]) in the page that Trunk has made ([`shell`]), with what others read of
//! it ([`head`]). It computes no figures.

mod body;
mod chart;
mod content;
mod figure;
mod head;
mod links;
mod picture;
mod settings;
mod shell;
mod statement;
mod table;
#[cfg(test)]
mod tests;
mod topics;

use crate::library::{Library, side_by_side};
use crate::preview::Previews;
use anyhow::{Context, Result, ensure};
use body::Around;
use content::Content;
use faktabank_tables::query::{AreaChoice, encode, folder_of, path_of};
use faktabank_tables::statistics::{AreaCode, Language};
use head::Head;
use links::{Kind, Links};
pub(crate) use settings::Settings;
use shell::Filling;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

/// The page of the site, and of each folder.
const INDEX: &str = "index.html";

/// A page that is made.
struct Page {
    /// What it is of; the first page where it says no area.
    area: Option<AreaChoice>,
    language: Language,
    /// Below the folder of its language: "kommun/falun/".
    path: String,
}

impl Page {
    /// Below the first page: "en/kommun/falun/".
    fn place(&self) -> String {
        format!("{}{}", folder_of(self.language), self.path)
    }
}

/// Writes every page into a built site, and what search engines ask for. `site` is
/// its address, `https://…/`; where it is not known, what needs whole addresses is
/// left out.
///
/// # Errors
///
/// If the site or its data are not as known, or cannot be written.
pub(crate) fn write(folder: &Path, site: Option<&str>) -> Result<()> {
    let site = site.map(whole_address).transpose()?;
    let settings = Settings::read()?;
    let library = Library::open(&folder.join("data"))?;
    let shell = fs::read_to_string(folder.join(INDEX)).context("index.html of the built page")?;
    let pages = pages(&settings, &library);
    let places: BTreeSet<String> = pages.iter().map(Page::place).collect();
    ensure!(places.len() == pages.len(), "two areas have the same page");
    // Whoever shows one finds it by its whole address.
    let previews = site.is_some().then(Previews::open).transpose()?;
    let made = Making { settings: &settings, library: &library, site: site.as_deref(), kind: Kind::Site };
    let largest = Mutex::new((0, String::new()));
    side_by_side(&pages, |page| {
        let place = page.place();
        let content = made.content(page).with_context(|| place.clone())?;
        let html = made.html(page, &content, &shell).with_context(|| place.clone())?;
        put(&folder.join(&place).join(INDEX), html.as_bytes())?;
        if let Some(previews) = &previews {
            put(&folder.join(&place).join(head::PREVIEW), &picture::of(&content, &settings, previews)?)?;
        }
        let mut largest = largest.lock().map_err(|error| anyhow::anyhow!("{error}"))?;
        if html.len() > largest.0 {
            *largest = (html.len(), place);
        }
        Ok(())
    })?;
    for (path, html) in statements(&settings, &shell, "")? {
        put(&folder.join(path).join(INDEX), html.as_bytes())?;
    }
    let (bytes, place) = largest.into_inner()?;
    println!("pages: {} made, the largest /{place} with {bytes} bytes", pages.len());
    for_search_engines(folder, site.as_deref(), &pages)
}

/// The accessibility statement in every language, by path; none where the site has its own
/// elsewhere.
fn statements(settings: &Settings, shell: &str, index: &str) -> Result<Vec<(&'static str, String)>> {
    if settings.accessibility.is_some() {
        return Ok(Vec::new());
    }
    let state = statement::State::read()?;
    let page = |&language: &Language| {
        Ok((statement::path(language), statement::page(settings, &state, (language, shell, index))?))
    };
    settings.languages.iter().map(page).collect()
}

/// An address that others can be joined to.
fn whole_address(site: &str) -> Result<String> {
    ensure!(
        site.starts_with("https://") || site.starts_with("http://"),
        "--site-url is the address of the site, as https://example.se/faktabank/"
    );
    Ok(format!("{}/", site.trim_end_matches('/')))
}

/// Every page, the first one first.
fn pages(settings: &Settings, library: &Library) -> Vec<Page> {
    let areas = &library.areas;
    let mut chosen: Vec<Option<AreaChoice>> = vec![None];
    chosen.extend(areas.areas.iter().map(|area| Some(AreaChoice::Area(area.code))));
    chosen.extend(areas.associations.iter().map(|it| Some(AreaChoice::Association(it.slug.clone()))));
    let mut pages = Vec::new();
    for area in chosen {
        let path = area.as_ref().map_or_else(|| Some(String::new()), |area| path_of(area, areas));
        let Some(path) = path else { continue };
        pages.extend(settings.languages.iter().map(|&language| Page {
            area: area.clone(),
            language,
            path: path.clone(),
        }));
    }
    pages
}

/// The pages of a folder on a disk, by path: its län with all that lies in it, riket, and
/// the first page; `shell` is the page that the folder has. In Swedish alone: the explorer
/// has the other languages.
///
/// # Errors
///
/// If the data or the page are not as known.
pub(crate) fn of_folder(shell: &str, data: &Path, county: AreaCode) -> Result<Vec<(String, String)>> {
    let (settings, library) = (Settings::read()?, Library::open(data)?);
    let is_there = |page: &Page| {
        page.language == Language::Swedish
            && match &page.area {
                None | Some(AreaChoice::Area(AreaCode::Country)) => true,
                Some(AreaChoice::Area(code)) => code.county() == Some(county),
                Some(AreaChoice::Association(slug)) => {
                    library.areas.association(slug).is_some_and(|it| it.county == county)
                }
                Some(AreaChoice::Group { .. }) => false,
            }
    };
    let there: Vec<Page> = pages(&settings, &library).into_iter().filter(is_there).collect();
    let places: BTreeSet<String> = there.iter().map(Page::place).collect();
    let made = Making { settings: &settings, library: &library, site: None, kind: Kind::Folder(&places) };
    let areas = there
        .iter()
        .map(|page| Ok((format!("{}{INDEX}", page.place()), made.html(page, &made.content(page)?, shell)?)));
    let statements = statements(&settings, shell, INDEX)?.into_iter();
    areas.chain(statements.map(|(path, html)| Ok((format!("{path}{INDEX}"), html)))).collect()
}

/// What pages are made of.
struct Making<'a> {
    settings: &'a Settings,
    library: &'a Library,
    /// The address of the site, where that is known.
    site: Option<&'a str>,
    kind: Kind<'a>,
}

impl Making<'_> {
    fn content(&self, page: &Page) -> Result<Content> {
        content::of(page.area.as_ref(), page.language, self.library)
    }

    fn html(&self, page: &Page, content: &Content, shell: &str) -> Result<String> {
        let Self { settings, library, site, kind } = *self;
        let links = Links::from(&page.place(), &library.areas, kind);
        let on_site = matches!(kind, Kind::Site);
        let languages = settings.languages.iter().copied().filter(|&other| other != page.language).collect();
        let body = body::page(content, &Around { settings, library, links: &links, languages });
        let head = Head { content, settings, path: &page.path, site, languages: &settings.languages };
        // What is for search engines and for a network is of no use on a disk.
        let mut rest = if on_site { head.rest().into_string() } else { String::new() };
        if page.area.is_none() && on_site {
            rest.push_str(&head::datasets(library, settings, site, page.language)?.into_string());
        }
        shell::filled(
            shell,
            &Filling {
                language: page.language.tag(),
                root: links.root(),
                address: site,
                shown: &encode(&content.selection),
                files: &if on_site { content.files.join(" ") } else { String::new() },
                site: settings,
                statement: &statement::said(settings, if on_site { "" } else { INDEX }),
                title: &head.title(),
                description: head.description(),
                head: &rest,
                body: &body.into_string(),
            },
        )
    }
}

/// Writes a file where it is not so already.
fn put(file: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|former| former == bytes) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::write(file, bytes).with_context(|| file.display().to_string())
}

/// `robots.txt`, and `sitemap.xml` where the address of the site is known.
fn for_search_engines(folder: &Path, site: Option<&str>, pages: &[Page]) -> Result<()> {
    let Some(site) = site else {
        println!("pages: without --site-url no sitemap, canonical addresses and previews; a publication needs it");
        return put(&folder.join("robots.txt"), b"User-agent: *\nAllow: /\n");
    };
    put(&folder.join("robots.txt"), format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n").as_bytes())?;
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages {
        map.push_str(&format!("<url><loc>{site}{}</loc></url>\n", page.place()));
    }
    map.push_str("</urlset>\n");
    put(&folder.join("sitemap.xml"), map.as_bytes())
}
