// @ts-check
// Which site's file describes a request. The table is the shipped one until a signed update
// takes its place (`updates.js`).

import "../sites/shipped.js";
import { listedName } from "../shared/sitenames.js";
import { isGeneric } from "./generic.js";

/**
 * @typedef {"sent" | "draft" | "upload"} Stage What a request carries.
 * @typedef {{site: Sottovoce.Site, endpoint: Sottovoce.Endpoint, url: RegExp, stage: Stage}} Known
 * @typedef {{site: Sottovoce.Site, socket: Sottovoce.Socket, url: RegExp}} KnownSocket
 * @typedef {{sites: readonly Sottovoce.Site[], known: Known[], hosted: Known[],
 *   sockets: KnownSocket[], generic: Sottovoce.Site}} Table
 */

/** Methods that only read. */
const SAFE = ["GET", "HEAD", "OPTIONS"];
export const SHIPPED = globalThis.sottovoceSites ?? [];
let table = read(SHIPPED);
/** Software that was recognised on sites that somebody added. @type {Map<string, Sottovoce.Site>} */
const recognised = new Map();

/** @param {readonly Sottovoce.Site[]} sites @returns {Table} */
function read(sites) {
  const described = sites.filter(({ kind }) => kind !== "generic");
  const all = described.flatMap((site) => [
    ...known(site, site.endpoints, "sent"),
    ...known(site, site.drafts, "draft"),
    ...known(site, site.uploads, "upload"),
  ]);
  return {
    sites,
    known: all.filter(({ site }) => !isHosted(site)),
    hosted: all.filter(({ site }) => isHosted(site)),
    sockets: described.flatMap((site) =>
      (site.sockets ?? []).map((socket) => ({ site, socket, url: new RegExp(socket.url) })),
    ),
    generic: /** @type {Sottovoce.Site} */ (sites.find(({ kind }) => kind === "generic")),
  };
}

/** @param {Sottovoce.Site} site @param {readonly Sottovoce.Endpoint[] | undefined} list
 * @param {Stage} stage @returns {Known[]} */
function known(site, list, stage) {
  return (list ?? []).map((endpoint) => ({
    site,
    endpoint: isHosted(site) ? lenient(endpoint) : endpoint,
    url: new RegExp(endpoint.url),
    stage,
  }));
}

/** Whoever hosts a software may have changed it: then every string counts.
 * @param {Sottovoce.Endpoint} endpoint @returns {Sottovoce.Endpoint} */
function lenient(endpoint) {
  return endpoint.body
    ? { ...endpoint, body: { ...endpoint.body, otherwise: "leaves" } }
    : endpoint;
}

/** @param {Sottovoce.Site} site */
function isHosted({ kind }) {
  return kind === "self-hosted";
}

/** Puts another table in force. @param {readonly Sottovoce.Site[]} sites */
export function use(sites) {
  table = read(sites);
  recognised.clear();
}

/** A listed origin is a site of its own, whatever software runs there. What its page sends to
 * another listed origin is the page's. @param {Sottovoce.Site} site @param {string} url
 * @param {string} page @returns {Sottovoce.Site} */
function listed(site, url, page) {
  return { ...site, name: listedName(isGeneric(page) ? page : url) };
}

/**
 * The endpoint that a request goes to, or null for one that carries no prompt.
 * @param {string} url @param {string} method @param {string} page Who sends it.
 * @returns {{site: Sottovoce.Site, endpoint: Sottovoce.Endpoint, conversation: string,
 *   stage: Stage} | null}
 */
export function endpointOf(url, method, page) {
  const found = match(table.known, url, method);
  if (found) return found;
  if (!isGeneric(url) || SAFE.includes(method)) return null;
  const hosted = match(table.hosted, url, method);
  if (hosted) {
    recognised.set(new URL(url).origin, hosted.site);
    return { ...hosted, site: listed(hosted.site, url, page) };
  }
  const { generic } = table;
  const endpoint = /** @type {Sottovoce.Endpoint} */ (generic.endpoints?.[0]);
  return { site: listed(generic, url, page), endpoint, conversation: "", stage: "sent" };
}

/** @param {Known[]} entries @param {string} url @param {string} method */
function match(entries, url, method) {
  for (const { site, endpoint, url: pattern, stage } of entries) {
    const groups = pattern.exec(url);
    if (groups && endpoint.methods.includes(method)) {
      return { site, endpoint, conversation: groups.groups?.["conversation"] ?? "", stage };
    }
  }
  return null;
}

/**
 * The site of a WebSocket, with its recipe where somebody described one, or null.
 * @param {string} url @param {string} page Who opens it.
 * @returns {{site: Sottovoce.Site, socket: Sottovoce.Socket | null} | null}
 */
export function socketOf(url, page) {
  const address = url.replace(/^ws/, "http");
  const ours = isGeneric(address);
  for (const { site, socket, url: pattern } of table.sockets) {
    if (!pattern.test(url)) continue;
    if (!isHosted(site)) return { site, socket };
    if (ours) return { site: listed(site, address, page), socket };
  }
  return ours ? { site: listed(siteAt(address), address, page), socket: null } : null;
}

/** Whether the wall stands before a request to a known site.
 * @param {string} url @param {string} [method] */
export function isKnownEndpoint(url, method = "POST") {
  const reading = SAFE.includes(method);
  return (
    table.known.some(
      ({ url: pattern, endpoint }) => !(reading && endpoint.reads) && pattern.test(url),
    ) || table.sockets.some(({ site, url: pattern }) => !isHosted(site) && pattern.test(url))
  );
}

/** Whether an endpoint only carries text that is not sent yet. @param {string} url */
export function isDraft(url) {
  return table.known.some(({ url: pattern, stage }) => stage === "draft" && pattern.test(url));
}

/** The chat that a page's address names, or nothing. @param {Sottovoce.Site} site
 * @param {string} page */
export function chatOf({ chats }, page) {
  return (chats && new RegExp(chats).exec(page)?.groups?.["conversation"]) || "";
}

/** The site that a page belongs to. @param {string} url @returns {Sottovoce.Site | null} */
export function siteOf(url) {
  const site = table.sites.find(({ pages }) => new RegExp(pages).test(url));
  if (site) return site;
  return isGeneric(url) ? listed(siteAt(url), url, url) : null;
}

/** What describes a listed origin: the software that was recognised there, or nothing more.
 * @param {string} url */
function siteAt(url) {
  return recognised.get(new URL(url).origin) ?? table.generic;
}
