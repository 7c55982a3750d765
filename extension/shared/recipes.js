// @ts-check
// What a WebSocket's frames are, as the site's file describes them: control frames without
// content, frames that carry what the person wrote, and everything else. The hook and the
// worker read frames by this one description; in a page it keeps its own built-ins, for the
// page may replace them later.
"use strict";
(() => {
  const { apply } = Reflect;
  const { parse } = JSON;
  const { keys, hasOwn } = Object;
  const { isArray } = Array;
  const { exec } = RegExp.prototype;
  const { charCodeAt, slice } = String.prototype;
  const decodeUrl = decodeURIComponent;

  /** The longest string of a control frame that a site's file describes. */
  const SHORT = 64;
  /** The longest word, and the longest frame, that counts as a name where nobody described
   * the site. */
  const WORD = 24;
  const SMALL = 200;
  /** The longest packet that may log a connection in. */
  const LOGIN = 2048;
  /** More digits than this may be a number that means somebody. */
  const DIGITS = 4;
  const NUMBER = 1e6;
  const DEEP = 32;

  const NAME = /^[A-Za-z0-9_.:/$-]*$/;
  const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
  const VISIBLE = /^[!-~]*$/;
  /** A signed token of a session (RFC 7519), which names a login and nothing that was written. */
  const TOKEN = /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/;
  const PULSE = /^[0-6](?:probe)?$/;
  const EVENT = "42";
  const CONNECT = /^40(\{[\s\S]*\})$/;
  const COUNTED = /^\d{1,4}([[{][\s\S]*)$/;
  const PACKET = /^4([0-6])(?:(\d+)-)?(?:(\/[^,[{"]*),?)?(\d{1,4})?((?:[[{"][\s\S]*)?)$/;

  /** @param {RegExp} pattern @param {string} text @returns {RegExpExecArray | null} */
  const match = (pattern, text) => apply(exec, pattern, [text]);

  /** @param {string} text */
  const json = (text) => {
    try {
      return { value: parse(text) };
    } catch {
      return null;
    }
  };

  /** @param {any} value @param {Sottovoce.Path} path @returns {unknown} */
  const at = (value, path) => {
    for (let i = 0; i < path.length; i++) {
      if (typeof value !== "object" || value === null || !hasOwn(value, path[i])) return undefined;
      value = value[path[i]];
    }
    return value;
  };

  /** @param {unknown} value @param {Sottovoce.Match} wanted */
  const fits = (value, wanted) => {
    for (let i = 0; i < wanted.length; i++) {
      if ((at(value, wanted[i][0]) ?? null) !== wanted[i][1]) return false;
    }
    return true;
  };

  /** Whether every string, key and number in a value passes a test.
   * @param {any} value @param {(leaf: string | number) => boolean} passes @param {number} [deep]
   * @returns {boolean} */
  const every = (value, passes, deep = 0) => {
    if (typeof value === "string" || typeof value === "number") return passes(value);
    if (typeof value !== "object" || value === null) return true;
    if (deep > DEEP) return false;
    const names = keys(value);
    for (let i = 0; i < names.length; i++) {
      if (!isArray(value) && !passes(names[i])) return false;
      if (!every(value[names[i]], passes, deep + 1)) return false;
    }
    return true;
  };

  /** How many bytes a text takes at most. @param {string} text */
  const sizeOf = (text) => (match(VISIBLE, text) ? text.length : text.length * 3);

  /** @param {string | number} leaf */
  const isShort = (leaf) =>
    typeof leaf === "number" || match(leaf.length <= SHORT ? VISIBLE : TOKEN, leaf) !== null;

  /** The name of something, and nothing that anybody wrote: no spaces, no letters beyond
   * ASCII, hardly a digit. One word can still be a name of somebody; that is the price of a
   * page that answers at once.
   * @param {string | number} leaf */
  const isName = (leaf) => {
    if (typeof leaf === "number") return leaf > -NUMBER && leaf < NUMBER;
    if (match(UUID, leaf)) return true;
    if (leaf.length > WORD || !match(NAME, leaf)) return false;
    let digits = 0;
    for (let i = 0; i < leaf.length; i++) {
      const code = apply(charCodeAt, leaf, [i]);
      if (code >= 48 && code <= 57) digits++;
    }
    return digits <= DIGITS;
  };

  /** @param {Sottovoce.SocketFrame["kind"]} kind @param {string} payload @param {number} [index]
   * @returns {Sottovoce.SocketFrame} */
  const frame = (kind, payload, index = -1) => ({ kind, payload, index });

  /** A frame of a site that nobody described; engine.io and socket.io are known.
   * @param {string} text @returns {Sottovoce.SocketFrame} */
  const undescribed = (text) => {
    if (match(PULSE, text)) return frame("control", "");
    const packet = match(PACKET, text);
    const [, type = "", , space = "", , body = ""] = packet ?? [];
    const payload = packet ? body : text;
    // What announces binary parts stands or falls with them, and nobody can read those.
    if (type === "5" || type === "6") return frame("unreadable", "");
    if (!isName(space)) return frame("other", text);
    if (payload === "") return frame("control", "");
    if (text.length > SMALL) return frame("other", payload);
    const read = json(payload);
    const small = read ? every(read.value, isName) : isName(payload);
    return frame(small ? "control" : "other", payload);
  };

  /** Whether a packet opens a connection, and says no more than who asks for it.
   * @param {string} text */
  const isLogin = (text) => {
    const read = json(match(CONNECT, text)?.[1] ?? "");
    const isTerse = (/** @type {string | number} */ leaf) =>
      isName(leaf) || (typeof leaf === "string" && match(TOKEN, leaf) !== null);
    return read !== null && text.length <= LOGIN && every(read.value, isTerse);
  };

  /** What a frame holds after its prefix; socket.io may count it in between.
   * @param {string} text @param {string} prefix */
  const payloadOf = (text, prefix) => {
    if (apply(slice, text, [0, prefix.length]) !== prefix) return text;
    const rest = apply(slice, text, [prefix.length]);
    return prefix === EVENT ? (match(COUNTED, rest)?.[1] ?? rest) : rest;
  };

  /** A frame of a socket that a site's file describes.
   * @param {Sottovoce.WatchedSocket} socket @param {string} text @returns {Sottovoce.SocketFrame} */
  const described = (socket, text) => {
    const { prefix = "", frames = [], control = [] } = socket;
    const payload = payloadOf(text, prefix);
    // What socket.io says of itself between its events has one grammar on every site.
    if (prefix === EVENT && payload === text && (match(PULSE, text) || match(PACKET, text))) {
      return isLogin(text) ? frame("control", "") : undescribed(text);
    }
    const read = json(payload);
    if (!read) return frame("other", payload);
    for (let i = 0; i < frames.length; i++) {
      if (fits(read.value, frames[i].match)) return frame("frame", payload, i);
    }
    for (let i = 0; i < control.length; i++) {
      const { match: wanted, most } = control[i];
      if (fits(read.value, wanted) && sizeOf(text) <= most && every(read.value, isShort)) {
        return frame("control", payload);
      }
    }
    return frame("other", payload);
  };

  /** Words in a WebSocket's address: it leaves with the handshake. Empty where all are names.
   * @param {string} url */
  const wordsIn = (url) => {
    /** @type {string[]} */
    const found = [];
    for (const piece of url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").split(/[/?&=#;]+/)) {
      let word = piece.replaceAll("+", " ");
      try {
        word = decodeUrl(word);
      } catch {
        // as it stands
      }
      if (!isName(word)) found.push(word);
    }
    return found;
  };

  /** Every string, number and key in a value that is more than a name.
   * @param {any} value @returns {string[] | null} Null if it nests too deep. */
  const wordsOf = (value) => {
    /** @type {string[]} */
    const found = [];
    const whole = every(value, (leaf) => {
      if (!isName(leaf)) found.push(`${leaf}`);
      return true;
    });
    return whole ? found : null;
  };

  globalThis.sottovoceRecipes = {
    /** @param {Sottovoce.WatchedSocket | null} socket Null for a site that nobody described.
     * @param {string} text @returns {Sottovoce.SocketFrame} */
    classify: (socket, text) => (socket ? described(socket, text) : undescribed(text)),
    wordsIn,
    wordsOf,
  };
})();
//# sourceURL=recipes.js
