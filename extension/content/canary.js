// @ts-check
// Two looks at itself, once a page and without content: does the wall still refuse a request
// that nobody released, and does the page's `fetch` still come to ours? If it does not, its
// request reaches the wall, and the worker sees it there.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, nativeFetch, then } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { on, tell } = shared.holder;
  /** @type {any} */
  const EMPTY = { __proto__: null, method: "POST", mode: "no-cors", credentials: "omit" };
  const nothing = () => {};

  /** A page's own service worker may answer in the wall's place: then the worker's look at the
   * wire counts alone. */
  const answered = () => {
    if (!navigator.serviceWorker?.controller) tell({ type: "canary" });
  };

  /** The page may wrap our `fetch`, or take that of a frame. @param {string} url */
  const lookAtPage = (url) => {
    try {
      apply(then, globalThis.fetch(url, EMPTY), [nothing, nothing]);
    } catch {
      // a page may do what it likes with it
    }
  };

  /** @param {any} hooked The page's `fetch` as we left it. */
  shared.watch = (hooked) =>
    on("canary", (/** @type {{url: string}} */ { url }) => {
      apply(then, apply(nativeFetch, globalThis, [url, EMPTY]), [answered, nothing]);
      if (globalThis.fetch !== hooked) lookAtPage(`${url}-page`);
    });
})();
//# sourceURL=canary.js
