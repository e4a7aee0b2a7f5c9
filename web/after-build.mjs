// Trunk's hook after the build: makes scripts, styles and (for production) wasm
// small, has the wasm split in two, and puts the data beside the page.
//
// Modelled editions are left out, unless FAKTABANK_ALLOW_MODELLED=1.

import { stageData } from "./data.mjs";
import { optimise } from "./optimise.mjs";
import { transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";

// Where `cargo xtask` is, if that is what has started this build.
const XTASK = process.env.FAKTABANK_XTASK;

// The module as the linker left it, before wasm-bindgen and Trunk.
const LINKED = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown/release/faktabank.wasm");

// Scripts that the page loads when it needs them; their bundles are small already.
const LATER = ["echarts.js", "xlsx.js"];

// Puts what the first view does without into a file of its own, which the page
// names beside the first; both are optimised for themselves.
function splitOff(name) {
  if (!XTASK) {
    throw new Error("`cargo xtask` splits the wasm, and did not start this build: run `cargo xtask build`");
  }
  const first = join(staging, name);
  const second = first.replace(/_bg\.wasm$/, "_lazy.wasm");
  execFileSync(XTASK, ["split", first, LINKED, first, second], { stdio: "inherit" });
  [first, second].forEach(optimise);
  const page = join(staging, "index.html");
  const named = readFileSync(page, "utf8").replace(/ data-wasm="([^"]*)_bg\.wasm"/, '$& data-lazy="$1_lazy.wasm"');
  writeFileSync(page, named);
}

async function minify(file, loader) {
  const { code } = await transform(readFileSync(file, "utf8"), { loader, minify: true, target: "es2020" });
  writeFileSync(file, code);
}

// Trunk names by its contents what the page loads at once; what it loads later,
// it finds under the name that stands in the page.
function nameByContents(file) {
  const hash = createHash("sha256").update(readFileSync(join(staging, file))).digest("hex").slice(0, 16);
  const named = file.replace(".js", `-${hash}.js`);
  renameSync(join(staging, file), join(staging, named));
  const page = join(staging, "index.html");
  const text = readFileSync(page, "utf8");
  if (!text.includes(`"${file}"`)) {
    throw new Error(`public/index.html does not name ${file}`);
  }
  writeFileSync(page, text.replace(`"${file}"`, `"${named}"`));
}

// One style sheet, in the order of the page: a phone asks for it once, before it
// shows anything.
function joinStyles() {
  const page = join(staging, "index.html");
  const text = readFileSync(page, "utf8");
  const links = [...text.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g)];
  const styles = links.map(([, name]) => readFileSync(join(staging, name), "utf8")).join("\n");
  const hash = createHash("sha256").update(styles).digest("hex").slice(0, 16);
  const joined = `faktabank-${hash}.css`;
  links.forEach(([, name]) => rmSync(join(staging, name)));
  writeFileSync(join(staging, joined), styles);
  const [first, ...others] = links.map(([link]) => link);
  const named = others.reduce((page, link) => page.replace(link, ""), text);
  writeFileSync(page, named.replace(first, `<link rel="stylesheet" href="./${joined}">\n`));
}

if (release) {
  joinStyles();
}
const files = release ? readdirSync(staging) : [];
files.filter((name) => extname(name) === ".wasm").forEach(splitOff);
for (const name of files) {
  const file = join(staging, name);
  const kind = extname(name);
  if (kind === ".css") {
    await minify(file, "css");
  } else if (kind === ".js" && !LATER.includes(name)) {
    await minify(file, "js");
  }
}
if (release) {
  LATER.forEach(nameByContents);
}
stageData(staging, process.env.FAKTABANK_ALLOW_MODELLED === "1");
