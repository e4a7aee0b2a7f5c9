// Starts the explorer: hands the wasm file that the glue script names to
// wasm-bindgen, and says so in words when that fails. A classic script without
// imports, so that it runs under the strict policy and from a folder alike.
(() => {
  "use strict";

  const fail = (reason) => {
    const message = document.getElementById("start-failed");
    message.querySelector("[data-detail]").textContent = String(reason);
    message.hidden = false;
    // A page that already shows figures keeps them; one that only loads does not.
    if (document.documentElement.dataset.app !== "ready") {
      document.getElementById("app").replaceChildren(...instead(message));
    }
  };

  // In somebody's page, the way to the whole figure; else the newest figures as
  // plain tables, which readers without scripts see as well.
  const instead = (message) => {
    if (/[?&]inbaddning=1(&|$)/.test(location.search)) {
      const whole = message.querySelector("[data-whole]");
      whole.firstElementChild.href = location.search.replace("inbaddning=1", "");
      whole.hidden = false;
      return [];
    }
    const words = document.querySelector("noscript").textContent;
    return new DOMParser().parseFromString(words, "text/html").querySelectorAll("[data-plain]");
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

  // A module that has panicked answers nothing more.
  const failOnPanic = (error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      fail(error);
    }
  };
  window.addEventListener("error", (event) => failOnPanic(event.error));
  window.addEventListener("unhandledrejection", (event) => failOnPanic(event.reason));

  const wasm = document.querySelector("script[data-wasm]").dataset.wasm;
  wasm_bindgen({ module_or_path: wasm }).catch(fail);
})();
