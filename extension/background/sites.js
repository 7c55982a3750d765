// @ts-check
// Which site's file describes a request.

import "../sites/demo.js";
import "../sites/chatgpt.js";
import "../sites/claude.js";
import "../sites/gemini.js";
import "../sites/generic.js";
import { isGeneric } from "./generic.js";

const sites = globalThis.sottovoceSites ?? [];
const known = sites.flatMap((site) =>
  site.endpoints.map((endpoint) => ({ site, endpoint, url: new RegExp(endpoint.url) })),
);
const generic = /** @type {Sottovoce.Site} */ (sites.find(({ name }) => name === "generic"));

/**
 * The endpoint that a request goes to, or null for one that carries no prompt.
 * @param {string} url @param {string} method
 * @returns {{site: Sottovoce.Site, endpoint: Sottovoce.Endpoint, conversation: string} | null}
 */
export function endpointOf(url, method) {
  for (const { site, endpoint, url: pattern } of known) {
    const match = pattern.exec(url);
    if (match && endpoint.methods.includes(method)) {
      return { site, endpoint, conversation: match.groups?.["conversation"] ?? "" };
    }
  }
  if (!isGeneric(url) || ["GET", "HEAD", "OPTIONS"].includes(method)) return null;
  return { site: generic, endpoint: generic.endpoints[0], conversation: "" };
}

/** Whether the wall stands before a URL of a known site. @param {string} url */
export function isKnownEndpoint(url) {
  return known.some(({ url: pattern }) => pattern.test(url));
}

/** Whether an endpoint only carries drafts, which never leave. @param {string} url */
export function isDraft(url) {
  return known.some(({ url: pattern, endpoint }) => !endpoint.body && pattern.test(url));
}

/** The chat that a page's address names, or nothing. @param {Sottovoce.Site} site
 * @param {string} page */
export function chatOf({ chats }, page) {
  return (chats && new RegExp(chats).exec(page)?.groups?.["conversation"]) || "";
}

/** The site that a page belongs to. @param {string} url @returns {Sottovoce.Site | null} */
export function siteOf(url) {
  const site = sites.find(({ pages }) => new RegExp(pages).test(url));
  return site ?? (isGeneric(url) ? generic : null);
}
