// Makes wasm small with Binaryen: that of the page, and of what is measured beside it.

import { execFileSync } from "node:child_process";

const WASM_OPT = "node_modules/binaryen/bin/wasm-opt";

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

// The features that Binaryen may meet and use.
const ENABLED = ["--mvp-features", ...FEATURES.map((name) => `--enable-${name}`)];

// A function with one caller that is not small stays by itself: of the first wasm
// that saves 0.4 KiB against three times the size, and 1.1 against none.
const INLINING = "--one-caller-inline-max-function-size=20";

export function optimise(file) {
  const options = ["-Os", "--converge", INLINING, "--merge-locals", "--reorder-locals", "--strip-debug", "--strip-producers", "--strip-target-features", ...ENABLED];
  execFileSync(process.execPath, [WASM_OPT, file, ...options, "--output", file], { stdio: "inherit" });
}
