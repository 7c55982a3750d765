// @ts-check
// Signed site files, as the companion delivers them: who signed them, and whether they have
// the format (companion/sitefiles.py and sitebundle.py are the contract). What is not
// understood whole is refused whole.

import { fromBase64, toBase64 } from "./codec.js";

export const PREFIX = "sottovoce-site-files\n";
/** In UTF-16 units; a bundle in bytes is no shorter. */
export const LARGEST_BUNDLE = 512 * 1024;
/** What JavaScript and RE2, the engine of the network rules, do not understand alike. */
const UNSHARED = /\\[1-9kABbCpPQEzZuUGXRKN]|\(\?(?!:|<conversation>)|\[\[|[*+?}][+]/;
const ORIGIN = /^\^(?:https?|wss?|https\?|wss\?):\/\/(?:[^/]|\[\^\/[^\]]*\])+\//;
const HOST = /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\/\*$/;

/** Why an update was refused; the message is for developers. */
export class SiteFileError extends Error {}

/** @typedef {(value: any) => boolean} Check */

/** @type {(pattern: RegExp, most: number) => Check} */
const text = (pattern, most) => (value) =>
  typeof value === "string" && value.length <= most && pattern.test(value);
/** @type {Check} */
const flag = (value) => typeof value === "boolean";
/** @type {(least: number, most: number) => Check} */
const whole = (least, most) => (value) =>
  Number.isSafeInteger(value) && value >= least && value <= most;
/** @type {(...values: string[]) => Check} */
const one =
  (...values) =>
  (value) =>
    typeof value === "string" && values.includes(value);
/** @type {(check: Check, most: number, least?: number) => Check} */
const list =
  (check, most, least = 0) =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.length >= least && value.every(check);
/** An object with these keys and no others.
 * @type {(must: Record<string, Check>, may?: Record<string, Check>) => Check} */
const object =
  (must, may = {}) =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    if (!Object.keys(must).every((key) => Object.hasOwn(value, key))) return false;
    return Object.entries(value).every(([key, item]) => {
      if (Object.hasOwn(must, key)) return must[key](item);
      return Object.hasOwn(may, key) && may[key](item);
    });
  };
/** @type {Check} */
const pattern = (value) => {
  if (!text(/^[ -!#-~]+$/, 400)(value) || UNSHARED.test(value)) return false;
  try {
    return Boolean(new RegExp(value));
  } catch {
    return false;
  }
};
/** @type {Check} */
const start = (value) => pattern(value) && value.startsWith("^");
/** @type {Check} */
const url = (value) => pattern(value) && ORIGIN.test(value);

const path = list((key) => typeof key === "string" || Number.isSafeInteger(key), 12);
const word = text(/^[^]+$/, 200);
const selector = text(/^[ -!#-~]+$/, 400);
/** @type {Check} */
const scalar = (value) => value === null || flag(value) || typeof value !== "object";
const match = list(
  (pair) => Array.isArray(pair) && pair.length === 2 && path(pair[0]) && scalar(pair[1]),
  6,
  1,
);
/** @type {Record<string, Check>} */
const shape = {
  turns: object({ list: path, role: path, content: path }, { site: list(word, 50) }),
  texts: list(path, 50),
  parts: list(path, 50),
  also: list(path, 50),
  files: list(object({ list: path, type: path, size: path }, { name: path, data: path }), 50),
  conversation: path,
  rest: object({}, { under: path, skip: list(path, 200) }),
};
const body = object(
  { format: one("json", "form", "multipart", "graphql", "file", "leaves") },
  { ...shape, field: word, nested: path, cases: list(object({ match }, shape), 16) },
);
const methods = list(text(/^[A-Z]{3,10}$/, 10), 4, 1);
const uses = list(one("send", "edit", "regenerate", "continue", "retry"), 5, 1);
const door = object({ url, methods }, { body, reads: flag });
const socket = object(
  { url, mark: one("query") },
  {
    frames: list(object({ match, body: object({}, shape) }, { stage: one("sent", "draft") }), 16),
    control: list(object({ match, most: whole(2, 4096) }), 32),
    prefix: text(/^[^]*$/, 8),
  },
);
const site = object(
  {
    name: text(/^[a-z][a-z0-9-]{1,31}$/, 32),
    label: text(/^[^]*$/, 64),
    checked: word,
    source: list(word, 50, 1),
    pages: start,
    composer: selector,
    frame: selector,
  },
  {
    kind: one("fixed", "self-hosted", "generic"),
    loopback: flag,
    hosts: list(text(HOST, 200), 16),
    chats: pattern,
    endpoints: list(object({ url, methods, body, use: uses }, { reads: flag }), 16),
    drafts: list(door, 16),
    uploads: list(door, 16),
    sockets: list(socket, 8),
    send: selector,
    typed: flag,
    fresh: text(/^https:\/\/[^\s"]+$/, 200),
    answer: one("sse", "lines", "frames", "chunks", "whole", "unknown"),
  },
);
const bundle = object({ version: whole(1, 2 ** 31), sites: list(site, 100, 1) });

/**
 * Reads a bundle's text.
 * @param {string} said @returns {{version: number, sites: Sottovoce.Site[]}}
 */
export function parseBundle(said) {
  let value;
  try {
    value = JSON.parse(said);
  } catch {
    throw new SiteFileError("no JSON");
  }
  if (!bundle(value)) throw new SiteFileError("not the format of this version");
  const names = value.sites.map((/** @type {Sottovoce.Site} */ { name }) => name);
  if (new Set(names).size !== names.length) throw new SiteFileError("a site stands twice");
  const kinds = value.sites.map((/** @type {Sottovoce.Site} */ { kind = "fixed" }) => kind);
  if (kinds.filter((/** @type {string} */ kind) => kind === "generic").length !== 1) {
    throw new SiteFileError("there must be one generic site");
  }
  for (const { kind = "fixed", hosts = [], endpoints = [] } of value.sites) {
    if ((kind === "fixed") !== hosts.length > 0) throw new SiteFileError("hosts do not fit");
    if (kind === "generic" && !endpoints[0]?.body) throw new SiteFileError("no generic body");
  }
  return value;
}

/**
 * Verifies an update, and reads it.
 * @param {{bundle: string, signature: string, key: string}} update
 * @param {readonly string[]} trusted Public keys, in Base64.
 */
export async function verified({ bundle: said, signature, key }, trusted) {
  if (typeof said !== "string" || said.length > LARGEST_BUNDLE) {
    throw new SiteFileError("too large");
  }
  if (!trusted.includes(key)) throw new SiteFileError("signed by nobody whom this trusts");
  const raw = bytesOf(key, 32);
  const ours = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  const signed = new TextEncoder().encode(PREFIX + said);
  const fits = await crypto.subtle.verify("Ed25519", ours, bytesOf(signature, 64), signed);
  if (!fits || !said.isWellFormed()) throw new SiteFileError("the signature does not fit");
  return parseBundle(said);
}

/** Base64 that has no other spelling. @param {string} said @param {number} length */
function bytesOf(said, length) {
  try {
    const bytes = fromBase64(said);
    if (bytes.length === length && toBase64(bytes) === said) return bytes;
  } catch {
    // no Base64 at all
  }
  throw new SiteFileError("no key or signature");
}
