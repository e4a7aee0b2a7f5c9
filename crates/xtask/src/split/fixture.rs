//! A module as text, to one as a linker leaves it: with its symbols and with a
//! relocation wherever a call, a place of the table or an address of data stands.

use super::module::{Module, calls};
use std::ops::Range;
use wasm_encoder::{CustomSection, DataSymbolDefinition, Encode, LinkingSection, SymbolTable};
use wasmparser::{Operator, Parser, Payload, RelocationType};

/// A symbol that is not defined here.
const UNDEFINED: u32 = 0x10;

/// A module to link.
pub(super) struct Fixture<'a> {
    pub(super) text: &'a str,
    /// The pieces of data: name, address and size.
    pub(super) data: &'a [(&'a str, u32, u32)],
    /// Functions that the linker writes by itself, and leaves no relocations in.
    pub(super) stubs: &'a [&'a str],
    /// Functions whose addresses no relocation names.
    pub(super) unnamed: &'a [&'a str],
}

/// A relocation: its kind, where in a section, and the symbol that it names.
type Relocation = (RelocationType, u32, u32);

impl Fixture<'_> {
    /// The module without relocations, as wasm-bindgen is to leave it.
    pub(super) fn module(&self) -> Vec<u8> {
        wat::parse_str(self.text).unwrap()
    }

    /// The module as linked.
    pub(super) fn linked(&self) -> Vec<u8> {
        let mut bytes = self.module();
        let module = Module::of(&bytes).unwrap();
        let [(code_section, code), (data_section, data)] = places_of(&bytes);
        let in_code = self.in_code(&module, code.start);
        let in_data = self.in_data(&module, data);
        let mut symbols = SymbolTable::new();
        for (index, function) in (0..).zip(&module.functions) {
            match function.body {
                Some(_) => symbols.function(0, index, Some(&function.name)),
                None => symbols.function(UNDEFINED, index, None),
            };
        }
        for &(name, address, size) in self.data {
            let offset = address - module.data[0].address;
            symbols.data(0, name, Some(DataSymbolDefinition { index: 0, offset, size }));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        append(&mut bytes, &linking);
        for (name, section, relocations) in
            [("reloc.CODE", code_section, in_code), ("reloc.DATA", data_section, in_data)]
        {
            append(&mut bytes, &CustomSection { name: name.into(), data: written(section, &relocations).into() });
        }
        bytes
    }

    fn in_code(&self, module: &Module<'_>, start: u64) -> Vec<Relocation> {
        let mut found = Vec::new();
        for function in module.functions.iter().filter(|it| !self.stubs.contains(&it.name.as_str())) {
            let Some(body) = &function.body else { continue };
            for call in calls(body, &function.name).unwrap_or_default() {
                found.push((RelocationType::FunctionIndexLeb, (call.at - start) as u32, call.callee));
            }
            for operator in body.get_operators_reader().unwrap().into_iter_with_offsets() {
                let (Operator::I32Const { value }, at) = operator.unwrap() else { continue };
                let named = self.named(module, value.cast_unsigned());
                let kind = |is_function| {
                    if is_function { RelocationType::TableIndexSleb } else { RelocationType::MemoryAddrSleb }
                };
                found.extend(named.map(|(is_function, symbol)| (kind(is_function), (at + 1 - start) as u32, symbol)));
            }
        }
        found
    }

    fn in_data(&self, module: &Module<'_>, section: Range<u64>) -> Vec<Relocation> {
        let bytes = &module.data[0].bytes;
        // The one segment ends with the section.
        let before = (section.end - section.start) as usize - bytes.len();
        let mut found = Vec::new();
        for (index, word) in bytes.chunks_exact(4).enumerate() {
            let kind = |is_function| {
                if is_function { RelocationType::TableIndexI32 } else { RelocationType::MemoryAddrI32 }
            };
            let named = self.named(module, u32::from_le_bytes(word.try_into().unwrap()));
            found.extend(named.map(|(is_function, symbol)| (kind(is_function), (before + index * 4) as u32, symbol)));
        }
        found
    }

    /// What a number stands for: whether it is a function's place in the table,
    /// and the symbol.
    fn named(&self, module: &Module<'_>, number: u32) -> Option<(bool, u32)> {
        let place = |first: u32, functions: &[u32]| functions.get(number.checked_sub(first)? as usize).copied();
        let function = module.runs.iter().find_map(|run| place(run.place, &run.functions));
        let known = function.filter(|it| !self.unnamed.contains(&module.functions[*it as usize].name.as_str()));
        let piece = self.data.iter().position(|(_, address, size)| (*address..address + size).contains(&number));
        known.map(|it| (true, it)).or_else(|| Some((false, (module.functions.len() + piece?) as u32)))
    }
}

/// The numbers and the contents of the sections of code and of data.
fn places_of(bytes: &[u8]) -> [(u32, Range<u64>); 2] {
    let payloads = Parser::new(0).parse_all(bytes).map(Result::unwrap);
    let sections = payloads.filter(|payload| payload.as_section().is_some());
    let (mut code, mut data) = ((0, 0..0), (0, 0..0));
    for (number, section) in (0..).zip(sections) {
        match section {
            Payload::CodeSectionStart { unchecked_range, .. } => code = (number, unchecked_range),
            Payload::DataSection(section) => data = (number, section.range()),
            _ => {}
        }
    }
    [code, data]
}

fn written(section: u32, relocations: &[Relocation]) -> Vec<u8> {
    let mut bytes = Vec::new();
    section.encode(&mut bytes);
    (relocations.len() as u32).encode(&mut bytes);
    for &(kind, offset, symbol) in relocations {
        bytes.push(kind as u8);
        offset.encode(&mut bytes);
        symbol.encode(&mut bytes);
        if matches!(kind, RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32) {
            0i32.encode(&mut bytes);
        }
    }
    bytes
}

fn append(bytes: &mut Vec<u8>, section: &impl wasm_encoder::Section) {
    bytes.push(section.id());
    section.encode(bytes);
}
