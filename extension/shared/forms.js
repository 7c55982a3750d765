// @ts-check
// The fields and files of a form, from its bytes (RFC 7578).

/** The body is no such form. */
export class FormError extends Error {}

/**
 * @typedef {object} Section
 * @property {string} name The field's.
 * @property {string | null} file The file's name; null for a field of text.
 * @property {string} type The media type, or empty.
 * @property {Uint8Array} content
 */

/** @param {Uint8Array} bytes @param {string} contentType @returns {Section[]} */
export function multipart(bytes, contentType) {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw new FormError("no boundary");
  // A character a byte, so that positions in the text are positions in the bytes.
  const text = new TextDecoder("latin1").decode(bytes);
  const marks = [...places(text, `--${boundary}`)];
  const last = marks.at(-1);
  if (marks.length < 2 || last === undefined) throw new FormError("no sections");
  if (!text.startsWith("--", last + boundary.length + 2)) throw new FormError("no end");
  return marks.slice(0, -1).map((mark, index) => {
    const start = mark + boundary.length + 2;
    const end = text.indexOf("\r\n\r\n", start);
    if (end < 0 || end > marks[index + 1]) throw new FormError("a section without a header");
    const head = new TextDecoder().decode(bytes.subarray(start, end));
    return { ...described(head), content: bytes.subarray(end + 4, marks[index + 1] - 2) };
  });
}

/** @param {string} text @param {string} wanted */
function* places(text, wanted) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    yield at;
  }
}

/** @param {string} head */
function described(head) {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
  const file = /filename/i.test(head)
    ? (/;\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? "")
    : null;
  return {
    name: /;\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? "",
    file,
    type: /^content-type:\s*([^\s;]+)/im.exec(head)?.[1] ?? "",
  };
}
