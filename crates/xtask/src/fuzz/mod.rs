//! `cargo xtask fuzz`: the readers of everything that comes from outside, fed with a
//! committed corpus and with what a seeded chance makes of it.
//!
//! # Steps
//!
//! 1. `parsers` says which readers there are, and what holds of whatever they take.
//! 2. `mutate` makes a case of the corpus: the same for the same seed and number.
//! 3. `guard` runs it: it must not panic, nor take more memory or time than its limit.
//!
//! What breaks a limit is written to `target/fuzz`, to be mended and then to be added to
//! the corpus, which is read whole before anything else.

mod guard;
mod mutate;
mod parsers;

use crate::project;
use anyhow::{Context, Result, bail, ensure};
use guard::{Guard, Verdict};
use mutate::Chance;
use parsers::{Parser, Surroundings};
use std::fs;
use std::panic;
use std::path::Path;
use std::time::{Duration, Instant};

/// Where the corpus lies: a folder a parser, a file an input.
const CORPUS: &str = "tests/corpus";

/// Where inputs are kept that broke a limit.
const FOUND: &str = "target/fuzz";

/// More findings of one parser than this are one fault told often.
const MOST_FINDINGS: usize = 5;

/// The command line of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How long, for all parsers together.
    #[arg(long, value_name = "N", default_value_t = 1.0)]
    minutes: f64,
    /// So many cases of each parser instead.
    #[arg(long, value_name = "N", conflicts_with = "minutes")]
    cases: Option<u64>,
    /// Where chance begins; the same seed makes the same cases.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// One parser alone.
    #[arg(long)]
    parser: Option<String>,
}

/// Feeds the parsers.
///
/// # Errors
///
/// If one of them broke a limit, after all have been fed.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = project::root();
    let surroundings = Surroundings::read(&root.join("data"))?;
    let parsers: Vec<Parser> =
        Parser::ALL.into_iter().filter(|it| arguments.parser.as_ref().is_none_or(|name| name == it.name())).collect();
    let names = Parser::ALL.map(Parser::name).join(", ");
    ensure!(!parsers.is_empty(), "there is no such parser; there are {names}");
    let share = Duration::try_from_secs_f64(arguments.minutes * 60.0 / parsers.len() as f64)?;
    // A panic is told with its case, once.
    panic::set_hook(Box::new(|_| {}));
    let guard = Guard::start(&root.join(FOUND))?;
    let mut findings = 0;
    for parser in parsers {
        let until = arguments.cases.map_or(Until::Time(Instant::now() + share), Until::Case);
        findings += feed(parser, &surroundings, (&guard, &root), arguments.seed, until)?;
    }
    ensure!(findings == 0, "{findings} findings; the inputs are in {FOUND}");
    Ok(())
}

/// When a parser has been fed enough.
enum Until {
    Time(Instant),
    Case(u64),
}

impl Until {
    fn is_over(&self, case: u64) -> bool {
        match self {
            Self::Time(end) => Instant::now() >= *end,
            Self::Case(last) => case >= *last,
        }
    }
}

/// Feeds one parser, says what became of it, and gives the number of findings.
fn feed(
    parser: Parser,
    surroundings: &Surroundings,
    (guard, root): (&Guard, &Path),
    seed: u64,
    until: Until,
) -> Result<usize> {
    let corpus = corpus(&root.join(CORPUS).join(parser.name()))?;
    let start = Instant::now();
    let (mut findings, mut longest, mut largest) = (0, Duration::ZERO, 0);
    let mut try_one = |name: String, input: &[u8]| -> Result<()> {
        let Verdict { took, memory, fault } = guard.run(&name, input, || parser.feed(input, surroundings));
        (longest, largest) = (longest.max(took), largest.max(memory));
        if let Some(fault) = fault {
            findings += 1;
            let file = root.join(FOUND).join(&name);
            fs::write(&file, input).with_context(|| file.display().to_string())?;
            println!("{name}: {fault}");
        }
        if findings >= MOST_FINDINGS {
            bail!("{}: {findings} findings are enough; the inputs are in {FOUND}", parser.name());
        }
        Ok(())
    };
    for (name, input) in &corpus {
        try_one(format!("{}-{name}", parser.name()), input)?;
    }
    let mut case = 0;
    while !until.is_over(case) {
        let input = mutate::case(&corpus, &mut Chance::of(seed, parser.name(), case));
        try_one(format!("{}-{seed}-{case}", parser.name()), &input)?;
        case += 1;
    }
    println!(
        "{}: {} of the corpus and {case} of seed {seed} in {:.0} s, the longest {:.0} ms, the most memory {:.1} MB, {findings} \
         findings",
        parser.name(),
        corpus.len(),
        start.elapsed().as_secs_f64(),
        longest.as_secs_f64() * 1000.0,
        largest as f64 / 1e6
    );
    Ok(findings)
}

/// The inputs of a folder, by name and in order.
fn corpus(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let place = || folder.display().to_string();
    let mut inputs = Vec::new();
    for entry in fs::read_dir(folder).with_context(place)? {
        let entry = entry.with_context(place)?;
        inputs.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).with_context(place)?));
    }
    inputs.sort();
    ensure!(!inputs.is_empty(), "{} is empty", place());
    Ok(inputs)
}
