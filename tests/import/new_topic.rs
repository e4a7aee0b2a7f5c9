//! A topic from nothing, just as docs/adding-a-topic.md says: its files are written
//! where it says so, its commands are run, and the page's library is asked what it
//! then shows. The statistic is the guide's own invention.

use crate::server::{NONE, Server, Setup, Table, Variable};
use crate::tables::labour_market;
use crate::tool::{Outcome, Place};
use faktabank_figures::figure::{Figure, build, overview};
use faktabank_tables::query::{Resolved, decode, needs, resolve};
use faktabank_tables::snapshot::{Edition, Manifest, read_areas, read_manifest, read_shard, read_topics};
use faktabank_tables::statistics::{Areas, Table as Figures};
use std::fs;
use std::path::Path;

/// The guide.
fn guide() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/adding-a-topic.md");
    fs::read_to_string(file).expect("the guide")
}

/// The first block of code after a text of the guide.
#[track_caller]
fn block(after: &str) -> String {
    let guide = guide();
    let (_, rest) = guide.split_once(after).unwrap_or_else(|| panic!("the guide says {after:?}"));
    let (_, rest) = rest.split_once("\n```").expect("a block");
    let (_, rest) = rest.split_once('\n').expect("its first line");
    let (block, _) = rest.split_once("```\n").expect("its end");
    block.to_owned()
}

/// The arguments of the guide's commands, in order, without what is said of them.
fn commands() -> Vec<Vec<String>> {
    let lines = block("## 3.");
    let commands = lines.lines().map(|line| line.split('#').next().unwrap_or_default());
    let words = commands.filter_map(|line| line.trim().strip_prefix("cargo xtask "));
    words.map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

/// The data with what the guide has written by hand.
fn written() -> Place {
    let place = Place::new();
    let write = |file: &str, text: String| fs::write(place.data().join(file), text).expect("a file");
    write("topics/bibliotek.toml", block("`data/topics/bibliotek.toml`"));
    let tables = fs::read_to_string(place.data().join("tables.toml")).expect("tables.toml");
    write("tables.toml", tables + "\n" + &block("at the end of `data/tables.toml`"));
    place
}

/// Runs the guide's import, of a file that lies somewhere.
fn import(place: &Place, server: &Server) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("lan.json");
    fs::write(&file, block("Such a file is `lan.json`")).expect("a file");
    let commands = commands();
    let [command, arguments @ ..] = &commands[1][..] else { panic!("an import") };
    assert_eq!(command, "import");
    let name = file.display().to_string();
    let arguments: Vec<&str> =
        arguments.iter().map(|argument| if argument == "lan.json" { &name } else { argument.as_str() }).collect();
    place.import(server, &arguments)
}

/// The data as the page has them.
struct Page {
    place: Place,
    manifest: Manifest,
    areas: Areas,
}

impl Page {
    fn open(place: Place) -> Self {
        let read = |file: &str| fs::read(place.data().join(file)).expect("a file");
        let catalogue = read_topics(&read("topics.json")).expect("a catalogue");
        let manifest = read_manifest(&read("manifest.json"), catalogue).expect("a manifest");
        let areas = read_areas(&read("areas.json")).expect("areas");
        Self { place, manifest, areas }
    }

    fn load(&self, link: &str) -> (Resolved, &Edition, Vec<Figures>) {
        let (selection, notices) = decode(link);
        assert_eq!(notices, [], "{link}");
        let resolved = resolve(&selection, &self.manifest, &self.areas).expect("an edition");
        assert_eq!(resolved.notices, [], "{link}");
        let edition = self.manifest.edition(&resolved.edition.id).expect("its edition");
        let parts = needs(&resolved, edition).into_iter().map(|(entry, shard)| {
            let bytes = fs::read(self.place.data().join(&shard.file.file)).expect("a file");
            read_shard(entry, shard, &bytes).expect("a part of a table")
        });
        let tables = Figures::join(parts).expect("parts of whole tables");
        (resolved, edition, tables)
    }

    fn figure(&self, link: &str) -> Figure {
        let (resolved, _, tables) = self.load(link);
        build(&resolved, &tables, &self.areas).expect("its table is here")
    }

    /// Headline, what the table says of the numbers, and its rows.
    #[track_caller]
    fn check(&self, link: &str, headline: &[&str], rows: &[&str]) {
        let figure = self.figure(link);
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2060}', "");
        let said = format!("{}. {}", figure.headline.title, figure.headline.lead);
        let missing: Vec<_> = headline.iter().filter(|part| !plain(&said).contains(**part)).collect();
        assert!(missing.is_empty(), "{link}: {missing:?} is not in {said}");
        let row = |name: &str, cells: Vec<&str>| plain(&format!("{name}: {}", cells.join(" | ")));
        let found: Vec<String> = figure
            .table
            .rows
            .iter()
            .map(|it| row(&it.name, it.cells.iter().map(|cell| cell.text.as_str()).collect()))
            .collect();
        assert_eq!(found, rows, "{link}");
    }
}

