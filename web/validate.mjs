// Are the pages made at build valid HTML? Of every kind of page, in both
// languages, as they are in dist/; says what is wrong, and fails.

import { HtmlValidate } from "html-validate";
import { readFileSync } from "node:fs";

const PAGES = [
  "",
  "en/",
  "riket/",
  "lan/dalarna/",
  "lan/vastra-gotaland/",
  "kommun/falun/",
  "kommun/upplands-vasby/",
  "kommun/habo-uppsala/",
  "en/kommun/goteborg/",
  "forbund/falun-borlange/",
  "en/forbund/norra-dalarna/",
];

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // How a tag is written, and how long a headline is.
    "attribute-boolean-style": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-raw-characters": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // The policy of the site refuses it.
    "no-inline-style": "error",
  },
});

let faults = 0;
for (const page of PAGES) {
  const report = await validator.validateString(readFileSync(`dist/${page}index.html`, "utf8"), `/${page}`);
  for (const { messages } of report.results) {
    for (const { line, column, message, ruleId } of messages) {
      console.error(`/${page}:${line}:${column}: ${message} (${ruleId})`);
      faults += 1;
    }
  }
}
if (faults > 0) {
  process.exit(1);
}
console.log(`validate: ${PAGES.length} pages are valid HTML`);
