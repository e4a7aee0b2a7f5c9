// A module as the linker left it, with its relocations (`--emit-relocs`), to a
// graph: which function or piece of data names which others. Knows nothing of
// what the functions do.
//
// The format: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md

const SECTION = { custom: 0, imports: 2, code: 10, data: 11 };
const SYMBOL = { function: 0, data: 1, section: 3 };
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
const SYMBOL_TABLE = 8;
// Relocations, by their numbers: those that name a function or a piece of data,
// and those that carry an addend.
const NAMING = new Set([0, 1, 2, 3, 4, 5]);
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

/** Reads numbers, names and bytes one after the other. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  // LEB128; `sign` for those that can be negative.
  number(sign = false) {
    let [value, shift, byte] = [0, 0, 0x80];
    while (byte & 0x80) {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    }
    return sign ? (shift < 32 && byte & 0x40 ? value | (-1 << shift) : value) : value >>> 0;
  }

  skip(length) {
    this.at += length;
    return this.at;
  }

  name() {
    const length = this.number();
    return this.bytes.toString("utf8", this.at, this.skip(length));
  }

  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = [];
  while (reader.at < bytes.length) {
    const [id, size] = [reader.byte(), reader.number()];
    const start = reader.at;
    const name = id === SECTION.custom ? reader.name() : undefined;
    found.push({ id, name, start, body: reader.at, end: start + size });
    reader.at = start + size;
  }
  return found;
}

function importedFunctions(bytes, section) {
  const reader = new Reader(bytes, section.start);
  const limits = () => (reader.number() & 1 ? [reader.number(), reader.number()] : [reader.number()]);
  const kinds = reader.list(() => {
    reader.name();
    reader.name();
    const kind = reader.byte();
    [() => reader.number(), () => [reader.byte(), limits()], limits, () => reader.skip(2)][kind]();
    return kind;
  });
  return kinds.filter((kind) => kind === 0).length;
}

// Where the body of each function lies in the section.
function bodies(bytes, section) {
  const reader = new Reader(bytes, section.start);
  return reader.list(() => {
    const start = reader.at - section.start;
    const length = reader.number();
    return { start, end: reader.skip(length) - section.start };
  });
}

// Where each segment lies in the section, and in memory.
function segments(bytes, section) {
  const reader = new Reader(bytes, section.start);
  return reader.list(() => {
    // Active, in the one memory; its address is a constant.
    if (reader.number() !== 0 || reader.byte() !== 0x41) {
      throw new Error("data of a kind that the linker did not make so far");
    }
    const address = reader.number(true);
    reader.skip(1);
    const length = reader.number();
    const start = reader.at - section.start;
    reader.skip(length);
    return { start, address };
  });
}

function symbols(bytes, section) {
  const reader = new Reader(bytes, section.body);
  reader.number();
  while (reader.at < section.end) {
    const [kind, size] = [reader.byte(), reader.number()];
    if (kind === SYMBOL_TABLE) {
      return reader.list(() => symbol(reader));
    }
    reader.skip(size);
  }
  throw new Error("the linker left no table of symbols");
}

function symbol(reader) {
  const [kind, flags] = [reader.byte(), reader.number()];
  const defined = !(flags & UNDEFINED);
  if (kind === SYMBOL.data) {
    const name = reader.name();
    const place = defined ? { segment: reader.number(), offset: reader.number(), size: reader.number() } : {};
    return { kind, defined, name, ...place };
  }
  const index = reader.number();
  const named = kind !== SYMBOL.section && (defined || flags & EXPLICIT_NAME);
  return { kind, defined, index, name: named ? reader.name() : undefined };
}

function relocations(bytes, section) {
  const reader = new Reader(bytes, section.body);
  reader.number();
  return reader.list(() => {
    const [kind, offset, symbol] = [reader.byte(), reader.number(), reader.number()];
    if (WITH_ADDEND.has(kind)) {
      reader.number(true);
    }
    return { kind, offset, symbol };
  }).filter(({ kind }) => NAMING.has(kind));
}

/**
 * The graph of a linked module, or `undefined` of one without relocations.
 *
 * A node is a function (`name`) or a piece of data (`address`, `size`), each
 * with the nodes that it names.
 */
export function graphOf(bytes) {
  const all = sections(bytes);
  const custom = (name) => all.find((section) => section.name === name);
  const part = (id) => all.find((section) => section.id === id);
  if (!custom("reloc.CODE")) {
    return undefined;
  }
  const table = symbols(bytes, custom("linking"));
  const imported = importedFunctions(bytes, part(SECTION.imports));
  const functions = bodies(bytes, part(SECTION.code)).map((body) => ({ ...body, names: new Set() }));
  const memory = segments(bytes, part(SECTION.data));
  const pieces = new Map();
  const nodes = table.map((symbol) => {
    if (!symbol.defined) {
      return undefined;
    }
    if (symbol.kind === SYMBOL.function) {
      const node = functions[symbol.index - imported];
      node.name ??= symbol.name;
      return node;
    }
    if (symbol.kind !== SYMBOL.data) {
      return undefined;
    }
    const { segment, offset, size } = symbol;
    const key = `${segment} ${offset} ${size}`;
    if (!pieces.has(key)) {
      const start = memory[segment].start + offset;
      pieces.set(key, { address: memory[segment].address + offset, size, start, end: start + size, names: new Set() });
    }
    return pieces.get(key);
  });
  const data = [...pieces.values()];
  for (const { offset, symbol } of relocations(bytes, custom("reloc.CODE"))) {
    connect(within(functions, offset), nodes[symbol]);
  }
  for (const { offset, symbol } of relocations(bytes, custom("reloc.DATA"))) {
    // Pieces may overlap, where two constants share their bytes.
    const holders = data.filter(({ start, end }) => start <= offset && offset < end);
    if (!holders.length) {
      throw new Error(`data at ${offset} belong to no symbol`);
    }
    holders.forEach((holder) => connect(holder, nodes[symbol]));
  }
  return { functions, data };
}

function connect(from, to) {
  if (to) {
    from.names.add(to);
  }
}

// Functions lie one after the other.
function within(functions, offset) {
  let [low, high] = [0, functions.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = functions[middle].end <= offset ? [middle + 1, high] : [low, middle];
  }
  return functions[low];
}

/** All that can be reached from some nodes, without those to `leaveOut`. */
export function reachable(roots, leaveOut) {
  const seen = new Set();
  const next = [...roots];
  while (next.length) {
    const node = next.pop();
    if (!seen.has(node) && !leaveOut.has(node)) {
      seen.add(node);
      next.push(...node.names);
    }
  }
  return seen;
}
