// Trunk's hook before the build: bundles the part of ECharts in use into
// target/web/echarts.js, which public/index.html names.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { leaveOut } from "./leave-out.mjs";

const { version } = JSON.parse(readFileSync("node_modules/echarts/package.json", "utf8"));

await build({
  entryPoints: ["web/echarts.mjs"],
  outfile: "target/web/echarts.js",
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "echarts",
  target: "es2020",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  plugins: [leaveOut],
  banner: { js: `/* Apache ECharts ${version}, Apache License 2.0; zrender, BSD 3-Clause */` },
  logLevel: "warning",
});
