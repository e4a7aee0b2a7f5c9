// Starts the explorer: hands the wasm file that the glue script names to
// wasm-bindgen, and says so in words when that fails; brings the second wasm
// file when the explorer asks for it. A classic script without
// imports, so that it runs under the strict policy and from a folder alike.
(() => {
  "use strict";

  const fail = (reason) => {
    const message = document.getElementById("start-failed");
    message.querySelector("[data-detail]").textContent = String(reason);
    message.hidden = false;
    // A page that already shows figures keeps them; one that only loads does not.
    if (document.documentElement.dataset.app === undefined) {
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

  const { wasm, later } = document.querySelector("script[data-wasm]").dataset;
  const first = wasm_bindgen({ module_or_path: wasm });
  first.catch(fail);

  // What the first view does without: the explorer asks for it, again if it
  // did not come. A module in one piece has nothing more to fetch.
  const join = async () => {
    const answer = await fetch(later);
    if (!answer.ok) {
      throw answer.status;
    }
    await WebAssembly.instantiate(await answer.arrayBuffer(), { first: await first });
  };
  if (later) {
    window.faktabankLater = Object.assign(join, { file: later.replace("./", "") });
  }
})();
