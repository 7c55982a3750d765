// @ts-check
// Runs first in the page's own world: keeps the built-ins that the hook uses, before the page
// can replace them. What these files share goes away again before the page's code runs.
"use strict";
(() => {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const NativeRequest = Request;
  const NativeResponse = Response;
  const NativeBytes = Uint8Array;
  const NativeStream = ReadableStream;
  const NativeDocument = Document;
  const NativeError = TypeError;
  const NativeEvent = ProgressEvent;
  const NativePromise = Promise;
  const NativeUrl = URL;
  const NativeSocket = WebSocket;
  const NativeSource = EventSource;
  const NativeTarget = EventTarget;
  const NativeProxy = Proxy;
  const PlainEvent = Event;
  const FrameEvent = MessageEvent;
  const EndEvent = CloseEvent;
  const PageException = DOMException;
  const nativeFetch = fetch;
  const now = performance.now.bind(performance);
  const xhr = XMLHttpRequest.prototype;
  const { open, send, abort, setRequestHeader } = xhr;
  const functionText = Function.prototype.toString;
  const listen = EventTarget.prototype.addEventListener;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const post = MessagePort.prototype.postMessage;
  const { exec } = RegExp.prototype;
  /** `RegExp.prototype.test` without the detour over an `exec` that a page may have replaced.
   * @this {RegExp} @param {string} text */
  const test = function (text) {
    return apply(exec, this, [text]) !== null;
  };
  const { send: sendFrame, close: closeSocket } = WebSocket.prototype;
  const closeSource = EventSource.prototype.close;
  const { sendBeacon } = Navigator.prototype;
  const { isView } = ArrayBuffer;
  const encoder = new TextEncoder();
  const encodeText = TextEncoder.prototype.encode;
  /** @param {string} text @returns {Uint8Array} */
  const encode = (text) => apply(encodeText, encoder, [text]);
  const upper = String.prototype.toUpperCase;
  const then = Promise.prototype.then;
  const readBytes = Response.prototype.arrayBuffer;
  const readRequest = Request.prototype.arrayBuffer;
  const getHeader = Headers.prototype.get;
  const eachHeader = Headers.prototype.forEach;
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
  const responseHeadersOf = getter(Response.prototype, "headers");
  const xhrStatusOf = getter(xhr, "status");
  const hrefOf = getter(URL.prototype, "href");
  /** Whether the bridge can speak in the page's name (`deliver.js`): not in Firefox. */
  const beside = !("mozInnerScreenX" in globalThis);
  /** Whether a service worker of the page would see a request and its address. */
  const watched = (() => {
    try {
      const { serviceWorker } = navigator;
      if (!serviceWorker) return () => false;
      const controllerOf = getter(ServiceWorkerContainer.prototype, "controller");
      return () => controllerOf(serviceWorker) !== null;
    } catch {
      return () => false; // A document that may have none.
    }
  })();
  const socketParts = /** @type {any} */ ({ __proto__: null });
  for (const name of [
    "url",
    "readyState",
    "bufferedAmount",
    "extensions",
    "protocol",
    "binaryType",
  ]) {
    socketParts[name] = getter(WebSocket.prototype, name);
  }
  const setBinaryType = /** @type {any} */ (
    getOwnPropertyDescriptor(WebSocket.prototype, "binaryType")
  ).set;
  const codeOf = getter(CloseEvent.prototype, "code");
  const endReasonOf = getter(CloseEvent.prototype, "reason");
  const wasCleanOf = getter(CloseEvent.prototype, "wasClean");
  const originOf = getter(MessageEvent.prototype, "origin");
  const byteLengthOf = getter(ArrayBuffer.prototype, "byteLength");
  const sizeOf = getter(Blob.prototype, "size");
  const visibilityOf = getter(Document.prototype, "visibilityState");
  const copied = /** @type {const} */ ([
    "mode",
    "credentials",
    "cache",
    "redirect",
    "referrer",
    "referrerPolicy",
    "integrity",
  ]).map((name) => /** @type {const} */ ([name, getter(Request.prototype, name)]));
  /** Headers as an object of which the page's prototypes are no part.
   * @param {Headers} headers @returns {Record<string, string>} */
  const recordOf = (headers) => {
    const record = /** @type {any} */ ({ __proto__: null });
    apply(eachHeader, headers, [
      (/** @type {string} */ value, /** @type {string} */ name) => void (record[name] = value),
    ]);
    return record;
  };
  /** Bytes that nobody else has: a promise shows a buffer to the page on its way.
   * @param {ArrayBuffer} buffer */
  const ownBytes = (buffer) => new NativeBytes(new NativeBytes(buffer));
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
  // While a listener runs, `window.event` shows its event and so its target to any code that
  // the browser runs before the listener has ended: a page that waits for a promise would
  // reach our private ports and sockets. So what they report is kept, and done in a task of
  // its own, whose event is empty.
  const pump = new MessageChannel();
  /** @typedef {{work: () => void, next: Work | null}} Work */
  /** @type {Work | null} */
  let first = null;
  /** @type {Work | null} */
  let last = null;
  /** @param {() => void} work */
  const later = (work) => {
    const item = { work, next: null };
    if (last) last.next = item;
    else first = item;
    last = item;
    apply(post, pump.port1, [0]);
  };
  apply(listen, pump.port2, [
    "message",
    () => {
      const item = first;
      if (!item) return;
      first = item.next;
      if (!first) last = null;
      item.work();
    },
  ]);
  pump.port2.start();

  globalThis.sottovoceHook = {
    natives: {
      apply,
      construct,
      later,
      encode,
      NativeSocket,
      NativeSource,
      NativeTarget,
      NativeProxy,
      PlainEvent,
      FrameEvent,
      EndEvent,
      sendFrame,
      closeSocket,
      closeSource,
      sendBeacon,
      isView,
      socketParts,
      setBinaryType,
      codeOf,
      endReasonOf,
      wasCleanOf,
      originOf,
      byteLengthOf,
      sizeOf,
      visibilityOf,
      defineProperty,
      getOwnPropertyDescriptor,
      open,
      send,
      abort,
      setRequestHeader,
      NativeRequest,
      NativeResponse,
      NativeBytes,
      NativeStream,
      NativeDocument,
      NativeError,
      NativeEvent,
      NativePromise,
      NativeUrl,
      PageException,
      nativeFetch,
      now,
      xhr,
      functionText,
      listen,
      dispatch,
      post,
      test,
      upper,
      then,
      readBytes,
      readRequest,
      getHeader,
      recordOf,
      ownBytes,
      dataOf,
      portsOf,
      urlOf,
      methodOf,
      headersOf,
      signalOf,
      abortedOf,
      reasonOf,
      statusOf,
      responseHeadersOf,
      xhrStatusOf,
      hrefOf,
      beside,
      watched,
      copied,
      newMap,
      newWeakMap,
    },
  };
})();
//# sourceURL=natives.js
