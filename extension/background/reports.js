// @ts-check
// What the popup and the options page are told, and what they may ask to change.

import { covers, hostOf } from "../shared/sitenames.js";
import { change, own, recall } from "./generic.js";
import { companion } from "./line.js";
import { managed } from "./managed.js";
import { answer } from "./own.js";
import { exceptions, isOff, locks, may, pausedUntil, remembered } from "./rights.js";
import { SHIPPED, siteOf } from "./sites.js";
import * as status from "./status.js";
import { siteFiles } from "./updates.js";

const ready = recall();

answer("report", ({ tab, url }) => report(Number(tab), String(url)));
answer("settings", () => settings());
answer("add_site", ({ pattern }) => change(String(pattern), true));
answer("remove_site", ({ pattern }) => change(String(pattern), false));

/** What the popup shows. @param {number} tab @param {string} url
 * @returns {Promise<Sottovoce.Report>} */
async function report(tab, url) {
  await ready;
  companion.connect();
  if (companion.state.state === "connected") companion.send({ type: "status" });
  const known = await status.look(tab);
  const site = url ? siteOf(url) : null;
  const host = url ? new URL(url).host : "";
  const evidence = known?.host === host ? known : undefined;
  const { off } = await exceptions();
  return {
    site: site?.name ?? "",
    label: site?.label || host,
    host,
    known: site !== null,
    hooked: evidence !== undefined,
    granted: site !== null && (await chrome.permissions.contains({ origins: [matchOf(url)] })),
    checkedAt: evidence?.checkedAt ?? 0,
    alarm: evidence?.alarm ?? null,
    blocked: evidence?.blocked ?? 0,
    companion: companion.state,
    pausedUntil: site ? pausedUntil(site.name, Date.now()) : 0,
    off: site !== null && isOff(site.name),
    offSince: off.find((one) => covers(one.site, site?.name ?? ""))?.since ?? 0,
    siteFilesRefused: siteFiles().refused,
    minutes: may().pause_minutes,
    switchable: may().switch,
  };
}

/** What the settings page shows. @returns {Promise<Sottovoce.Settings>} */
async function settings() {
  const { patterns = [] } = await chrome.storage.local.get("patterns");
  const chosen = await exceptions();
  const listed = [...chosen.paused, ...chosen.off].map(({ site }) => [site, hostOf(site)]);
  return {
    companion: companion.state,
    sites: [.../** @type {string[]} */ (patterns), ...managed().genericSites],
    own: await own(),
    may: may(),
    locks: locks(),
    always: SHIPPED.filter(({ kind = "fixed" }) => kind === "fixed").map(({ label }) => label),
    labels: Object.fromEntries([...listed, ...SHIPPED.map(({ name, label }) => [name, label])]),
    remembered: remembered(),
    ...chosen,
  };
}

/** @param {string} url */
function matchOf(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
