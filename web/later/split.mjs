// One module as two: what the first view draws with, and the rest, which is
// fetched later (`public/boot.js`). The rest is whatever can be reached through
// the doors alone (`src/app/lazy/entries.rs`): to find it, relocations are followed
// from function to function and to the data that they name.
//
// The first module exports what the second needs. A door of the first calls
// through a place of the table that the second fills, and so is called whatever
// else of the second is known by its address.

import * as wat from "./text.mjs";
import { graphOf, reachable } from "./linked.mjs";

// Functions of this module of ours, in Rust's mangled names.
const DOOR = /9faktabank3app4lazy7entries/;
// What the first module is called where the second imports from it.
const FIRST = "first";
// Exports that nobody calls: of Leptos' server functions, and of wasm-bindgen for
// tools of its own.
const UNCALLED = /intounderlying|__abort_handler|__instance_terminated|_WASM_SPLIT_MARKER/;
// Stands in the table of the first module for what only the second has.
const ABSENT = "$absent";
// Most letters of a function that is copied rather than shared.
const SMALL = 1200;
// Most bytes between two pieces of data that are there only to align them.
const PADDING = 16;

/**
 * Splits a module, given as text and as the linker left it: `[first, second]`
 * as texts, or `undefined` if the linker left no relocations.
 */
export function split(text, linked) {
  const graph = graphOf(linked);
  if (!graph) {
    return undefined;
  }
  const module = wat.formsOf(text);
  module.export = module.export.filter((form) => !UNCALLED.test(wat.nameOfExport(form)));
  const table = wat.tableOf(module);
  const rest = restOf(graph, module);
  const stays = staying(module, table, rest.names);
  const plan = {
    module,
    first: module.func.filter(({ id }) => stays.has(id)),
    second: module.func.filter(({ id }) => !stays.has(id)),
    data: module.data.map((form) => cut(wat.dataOf(form), rest.data, graph.data)),
    table,
  };
  plan.moved = new Set(plan.second.map(({ id }) => id));
  plan.doors = plan.second.filter(({ name }) => DOOR.test(name));
  plan.copied = copied(plan);
  plan.second.push(...plan.copied);
  plan.shared = shared(plan);
  check(plan);
  return [firstOf(plan), secondOf(plan)];
}

// What only the doors lead to: the names of functions, and pieces of data.
function restOf({ functions }, module) {
  const nodes = new Map(functions.map((node) => [node.name, node]));
  const doors = new Set(functions.filter(({ name }) => DOOR.test(name)));
  // What the page calls, and what is called by what wasm-bindgen has added.
  const added = module.func.filter(({ name }) => !nodes.has(name) && !UNCALLED.test(name));
  const names = [...module.export.map(wat.exported), ...added.flatMap(wat.called)].map(wat.nameOf);
  const roots = names.map((name) => nodes.get(name)).filter((node) => node && !doors.has(node));
  const rest = [...reachable(doors, reachable(roots, doors))];
  return { names: new Set(rest.map(({ name }) => name)), data: new Set(rest.filter(({ size }) => size)) };
}

// What the first module calls or has in the table. Not always what the linker
// knew of: wasm-bindgen puts a function of its own around each import, and what
// only the rest calls goes with the rest.
function staying({ func, export: exports }, table, rest) {
  const goes = new Set(func.filter(({ name }) => rest.has(name)).map(({ id }) => id));
  const forms = new Map(func.map((form) => [form.id, form]));
  const stays = new Set();
  const next = [...exports.map(wat.exported), ...table.entries.flatMap(({ ids }) => ids)];
  while (next.length) {
    const id = next.pop();
    if (!goes.has(id) && !stays.has(id) && forms.has(id)) {
      stays.add(id);
      next.push(...wat.called(forms.get(id)));
    }
  }
  return stays;
}

// The bytes of a segment that stay, with zeros for the others, and runs of the
// others. A byte that two pieces share stays if one of them does.
function cut({ address, bytes }, moved, all) {
  const [STAYS, GOES] = [1, 2];
  const fate = new Uint8Array(bytes.length);
  for (const piece of all) {
    const [start, end] = [piece.address - address, piece.address + piece.size - address];
    for (let at = Math.max(start, 0); at < Math.min(end, bytes.length); at++) {
      fate[at] |= moved.has(piece) ? GOES : STAYS;
    }
  }
  const stays = [...bytes];
  const runs = [];
  for (let at = 0; at < bytes.length; at++) {
    if (fate[at] !== GOES) {
      continue;
    }
    const run = runs.at(-1);
    const padding = run && fate.subarray(run.end, at);
    if (padding && padding.length <= PADDING && padding.every((byte) => byte === 0)) {
      run.end = at + 1;
    } else {
      runs.push({ start: at, end: at + 1 });
    }
    stays[at] = 0;
  }
  const goes = runs.map(({ start, end }) => ({ address: address + start, bytes: bytes.slice(start, end) }));
  return { stays: { address, bytes: stays }, goes };
}

