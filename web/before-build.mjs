// Trunk's hook before the build: bundles the part of ECharts in use into
// target/web/echarts.js, and the writer of workbooks into target/web/xlsx.js;
// public/index.html names both.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { atOnce, leaveOut } from "./leave-out.mjs";

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
  outfile: "target/web/echarts.js",
  globalName: "echarts",
  plugins: [leaveOut],
  banner: { js: `/* Apache ECharts ${version("echarts")}, Apache License 2.0; zrender, BSD 3-Clause */` },
});

await build({
  ...script,
  entryPoints: ["web/xlsx.mjs"],
  outfile: "target/web/xlsx.js",
  plugins: [atOnce],
  banner: { js: `/* write-excel-file ${version("write-excel-file")}, MIT; fflate ${version("fflate")}, MIT */` },
});
