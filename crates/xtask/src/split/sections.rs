//! A linked module, taken apart as far as a graph is made of it: where code and
//! data lie, the linker's symbols and relocations. Knows nothing of graphs.

use super::module::{Call, add_names, calls, constant};
use super::relocations::{Place, Relocated, naming};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{DataKind, ElementItems, FunctionBody, KnownCustom, Linking, Parser, Payload, SymbolInfo, TypeRef};

/// What of a linked module a graph is made of; offsets are those within the
/// contents of a section.
pub(super) struct Sections<'a> {
    /// How many functions are imported: they come before all others.
    pub(super) imported: usize,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// Where the contents of the section of code begin in the file.
    code: u64,
    pub(super) segments: Vec<Segment>,
    pub(super) in_table: Vec<u32>,
    pub(super) symbols: Vec<SymbolInfo<'a>>,
    pub(super) relocations: Vec<Relocated>,
    names: BTreeMap<u32, &'a str>,
}

/// A segment of data.
pub(super) struct Segment {
    /// Where its bytes lie in the section.
    start: u64,
    end: u64,
    /// Where they lie in memory.
    pub(super) address: u32,
}

impl<'a> Sections<'a> {
    pub(super) fn of(linked: &'a [u8]) -> Result<Self> {
        let mut sections = Self {
            imported: 0,
            bodies: Vec::new(),
            code: 0,
            segments: Vec::new(),
            in_table: Vec::new(),
            symbols: Vec::new(),
            relocations: Vec::new(),
            names: BTreeMap::new(),
        };
        // Sections are counted, since relocations name one by its number.
        let (mut count, mut code, mut data) = (0, None, None);
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload.context("the linked module")?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        sections.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements.clone() {
                        let ElementItems::Functions(functions) = element?.items else {
                            bail!("the linker filled a table in a way that is not known here");
                        };
                        sections.in_table.extend(functions.into_iter().collect::<Result<Vec<_>, _>>()?);
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    (code, sections.code) = (Some(count), unchecked_range.start);
                }
                Payload::CodeSectionEntry(body) => sections.bodies.push(body.clone()),
                Payload::DataSection(segments) => {
                    data = Some(count);
                    let section = segments.range().start;
                    for segment in segments.clone() {
                        let segment = segment?;
                        let DataKind::Active { memory_index: 0, offset_expr } = segment.kind else {
                            bail!("the linker left data of a kind that is not known here");
                        };
                        let end = segment.range.end - section;
                        let start = end - segment.data.len() as u64;
                        sections.segments.push(Segment { start, end, address: constant(&offset_expr)? });
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                sections.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let of = Some(relocations.section_index());
                        let place = if of == code {
                            Place::Code
                        } else if of == data {
                            Place::Data
                        } else {
                            continue;
                        };
                        sections.relocations.extend(naming(&relocations, place)?);
                    }
                    KnownCustom::Name(names) => add_names(names, &mut sections.names)?,
                    _ => {}
                },
                _ => {}
            }
            count += u32::from(payload.as_section().is_some());
        }
        ensure!(
            !sections.relocations.is_empty(),
            "the linker left no relocations: .cargo/config.toml asks for them; does RUSTFLAGS stand above it?"
        );
        Ok(sections)
    }

    /// The name of a function that is not imported.
    pub(super) fn name_of(&self, index: usize) -> Result<&'a str> {
        self.name_at((index + self.imported) as u32)
            .with_context(|| format!("the linker left function {index} nameless"))
    }

    fn name_at(&self, index: u32) -> Option<&'a str> {
        self.names.get(&index).copied()
    }

    /// The function whose body lies at an offset: they lie one after the other.
    pub(super) fn body_at(&self, offset: u32) -> Result<usize> {
        let at = self.code + u64::from(offset);
        let index = self.bodies.partition_point(|body| body.range().end <= at);
        ensure!(index < self.bodies.len(), "a relocation lies behind all code");
        Ok(index)
    }

    /// Where in memory the data at an offset lie.
    pub(super) fn address_at(&self, offset: u32) -> Result<u32> {
        let at = u64::from(offset);
        let segment = self.segments.iter().find(|segment| (segment.start..segment.end).contains(&at));
        let segment = segment.context("a relocation lies in no data")?;
        Ok(segment.address + (at - segment.start) as u32)
    }

    /// That a relocation stands at each call: the linker leaves none in what it
    /// wrote by itself.
    pub(super) fn check_calls(&self) -> Result<()> {
        let told: BTreeSet<u64> = self
            .relocations
            .iter()
            .filter_map(|relocation| match relocation.place {
                Place::Code(offset) => Some(self.code + u64::from(offset)),
                Place::Data(_) => None,
            })
            .collect();
        for (index, body) in self.bodies.iter().enumerate() {
            let name = self.name_of(index)?;
            for Call { callee, at } in calls(body, name)? {
                ensure!(
                    told.contains(&at),
                    "{name} calls {} without a relocation: the linker made it by itself, and what it leads to is not known",
                    self.name_at(callee).unwrap_or("a function without a name")
                );
            }
        }
        Ok(())
    }
}
