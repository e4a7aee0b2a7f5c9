// For pages that show figures of Faktabanken: gives each frame the height that
// its figure asks for, and turns <faktabank-diagram> into such a frame. A
// classic script without dependencies; docs/embed.md says how it is used.
//
// A frame says one thing, {type: "faktabank:hojd", id, height}, to the page
// around it. Only the frame's own window is believed, and only a whole number
// of pixels within bounds; nothing is ever said to the frame.
(() => {
  "use strict";

  const LOWEST = 240;
  const HIGHEST = 4000;
  const PLAIN = "iframe[data-faktabank]";
  const NAME = "faktabank-diagram";

  // A page may hold the script once for each of its embeds.
  if (customElements.get(NAME)) {
    return;
  }

  const fits = (height) => Number.isInteger(height) && height >= LOWEST && height <= HIGHEST;

  // The figure's own height: borders come on top of it, also where the page
  // counts them as part of every height.
  const setHeight = (frame, height) => {
    const inside = getComputedStyle(frame).boxSizing === "border-box";
    const borders = inside ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${height + borders}px`;
  };

  // Editors turn the marks around what is written in the code into others, which then
  // are a part of it.
  const bare = (written) => (written ?? "").replace(/^[\s"'“”„‘’‚«»]+|[\s"'“”„‘’‚«»]+$/g, "");

  // What is no address leaves the words that stand in the element.
  const addressOf = (source) => {
    try {
      return new URL(source, document.baseURI);
    } catch {
      return null;
    }
  };

  // The elements in the page, by their frames.
  const diagrams = new Map();

  addEventListener("message", ({ data, source }) => {
    if (!source || !data || data.type !== "faktabank:hojd" || !fits(data.height)) {
      return;
    }
    // Asked for at each message, so that frames may come and go.
    for (const frame of [...document.querySelectorAll(PLAIN), ...diagrams.keys()]) {
      if (frame.contentWindow === source) {
        setHeight(frame, data.height);
        diagrams.get(frame)?.reveal();
      }
    }
  });

  // Frame and words share a cell, so that showing the one and hiding the other
  // moves nothing. A sheet of a script's making is not inline to any policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block }
    :host([hidden]) { display: none }
    div { display: grid; grid-template-columns: minmax(0, 1fr) }
    slot, iframe { display: block; grid-area: 1 / 1 }
    iframe { border: 0; width: 100%; opacity: 0; pointer-events: none }
    .drawn slot { display: none }
    .drawn iframe { opacity: 1; pointer-events: auto }
  `);

  class Diagram extends HTMLElement {
    static observedAttributes = ["src"];

    // What stands in the element, a link with the headline, is seen until the
    // figure is drawn: it stays if the frame is refused or cannot start.
    connectedCallback() {
      if (!this.shadowRoot) {
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        this.cell = root.appendChild(document.createElement("div"));
        // The link may come after the element that it stands in.
        this.cell.appendChild(document.createElement("slot")).onslotchange = () => this.load();
      }
      this.load();
    }

    disconnectedCallback() {
      diagrams.delete(this.frame);
      this.frame?.remove();
      this.frame = null;
      this.cell.className = "";
    }

    attributeChangedCallback() {
      if (this.frame) {
        this.disconnectedCallback();
        this.load();
      }
    }

    load() {
      const link = this.querySelector("a[href]");
      const source = bare(this.getAttribute("src")) || link?.href;
      if (this.frame) {
        this.frame.title = this.name(link);
      }
      if (this.frame || !source || !this.isConnected) {
        return;
      }
      const address = addressOf(source);
      if (!/^(https?|file):$/.test(address?.protocol)) {
        return;
      }
      // An address whose `&` was escaped once too often is the address that it was.
      const asked = address.search.replace(/&(amp;)+/gi, "&");
      address.search = /[?&]inbaddning=1(&|$)/.test(asked) ? asked : `${asked}&inbaddning=1`;
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.title = this.name(link);
      if (this.hasAttribute("sandbox")) {
        frame.setAttribute("sandbox", this.getAttribute("sandbox"));
      }
      const reserved = Number(bare(this.getAttribute("height")));
      setHeight(frame, fits(reserved) ? reserved : this.offsetWidth < 640 ? 640 : 520);
      frame.src = address.href;
      this.frame = this.cell.appendChild(frame);
      diagrams.set(frame, this);
    }

    name(link) {
      return (link || this).textContent.trim() || "Faktabanken";
    }

    reveal() {
      this.cell.className = "drawn";
    }
  }

  customElements.define(NAME, Diagram);

  // A frame that was drawn before this script came has spoken to nobody; it
  // speaks again whenever its size changes.
  const nudge = (frame) => frame.clientHeight && setHeight(frame, frame.clientHeight + 1);
  const begin = () => document.querySelectorAll(PLAIN).forEach(nudge);
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", begin) : begin();
})();
