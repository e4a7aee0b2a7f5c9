//! Deliberately broken definitions of topics and tables: each is refused with its
//! file, its line and the rule. The edits are small ones of the committed files,
//! and a line is told by what it says, so that they stay true as the files grow.

use crate::copy::Copy;
use std::collections::BTreeSet;
use std::fs;

const WORK: &str = "topics/arbete.toml";
const POPULATION: &str = "topics/befolkning.toml";
const ASSISTANCE: &str = "topics/ekonomiskt-bistand.toml";
const HEALTH: &str = "topics/ohalsa.toml";
const SUPPORT: &str = "topics/samhallets-stod.toml";
const TABLES: &str = "tables.toml";

/// A copy of the data whose definitions are edited.
struct Edited {
    copy: Copy,
}

impl Edited {
    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.copy.path(file)).unwrap()
    }

    /// Changes what stands first after a text that is in the file.
    #[track_caller]
    fn edit(&self, file: &str, after: &str, from: &str, to: &str) {
        let text = self.text(file);
        let start = text.find(after).unwrap_or_else(|| panic!("{file} says {after:?}")) + after.len();
        let at = text[start..].find(from).unwrap_or_else(|| panic!("{file} says {from:?} after {after:?}")) + start;
        self.copy.write(file, format!("{}{to}{}", &text[..at], &text[at + from.len()..]));
    }

    /// The same of a contents' own lines.
    #[track_caller]
    fn contents(&self, file: &str, code: &str, from: &str, to: &str) {
        self.edit(file, &format!("[[contents]]\ncode = {code:?}\n"), from, to);
    }

    /// What is said of it: of each finding in a file of definitions, what its line says.
    fn findings(&self) -> String {
        let (clean, said) = self.copy.check();
        assert!(!clean, "{said}");
        said.lines().map(|finding| self.with_line(finding) + "\n").collect()
    }

    fn with_line(&self, finding: &str) -> String {
        let mut parts = finding.splitn(3, ':');
        let (file, line, rest) = (parts.next(), parts.next(), parts.next());
        let (Some(file), Some(number), Some(rest)) = (file, line.and_then(|line| line.parse::<usize>().ok()), rest)
        else {
            return finding.to_owned();
        };
        let text = self.text(file);
        let says: String = text.lines().nth(number - 1).unwrap_or("past its end").chars().take(70).collect();
        // Lines of another file are told by their numbers too.
        let rest = rest.split(".toml:").map(|part| part.trim_start_matches(|it: char| it.is_ascii_digit()));
        format!("{file}:<line>:{}\n  <line>: {says}", rest.collect::<Vec<_>>().join(".toml:<line>"))
    }
}

type Spoil = fn(&Edited);

/// Checks each of these, and that no two are refused in the same words.
fn refusals(cases: &[(&str, Spoil)]) -> String {
    let (mut all, mut said) = (String::new(), BTreeSet::new());
    for (name, spoil) in cases {
        let edited = Edited { copy: Copy::new() };
        spoil(&edited);
        let findings = edited.findings();
        all += &format!("# {name}\n{findings}\n");
        assert!(said.insert(findings), "{name} is refused in the words of another case");
    }
    all
}

