// Trunk's hook before the build: puts the libraries of the page where
// public/index.html names them.

import { mkdirSync, writeFileSync } from "node:fs";
import { charts, workbooks } from "./bundles.mjs";

const release = process.env.TRUNK_PROFILE === "release";

mkdirSync("target/web", { recursive: true });
writeFileSync("target/web/echarts.js", await charts(release));
writeFileSync("target/web/xlsx.js", await workbooks());
