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
export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export async function sha256(bytes) {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/**
 * The findings as stretches of the person's own text, so that nobody has to count offsets.
 * Offsets count code points; JavaScript strings count UTF-16 units.
 * @param {string} text
 * @param {readonly Sottovoce.Finding[]} findings
 * @returns {Sottovoce.Span[]}
 */
export function spans(text, findings) {
  const points = Array.from(text.length > 200_000 ? text.slice(0, 200_000) : text);
  const around = 24;
  return findings
    .filter(({ start, end, part }) => start < end && end <= points.length && (part ?? "prompt") === "prompt")
    .toSorted((one, other) => one.start - other.start)
    .slice(0, 12)
    .map(({ start, end, kind }) => ({
      before: points.slice(Math.max(0, start - around), start).join(""),
      match: points.slice(start, Math.min(end, start + 120)).join(""),
      after: points.slice(end, end + around).join(""),
      kind,
    }));
}
