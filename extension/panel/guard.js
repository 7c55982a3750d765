// @ts-check
// Buttons that loosen something. A page can lay something over our frame, or move it under a
// click that was meant for something else; so such a button works only for a person's own press
// and only when it was really to be seen for a while (Intersection Observer v2 where the
// browser has it).
"use strict";
(() => {
  const SEEN_MS = 500;

  /** @type {Map<Element, number>} Since when each is to be seen. */
  const seen = new Map();

  /** Whether a browser's entry says that all of it is to be seen.
   * @param {IntersectionObserverEntry & {isVisible?: boolean}} entry */
  const inSight = ({ isIntersecting, isVisible }) => isIntersecting && isVisible !== false;

  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!inSight(entry)) seen.delete(entry.target);
      else if (!seen.has(entry.target)) seen.set(entry.target, performance.now());
    }
  }, /** @type {any} */ ({ threshold: 1, trackVisibility: true, delay: 100 }));

  /** @param {string} text @param {string} name @param {() => void} press
   * @param {() => void} covered Said when it was pressed but not seen. */
  const button = (text, name, press, covered) => {
    const made = sottovoce.entry.make("button", name, text);
    made.setAttribute("type", "button");
    made.addEventListener("click", ({ isTrusted }) => {
      if (!isTrusted) return;
      const since = seen.get(made) ?? Infinity;
      if (performance.now() - since >= SEEN_MS) press();
      else covered();
    });
    observer.observe(made);
    return /** @type {HTMLButtonElement} */ (made);
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, guard: { button } };
})();
