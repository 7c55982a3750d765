// @ts-check
// Runs in the page's own world before any of its code. It holds a request that carries a
// prompt, hands its bytes to the bridge, and sends exactly those bytes once they are
// released. It is comfort, not the wall: a request that gets around it, or that it releases
// without a decision, is stopped by the network rules.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, defineProperty, getOwnPropertyDescriptor, xhr, functionText, newWeakMap } =
    /** @type {Sottovoce.Natives} */ (shared.natives);
  const page = shared.xhr;
  const names = newWeakMap();
  /** @param {any} target @param {string} name @param {any} replacement */
  const replace = (target, name, replacement) => {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(target, name));
    defineProperty(replacement, "length", { value: descriptor.value.length, configurable: true });
    names.set(replacement, apply(functionText, descriptor.value, []));
    defineProperty(target, name, { ...descriptor, value: replacement });
  };
  delete globalThis.sottovoceHook;
  replace(globalThis, "fetch", shared.fetch);
  replace(xhr, "open", page.open);
  replace(xhr, "send", page.send);
  replace(xhr, "abort", page.abort);
  replace(xhr, "setRequestHeader", page.setRequestHeader);
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
