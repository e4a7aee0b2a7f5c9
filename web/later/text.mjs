// A module as text, as `wasm-dis` writes it: taken apart into its forms, and the
// few forms written that a split needs. Knows nothing of what is split, or why.

const ID = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const FIRST_ID = new RegExp(ID);
const ALL_IDS = new RegExp(ID, "g");
const CALL = new RegExp(String.raw`\((?:return_)?call (${ID})`, "g");

/** `$"a b"` or `$a` as a name. */
export const nameOf = (id) => id.slice(1).replace(/^"(.*)"$/, "$1");

/** The forms of a module, by their kind, each `{ id, name, text }`. */
export function formsOf(text) {
  const forms = { type: [], import: [], global: [], memory: [], data: [], table: [], elem: [], export: [], func: [] };
  for (const form of text.replace(/\n\)\s*$/, "").split(/\n(?= \()/).slice(1)) {
    const kind = /^ \((\w+)/.exec(form)[1];
    // `ref.func` would be a way to a function that is not followed here.
    if (!(kind in forms) || form.includes("(ref.func")) {
      throw new Error(`a form of WebAssembly that is not known here: ${form.slice(0, 80)}`);
    }
    const id = FIRST_ID.exec(form)[0];
    forms[kind].push({ id, name: nameOf(id), text: form });
  }
  return forms;
}

/** The ids of the functions that a function calls. */
export const called = ({ text }) => [...text.matchAll(CALL)].map(([, id]) => id);

/** The id of what is exported. */
export const exported = ({ text }) => text.match(ALL_IDS).at(-1);

/** The name under which something is exported. */
export const nameOfExport = ({ text }) => /^ \(export "([^"]*)"/.exec(text)[1];

/** The table of functions: its id, size, and what lies in it from which place on. */
export function tableOf({ table, elem }) {
  const [form] = table.filter(({ text }) => text.endsWith("funcref)"));
  const size = Number(/ (\d+) \d+ funcref\)$/.exec(form.text)[1]);
  const entries = elem.map(({ text }) => {
    const [, id, place] = /^ \(elem \S+ \(table (\S+)\) \(i32\.const (\d+)\) func/.exec(text);
    if (id !== form.id) {
      throw new Error("functions lie in more than one table");
    }
    return { place: Number(place), ids: text.match(ALL_IDS).slice(2) };
  });
  return { id: form.id, size, entries };
}

/** A table with so many places more. */
export const table = ({ id, size }, more) => ` (table ${id} ${size + more} ${size + more} funcref)`;

/** Functions in a table, from a place on. */
export const elements = ({ id }, place, ids) => ` (elem (table ${id}) (i32.const ${place}) func ${ids.join(" ")})`;

/** Where a segment of data lies, and its bytes. */
export function dataOf({ text }) {
  const [, address, escaped] = /\(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)/.exec(text);
  const letters = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };
  const bytes = [];
  for (const [, code, letter, plain] of escaped.matchAll(/\\([0-9a-f]{2})|\\(.)|([^\\]+)/g)) {
    bytes.push(...(plain ? Buffer.from(plain) : [code ? parseInt(code, 16) : letters[letter]]));
  }
  return { address: Number(address), bytes };
}

/** A segment of data. */
export function data({ address, bytes }) {
  const escaped = bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`);
  return ` (data (i32.const ${address}) "${escaped.join("")}")`;
}

// What a function takes and gives: ` (param $0 i32) (result i32)`.
function signature({ id, text }) {
  const line = text.slice(text.indexOf(`(func ${id}`), (text + "\n").indexOf("\n"));
  return line.slice(`(func ${id}`.length).match(/ \((?:param|result) [^)]*\)/g)?.join("") ?? "";
}

/** A function, imported or not, without its body. */
export const declaration = (form) => ` (func ${form.id}${signature(form)})`;

/** A function that calls the one in a place of a table with what it is given. */
export function stub(form, { id }, place) {
  const parameters = [...signature(form).matchAll(/\(param (\$\S+) (\w+)\)/g)];
  const takes = parameters.map(([, , type]) => ` (param ${type})`).join("");
  const gives = / \(result [^)]*\)/.exec(signature(form))?.[0] ?? "";
  const given = parameters.map(([, name]) => ` (local.get ${name})`).join("");
  const call = `(call_indirect ${id}${takes}${gives}${given} (i32.const ${place}))`;
  return ` (func ${form.id}${signature(form)} ${call})`;
}

/** A form that another module defines and exports. */
export const importOf = (module, name, form) => ` (import "${module}" ${JSON.stringify(name)}${form})`;

/** A memory or global, without what it begins with, from another module. */
export function imported(module, name, { text }) {
  const declared = text.replace(/ \(\w+\.const [^)]*\)\)$/, ")");
  return importOf(module, name, declared);
}

/** Something that other modules may use. */
export const exportOf = (name, kind, id) => ` (export ${JSON.stringify(name)} (${kind} ${id}))`;

/** A module of these forms. */
export const moduleOf = (forms) => `(module\n${forms.flat().join("\n")}\n)\n`;
