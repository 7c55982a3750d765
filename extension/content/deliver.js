// @ts-check
// Sends a released request where the page cannot look. The address that opens the wall stays
// in this world: no script of the page reads it, no getter of the page runs while the request
// is made, and the page's service worker is not asked. The hook gets the site's answer.
// In Firefox a content script does not speak in the page's name, so there the hook sends.
"use strict";
(() => {
  const { line } = sottovoce;
  const able = chrome.runtime.getURL("").startsWith("chrome-extension:");
  /** @type {Map<number, AbortController>} */
  const running = new Map();
  line.onEnd((n) => running.get(n)?.abort());

  /** @param {number} n @param {string} url @param {Sottovoce.Hold} hold */
  const send = async (n, url, { method, headers, options, body }) => {
    const stop = new AbortController();
    running.set(n, stop);
    const from = performance.now();
    const ended = (/** @type {number} */ status) =>
      line.say({ type: "sent", n, status, ms: performance.now() - from });
    try {
      const bytes = body ? Uint8Array.fromBase64(body) : null;
      const { signal } = stop;
      const answer = await fetch(url, { ...options, method, headers, body: bytes, signal });
      ended(answer.status);
      pass(n, answer);
    } catch {
      ended(0);
      running.delete(n);
      line.hook({ type: "answer", n, failed: true });
    }
  };

  /** @param {number} n @param {Response} answer */
  const pass = (n, { status, statusText, headers, url, redirected, body }) => {
    const said = { status, statusText, headers: Object.fromEntries(headers), url, redirected };
    line.hook({ type: "answer", n, ...said, body }, body ? [body] : []);
  };

  globalThis.sottovoce = {
    ...globalThis.sottovoce,
    deliver: ({ n, url }, hold) => {
      if (!able || hold.type !== "hold" || !hold.options) return false;
      if (hold.options["mode"] === "no-cors") return false;
      void send(n, url, hold);
      return true;
    },
  };
})();
