// @ts-check
// What the popup and the options page are told.

import { recall } from "./generic.js";
import { companion } from "./line.js";
import { answer } from "./own.js";
import { siteOf } from "./sites.js";
import * as status from "./status.js";
import { siteFiles } from "./updates.js";

const ready = recall();

answer("report", ({ tab, url }) => report(Number(tab), String(url)));

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
    siteFilesRefused: siteFiles().refused,
  };
}

/** @param {string} url */
function matchOf(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
