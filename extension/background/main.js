// @ts-check
// The worker: it brings the parts together. Each part registers what it listens to when it is
// loaded, at the top level, so that the browser can wake a stopped worker.

import "./ahead.js";
import { sound } from "./alarms.js";
import "./blocking.js";
import { after, on, tell } from "./bridges.js";
import { driftedSite } from "./drift.js";
import { protect, recall, refresh } from "./generic.js";
import { held } from "./holding.js";
import { companion, heard } from "./line.js";
import { arrived } from "./panels.js";
import "./person.js";
import "./reports.js";
import { siteOf } from "./sites.js";
import { frameHeld } from "./sockets.js";
import * as status from "./status.js";
import { sayRules } from "./typed.js";
import "./updates.js";
import "./welcome.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */

after(recall());

on("ready", (bridge, { first }) => opened(bridge, first));
on("hold", async (bridge, message) => {
  if (!bridge.styled) await opened(bridge, false);
  await (message.transport === "socket" ? frameHeld : held)(bridge, message);
});
heard("welcome", ({ generic_sites: sites }) => void protect(sites));

const styles = Promise.all(
  ["/shared/tokens.css", "/panel/panel.css"].map(async (path) => (await fetch(path)).text()),
).then((sheets) => sheets.join("\n"));

/** @param {Bridge} bridge @param {boolean} first Whether the document is new, not the worker. */
async function opened(bridge, first) {
  const site = siteOf(bridge.url);
  arrived(bridge, first);
  if (site && bridge.frame === 0) {
    if (first || !(await status.look(bridge.tab)))
      status.opened(bridge.tab, new URL(bridge.url).host, site.name, bridge.since);
    companion.connect();
  }
  bridge.styled = true;
  const there = site && pageOf(site);
  tell(bridge, { type: "setup", css: await styles, site: there });
  sayRules(bridge);
  const known = first ? null : (await status.look(bridge.tab))?.alarm;
  const before = (site && bridge.frame === 0 && driftedSite(bridge, site)) || known;
  if (before) sound(bridge, before);
}

/** What a document of a site needs to know of it. @param {Sottovoce.Site} site
 * @returns {Sottovoce.PageSite} */
function pageOf({ name, label, kind = "fixed", composer, frame, send, typed }) {
  return { name, label, known: kind === "fixed", composer, frame, send, typed };
}

// --- the browser's events ----------------------------------------------------------------------

chrome.runtime.onStartup.addListener(() => companion.connect());
chrome.runtime.onInstalled.addListener(() => companion.connect());
chrome.tabs.onRemoved.addListener((tab) => status.closed(tab));
chrome.permissions.onAdded.addListener(() => void refresh());
chrome.permissions.onRemoved.addListener(() => void refresh());