const FINDINGS: &str = "topics.json: published: is not what topics/*.toml say; cargo xtask editions writes it anew
explanations.json: published: is not what topics/*.toml say; cargo xtask editions writes it anew
error: 2 findings";

#[test]
fn the_guide_leads_from_a_file_to_sentences_and_numbers() {
    let [check, import_it, check_again, serve] = &commands()[..] else { panic!("four commands") };
    assert_eq!((check, check_again, &serve[0]), (&vec!["check-data".to_owned()], check, &"serve".to_owned()));
    assert_eq!(import_it[0], "import");
    let place = written();
    assert!(place.findings().starts_with(FINDINGS), "{}", place.findings());
    let before = place.files();
    import(&place, &nobody()).must_succeed();
    assert_eq!(place.findings(), "");
    // Nothing that was published is changed; what is new is the edition and its topic.
    let after = place.files();
    let changed = |name: &&String| before[*name] != after[*name];
    assert_eq!(
        before.keys().filter(changed).collect::<Vec<_>>(),
        ["explanations.json", "manifest.json", "topics.json"]
    );
    let new: Vec<_> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(new, ["2026-12/bibliotekslan/alla.json", "2026-12/newest.json", "2026-12/report.txt"]);

    let page = Page::open(place);
    assert_eq!(page.manifest.current.0, "2026-12");
    let of_falun = ["2024: 4,6", "2023: 4,4", "2022: 4,2", "2021: 4,0"];
    page.check(
        "tabell=bibliotekslan&omrade=2080",
        &[
            "Utlåningen i Falun har ökat från 4,0 till 4,6 sedan 2021",
            "År 2024 var utlåningen 4,6 lån per invånare. Det är 0,2 högre än ett år tidigare.",
        ],
        &of_falun,
    );
    assert!(guide().replace('\n', " ").contains("*Utlåningen i Falun har ökat från 4,0 till 4,6 sedan 2021*"));
    page.check(
        "tabell=bibliotekslan&omrade=2080&sprak=en",
        &[
            "Lending in Falun has risen from 4.0 to 4.6 since 2021",
            "In 2024, lending was 4.6 loans per inhabitant. That is 0.2 higher than a year earlier.",
        ],
        &["2024: 4.6", "2023: 4.4", "2022: 4.2", "2021: 4.0"],
    );
    page.check(
        "tabell=bibliotekslan&omrade=2081&vy=utforska&innehall=lan",
        &[
            "Antalet lån i Borlänge har ökat med 13 procent sedan 2021",
            "År 2024 var antalet lån 147 280. Det är 3 procent färre än ett år tidigare",
        ],
        &["2024: 147 280", "2023: 151 960", "2022: 140 940", "2021: 130 000"],
    );
    page.check(
        "tabell=bibliotekslan&omrade=2081&vy=utforska&innehall=lan&sprak=en",
        &["The number of loans in Borlänge has risen by 13 per cent since 2021"],
        &["2024: 147,280", "2023: 151,960", "2022: 140,940", "2021: 130,000"],
    );
    // What is missing is no zero, and the sentence is about the year before it.
    page.check(
        "tabell=bibliotekslan&omrade=2062&vy=utforska",
        &["Utlåningen i Mora hade år 2023 minskat från 5,0 till 4,9 sedan 2021", "År 2023 var"],
        &["2024: ..", "2023: 4,9", "2022: 5,2", "2021: 5,0"],
    );
    // Of two kommuner the rate is computed from their counts: 426 040 loans, 113 200 inhabitants.
    page.check(
        "tabell=bibliotekslan&omrade=grupp:B%C3%A5da(2080%2B2081)&vy=utforska",
        &["Utlåningen i Båda har ökat från 3,3 till 3,8 sedan 2021"],
        &["2024: 3,8", "2023: 3,7", "2022: 3,5", "2021: 3,3"],
    );
    for link in ["diagram=stapel", "diagram=karta"] {
        page.check(
            &format!("tabell=bibliotekslan&omrade=2080&vy=utforska&{link}"),
            &["Utlåningen är högre i Falun än i Borlänge: 4,6 mot 2,8"],
            &["Falun: 4,6", "Borlänge: 2,8", "Mora: .."],
        );
    }
    page.check(
        "tabell=bibliotekslan&omrade=2080&vy=utforska&matt=forandring",
        &["Utlåningen i Falun har ökat från 4,4 till 4,6 på ett år"],
        &["2024: +0,2 | +4,5 %", "2023: +0,2 | +4,8 %", "2022: +0,2 | +5,0 %"],
    );
    let (resolved, edition, tables) = page.load("tabell=bibliotekslan&omrade=2080");
    let overview = overview(&resolved, edition, &tables, &page.areas).expect("its table is here");
    assert_eq!((overview.keys[0].number.as_str(), overview.keys[0].label.as_str()), ("4,6", "lån per invånare"));
    let (first, notes) = (&overview.figure.caption.source, &overview.figure.caption.notes);
    assert_eq!(
        (first.as_str(), &notes[..]),
        ("Exempelverket, Utlån från bibliotek", &["Mora har inte lämnat någon siffra för 2024.".to_owned()][..],)
    );
}

/// BAS as it is imported: SCB calls all of it preliminary, and so does the page.
#[test]
fn what_an_agency_calls_preliminary_is_shown_so() {
    let place = Place::new();
    let arguments = ["--table", "bas", "--edition", "2027-01", "--accept-warnings"];
    place.import(&Server::start(Setup::of([labour_market(3)])), &arguments).must_succeed();
    let page = Page::open(place);
    let figure = page.figure("tabell=bas&omrade=2080&vy=utforska&innehall=arbetslosa");
    let notes = figure.caption.notes.join(" ").replace('\u{a0}', " ");
    for words in [
        "Siffrorna från och med januari 2020 är preliminära.",
        "SCB kallar hela statistiken preliminär: alla månader kan komma att ändras.",
    ] {
        assert!(notes.contains(words), "{words} is not in {notes}");
    }
    let said = format!("{}. {}", figure.headline.title, figure.headline.lead).replace('\u{a0}', " ");
    assert!(said.contains("mars 2020 (preliminärt)"), "{said}");
}

/// A server without a table: what asks it fails.
fn nobody() -> Server {
    Server::start(Setup::of([]))
}

#[test]
fn a_service_gives_the_same_edition_as_the_file() {
    let of_file = written();
    import(&of_file, &nobody()).must_succeed();
    let of_service = written();
    of_service
        .import(&Server::start(Setup::of([loans()])), &["--table", "bibliotek", "--edition", "2026-12"])
        .must_succeed();
    let (one, mut other) = (of_file.files(), of_service.files());
    // The reports tell of two ways.
    other.insert("2026-12/report.txt".to_owned(), one["2026-12/report.txt"].clone());
    assert!(one == other, "the editions differ");
    assert_eq!(of_service.findings(), "");
}

/// The guide's table, as a service has it: by its own codes, in tenths where
/// there are decimals.
fn loans() -> Table {
    let years: Vec<String> = (2021..=2024).map(|year| year.to_string()).collect();
    Table {
        id: "bibliotek",
        label: "Utlån från bibliotek efter kommun, tabellinnehåll och år (påhittade siffror)",
        matrix: "Bibliotek",
        updated: "2026-02-10T06:00:00Z".to_owned(),
        notes: Vec::new(),
        variables: vec![
            Variable::new("kommun", "kommun", &[("2062", "Mora"), ("2080", "Falun"), ("2081", "Borlänge")]),
            Variable::contents(&[
                ("B1", "Folkmängd 31 december", "antal", 0),
                ("B2", "Lån per invånare", "antal", 1),
                ("B3", "Antal lån", "antal", 0),
            ]),
            Variable::time("år", &years),
        ],
        cells: [
            [20_000, 20_100, 20_120, 20_150, 50, 52, 49, NONE, 100_000, 104_500, 98_600, NONE],
            [60_000, 60_200, 60_400, 60_600, 40, 42, 44, 46, 240_000, 252_840, 265_760, 278_760],
            [52_000, 52_200, 52_400, 52_600, 25, 27, 29, 28, 130_000, 140_940, 151_960, 147_280],
        ]
        .concat(),
    }
}

#[test]
fn definitions_that_do_not_hold_are_refused_before_anything_is_asked() {
    let place = written();
    let file = place.data().join("topics/bibliotek.toml");
    let text = fs::read_to_string(&file).expect("the topic");
    fs::write(&file, text.replace("kind = \"index\"", "kind = \"indexes\"")).expect("a file");
    let server = nobody();
    import(&place, &server).must_fail_with(
        "a kind that is none",
        &["topics/bibliotek.toml:", "lan-per-invanare kind: known: \"indexes\" is not one of", "nothing was fetched"],
    );
    assert_eq!(server.record().calls().len(), 0);
}
