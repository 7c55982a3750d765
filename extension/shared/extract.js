// @ts-check
// Finds the prompt in a request's body, as its site's file describes it. What does not have
// the described shape is not readable, and what is not readable never goes to the site.

import { codePoints, toBase64 } from "./codec.js";
import { filesIn, withFiles } from "./files.js";
import { FormError, multipart } from "./forms.js";
import { at, leavesBut, matches } from "./places.js";
import "./recipes.js";

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

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

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
    return withFiles(read(spec, bytes, contentType));
  } catch (error) {
    if (!isOurs(error)) throw error;
    return spec.otherwise ? extract({ format: spec.otherwise }, bytes, contentType) : UNREADABLE;
  }
}

/** @param {unknown} error */
function isOurs(error) {
  return error instanceof ShapeError || error instanceof SyntaxError || error instanceof FormError;
}

/** @param {Sottovoce.Body} spec @param {Uint8Array} bytes @param {string} contentType */
function read(spec, bytes, contentType) {
  switch (spec.format) {
    case "json":
      return fromValue(spec, JSON.parse(decode(bytes)));
    case "form":
      return fromValue(spec, fromForm(spec, decode(bytes)));
    case "graphql":
      return fromValue(spec, fromGraphql(decode(bytes), typeOf(contentType)));
    case "multipart":
      return fromMultipart(spec, bytes, contentType);
    case "file":
      return fromFile(bytes, contentType);
    default:
      return fromLeaves(bytes, contentType);
  }
}

