// @ts-check
// Finds the prompt in a request's body, as its site's file describes it. What does not have
// the described shape is not readable, and what is not readable never goes to the site.

import { codePoints } from "./codec.js";

/** @type {Sottovoce.Extracted} */
export const UNREADABLE = {
  text: "",
  latest: 0,
  readable: false,
  attachments: [],
  conversation: "",
};

/** What stands between two texts of one request. */
const GAP = "\n\n";

/** The body does not have the shape that the site's file describes. */
class ShapeError extends Error {}

/**
 * @param {Sottovoce.Body} spec
 * @param {Uint8Array} bytes
 * @param {string} contentType
 * @returns {Sottovoce.Extracted}
 */
export function extract(spec, bytes, contentType) {
  try {
    if (spec.format === "leaves") return fromLeaves(bytes, contentType);
    return fromShape(spec, parsed(spec, decode(bytes)));
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ShapeError("not UTF-8");
  }
}

/** @param {Sottovoce.Body} spec @param {string} body @returns {unknown} */
function parsed(spec, body) {
  if (spec.format === "json") return JSON.parse(body);
  const fields = new URLSearchParams(body).getAll(spec.field ?? "");
  if (fields.length !== 1) throw new ShapeError("the form's field is missing or repeated");
  const inner = at(JSON.parse(fields[0]), spec.nested ?? []);
  return JSON.parse(texts(inner).join(""));
}

/** @param {Sottovoce.Body} spec @param {unknown} body @returns {Sottovoce.Extracted} */
function fromShape(spec, body) {
  /** @type {string[]} */
  const found = [];
  /** @type {Sottovoce.Attachment[]} */
  const attachments = [];
  const earlier = spec.turns ? fromTurns(spec.turns, body, found, attachments) : 0;
  for (const path of spec.texts ?? []) found.push(...texts(at(body, path)));
  for (const path of spec.also ?? []) {
    for (const value of all(body, path)) found.push(...texts(value));
  }
  for (const { list, type, size } of spec.files ?? []) {
    for (const files of all(body, list)) attachments.push(...listed(files, type, size));
  }
  const conversation = spec.conversation ? at(body, spec.conversation) : "";
  return {
    text: found.join(GAP).toWellFormed(),
    latest: startOf(earlier, found),
    readable: true,
    attachments,
    conversation: typeof conversation === "string" ? conversation : "",
  };
}

/**
 * Where a text begins in all of them joined, in code points; 0 if there is no such text.
 * @param {number} index @param {readonly string[]} found
 */
function startOf(index, found) {
  if (index >= found.length) return 0;
  const before = found.slice(0, index).map((text) => text + GAP);
  return codePoints(before.join(""));
}

/**
 * Every turn that the site did not write itself: earlier ones leave with the body too.
 * @param {NonNullable<Sottovoce.Body["turns"]>} spec @param {unknown} body
 * @param {string[]} found @param {Sottovoce.Attachment[]} attachments
 * @returns {number} How many of the texts are of turns before the last one.
 */
function fromTurns(spec, body, found, attachments) {
  const turns = at(body, spec.list);
  if (!Array.isArray(turns) || turns.length === 0) throw new ShapeError("no turns");
  let earlier = 0;
  for (const turn of turns) {
    const role = at(turn, spec.role);
    if (typeof role !== "string") throw new ShapeError("a turn without a role");
    if (spec.site.includes(role)) continue;
    earlier = found.length;
    found.push(...contents(at(turn, spec.content), attachments));
  }
  return earlier;
}

/**
 * A turn's content: a string, or a list of strings, text parts and other parts.
 * @param {unknown} content @param {Sottovoce.Attachment[]} attachments
 * @returns {string[]}
 */
