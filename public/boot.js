// Starts the explorer: hands the wasm file that the glue script names to
// wasm-bindgen; says in words, with a way on, when that fails or the explorer
// panics; brings the second wasm file when the explorer asks for it. A classic
// script without imports, so that it runs under the strict policy and from a
// folder alike.
(() => {
  "use strict";

  const root = document.documentElement;
  const asks = (part) => new RegExp(`[?&]${part}(&|$)`).test(location.search);

  const fail = (reason) => {
    const message = document.getElementById("failure");
    const part = (name) => message.querySelector(`[data-${name}]`);
    if (!message.hidden) {
      // What stopped the explorer has been said; the rest follows from it.
      return;
    }
    // A page that already shows figures keeps them, and one that has not yet
    // shows those that were written into it; but in somebody's page the frame is
    // too small for both.
    const isEmbedded = asks("inbaddning=1");
    const hasFigures = root.dataset.app !== undefined;
    if (isEmbedded || !hasFigures) {
      document.getElementById("app").replaceChildren();
    }
    if (!isEmbedded) {
      delete root.dataset.asked;
    }
    if (asks("sprak=en")) {
      root.lang = "en";
    }
    document.getElementById("late")?.remove();
    root.dataset.failed = hasFigures ? "stop" : "start";
    message.classList.toggle("whole-frame", isEmbedded);
    part("detail").textContent = String(reason);
    part("reload").addEventListener("click", () => location.reload());
    // On from here: the start page, or the figure in a page of its own.
    const whole = new URLSearchParams(location.search);
    whole.delete("inbaddning");
    part("anew").href = root.dataset.root ?? location.pathname;
    part("whole").href = `?${whole}`;
    part(isEmbedded ? "whole" : "anew").hidden = false;
    message.hidden = false;
    // What had the focus answers no more. Not out of a page around this one.
    if (document.hasFocus()) {
      part("reload").focus({ preventScroll: true });
    }
  };

  // `typeof`, since the glue declares a lexical name that is absent when the
  // file did not arrive.
  if (typeof WebAssembly !== "object") {
    fail("WebAssembly");
    return;
  }
  if (typeof wasm_bindgen !== "function") {
    fail("wasm_bindgen");
    return;
  }

  // A module that has panicked answers nothing more: it says why before it
  // stops, unless it could not even do that.
  window.faktabankFailed = fail;
  const failOnPanic = (error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      fail(error);
    }
  };
  window.addEventListener("error", (event) => failOnPanic(event.error));
  window.addEventListener("unhandledrejection", (event) => failOnPanic(event.reason));

  // The address of the page changes, and with it what is relative to it.
  const icon = document.querySelector("link[rel=icon]");
  icon.href = new URL(icon.href).href;

  // The address that the page names as its own is that of what it shows by itself.
  if (root.dataset.asked !== undefined) {
    document.querySelector("link[rel=canonical]")?.remove();
  }

  const { wasm, lazy } = document.querySelector("script[data-wasm]").dataset;
  const first = wasm_bindgen({ module_or_path: wasm });
  first.catch(fail);

  // What the first view does without: the explorer asks for it, again if it
  // did not come. A module in one piece has nothing more to fetch.
  const later = lazy && new URL(lazy, document.baseURI).href;
  const join = async () => {
    const answer = await fetch(later);
    if (!answer.ok) {
      throw answer.status;
    }
    await WebAssembly.instantiate(await answer.arrayBuffer(), { first: await first });
  };
  if (lazy) {
    window.faktabankLazy = Object.assign(join, { file: lazy.replace(/^(\.+\/)+/, "") });
  }
})();
