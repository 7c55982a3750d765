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
  const send = async (n, url, { method, headers, options, body, pieces }) => {
    const stop = new AbortController();
    running.set(n, stop);
    const from = performance.now();
    let status = 0;
    try {
      const bytes = body ? Uint8Array.fromBase64(body) : null;
      const { signal } = stop;
      if (pieces) line.hook({ type: "begun", n });
      const answer = await fetch(url, { ...options, method, headers, body: bytes, signal });
      status = answer.status;
      line.say({ type: "sent", n, status, ms: performance.now() - from });
      if (pieces) await passPieces(n, answer);
      else pass(n, answer);
    } catch {
      if (!status) line.say({ type: "sent", n, status, ms: performance.now() - from });
      running.delete(n);
      line.hook(pieces ? { type: "failed", n } : { type: "answer", n, failed: true });
    }
  };

  /** @param {number} n @param {Response} answer */
  const pass = (n, { status, statusText, headers, url, redirected, body }) => {
    const said = { status, statusText, headers: Object.fromEntries(headers), url, redirected };
    line.hook({ type: "answer", n, ...said, body }, body ? [body] : []);
  };

  /** As an `XMLHttpRequest` shows it: first the head, then what comes, as it comes.
   * @param {number} n @param {Response} answer */
  const passPieces = async (n, { status, statusText, headers, url, body }) => {
    const listed = [...headers].toSorted(([one], [other]) =>
      one.toUpperCase() < other.toUpperCase() ? -1 : 1,
    );
    line.hook({ type: "headers", n, status, statusText, headers: listed, url });
    const reader = body?.getReader();
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      line.hook({ type: "piece", n, bytes: piece.value }, [piece.value.buffer]);
    }
    running.delete(n);
    line.hook({ type: "ended", n });
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
