// @ts-check
// Handshakes of WebSockets, between the page's hook and the worker that opens the wall.
"use strict";
(() => {
  const { line } = sottovoce;
  /** Longer than the worker may take to have an address judged. */
  const PATIENCE_MS = 30_000;
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  const waiting = new Map();

  /** @param {number} n @param {string} url Empty if it stays closed. */
  const answer = (n, url) => {
    clearTimeout(waiting.get(n));
    if (waiting.delete(n)) line.hook(url ? { type: "release", n, url } : { type: "deny", n });
  };

  line.onHook("socket", ({ n, url }) => {
    waiting.set(
      n,
      setTimeout(() => answer(n, ""), PATIENCE_MS),
    );
    if (!line.say({ type: "socket", n, url })) answer(n, "");
  });
  line.on("socket", ({ n, url }) => answer(n, url));
  line.onEnd((n) => answer(n, ""));
})();
