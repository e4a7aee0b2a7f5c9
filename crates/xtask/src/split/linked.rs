//! A module as the linker left it, with its relocations (`--emit-relocs`), to a
//! graph: which function or piece of data names which others. Knows nothing of
//! what the functions do.
//!
//! The format: <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>

use super::relocations::Place;
use super::sections::Sections;
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{SymbolFlags, SymbolInfo};

/// The number of a node of a [`Graph`].
pub(super) type Node = usize;

/// What names what in a linked module.
///
/// A node is a function or a piece of data; pieces may overlap, where two
/// constants share their bytes.
pub(super) struct Graph {
    /// The functions by their names; a name that several have stands for all of them.
    pub(super) functions: BTreeMap<String, Node>,
    /// The pieces of data.
    pub(super) data: Vec<Piece>,
    names: Vec<BTreeSet<Node>>,
}

/// A piece of data, where it lies in memory.
pub(super) struct Piece {
    pub(super) node: Node,
    pub(super) name: String,
    pub(super) address: u32,
    pub(super) size: u32,
}

impl Piece {
    /// Whether an address lies in it.
    pub(super) fn holds(&self, address: u32) -> bool {
        address.checked_sub(self.address).is_some_and(|offset| offset < self.size)
    }
}

impl Graph {
    /// The graph of a linked module.
    ///
    /// # Errors
    ///
    /// If the linker left no relocations or no names, or if a function calls
    /// another, or is reached by its address, without a relocation that tells so:
    /// who leads to it could not be known.
    pub(super) fn of(linked: &[u8]) -> Result<Self> {
        let sections = Sections::of(linked)?;
        let mut graph = Self { functions: BTreeMap::new(), data: Vec::new(), names: Vec::new() };
        let mut functions = Vec::with_capacity(sections.bodies.len());
        for index in 0..sections.bodies.len() {
            let next = graph.names.len();
            let node = *graph.functions.entry(sections.name_of(index)?.to_owned()).or_insert(next);
            graph.names.resize(next.max(node + 1), BTreeSet::new());
            functions.push(node);
        }
        let targets = graph.add_symbols(&sections, &functions)?;
        let mut by_address = BTreeSet::new();
        let mut of_data = Vec::new();
        for relocation in &sections.relocations {
            let Some(Some(target)) = targets.get(relocation.symbol as usize).copied() else { continue };
            if relocation.is_address_of_function {
                by_address.insert(target);
            }
            match relocation.place {
                Place::Code(offset) => graph.connect(functions[sections.body_at(offset)?], target),
                Place::Data(offset) => of_data.push((sections.address_at(offset)?, target)),
            }
        }
        graph.connect_data(of_data)?;
        sections.check_calls()?;
        for &index in &sections.in_table {
            let Some(index) = (index as usize).checked_sub(sections.imported) else { continue };
            ensure!(
                by_address.contains(&functions[index]),
                "{} lies in the table, but no relocation says who knows its address",
                sections.name_of(index)?
            );
        }
        Ok(graph)
    }

    /// What a node names.
    pub(super) fn named_by(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        self.names[node].iter().copied()
    }

    /// The name of a node, for errors.
    pub(super) fn name_of(&self, node: Node) -> &str {
        let function = self.functions.iter().find(|(_, it)| **it == node).map(|(name, _)| name.as_str());
        let piece = || self.data.iter().find(|piece| piece.node == node).map(|piece| piece.name.as_str());
        function.or_else(piece).unwrap_or_default()
    }

    /// All that can be reached from some nodes, without those to leave out.
    pub(super) fn reachable(
        &self,
        roots: impl IntoIterator<Item = Node>,
        leave_out: &BTreeSet<Node>,
    ) -> BTreeSet<Node> {
        let mut seen = BTreeSet::new();
        let mut next: Vec<Node> = roots.into_iter().collect();
        while let Some(node) = next.pop() {
            if !leave_out.contains(&node) && seen.insert(node) {
                next.extend(self.named_by(node));
            }
        }
        seen
    }

    fn connect(&mut self, from: Node, to: Node) {
        self.names[from].insert(to);
    }

    /// Connects the pieces of data with what stands at addresses in them.
    fn connect_data(&mut self, mut named: Vec<(u32, Node)>) -> Result<()> {
        named.sort_unstable();
        let mut held = vec![false; named.len()];
        for piece in &self.data {
            let first = named.partition_point(|(address, _)| *address < piece.address);
            let within = named.iter().enumerate().skip(first);
            for (index, &(_, target)) in within.take_while(|(_, (address, _))| *address - piece.address < piece.size) {
                self.names[piece.node].insert(target);
                held[index] = true;
            }
        }
        if let Some((_, (address, _))) = held.iter().zip(&named).find(|(held, _)| !**held) {
            bail!("the data at {address} name something, but belong to no symbol");
        }
        Ok(())
    }

    /// Adds the pieces of data, and tells which node each symbol is.
    fn add_symbols(&mut self, sections: &Sections<'_>, functions: &[Node]) -> Result<Vec<Option<Node>>> {
        let mut pieces = BTreeMap::new();
        sections
            .symbols
            .iter()
            .map(|symbol| match *symbol {
                SymbolInfo::Func { flags, index, .. } if !flags.contains(SymbolFlags::UNDEFINED) => {
                    Ok((index as usize).checked_sub(sections.imported).map(|index| functions[index]))
                }
                // What stands for an address alone has no bytes.
                SymbolInfo::Data { flags, name, symbol: Some(place) } if !flags.contains(SymbolFlags::ABSOLUTE) => {
                    let segment = sections.segments.get(place.index as usize).context("a symbol lies in no data")?;
                    let node = *pieces.entry((place.index, place.offset, place.size)).or_insert_with(|| {
                        let node = self.names.len();
                        self.names.push(BTreeSet::new());
                        let address = segment.address + place.offset;
                        self.data.push(Piece { node, name: name.to_owned(), address, size: place.size });
                        node
                    });
                    Ok(Some(node))
                }
                _ => Ok(None),
            })
            .collect()
    }
}
