// The names by which the module and its glue script know each other, as short as
// can be: wasm-bindgen's are long, and end in digits that no compression makes
// shorter. Nobody else reads them.

// ` (import "module" "name" …` and ` (export "name" …`.
const IMPORT = /^ \(import "([^"]*)" "([^"]*)"/gm;
const EXPORT = /^ \(export "([^"]*)"/gm;
// What the second module knows by its name too.
const MEMORY = "memory";
// How the glue calls an export; and a key of an object, quoted or not.
const CALL = /(?<=\bwasm\.)\w+/g;
const KEY = /(?<=[\s{"])[\w./-]+(?="?:)/g;

/** A module, as text, and its glue script; with short names between them. */
export function shortened(module, glue) {
  const imports = namesOf([...module.matchAll(IMPORT)].flatMap(([, from, name]) => [from, name]));
  const called = new Set(glue.match(CALL));
  const exports = namesOf([...module.matchAll(EXPORT)].map(([, name]) => name).filter((name) => called.has(name) && name !== MEMORY));
  const keys = new Set(glue.match(KEY));
  const lost = [...imports.keys()].find((name) => !keys.has(name));
  if (lost) {
    throw new Error(`the glue script does not know ${lost}`);
  }
  return {
    module: module
      .replace(IMPORT, (_, from, name) => ` (import "${imports.get(from)}" "${imports.get(name)}"`)
      .replace(EXPORT, (_, name) => ` (export "${exports.get(name) ?? name}"`),
    glue: glue.replace(KEY, (key) => imports.get(key) ?? key).replace(CALL, (name) => exports.get(name) ?? name),
  };
}

// A short name for each, in their order.
const namesOf = (names) => new Map([...new Set(names)].map((name, index) => [name, `_${index.toString(36)}`]));
