//! That two files do what the one did, and that what could lead past the entries
//! is refused by its name.

use super::fixture::Fixture;
use super::module::Module;
use super::plan::Roles;
use super::split;
use std::process::Command;
use wasmparser::{Parser, Payload, Validator};

const PAGE: &str = include_str!("fixtures/page.wat");
const DATA: &[(&str, u32, u32)] =
    &[("near", 1024, 4), ("shared", 1032, 4), ("addresses", 1036, 4), ("distant", 1040, 4), ("key", 1044, 4)];
const ROLES: Roles = Roles { is_entry: |name| name.contains("entries."), is_uncalled: |name| name == "uncalled" };

fn page(text: &str) -> Fixture<'_> {
    Fixture { text, data: DATA, stubs: &[], unnamed: &[] }
}

fn parts_of(page: &Fixture<'_>) -> (Vec<u8>, Vec<u8>) {
    split(&page.module(), &page.linked(), &ROLES).unwrap()
}

/// What is said of a page that cannot be split.
fn refusal(page: &Fixture<'_>) -> String {
    refusal_of(&page.module(), &page.linked())
}

fn refusal_of(module: &[u8], linked: &[u8]) -> String {
    match split(module, linked, &ROLES) {
        Ok(_) => panic!("it was split"),
        Err(error) => format!("{error:#}"),
    }
}

/// The page with something more at its end.
fn with(more: &str) -> String {
    let end = PAGE.rfind(')').unwrap();
    format!("{}{more})", &PAGE[..end])
}