/** @param {string} contentType */
function typeOf(contentType) {
  return contentType.split(";")[0].trim().toLowerCase();
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
function fromForm(spec, body) {
  const fields = new URLSearchParams(body).getAll(spec.field ?? "");
  if (fields.length !== 1) throw new ShapeError("the form's field is missing or repeated");
  const value = JSON.parse(fields[0]);
  return spec.nested ? JSON.parse(texts(at(value, spec.nested)).join("")) : value;
}

/** An operation and its variables, however they are written.
 * @param {string} body @param {string} type */
function fromGraphql(body, type) {
  /** @type {Record<string, any>} */
  const fields =
    type === "application/x-www-form-urlencoded"
      ? Object.fromEntries(new URLSearchParams(body))
      : JSON.parse(body);
  if (typeof fields !== "object" || fields === null || !Object.hasOwn(fields, "variables")) {
    throw new ShapeError("no variables");
  }
  const { variables, query } = fields;
  const names = ["queryName", "operationName", "fb_api_req_friendly_name"];
  const operation = names.map((name) => at(fields, [name])).find(Boolean) ?? "";
  return {
    operation,
    document: query,
    variables: typeof variables === "string" ? JSON.parse(variables) : variables,
  };
}

/**
 * Reads a JSON value: a body, or the frame of a WebSocket.
 * @param {Pick<Sottovoce.Body, "cases"> & Sottovoce.Texts} spec @param {unknown} value
 * @returns {Sottovoce.Extracted}
 */
function fromValue(spec, value) {
  const one = spec.cases?.find(({ match }) => matches(value, match)) ?? spec;
  const { turns, texts: must, parts, also, rest: others, files } = one;
  if (!(turns || must || parts || also || others || files)) throw new ShapeError("no case fits");
  return fromShape(one, value);
}

/**
 * Reads a body that asks for another answer, and so need not hold what a prompt does: names and
 * numbers of what is there already. Whatever else it says is judged.
 * @param {Sottovoce.Body} spec @param {Uint8Array} bytes @returns {Sottovoce.Extracted}
 */
export function extractRepeat(spec, bytes) {
  try {
    const body = JSON.parse(decode(bytes));
    const words = globalThis.sottovoceRecipes.wordsOf(body);
    if (typeof body !== "object" || Array.isArray(body) || !body || !words) return UNREADABLE;
    if (!isWithoutPrompt(spec, body)) return UNREADABLE;
    const attachments = (spec.files ?? []).flatMap((places) =>
      all(body, places.list).flatMap((files) => listed(files, places)),
    );
    return { ...UNREADABLE, text: words.join("\n").toWellFormed(), readable: true, attachments };
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

/** Whether nothing stands where a prompt would. @param {Sottovoce.Body} spec
 * @param {unknown} body */
function isWithoutPrompt({ turns, texts: must = [] }, body) {
  const places = turns ? [turns.list] : must;
  const found = places.map((path) => at(body, path) ?? []);
  return places.length > 0 && found.every((one) => Array.isArray(one) && one.length === 0);
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
  /** @type {string[]} */
  const own = [];
  const earlier = spec.turns ? fromTurns(spec.turns, body, { found, own, attachments }) : 0;
  for (const path of spec.texts ?? []) found.push(...wanted(body, path, found));
  for (const path of spec.parts ?? []) found.push(...contents(at(body, path), attachments));
  for (const path of spec.also ?? []) {
    for (const value of all(body, path)) found.push(...contents(value, attachments));
  }
  for (const places of spec.files ?? []) {
    for (const files of all(body, places.list)) attachments.push(...listed(files, places));
  }
  if (spec.rest) found.push(...rest(body, spec, [...found, ...own]));
  const conversation = spec.conversation ? at(body, spec.conversation) : "";
  return {
    text: found.join(GAP).toWellFormed(),
    latest: startOf(earlier, found),
    readable: true,
    attachments,
    conversation: nameOf(conversation),
  };
}

/** A text that must be there, unless it is there twice.
 * @param {unknown} body @param {Sottovoce.Path} path @param {readonly string[]} found */
function wanted(body, path, found) {
  const values = path.includes("*") ? all(body, path) : [at(body, path)];
  if (values.length === 0) throw new ShapeError("a text is missing");
  return values.flatMap(texts).filter((text) => !found.includes(text));
}

/** @param {unknown} conversation */
function nameOf(conversation) {
  if (typeof conversation === "string") return conversation;
  return Number.isSafeInteger(conversation) ? String(conversation) : "";
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
 * @param {{found: string[], own: string[], attachments: Sottovoce.Attachment[]}} into What
 *   people wrote, and what the site did.
 * @returns {number} How many of the texts are of turns before the last one.
 */
function fromTurns(spec, body, { found, own, attachments }) {
  const turns = at(body, spec.list);
  if (!Array.isArray(turns) || turns.length === 0) throw new ShapeError("no turns");
  let earlier = 0;
  for (const turn of turns) {
    const role = at(turn, spec.role);
    if (typeof role !== "string") throw new ShapeError("a turn without a role");
    const content = at(turn, spec.content);
    if (spec.site?.includes(role)) {
      if (typeof content === "string") own.push(content);
      continue;
    }
    earlier = found.length;
    found.push(...contents(content, attachments));
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
    const found = filesIn(part);
    const other = attachment(part.type ?? part.content_type, size);
    attachments.push(...(found.length ? found : [other]));
    return [];
  });
}

/** @param {unknown} files @param {NonNullable<Sottovoce.Texts["files"]>[number]} places */
function listed(files, { type, size, name, data }) {
  const list = Array.isArray(files) ? files : [files];
  return list.map((file) =>
    attachment(at(file, type), at(file, size), name && at(file, name), data && at(file, data)),
  );
}

/** @param {unknown} type @param {unknown} size @param {unknown} [name] @param {unknown} [data]
 * @returns {Sottovoce.Attachment} */
function attachment(type, size, name, data) {
  return {
    media_type: typeof type === "string" && type ? type.slice(0, 128) : "application/octet-stream",
    size: Number.isSafeInteger(size) && Number(size) >= 0 ? Number(size) : 0,
    ...(typeof name === "string" && name ? { name: name.slice(0, 255) } : {}),
    ...(typeof data === "string" && BASE64.test(data) ? { data } : {}),
  };
}

/** @param {unknown} value @returns {string[]} */
function texts(value) {
  if (typeof value !== "string") throw new ShapeError("a text is missing");
  return [value];
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
  if (typeof items !== "object") throw new ShapeError("a list is something else");
  return Object.values(items).flatMap((item) => all(item, path.slice(star + 1)));
}

/**
 * All other strings below a place: not the site's own fields, and no text for a second time.
 * @param {unknown} body @param {Sottovoce.Texts} spec
 * @param {readonly string[]} known Texts that are judged already, or that the site wrote.
 */
function rest(body, { rest: places, turns }, known) {
  const { under = [], skip = [] } = places ?? {};
  const roles = turns ? [[...turns.list, "*", ...turns.role]] : [];
  const others = leavesBut(at(body, under), under, [...skip, ...roles]);
  const seen = new Set(known);
  return others.filter((text) => text.trim() !== "" && !seen.has(text));
}

/** @param {string} text @param {readonly Sottovoce.Attachment[]} attachments */
function whole(text, attachments) {
  return { text: text.toWellFormed(), latest: 0, readable: true, attachments, conversation: "" };
}

/** A file, or a form with files. @param {Uint8Array} bytes @param {string} contentType */
function fromFile(bytes, contentType) {
  if (typeOf(contentType) === "multipart/form-data") return fromLeaves(bytes, contentType);
  return whole("", [attachment(typeOf(contentType), bytes.length, "", toBase64(bytes))]);
}

/** A form of which one field is JSON; what other fields say counts too.
 * @param {Sottovoce.Body} spec @param {Uint8Array} bytes @param {string} contentType */
function fromMultipart(spec, bytes, contentType) {
  const { fields, attachments } = sorted(bytes, contentType);
  const [one, ...more] = fields.filter(({ name }) => name === spec.field);
  if (!one || more.length) throw new ShapeError("the form's field is missing or repeated");
  const found = fromValue(spec, JSON.parse(one.text));
  const others = fields.filter((field) => field !== one && field.text.trim() !== "");
  const text = [found.text, ...others.map((field) => field.text)].filter(Boolean).join(GAP);
  return {
    ...found,
    text: text.toWellFormed(),
    attachments: [...found.attachments, ...attachments],
  };
}

/** A form's texts and files, apart. @param {Uint8Array} bytes @param {string} contentType */
function sorted(bytes, contentType) {
  const sections = multipart(bytes, contentType);
  // A file without bytes is a field that nobody filled, or nothing but its name.
  return {
    fields: sections
      .filter(({ file, content }) => file === null || content.length === 0)
      .map(({ name, file, content }) => ({ name, text: file ?? decode(content) })),
    attachments: sections
      .filter(({ file, content }) => file !== null && content.length > 0)
      .map(({ file, type, content }) => attachment(type, content.length, file, toBase64(content))),
  };
}

// --- sites that nobody described: every string counts ------------------------------------------

/** @param {Uint8Array} bytes @param {string} contentType @returns {Sottovoce.Extracted} */
function fromLeaves(bytes, contentType) {
  const type = typeOf(contentType);
  if (type === "multipart/form-data") {
    const { fields, attachments } = sorted(bytes, contentType);
    return whole(joined(fields.map(({ text }) => text)), attachments);
  }
  const body = decode(bytes);
  /** @type {string[]} */
  const found = [];
  if (type === "application/x-www-form-urlencoded") {
    for (const pair of new URLSearchParams(body)) found.push(...pair);
  } else if (/^[\s]*[[{"]/.test(body)) {
    leaves(JSON.parse(body), found);
  } else {
    found.push(body);
  }
  return whole(joined(found), []);
}

/** @param {readonly string[]} found */
function joined(found) {
  return found.filter((leaf) => leaf.trim() !== "").join("\n");
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
