// Trunk's hook before the build: bundles the part of ECharts in use into
// target/web/echarts.js, and the writer of workbooks into target/web/xlsx.js;
// public/index.html names both.

import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";
import { atOnce, leaveOut } from "./leave-out.mjs";

const release = process.env.TRUNK_PROFILE === "release";
const ECHARTS = "target/web/echarts.js";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;

const script = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "warning",
};

await build({
  ...script,
  entryPoints: ["web/echarts.mjs"],
  outfile: ECHARTS,
  minify: !release,
  globalName: "echarts",
  plugins: [leaveOut],
  banner: { js: `/* Apache ECharts ${version("echarts")}, Apache License 2.0; zrender, BSD 3-Clause */` },
});

// Slower than esbuild, and 4 per cent smaller after brotli.
if (release) {
  const { code } = await minify(readFileSync(ECHARTS, "utf8"), {
    ecma: 2020,
    compress: { ecma: 2020, passes: 3 },
    format: { comments: /Apache ECharts/ },
  });
  writeFileSync(ECHARTS, code);
}

await build({
  ...script,
  entryPoints: ["web/xlsx.mjs"],
  outfile: "target/web/xlsx.js",
  plugins: [atOnce],
  banner: { js: `/* write-excel-file ${version("write-excel-file")}, MIT; fflate ${version("fflate")}, MIT */` },
});