#[test]
fn what_is_written_wrong_is_refused() {
    let refusals = refusals(&[
        ("no TOML", |it| it.contents(HEALTH, "ohalsotal", "\"days\"", "days")),
        ("a key twice", |it| it.contents(HEALTH, "ohalsotal", "kind =", "unit = \"dagar\"\nkind =")),
        ("a slip in a key", |it| it.contents(HEALTH, "ohalsotal", "name =", "nmae =")),
        ("a key that nobody knows", |it| it.edit(HEALTH, "[opens]\n", "contents", "weather = \"fair\"\ncontents")),
        ("a key that is not there", |it| it.contents(WORK, "studerande", "unit = \"personer\"\n", "")),
        ("a number in words", |it| it.edit(HEALTH, "[units.dagar]", "decimals = 1", "decimals = \"ett\"")),
        ("a list of nothing", |it| {
            it.edit(HEALTH, "", "pair = [\"sjukpenningtal\", \"ohalsotal\"]", "pair = [\"ohalsotal\"]")
        }),
        ("words in one language", |it| it.contents(WORK, "sjuka", ", en = \"On sickness benefits\"", "")),
        ("words that say nothing", |it| it.contents(WORK, "sjuka", "\"On sickness benefits\"", "\" \"")),
        ("a sentence that lacks its number", |it| it.edit(HEALTH, "[units.dagar]", "was {2} days", "was many days")),
        ("a sentence with a place too many", |it| {
            it.edit(HEALTH, "[units.dagar]", "was {2} days", "was {2} of {7} days")
        }),
        ("a name with a place", |it| {
            it.contents(WORK, "sjuka", "\"On sickness benefits\"", "\"On sickness benefits of {0}\"")
        }),
        ("a code of other letters", |it| it.edit(POPULATION, "[[contents]]\n", "\"invanare\"", "\"Invånare\"")),
        ("a kind that is none", |it| it.contents(HEALTH, "ohalsotal", "\"days\"", "\"weeks\"")),
        ("a judgement that is none", |it| it.contents(HEALTH, "ohalsotal", "\"worse\"", "\"bad\"")),
        ("a figure that is none", |it| it.edit(HEALTH, "[opens]", "\"linje\"", "\"tårta\"")),
        ("a measure that is none", |it| it.edit(HEALTH, "[opens]", "\"antal\"", "\"volym\"")),
        ("a colour outside the palette", |it| it.contents(HEALTH, "ohalsotal", "colour = 1", "colour = 7")),
        ("decimals that no number is shown with", |it| {
            it.edit(HEALTH, "[units.dagar]", "decimals = 1", "decimals = 4")
        }),
    ]);
    insta::assert_snapshot!(refusals);
}

#[test]
fn topics_that_do_not_hold_together_are_refused() {
    let refusals = refusals(&[
        ("a topic in the file of another", |it| it.edit(HEALTH, "", "code = \"ohalsa\"", "code = \"ohalsan\"")),
        ("two topics in one place", |it| it.edit(HEALTH, "", "order = 5", "order = 4")),
        ("a contents of two topics", |it| it.edit(HEALTH, "[[contents]]\n", "\"ohalsotal\"", "\"sjuka\"")),
        ("components of another topic", |it| it.edit(WORK, "components = [", "\"sjuka\"", "\"sjukpenning\"")),
        ("a component twice", |it| it.edit(WORK, "components = [", "\"sjuka\"", "\"ovriga\"")),
        ("a whole that is not its components", |it| it.edit(SUPPORT, "components = [", "\"sjukpenning\",", "")),
        ("figures that open on nothing", |it| it.edit(HEALTH, "[opens]", "\"ohalsotal\"", "\"ohalsotalen\"")),
        ("a stack of nothing", |it| it.edit(HEALTH, "[opens]", "\"linje\"", "\"yta\"")),
        ("a share of nobody", |it| it.edit(HEALTH, "[opens]", "\"antal\"", "\"andel\"")),
        ("a fact of no contents", |it| it.edit(HEALTH, "facts = [", "\"sjukpenningtal\"", "\"lycka\"")),
        ("likeness by what no topic has", |it| {
            it.edit(POPULATION, "[[alike]]\ncontents = \"alder-65\"", "apart = 3", "weight = 3")
        }),
        ("likeness by what another topic has", |it| {
            it.edit(POPULATION, "[[alike]]\n", "\"alder-65\"", "\"sysselsatta\"")
        }),
        ("likeness by a ratio and not how far", |it| {
            it.edit(POPULATION, "contents = \"forsorjningskvot\"\n", "apart = 8\n", "")
        }),
        ("likeness by two topics", |it| {
            it.edit(HEALTH, "", "[opens]", "[[alike]]\ncontents = \"ohalsotal\"\napart = 5\n\n[opens]")
        }),
        ("a table of two topics", |it| it.edit(HEALTH, "tables = [", "\"ohalsotal\",", "\"ohalsotal\",\n  \"bas\",")),
        ("a table that is nowhere", |it| it.edit(HEALTH, "tables = [", "\"ohalsotal-2026\"", "\"ohalsotal-2027\"")),
        ("a table of another matter", |it| {
            it.edit(POPULATION, "tables = [", "\"folkmangd-kon\", ", "");
            it.edit(HEALTH, "tables = [", "\"ohalsotal\",", "\"ohalsotal\",\n  \"folkmangd-kon\",");
        }),
        ("words that were changed and not published", |it| {
            it.contents(WORK, "sjuka", "\"On sickness benefits\"", "\"Ill\"")
        }),
    ]);
    insta::assert_snapshot!(refusals);
}

