// The network of a copy that has none (`cargo xtask offline`): answers `fetch`
// from files that came as scripts, since a page opened from a folder may load
// scripts and fetch nothing. The site itself does not load this script; the
// explorer cannot tell the difference.
(() => {
  "use strict";

  const folder = new URL(document.documentElement.dataset.root ?? ".", document.baseURI).href;
  // By address relative to the page, gzip in base64.
  const packed = new Map();
  // The addresses of those that a script beside the page brings when asked.
  const beside = new Set();

  // What those scripts call.
  window.faktabank = {
    beside: (...names) => names.forEach((name) => beside.add(name)),
    put: (name, text) => packed.set(name, text),
  };

  const bring = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}${name}.js`;
    script.onload = resolve;
    // As `fetch` says that there is no answer.
    script.onerror = () => reject(new TypeError(script.src));
    document.head.append(script);
  });

  const unpack = (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  window.fetch = async (asked, options) => {
    const { url } = new Request(asked, options);
    const name = url.startsWith(folder) ? url.slice(folder.length) : url;
    if (!packed.has(name) && beside.has(name)) {
      await bring(name);
    }
    if (!packed.has(name)) {
      // Gone: not part of this copy. The explorer has words for it.
      return new Response(null, { status: 410 });
    }
    const bytes = await unpack(packed.get(name));
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/json";
    return new Response(bytes, { headers: { "content-length": bytes.byteLength, "content-type": type } });
  };
})();
