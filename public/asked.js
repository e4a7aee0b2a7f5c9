// Before anything is painted: says on `<html>` whether the address asks for
// another view than the one that is written in the page, and for which theme. It
// blocks what follows, so that nothing wrong is ever seen.
(() => {
  "use strict";

  const root = document.documentElement;
  // Whole, since the address of the page changes under the explorer.
  root.dataset.root = new URL(root.dataset.root ?? ".", location.href).href;
  const asked = new URLSearchParams(location.search);
  const theme = { ljust: "light", morkt: "dark" }[asked.get("tema")];
  if (theme) {
    root.dataset.theme = theme;
  }
  // What other sites add to a link to count who follows it.
  const ofOthers = /^(utm_|_|fbclid$|gclid$|gbraid$|wbraid$|gad_source$|msclkid$|srsltid$|mkt_tok$)/;
  const ours = [...asked.keys()].filter((name) => name !== "tema" && !ofOthers.test(name));
  // In a page that nobody has filled in, there is nothing else to see.
  if (ours.length > 0 || root.dataset.page === undefined) {
    root.dataset.asked = asked.get("vy") ?? "";
  } else {
    // What the explorer draws the same figure from, before it is there to ask.
    for (const file of (root.dataset.files ?? "").split(" ").filter(Boolean)) {
      const early = { rel: "preload", as: "fetch", crossOrigin: "", fetchPriority: "low" };
      document.head.append(Object.assign(document.createElement("link"), early, { href: `${root.dataset.root}data/${file}` }));
    }
  }
  if (asked.get("inbaddning") === "1") {
    root.dataset.embedded = "";
  }
})();