#[test]
fn contents_that_cannot_be_are_refused() {
    let refusals = refusals(&[
        ("a unit that is none", |it| it.contents(HEALTH, "ohalsotal", "unit = \"dagar\"", "unit = \"dygn\"")),
        ("a numerator that is nothing", |it| {
            it.contents(WORK, "arbetsloshet", "numerator = \"arbetslosa\"", "numerator = \"arbetslos\"");
        }),
        ("a rate of nothing", |it| {
            let of = "numerator = \"arbetslosa\"\ndenominator = \"arbetskraften\"\n";
            it.contents(WORK, "arbetsloshet", of, "");
        }),
        ("a numerator alone", |it| it.contents(WORK, "arbetsloshet", "denominator = \"arbetskraften\"\n", "")),
        ("a denominator alone", |it| it.contents(WORK, "arbetsloshet", "numerator = \"arbetslosa\"\n", "")),
        ("a count that is computed", |it| {
            it.contents(WORK, "studerande", "denominator", "numerator = \"sjuka\"\ndenominator")
        }),
        ("a rate of a rate", |it| {
            it.contents(WORK, "arbetsloshet", "numerator = \"arbetslosa\"", "numerator = \"sysselsattningsgrad\"");
        }),
        ("a reason why not beside the counts", |it| {
            it.contents(WORK, "arbetsloshet", "numerator", "not_computed = \"unknown\"\nnumerator");
        }),
        ("a multiple of nothing", |it| it.contents(HEALTH, "ohalsotal", "unit", "per = 10\nunit")),
        ("the share of another count", |it| {
            it.contents(SUPPORT, "sjukpenning", "\"andel-sjukpenning\"", "\"andel-ekonomiskt-bistand\"");
        }),
        ("a rate that is summed", |it| it.contents(WORK, "arbetsloshet", "unit", "additive = true\nunit")),
        ("a contents without sentences", |it| {
            let words = "[contents.words]\npeople = { sv = \"annan eller okänd sysselsättning\", en = \"of other or unknown status\" }\nverb = { sv = \"har\", en = \"are\" }\nverb_then = { sv = \"hade\", en = \"were\" }\n";
            it.contents(WORK, "ovriga", words, "");
        }),
        ("a group of nothing", |it| {
            it.contents(SUPPORT, "grupp-ohalsa", "sum_of = [\"sjuk-och-aktivitetsersattning\", \"sjukpenning\"]\n", "");
        }),
        ("a group of one that does not say it", |it| {
            it.contents(SUPPORT, "grupp-ohalsa", "\"sjuk-och-aktivitetsersattning\", ", "");
        }),
        ("a part of two groups", |it| {
            it.contents(SUPPORT, "grupp-arbetsloshet", "\"etableringsersattning\"", "\"sjukpenning\"");
        }),
        ("a part twice", |it| {
            it.contents(SUPPORT, "grupp-ohalsa", "\"sjukpenning\"]", "\"sjukpenning\", \"sjukpenning\"]")
        }),
        ("a group of groups", |it| {
            it.contents(SUPPORT, "grupp-arbetsloshet", "\"etableringsersattning\"", "\"grupp-ohalsa\"")
        }),
        ("a sum of itself", |it| {
            it.contents(WORK, "sjuka", "unit", "sum_of = [\"ovriga\", \"studerande\"]\nunit");
            it.contents(WORK, "ovriga", "unit", "sum_of = [\"sjuka\", \"studerande\"]\nunit");
        }),
        ("a sum of rates", |it| {
            it.contents(POPULATION, "alder-65", "\"alder-80\"", "\"forsorjningskvot\"");
        }),
        ("a sum of what does not sum over areas", |it| {
            it.contents(POPULATION, "alder-0-5", "unit", "additive = false\nunit");
        }),
        ("a sum of persons and kronor", |it| {
            it.contents(
                ASSISTANCE,
                "bistand-kostnad",
                "unit",
                "sum_of = [\"bistand-utbetalt\", \"hushall-med-bistand\"]\nunit",
            );
        }),
    ]);
    insta::assert_snapshot!(refusals);
}

