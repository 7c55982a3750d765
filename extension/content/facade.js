// @ts-check
// What the page sees of a held WebSocket: everything that the browser's own shows, on the
// browser's own prototype.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    construct,
    getOwnPropertyDescriptor,
    NativeTarget,
    NativeError,
    NativeUrl,
    PageException,
    sendFrame,
    closeSocket,
    socketParts,
    setBinaryType,
    listen,
    test,
    hrefOf,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { recipeOf, isWatched } = shared.holder;
  const { states, begin, close, send, sendWatched, watched, dataFrom } = shared.sockets;

  const { slice } = String.prototype;
  const { min, max, round } = Math;
  const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
  const ADDRESS = /^wss?:[^#]*$/;
  const [CONNECTING, OPEN] = [0, 1];

  // --- the constructor -------------------------------------------------------------------------

  /** @param {any} value @returns {any} */
  const listOf = (value) => {
    if (value === undefined) return undefined;
    if (typeof value !== "object" || value === null) return `${value}`;
    /** @type {string[]} */
    const names = [];
    for (const name of value) names[names.length] = `${name}`;
    return names;
  };

  /** @param {any} protocols */
  const areProtocols = (protocols) => {
    const list = typeof protocols === "string" ? [protocols] : (protocols ?? []);
    for (let i = 0; i < list.length; i++) {
      if (!apply(test, TOKEN, [list[i]])) return false;
      for (let j = 0; j < i; j++) if (list[j] === list[i]) return false;
    }
    return true;
  };

  /** The address that a page means, or nothing where the browser has to say what is wrong.
   * @param {string} address */
  const addressOf = (address) => {
    try {
      const href = hrefOf(new NativeUrl(address, document.baseURI));
      const plain = apply(slice, href, [0, 4]) === "http";
      const url = plain ? `ws${apply(slice, href, [4])}` : href;
      return apply(test, ADDRESS, [url]) ? url : "";
    } catch {
      return "";
    }
  };

  /** @param {any} target @param {any[]} values @param {any} newTarget */
  const create = (target, values, newTarget) => {
    if (values.length === 0) return construct(target, values, newTarget);
    const address = `${values[0]}`;
    const protocols = listOf(values[1]);
    const again = protocols === undefined ? [address] : [address, protocols];
    const url = addressOf(address);
    if (!url || !areProtocols(protocols)) return construct(target, again, newTarget);
    const guard = recipeOf(url);
    if (guard === "pass") return construct(target, again, newTarget);
    const facade = construct(NativeTarget, [], newTarget);
    begin(facade, url, protocols, guard);
    return facade;
  };

  // --- methods ---------------------------------------------------------------------------------

  const methods = {
    /** @this {any} @param {any} data */
    send(data) {
      const state = states.get(this);
      if (!state?.facade) {
        const isOpen = arguments.length > 0 && (state || isWatched());
        if (!isOpen || socketParts["readyState"](this) !== OPEN) {
          return apply(sendFrame, this, arguments);
        }
        return sendWatched(state ?? watched(this), dataFrom(data));
      }
      if (arguments.length === 0) {
        throw new NativeError(
          "Failed to execute 'send' on 'WebSocket': 1 argument required, but only 0 present.",
        );
      }
      const content = dataFrom(data);
      if (state.ready === CONNECTING) {
        throw new PageException(
          "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
          "InvalidStateError",
        );
      }
      if (state.ready === OPEN) send(state, content);
      return undefined;
    },
    /** @this {any} @param {any} [code] @param {any} [reason] */
    close(code, reason) {
      const state = states.get(this);
      if (!state) return apply(closeSocket, this, arguments);
      const number = code === undefined ? undefined : min(max(round(Number(code)), 0), 65_535);
      return close(state, number, reason === undefined ? "" : `${reason}`);
    },
  };

  // --- what it shows ---------------------------------------------------------------------------

  /** @param {string} name @param {any} self */
  const part = (name, self) => {
    const state = states.get(self);
    if (!state?.facade) {
      const value = socketParts[name](self);
      return state && name === "bufferedAmount" ? value + state.buffered : value;
    }
    switch (name) {
      case "url":
        return state.url;
      case "readyState":
        return state.ready;
      case "bufferedAmount":
        return (state.native ? socketParts[name](state.native) : 0) + state.buffered;
      case "binaryType":
        return state.binaryType;
      default:
        return state.native ? socketParts[name](state.native) : "";
    }
  };

  /** @type {Record<string, PropertyDescriptor>} */
  const accessors = {};
  for (const name of ["url", "readyState", "bufferedAmount", "extensions", "protocol"]) {
    accessors[name] = {
      /** @this {any} */
      get() {
        return part(name, this);
      },
    };
  }
  accessors["binaryType"] = {
    /** @this {any} */
    get() {
      return part("binaryType", this);
    },
    /** @this {any} */
    set(value) {
      const state = states.get(this);
      if (!state?.facade) return apply(setBinaryType, this, [value]);
      const kind = `${value}`;
      if (kind !== "blob" && kind !== "arraybuffer") return undefined;
      state.binaryType = kind;
      if (state.native) apply(setBinaryType, state.native, [kind]);
      return undefined;
    },
  };

  /** @param {"open" | "message" | "error" | "close"} name */
  const handler = (name) => {
    const { get, set } = /** @type {any} */ (
      getOwnPropertyDescriptor(WebSocket.prototype, `on${name}`)
    );
    return {
      /** @this {any} */
      get() {
        const state = states.get(this);
        return state?.facade ? (state[name]?.value ?? null) : apply(get, this, []);
      },
      /** @this {any} */
      set(/** @type {any} */ value) {
        const state = states.get(this);
        if (!state?.facade) return apply(set, this, [value]);
        const object = (typeof value === "object" && value) || typeof value === "function";
        const holder = state[name];
        if (holder) holder.value = object ? value : null;
        else if (object) listenWith(state, name, value);
        return undefined;
      },
    };
  };

  /** @param {any} state @param {string} name @param {any} first */
  const listenWith = (state, name, first) => {
    const holder = { value: first };
    state[name] = holder;
    /** @param {Event} event */
    const heard = (event) => {
      if (typeof holder.value === "function") apply(holder.value, state.facade, [event]);
    };
    apply(listen, state.facade, [name, heard]);
  };
  for (const name of /** @type {const} */ (["open", "message", "error", "close"])) {
    accessors[`on${name}`] = handler(name);
  }

  shared.socket = { create, methods, accessors };
})();
//# sourceURL=facade.js
