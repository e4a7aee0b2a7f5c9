// Before anything is painted: says on `<html>` whether the address asks for
// another view than the one that is written in the page, and for which theme. It
// blocks what follows, so that nothing wrong is ever seen.
(() => {
  "use strict";

  const root = document.documentElement;
  // Whole, since the address of the page changes under the explorer.
  root.dataset.root = new URL(root.dataset.root ?? ".", location.href).href;
  // An address whose `&` was escaped once too often is the address that it was: the rest
  // of it may even have become a fragment. `query::mended` reads what else is done to one.
  const arrived = location.search + (/^#0?38;/.test(location.hash) ? location.hash : "");
  const meant = arrived.replace(/[&#](amp;|#?0?38;)+/gi, "&");
  if (meant !== arrived) {
    try {
      history.replaceState(history.state, "", meant);
    } catch {
      // A frame may not be allowed to.
    }
  }
  const asked = new URLSearchParams(meant);
  const theme = { ljust: "light", morkt: "dark" }[asked.get("tema")];
  if (theme) {
    root.dataset.theme = theme;
  }
  // What other sites add to a link to count who follows it.
  const OF_OTHERS =
    "_ utm_ at_ ef_id elq epik fb gad_ gbraid gcl dclid hsa_ hsctatracking igsh li_fat_id mc_ mibextid mkt_ ml_sub msclkid mtm_ nr_email oly_ pk_ piwik_ matomo_ rdt_cid s_cid s_kwcid sccid sc_cid spm srsltid trk ttclid twclid vero_ wbraid wt_ yclid ysclid";
  const isOfOthers = (name) => OF_OTHERS.split(" ").some((start) => name.toLowerCase().startsWith(start));
  const ours = [...asked.keys()].filter((name) => name && name !== "tema" && !isOfOthers(name));
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
