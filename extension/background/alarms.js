// @ts-check
// Requests that nobody released, and what is said when a site is no longer protected.

import { bridges, topOf } from "./bridges.js";
import { saying } from "./panels.js";
import { onLimits } from "./managed.js";
import { may } from "./rights.js";
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

/** What was wrong with a tab's site is past. @param {number} tab */
export function calm(tab) {
  const top = topOf(tab);
  status.note(tab, { alarm: null });
  if (top) saying(top, { type: "alarm", alarm: null, minutes: 0 });
}

/** @param {number} tab @param {Sottovoce.Alarm["why"]} why @param {string} what
 * @param {Sottovoce.Alarm} [made] With more than this knows. */
export function alarm(tab, why, what, made) {
  const top = topOf(tab);
  const site = top ? (siteOf(top.url)?.label ?? "") : "";
  const host = top ? new URL(top.url).host : "";
  const news = made ?? { why, what, site, host, since: Date.now() };
  status.note(tab, { alarm: news });
  void status.mark(tab, "broken");
  if (top) sound(top, news);
}

/** Whether a pause may be offered is known now. */
async function again() {
  for (const one of bridges.values()) {
    const known = one.frame === 0 ? await status.look(one.tab) : undefined;
    if (known?.alarm) sound(one, known.alarm);
  }
}
onLimits(() => void again());

/** Says it in the page's panel. @param {import("./bridges.js").Bridge} top
 * @param {Sottovoce.Alarm} news */
export function sound(top, news) {
  saying(top, { type: "alarm", alarm: news, minutes: may().pause_minutes });
}
