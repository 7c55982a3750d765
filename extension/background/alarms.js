// @ts-check
// Requests that nobody released, and what is said when a site is no longer protected.

import { bridges, tell, topOf } from "./bridges.js";
import { isDraft, isKnownEndpoint, siteOf } from "./sites.js";
import * as status from "./status.js";

/**
 * A request to a prompt endpoint that nobody released was blocked, or (`left`) was not.
 * @param {chrome.webRequest.WebRequestDetails} details @param {boolean} left
 */
export function stray(details, left) {
  const { url } = details;
  for (const tab of tabsOf(details)) {
    if (isKnownEndpoint(url)) {
      if (left || !isDraft(url)) alarm(tab, left ? "wall" : "unhooked", details.type);
    } else if (!left && details.method !== "GET") {
      status.counted(tab);
    }
  }
}

/** A worker's request names no tab, only where it comes from.
 * @param {chrome.webRequest.WebRequestDetails} details */
function tabsOf({ tabId, initiator, ...more }) {
  if (tabId >= 0) return [tabId];
  const from = initiator ?? /** @type {any} */ (more).originUrl ?? "";
  return [...bridges.values()]
    .filter(({ frame, url }) => frame === 0 && url.startsWith(from))
    .map(({ tab }) => tab);
}

/** @param {number} tab @param {Sottovoce.Alarm["why"]} why @param {string} what */
export function alarm(tab, why, what) {
  const top = topOf(tab);
  const site = top ? (siteOf(top.url)?.label ?? "") : "";
  const news = { why, what, site, since: Date.now() };
  status.note(tab, { alarm: news });
  void status.mark(tab, "broken");
  if (top) tell(top, { type: "alarm", alarm: news });
}
