// @ts-check
// The box that people type in. Sites empty it when they send; what was not sent goes back, so
// that nobody has to type a kept prompt again. Comfort only: nothing here lets a prompt pass.
"use strict";
(() => {
  const MOST_PAST = 20;
  const AGAIN_MS = [0, 60, 200, 600];

  const ANY =
    "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only'], input[type='text']";

  const watch = () => {
    const { textOf, write } = sottovoce.reading;
    let selector = ANY;
    /** @type {HTMLElement | null} */
    let box = null;
    let latest = "";
    /** Text that was put back, while it is still there. */
    let restored = "";
    /** @type {Map<number, string>} */
    const kept = new Map();
    /** The latest of those that stayed private. @type {Map<number, string>} */
    const past = new Map();

    const find = () => {
      if (box?.isConnected) return box;
      box = document.querySelector(selector);
      return box;
    };
    const text = () => {
      const element = find();
      return element ? textOf(element) : "";
    };

    /** The composer that an event is in, or null; open shadow roots are looked into.
     * @param {Event} event */
    const at = (event) => {
      const [target] = event.composedPath();
      return target instanceof Element
        ? /** @type {HTMLElement | null} */ (target.closest(selector))
        : null;
    };

    /** @param {Event} event */
    const typed = (event) => {
      const element = at(event);
      if (!element) return;
      box = element;
      const now = textOf(element);
      if (now.trim()) latest = now;
      if (event.isTrusted && event.type === "input") restored = "";
    };
    for (const name of ["input", "keydown", "pointerdown"]) {
      window.addEventListener(name, typed, { capture: true, passive: true });
    }

    /** @param {string} lost */
    const putBack = (lost) => {
      if (!lost.trim()) return;
      restored = lost;
      for (const wait of AGAIN_MS) {
        setTimeout(() => {
          const element = find();
          if (element && restored === lost && !textOf(element).trim()) void write(element, lost);
        }, wait);
      }
    };

    return {
      /** Narrows it to the site's own box. @param {string} narrower */
      use: (narrower) => {
        selector = narrower || ANY;
        if (box && !box.matches(selector)) box = null;
      },
      /** The box itself, if it is there. */
      element: find,
      at,
      text,
      /** Remembers the text that a held request came from. @param {number} n */
      keep: (n) => {
        const now = text();
        kept.set(n, now.trim() ? now : latest);
      },
      /** Puts it back if the site took it away; all of it, if the person had typed on.
       * @param {number} n */
      restore: (n) => {
        const lost = kept.get(n) ?? past.get(n) ?? "";
        putBack(lost && latest.startsWith(lost) ? latest : lost);
      },
      /** The text was taken over: it leaves the box, and comes back if nothing came of it.
       * @param {number} n */
      take: (n) => {
        const element = find();
        restored = "";
        latest = "";
        if (element && textOf(element) === kept.get(n)) void write(element, "");
      },
      /** The prompt left after all: takes back what was put back. @param {number} n */
      clear: (n) => {
        const element = find();
        const was = kept.get(n);
        kept.delete(n);
        latest = "";
        if (element && restored && restored === was && textOf(element) === was) {
          void write(element, "");
        }
        restored = "";
      },
      /** @param {number} n */
      forget: (n) => {
        past.set(n, kept.get(n) ?? past.get(n) ?? "");
        kept.delete(n);
        const [oldest] = past.keys();
        if (past.size > MOST_PAST) past.delete(oldest);
      },
      /** Puts back what had stayed private: the person sends it after all. @param {number} n */
      again: (n) => {
        putBack(kept.get(n) ?? past.get(n) ?? "");
        find()?.focus();
      },
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, composer: { watch } };
})();
