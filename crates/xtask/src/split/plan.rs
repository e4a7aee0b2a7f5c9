//! What goes into which of two files: functions, data, and what the one lends to
//! the other. Knows what names what, and nothing of how it is written.

use super::linked::{Graph, Node, Piece};
use super::module::{Bytes, Module, numbers};
use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use wasmparser::ExternalKind;

/// Most bytes of a function that is copied rather than shared: with more, the second
/// file grows and the first does not get smaller.
const SMALL: usize = 80;
/// Most bytes between two pieces of data that are there only to align them.
const PADDING: usize = 16;

/// Who is what in a split.
pub(super) struct Roles {
    /// Whether a function is an entry: it leads to what is loaded later.
    pub(super) is_entry: fn(&str) -> bool,
    /// Whether an export is one that nobody calls.
    pub(super) is_uncalled: fn(&str) -> bool,
}

/// What goes where; functions by their numbers in the whole module.
pub(super) struct Plan {
    /// The functions of the first file that are not imported.
    pub(super) first: Vec<u32>,
    /// Those of the second, copies included.
    pub(super) second: Vec<u32>,
    /// All of the first file, those that are imported too.
    pub(super) stays: BTreeSet<u32>,
    /// Those of the second alone.
    pub(super) moved: BTreeSet<u32>,
    /// Those of the second that the first calls.
    pub(super) entries: Vec<u32>,
    /// Those of the first that the second calls.
    pub(super) shared: Vec<u32>,
    /// The data of the first file, with zeros for what is in the second.
    pub(super) first_data: Vec<Bytes>,
    pub(super) second_data: Vec<Bytes>,
    /// Which exports the first file keeps, of those that the module has.
    pub(super) exports: Vec<usize>,
}

impl Plan {
    /// A plan for a module, by the graph of what the linker made.
    ///
    /// The second file gets whatever can be reached through the entries alone; what
    /// can be reached by nothing is in neither.
    ///
    /// # Errors
    ///
    /// If nothing is an entry, or if what is in the first file leads to what is in
    /// the second by another way than an entry.
    pub(super) fn of(module: &Module<'_>, graph: &Graph, roles: &Roles) -> Result<Self> {
        let exports: Vec<usize> =
            (0..module.exports.len()).filter(|&index| !(roles.is_uncalled)(module.exports[index].name)).collect();
        let called: Vec<u32> = exports
            .iter()
            .map(|&index| &module.exports[index])
            .filter(|export| export.kind == ExternalKind::Func)
            .map(|export| export.index)
            .collect();
        let parts = Parts::of(module, graph, roles, &called);
        let goes = |function: u32| parts.node(function).is_some_and(|node| parts.rest.contains(&node));
        let is_dead = |function: u32| {
            parts.node(function).is_some_and(|node| !parts.live.contains(&node) && !parts.rest.contains(&node))
        };
        let defined = (module.imports.len() as u32)..(module.functions.len() as u32);
        let is_entry = |function: &u32| (roles.is_entry)(&module.functions[*function as usize].name);
        let entries: Vec<u32> = defined.clone().filter(|it| is_entry(it) && goes(*it)).collect();

        // What only the dead know the address of is in neither file.
        let (in_rest, in_first): (Vec<u32>, Vec<u32>) =
            module.in_table().filter(|&it| !is_dead(it)).partition(|&it| goes(it));
        let stays = closure(module, called.iter().copied().chain(in_first), goes);
        let rest = closure(module, entries.iter().copied().chain(in_rest), |it| stays.contains(&it));
        let first: Vec<u32> = defined.clone().filter(|it| stays.contains(it)).collect();
        let mut second: Vec<u32> = defined.filter(|it| rest.contains(it)).collect();
        let moved: BTreeSet<u32> = second.iter().copied().collect();
        check(&parts, &first, &stays, &entries)?;

        let copied = copied(module, &first, &second, &moved);
        second.extend(&copied);
        let called_by_second: BTreeSet<u32> = calls_of(module, &second).collect();
        let shared = called_by_second.into_iter().filter(|it| !moved.contains(it) && !copied.contains(it)).collect();
        let (first_data, second_data): (Vec<Bytes>, Vec<Vec<Bytes>>) =
            module.data.iter().map(|segment| cut(segment, &parts.rest, &graph.data)).unzip();
        Ok(Self {
            first,
            second,
            stays,
            moved,
            entries,
            shared,
            first_data,
            second_data: second_data.into_iter().flatten().collect(),
            exports,
        })
    }
}

fn calls_of<'a>(module: &'a Module<'_>, functions: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    functions.iter().flat_map(|&function| module.functions[function as usize].calls.iter().copied())
}

/// What of a graph is led to by whom, beside the module that was made of it.
struct Parts<'a> {
    module: &'a Module<'a>,
    graph: &'a Graph,
    /// What is led to past the entries.
    live: BTreeSet<Node>,
    /// What only the entries lead to.
    rest: BTreeSet<Node>,
}

