// @ts-check
// The page's `XMLHttpRequest`: held like `fetch`; a synchronous one can only be refused.
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
    watched,
    ownBytes,
    newWeakMap,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { judge, hold, compare, tell, drop, whenKnown, LARGEST } = shared.holder;
  const states = newWeakMap();

  /** @param {XMLHttpRequest} request @param {any} state @param {string} url */
  const reopen = (request, state, url) => {
    apply(open, request, [state.method, url, true, state.user, state.password]);
    for (let i = 0; i < state.headers.count; i++) {
      apply(setRequestHeader, request, state.headers[i]);
    }
  };

  /** @param {any} state */
  const headersOf = (state) => {
    const record = /** @type {any} */ ({ __proto__: null });
    for (let i = 0; i < state.headers.count; i++) {
      const name = state.headers[i][0];
      const value = state.headers[i][1];
      record[name] = record[name] === undefined ? value : `${record[name]}, ${value}`;
    }
    return record;
  };

  /** Ends it as a network failure would: the browser's own events, and nothing sent.
   * @param {XMLHttpRequest} request */
  const fail = (request) => {
    apply(open, request, ["GET", "blob:sottovoce", true]);
    apply(send, request, []);
  };

  /** @param {XMLHttpRequest} request @param {any} state @param {any} body */
  const holdXhr = (request, state, body) => {
    if (state.aborted) return undefined;
    const verdict = judge(state.url, state.method);
    const pass = () => {
      state.held = false;
      if (!state.aborted) apply(send, request, [body]);
    };
    if (verdict === "pass") return pass();
    const readable = !(body instanceof NativeDocument) && !state.encoded;
    /** @param {Uint8Array | null} bytes @param {string} type @param {boolean} [moved] */
    const start = (bytes, type, moved = false) => {
      if (state.aborted) return undefined;
      const fits = bytes === null || bytes.byteLength <= LARGEST;
      if (verdict === "watch" && !moved) {
        if (!bytes || !fits) return pass();
        compare(bytes, pass, () => start(bytes, type, true));
        return undefined;
      }
      state.n = hold(
        {
          url: state.url,
          method: state.method,
          contentType: state.type || type,
          body: fits ? bytes : null,
          readable: readable && fits,
          moved,
          headers: headersOf(state),
        },
        (/** @type {string} */ url) => {
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
      return undefined;
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
      (/** @type {ArrayBuffer} */ buffer) => start(ownBytes(buffer), type),
      () => start(null, type),
    ]);
    return undefined;
  };
  shared.xhr = {
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
        headers: { __proto__: null, count: 0 },
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
      state.headers[state.headers.count++] = header;
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
      if (verdict === "pass" || (verdict !== "prompt" && !state.async)) {
        return apply(send, this, [body]);
      }
      if (!state.async) throw new PageException("Failed to load.", "NetworkError");
      state.held = true;
      const go = () => holdXhr(/** @type {any} */ (this), state, body);
      whenKnown(go);
      return undefined;
    },
    abort() {
      const state = states.get(this);
      if (!state?.held) return apply(abort, this, []);
      state.held = false;
      state.aborted = true;
      drop(state.n);
      tell({ type: "cancel", n: state.n });
      apply(abort, this, []);
      apply(dispatch, this, [new NativeEvent("abort")]);
      apply(dispatch, this, [new NativeEvent("loadend")]);
      return undefined;
    },
  };
})();
//# sourceURL=xhr.js
