// Measures the engine beside other ways to answer the same questions of the same text, in
// Node: `node --expose-gc tests/bench/engine.mjs WASM_FOLDER DATA_FOLDER OUT.json`, which
// `cargo xtask bench engine` calls.
//
// Every answer is checked equal before a time is told. Medians; one process, one after the
// other, so that a busy machine is busy for all.

import { arquero, byHand, duckdb, engine, toolkit } from "./contestants.mjs";
import { ASKED, cube } from "./cube.mjs";
import { optimise } from "../../web/optimise.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

// A library of one long line would print all of itself.
process.on("uncaughtException", (error) => {
  console.error(String(error.stack).slice(0, 2000));
  process.exit(1);
});

const [wasm, data, out] = process.argv.slice(2);
// As the page's is.
optimise(join(wasm, "engine_bg.wasm"));
const { Engine } = createRequire(import.meta.url)(resolve(wasm, "engine.js"));
const topics = readFileSync(join(data, "topics.json"));

const SIZES = [1, 4, 16];
const QUESTIONS = ["ranked", "rolling", "whole"];
const CHANGES = 500;
// So long is measured, at least so often; texts are read so often by size.
const [PATIENCE, LEAST] = [1500, 5];
const READ = { 1: 5, 4: 3, 16: 1 };

function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// Milliseconds, the median of many.
function timed(work, least = LEAST) {
  const times = [];
  const start = performance.now();
  while (times.length < least || performance.now() - start < PATIENCE && times.length < 200) {
    const begin = performance.now();
    work();
    times.push(performance.now() - begin);
  }
  return median(times);
}

// The same, with what is made thrown away in between, which is not timed.
function loaded(contestant, bytes, least) {
  const times = [];
  let it;
  for (let at = 0; at < least; at += 1) {
    if (it !== undefined) {
      contestant.free?.(it);
      it = undefined;
    }
    globalThis.gc?.();
    const begin = performance.now();
    it = contestant.load(bytes);
    times.push(performance.now() - begin);
  }
  return { it, time: median(times) };
}

const near = (one, other) => (Number.isNaN(one) && Number.isNaN(other)) || Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));

// Whether two answers are the same; places that are equal may stand in any order.
function equal(question, one, other) {
  if (one.length !== other.length) {
    return `${one.length} and ${other.length} values`;
  }
  if (question === "ranked") {
    const of = new Map(other);
    const wrong = one.findIndex(([code, share], at) => !near(share, of.get(code)) || !near(share, other[at][1]));
    return wrong < 0 ? "" : `place ${wrong + 1}: ${one[wrong]} and ${other[wrong]}`;
  }
  const wrong = [...one].findIndex((value, at) => !near(value, other[at]));
  return wrong < 0 ? "" : `value ${wrong}: ${one[wrong]} and ${other[wrong]}`;
}

function memory() {
  globalThis.gc();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / 1e6;
}

const contestants = [engine(Engine, topics), byHand, toolkit, arquero, await duckdb()];
const sizes = [];
for (const times of SIZES) {
  const text = cube(data, times);
  const bytes = new TextEncoder().encode(text);
  const cells = JSON.parse(text).value.length;
  const codes = JSON.parse(text).dimension.Region.category.index;
  const row = { times, cells, megabytes: bytes.length / 1e6, parse: timed(() => JSON.parse(new TextDecoder().decode(bytes))), contestants: [] };
  let expected;
  for (const contestant of contestants) {
    contestant.names?.(codes);
    const before = memory();
    const { it, time } = loaded(contestant, bytes, READ[times]);
    const after = memory();
    const answers = Object.fromEntries(QUESTIONS.map((question) => [question, contestant[question](it)]));
    expected ??= answers;
    for (const question of QUESTIONS) {
      const wrong = equal(question, expected[question], answers[question]);
      if (wrong) {
        throw new Error(`${contestant.name}, ${question}: ${wrong}`);
      }
    }
    const told = { name: contestant.name, load: time, kept: after - before };
    for (const question of QUESTIONS) {
      told[question] = timed(() => contestant[question](it));
    }
    if (times === 1) {
      const start = memory();
      for (let change = 0; change < CHANGES; change += 1) {
        contestant[QUESTIONS[change % QUESTIONS.length]](it);
      }
      told.grown = memory() - start;
    }
    contestant.free?.(it);
    row.contestants.push(told);
    console.log(`${times}× ${told.name}: ${JSON.stringify(told)}`);
  }
  sizes.push(row);
}
const versions = Object.fromEntries(["arquero", "@duckdb/duckdb-wasm", "jsonstat-toolkit"].map((name) => [name, JSON.parse(readFileSync(join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "package.json"), "utf8")).dependencies[name]]));
writeFileSync(out, JSON.stringify({ node: process.version, versions, asked: ASKED, sizes }, null, 1));