function contents(content, attachments) {
  if (typeof content === "string") return [content];
  if (!Array.isArray(content)) throw new ShapeError("a turn's content is no text");
  return content.flatMap((part) => {
    if (typeof part === "string") return [part];
    if (typeof part !== "object" || part === null) throw new ShapeError("an unknown part");
    if (typeof part.text === "string") return [part.text];
    const size = typeof part.size_bytes === "number" ? part.size_bytes : 0;
    attachments.push(attachment(part.type ?? part.content_type, size));
    return [];
  });
}

/** @param {unknown} files @param {Sottovoce.Path} type @param {Sottovoce.Path} size */
function listed(files, type, size) {
  if (files === null || files === undefined) return [];
  if (!Array.isArray(files)) throw new ShapeError("the files are no list");
  return files.map((file) => attachment(at(file, type), at(file, size)));
}

/** @param {unknown} type @param {unknown} size @returns {Sottovoce.Attachment} */
function attachment(type, size) {
  return {
    media_type: typeof type === "string" ? type.slice(0, 128) : "application/octet-stream",
    size: Number.isSafeInteger(size) && Number(size) >= 0 ? Number(size) : 0,
  };
}

/** @param {unknown} value @returns {string[]} */
function texts(value) {
  if (typeof value !== "string") throw new ShapeError("a text is missing");
  return [value];
}

/** @param {unknown} value @param {Sottovoce.Path} path @returns {unknown} */
function at(value, path) {
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = /** @type {any} */ (value)[key];
  }
  return value;
}

/** @param {unknown} value @param {Sottovoce.Path} path @returns {unknown[]} */
function all(value, path) {
  const star = path.indexOf("*");
  if (star < 0) {
    const found = at(value, path);
    return found === undefined || found === null ? [] : [found];
  }
  const items = at(value, path.slice(0, star));
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items)) throw new ShapeError("a list is something else");
  return items.flatMap((item) => all(item, path.slice(star + 1)));
}

// --- sites that nobody described: every string counts ------------------------------------------

/** @param {Uint8Array} bytes @param {string} contentType @returns {Sottovoce.Extracted} */
function fromLeaves(bytes, contentType) {
  const body = decode(bytes);
  const type = contentType.split(";")[0].trim().toLowerCase();
  /** @type {string[]} */
  const found = [];
  /** @type {Sottovoce.Attachment[]} */
  const attachments = [];
  if (type === "application/x-www-form-urlencoded") {
    for (const pair of new URLSearchParams(body)) found.push(...pair);
  } else if (type === "multipart/form-data") {
    fromMultipart(body, contentType, found, attachments);
  } else if (/^[\s]*[[{"]/.test(body)) {
    leaves(JSON.parse(body), found);
  } else {
    found.push(body);
  }
  const text = found.filter((leaf) => leaf.trim() !== "").join("\n");
  return { text: text.toWellFormed(), latest: 0, readable: true, attachments, conversation: "" };
}

/** @param {unknown} value @param {string[]} found */
function leaves(value, found) {
  if (typeof value === "string") found.push(value);
  else if (typeof value === "number") found.push(String(value));
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!Array.isArray(value) && /\s/.test(key)) found.push(key);
      leaves(item, found);
    }
  }
}

/**
 * @param {string} body @param {string} contentType
 * @param {string[]} found @param {Sottovoce.Attachment[]} attachments
 */
function fromMultipart(body, contentType, found, attachments) {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw new ShapeError("a form without a boundary");
  const sections = body.split(`--${boundary}`);
  if (sections.length < 2 || !sections[sections.length - 1].startsWith("--")) {
    throw new ShapeError("a broken form");
  }
  for (const section of sections.slice(1, -1)) {
    const end = section.indexOf("\r\n\r\n");
    if (end < 0) throw new ShapeError("a form's part without a header");
    const head = section.slice(0, end);
    const content = section.slice(end + 4, -2);
    const type = /^content-type:\s*(\S+)/im.exec(head)?.[1];
    if (/filename/i.test(head)) attachments.push(attachment(type, content.length));
    else found.push(content);
  }
}
