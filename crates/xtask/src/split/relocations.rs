//! The relocations of a section, to those that name a function or a piece of
//! data. Knows nothing of where these lie.

use anyhow::{Result, bail};
use wasmparser::{RelocSectionReader, RelocationType};

/// Where a relocation stands: at an offset within the contents of a section.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Code(u32),
    Data(u32),
}

/// A place that names a symbol.
pub(super) struct Relocated {
    pub(super) place: Place,
    /// The symbol, by its number in the linker's table.
    pub(super) symbol: u32,
    /// Whether what stands there is the place of a function in the table.
    pub(super) is_address_of_function: bool,
}

/// The relocations of a section that name a function or a piece of data.
///
/// # Errors
///
/// If one is of a kind that a module for 32 bits, at a fixed place, has not: it
/// could name something that is then not found.
pub(super) fn naming(section: &RelocSectionReader<'_>, place: fn(u32) -> Place) -> Result<Vec<Relocated>> {
    let mut found = Vec::new();
    for entry in section.entries() {
        let entry = entry?;
        let is_address_of_function = match entry.ty {
            RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => true,
            RelocationType::FunctionIndexLeb
            | RelocationType::MemoryAddrLeb
            | RelocationType::MemoryAddrSleb
            | RelocationType::MemoryAddrI32 => false,
            // Types, globals and tables are in both files.
            RelocationType::TypeIndexLeb | RelocationType::GlobalIndexLeb | RelocationType::TableNumberLeb => continue,
            kind => bail!("the linker left a relocation that is not known here: {kind:?}"),
        };
        found.push(Relocated { place: place(entry.offset), symbol: entry.index, is_address_of_function });
    }
    Ok(found)
}
