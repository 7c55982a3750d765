// @ts-check
// Which of the page's requests are held, and the private channel to the bridge.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, listen, post, test, now, later, dataOf, portsOf, newMap } =
    /** @type {Sottovoce.Natives} */ (shared.natives);
  const { slice } = String.prototype;
  const sites = globalThis.sottovoceWatched ?? [];
  delete globalThis.sottovoceWatched;
  const HANDOVER = "sottovoce-port";

  const NativePattern = RegExp;
  /** What the addresses of sites that have hosts of their own look like; software that people
   * host themselves runs on generic sites, where everything is held.
   * @param {readonly Sottovoce.Watched[]} table */
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
  /** @param {readonly Sottovoce.Watched[]} table */
  const socketsOf = (table) => {
    /** @type {{url: RegExp, hosted: boolean, socket: Sottovoce.WatchedSocket}[]} */
    const found = [];
    for (let i = 0; i < table.length; i++) {
      const { kind = "fixed", sockets: list = [] } = table[i];
      for (let j = 0; j < list.length; j++) {
        const { url } = list[j];
        const hosted = kind !== "fixed";
        found[found.length] = { url: new NativePattern(url), hosted, socket: list[j] };
      }
    }
    return found;
  };
  let endpoints = addresses(sites);
  let sockets = socketsOf(sites);
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
  /** Until when the site's other requests are compared with what the person types. */
  let watchedUntil = 0;

  /** @param {any} message */
  const tell = (message) => {
    if (port) apply(post, port, [message]);
  };

  /** @param {string} url @param {string} method @returns {"prompt" | "pass" | "ask" | "watch"} */
  const judge = (url, method) => {
    for (let i = 0; i < endpoints.length; i++) {
      const { url: pattern, methods } = endpoints[i];
      if (!apply(test, pattern, [url])) continue;
      for (let j = 0; j < methods.length; j++) if (methods[j] === method) return "prompt";
    }
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") return "pass";
    if (generic === null) return "ask";
    if (isGeneric(url)) return "prompt";
    return isWatched() ? "watch" : "pass";
  };

  /** Whether the wall stands before an address, whatever the method. @param {string} url */
  const isEndpoint = (url) => {
    for (let i = 0; i < endpoints.length; i++) {
      if (apply(test, endpoints[i].url, [url])) return true;
    }
    return false;
  };

  /** @param {string} url */
  const isGeneric = (url) => {
    const list = generic ?? [];
    for (let i = 0; i < list.length; i++) if (apply(test, list[i], [url])) return true;
    return false;
  };

  /** Whether the person typed a moment ago; costs nothing where nobody did. */
  const isWatched = () => watchedUntil > 0 && now() < watchedUntil;

  /** How a WebSocket is held: by a site's recipe, as that of a generic site (null), not at all
   * ("pass"), or not known yet ("ask").
   * @param {string} url @returns {Sottovoce.WatchedSocket | null | "pass" | "ask"} */
  const recipeOf = (url) => {
    // ws: and wss: as the pattern of a site writes them, http: and https:
    const address = `http${apply(slice, url, [2])}`;
    const listed = isGeneric(address);
    for (let i = 0; i < sockets.length; i++) {
      const { url: pattern, hosted, socket } = sockets[i];
      if (!apply(test, pattern, [url])) continue;
      if (!hosted || listed) return socket;
      if (generic === null) return "ask";
    }
    if (generic === null) return "ask";
    return listed ? null : "pass";
  };

  /**
   * Asks the bridge about one thing, and waits for its answer.
   * @param {string} type @param {object} what
   * @param {(url: string) => void} release
   * @param {(said: string) => void} deny Called with what the person is to read, if known.
   */
  const ask = (type, what, release, deny) => {
    const n = ++count;
    if (!port) {
      deny("");
      return n;
    }
    held.set(n, { release, deny });
    tell({ ...what, type, n });
    return n;
  };

  /**
   * Holds one request, or one frame of a WebSocket, until the bridge answers.
   * @param {{url: string, method: string, contentType: string, body: Uint8Array | null,
   *   readable: boolean, transport?: "socket", moved?: boolean}} request
   * @param {(url: string) => void} release
   * @param {(said: string) => void} deny
   */
  const hold = (request, release, deny) => ask("hold", request, release, deny);

  /** Lets what goes to an address that no site file names pass, unless it holds what the
   * person types: then the site changed, and it is judged.
   * @param {Uint8Array} body @param {() => void} pass @param {() => void} keep */
  const compare = (body, pass, keep) => {
    if (port) ask("compare", { body }, pass, keep);
    else pass();
  };

  /** @param {any} message */
  const answered = (message) => {
    if (message.type === "sites") {
      endpoints = addresses(message.sites);
      sockets = socketsOf(message.sites);
      return;
    }
    if (message.type === "typing") {
      if (atHome) watchedUntil = now() + message.ms;
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

  /** @param {Event} event */
  const heard = (event) => {
    const message = dataOf(event);
    later(() => answered(message));
  };

  apply(listen, document, [
    HANDOVER,
    /** @param {Event} event */
    (event) => {
      event.stopImmediatePropagation();
      const [first] = portsOf(event);
      if (!first || port) return;
      // Whoever listens before us holds `first` too; what goes over a line of our own they
      // do not hear.
      const own = new MessageChannel();
      port = own.port1;
      apply(listen, port, ["message", heard]);
      port.start();
      apply(post, first, [null, [own.port2]]);
    },
    { once: true, capture: true },
  ]);

  shared.holder = {
    judge,
    isEndpoint,
    recipeOf,
    isWatched,
    ask,
    hold,
    compare,
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
//# sourceURL=holder.js