impl<'a> Parts<'a> {
    fn of(module: &'a Module<'_>, graph: &'a Graph, roles: &Roles, called: &[u32]) -> Self {
        let mut parts = Self { module, graph, live: BTreeSet::new(), rest: BTreeSet::new() };
        // What the page calls, and what is called by what wasm-bindgen has added.
        let is_added = |it: &u32| parts.node(*it).is_none() && !(roles.is_uncalled)(parts.name(*it));
        let added: Vec<u32> = (0..module.functions.len() as u32).filter(is_added).collect();
        let roots = called.iter().copied().chain(calls_of(module, &added));
        let roots: Vec<Node> = roots.filter_map(|it| parts.node(it)).collect();
        let entries: BTreeSet<Node> =
            graph.functions.iter().filter(|(name, _)| (roles.is_entry)(name)).map(|(_, node)| *node).collect();
        parts.live = graph.reachable(roots, &entries);
        parts.rest = graph.reachable(entries, &parts.live);
        parts
    }

    fn name(&self, function: u32) -> &'a str {
        &self.module.functions[function as usize].name
    }

    /// What the linker knew a function as; `None` of one that came later.
    fn node(&self, function: u32) -> Option<Node> {
        self.graph.functions.get(self.name(function)).copied()
    }
}

/// All functions that some call, without those to leave out. Not always what the
/// linker knew of: wasm-bindgen puts a function of its own around each import.
fn closure(
    module: &Module<'_>,
    roots: impl IntoIterator<Item = u32>,
    leave_out: impl Fn(u32) -> bool,
) -> BTreeSet<u32> {
    let mut next: Vec<u32> = roots.into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(function) = next.pop() {
        if !leave_out(function) && found.insert(function) {
            next.extend(&module.functions[function as usize].calls);
        }
    }
    found
}

/// That what was found is so: nothing of the first file leads past the entries,
/// neither by a call nor by what it names.
fn check(parts: &Parts<'_>, first: &[u32], stays: &BTreeSet<u32>, entries: &[u32]) -> Result<()> {
    ensure!(
        !entries.is_empty(),
        "no entry leads to what is loaded later: has the module of the entries another name now?"
    );
    let open: BTreeSet<Node> = entries.iter().filter_map(|&it| parts.node(it)).collect();
    let moved_data: Vec<&Piece> = parts.graph.data.iter().filter(|piece| parts.rest.contains(&piece.node)).collect();
    for &index in first {
        let function = &parts.module.functions[index as usize];
        let past = function.calls.iter().find(|it| !stays.contains(it) && !entries.contains(it));
        ensure!(past.is_none(), "{} calls {} past the entries", function.name, past.map_or("", |&it| parts.name(it)));
        let past = match (parts.node(index), &function.body) {
            (Some(node), _) => {
                let past = parts.graph.named_by(node).find(|it| parts.rest.contains(it) && !open.contains(it));
                past.map(|it| parts.graph.name_of(it))
            }
            // The linker did not know it, or by another name: what it names, only its numbers can tell.
            (None, Some(body)) => {
                let numbers = numbers(body)?;
                let is_named = |piece: &&&Piece| numbers.iter().any(|number| piece.holds(*number));
                moved_data.iter().find(is_named).map(|piece| piece.name.as_str())
            }
            (None, None) => None,
        };
        ensure!(past.is_none(), "{} names {} past the entries", function.name, past.unwrap_or_default());
    }
    Ok(())
}

/// Functions of the first file that the second calls and that are so small that
/// a copy costs less than a name.
fn copied(module: &Module<'_>, first: &[u32], second: &[u32], moved: &BTreeSet<u32>) -> Vec<u32> {
    let calls: BTreeSet<u32> = calls_of(module, second).filter(|it| !moved.contains(it)).collect();
    let is_small = |function: u32| {
        let function = &module.functions[function as usize];
        let bytes = function.body.as_ref().map_or(usize::MAX, |body| body.as_bytes().len());
        bytes <= SMALL && function.calls.iter().all(|it| calls.contains(it))
    };
    first.iter().copied().filter(|&it| calls.contains(&it) && is_small(it)).collect()
}

/// What becomes of a byte.
#[derive(Clone, Copy, Default)]
struct Fate {
    stays: bool,
    goes: bool,
}

/// The bytes of a segment that stay, with zeros for the others, and runs of the
/// others. A byte that two pieces share stays if one of them does.
fn cut(segment: &Bytes, moved: &BTreeSet<Node>, pieces: &[Piece]) -> (Bytes, Vec<Bytes>) {
    let mut fates = vec![Fate::default(); segment.bytes.len()];
    let end = segment.address + segment.bytes.len() as u32;
    for piece in pieces {
        let from = piece.address.clamp(segment.address, end) - segment.address;
        let to = (piece.address + piece.size).clamp(segment.address, end) - segment.address;
        for fate in &mut fates[from as usize..to as usize] {
            if moved.contains(&piece.node) { fate.goes = true } else { fate.stays = true }
        }
    }
    let mut stays = segment.bytes.clone();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..fates.len()).filter(|&at| fates[at].goes && !fates[at].stays) {
        stays[at] = 0;
        match runs.last_mut() {
            Some((_, end)) if is_padding(&fates[*end..at]) => *end = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    let goes = runs.into_iter().map(|(from, to)| {
        let address = segment.address + from as u32;
        Bytes { address, bytes: segment.bytes[from..to].to_vec() }
    });
    (Bytes { address: segment.address, bytes: stays }, goes.collect())
}

/// Whether so few bytes lie between two pieces that they only align them.
fn is_padding(between: &[Fate]) -> bool {
    between.len() <= PADDING && between.iter().all(|fate| !fate.stays && !fate.goes)
}
