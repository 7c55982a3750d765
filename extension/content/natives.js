// @ts-check
// Runs first in the page's own world: keeps the built-ins that the hook uses, before the page
// can replace them. What these files share goes away again before the page's code runs.
"use strict";
(() => {
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
  const responseHeadersOf = getter(Response.prototype, "headers");
  const xhrStatusOf = getter(xhr, "status");
  const hrefOf = getter(URL.prototype, "href");
  const copied = /** @type {const} */ ([
    "mode",
    "credentials",
    "cache",
    "redirect",
    "referrer",
    "referrerPolicy",
    "integrity",
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

  globalThis.sottovoceHook = {
    natives: {
      apply,
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
      copied,
      newMap,
      newWeakMap,
    },
  };
})();
