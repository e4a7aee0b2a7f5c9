// Files of figures to what other people's readers find in them: the JSON-stat
// toolkit by the author of the format, and Px.js, made for Ireland's CSO. Both
// come from npm; nothing here knows what a file should hold.
//
// node tests/readers/read.mjs <folder>: a line of JSON for each *.json and
// *.px in it, with the dimensions and their codes, and each cell by its place,
// the last dimension fastest: a number, or what stands instead of one.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const JSONstat = require("jsonstat-toolkit");
const Px = require("px");

/** Every place of a cube with these sizes. */
function* places(sizes, place = []) {
  if (place.length === sizes.length) yield place;
  else for (let at = 0; at < sizes[place.length]; at++) yield* places(sizes, [...place, at]);
}

function jsonStat(text) {
  const data = JSONstat(JSON.parse(text));
  if (data.class !== "dataset") throw new Error(`a ${data.class}`);
  const dimensions = data.id.map((name, at) => ({ name, codes: data.Dimension(at).id }));
  const cell = (place) => {
    const { value, status } = data.Data(place);
    return value ?? status;
  };
  return { title: data.label, dimensions, cells: [...places(data.size)].map(cell) };
}

function px(text) {
  const data = new Px(text);
  const list = (found) => [found].flat();
  const dimensions = data.variables().map((name, at) => ({ name, codes: list(data.codes(at)) }));
  const cell = (place) => {
    const word = data.datum(place);
    return /^\.+$/.test(word) ? word : Number(word);
  };
  const sizes = dimensions.map(({ codes }) => codes.length);
  return { title: data.title(), dimensions, cells: [...places(sizes)].map(cell) };
}

const folder = process.argv[2];
for (const file of readdirSync(folder).sort()) {
  const reader = { ".json": jsonStat, ".px": px }[file.slice(file.lastIndexOf("."))];
  const text = readFileSync(join(folder, file), "utf8");
  console.log(JSON.stringify({ file, ...reader(text) }));
}
