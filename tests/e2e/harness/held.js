// Counts what a page holds on to. Put in front of every other script of a copy
// of the site (`held.rs`), so that nothing begins unseen; holds on to nothing
// itself.
(() => {
  "use strict";

  const counts = new Map();
  const count = (what, by) => counts.set(what, (counts.get(what) ?? 0) + by);

  // Listeners: by what they wait for. The same function is added once.
  const added = new WeakMap();
  const key = (type, options) => `${type} ${Boolean(options?.capture ?? options)}`;
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const forget = (target, type, listener, options) => {
    if (added.get(target)?.get(key(type, options))?.delete(listener)) {
      count(`listeners of ${type}`, -1);
    }
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const all = added.get(target) ?? added.set(target, new Map()).get(target);
    const name = key(type, options);
    const same = all.get(name) ?? all.set(name, new Set()).get(name);
    if (listener && !same.has(listener)) {
      same.add(listener);
      count(`listeners of ${type}`, 1);
      if (options?.once) {
        add.call(target, type, () => forget(target, type, listener, options), options);
      }
    }
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    forget(target, type, listener, options);
    remove.call(target, type, listener, options);
  };

  // Observers: by what they are, and how many elements they look at.
  for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver"]) {
    window[name] = class extends window[name] {
      #seen = new WeakSet();
      #count = 0;
      #turn(by) {
        this.#count += by;
        count(`targets of ${name}`, by);
      }
      observe(target, options) {
        if (!this.#seen.has(target)) {
          this.#seen.add(target);
          this.#turn(1);
        }
        super.observe(target, options);
      }
      unobserve(target) {
        if (this.#seen.delete(target)) {
          this.#turn(-1);
        }
        super.unobserve(target);
      }
      disconnect() {
        this.#seen = new WeakSet();
        this.#turn(-this.#count);
        super.disconnect();
      }
    };
  }

  // Timers that are still to come. Short ones end by themselves before anyone asks.
  const LONG = 500;
  const timers = new Set();
  const over = (id) => timers.delete(id) && count("timers", -1);
  const { setTimeout: after, setInterval: every, clearTimeout: stop } = window;
  const counted = (start, repeats) => (work, delay, ...rest) => {
    const id = start((...given) => {
      if (!repeats) {
        over(id);
      }
      work(...given);
    }, delay, ...rest);
    if (repeats || delay >= LONG) {
      timers.add(id);
      count("timers", 1);
    }
    return id;
  };
  window.setTimeout = counted(after, false);
  window.setInterval = counted(every, true);
  // Browsers take either for either.
  window.clearTimeout = window.clearInterval = (id) => {
    over(id);
    stop(id);
  };

  // Frames that were asked for, also after the last change.
  const { requestAnimationFrame: next, cancelAnimationFrame: cancel } = window;
  const frames = new Set();
  const begun = (id) => frames.delete(id) && count("frames asked for", -1);
  window.requestAnimationFrame = (work) => {
    const id = next((time) => {
      begun(id);
      work(time);
    });
    frames.add(id);
    count("frames asked for", 1);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    begun(id);
    cancel(id);
  };

  // Charts that were not disposed of; the library says itself what it is.
  let library;
  Object.defineProperty(window, "echarts", {
    configurable: true,
    get: () => library,
    set: (made) => {
      const init = (...given) => {
        const chart = made.init(...given);
        const dispose = chart.dispose;
        count("charts", 1);
        chart.dispose = () => {
          count("charts", chart.isDisposed() ? 0 : -1);
          dispose.call(chart);
        };
        return chart;
      };
      library = Object.create(made, { init: { value: init } });
    },
  });

  // The memory of the module.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      const { memory } = (started.instance ?? started).exports;
      if (memory) {
        memories.add(memory);
      }
      return started;
    };
  }

  // Nodes that exist, in the page or not.
  let nodes = 0;
  const gone = new FinalizationRegistry(() => { nodes -= 1; });
  for (const name of ["createElement", "createElementNS", "createTextNode", "createComment"]) {
    const make = Document.prototype[name];
    Document.prototype[name] = function (...given) {
      const node = make.apply(this, given);
      nodes += 1;
      gone.register(node);
      return node;
    };
  }

  window.held = {
    // A frame that is not counted, for those who count.
    frame: () => new Promise((begin) => next(begin)),
    // All of it, by name.
    counts: () => ({
      ...Object.fromEntries([...counts].filter(([, number]) => number !== 0).sort()),
      "elements of the page": document.querySelectorAll("*").length,
    }),
    // Bytes of the module's memory.
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    // Nodes that exist, once the browser has collected the others.
    nodes: () => nodes,
  };
})();
