// @ts-check
// Small conversions that several modules need.

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase64(text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let characters = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    characters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(characters);
}

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export async function sha256(bytes) {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/**
 * How many code points a text has: the companion's offsets count those, JavaScript's count
 * UTF-16 units.
 * @param {string} text
 */
export function codePoints(text) {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g);
  return text.length - (pairs?.length ?? 0);
}

/**
 * The findings worth showing, in the text's order: none twice, none inside another, and of
 * those for the same stretch the one that carried the level.
 * @param {readonly Sottovoce.Finding[]} findings
 * @param {readonly string[]} kinds Those that carried the level.
 * @param {number} length
 */
function shown(findings, kinds, length) {
  const rank = (/** @type {Sottovoce.Finding} */ { kind }) =>
    kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length;
  const fitting = findings
    .filter(
      ({ start, end, part }) => start < end && end <= length && (part ?? "prompt") === "prompt",
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  let reached = 0;
  return fitting.filter(({ end }) => {
    const further = end > reached;
    reached = Math.max(reached, end);
    return further;
  });
}

/**
 * The findings as stretches of the person's own text, so that nobody has to count offsets.
 * Offsets count code points.
 * @param {string} text
 * @param {readonly Sottovoce.Finding[]} findings
 * @param {readonly string[]} kinds
 * @returns {Sottovoce.Span[]}
 */
export function spans(text, findings, kinds) {
  const points = Array.from(text.length > 200_000 ? text.slice(0, 200_000) : text);
  const around = 24;
  return shown(findings, kinds, points.length)
    .slice(0, 12)
    .map(({ start, end, kind }) => {
      const before = points.slice(Math.max(0, start - around), start).join("");
      const after = points.slice(end, end + around).join("");
      return {
        before: start > around ? `…${before.replace(/^\S+(?=\s)/, "")}` : before,
        match: points.slice(start, Math.min(end, start + 120)).join(""),
        after: end + around < points.length ? `${after.replace(/(?<=\s)\S+$/, "")}…` : after,
        kind,
      };
    });
}
