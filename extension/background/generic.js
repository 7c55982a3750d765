// @ts-check
// Generic sites: chat pages that policy lists, or that the person added, and nobody described.
// Their wall is made of dynamic rules, which the browser keeps, so that it stands before the
// companion answers.

import { origins } from "../shared/patterns.js";
import { isKnown, managed, onLimits } from "./managed.js";

/** @typedef {import("../shared/patterns.js").Origin} Origin */

const PRIORITY = 10;
const SCRIPTS = "generic";
/** Dynamic rules from here on are those of an update (`updates.js`). */
export const FIRST_UPDATE_RULE = 100_000;

/** @type {RegExp[]} */
let pages = [];

/** Whether a URL belongs to a generic site. @param {string} url */
export function isGeneric(url) {
  return pages.some((page) => page.test(url));
}

/** Reads what an earlier life of the worker stored. */
export async function recall() {
  const { generic = [] } = await chrome.storage.local.get("generic");
  pages = /** @type {string[]} */ (generic).map((page) => new RegExp(page));
}

/** Changes are made one after the other. @type {Promise<void>} */
let queue = Promise.resolve();

/**
 * Puts the wall around the sites that policy lists now, and nothing else.
 * @param {readonly string[]} patterns
 */
export function protect(patterns) {
  const done = queue.then(() => build(patterns));
  queue = done.catch(() => {});
  return done;
}

/** @param {readonly string[]} patterns */
async function build(patterns) {
  const sites = origins([...patterns, ...(await ofOrganisation()), ...(await own())]);
  const old = await chrome.declarativeNetRequest.getDynamicRules();
  const rules = sites.flatMap(rulesOf).map((rule, index) => ({ id: index + 1, ...rule }));
  await chrome.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: old.map(({ id }) => id).filter((id) => id < FIRST_UPDATE_RULE),
    addRules: /** @type {chrome.declarativeNetRequest.Rule[]} */ (rules),
  });
  const stored = sites.map(({ page }) => page);
  pages = stored.map((page) => new RegExp(page));
  await chrome.storage.local.set({ generic: stored, patterns });
  await inject(
    SCRIPTS,
    sites.map(({ match }) => match),
  );
}

/** The sites again, after a change of permission or managed policy. */
export async function refresh() {
  const { patterns = [] } = await chrome.storage.local.get("patterns");
  await protect(/** @type {string[]} */ (patterns));
}

onLimits(() => void refresh());

/** The sites that the person added. @returns {Promise<string[]>} */
export async function own() {
  const { own: added = [] } = await chrome.storage.local.get("own");
  return /** @type {string[]} */ (added);
}

/** Adds a site, or takes one away; its permission goes with it unless others list the site.
 * @param {string} pattern @param {boolean} there */
export async function change(pattern, there) {
  const [site] = origins([pattern]);
  if (!site) return false;
  const others = (await own()).filter((one) => one !== pattern);
  await chrome.storage.local.set({ own: there ? [...others, pattern] : others });
  await refresh();
  const { generic = [] } = await chrome.storage.local.get("generic");
  if (!there && !(/** @type {string[]} */ (generic).includes(site.page))) {
    await chrome.permissions.remove({ origins: [site.match] }).catch(() => false);
  }
  return true;
}

/** The sites of managed settings; until the browser has read them, those of last time.
 * @returns {Promise<readonly string[]>} */
async function ofOrganisation() {
  const { managedSites = [] } = await chrome.storage.local.get("managedSites");
  if (!isKnown()) return /** @type {string[]} */ (managedSites);
  const { genericSites } = managed();
  await chrome.storage.local.set({ managedSites: genericSites });
  return genericSites;
}

/** @param {Origin} site */
function rulesOf({ page, sockets }) {
  const unsafe = { regexFilter: page, excludedRequestMethods: ["get", "head", "options"] };
  // Firefox shows rules the `http` address of a handshake.
  const handshake = {
    regexFilter: sockets.replace(/^\^wss?/, "^[a-z]+"),
    resourceTypes: ["websocket"],
  };
  const block = { type: "block" };
  return [
    { priority: PRIORITY, action: block, condition: unsafe },
    { priority: PRIORITY, action: block, condition: { ...unsafe, resourceTypes: ["main_frame"] } },
    { priority: PRIORITY, action: block, condition: handshake },
  ];
}

/** Hooks into the sites that the person allowed; the fixed ones are in the manifest.
 * @param {string} prefix Whose they are. @param {readonly string[]} hosts Match patterns. */
export async function inject(prefix, hosts) {
  const fixed = new Set(chrome.runtime.getManifest().host_permissions ?? []);
  /** @type {string[]} */
  const matches = [];
  for (const match of hosts) {
    if (fixed.has(match)) continue;
    if (await chrome.permissions.contains({ origins: [match] })) matches.push(match);
  }
  const registered = await chrome.scripting.getRegisteredContentScripts();
  const ids = registered.map(({ id }) => id).filter((id) => id.startsWith(`${prefix}-`));
  if (ids.length) await chrome.scripting.unregisterContentScripts({ ids });
  if (!matches.length) return;
  const scripts = /** @type {{js?: string[], world?: "MAIN" | "ISOLATED"}[]} */ (
    chrome.runtime.getManifest().content_scripts ?? []
  );
  await chrome.scripting.registerContentScripts(
    scripts.map(({ js = [], world = "ISOLATED" }, index) => ({
      id: `${prefix}-${index}`,
      js,
      world,
      matches: [...new Set(matches)],
      runAt: "document_start",
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    })),
  );
}
