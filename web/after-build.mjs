// Trunk's hook after the build: makes scripts, styles and (for production) wasm
// small, and puts the data beside the page.
//
// Modelled editions are left out, unless FAKTABANK_ALLOW_MODELLED=1.

import { addFallback } from "./fallback.mjs";
import { transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";

// The features that rustc enables for wasm32-unknown-unknown. `-all` would make
// a module that Chromium refuses.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

function optimise(file) {
  execFileSync(process.execPath, [
    "node_modules/binaryen/bin/wasm-opt",
    file,
    // Nobody calls what Leptos' server functions export.
    "--remove-exports=*intounderlying*",
    // The stack comes first in memory: nothing else lies below 1024.
    "--low-memory-unused",
    // This order was the smallest of those tried, after brotli.
    "--flatten",
    "--rereloop",
    "-Os",
    "-Oz",
    "--converge",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--mvp-features",
    ...FEATURES.map((name) => `--enable-${name}`),
    "--output",
    file,
  ], { stdio: "inherit" });
}

async function minify(file, loader) {
  const { code } = await transform(readFileSync(file, "utf8"), { loader, minify: true, target: "es2020" });
  writeFileSync(file, code);
}

// The manifest that is committed, with those of editions that are generated.
function copyData() {
  const manifest = JSON.parse(readFileSync("data/manifest.json", "utf8"));
  if (process.env.FAKTABANK_ALLOW_MODELLED === "1") {
    for (const folder of readdirSync("data")) {
      const generated = join("data", folder, "manifest.json");
      if (existsSync(generated)) {
        manifest.editions.push(...JSON.parse(readFileSync(generated, "utf8")).editions);
      }
    }
  }
  const target = join(staging, "data");
  mkdirSync(target, { recursive: true });
  cpSync("data/areas.json", join(target, "areas.json"));
  for (const { id } of manifest.editions) {
    cpSync(join("data", id), join(target, id), { recursive: true });
  }
  writeFileSync(join(target, "manifest.json"), JSON.stringify(manifest));
}

for (const name of release ? readdirSync(staging) : []) {
  const file = join(staging, name);
  const kind = extname(name);
  if (kind === ".wasm") {
    optimise(file);
  } else if (kind === ".css") {
    await minify(file, "css");
  } else if (kind === ".js" && !name.startsWith("echarts")) {
    await minify(file, "js");
  }
}
copyData();
if (release) {
  addFallback(staging);
}
