// @ts-check
// Runs in the page's own world before any of its code. It holds a request that carries a
// prompt, hands its bytes to the bridge, and sends exactly those bytes once they are
// released. It is comfort, not the wall: a request that gets around it, or that it releases
// without a decision, is stopped by the network rules.
"use strict";
(() => {
  const sites = globalThis.sottovoceSites ?? [];
  delete globalThis.sottovoceSites;
  const HANDOVER = "sottovoce-port";
  const LARGEST = 16 * 1024 * 1024;

  // Built-ins, saved before the page can replace them.
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const NativeRequest = Request;
  const NativeResponse = Response;
  const NativeBytes = Uint8Array;
  const NativeStream = ReadableStream;
  const NativeDocument = Document;
  const NativeError = TypeError;
  const NativeEvent = ProgressEvent;
  const NativePromise = Promise;
  const NativeUrl = URL;
  const PageException = DOMException;
  const nativeFetch = fetch;
  const now = performance.now.bind(performance);
  const xhr = XMLHttpRequest.prototype;
  const { open, send, abort, setRequestHeader } = xhr;
  const functionText = Function.prototype.toString;
  const listen = EventTarget.prototype.addEventListener;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const post = MessagePort.prototype.postMessage;
  const test = RegExp.prototype.test;
  const upper = String.prototype.toUpperCase;
  const then = Promise.prototype.then;
  const readBytes = Response.prototype.arrayBuffer;
  const readRequest = Request.prototype.arrayBuffer;
  const getHeader = Headers.prototype.get;
  /** @param {object} prototype @param {string} name @returns {(self: any) => any} */
  const getter = (prototype, name) => {
    const get = /** @type {any} */ (getOwnPropertyDescriptor(prototype, name)).get;
    return (self) => apply(get, self, []);
  };
  const dataOf = getter(MessageEvent.prototype, "data");
  const portsOf = getter(MessageEvent.prototype, "ports");
  const urlOf = getter(Request.prototype, "url");
  const methodOf = getter(Request.prototype, "method");
  const headersOf = getter(Request.prototype, "headers");
  const signalOf = getter(Request.prototype, "signal");
  const abortedOf = getter(AbortSignal.prototype, "aborted");
  const reasonOf = getter(AbortSignal.prototype, "reason");
  const statusOf = getter(Response.prototype, "status");
  const typeOf = getter(Response.prototype, "type");
  const responseHeadersOf = getter(Response.prototype, "headers");
  const xhrStatusOf = getter(xhr, "status");
  const hrefOf = getter(URL.prototype, "href");
  const copied = /** @type {const} */ ([
    "mode", "credentials", "cache", "redirect", "referrer", "referrerPolicy", "integrity",
  ]).map((name) => /** @type {const} */ ([name, getter(Request.prototype, name)]));
  const newMap = () => {
    const map = new Map();
    const { get, set, delete: remove } = Map.prototype;
    return {
      /** @param {any} key */ get: (key) => apply(get, map, [key]),
      /** @param {any} key @param {any} value */ set: (key, value) => apply(set, map, [key, value]),
      /** @param {any} key */ remove: (key) => apply(remove, map, [key]),
    };
  };
  const newWeakMap = () => {
    const map = new WeakMap();
    const { get, set, has } = WeakMap.prototype;
    return {
      /** @param {any} key */ get: (key) => apply(get, map, [key]),
      /** @param {any} key @param {any} value */ set: (key, value) => apply(set, map, [key, value]),
      /** @param {any} key */ has: (key) => apply(has, map, [key]),
    };
  };

  const endpoints = sites.flatMap((site) =>
    site.endpoints.map(({ url, methods }) => ({ url: new RegExp(url), methods })),
  );
  const atHome = sites.some((site) => new RegExp(site.pages).test(location.href));
  /** Origins that policy lists; unknown (null) until the bridge has read them. */
  let generic = /** @type {RegExp[] | null} */ (atHome ? [] : null);
  let waiting = /** @type {(() => void)[]} */ ([]);
  let port = /** @type {MessagePort | null} */ (null);
  let count = 0;
  /** Held requests by number: what to do when the answer comes. */
  const held = newMap();

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
   * @param {() => void} deny
   */
  const hold = (request, release, deny) => {
    const n = ++count;
    if (!port) {
      deny();
      return n;
    }
    held.set(n, { release, deny });
    tell({ type: "hold", n, ...request });
    return n;
  };

  /** @param {any} message */
  const answered = (message) => {
    if (message.type === "generic") {
      generic ??= [];
      for (let i = 0; i < message.patterns.length; i++) {
        generic[generic.length] = new RegExp(message.patterns[i]);
      }
      const ready = waiting;
      waiting = [];
      for (let i = 0; i < ready.length; i++) ready[i]();
      return;
    }
    const entry = held.get(message.n);
    held.remove(message.n);
    if (!entry) return;
    if (message.type === "release") entry.release(message.url);
    else entry.deny();
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

  // --- fetch --------------------------------------------------------------------------------

  const failure = () =>
    new NativeError(
      navigator.userAgent.includes("Firefox/")
        ? "NetworkError when attempting to fetch resource."
        : "Failed to fetch",
    );

  /** @param {Request} request @param {Uint8Array | null} bytes @param {string} url */
  const again = (request, bytes, url) => {
    /** @type {any} */
    const init = {
      method: methodOf(request),
      headers: headersOf(request),
      body: bytes,
      signal: signalOf(request),
    };
    for (let i = 0; i < copied.length; i++) init[copied[i][0]] = copied[i][1](request);
    if (init.mode === "navigate") delete init.mode;
    return new NativeRequest(url, init);
  };

  /**
   * @param {Request} request @param {boolean} readable
   * @param {(value: any) => void} resolve @param {(reason: any) => void} reject
   */
  const holdFetch = (request, readable, resolve, reject) => {
    const signal = signalOf(request);
    let n = 0;
    let over = false;
    /** @param {Uint8Array | null} body */
    const start = (body) => {
      const fits = body === null || body.byteLength <= LARGEST;
      const contentType = apply(getHeader, headersOf(request), ["content-type"]) ?? "";
      const encoded = apply(getHeader, headersOf(request), ["content-encoding"]) !== null;
      n = hold(
        {
          url: urlOf(request),
          method: methodOf(request),
          contentType,
          body: fits ? body : null,
          readable: readable && fits && !encoded,
        },
        (url) => {
          over = true;
          const from = now();
          const sent = apply(nativeFetch, globalThis, [again(request, body, url)]);
          apply(then, sent, [
            (/** @type {Response} */ response) => {
              tell({ type: "sent", n, status: statusOf(response), ms: now() - from });
              resolve(response);
            },
            (/** @type {any} */ reason) => {
              tell({ type: "sent", n, status: 0, ms: now() - from });
              reject(reason);
            },
          ]);
        },
        () => {
          over = true;
          reject(failure());
        },
      );
    };
    apply(listen, signal, [
      "abort",
      () => {
        if (over) return;
        held.remove(n);
        tell({ type: "cancel", n });
        reject(reasonOf(signal));
      },
      { once: true },
    ]);
    if (abortedOf(signal)) return reject(reasonOf(signal));
    if (!readable) return start(null);
    apply(then, apply(readRequest, request, []), [
      (/** @type {ArrayBuffer} */ buffer) => start(new NativeBytes(buffer)),
      () => start(null),
    ]);
  };

  /** @param {any} input @returns {string} */
  const addressOf = (input) => {
    if (typeof input === "string") return hrefOf(new NativeUrl(input, document.baseURI));
    try {
      return urlOf(input);
    } catch {
      return hrefOf(new NativeUrl(`${input}`, document.baseURI));
    }
  };
  /** @param {any} input @param {any} init @returns {string} */
  const verbOf = (input, init) => {
    if (init?.method !== undefined) return apply(upper, `${init.method}`, []);
    try {
      return methodOf(input);
    } catch {
      return "GET";
    }
  };

  const page = {
    /** @param {any} input @param {any} [init] */
    fetch(input, init = undefined) {
      let url, method;
      try {
        url = addressOf(input);
        method = verbOf(input, init);
      } catch {
        return apply(nativeFetch, this ?? globalThis, arguments);
      }
      const verdict = judge(url, method);
      if (verdict === "pass") return apply(nativeFetch, this ?? globalThis, arguments);
      let request, readable;
      try {
        readable = !(init?.body instanceof NativeStream);
        request = new NativeRequest(input, init);
      } catch {
        return apply(nativeFetch, this ?? globalThis, arguments);
      }
      return new NativePromise((resolve, reject) => {
        const go = () => {
          if (judge(urlOf(request), methodOf(request)) === "pass") {
            resolve(apply(nativeFetch, globalThis, [request]));
          } else {
            holdFetch(request, readable, resolve, reject);
          }
        };
        if (verdict === "ask" && generic === null) waiting[waiting.length] = go;
        else go();
      });
    },

    // --- XMLHttpRequest -----------------------------------------------------------------------

    /** @param {string} method @param {string} url @param {any[]} rest */
    open(method, url, ...rest) {
      const verb = `${method}`;
      const address = `${url}`;
      const result = apply(open, this, [verb, address, ...(rest.length ? rest : [true])]);
      states.set(this, {
        method: apply(upper, verb, []),
        url: hrefOf(new NativeUrl(address, document.baseURI)),
        async: rest.length === 0 || Boolean(rest[0]),
        user: rest[1],
        password: rest[2],
        headers: [],
        type: "",
        n: 0,
        held: false,
        aborted: false,
      });
      return result;
    },
    /** @param {string} name @param {string} value */
    setRequestHeader(name, value) {
      const header = /** @type {[string, string]} */ ([`${name}`, `${value}`]);
      const state = states.get(this);
      if (state?.held) throw new PageException("The request was sent.", "InvalidStateError");
      apply(setRequestHeader, this, header);
      if (!state) return;
      state.headers[state.headers.length] = header;
      const key = apply(upper, header[0], []);
      if (key === "CONTENT-TYPE") state.type = header[1];
      if (key === "CONTENT-ENCODING") state.encoded = true;
    },
    /** @param {any} [body] */
    send(body = null) {
      const state = states.get(this);
      if (!state) return apply(send, this, [body]);
      if (state.held) throw new PageException("The request was sent.", "InvalidStateError");
      const verdict = judge(state.url, state.method);
      if (verdict === "pass" || (verdict === "ask" && !state.async)) {
        return apply(send, this, [body]);
      }
      if (!state.async) throw new PageException("Failed to load.", "NetworkError");
      state.held = true;
      const go = () => holdXhr(this, state, body);
      if (verdict === "ask" && generic === null) waiting[waiting.length] = go;
      else go();
      return undefined;
    },
    abort() {
      const state = states.get(this);
      if (!state?.held) return apply(abort, this, []);
      state.held = false;
      state.aborted = true;
      held.remove(state.n);
      tell({ type: "cancel", n: state.n });
      apply(abort, this, []);
      apply(dispatch, this, [new NativeEvent("abort")]);
      apply(dispatch, this, [new NativeEvent("loadend")]);
      return undefined;
    },
  };
  const states = newWeakMap();

  /** @param {XMLHttpRequest} request @param {any} state @param {string} url */
  const reopen = (request, state, url) => {
    apply(open, request, [state.method, url, true, state.user, state.password]);
    for (let i = 0; i < state.headers.length; i++) {
      apply(setRequestHeader, request, state.headers[i]);
    }
  };

  /** Ends it as a network failure would: the browser's own events, and nothing sent.
   * @param {XMLHttpRequest} request */
  const fail = (request) => {
    apply(open, request, ["GET", "blob:sottovoce", true]);
    apply(send, request, []);
  };

  /** @param {XMLHttpRequest} request @param {any} state @param {any} body */
  const holdXhr = (request, state, body) => {
    if (state.aborted) return;
    if (judge(state.url, state.method) === "pass") {
      state.held = false;
      apply(send, request, [body]);
      return;
    }
    const readable = !(body instanceof NativeDocument) && !state.encoded;
    /** @param {Uint8Array | null} bytes @param {string} type */
    const start = (bytes, type) => {
      if (state.aborted) return;
      const fits = bytes === null || bytes.byteLength <= LARGEST;
      state.n = hold(
        {
          url: state.url,
          method: state.method,
          contentType: state.type || type,
          body: fits ? bytes : null,
          readable: readable && fits,
        },
        (url) => {
          state.held = false;
          const from = now();
          reopen(request, state, url);
          if (!state.type && type) apply(setRequestHeader, request, ["content-type", type]);
          apply(listen, request, [
            "loadend",
            () =>
              tell({ type: "sent", n: state.n, status: xhrStatusOf(request), ms: now() - from }),
            { once: true },
          ]);
          apply(send, request, [bytes]);
        },
        () => {
          state.held = false;
          fail(request);
        },
      );
    };
    if (body === null || body === undefined || !readable) return start(null, "");
    let copy;
    try {
      copy = new NativeResponse(body);
    } catch {
      return start(null, "");
    }
    const type = apply(getHeader, responseHeadersOf(copy), ["content-type"]) ?? "";
    apply(then, apply(readBytes, copy, []), [
      (/** @type {ArrayBuffer} */ buffer) => start(new NativeBytes(buffer), type),
      () => start(null, type),
    ]);
  };
  void typeOf;

  // --- in the built-ins' place, looking like them ----------------------------------------------

  const names = newWeakMap();
  /** @param {any} target @param {string} name @param {any} replacement */
  const replace = (target, name, replacement) => {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(target, name));
    defineProperty(replacement, "length", { value: descriptor.value.length, configurable: true });
    names.set(replacement, apply(functionText, descriptor.value, []));
    defineProperty(target, name, { ...descriptor, value: replacement });
  };
  replace(globalThis, "fetch", page.fetch);
  replace(xhr, "open", page.open);
  replace(xhr, "send", page.send);
  replace(xhr, "abort", page.abort);
  replace(xhr, "setRequestHeader", page.setRequestHeader);
  replace(Function.prototype, "toString", {
    /** @this {any} */
    toString() {
      const shown = typeof this === "function" ? names.get(this) : undefined;
      return shown ?? apply(functionText, this, []);
    },
  }.toString);
})();
