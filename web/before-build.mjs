// Trunk's hook before the build: puts the libraries of the page, and the text
// of their licences, where public/index.html names them.

import { mkdirSync, writeFileSync } from "node:fs";
import { charts, workbooks } from "./bundles.mjs";
import { licences } from "./licences.mjs";

const release = process.env.TRUNK_PROFILE === "release";

mkdirSync("target/web", { recursive: true });
const [echarts, xlsx] = await Promise.all([charts(release), workbooks()]);
writeFileSync("target/web/echarts.js", echarts.text);
writeFileSync("target/web/xlsx.js", xlsx.text);
writeFileSync("target/web/licenser.txt", licences([...echarts.packages, ...xlsx.packages]));
