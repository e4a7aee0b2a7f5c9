// Whose work the page holds: turns the npm packages that its scripts are made
// of, and the crates that its wasm is made of, into one text with every licence
// as the package carries it. The same packages give the same text.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
/** The crate of the page. */
const PAGE = "faktabank";
/** Files with terms or with names to be named, and folders of them. */
const TERMS = /^(licen[cs]es?|unlicense|copying|copyright|notice)([-_.].*)?$/i;

const HEAD = `\ufeffFAKTABANKEN: ANDRAS PROGRAM OCH DERAS LICENSER

Sidan är byggd av de här biblioteken. Vart och ett står med sin licens och med
numren på de texter som följer med det; texterna står längre ned. Det som inte
har någon egen text står med sina upphovspersoner och licensens vanliga text.

The page is built from these libraries. Each is named with its licence and the
numbers of the texts that come with it; the texts are further down. What comes
without a text is named with its authors and the usual text of its licence.
`;

const cargo = (...options) =>
  execFileSync("cargo", [...options, "--locked"], { encoding: "utf8", maxBuffer: 2 ** 28 });

// Not as any language orders, which would differ between machines.
const byName = (one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1);

/** The crates that are compiled into the page: no build scripts, no macros' own. */
function crates() {
  const tree = ["tree", "--package", PAGE, "--target", TARGET, "--edges", "normal,no-proc-macro"];
  const lines = cargo(...tree, "--prefix", "none", "--no-dedupe", "--format", "{p}").split("\n");
  const compiled = new Set(lines.map((line) => line.split(" ", 2).join(" ")));
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", "--filter-platform", TARGET));
  return packages
    .filter(({ name, version, source }) => source && compiled.has(`${name} v${version}`))
    .map(({ name, version, license, authors, manifest_path }) => ({
      name,
      version,
      licence: (license ?? "").replaceAll("/", " OR "),
      by: authors.map((author) => author.replace(/\s*<.*>/, "")).join(", "),
      folder: dirname(manifest_path),
    }))
    .sort(byName);
}

/** The standard library, which is compiled in as well; it lies in no registry. */
function standardLibrary() {
  const [, version] = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ");
  return { name: "core, alloc, std", version, licence: "MIT OR Apache-2.0", by: "The Rust Project contributors" };
}

/** npm packages by their names. */
const packages = (names) =>
  [...new Set(names)]
    .map((name) => {
      const folder = join("node_modules", name);
      const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return { name, version, licence: license, by: author?.name ?? author ?? "", folder };
    })
    .sort(byName);

/** The texts with terms in a folder of a package. */
function terms(folder) {
  const inside = (path) => (statSync(path).isDirectory() ? readdirSync(path).sort().map((it) => join(path, it)) : [path]);
  const files = folder ? readdirSync(folder).filter((name) => TERMS.test(name)).sort() : [];
  const paths = files.flatMap((name) => inside(join(folder, name)));
  return paths.map((path) => readFileSync(path, "utf8").replace(/\r\n?/g, "\n").replace(/^\ufeff?\n*|\s+$/g, ""));
}

/** Texts with their numbers; those that differ in their spaces alone are one. */
class Texts {
  #all = new Map();

  number(text) {
    const words = text.replace(/\s+/g, " ").trim();
    const known = this.#all.get(words) ?? { number: this.#all.size + 1, text, carriers: 0 };
    known.carriers += 1;
    this.#all.set(words, known);
    return known.number;
  }

  /** The one that most packages carry as the text of a licence. */
  common(opening) {
    const of = [...this.#all.values()].filter(({ text }) => opening.test(text));
    return of.sort((one, other) => other.carriers - one.carriers)[0]?.number;
  }

  toString() {
    return [...this.#all.values()].map(({ number, text }) => `\n\n${`[${number}] `.padEnd(78, "-")}\n\n${text}\n`).join("");
  }
}

/** How the text of a licence begins that names nobody. */
const OPENINGS = { MIT: /^Permission is hereby granted, free of charge/, "Apache-2.0": /^\s*Apache License/ };

/** What stands of a package: its texts, or where it has none the usual one. */
function line({ name, version, licence, by, numbers }, texts) {
  if (numbers.length) {
    return `${name} ${version}: ${licence} [${numbers.join("] [")}]`;
  }
  const usual = Object.keys(OPENINGS).find((id) => licence.includes(id));
  const number = usual && texts.common(OPENINGS[usual]);
  if (!number) {
    throw new Error(`${name} ${version} carries no licence text, and none of ${licence} is carried by others`);
  }
  return `${name} ${version}${by && ` (${by})`}: ${licence} [${number}]`;
}

/** The whole text, of npm packages by their names and of what the wasm is made of. */
export function licences(names) {
  const texts = new Texts();
  const numbered = (all) => all.map((it) => ({ ...it, numbers: terms(it.folder).map((text) => texts.number(text)) }));
  const scripts = numbered(packages(names));
  const wasm = numbered([standardLibrary(), ...crates()]);
  const list = (title, all) => `\n${title}\n\n${all.map((it) => line(it, texts)).join("\n")}\n`;
  return [HEAD, list("Skript / Scripts (JavaScript)", scripts), list("WebAssembly (Rust)", wasm), texts].join("");
}
