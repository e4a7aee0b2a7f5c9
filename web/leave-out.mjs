// Leaves out of the page's scripts what nobody calls (`unused.mjs`): plugins for
// esbuild. Each fails when a part is no longer where it was.

import { FILES, FUNCTIONS } from "./unused.mjs";
import { parse } from "acorn";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

/** Of ECharts: 107 KiB after brotli instead of 142. */
export const leaveOut = {
  name: "leave-out",
  setup(build) {
    const missed = new Set([...Object.keys(FILES), ...Object.keys(FUNCTIONS)]);
    build.onLoad({ filter: /node_modules.(echarts|zrender).lib.+\.js$/ }, ({ path }) => {
      const name = path.replaceAll("\\", "/").split("/node_modules/").pop();
      missed.delete(name);
      if (name in FILES) {
        return { contents: FILES[name], loader: "js" };
      }
      return name in FUNCTIONS ? { contents: emptied(path, FUNCTIONS[name]), loader: "js" } : undefined;
    });
    build.onEnd(() => ({ errors: [...missed].map((name) => ({ text: `${name} is not part of ECharts any more` })) }));
  },
};

// A file whose functions of these names do nothing: declared ones, methods that
// are set on a prototype, and those in an object.
function emptied(path, names) {
  const text = readFileSync(path, "utf8");
  const bodies = new Map(names.map((name) => [name, []]));
  visit(parse(text, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
    const [name, value] = named(node);
    if (value?.type.startsWith("Function") && bodies.has(name)) {
      bodies.get(name).push(value.body);
    }
  });
  for (const [name, found] of bodies) {
    if (!found.length) {
      throw new Error(`${path} has no ${name} any more`);
    }
  }
  const last = [...bodies.values()].flat().sort((a, b) => b.start - a.start);
  return last.reduce((rest, { start, end }) => `${rest.slice(0, start)}{}${rest.slice(end)}`, text);
}

// What a part of a program gives a name to, and the name.
function named(node) {
  switch (node.type) {
    case "FunctionDeclaration":
      return [node.id?.name, node];
    case "AssignmentExpression":
      return [node.left.property?.name, node.right];
    case "Property":
      return [node.key.name, node.value];
    default:
      return [];
  }
}

function visit(node, see) {
  see(node);
  for (const part of Object.values(node).flat()) {
    if (typeof part?.type === "string") {
      visit(part, see);
    }
  }
}

// What packs a workbook does so in a worker made of text, which the policy
// refuses. A workbook of ours is small: it is packed at once.
const PACKING = /write-excel-file.modules.zip.zipToArrayBuffer\.js$/;

/** An esbuild plugin; it fails when the part is no longer where it was. */
export const atOnce = {
  name: "at-once",
  setup(build) {
    let found = false;
    build.onLoad({ filter: PACKING }, ({ path }) => {
      found = true;
      const contents =
        'import { zipSync } from "fflate"; export default (files) => Promise.resolve(zipSync(files).buffer)';
      return { contents, loader: "js", resolveDir: dirname(path) };
    });
    build.onEnd(() => ({ errors: found ? [] : [{ text: "write-excel-file packs its files elsewhere now" }] }));
  },
};