#[test]
fn tables_that_cannot_be_imported_are_refused() {
    let refusals = refusals(&[
        ("a contents that is none", |it| it.edit(TABLES, "", "{ is = \"sjukpenning\"", "{ is = \"sjukpeng\"")),
        ("a contents that no table holds", |it| {
            it.edit(TABLES, "", "{ is = \"sjukpenning\"", "{ is = \"grupp-ohalsa\"")
        }),
        ("a contents twice", |it| {
            it.edit(
                TABLES,
                "",
                "{ is = \"sjukpenning\", called = [\"Sjukpenning\"]",
                "{ is = \"summa\", called = [\"Allt\"]",
            )
        }),
        ("a label of two contents", |it| it.edit(TABLES, "", "[\"Sjukpenning\"]", "[\"sjukpenning\", \"Folkmängd\"]")),
        ("a contents without a label", |it| it.edit(TABLES, "", "called = [\"Sjukpenning\"]", "called = []")),
        ("a sex that is none", |it| it.edit(TABLES, "sexes = [", "is = \"2\"", "is = \"3\"")),
        ("ages that are none", |it| it.edit(TABLES, "ages = [", "is = \"20-65\"", "is = \"65-20\"")),
        ("several sexes and no variable", |it| it.edit(TABLES, "variables = {", "sex = \"Kon\", ", "")),
        ("a rule that is none", |it| it.edit(TABLES, "rules = [", "\"share\"", "\"shares\"")),
        ("a rule without what it needs", |it| {
            it.edit(TABLES, "id = \"folkmangd\"", "rules = [\"sexes\"", "rules = [\"sum\"")
        }),
        ("a resolution that is none", |it| it.edit(TABLES, "", "opens_at = \"halvar\"", "opens_at = \"vecka\"")),
        ("a rule that is left out", |it| it.edit(TABLES, "id = \"bas\"", "\"share\", \"sexes\", ", "\"share\", ")),
        ("a sum of what the table lacks", |it| {
            it.edit(TABLES, "sums = [", "[\"sysselsatta\", \"arbetslosa\"]", "[\"sysselsatta\", \"sjukpenning\"]")
        }),
        ("a sum of a rate", |it| {
            it.edit(TABLES, "sums = [", "[\"sysselsatta\", \"arbetslosa\"]", "[\"sysselsatta\", \"arbetsloshet\"]")
        }),
        ("two tables of one name", |it| it.edit(TABLES, "", "id = \"folkmangd-manad\"", "id = \"folkmangd\"")),
        ("a former table that never was", |it| {
            it.edit(TABLES, "compare_with = ", "helarsekvivalenter-dalarna", "helarsekvivalenter-mora")
        }),
        ("a zero that always is one", |it| it.edit(TABLES, "not_reported = [", "ekonomiskt-bistand", "sjukpenning")),
        ("a note in one language", |it| it.edit(TABLES, "notes = [", ", en = \"", ", eng = \"")),
        ("nobody’s table", |it| it.edit(TABLES, "[table.source]", "agency = \"SCB\"", "agency = \"\"")),
    ]);
    insta::assert_snapshot!(refusals);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let refusals = refusals(&[("six faults in three files", |it| {
        it.contents(HEALTH, "ohalsotal", "name =", "nmae =");
        it.contents(HEALTH, "sjukpenningtal", "\"days\"", "\"weeks\"");
        it.edit(HEALTH, "[units.dagar]", "decimals = 1", "decimals = 9");
        it.contents(WORK, "studerande", "unit = \"personer\"", "unit = \"elever\"");
        it.contents(WORK, "sjuka", "denominator = \"folkmangd\"", "denominator = \"folk\"");
        it.edit(TABLES, "", "opens_at = \"halvar\"", "opens_at = \"vecka\"");
    })]);
    insta::assert_snapshot!(refusals);
}
