// @ts-check
// What the person may do, and has done: the companion says it, managed settings tighten it, and
// while the companion is away it is nothing.

import { covers } from "../shared/sitenames.js";
import { heard, onLost } from "./line.js";
import { managed, onLimits } from "./managed.js";
import { changed } from "./own.js";

/** @typedef {Omit<Sottovoce.Yours, "type">} Yours */

/** @type {Yours} */
const NOTHING = {
  paused: [],
  off: [],
  may: { send_publicly: false, not_sensitive: false, pause_minutes: 0, switch: false },
  files: { max_bytes: 0, unreadable: "hold", paste: "judge", drop: "judge" },
};

/** @type {Yours} */
let yours = NOTHING;
/** @type {(() => void)[]} */
const ears = [];

/** @param {Yours | undefined} news */
function take(news) {
  yours = news ?? NOTHING;
  void remember();
  renewed();
}
function renewed() {
  for (const ear of ears) ear();
  changed();
}
onLimits(renewed);
heard("welcome", (welcome) => take(welcome.yours));
heard("yours", take);
onLost(() => {
  yours = NOTHING;
});

/** @param {() => void} ear Called when the companion says anew what is in force. */
export function onYours(ear) {
  ears.push(ear);
}

/** What the person may do at all. @returns {Yours["may"]} */
export function may() {
  const limits = managed();
  return {
    send_publicly: yours.may.send_publicly && limits.sendPublicly,
    not_sensitive: yours.may.not_sensitive && limits.notSensitive,
    pause_minutes: limits.pause ? yours.may.pause_minutes : 0,
    switch: yours.may.switch && limits.switch,
  };
}

/** Who forbids what may not be done: the companion's policy or the browser's managed settings.
 * @returns {Record<keyof Yours["may"], "" | "policy" | "browser">} */
export function locks() {
  const limits = managed();
  const lock = (/** @type {boolean} */ here, /** @type {unknown} */ there) =>
    here ? (there ? "" : "policy") : "browser";
  return {
    send_publicly: lock(limits.sendPublicly, yours.may.send_publicly),
    not_sensitive: lock(limits.notSensitive, yours.may.not_sensitive),
    pause_minutes: lock(limits.pause, yours.may.pause_minutes),
    switch: lock(limits.switch, yours.may.switch),
  };
}

/** How files and what is pasted are treated. @returns {Yours["files"]} */
export function files() {
  return managed().judgePaste ? { ...yours.files, paste: "judge" } : yours.files;
}

/** What the person may do with one prompt. @param {Sottovoce.Entry} entry @returns {string[]} */
export function offersOf({ state, offers = [] }) {
  if (state !== "answered" && state !== "held") return [];
  const rights = may();
  return offers.filter(
    (offer) =>
      (offer === "public" && rights.send_publicly) ||
      (offer === "not_sensitive" && rights.not_sensitive),
  );
}

/** Until when a site is paused, or 0. @param {string} site @param {number} now */
export function pausedUntil(site, now) {
  const fitting = yours.paused.filter((one) => one.site === "" || covers(one.site, site));
  return Math.max(0, ...fitting.map(({ until }) => until).filter((until) => until > now));
}

/** Whether the person switched a site off. @param {string} site */
export function isOff(site) {
  return yours.off.some((one) => covers(one, site));
}

/** How much is remembered as not sensitive: nobody can tell what. */
export function remembered() {
  return yours.remembered ?? { messages: 0, findings: 0 };
}

/** Everything that is paused or off, for the settings page; each with its beginning. */
export async function exceptions() {
  const { offSince = {} } = await chrome.storage.local.get("offSince");
  return {
    paused: yours.paused.filter(({ until }) => until > Date.now()),
    off: yours.off.map((site) => ({
      site,
      since: Number(/** @type {any} */ (offSince)[site]) || 0,
    })),
  };
}

/** The companion keeps no time for what is off: it is noted here. */
async function remember() {
  const { offSince = {} } = await chrome.storage.local.get("offSince");
  const known = /** @type {Record<string, number>} */ (offSince);
  const now = Date.now();
  const next = Object.fromEntries(yours.off.map((site) => [site, known[site] ?? now]));
  if (yours === NOTHING || JSON.stringify(next) === JSON.stringify(known)) return;
  await chrome.storage.local.set({ offSince: next });
}
