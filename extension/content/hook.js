// @ts-check
// Runs in the page's own world before any of its code. It holds a request that carries a
// prompt, hands its bytes to the bridge, and sends exactly those bytes once they are
// released. It is comfort, not the wall: a request that gets around it, or that it releases
// without a decision, is stopped by the network rules.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    defineProperty,
    getOwnPropertyDescriptor,
    NativeProxy,
    NativeSocket,
    NativeSource,
    xhr,
    functionText,
    newWeakMap,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const page = shared.xhr;
  const names = newWeakMap();

  /** Makes a function look like the one whose place it takes.
   * @param {any} replacement @param {Function} original */
  const disguise = (replacement, original) => {
    defineProperty(replacement, "length", { value: original.length, configurable: true });
    defineProperty(replacement, "name", { value: original.name, configurable: true });
    names.set(replacement, apply(functionText, original, []));
  };
  /** @param {any} target @param {string} name @param {any} replacement */
  const replace = (target, name, replacement) => {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(target, name));
    disguise(replacement, descriptor.value);
    defineProperty(target, name, { ...descriptor, value: replacement });
  };
  /** @param {any} target @param {string} name @param {PropertyDescriptor} accessor */
  const replaceAccessor = (target, name, { get, set }) => {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(target, name));
    if (get && descriptor.get) disguise(get, descriptor.get);
    if (set && descriptor.set) disguise(set, descriptor.set);
    defineProperty(target, name, { ...descriptor, get, set });
  };
  /** @param {string} name @param {any} native @param {(...values: any[]) => any} create */
  const replaceConstructor = (name, native, create) => {
    const handler = /** @type {any} */ ({ __proto__: null, construct: create });
    const proxy = new NativeProxy(native, handler);
    names.set(proxy, apply(functionText, native, []));
    for (const [target, key] of [
      [globalThis, name],
      [native.prototype, "constructor"],
    ]) {
      const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(target, key));
      defineProperty(target, key, { ...descriptor, value: proxy });
    }
  };

  delete globalThis.sottovoceHook;
  replace(globalThis, "fetch", shared.fetch);
  replace(xhr, "open", page.open);
  replace(xhr, "send", page.send);
  replace(xhr, "abort", page.abort);
  replace(xhr, "setRequestHeader", page.setRequestHeader);
  const { methods: answers, accessors: parts } = shared.response;
  for (const name of Object.keys(answers)) replace(xhr, name, answers[name]);
  for (const name of Object.keys(parts)) replaceAccessor(xhr, name, parts[name]);
  replace(Navigator.prototype, "sendBeacon", shared.beacon.sendBeacon);
  replaceConstructor("EventSource", NativeSource, shared.beacon.events);
  const { create, methods, accessors } = shared.socket;
  replaceConstructor("WebSocket", NativeSocket, create);
  replace(NativeSocket.prototype, "send", methods.send);
  replace(NativeSocket.prototype, "close", methods.close);
  for (const name of Object.keys(accessors)) {
    replaceAccessor(NativeSocket.prototype, name, accessors[name]);
  }
  shared.watch?.(shared.fetch);
  replace(
    Function.prototype,
    "toString",
    {
      /** @this {any} */
      toString() {
        const shown = typeof this === "function" ? names.get(this) : undefined;
        return shown ?? apply(functionText, this, []);
      },
    }.toString,
  );
})();
//# sourceURL=hook.js
