// The libraries of the page, bundled as they are from the modules that are
// imported: turns web/echarts.mjs and web/xlsx.mjs into classic scripts, each
// its text and the names of the npm packages that it is made of.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { minify } from "terser";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;

/** A script of what `entry` imports, with what esbuild is asked for besides. */
export async function bundle(entry, more) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "warning",
    write: false,
    metafile: true,
    ...more,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const packages = Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.match(/.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean);
  return { text: outputFiles[0].text, packages: [...new Set(packages)] };
}

/** The part of ECharts in use, with the global `echarts`. */
export async function charts(release) {
  const script = await bundle("web/echarts.mjs", {
    minify: !release,
    globalName: "echarts",
    banner: { js: `/* Apache ECharts ${version("echarts")}, Apache License 2.0; zrender, BSD 3-Clause */` },
  });
  if (!release) {
    return script;
  }
  // Seconds slower than esbuild, and smaller: 146 KiB after brotli instead of
  // 153, which is more than 2 per cent of what the first view loads.
  const options = { compress: { ecma: 2020, passes: 2 }, format: { comments: /Apache ECharts/ } };
  return { ...script, text: (await minify(script.text, options)).code };
}

/** The writer of workbooks, with the global `faktabankXlsx`. */
export function workbooks() {
  const made = `write-excel-file ${version("write-excel-file")}, MIT; fflate ${version("fflate")}, MIT`;
  return bundle("web/xlsx.mjs", { banner: { js: `/* ${made} */` } });
}
