// @ts-check
// The page's `sendBeacon`, held like a request, and its `EventSource`, which cannot be: a
// prompt in the address of one is stopped by the wall, and the page hears it once.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    construct,
    NativeRequest,
    NativeBytes,
    NativeUrl,
    nativeFetch,
    sendBeacon,
    closeSource,
    listen,
    then,
    readRequest,
    getHeader,
    headersOf,
    urlOf,
    hrefOf,
    statusOf,
    visibilityOf,
    now,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { judge, hold, compare, tell, whenKnown } = shared.holder;
  /** The browser refuses longer ones. */
  const MOST = 65_536;

  /** @param {string} url @param {any} data @returns {Request | null} */
  const requestOf = (url, data) => {
    /** @type {any} */
    const init = { __proto__: null, method: "POST", credentials: "include", mode: "no-cors" };
    init.keepalive = true;
    if (data !== null && data !== undefined) init.body = data;
    try {
      return new NativeRequest(url, init);
    } catch {
      return null;
    }
  };

  /** @param {Request} request @param {Uint8Array | null} bytes @param {boolean} moved */
  const holdBeacon = (request, bytes, moved) => {
    const contentType = apply(getHeader, headersOf(request), ["content-type"]) ?? "";
    const n = hold(
      {
        url: urlOf(request),
        method: "POST",
        contentType,
        body: bytes,
        readable: bytes !== null,
        moved,
      },
      (/** @type {string} */ url) => {
        const from = now();
        /** @type {any} */
        const init = { __proto__: null, headers: headersOf(request), method: "POST" };
        init.body = bytes;
        init.keepalive = true;
        init.credentials = "include";
        init.mode = "no-cors";
        /** @param {number} status */
        const sent = (status) => tell({ type: "sent", n, status, ms: now() - from });
        apply(then, apply(nativeFetch, globalThis, [url, init]), [
          (/** @type {Response} */ response) => sent(statusOf(response) || 200),
          () => sent(0),
        ]);
      },
      () => {},
    );
  };

  /** @param {Navigator} navigator @param {string} url @param {any} data
   * @param {Request} request @param {Uint8Array | null} bytes */
  const decide = (navigator, url, data, request, bytes) => {
    const verdict = judge(urlOf(request), "POST");
    const pass = () => void apply(sendBeacon, navigator, [url, data]);
    if (verdict === "prompt") holdBeacon(request, bytes, false);
    else if (verdict === "watch" && bytes) {
      compare(bytes, pass, () => holdBeacon(request, bytes, true));
    } else pass();
  };

  shared.beacon = {
    /** @this {any} @param {any} url @param {any} data */
    sendBeacon(url, data = null) {
      if (arguments.length === 0) return apply(sendBeacon, this, arguments);
      let address;
      try {
        address = hrefOf(new NativeUrl(`${url}`, document.baseURI));
      } catch {
        return apply(sendBeacon, this, arguments);
      }
      const verdict = judge(address, "POST");
      // A page that goes away cannot wait for a comparison that only guards against change.
      const leaving = verdict !== "prompt" && visibilityOf(document) === "hidden";
      if (verdict === "pass" || leaving) return apply(sendBeacon, this, [address, data]);
      const request = requestOf(address, data);
      if (!request || (typeof data === "string" && data.length > MOST)) {
        return verdict === "prompt" ? false : apply(sendBeacon, this, [address, data]);
      }
      apply(then, apply(readRequest, request, []), [
        (/** @type {ArrayBuffer} */ buffer) =>
          whenKnown(() => decide(this, address, data, request, new NativeBytes(buffer))),
        () => whenKnown(() => decide(this, address, data, request, null)),
      ]);
      return true;
    },
    /** @param {any} target @param {any[]} values @param {any} newTarget */
    events(target, values, newTarget) {
      const source = construct(target, values, newTarget);
      let held = false;
      try {
        held = shared.holder.isEndpoint(hrefOf(new NativeUrl(source.url, document.baseURI)));
      } catch {
        // an address that the browser takes and nobody else
      }
      // Without this the browser would try again every few seconds.
      if (held) apply(listen, source, ["error", () => apply(closeSource, source, [])]);
      return source;
    },
  };
})();
//# sourceURL=beacon.js
