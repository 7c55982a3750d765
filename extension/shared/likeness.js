// @ts-check
// Whether a request holds a piece of what the person typed, however it is packed: as it is, as
// JSON, as a form, or one in the other. Nothing is kept.
"use strict";
(() => {
  /** The shortest piece that counts, without spaces. */
  const PIECE = 16;
  /** More is not looked at: the site is only watched for change. */
  const MOST = 1 << 20;
  const MOST_TYPED = 50_000;
  const BASE = 257;

  /** Editors, sites and forms differ in spaces. @param {string} text */
  const squeezed = (text) => text.replace(/[\s\u200b\ufeff]+/g, "");

  const SIGNS = new Map([
    ["n", "\n"],
    ["r", "\r"],
    ["t", "\t"],
    ["b", "\b"],
    ["f", "\f"],
  ]);
  /** @param {string} text */
  const fromJson = (text) =>
    text.replace(/\\(?:u([0-9a-f]{4})|([^u]))/gi, (_, code, sign) =>
      code ? String.fromCharCode(parseInt(code, 16)) : (SIGNS.get(sign) ?? sign),
    );

  /** @param {string} text */
  const fromForm = (text) =>
    text.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      const bytes = Uint8Array.from(run.split("%").slice(1), (pair) => parseInt(pair, 16));
      return new TextDecoder().decode(bytes);
    });

  /** The ways in which a body may be read. @param {string} body */
  const views = (body) => {
    const form = body.includes("%") || body.includes("+") ? fromForm(body) : body;
    const all = [body, fromJson(body), fromJson(fromJson(body)), form, fromJson(form)];
    return [...new Set(all.map(squeezed))];
  };

  /**
   * The hash of every piece of a text, one after the other (Karp and Rabin, 1987).
   * @param {string} text @param {(hash: number, start: number) => boolean} visit Stops on true.
   */
  const pieces = (text, visit) => {
    let first = 1;
    for (let i = 1; i < PIECE; i++) first = Math.imul(first, BASE);
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      if (i >= PIECE) hash = (hash - Math.imul(text.charCodeAt(i - PIECE), first)) | 0;
      hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
      if (i >= PIECE - 1 && visit(hash, i - PIECE + 1)) return true;
    }
    return false;
  };

  /** @param {string} typed @param {string} body */
  const shares = (typed, body) => {
    const text = squeezed(typed.slice(0, MOST_TYPED));
    if (text.length < PIECE) return false;
    /** @type {Set<number>} */
    const known = new Set();
    pieces(text, (hash) => {
      known.add(hash);
      return false;
    });
    return views(body.slice(0, MOST)).some((view) =>
      pieces(
        view,
        (hash, start) => known.has(hash) && text.includes(view.slice(start, start + PIECE)),
      ),
    );
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, likeness: { shares } };
})();
