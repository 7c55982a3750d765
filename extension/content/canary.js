// @ts-check
// Two looks at itself, once a page and without content: does the wall still refuse a request
// that nobody released, and does the page still call our `fetch`?
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, nativeFetch, then } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { on, tell, canary } = shared.holder;
  const wait = setTimeout.bind(globalThis);
  const WRAPPERS_MS = 1_000;
  /** @type {any} */
  const EMPTY = { __proto__: null, method: "POST", mode: "no-cors", credentials: "omit" };
  const nothing = () => {};

  /** A page's own service worker may answer in the wall's place: then the worker's look at the
   * wire counts alone. */
  const answered = () => {
    if (!navigator.serviceWorker?.controller) tell({ type: "canary", what: "left" });
  };

  /** The page may wrap our `fetch`; it must still come to it. @param {string} url */
  const lookAtPage = (url) => {
    canary.url = url;
    canary.seen = false;
    try {
      const sent = globalThis.fetch(url, EMPTY);
      apply(then, sent, [nothing, nothing]);
    } catch {
      // a page may do what it likes with it
    }
    wait(() => {
      if (!canary.seen) tell({ type: "canary", what: "unhooked" });
      canary.url = "";
    }, WRAPPERS_MS);
  };

  /** @param {any} hooked The page's `fetch` as we left it. */
  shared.watch = (hooked) =>
    on("canary", (/** @type {{url: string}} */ { url }) => {
      apply(then, apply(nativeFetch, globalThis, [url, EMPTY]), [answered, nothing]);
      if (globalThis.fetch !== hooked) lookAtPage(`${url}0`);
    });
})();
//# sourceURL=canary.js
