// @ts-check
// The page's `XMLHttpRequest`: held like `fetch`; a synchronous one can only be refused. Where
// the bridge can send it, the page's object is never sent itself: `response.js` shows on it
// what the bridge gets. Elsewhere it is opened anew with the address that fits.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    open,
    send,
    abort,
    setRequestHeader,
    NativeResponse,
    NativeDocument,
    NativeEvent,
    NativeUrl,
    PageException,
    now,
    listen,
    dispatch,
    upper,
    then,
    readBytes,
    getHeader,
    responseHeadersOf,
    xhrStatusOf,
    hrefOf,
    beside,
    watched,
    ownBytes,
    encode,
    isView,
    byteLengthOf,
    sizeOf,
    newWeakMap,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { judge, hold, compare, tell, drop, whenKnown, LARGEST } = shared.holder;
  const { begin, follow, refuse, leave, withCredentials } = shared.response;
  const states = newWeakMap();

  /** @param {XMLHttpRequest} request @param {any} state @param {string} url */
  const reopen = (request, state, url) => {
    apply(open, request, [state.method, url, true, state.user, state.password]);
    for (let i = 0; i < state.headers.count; i++) {
      apply(setRequestHeader, request, state.headers[i]);
    }
  };

  /** @param {any} state @param {string} type What the body says that it is. */
  const headersOf = (state, type) => {
    const record = /** @type {any} */ ({ __proto__: null });
    for (let i = 0; i < state.headers.count; i++) {
      const name = state.headers[i][0];
      const value = state.headers[i][1];
      record[name] = record[name] === undefined ? value : `${record[name]}, ${value}`;
    }
    if (beside && !state.type && type) record["content-type"] = type;
    return record;
  };

  /** Ends it as a network failure would: the browser's own events, and nothing sent.
   * @param {XMLHttpRequest} request */
  const fail = (request) => {
    apply(open, request, ["GET", "blob:sottovoce", true]);
    apply(send, request, []);
  };

  /** How the bridge is to send it. @param {XMLHttpRequest} request */
  const optionsOf = (request) => {
    const credentials = withCredentials(request) ? "include" : "same-origin";
    return /** @type {any} */ ({ __proto__: null, mode: "cors", credentials });
  };

  /** How long a body is, as far as that is known at once. @param {any} body */
  const lengthOf = (body) => {
    if (body === null || body === undefined) return -1;
    if (typeof body === "string") return encode(body).byteLength;
    if (apply(isView, null, [body])) return body.byteLength;
    for (let i = 0; i < 2; i++) {
      try {
        return (i ? sizeOf : byteLengthOf)(body);
      } catch {
        // It is something else.
      }
    }
    return 0;
  };

  /** From here on the page sees what we show. Returns whether it has not given it up.
   * @param {XMLHttpRequest} request @param {any} state @param {any} body */
  const showing = (request, state, body) => {
    if (!beside || state.shown) return !state.aborted;
    state.shown = begin(request, lengthOf(body), () => giveUp(state));
    return state.shown !== null && !state.aborted;
  };

  /** @param {any} state */
  const giveUp = (state) => {
    state.aborted = true;
    if (!state.n) return;
    drop(state.n);
    tell({ type: "cancel", n: state.n });
  };

  /** The bytes of a body and what it says that it is; no bytes where nobody can tell.
   * @param {any} body @param {(bytes: Uint8Array | null, type: string) => void} use */
  const readBody = (body, use) => {
    let copy;
    try {
      copy = new NativeResponse(body);
    } catch {
      return use(null, "");
    }
    const type = apply(getHeader, responseHeadersOf(copy), ["content-type"]) ?? "";
    apply(then, apply(readBytes, copy, []), [
      (/** @type {ArrayBuffer} */ buffer) => use(ownBytes(buffer), type),
      () => use(null, type),
    ]);
  };

  /** Sends it by the page's own object.
   * @param {XMLHttpRequest} request @param {any} state @param {string} url
   * @param {Uint8Array | null} bytes @param {string} type */
  const sendHere = (request, state, url, bytes, type) => {
    state.held = false;
    if (watched()) {
      tell({ type: "sent", n: state.n, status: 0, ms: 0 });
      return fail(request);
    }
    const from = now();
    reopen(request, state, url);
    if (!state.type && type) apply(setRequestHeader, request, ["content-type", type]);
    apply(listen, request, [
      "loadend",
      () => tell({ type: "sent", n: state.n, status: xhrStatusOf(request), ms: now() - from }),
      { once: true },
    ]);
    return apply(send, request, [bytes]);
  };

  /** @param {XMLHttpRequest} request @param {any} state @param {any} body */
  const holdXhr = (request, state, body) => {
    if (state.aborted) return undefined;
    const verdict = state.shown ? "prompt" : judge(state.url, state.method);
    const pass = () => {
      state.held = false;
      if (!state.aborted) apply(send, request, [body]);
    };
    if (verdict === "pass") return pass();
    const named = beside && (state.user || state.password);
    const readable = !(body instanceof NativeDocument) && !state.encoded && !named;
    /** @param {Uint8Array | null} bytes @param {string} type @param {boolean} [moved] */
    const start = (bytes, type, moved = false) => {
      if (state.aborted) return undefined;
      const fits = bytes === null || bytes.byteLength <= LARGEST;
      if (verdict === "watch" && !moved) {
        if (!bytes || !fits) return pass();
        compare(bytes, pass, () => start(bytes, type, true));
        return undefined;
      }
      if (!showing(request, state, body)) return undefined;
      state.n = hold(
        {
          url: state.url,
          method: state.method,
          contentType: state.type || type,
          body: fits ? bytes : null,
          readable: readable && fits,
          moved,
          headers: headersOf(state, type),
          ...(beside ? { options: optionsOf(request), pieces: true } : {}),
        },
        (/** @type {string} */ url) => {
          if (!state.shown) return sendHere(request, state, url, bytes, type);
          tell({ type: "sent", n: state.n, status: 0, ms: 0 });
          return refuse(state.shown);
        },
        () => {
          if (state.shown) return refuse(state.shown);
          state.held = false;
          return fail(request);
        },
      );
      if (state.shown) follow(state.shown, state.n);
      return undefined;
    };
    if (body === null || body === undefined || !readable) return start(null, "");
    return readBody(body, start);
  };
  /** @param {string} name */
  const notOpen = (name) =>
    new PageException(
      `Failed to execute '${name}' on 'XMLHttpRequest': The object's state must be OPENED.`,
      "InvalidStateError",
    );

  shared.xhr = {
    /** @param {string} method @param {string} url @param {any[]} rest */
    open(method, url, ...rest) {
      const verb = `${method}`;
      const address = `${url}`;
      const result = apply(open, this, [verb, address, ...(rest.length ? rest : [true])]);
      const before = states.get(this);
      if (before?.held && !before.shown) giveUp(before);
      states.set(this, {
        method: apply(upper, verb, []),
        url: hrefOf(new NativeUrl(address, document.baseURI)),
        async: rest.length === 0 || Boolean(rest[0]),
        user: rest[1],
        password: rest[2],
        headers: { __proto__: null, count: 0 },
        type: "",
        encoded: false,
        n: 0,
        held: false,
        aborted: false,
        shown: null,
      });
      leave(this);
      return result;
    },
    /** @param {string} name @param {string} value */
    setRequestHeader(name, value) {
      const header = /** @type {[string, string]} */ ([`${name}`, `${value}`]);
      const state = states.get(this);
      if (state?.held) throw notOpen("setRequestHeader");
      apply(setRequestHeader, this, header);
      if (!state) return;
      state.headers[state.headers.count++] = header;
      const key = apply(upper, header[0], []);
      if (key === "CONTENT-TYPE") state.type = header[1];
      if (key === "CONTENT-ENCODING") state.encoded = true;
    },
    /** @param {any} [body] */
    send(body = null) {
      const state = states.get(this);
      if (!state) return apply(send, this, [body]);
      if (state.held) throw notOpen("send");
      const verdict = judge(state.url, state.method);
      if (verdict === "pass" || (verdict !== "prompt" && !state.async)) {
        return apply(send, this, [body]);
      }
      if (!state.async) throw new PageException("Failed to load.", "NetworkError");
      state.held = true;
      const plain = state.method === "GET" || state.method === "HEAD";
      const sent = plain ? null : body;
      if (verdict === "prompt" && !showing(/** @type {any} */ (this), state, sent)) {
        return undefined;
      }
      const go = () => holdXhr(/** @type {any} */ (this), state, sent);
      whenKnown(go);
      return undefined;
    },
    abort() {
      if (shared.response.abort(this)) return undefined;
      const state = states.get(this);
      if (!state?.held) return apply(abort, this, []);
      state.held = false;
      giveUp(state);
      apply(abort, this, []);
      apply(dispatch, this, [new NativeEvent("abort")]);
      apply(dispatch, this, [new NativeEvent("loadend")]);
      return undefined;
    },
  };
})();
//# sourceURL=xhr.js
