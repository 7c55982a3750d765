// @ts-check
// What the page's `XMLHttpRequest` shows while the bridge sends it (`deliver.js`): its states,
// its events and the answer, on the page's own object. The address that opens the wall never
// comes here; all there is to see is the site's answer, which is the page's anyway.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    xhr,
    now,
    later,
    dispatch,
    getOwnPropertyDescriptor,
    NativeEvent,
    PlainEvent,
    PageException,
    newMap,
    newWeakMap,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { on } = shared.holder;
  const { create, add, textOf, documentOf, valueOf } = shared.body;
  const { getResponseHeader, getAllResponseHeaders, overrideMimeType } = xhr;
  const { toLowerCase } = String.prototype;
  const startClock = setTimeout;
  const stopClock = clearTimeout;

  const [UNSENT, OPENED, HEADERS, LOADING, DONE] = [0, 1, 2, 3, 4];
  /** How often a browser tells of progress. */
  const PROGRESS_MS = 50;

  /** @param {string} name */
  const part = (name) => {
    const { get, set } = /** @type {any} */ (getOwnPropertyDescriptor(xhr, name));
    return {
      get: (/** @type {any} */ self) => apply(get, self, []),
      set: (/** @type {any} */ self, /** @type {any} */ value) => apply(set, self, [value]),
    };
  };
  const uploadOf = part("upload").get;
  const timeout = part("timeout");
  const responseType = part("responseType");
  const withCredentials = part("withCredentials");

  /** @typedef {{target: any, stop: () => void, n: number, ready: number, sending: boolean,
   *   begun: number, clock: any, beat: any, told: number, uploaded: boolean, length: number,
   *   failed: boolean, status: number, statusText: string, url: string, headers: any,
   *   total: number, body: any, made: {value: any} | null}} Shown */
  /** By the page's object. */
  const shown = newWeakMap();
  /** Those that the bridge may speak of, by number. */
  const running = newMap();
  /** What pages said of the answer's kind; it outlasts `open`. */
  const kinds = newWeakMap();

  // --- events ----------------------------------------------------------------------------------

  /** @param {Shown} it */
  const isShown = (it) => shown.get(it.target) === it;

  /** @param {Shown} it */
  const changed = (it) => apply(dispatch, it.target, [new PlainEvent("readystatechange")]);

  /** @param {any} target @param {string} type @param {number} [loaded] @param {number} [total] */
  const fire = (target, type, loaded = 0, total = 0) => {
    const init = { __proto__: null, lengthComputable: total > 0, loaded, total };
    apply(dispatch, target, [new NativeEvent(type, /** @type {any} */ (init))]);
  };

  /** @param {Shown} it @param {string} type */
  const fireLoaded = (it, type) => {
    const { size } = it.body;
    fire(it.target, type, size, size <= it.total ? it.total : 0);
  };

  /** @param {Shown} it */
  const end = (it) => {
    it.sending = false;
    running.remove(it.n);
    stopClock(it.clock);
    stopClock(it.beat);
  };

  /** It ends without an answer. @param {Shown} it @param {"error" | "abort" | "timeout"} type */
  const fail = (it, type) => {
    if (!it.sending) return;
    end(it);
    forget(it);
    it.ready = DONE;
    changed(it);
    if (!isShown(it) || it.ready !== DONE) return;
    if (!it.uploaded) {
      it.uploaded = true;
      fire(uploadOf(it.target), type);
      fire(uploadOf(it.target), "loadend");
    }
    fire(it.target, type);
    fire(it.target, "loadend");
  };

  /** @param {Shown} it */
  const forget = (it) => {
    it.failed = true;
    it.status = it.total = 0;
    it.statusText = it.url = "";
    it.headers = null;
    it.body = create();
    it.made = null;
  };

  /** The clock runs while the request is with the site; how long it was held does not count.
   * @param {Shown} it */
  const wind = (it) => {
    stopClock(it.clock);
    const wanted = timeout.get(it.target);
    if (!it.begun || !it.sending || !wanted) return;
    const left = it.begun + wanted - now();
    it.clock = startClock(
      () => {
        if (!it.sending) return;
        it.stop();
        fail(it, "timeout");
      },
      left > 0 ? left : 0,
    );
  };

  // --- what the bridge says --------------------------------------------------------------------

  /** @param {string} type @param {(it: Shown, message: any) => void} does */
  const hear = (type, does) =>
    on(type, (/** @type {any} */ message) => {
      const it = running.get(message.n);
      if (it?.sending) does(it, message);
    });

  hear("begun", (it) => {
    it.begun = now();
    wind(it);
  });

  hear("headers", (it, { status, statusText, url, headers }) => {
    if (!it.uploaded) {
      it.uploaded = true;
      for (const type of ["progress", "load", "loadend"]) {
        fire(uploadOf(it.target), type, it.length, it.length);
        if (!it.sending) return;
      }
    }
    it.status = status;
    it.statusText = statusText;
    it.url = url;
    it.headers = headers;
    const length = headerOf(it, "content-length");
    it.total = headerOf(it, "content-encoding") === null && length ? +length || 0 : 0;
    it.ready = HEADERS;
    changed(it);
  });

  /** @param {Shown} it */
  const progress = (it) => {
    it.beat = 0;
    it.told = now();
    it.ready = LOADING;
    changed(it);
    if (it.sending && it.ready === LOADING) fireLoaded(it, "progress");
  };

  hear("piece", (it, { bytes }) => {
    add(it.body, bytes);
    if (it.beat) return;
    const wait = it.told + PROGRESS_MS - now();
    if (it.ready === HEADERS || wait <= 0) progress(it);
    else it.beat = startClock(() => it.sending && progress(it), wait);
  });

  hear("ended", (it) => {
    if (it.beat) {
      stopClock(it.beat);
      progress(it);
      if (!it.sending) return;
    }
    end(it);
    it.body.whole = true;
    it.ready = DONE;
    changed(it);
    if (!isShown(it) || it.ready !== DONE) return;
    fireLoaded(it, "load");
    if (isShown(it)) fireLoaded(it, "loadend");
  });

  hear("failed", (it) => fail(it, "error"));

  // --- what the hook does ----------------------------------------------------------------------

  /** The page sent it: from here on we show it. Returns nothing where the page gave it up
   * in between.
   * @param {any} target @param {number} length How long the body is; -1 where there is none.
   * @param {() => void} stop */
  const begin = (target, length, stop) => {
    /** @type {Shown} */
    const it = {
      ...{ target, stop, n: 0, ready: OPENED, sending: true, begun: 0, clock: 0, beat: 0 },
      ...{ told: 0, uploaded: length < 0, length, failed: false, status: 0, statusText: "" },
      ...{ url: "", headers: null, total: 0, body: create(), made: null },
    };
    shown.set(target, it);
    fire(target, "loadstart");
    if (it.sending && !it.uploaded) fire(uploadOf(target), "loadstart", 0, length);
    return it.sending ? it : null;
  };

  /** The bridge knows it by this number. @param {Shown} it @param {number} n */
  const follow = (it, n) => {
    it.n = n;
    if (it.sending) running.set(n, it);
  };

  /** It was kept: for the page the network failed. @param {Shown} it */
  const refuse = (it) => later(() => fail(it, "error"));

  /** @param {any} target @returns {boolean} Whether we showed it. */
  const abort = (target) => {
    const it = /** @type {Shown | undefined} */ (shown.get(target));
    if (!it) return false;
    if (it.sending) it.stop();
    fail(it, "abort");
    if (isShown(it) && it.ready === DONE) {
      it.ready = UNSENT;
      forget(it);
    }
    return true;
  };

  /** The page opened it anew; the browser had no reason to say so. @param {any} target */
  const leave = (target) => {
    const it = /** @type {Shown | undefined} */ (shown.get(target));
    if (!it) return;
    if (it.sending) it.stop();
    end(it);
    shown.set(target, undefined);
    if (it.ready !== OPENED) changed(it);
  };

  // --- what the page sees ----------------------------------------------------------------------

  /** @param {Shown} it @param {string} name In lower case. */
  const headerOf = ({ headers }, name) => {
    for (let i = 0; i < (headers?.length ?? 0); i++) {
      if (headers[i][0] === name) return headers[i][1];
    }
    return null;
  };

  /** The media type that counts. @param {Shown} it @returns {string} */
  const kindOf = (it) => kinds.get(it.target) ?? headerOf(it, "content-type") ?? "text/xml";

  /** @param {Shown} it */
  const soFar = (it) => (it.ready < LOADING || it.failed ? "" : textOf(it.body, kindOf(it)));

  /** @param {Shown} it @param {() => any} make */
  const once = (it, make) => {
    if (it.ready !== DONE || it.failed) return null;
    it.made ??= { value: make() };
    return it.made.value;
  };

  /** `native` where the browser itself has to say what is wrong.
   * @type {Record<string, (it: Shown, native: () => any) => any>} */
  const views = {
    readyState: (it) => it.ready,
    status: (it) => it.status,
    statusText: (it) => it.statusText,
    responseURL: (it) => it.url,
    response: (it) => {
      const kind = responseType.get(it.target);
      if (kind === "" || kind === "text") return soFar(it);
      if (kind === "json") it.made = null; // Each look gets one of its own.
      return once(it, () => valueOf(it.body, kind, kindOf(it)));
    },
    responseText: (it, native) => {
      const kind = responseType.get(it.target);
      return kind === "" || kind === "text" ? soFar(it) : native();
    },
    responseXML: (it, native) => {
      const kind = responseType.get(it.target);
      if (kind !== "" && kind !== "document") return native();
      return once(it, () => documentOf(it.body, kindOf(it), kind === "document"));
    },
  };

  /** @type {Record<string, PropertyDescriptor>} */
  const accessors = {};
  for (const name of Object.keys(views)) {
    const { get } = part(name);
    const view = /** @type {any} */ (views[name]);
    accessors[name] = {
      /** @this {any} */
      get() {
        const it = shown.get(this);
        return it ? view(it, () => get(this)) : get(this);
      },
    };
  }

  // In Chromium's own words: who reads a page's errors is used to them.
  const noKind = () =>
    new PageException(
      "Failed to set the 'responseType' property on 'XMLHttpRequest': The response type cannot be set if the object's state is LOADING or DONE.",
      "InvalidStateError",
    );
  const noCredentials = () =>
    new PageException(
      "Failed to set the 'withCredentials' property on 'XMLHttpRequest': The value may only be set if the object's state is UNSENT or OPENED.",
      "InvalidStateError",
    );
  const noMime = () =>
    new PageException(
      "Failed to execute 'overrideMimeType' on 'XMLHttpRequest': MimeType cannot be overridden when the state is LOADING or DONE.",
      "InvalidStateError",
    );

  /** @param {string} name @param {any} native @param {(it: Shown) => void} before
   * @param {(it: Shown) => void} [after] */
  const setting = (name, native, before, after) => {
    accessors[name] = {
      /** @this {any} */
      get() {
        return native.get(this);
      },
      /** @this {any} */
      set(value) {
        const it = shown.get(this);
        if (it) before(it);
        native.set(this, value);
        if (it) after?.(it);
      },
    };
  };
  setting("timeout", timeout, () => {}, wind);
  setting("responseType", responseType, (it) => {
    if (it.ready >= LOADING) throw noKind();
  });
  setting("withCredentials", withCredentials, (it) => {
    if (it.sending || it.ready > OPENED) throw noCredentials();
  });

  const methods = {
    /** @this {any} @param {any} name */
    getResponseHeader(name) {
      const it = shown.get(this);
      if (!it || arguments.length === 0) return apply(getResponseHeader, this, arguments);
      return headerOf(it, apply(toLowerCase, `${name}`, []));
    },
    /** @this {any} */
    getAllResponseHeaders() {
      const it = shown.get(this);
      if (!it) return apply(getAllResponseHeaders, this, []);
      let all = "";
      for (let i = 0; i < (it.headers?.length ?? 0); i++) {
        all += `${it.headers[i][0]}: ${it.headers[i][1]}\r\n`;
      }
      return all;
    },
    /** @this {any} @param {any} mime */
    overrideMimeType(mime) {
      if (arguments.length === 0) return apply(overrideMimeType, this, []);
      const it = shown.get(this);
      const kind = `${mime}`;
      if (it?.ready >= LOADING) throw noMime();
      apply(overrideMimeType, this, [kind]);
      kinds.set(this, kind);
      return undefined;
    },
  };

  shared.response = {
    ...{ begin, follow, refuse, abort, leave, accessors, methods },
    /** Whether the page gave credentials to other sites. */
    withCredentials: withCredentials.get,
  };
})();
//# sourceURL=response.js
