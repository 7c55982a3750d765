// @ts-check
// The page's `WebSocket` to an endpoint that takes prompts. The page holds a facade: the
// handshake waits until the wall is opened for this one, and a frame that carries what the
// person wrote waits for its release; the socket behind it is out of the page's reach. Frames
// are no requests: behind an open handshake there is no wall, so nothing here rests on
// anything that the page can change. All other sockets are the browser's own.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const {
    apply,
    construct,
    later,
    encode,
    NativeSocket,
    NativeBytes,
    PageException,
    PlainEvent,
    FrameEvent,
    EndEvent,
    sendFrame,
    closeSocket,
    isView,
    byteLengthOf,
    sizeOf,
    socketParts,
    setBinaryType,
    codeOf,
    endReasonOf,
    wasCleanOf,
    originOf,
    dataOf,
    listen,
    dispatch,
    newWeakMap,
  } = /** @type {Sottovoce.Natives} */ (shared.natives);
  const { recipeOf, isWatched, ask, hold, compare, drop, tell, whenKnown } = shared.holder;
  const { classify } = /** @type {any} */ (globalThis.sottovoceRecipes);
  delete (/** @type {any} */ (globalThis).sottovoceRecipes);

  const { slice: sliceBuffer } = ArrayBuffer.prototype;
  const byteLengthOfBytes = /** @type {any} */ (
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "byteLength")
  ).get;
  const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
  const ABNORMAL = 1006;
  const MOST_REASON = 123;
  const LEAST_COMPARED = 16;
  const SWITCHED = 101;

  /** The state of each facade, and of each socket of the browser's own with frames that wait. */
  const states = newWeakMap();

  /** @typedef {{data: any, size: number, stage: "waits" | "goes" | "ends", n: number,
   *   next: Item | null}} Item One frame, in the order in which the page sent it. */

  /** @param {any} facade @param {any} native @param {string} url @param {any} guard */
  const newState = (facade, native, url, guard) => ({
    facade,
    native,
    url,
    /** The recipe; null for a site that nobody described; "pass" for one that is not held. */
    guard,
    ready: native ? OPEN : CONNECTING,
    binaryType: "blob",
    buffered: 0,
    n: 0,
    ending: false,
    code: /** @type {number | undefined} */ (undefined),
    reason: "",
    first: /** @type {Item | null} */ (null),
    last: /** @type {Item | null} */ (null),
    over: false,
    open: null,
    message: null,
    error: null,
    close: null,
  });

  // --- what the page hears ---------------------------------------------------------------------

  /** @param {any} state @param {Event} event */
  const emit = (state, event) => apply(dispatch, state.facade, [event]);

  /** @param {any} state */
  const erred = (state) => {
    if (state.over) return;
    state.ready = CLOSED;
    emit(state, new PlainEvent("error"));
  };

  /** @param {any} state @param {boolean} clean @param {number} code @param {string} reason */
  const ended = (state, clean, code, reason) => {
    if (state.over) return;
    state.over = true;
    state.ready = CLOSED;
    for (let item = state.first; item; item = item.next) cancel(item);
    state.first = state.last = null;
    /** @type {any} */
    const init = { __proto__: null, wasClean: clean, code, reason };
    emit(state, new EndEvent("close", init));
  };

  /** @param {Item} item */
  const cancel = (item) => {
    if (item.stage !== "waits" || item.n === 0) return;
    drop(item.n);
    tell({ type: "cancel", n: item.n });
  };

  /** @param {any} state */
  const fail = (state) =>
    later(() => {
      erred(state);
      ended(state, false, ABNORMAL, "");
    });

  // --- the socket behind the facade ------------------------------------------------------------

  /** @param {any} state @param {any} protocols @param {string} url */
  const connect = (state, protocols, url) => {
    if (state.ready !== CONNECTING) return;
    let native;
    try {
      native = construct(NativeSocket, protocols === undefined ? [url] : [url, protocols]);
    } catch {
      fail(state);
      return;
    }
    state.native = native;
    apply(setBinaryType, native, [state.binaryType]);
    follow(state, native);
  };

  /** @param {any} state @param {any} native */
  const follow = (state, native) => {
    /** @param {string} name @param {(event: Event) => void} heard */
    const on = (name, heard) => apply(listen, native, [name, heard]);
    on("open", () =>
      later(() => {
        if (state.ready !== CONNECTING) return;
        state.ready = OPEN;
        emit(state, new PlainEvent("open"));
      }),
    );
    on("message", (event) => {
      const data = dataOf(event);
      const origin = originOf(event);
      later(() => {
        /** @type {any} */
        const init = { __proto__: null, data, origin };
        if (state.ready === OPEN) emit(state, new FrameEvent("message", init));
      });
    });
    on("error", () => later(() => erred(state)));
    on("close", (event) => {
      const [clean, code, reason] = [wasCleanOf(event), codeOf(event), endReasonOf(event)];
      later(() => ended(state, clean, code, reason));
    });
  };

  // --- frames that leave -----------------------------------------------------------------------

  /** @param {any} state @param {any} data @param {number} size @returns {Item} */
  const queue = (state, data, size) => {
    /** @type {Item} */
    const item = { data, size, stage: "waits", n: 0, next: null };
    if (state.last) state.last.next = item;
    else state.first = item;
    state.last = item;
    state.buffered += size;
    return item;
  };

  /** @param {any} state */
  const flush = (state) => {
    while (state.first && state.first.stage !== "waits") {
      const item = state.first;
      state.first = item.next;
      if (!state.first) state.last = null;
      state.buffered -= item.size;
      if (item.stage === "ends") continue;
      const isOpen = socketParts["readyState"](state.native) === OPEN;
      apply(sendFrame, state.native, [item.data]);
      if (item.n) tell({ type: "sent", n: item.n, status: isOpen ? SWITCHED : 0, ms: 0 });
    }
    if (!state.first && state.ending) {
      state.ending = false;
      closeNow(state);
    }
  };

  /** @param {any} state @param {Item} item @param {"goes" | "ends"} stage */
  const settle = (state, item, stage) => {
    item.stage = stage;
    flush(state);
  };

  /** @param {any} state @param {Item} item @param {Uint8Array | null} body @param {boolean} moved */
  const judge = (state, item, body, moved) => {
    item.n = hold(
      {
        url: state.url,
        method: "",
        contentType: "",
        body,
        readable: body !== null,
        transport: "socket",
        moved,
      },
      () => settle(state, item, "goes"),
      () => settle(state, item, "ends"),
    );
  };

  /** A frame of a socket that is held. @param {any} state @param {any} data */
  const sendGuarded = (state, data) => {
    if (typeof data !== "string") {
      const { copy, size } = copied(data);
      judge(state, queue(state, copy, size), null, false);
      return;
    }
    if (classify(state.guard, data).kind === "control") {
      apply(sendFrame, state.native, [data]);
      return;
    }
    const bytes = encode(data);
    judge(state, queue(state, data, lengthOf(bytes)), bytes, false);
  };

  /** A frame of any other socket, while the person types or while an earlier one waits.
   * @param {any} state @param {any} data */
  const sendWatched = (state, data) => {
    if (typeof data !== "string" || data.length < LEAST_COMPARED || !isWatched()) {
      if (!state.first) {
        apply(sendFrame, state.native, [data]);
        return;
      }
      const { copy, size } = copied(data);
      queue(state, copy, size).stage = "goes";
      return;
    }
    const bytes = encode(data);
    const item = queue(state, data, lengthOf(bytes));
    compare(
      bytes,
      () => settle(state, item, "goes"),
      () => judge(state, item, bytes, true),
    );
  };

  /** @param {Uint8Array} bytes @returns {number} */
  const lengthOf = (bytes) => apply(byteLengthOfBytes, bytes, []);

  /** What the page may not change while it waits. @param {any} data */
  const copied = (data) => {
    if (typeof data === "string") return { copy: data, size: lengthOf(encode(data)) };
    try {
      return { copy: data, size: sizeOf(data) };
    } catch {
      // no Blob
    }
    if (apply(isView, ArrayBuffer, [data])) {
      const copy = new NativeBytes(bytesOf(data));
      return { copy, size: lengthOf(copy) };
    }
    const copy = apply(sliceBuffer, data, [0]);
    return { copy, size: byteLengthOf(copy) };
  };

  /** @param {any} view @returns {Uint8Array} */
  const bytesOf = (view) => new NativeBytes(view.buffer, view.byteOffset, view.byteLength);

  /** What `send` makes of its argument: binary as it is, all else as text. @param {any} data */
  const dataFrom = (data) => {
    if (typeof data !== "object" || data === null || apply(isView, ArrayBuffer, [data])) {
      return typeof data === "object" && data !== null ? data : `${data}`;
    }
    for (const part of [sizeOf, byteLengthOf]) {
      try {
        part(data);
        return data;
      } catch {
        // neither a Blob nor a buffer
      }
    }
    return `${data}`;
  };

  // --- closing ---------------------------------------------------------------------------------

  /** @param {any} state */
  const closeNow = (state) => {
    const { native, code, reason } = state;
    apply(closeSocket, native, code === undefined ? [] : [code, reason]);
  };

  /** @param {any} code @param {any} reason */
  const checkClose = (code, reason) => {
    if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
      throw new PageException(
        `Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`,
        "InvalidAccessError",
      );
    }
    if (lengthOf(encode(reason)) > MOST_REASON) {
      throw new PageException(
        "Failed to execute 'close' on 'WebSocket': The message must not be greater than 123 bytes.",
        "SyntaxError",
      );
    }
  };

  /** @param {any} state @param {any} code @param {string} reason */
  const close = (state, code, reason) => {
    checkClose(code, reason);
    if (state.ready === CLOSING || state.ready === CLOSED) return;
    state.ready = CLOSING;
    if (!state.native) {
      drop(state.n);
      tell({ type: "cancel", n: state.n });
      fail(state);
      return;
    }
    state.code = code;
    state.reason = reason;
    if (state.first) state.ending = true;
    else closeNow(state);
  };

  /** Waits until the wall is opened for one handshake. @param {any} facade @param {string} url
   * @param {any} protocols @param {any} guard */
  const begin = (facade, url, protocols, guard) => {
    const state = newState(facade, null, url, guard);
    states.set(facade, state);
    whenKnown(() => {
      const recipe = recipeOf(url);
      state.guard = recipe;
      if (state.ready !== CONNECTING) return;
      if (recipe === "pass") {
        connect(state, protocols, url);
        return;
      }
      state.n = ask(
        "socket",
        { url },
        (/** @type {string} */ marked) => connect(state, protocols, marked),
        () => fail(state),
      );
    });
  };

  shared.sockets = {
    states,
    begin,
    close,
    sendWatched,
    /** @param {any} state @param {any} data */
    send: (state, data) => {
      if (state.guard === "pass") sendWatched(state, data);
      else sendGuarded(state, data);
    },
    /** One of the browser's own, while the person types. @param {any} native */
    watched: (native) => {
      const state = newState(null, native, socketParts["url"](native), "pass");
      states.set(native, state);
      return state;
    },
    dataFrom,
  };
})();
//# sourceURL=socket.js
