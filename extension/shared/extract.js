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
    if (spec.format === "file") return fromFile(bytes, contentType);
    if (spec.format === "leaves" || spec.format === "multipart") {
      return fromLeaves(bytes, contentType);
    }
    return fromValue(spec, parsed(spec, decode(bytes)));
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

/**
 * Reads a JSON value: a body, or the frame of a WebSocket.
 * @param {Pick<Sottovoce.Body, "cases"> & Sottovoce.Texts} spec @param {unknown} value
 * @returns {Sottovoce.Extracted}
 */
function fromValue(spec, value) {
  const one = spec.cases?.find(({ match }) => matches(value, match)) ?? spec;
  if (!one.turns && !one.texts && !one.parts && !one.also && !one.rest) {
    throw new ShapeError("no case fits");
  }
  return fromShape(one, value);
}

/** Whether every named place has the named value.
 * @param {unknown} value @param {Sottovoce.Match} match */
export function matches(value, match) {
  return match.every(([path, wanted]) => at(value, path) === wanted);
}

/**
 * Finds the prompt in a value that was parsed already.
 * @param {Sottovoce.Texts} spec @param {unknown} value @returns {Sottovoce.Extracted}
 */
export function extractValue(spec, value) {
  try {
    return fromShape(spec, value);
  } catch (error) {
    if (error instanceof ShapeError) return UNREADABLE;
    throw error;
  }
}

/** @param {Sottovoce.Texts} spec @param {unknown} body @returns {Sottovoce.Extracted} */
function fromShape(spec, body) {
  /** @type {string[]} */
  const found = [];
  /** @type {Sottovoce.Attachment[]} */
  const attachments = [];
  const earlier = spec.turns ? fromTurns(spec.turns, body, found, attachments) : 0;
  for (const path of spec.texts ?? []) found.push(...texts(at(body, path)));
  for (const path of spec.parts ?? []) found.push(...contents(at(body, path), attachments));
  for (const path of spec.also ?? []) {
    for (const value of all(body, path)) found.push(...texts(value));
  }
  for (const { list, type, size } of spec.files ?? []) {
    for (const files of all(body, list)) attachments.push(...listed(files, type, size));
  }
  if (spec.rest) rest(at(body, spec.rest.under ?? []), spec, found);
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
 * @param {NonNullable<Sottovoce.Texts["turns"]>} spec @param {unknown} body
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
    if (spec.site?.includes(role)) continue;
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

/**
 * All other strings below a place, once each: what stands in `skip` is the site's own, and the
 * turns are judged already.
 * @param {unknown} value @param {Sottovoce.Texts} spec @param {string[]} found
 */
function rest(value, spec, found) {
  const under = spec.rest?.under ?? [];
  const skip = [...(spec.rest?.skip ?? []), ...(spec.turns ? [spec.turns.list] : [])];
  /** @type {string[]} */
  const others = [];
  /** @param {unknown} item @param {Sottovoce.Path} path */
  const walk = (item, path) => {
    if (skip.some((place) => covers(place, path))) return;
    if (typeof item === "string" || typeof item === "number") others.push(String(item));
    else if (Array.isArray(item)) item.forEach((one, index) => walk(one, [...path, index]));
    else if (typeof item === "object" && item !== null) {
      for (const [key, one] of Object.entries(item)) {
        if (/\s/.test(key)) others.push(key);
        walk(one, [...path, key]);
      }
    }
  };
  walk(value, under);
  const known = new Set(found);
  found.push(...others.filter((text) => text.trim() !== "" && !known.has(text)));
}

/** Whether two places are the same; `*` stands for every item of a list.
 * @param {Sottovoce.Path} place @param {Sottovoce.Path} path */
function covers(place, path) {
  if (place.length !== path.length) return false;
  return place.every((key, index) => key === path[index] || (key === "*" && isItem(path[index])));
}

/** @param {string | number} key */
function isItem(key) {
  return typeof key === "number";
}

/** The whole body is a file. @param {Uint8Array} bytes @param {string} contentType */
function fromFile(bytes, contentType) {
  const type = contentType.split(";")[0].trim().toLowerCase();
  const attachments = [attachment(type || undefined, bytes.length)];
  return { text: "", latest: 0, readable: true, attachments, conversation: "" };
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