#[test]
fn two_files_do_what_one_does() {
    let page = page(PAGE);
    let (first, second) = parts_of(&page);
    for part in [&first, &second] {
        Validator::new().validate_all(part).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("whole", &page.module()), ("first", &first), ("second", &second)] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let script = r#"
        const { readFileSync } = require("node:fs");
        const [, folder] = process.argv;
        const start = (name, imports) =>
            new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${folder}/${name}`)), imports).exports;
        const run = (name, rest) => {
            const told = [];
            const page = start(name, { page: { tell: (number) => told.push(number), ask: () => told.length } });
            told.push(page.first(3));
            rest?.(page, told);
            told.push(page.both(4), page.first(5), page.both(6));
            return [...told, ...new Uint8Array(page.memory.buffer, 1024, 24)].join();
        };
        const whole = run("whole");
        const parts = run("first", (page, told) => {
            const before = told.length;
            let stopped = false;
            try { page.both(1); } catch (error) { stopped = error instanceof WebAssembly.RuntimeError; }
            if (!stopped || told.length !== before) throw new Error("the rest ran before it was here");
            start("second", { first: page });
        });
        if (whole !== parts) throw new Error(`${whole}\n${parts}`);
        console.log(whole);
    "#;
    let done = Command::new("node").args(["-e", script]).arg(folder.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    // The first, what it tells of, and a sum that both files have a hand in.
    assert!(done.stdout.starts_with(b"11,"), "{}", String::from_utf8_lossy(&done.stdout));
}

#[test]
fn each_file_has_what_is_its_own() {
    let (first, second) = parts_of(&page(PAGE));
    let first = Module::of(&first).unwrap();
    // tell, ask, first, both, common, small, by_both; what is absent; the way to entries.more
    assert_eq!(first.functions.len(), 7 + 1 + 1);
    assert_eq!(first.data[0].bytes, [&[11, 0, 0, 0, 0, 0, 0, 0, 12][..], &[0; 15]].concat());
    let (mut lent, mut bodies, mut data) = (Vec::new(), 0, Vec::new());
    for payload in Parser::new(0).parse_all(&second).map(Result::unwrap) {
        match payload {
            Payload::ImportSection(imports) => lent.extend(imports.into_imports().map(|import| import.unwrap().module)),
            // entries.more, far, by_entry, by_data, and a copy of small
            Payload::CodeSectionStart { count, .. } => bodies = count,
            Payload::DataSection(segments) => data.extend(segments.into_iter().map(|it| it.unwrap().data.to_vec())),
            _ => {}
        }
    }
    // tell, ask and common, the memory, the table and the global.
    assert_eq!((lent, bodies), (vec!["first"; 6], 5));
    assert_eq!(data, [[&702u32.to_le_bytes()[..], &[13, 0, 0, 0, 14, 0, 0, 0]].concat()]);
}

#[test]
fn what_the_tools_have_added_stays_with_what_it_calls() {
    let added = with(r#"(func $added (export "added") (type $unary) (call $far (local.get 0)))"#);
    let (first, _) = split(&page(&added).module(), &page(PAGE).linked(), &ROLES).unwrap();
    Validator::new().validate_all(&first).unwrap();
    // far too.
    assert_eq!(Module::of(&first).unwrap().functions.len(), 7 + 2 + 1 + 1);
}

#[test]
fn a_stub_of_the_linker_is_refused() {
    let text = with(r#"(func $stub (export "stub") (type $unary) (call $small (local.get 0)))"#);
    let page = Fixture { stubs: &["stub"], ..page(&text) };
    let said = refusal(&page);
    assert!(said.starts_with("stub calls small without a relocation"), "{said}");
}

#[test]
fn a_function_that_only_its_address_leads_to_is_refused_where_nothing_names_it() {
    let page = Fixture { unnamed: &["by_entry"], ..page(PAGE) };
    let said = refusal(&page);
    assert!(said.starts_with("by_entry lies in the table, but no relocation"), "{said}");
}

#[test]
fn a_call_past_the_entries_is_refused() {
    let changed =
        PAGE.replace("(call $common (local.get 0)) (i32.const 700)", "(call $far (local.get 0)) (i32.const 700)");
    assert_ne!(changed, PAGE);
    let said = refusal_of(&page(&changed).module(), &page(PAGE).linked());
    assert_eq!(said, "first calls far past the entries");
}

#[test]
fn an_address_past_the_entries_is_refused() {
    // What the linker took for dead is called after all, and would read zeros.
    let dead = with("(func $dead (type $unary) (i32.load (i32.const 1044)))");
    let called =
        dead.replace("(call $common (local.get 0)) (i32.const 700)", "(call $dead (local.get 0)) (i32.const 700)");
    assert_ne!(called, dead);
    let said = refusal_of(&page(&called).module(), &page(&dead).linked());
    assert_eq!(said, "dead names key past the entries");
}

#[test]
fn what_nothing_leads_to_is_in_neither_file() {
    // In the table, but only what nobody calls knows where.
    let dead = with(
        r#"(func $dead (type $unary) (call $common (i32.load (i32.const 1044))))
        (func $idle (export "uncalled") (type $unary) (i32.const 703))"#,
    );
    let dead = dead.replace("$by_both $by_entry $by_data)", "$by_both $by_entry $by_data $dead)");
    let (first, second) = parts_of(&page(&dead));
    let (plain_first, plain_second) = parts_of(&page(PAGE));
    assert_eq!(Module::of(&first).unwrap().functions.len(), Module::of(&plain_first).unwrap().functions.len());
    assert_eq!(second, plain_second);
}

#[test]
fn data_past_the_entries_are_refused_to_what_the_linker_did_not_know() {
    let added = with(r#"(func $added (export "added") (result i32) (i32.load (i32.const 1044)))"#);
    let said = refusal_of(&page(&added).module(), &page(PAGE).linked());
    assert_eq!(said, "added names key past the entries");
}

#[test]
fn what_is_not_followed_is_refused() {
    let sly = with(r#"(func $sly (export "sly") (result funcref) (ref.func $first))"#);
    let said = refusal_of(&page(&sly).module(), &page(PAGE).linked());
    assert!(said.starts_with("sly holds an operator that is not followed here: RefFunc"), "{said}");
}

#[test]
fn a_module_without_relocations_or_entries_is_refused() {
    let module = page(PAGE).module();
    let said = refusal_of(&module, &module);
    assert!(said.starts_with("the linker left no relocations"), "{said}");
    let renamed = PAGE.replace("$entries.more", "$more");
    let said = refusal(&page(&renamed));
    assert!(said.starts_with("no entry leads to what is loaded later"), "{said}");
}
