// @ts-check
// Updates of the site files, signed by the project or by the organisation that manages this
// browser. The companion delivers them; this decides. An update takes the place of the shipped
// table, and it adds walls: the shipped ones are the extension's own static rules, which no
// update can take away. What an update does not describe stays blocked and is not released.

import { sha256 } from "../shared/codec.js";
import { SiteFileError, verified } from "../shared/sitefiles.js";
import { rulesOf } from "../shared/walls.js";
import { after } from "./bridges.js";
import { FIRST_UPDATE_RULE, inject } from "./generic.js";
import { companion, heard } from "./line.js";
import { isKnown, managed, managedReady, onLimits } from "./managed.js";
import { changed } from "./own.js";
import { SHIPPED, use } from "./sites.js";
import { VERSION } from "./version.js";

/** The project's own public keys; `companion/siteupdates.py` pins the same. */
export const PROJECT_KEYS = ["xBsP/PJv/qVCLQfWTvJiRhKTCR8zAAIi7s5A4hzmhQE="];
const SCRIPTS = "update";
/** More than this would leave no room for generic sites (1,000 regular expressions in all). */
const MOST_RULES = 500;

/** @typedef {{bundle: string, signature: string, key: string}} Update */

let version = VERSION;
/** Whether the last update that arrived was refused. */
let refused = false;
/** Updates are dealt with one after the other. @type {Promise<void>} */
let queue = recall();

/** Which site files are in force, for the popup and for the companion. */
export const siteFiles = () => ({ version, refused });

after(queue);
heard("sites", ({ bundle, signature, key }) => {
  queue = queue.then(() => arrived({ bundle, signature, key }));
});
chrome.permissions.onAdded.addListener(() => void queue.then(injectAll));
companion.sites = () => version;

/** @returns {Promise<Update | undefined>} */
async function stored() {
  return /** @type {any} */ (await chrome.storage.local.get("siteUpdate")).siteUpdate;
}

/** Puts in force what an earlier life of the worker accepted, if it is still whole. Whose keys
 * count is not asked again here: the browser may take seconds to say it, and pages wait. */
async function recall() {
  const last = await stored();
  if (!last) return;
  try {
    const update = await verified(last, [...PROJECT_KEYS, last.key]);
    if (update.version <= VERSION) throw new SiteFileError("the extension itself is newer");
    use(update.sites);
    version = update.version;
  } catch {
    await drop();
  }
}

/** The shipped files are in force again. */
async function drop() {
  await chrome.storage.local.remove(["siteUpdate", "siteTable"]);
  await build([]);
  use(SHIPPED);
  version = VERSION;
}

/** An organisation's key counts no more: neither does what it signed. */
async function recheck() {
  const last = await stored();
  if (!last || !isKnown() || [...PROJECT_KEYS, ...managed().siteKeys].includes(last.key)) return;
  await drop();
  changed();
}
onLimits(() => {
  queue = queue.then(recheck);
});

/** @param {Update} update */
async function arrived(update) {
  try {
    await accept(update);
    refused = false;
  } catch {
    refused = true; // whatever it was: what is in force stays in force
  }
  changed();
}

/** @param {Update} update */
async function read(update) {
  await managedReady;
  return verified(update, [...PROJECT_KEYS, ...managed().siteKeys]);
}

/** @param {Update} update */
async function accept(update) {
  const { version: offered, sites } = await read(update);
  const digest = await sha256(new TextEncoder().encode(update.bundle));
  const { siteAccepted = { version: 0, digest: "" } } = /** @type {any} */ (
    await chrome.storage.local.get("siteAccepted")
  );
  if (offered === version && digest === siteAccepted.digest) return;
  if (offered <= VERSION || offered < siteAccepted.version) throw new SiteFileError("too old");
  if (offered === siteAccepted.version && digest !== siteAccepted.digest) {
    throw new SiteFileError("another update of this version was accepted");
  }
  await build(await added(sites));
  await chrome.storage.local.set({
    siteUpdate: { ...update },
    siteAccepted: { version: offered, digest },
    siteTable: sites,
  });
  use(sites);
  version = offered;
  await injectAll();
}

/** The walls that an update adds to the shipped ones.
 * @param {readonly Sottovoce.Site[]} sites */
async function added(sites) {
  const shipped = new Set(SHIPPED.flatMap(rulesOf).map((rule) => JSON.stringify(rule)));
  const rules = sites.flatMap(rulesOf).filter((rule) => !shipped.has(JSON.stringify(rule)));
  if (rules.length > MOST_RULES) throw new SiteFileError("too many rules");
  for (const { condition } of rules) {
    const { isSupported } = await chrome.declarativeNetRequest.isRegexSupported({
      regex: condition.regexFilter,
      isCaseSensitive: false,
    });
    if (!isSupported) throw new SiteFileError("a rule that this browser cannot keep");
  }
  return rules;
}

/** @param {readonly import("../shared/walls.js").Rule[]} rules */
async function build(rules) {
  const old = await chrome.declarativeNetRequest.getDynamicRules();
  await chrome.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: old.map(({ id }) => id).filter((id) => id >= FIRST_UPDATE_RULE),
    addRules: /** @type {chrome.declarativeNetRequest.Rule[]} */ (
      rules.map((rule, index) => ({ id: FIRST_UPDATE_RULE + index, ...rule }))
    ),
  });
}

/** Hooks into the sites that only an update knows, where the person allowed it. */
async function injectAll() {
  const { siteTable = [] } = await chrome.storage.local.get("siteTable");
  const table = /** @type {Sottovoce.Site[]} */ (siteTable);
  await inject(
    SCRIPTS,
    table.flatMap(({ hosts = [] }) => hosts),
  );
}
