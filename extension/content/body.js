// @ts-check
// The body of an answer to a page's `XMLHttpRequest`, as it comes: the text so far, and what
// the page's `responseType` makes of the whole.
"use strict";
(() => {
  const shared = /** @type {any} */ (globalThis.sottovoceHook);
  const { apply, defineProperty, getOwnPropertyDescriptor, NativeBytes, NativeDocument, test } =
    /** @type {Sottovoce.Natives} */ (shared.natives);
  const { exec } = RegExp.prototype;
  const { toLowerCase, replace } = String.prototype;
  const { set: copyInto } = Uint8Array.prototype;
  const { decode } = TextDecoder.prototype;
  const { parseFromString } = DOMParser.prototype;
  const { getElementsByTagName } = NativeDocument.prototype;
  const lengthOf = /** @type {any} */ (getOwnPropertyDescriptor(HTMLCollection.prototype, "length"))
    .get;
  const NativeBlob = Blob;
  const NativeDecoder = TextDecoder;
  const NativeParser = DOMParser;
  const { parse } = JSON;

  const ESSENCE = /^[^;]*/;
  const EDGES = /^[\t\n\r ]+|[\t\n\r ]+$/g;
  const CHARSET = /;[\t ]*charset[\t ]*=[\t ]*"?([^\t ;"]+)/i;
  const XML = /^(?:(?:text|application)\/xml|[^/]+\/[^/]+\+xml)$/;

  /** How many bytes a mark of the encoding may have. */
  const MARK = 3;

  /** The kind that a media type names, without its parameters. @param {string} type */
  const essenceOf = (type) =>
    apply(toLowerCase, apply(replace, apply(exec, ESSENCE, [type])[0], [EDGES, ""]), []);

  const create = () => ({
    pieces: /** @type {any} */ ({ __proto__: null, count: 0 }),
    size: 0,
    text: "",
    read: 0,
    decoder: /** @type {TextDecoder | null} */ (null),
    whole: false,
  });
  /** @typedef {ReturnType<typeof create>} Body */

  /** @param {Body} body @param {Uint8Array} bytes */
  const add = (body, bytes) => {
    body.pieces[body.pieces.count++] = bytes;
    body.size += bytes.byteLength;
  };

  /** All bytes in one buffer. @param {Body} body */
  const bytesOf = (body) => {
    const all = new NativeBytes(body.size);
    let at = 0;
    for (let i = 0; i < body.pieces.count; i++) {
      apply(copyInto, all, [body.pieces[i], at]);
      at += body.pieces[i].byteLength;
    }
    return all;
  };

  /** A mark at the start says more than the header. @param {Body} body @param {string} type */
  const charsetOf = (body, type) => {
    const start = body.pieces[0].byteLength < MARK ? bytesOf(body) : body.pieces[0];
    const { 0: first, 1: second, 2: third } = start;
    if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
    if (first === 0xfe && second === 0xff) return "utf-16be";
    if (first === 0xff && second === 0xfe) return "utf-16le";
    return apply(exec, CHARSET, [type])?.[1] ?? "utf-8";
  };

  /** @param {string} charset */
  const decoderOf = (charset) => {
    try {
      return new NativeDecoder(charset);
    } catch {
      return new NativeDecoder();
    }
  };

  /** @param {Body} body @param {string} type The media type that counts. */
  const textOf = (body, type) => {
    if (body.read < body.pieces.count && (body.size >= MARK || body.whole)) {
      body.decoder ??= decoderOf(charsetOf(body, type));
      const more = { __proto__: null, stream: true };
      while (body.read < body.pieces.count) {
        body.text += apply(decode, body.decoder, [body.pieces[body.read++], more]);
      }
    }
    if (body.whole && body.decoder) {
      body.text += apply(decode, body.decoder, []);
      body.decoder = null;
    }
    return body.text;
  };

  /** @param {Body} body @param {string} type @param {boolean} asked Whether the page said that
   * it wants a document; only then it may be one of HTML. */
  const documentOf = (body, type, asked) => {
    const kind = essenceOf(type);
    const markup = kind === "text/html";
    if (body.size === 0 || !(markup ? asked : apply(test, XML, [kind]))) return null;
    const as = markup ? kind : "application/xml";
    const found = apply(parseFromString, new NativeParser(), [textOf(body, type), as]);
    if (markup) return found;
    const said = { __proto__: null, value: kind, configurable: true };
    defineProperty(found, "contentType", /** @type {any} */ (said));
    const errors = apply(getElementsByTagName, found, ["parsererror"]);
    return apply(lengthOf, errors, []) > 0 ? null : found;
  };

  /** @param {Body} body */
  const jsonOf = (body) => {
    try {
      return parse(apply(decode, new NativeDecoder(), [bytesOf(body)]));
    } catch {
      return null;
    }
  };

  /** What a page gets as `response` when all has come.
   * @param {Body} body @param {string} kind The `responseType`. @param {string} type */
  const valueOf = (body, kind, type) => {
    if (kind === "json") return jsonOf(body);
    if (kind === "document") return documentOf(body, type, true);
    if (kind === "arraybuffer") return bytesOf(body).buffer;
    const init = /** @type {any} */ ({ __proto__: null, type: essenceOf(type) });
    return new NativeBlob([bytesOf(body)], init);
  };

  shared.body = { create, add, textOf, documentOf, valueOf };
})();
//# sourceURL=body.js
