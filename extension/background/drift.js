// @ts-check
// A site that is no longer as its file says: everything that it may send is walled in, and
// sends are held, until the person pauses the check or a newer file arrives. A pause lets that
// site's tabs through, and only for so long.

import { toHex } from "../shared/codec.js";
import { alarm, calm } from "./alarms.js";
import { after, bridges, on, onGone, tell, topOf } from "./bridges.js";
import { exampleOf } from "./example.js";
import { extend } from "./holding.js";
import { onLost } from "./line.js";
import { onYours, pausedUntil } from "./rights.js";
import { siteOf } from "./sites.js";
import * as status from "./status.js";
import { siteFiles } from "./updates.js";
import { OTHER_RULES } from "./wall.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */
/**
 * @typedef {object} Drift A site that changed.
 * @property {string} name
 * @property {string[]} origins Of its pages that were seen.
 * @property {number} version Of its file.
 * @property {Sottovoce.Alarm} alarm
 */

const WALLED = 20;
const LET_THROUGH = 50;
const LOCKS = OTHER_RULES;
const PASSES = 2 * OTHER_RULES;
const SAFE = /** @type {any[]} */ (["get", "head", "options"]);
const WHY = new Set(["wall", "unhooked", "composer", "moved", "silent"]);

/** @type {Map<string, Drift>} */
const drifted = new Map();
/** Tabs of sites that are paused. @type {Set<number>} */
const passing = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let clock;
/** Changes of rules, one after the other. @type {Promise<unknown>} */
let queue = recall();
after(queue);

async function recall() {
  const { drifted: stored } = await chrome.storage.session.get("drifted");
  for (const one of /** @type {Drift[]} */ (stored ?? [])) {
    if (!drifted.has(one.name)) drifted.set(one.name, one);
  }
  await build();
}

// --- a site that changed -------------------------------------------------------------------------

on("drift", (bridge, { why }) => {
  if (WHY.has(why)) found(bridge, why, "");
});

/** @param {Bridge} bridge @param {Sottovoce.Alarm["why"]} why @param {string} where */
function found(bridge, why, where) {
  const site = siteOf(bridge.url);
  if (!site || (site.kind ?? "fixed") !== "fixed" || pausedUntil(site.name, Date.now())) return;
  if (drifted.has(site.name)) return;
  const { origin, host } = new URL(bridge.url);
  const { version } = siteFiles();
  const failed = where ? [where] : failedOf(site, why);
  /** @type {Sottovoce.Alarm} */
  const news = { why, what: "", site: site.label, host, since: Date.now(), version, failed };
  drifted.set(site.name, { name: site.name, origins: [origin], version, alarm: news });
  keep();
  for (const one of bridges.values()) {
    if (one.frame === 0 && siteOf(one.url)?.name === site.name) alarm(one.tab, why, "", news);
  }
}

/** What in the file finds nothing any more. @param {Sottovoce.Site} site
 * @param {Sottovoce.Alarm["why"]} why */
function failedOf(site, why) {
  if (why === "composer") return [site.composer];
  return [...(site.endpoints ?? []), ...(site.sockets ?? [])].map(({ url }) => url);
}

/** An address without anything that could be somebody's words. @param {string} url */
function bare(url) {
  const { origin, pathname } = new URL(url);
  return (
    origin + pathname.replace(/[^/]+/g, (part) => (/^[a-z_.-]{1,24}$/i.test(part) ? part : "…"))
  );
}

/** A page of a site that changed opened: its origin is walled too, and it hears of it.
 * @param {Bridge} bridge @param {Sottovoce.Site} site @returns {Sottovoce.Alarm | null} */
export function driftedSite({ url, tab }, { name }) {
  if (pausedUntil(name, Date.now())) change(build);
  const there = drifted.get(name);
  if (!there) return null;
  const { origin } = new URL(url);
  if (!there.origins.includes(origin)) {
    there.origins.push(origin);
    keep();
  }
  status.note(tab, { alarm: there.alarm });
  void status.mark(tab, "broken");
  return there.alarm;
}

extend({
  passing: (tab) => passing.has(tab),
  distrust: (tab, why) => {
    const top = topOf(tab);
    if (top) found(top, why, "");
  },
  refusal: (site) => (drifted.has(site) ? "site_changed" : ""),
  moved: (bridge, url) => found(bridge, "moved", bare(url)),
});

// --- its end -------------------------------------------------------------------------------------

