// Chart options, drawn with the whole of ECharts and with the page's bundle of
// it, at rest and with the pointer on an axis: nothing may differ. Then with
// bundles that lack one of the parts: something must, or the part is not needed.
//
// node tests/drawing/compare.mjs <folder>, run from the project's folder:
// options are the *.json in it. Prints how much it compared; or each difference
// as a line, and ends with 1.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { bundle, charts } from "../../web/bundles.mjs";

const [WIDTH, HEIGHT] = [720, 396];
const ENTRY = "web/echarts.mjs";

/** The library that a script defines; the page's listens to printing besides. */
const defined = ({ text }) => runInThisContext(`(addEventListener) => { ${text}; return echarts; }`)(() => {});

/** A bundle of what a text imports, as a library. */
async function bundled(contents) {
  const stdin = { contents, resolveDir: "web", sourcefile: ENTRY };
  return defined(await bundle(undefined, { entryPoints: undefined, stdin, globalName: "echarts" }));
}

/** A drawing with names of its own, where a library counts on through all charts. */
function renamed(svg) {
  const names = new Map();
  const named = (name) => names.get(name) ?? names.set(name, `name-${names.size}`).get(name);
  return svg.replaceAll(/\bzr\d+-\w+-?\d+/g, named);
}

/** What a library draws, as SVG: at rest, and pointed at; or why it does not. */
function drawn({ init }, text) {
  try {
    const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
    chart.setOption(JSON.parse(text), { notMerge: true });
    const atRest = chart.renderToSVGString();
    chart.dispatchAction({ type: "updateAxisPointer", x: WIDTH / 2, y: HEIGHT / 2 });
    const pointedAt = chart.renderToSVGString();
    chart.dispose();
    return [atRest, pointedAt].map(renamed);
  } catch (thrown) {
    return [thrown.message];
  }
}

const entry = readFileSync(ENTRY, "utf8");
const LIST = /\buse\(\[([^\]]*)\]\)/;
/** The parts that the page's bundle hands to ECharts. */
const parts = entry.match(LIST)[1].match(/\w+/g);
/** The bundle without one of them. */
const without = (part) => bundled(entry.replace(LIST, `use([${parts.filter((it) => it !== part)}])`));

// ECharts tells of a missing part at each chart.
console.error = () => {};

const folder = process.argv[2];
const names = readdirSync(folder).sort();
const options = names.map((name) => readFileSync(join(folder, name), "utf8"));

const whole = await bundled('export * from "echarts";');
const expected = options.map((option) => drawn(whole, option));
const isDrawn = ([atRest, pointedAt]) => /<path|<polyline/.test(atRest) && pointedAt && atRest !== pointedAt;
const isSame = (library, at) => String(drawn(library, options[at])) === String(expected[at]);

const wrong = [];
const ours = defined(await charts(true));
names.forEach((name, at) => {
  if (!isDrawn(expected[at])) {
    wrong.push(`${name}: the whole library draws nothing, or no pointer`);
  } else if (!isSame(ours, at)) {
    wrong.push(`${name}: not drawn as by the whole library; does web/echarts.mjs lack a part?`);
  }
});
for (const part of parts) {
  const library = await without(part);
  if (options.every((_, at) => isSame(library, at))) {
    wrong.push(`${part}: every option is drawn the same without it`);
  }
}

console.log(wrong.length ? wrong.join("\n") : `${names.length} options, ${parts.length} parts`);
process.exitCode = wrong.length ? 1 : 0;
