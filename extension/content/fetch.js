// @ts-check
// The page's `fetch`: a request that carries a prompt waits here for its release.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    NativeRequest,
    NativeResponse,
    NativeBytes,
    NativeStream,
    NativePromise,
    NativeUrl,
    NativeError,
    defineProperty,
    nativeFetch,
    now,
    listen,
    test,
    upper,
    then,
    readRequest,
    getHeader,
    urlOf,
    methodOf,
    headersOf,
    recordOf,
    ownBytes,
    newMap,
    signalOf,
    abortedOf,
    reasonOf,
    statusOf,
    hrefOf,
    copied,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { judge, hold, compare, tell, on, drop, whenKnown, LARGEST } = shared.holder;
  const cloneRequest = NativeRequest.prototype.clone;
  /** What is shorter holds nothing worth comparing. */
  const LEAST = 16;
  const CANARY = /#sottovoce-canary-/;
  /** Held requests that the bridge may answer, by number. */
  const answers = newMap();

  const { stringify } = JSON;

  /** The answer to a request that was kept. A failed network would make some pages reload,
   * and the private answer would be gone with them; a refusal they show, and try no more.
   * @param {string} message */
  const refusal = (message) =>
    new NativeResponse(
      stringify({
        detail: message,
        error: { message, type: "invalid_request_error", code: "not_sent" },
      }),
      { status: 400, headers: { "content-type": "application/json" } },
    );

  /** What else a request is made of, without the page's prototypes: the browser would ask
   * them for members, and the page could change the body while it answers.
   * @param {Request} request */
  const optionsOf = (request) => {
    const options = /** @type {any} */ ({ __proto__: null });
    for (let i = 0; i < copied.length; i++) options[copied[i][0]] = copied[i][1](request);
    if (options.mode === "navigate") options.mode = "cors";
    return options;
  };

  /** @param {Request} request @param {Uint8Array | null} bytes @param {string} url */
  const again = (request, bytes, url) => {
    const init = optionsOf(request);
    init.method = methodOf(request);
    init.headers = recordOf(headersOf(request));
    init.body = bytes;
    init.signal = signalOf(request);
    return new NativeRequest(url, init);
  };

  /** @param {Response} response @param {string} name @param {unknown} value */
  const show = (response, name, value) => {
    const shown = /** @type {any} */ ({ __proto__: null, value, configurable: true });
    defineProperty(response, name, shown);
  };

  /** The site's answer as the bridge got it. @param {any} message */
  const responseOf = ({ body, status, statusText, headers, url, redirected }) => {
    const init = /** @type {any} */ ({ __proto__: null, status, statusText, headers });
    const response = new NativeResponse(body, init);
    show(response, "url", url);
    show(response, "redirected", redirected);
    show(response, "type", "basic");
    return response;
  };

  on("answer", (/** @type {any} */ message) => {
    const wanted = answers.get(message.n);
    answers.remove(message.n);
    drop(message.n);
    if (!wanted) return;
    if (message.failed) wanted.reject(new NativeError("Failed to fetch"));
    else wanted.resolve(responseOf(message));
  });

  /**
   * @param {Request} request @param {boolean} readable
   * @param {(value: any) => void} resolve @param {(reason: any) => void} reject
   * @param {boolean} [moved] Whether no site file names its address.
   */
  const holdFetch = (request, readable, resolve, reject, moved = false) => {
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
          moved,
          headers: recordOf(headersOf(request)),
          options: optionsOf(request),
        },
        (/** @type {string} */ url) => {
          over = true;
          answers.remove(n);
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
        (/** @type {string} */ said) => {
          over = true;
          answers.remove(n);
          resolve(refusal(said));
        },
      );
      answers.set(n, { resolve, reject });
    };
    apply(listen, signal, [
      "abort",
      () => {
        if (over) return;
        drop(n);
        answers.remove(n);
        tell({ type: "cancel", n });
        reject(reasonOf(signal));
      },
      { once: true },
    ]);
    if (abortedOf(signal)) return reject(reasonOf(signal));
    if (!readable) return start(null);
    apply(then, apply(readRequest, request, []), [
      (/** @type {ArrayBuffer} */ buffer) => start(ownBytes(buffer)),
      () => start(null),
    ]);
  };

  /** A request to an address that no site file names, while the person types.
   * @param {Request} request @param {boolean} readable
   * @param {(value: any) => void} resolve @param {(reason: any) => void} reject */
  const watchFetch = (request, readable, resolve, reject) => {
    const pass = () => resolve(apply(nativeFetch, globalThis, [request]));
    if (!readable) return pass();
    const copy = apply(cloneRequest, request, []);
    apply(then, apply(readRequest, copy, []), [
      (/** @type {ArrayBuffer} */ buffer) => {
        const bytes = new NativeBytes(buffer);
        if (bytes.byteLength < LEAST || bytes.byteLength > LARGEST) return pass();
        compare(bytes, pass, () => holdFetch(request, true, resolve, reject, true));
      },
      pass,
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

  shared.fetch = {
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
      // It came to us, and that is all that was asked (`canary.js`).
      if (apply(test, CANARY, [url])) {
        return new NativePromise((_, reject) => reject(new NativeError("Failed to fetch")));
      }
      let request, readable;
      try {
        readable = !(init?.body instanceof NativeStream);
        request = new NativeRequest(input, init);
      } catch {
        return apply(nativeFetch, this ?? globalThis, arguments);
      }
      return new NativePromise((resolve, reject) => {
        const go = () => {
          const verdict = judge(urlOf(request), methodOf(request));
          if (verdict === "pass") resolve(apply(nativeFetch, globalThis, [request]));
          else if (verdict === "watch") watchFetch(request, readable, resolve, reject);
          else holdFetch(request, readable, resolve, reject);
        };
        whenKnown(go);
      });
    },
  }.fetch;
})();
//# sourceURL=fetch.js