function settle() {
  const { version } = siteFiles();
  const now = Date.now();
  for (const one of [...drifted.values()]) {
    if (one.version === version && !pausedUntil(one.name, now)) continue;
    drifted.delete(one.name);
    for (const { frame, tab, url } of bridges.values()) {
      if (frame === 0 && siteOf(url)?.name === one.name) calm(tab);
    }
  }
  keep();
}
onYours(settle);
onLost(() => change(build));
onGone(({ tab }) => {
  if (passing.has(tab)) change(build);
});
chrome.storage.onChanged.addListener((changes, area) => {
  // The newer file is in force a moment later.
  if (area === "local" && changes["siteTable"]) setTimeout(settle, 500);
});

// --- rules ---------------------------------------------------------------------------------------

function keep() {
  void chrome.storage.session.set({ drifted: [...drifted.values()] });
  change(build);
}

/** @param {() => Promise<void>} work */
function change(work) {
  queue = queue.then(work, work);
}

/** Puts the rules in place that hold now, and no other. */
async function build() {
  const now = Date.now();
  const rules = await chrome.declarativeNetRequest.getSessionRules();
  const old = rules.map(({ id }) => id).filter((id) => id >= OTHER_RULES);
  const walls = [...drifted.values()].flatMap(({ origins }) => origins.flatMap(wallsOf));
  const passes = passesAt(now);
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: old,
    addRules: [
      ...walls.map((rule, index) => ({ id: LOCKS + index, ...rule })),
      ...passes.map(({ rule }, index) => ({ id: PASSES + index, ...rule })),
    ],
  });
  passing.clear();
  for (const { tab } of passes) passing.add(tab);
  clearTimeout(clock);
  const ends = passes.map(({ until }) => until - now);
  if (ends.length) clock = setTimeout(() => change(build), Math.max(Math.min(...ends), 0));
}

/** @param {string} origin @returns {Omit<chrome.declarativeNetRequest.Rule, "id">[]} */
function wallsOf(origin) {
  const block = { priority: WALLED, action: /** @type {const} */ ({ type: "block" }) };
  const unsafe = { urlFilter: `|${origin}/`, excludedRequestMethods: SAFE };
  // Firefox shows rules the `http` address of a handshake, so its scheme is left open.
  const sockets = `${origin.replace(/^https?:/, "")}/`;
  return [
    { ...block, condition: unsafe },
    { ...block, condition: { ...unsafe, resourceTypes: ["main_frame"] } },
    { ...block, condition: { urlFilter: sockets, resourceTypes: ["websocket"] } },
  ];
}

/** @param {number} now */
function passesAt(now) {
  return [...bridges.values()].flatMap(({ frame, tab, url }) => {
    const site = frame === 0 ? siteOf(url) : null;
    const until = site ? pausedUntil(site.name, now) : 0;
    if (!until) return [];
    const from = { tabIds: [tab], initiatorDomains: [new URL(url).hostname] };
    const fixed = (site?.kind ?? "fixed") === "fixed";
    const conditions = fixed
      ? [from]
      : passesTo(new URL(url).origin).map((to) => ({ ...from, ...to }));
    return conditions.map((condition) => {
      /** @type {Omit<chrome.declarativeNetRequest.Rule, "id">} */
      const rule = { priority: LET_THROUGH, action: { type: "allow" }, condition };
      return { tab, until, rule };
    });
  });
}

/** A listed page that is paused passes its own wall and nobody else's: a rule cannot tell the
 * ports of a host apart by who sends, and what it sends elsewhere goes by the hook.
 * @param {string} origin @returns {chrome.declarativeNetRequest.RuleCondition[]} */
function passesTo(origin) {
  // Anchored: another address may hold this one. In Firefox a handshake's address begins with
  // `http`, and the first of the two is for it.
  const sockets = `|${origin.replace(/^http/, "ws")}/`;
  return [
    { urlFilter: `|${origin}/` },
    { urlFilter: sockets, resourceTypes: /** @type {any[]} */ (["websocket"]) },
  ];
}

// --- the wall's own canary -----------------------------------------------------------------------

on("canary", (bridge) => {
  const site = siteOf(bridge.url);
  if (!site || pausedUntil(site.name, Date.now())) return;
  const first = site.endpoints?.find(({ methods }) => methods.includes("POST"));
  const url = first ? exampleOf(first.url, new URL(bridge.url).origin) : "";
  const secret = toHex(crypto.getRandomValues(new Uint8Array(8)));
  if (url) tell(bridge, { type: "canary", url: `${url}#sottovoce-canary-${secret}` });
});