// Functions of the first module that the second calls and that are so small
// that a copy costs less than a name.
function copied({ first, second, moved }) {
  const calls = new Set(second.flatMap(wat.called).filter((id) => !moved.has(id)));
  return first.filter((form) => calls.has(form.id) && form.text.length <= SMALL && wat.called(form).every((id) => calls.has(id)));
}

// The functions of the first module that the second calls, each with its form
// and a short name to export it under.
function shared({ module, second, moved, copied }) {
  const here = new Set(copied.map(({ id }) => id));
  const ids = new Set(second.flatMap(wat.called).filter((id) => !moved.has(id) && !here.has(id)));
  const forms = [...module.import, ...module.func].filter(({ id }) => ids.has(id));
  return forms.map((form, index) => ({ ...form, as: index.toString(36) }));
}

// That what was found is so: nothing of the first module leads past the doors.
function check({ first, doors, moved }) {
  if (!doors.length) {
    throw new Error("no door leads to what comes later: has src/app/lazy/entries.rs moved?");
  }
  const open = new Set(doors.map(({ id }) => id));
  for (const form of first) {
    const past = wat.called(form).find((id) => moved.has(id) && !open.has(id));
    if (past) {
      throw new Error(`${form.name} calls ${past} without going through a door`);
    }
  }
}

function firstOf({ module, first, doors, moved, data, table, shared }) {
  const entries = table.entries.map(({ place, ids }) => wat.elements(table, place, ids.map((id) => (moved.has(id) ? ABSENT : id))));
  return wat.moduleOf([
    ...module.type,
    ...module.import,
    ...module.global,
    ...module.memory,
  ].map(({ text }) => text).concat(
    data.map(({ stays }) => wat.data(stays)),
    module.table.map((form) => (form.id === table.id ? wat.table(table, doors.length) : form.text)),
    entries,
    module.export.map(({ text }) => text),
    shared.map(({ id, as }) => wat.exportOf(as, "func", id)),
    wat.exportOf("table", "table", table.id),
    module.table.filter(({ id }) => id !== table.id).map(({ id }) => wat.exportOf(`t${id}`, "table", id)),
    module.global.map(({ id }) => wat.exportOf(`g${id}`, "global", id)),
    ` (func ${ABSENT} (unreachable))`,
    first.map(({ text }) => text),
    doors.map((form, index) => wat.stub(form, table, table.size + index)),
  ));
}

function secondOf({ module, second, doors, moved, data, table, shared }) {
  const entries = table.entries.flatMap(({ place, ids }) => runsOf(ids, moved).map((run) => wat.elements(table, place + run.at, run.ids)));
  return wat.moduleOf([
    ...module.type.map(({ text }) => text),
    ...module.memory.map((form) => wat.imported(FIRST, "memory", form)),
    wat.importOf(FIRST, "table", wat.table(table, doors.length)),
    // What stands for values of JavaScript.
    ...module.table.filter(({ id }) => id !== table.id).map((form) => wat.importOf(FIRST, `t${form.id}`, form.text)),
    ...module.global.map((form) => wat.imported(FIRST, `g${form.id}`, form)),
    ...shared.map((form) => wat.importOf(FIRST, form.as, wat.declaration(form))),
    ...data.flatMap(({ goes }) => goes.map(wat.data)),
    ...entries,
    wat.elements(table, table.size, doors.map(({ id }) => id)),
    ...second.map(({ text }) => text),
  ]);
}

// Neighbours in the table that come later.
function runsOf(ids, moved) {
  const runs = [];
  ids.forEach((id, at) => {
    if (!moved.has(id)) {
      return;
    }
    const run = runs.at(-1);
    if (run && run.at + run.ids.length === at) {
      run.ids.push(id);
    } else {
      runs.push({ at, ids: [id] });
    }
  });
  return runs;
}
