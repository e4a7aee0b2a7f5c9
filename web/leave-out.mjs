// Parts of ECharts that its core pulls in and no chart here uses, each with what
// stands in for it, for esbuild: 10 KiB less of the first view after brotli.
// A chart that comes to need one takes it off this list.

import { dirname } from "node:path";

const UNUSED = {
  // Options in the manner of ECharts 2 to 4.
  "echarts/lib/preprocessor/backwardCompat.js": "export default function () {}",
  // A theme, a language and a waiting picture that nobody asks for.
  "echarts/lib/theme/dark.js": "export default {}",
  "echarts/lib/i18n/langZH.js": 'export { default } from "./langEN.js"',
  "echarts/lib/loading/default.js": "export default function () {}",
  // Axes of time and of powers: ours are names and numbers.
  "echarts/lib/scale/Time.js": 'export { default } from "./Interval.js"; export function calcNiceForTimeScale() {}',
  "echarts/lib/scale/Log.js": "export default class {}",
  // Data sets made out of others, before they are drawn.
  "echarts/lib/data/helper/transform.js":
    "export class ExternalSource {} export function applyDataTransform() {} export function registerExternalTransform() {}",
  // Drawing on a canvas, and motion inside of a picture: SVG, at rest.
  "zrender/lib/canvas/graphic.js":
    "export function brush() {} export function brushLoopFinalize() {} export function brushSingle() {} export function createCanvasPattern() {}",
  "zrender/lib/svg/cssAnimation.js": "export function createCSSAnimation() {}",
  // Parts of a chart dragged about by the reader.
  "zrender/lib/mixin/Draggable.js": "export default class {}",
};

/** An esbuild plugin; it fails when a part is no longer where it was. */
export const leaveOut = {
  name: "leave-out",
  setup(build) {
    const missed = new Set(Object.keys(UNUSED));
    build.onLoad({ filter: /node_modules.(echarts|zrender).lib.+\.js$/ }, ({ path }) => {
      const name = path.replaceAll("\\", "/").split("/node_modules/").pop();
      return missed.delete(name) || name in UNUSED ? { contents: UNUSED[name], loader: "js" } : undefined;
    });
    build.onEnd(() => ({ errors: [...missed].map((name) => ({ text: `${name} is not part of ECharts any more` })) }));
  },
};

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
