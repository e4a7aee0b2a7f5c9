//! A module as wasm-bindgen leaves it, taken apart: what a split has to know of
//! each function, and the sections as they are. Knows nothing of what is split,
//! or why.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, Export, FunctionBody, Global, Import, KnownCustom, MemoryType,
    Name, NameSectionReader, Operator, Parser, Payload, RefType, TableInit, TableType, TypeRef, TypeSectionReader,
};

/// A module, taken apart. It imports functions alone.
#[derive(Default)]
pub(super) struct Module<'a> {
    /// The types, as they are; `None` where there are none.
    pub(super) types: Option<TypeSectionReader<'a>>,
    /// How many values each type of function takes.
    pub(super) takes: Vec<u32>,
    pub(super) imports: Vec<Import<'a>>,
    /// All functions, first those that are imported.
    pub(super) functions: Vec<Function<'a>>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    /// The table in which functions lie.
    pub(super) table: u32,
    pub(super) runs: Vec<Run>,
    pub(super) data: Vec<Bytes>,
}

/// A function.
pub(super) struct Function<'a> {
    pub(super) name: String,
    pub(super) type_index: u32,
    /// `None` of one that is imported.
    pub(super) body: Option<FunctionBody<'a>>,
    /// Those that it calls.
    pub(super) calls: Vec<u32>,
}

/// Functions that lie side by side in the table, from a place on.
pub(super) struct Run {
    pub(super) place: u32,
    pub(super) functions: Vec<u32>,
}

/// Bytes in memory, from an address on.
pub(super) struct Bytes {
    pub(super) address: u32,
    pub(super) bytes: Vec<u8>,
}

impl<'a> Module<'a> {
    /// Takes a module apart.
    ///
    /// # Errors
    ///
    /// If it is none, or has something of which it is not known here how it is split.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        let (mut types, mut bodies, mut names) = (Vec::new(), Vec::new(), BTreeMap::new());
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.context("the module")? {
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::DataCountSection { .. }
                | Payload::End(_) => {}
                Payload::TypeSection(section) => {
                    for kind in section.clone().into_iter_err_on_gc_types() {
                        module.takes.push(kind?.params().len() as u32);
                    }
                    module.types = Some(section);
                }
                Payload::ImportSection(section) => module.imports = section.into_imports().collect::<Result<_, _>>()?,
                Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::TableSection(section) => {
                    for table in section {
                        let table = table?;
                        ensure!(matches!(table.init, TableInit::RefNull), "a table that is filled at once");
                        module.tables.push(table.ty);
                    }
                }
                Payload::MemorySection(section) => module.memories = section.into_iter().collect::<Result<_, _>>()?,
                Payload::GlobalSection(section) => module.globals = section.into_iter().collect::<Result<_, _>>()?,
                Payload::ExportSection(section) => module.exports = section.into_iter().collect::<Result<_, _>>()?,
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element?;
                        let run = module.run_of(element.kind, element.items)?;
                        module.runs.push(run);
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::DataSection(section) => {
                    for segment in section {
                        let segment = segment?;
                        let DataKind::Active { memory_index: 0, offset_expr } = segment.kind else {
                            bail!("data of a kind that is not known here");
                        };
                        module.data.push(Bytes { address: constant(&offset_expr)?, bytes: segment.data.to_vec() });
                    }
                }
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(section) = custom.as_known() {
                        add_names(section, &mut names)?;
                    }
                }
                other => bail!("a section of WebAssembly that is not known here: {other:?}"),
            }
        }
        module.add_functions(&types, bodies, &names)?;
        Ok(module)
    }

    /// The functions that lie in the table.
    pub(super) fn in_table(&self) -> impl Iterator<Item = u32> + '_ {
        self.runs.iter().flat_map(|run| run.functions.iter().copied())
    }

    fn run_of(&mut self, kind: ElementKind<'_>, items: ElementItems<'_>) -> Result<Run> {
        let (ElementKind::Active { table_index, offset_expr }, ElementItems::Functions(functions)) = (kind, items)
        else {
            bail!("functions lie in a table in a way that is not known here");
        };
        let table = table_index.unwrap_or(0);
        ensure!(self.runs.is_empty() || self.table == table, "functions lie in more than one table");
        let kind = self.tables.get(table as usize).context("functions lie in no table")?;
        ensure!(kind.element_type == RefType::FUNCREF, "functions lie in a table that is not theirs");
        self.table = table;
        Ok(Run { place: constant(&offset_expr)?, functions: functions.into_iter().collect::<Result<_, _>>()? })
    }

    fn add_functions(
        &mut self,
        types: &[u32],
        bodies: Vec<FunctionBody<'a>>,
        names: &BTreeMap<u32, &str>,
    ) -> Result<()> {
        let name = |index: usize| {
            let name = names.get(&(index as u32)).copied();
            name.map_or_else(|| format!("function {index}, which has no name"), str::to_owned)
        };
        for import in &self.imports {
            let TypeRef::Func(type_index) = import.ty else {
                bail!("the module imports {}, which is no function", import.name);
            };
            let name = name(self.functions.len());
            self.functions.push(Function { name, type_index, body: None, calls: Vec::new() });
        }
        for (&type_index, body) in types.iter().zip(bodies) {
            let name = name(self.functions.len());
            let calls = calls(&body, &name)?.into_iter().map(|call| call.callee).collect();
            self.functions.push(Function { name, type_index, body: Some(body), calls });
        }
        Ok(())
    }
}

/// Adds the names of functions, by their numbers.
///
/// # Errors
///
/// If they cannot be read.
pub(super) fn add_names<'a>(section: NameSectionReader<'a>, names: &mut BTreeMap<u32, &'a str>) -> Result<()> {
    for part in section {
        if let Name::Function(functions) = part? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name);
            }
        }
    }
    Ok(())
}

/// A call of a function by its number.
pub(super) struct Call {
    pub(super) callee: u32,
    /// Where that number stands in the file.
    pub(super) at: u64,
}

/// The calls in the body of a function.
///
/// # Errors
///
/// If it leads to functions, to tables or to data in a way that is not followed here.
pub(super) fn calls(body: &FunctionBody<'_>, name: &str) -> Result<Vec<Call>> {
    let mut found = Vec::new();
    for operator in body.get_operators_reader()?.into_iter_with_offsets() {
        let (operator, at) = operator?;
        match operator {
            // The number comes after an operator of one byte.
            Operator::Call { function_index: callee } | Operator::ReturnCall { function_index: callee } => {
                found.push(Call { callee, at: at + 1 });
            }
            Operator::RefFunc { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. } => bail!("{name} holds an operator that is not followed here: {operator:?}"),
            _ => {}
        }
    }
    Ok(found)
}

/// The numbers in the body of a function that could be addresses.
///
/// # Errors
///
/// If it cannot be read.
pub(super) fn numbers(body: &FunctionBody<'_>) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for operator in body.get_operators_reader()? {
        if let Operator::I32Const { value } = operator? {
            found.push(value.cast_unsigned());
        }
    }
    Ok(found)
}

/// The one number that an expression is.
///
/// # Errors
///
/// If it is more, or another.
pub(super) fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    let mut operators = expression.get_operators_reader();
    match (operators.read()?, operators.read()?) {
        (Operator::I32Const { value }, Operator::End) => Ok(value.cast_unsigned()),
        _ => bail!("a place or an address is not a plain number"),
    }
}
