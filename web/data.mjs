// Puts the data beside a page: the committed editions and, where they are
// allowed, those that are generated, under one manifest.
//
// As a program, `node web/data.mjs FOLDER` adds the modelled editions to a page
// that was built without them, so that it is built but once.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export function stageData(folder, allowModelled) {
  const manifest = JSON.parse(readFileSync("data/manifest.json", "utf8"));
  for (const name of allowModelled ? readdirSync("data") : []) {
    const generated = join("data", name, "manifest.json");
    if (existsSync(generated)) {
      manifest.editions.push(...JSON.parse(readFileSync(generated, "utf8")).editions);
    }
  }
  const target = join(folder, "data");
  mkdirSync(target, { recursive: true });
  for (const { file } of [manifest.topics, manifest.explanations, manifest.areas, manifest.boundaries, manifest.events]) {
    cpSync(join("data", file), join(target, file));
  }
  for (const { id } of manifest.editions) {
    cpSync(join("data", id), join(target, id), { recursive: true });
  }
  // Of data/site.toml, which the tools read.
  if (process.env.FAKTABANK_HOME) {
    manifest.home = process.env.FAKTABANK_HOME;
  }
  const file = join(target, "manifest.json");
  writeFileSync(file, JSON.stringify(manifest));
  // What was compressed of a former one would be sent in its place.
  for (const coding of ["br", "gz"]) {
    rmSync(`${file}.${coding}`, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stageData(process.argv[2], true);
}
