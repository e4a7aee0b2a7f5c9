//! A plan to two modules. The first exports what the second needs. An entry of
//! the first calls through a place of the table that the second fills, and so is
//! called whatever else of the second is known by its address.

use super::module::{Bytes, Module, Run};
use super::plan::Plan;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fmt;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, TableSection, TableType, TypeSection,
};

/// What the first file is called where the second imports from it.
const FIRST: &str = "first";
/// The letters of short names.
const LETTERS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The two modules of a plan.
///
/// # Errors
///
/// If a part of the module cannot be written anew.
pub(super) fn modules(module: &Module<'_>, plan: &Plan) -> Result<(Vec<u8>, Vec<u8>)> {
    let names = Lent::of(module, plan);
    Ok((first(module, plan, &names)?, second(module, plan, &names)?))
}

/// The names under which the first file exports what the second needs.
struct Lent {
    memories: Vec<String>,
    tables: Vec<String>,
    globals: Vec<String>,
    functions: Vec<String>,
}

impl Lent {
    fn of(module: &Module<'_>, plan: &Plan) -> Self {
        let taken: BTreeSet<&str> = module.exports.iter().map(|export| export.name).collect();
        let mut names = (0..).map(short_name).filter(|name| !taken.contains(name.as_str()));
        // Those called most first: they have the shortest names.
        let mut name = |count: usize| names.by_ref().take(count).collect::<Vec<_>>();
        Self {
            functions: name(plan.shared.len()),
            memories: name(module.memories.len()),
            tables: name(module.tables.len()),
            globals: name(module.globals.len()),
        }
    }
}

/// `a`, `b` and so on, then names of two letters.
fn short_name(index: usize) -> String {
    let (before, letter) = (index / LETTERS.len(), LETTERS[index % LETTERS.len()]);
    let mut name = if before == 0 { String::new() } else { short_name(before - 1) };
    name.push(char::from(letter));
    name
}

/// Writes functions with their numbers in a new module.
struct Renumbered(Vec<Option<u32>>);

/// A function is called that the new module has not.
#[derive(Debug)]
struct Absent(u32);

impl fmt::Display for Absent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "function {} is in the other file", self.0)
    }
}

impl std::error::Error for Absent {}

impl Reencode for Renumbered {
    type Error = Absent;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Absent>> {
        self.0.get(function as usize).copied().flatten().ok_or(reencode::Error::UserError(Absent(function)))
    }
}

impl Renumbered {
    /// Functions in the order of a new module.
    fn of(module: &Module<'_>, order: impl IntoIterator<Item = u32>) -> Self {
        let mut numbers = vec![None; module.functions.len()];
        for (number, function) in order.into_iter().enumerate() {
            numbers[function as usize] = Some(number as u32);
        }
        Self(numbers)
    }
}

fn first(module: &Module<'_>, plan: &Plan, lent: &Lent) -> Result<Vec<u8>> {
    let imported = 0..module.imports.len() as u32;
    let absent = imported.end + plan.first.len() as u32;
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    // The stand-ins of the entries come after what stands for all that is absent.
    let order = imported.chain(plan.first.iter().copied());
    let mut numbers = Renumbered::of(module, order);
    for (number, &entry) in (absent + 1..).zip(&plan.entries) {
        numbers.0[entry as usize] = Some(number);
    }
    let (mut types, nothing) = types(module, &mut numbers)?;
    types.ty().function([], []);
    add_functions(module, &plan.first, &mut numbers, &mut functions, &mut code)?;
    functions.function(nothing);
    code.function(&body(&[Instruction::Unreachable]));
    for (place, &entry) in (places(module)..).zip(&plan.entries) {
        let type_index = module.functions[entry as usize].type_index;
        functions.function(type_index);
        let mut calls: Vec<Instruction<'_>> =
            (0..module.takes[type_index as usize]).map(Instruction::LocalGet).collect();
        calls.push(Instruction::I32Const(place.cast_signed()));
        calls.push(Instruction::CallIndirect { type_index, table_index: module.table });
        code.function(&body(&calls));
    }

    let mut imports = ImportSection::new();
    for import in &module.imports {
        numbers.parse_import(&mut imports, *import)?;
    }
    let mut tables = TableSection::new();
    for (index, _) in (0..).zip(&module.tables) {
        tables.table(table(module, plan, index, &mut numbers)?);
    }
    let mut memories = MemorySection::new();
    for memory in &module.memories {
        memories.memory(numbers.memory_type(*memory)?);
    }
    let mut globals = GlobalSection::new();
    for global in &module.globals {
        numbers.parse_global(&mut globals, global.clone())?;
    }
    let mut exports = ExportSection::new();
    for &index in &plan.exports {
        numbers.parse_export(&mut exports, module.exports[index])?;
    }
    for (name, &function) in lent.functions.iter().zip(&plan.shared) {
        exports.export(name, ExportKind::Func, numbers.function_index(function)?);
    }
    let others =
        [(&lent.memories, ExportKind::Memory), (&lent.tables, ExportKind::Table), (&lent.globals, ExportKind::Global)];
    for (names, kind) in others {
        for (index, name) in (0..).zip(names) {
            exports.export(name, kind, index);
        }
    }
    let mut elements = ElementSection::new();
    for run in &module.runs {
        let number = |&it: &u32| if plan.stays.contains(&it) { numbers.function_index(it) } else { Ok(absent) };
        let functions = run.functions.iter().map(number).collect::<Result<Vec<_>, _>>()?;
        lie(module, &mut elements, run.place, functions);
    }
    let mut whole = wasm_encoder::Module::new();
    whole.section(&types).section(&imports).section(&functions).section(&tables).section(&memories).section(&globals);
    whole.section(&exports).section(&elements).section(&code).section(&data(&plan.first_data));
    Ok(whole.finish())
}

