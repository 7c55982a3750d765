// @ts-check
// Files that stand in a text as Base64: they are handed over as files, not judged as letters.
// And the bound on what one message can carry: files beyond it come without their bytes.

import { codePoints } from "./codec.js";

/** Bytes of all files of one message (`MAX_DATA` in companion/attachments.py). */
export const MAX_DATA = 12_000_000;
/** What fits into one frame to the companion, with room for the other fields. */
const MAX_MESSAGE = 16 * 1024 * 1024 - 64 * 1024;

/** A data: address (RFC 2397) that is longer than an icon, or the Base64 of a file whose first
 * bytes say that it is one: PDF, ZIP, PNG, JPEG, GIF, TIFF, OLE. */
const FILE =
  /data:(?<type>[\w.+-]+\/[\w.+-]+)?(?:;(?!base64,)[\w.+-]+=[^;,\s"']*)*;base64,(?<data>[\w+/-]{100,}={0,2})|(?<![\w+/=-])(?<bare>(?:JVBERi0|UEsDB|iVBORw0KGg|\/9j\/|R0lGOD|SUkqA|0M8R4KGx)[\w+/-]{200,}={0,2})/gi;
/** What stands in the text where a file stood. */
const PLACE = "(file)";

/**
 * Moves the files in an extracted text to its attachments, and keeps what one message carries.
 * @param {Sottovoce.Extracted} extracted
 * @returns {Sottovoce.Extracted}
 */
export function withFiles(extracted) {
  const { text, latest, attachments } = extracted;
  if (!FILE_SIGN.test(text)) return { ...extracted, attachments: carried(attachments, text) };
  /** @type {Sottovoce.Attachment[]} */
  const found = [];
  const at = indexOf(text, latest);
  const before = without(text.slice(0, at), found);
  const after = without(text.slice(at), found);
  return {
    ...extracted,
    text: before + after,
    latest: latest > 0 ? codePoints(before) : 0,
    attachments: carried([...attachments, ...found], before + after),
  };
}

/** Quick to look for, so that a usual text costs nothing. */
const FILE_SIGN = /;base64,|JVBERi0|UEsDB|iVBORw0KGg|\/9j\/|R0lGOD|SUkqA|0M8R4KGx/i;

/**
 * The files that stand anywhere in a value, such as a part of a turn.
 * @param {unknown} value
 * @returns {Sottovoce.Attachment[]}
 */
export function filesIn(value) {
  /** @type {Sottovoce.Attachment[]} */
  const found = [];
  const name = ["filename", "file_name", "name", "title"]
    .map((key) => named(value, key))
    .find((one) => one !== "");
  walk(value, (text) => {
    if (FILE_SIGN.test(text)) without(text, found);
  });
  return name ? found.map((file) => ({ ...file, name })) : found;
}

/** @param {unknown} value @param {string} key @returns {string} */
function named(value, key) {
  if (typeof value !== "object" || value === null) return "";
  const own = Object.hasOwn(value, key) ? /** @type {any} */ (value)[key] : "";
  if (typeof own === "string" && own) return own.slice(0, 255);
  return (
    Object.values(value)
      .filter((one) => typeof one === "object")
      .map((one) => named(one, key))
      .find(Boolean) ?? ""
  );
}

/** @param {unknown} value @param {(text: string) => void} use */
function walk(value, use) {
  if (typeof value === "string") use(value);
  else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) walk(one, use);
  }
}

/** @param {string} text @param {Sottovoce.Attachment[]} found @returns {string} */
function without(text, found) {
  return text.replace(FILE, (...match) => {
    const { type, data, bare } = match.at(-1);
    const file = fileOf(type ?? "application/octet-stream", data ?? bare);
    if (!file) return match[0];
    found.push(file);
    return PLACE;
  });
}

/** @param {string} type @param {string} text @returns {Sottovoce.Attachment | null} */
function fileOf(type, text) {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (plain.length % 4 === 1) return null;
  const data = plain.padEnd(Math.ceil(plain.length / 4) * 4, "=");
  return { media_type: type.slice(0, 128), size: Math.floor((plain.length * 3) / 4), data };
}

/**
 * The attachments as one message can carry them: the first ones with their bytes.
 * @param {readonly Sottovoce.Attachment[]} attachments @param {string} text
 * @returns {readonly Sottovoce.Attachment[]}
 */
export function carried(attachments, text) {
  if (!attachments.some(({ data }) => data)) return attachments;
  let bytes = MAX_DATA;
  let room = MAX_MESSAGE - new TextEncoder().encode(JSON.stringify(text)).length;
  return attachments.map(({ data, ...file }) => {
    if (!data) return file;
    const size = (data.length / 4) * 3;
    if (size > bytes || data.length > room) return file;
    bytes -= size;
    room -= data.length;
    return { ...file, data };
  });
}

/**
 * The files that a person is told about: those that could not be read, and those that hold what
 * made the message private.
 * @param {readonly Sottovoce.Attachment[]} attachments @param {Sottovoce.Decided} decided
 * @returns {Sottovoce.ToldFile[]}
 */
export function told(attachments, { files = [], findings, kinds, variant }) {
  return files
    .map(({ unread }, index) => ({
      name: attachments[index]?.name ?? "",
      number: index + 1,
      unread: typeof unread === "string" ? unread : "",
      private:
        variant === "secured" &&
        findings.some(({ part, kind }) => part === `file:${index + 1}` && kinds.includes(kind)),
    }))
    .filter((file) => file.unread || file.private);
}

/** The UTF-16 unit at which a code point stands. @param {string} text @param {number} point */
function indexOf(text, point) {
  let index = 0;
  for (let i = 0; i < point && index < text.length; i++) {
    index += /** @type {number} */ (text.codePointAt(index)) > 0xffff ? 2 : 1;
  }
  return index;
}
