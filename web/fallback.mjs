// Puts the newest figures, as plain HTML, where readers without JavaScript or
// WebAssembly see them; a tool of the project makes them.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PLACE = /<!-- The newest figures [^>]*-->/;

export function addFallback(folder) {
  const figures = execFileSync("cargo", ["xtask", "fallback"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const file = join(folder, "index.html");
  const page = readFileSync(file, "utf8");
  if (!PLACE.test(page)) {
    throw new Error("public/index.html has no place for the newest figures");
  }
  // A function, since `$` in the figures' words would mean something.
  writeFileSync(file, page.replace(PLACE, () => figures));
}
