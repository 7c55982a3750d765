// @ts-check
// Which of the page's requests are held, and the private channel to the bridge.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, listen, post, test, dataOf, portsOf, newMap } = /** @type {Sottovoce.Natives} */ (
    shared.natives
  );
  const sites = globalThis.sottovoceSites ?? [];
  delete globalThis.sottovoceSites;
  const HANDOVER = "sottovoce-port";

  const NativePattern = RegExp;
  /** What the addresses of sites that have hosts of their own look like; software that people
   * host themselves runs on generic sites, where everything is held.
   * @param {readonly Sottovoce.Site[]} table */
  const addresses = (table) => {
    /** @type {{url: RegExp, methods: readonly string[]}[]} */
    const found = [];
    for (let i = 0; i < table.length; i++) {
      const { kind = "fixed", endpoints: sent, drafts, uploads } = table[i];
      const lists = kind === "fixed" ? [sent, drafts, uploads] : [];
      for (let j = 0; j < lists.length; j++) {
        const list = lists[j] ?? [];
        for (let k = 0; k < list.length; k++) {
          const { url, methods } = list[k];
          found[found.length] = { url: new NativePattern(url), methods };
        }
      }
    }
    return found;
  };
  let endpoints = addresses(sites);
  const atHome = sites.some((site) => new RegExp(site.pages).test(location.href));
  /** Origins that policy lists; unknown (null) until the bridge has read them. */
  let generic = /** @type {RegExp[] | null} */ (atHome ? [] : null);
  let waiting = /** @type {(() => void)[]} */ ([]);
  let port = /** @type {MessagePort | null} */ (null);
  let count = 0;
  /** Held requests by number: what to do when the answer comes. */
  const held = newMap();
  /** What other parts of the hook do with messages, by type. */
  const handlers = newMap();

  /** @param {any} message */
  const tell = (message) => {
    if (port) apply(post, port, [message]);
  };

  /** @param {string} url @param {string} method @returns {"prompt" | "pass" | "ask"} */
  const judge = (url, method) => {
    for (let i = 0; i < endpoints.length; i++) {
      const { url: pattern, methods } = endpoints[i];
      if (!apply(test, pattern, [url])) continue;
      for (let j = 0; j < methods.length; j++) if (methods[j] === method) return "prompt";
    }
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") return "pass";
    if (generic === null) return "ask";
    for (let i = 0; i < generic.length; i++) {
      if (apply(test, generic[i], [url])) return "prompt";
    }
    return "pass";
  };

  /**
   * Holds one request until the bridge answers.
   * @param {{url: string, method: string, contentType: string, body: Uint8Array | null,
   *   readable: boolean}} request
   * @param {(url: string) => void} release
   * @param {(said: string) => void} deny Called with what the person is to read, if known.
   */
  const hold = (request, release, deny) => {
    const n = ++count;
    if (!port) {
      deny("");
      return n;
    }
    held.set(n, { release, deny });
    tell({ type: "hold", n, ...request });
    return n;
  };

  /** @param {any} message */
  const answered = (message) => {
    if (message.type === "sites") {
      endpoints = addresses(message.sites);
      return;
    }
    if (message.type === "generic") {
      generic ??= [];
      for (let i = 0; i < message.patterns.length; i++) {
        generic[generic.length] = new NativePattern(message.patterns[i]);
      }
      const ready = waiting;
      waiting = [];
      for (let i = 0; i < ready.length; i++) ready[i]();
      return;
    }
    const handler = handlers.get(message.type);
    if (handler) return handler(message);
    const entry = held.get(message.n);
    held.remove(message.n);
    if (!entry) return;
    if (message.type === "release") entry.release(message.url);
    else entry.deny(message.text);
  };

  apply(listen, document, [
    HANDOVER,
    /** @param {Event} event */
    (event) => {
      event.stopImmediatePropagation();
      const [first] = portsOf(event);
      if (!first || port) return;
      port = /** @type {MessagePort} */ (first);
      apply(listen, port, ["message", (/** @type {any} */ e) => answered(dataOf(e))]);
      port.start();
    },
    { once: true, capture: true },
  ]);

  shared.holder = {
    judge,
    hold,
    tell,
    LARGEST: 16 * 1024 * 1024,
    /** Hears the bridge's messages of a type. @param {string} type
     * @param {(message: any) => void} handler */
    on: (type, handler) => handlers.set(type, handler),
    /** Forgets a held request. @param {number} n */
    drop: (n) => held.remove(n),
    /** Runs once it is known whether this is a generic site. @param {() => void} go */
    whenKnown: (go) => {
      if (generic === null) waiting[waiting.length] = go;
      else go();
    },
  };
})();
