// Trunk's hook after the build: makes scripts, styles and (for production) wasm
// small, and puts the data beside the page.
//
// Modelled editions are left out, unless FAKTABANK_ALLOW_MODELLED=1.

import { stageData } from "./data.mjs";
import { addFallback } from "./fallback.mjs";
import { transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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
    // Neighbours that look alike pack better.
    "--reorder-functions-by-name",
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
stageData(staging, process.env.FAKTABANK_ALLOW_MODELLED === "1");
if (release) {
  addFallback(staging);
}