fn second(module: &Module<'_>, plan: &Plan, lent: &Lent) -> Result<Vec<u8>> {
    let mut numbers = Renumbered::of(module, plan.shared.iter().chain(&plan.second).copied());
    let (types, _) = types(module, &mut numbers)?;
    let mut imports = ImportSection::new();
    for (name, &function) in lent.functions.iter().zip(&plan.shared) {
        imports.import(FIRST, name, EntityType::Function(module.functions[function as usize].type_index));
    }
    for (name, memory) in lent.memories.iter().zip(&module.memories) {
        imports.import(FIRST, name, numbers.memory_type(*memory)?);
    }
    for (index, name) in (0..).zip(&lent.tables) {
        imports.import(FIRST, name, table(module, plan, index, &mut numbers)?);
    }
    for (name, global) in lent.globals.iter().zip(&module.globals) {
        imports.import(FIRST, name, numbers.global_type(global.ty)?);
    }
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    add_functions(module, &plan.second, &mut numbers, &mut functions, &mut code)?;
    let mut elements = ElementSection::new();
    for run in module.runs.iter().flat_map(|run| parts_of(run, &plan.moved)) {
        lie(module, &mut elements, run.place, numbers_of(&run.functions, &mut numbers)?);
    }
    lie(module, &mut elements, places(module), numbers_of(&plan.entries, &mut numbers)?);
    let mut whole = wasm_encoder::Module::new();
    whole.section(&types).section(&imports).section(&functions).section(&elements).section(&code);
    whole.section(&data(&plan.second_data));
    Ok(whole.finish())
}

/// The types of the module, and the number of the next one.
fn types(module: &Module<'_>, numbers: &mut Renumbered) -> Result<(TypeSection, u32)> {
    let mut types = TypeSection::new();
    if let Some(section) = &module.types {
        numbers.parse_type_section(&mut types, section.clone())?;
    }
    let next = types.len();
    Ok((types, next))
}

fn add_functions(
    module: &Module<'_>,
    added: &[u32],
    numbers: &mut Renumbered,
    functions: &mut FunctionSection,
    code: &mut CodeSection,
) -> Result<()> {
    for &index in added {
        let function = &module.functions[index as usize];
        functions.function(function.type_index);
        let body = function.body.clone().with_context(|| format!("{} is imported", function.name))?;
        numbers.parse_function_body(code, body).with_context(|| function.name.clone())?;
    }
    Ok(())
}

/// A function without locals.
fn body(instructions: &[Instruction<'_>]) -> Function {
    let mut function = Function::new([]);
    for instruction in instructions {
        function.instruction(instruction);
    }
    function.instruction(&Instruction::End);
    function
}

/// How many places the table of functions has: the entries come after them.
fn places(module: &Module<'_>) -> u32 {
    module.tables.get(module.table as usize).map_or(0, |table| table.initial as u32)
}

/// A table, that of functions with places for the entries.
fn table(module: &Module<'_>, plan: &Plan, index: u32, numbers: &mut Renumbered) -> Result<TableType> {
    let table = numbers.table_type(module.tables[index as usize])?;
    let more = if index == module.table { plan.entries.len() as u64 } else { 0 };
    Ok(TableType { minimum: table.minimum + more, maximum: table.maximum.map(|most| most + more), ..table })
}

/// Puts functions into the table.
fn lie(module: &Module<'_>, elements: &mut ElementSection, place: u32, functions: Vec<u32>) {
    let table = (module.table != 0).then_some(module.table);
    elements.active(table, &ConstExpr::i32_const(place.cast_signed()), Elements::Functions(functions.into()));
}

fn numbers_of(functions: &[u32], numbers: &mut Renumbered) -> Result<Vec<u32>> {
    Ok(functions.iter().map(|&it| numbers.function_index(it)).collect::<Result<_, _>>()?)
}

/// The neighbours of a run that are in the second file.
fn parts_of(run: &Run, moved: &BTreeSet<u32>) -> Vec<Run> {
    let mut parts: Vec<Run> = Vec::new();
    for (place, &function) in (run.place..).zip(&run.functions).filter(|(_, it)| moved.contains(it)) {
        match parts.last_mut() {
            Some(part) if part.place + part.functions.len() as u32 == place => part.functions.push(function),
            _ => parts.push(Run { place, functions: vec![function] }),
        }
    }
    parts
}

fn data(segments: &[Bytes]) -> DataSection {
    let mut section = DataSection::new();
    for Bytes { address, bytes } in segments {
        section.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }
    section
}
