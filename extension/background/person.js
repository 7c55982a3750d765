// @ts-check
// What the person does with what was decided: sends a message to the site after all, says that
// one is not sensitive, pauses the check, switches it off or on. The companion has the last
// word on each, and records it; nothing here releases anything.

import { bridges, on, tell } from "./bridges.js";
import { perform, router } from "./holding.js";
import { companion, heard, onLost } from "./line.js";
import { answer } from "./own.js";
import { onPanel, saying, wake } from "./panels.js";
import { isOff, may, onYours, pausedUntil } from "./rights.js";
import { siteOf } from "./sites.js";
import * as status from "./status.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */
/** @typedef {"override" | "not_sensitive" | "pause" | "switch" | "forget"} Wish */
/** What the companion answers by saying anew what the person has chosen.
 * @type {readonly Wish[]} */
const CHOICES = ["pause", "switch", "forget"];

const PATIENCE_MS = 8_000;
const MOST_REMEMBERED = 50;
const MOST_FINDINGS = 500;
const LONGEST_FINDING = 10_000;

/** Wishes that the companion has not answered yet. @type {Map<string, {
 *   wish: Wish, end: (granted: Sottovoce.Granted | boolean) => void}>} */
const open = new Map();
/** What was found in prompts that stayed private: the person may say that it is not sensitive.
 * In memory only. @type {Map<string, {kind: string, text: string}[]>} */
const found = new Map();

heard("decided", ({ id, findings, offers = [] }) => {
  const text = router.about(id)?.text;
  if (!text || !offers.includes("not_sensitive")) return;
  found.delete(id);
  found.set(id, quoted(text, findings));
  const [oldest] = found.keys();
  if (found.size > MOST_REMEMBERED) found.delete(oldest);
});

/** Offsets count code points. @param {string} text @param {readonly Sottovoce.Finding[]} all */
function quoted(text, all) {
  const points = Array.from(text);
  return all
    .filter(({ part = "prompt", start, end }) => part === "prompt" && start < end)
    .slice(0, MOST_FINDINGS)
    .map(({ kind, start, end }) => ({ kind, text: points.slice(start, end).join("") }))
    .filter(({ text: piece }) => piece.length > 0 && piece.length <= LONGEST_FINDING);
}

/**
 * Asks the companion; false is no, or no answer.
 * @param {Wish} wish @param {Record<string, unknown>} fields
 * @returns {Promise<Sottovoce.Granted | boolean>}
 */
function ask(wish, fields) {
  if (companion.state.state !== "connected") return Promise.resolve(false);
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    const end = (/** @type {Sottovoce.Granted | boolean} */ granted) => {
      clearTimeout(timer);
      open.delete(id);
      resolve(granted);
    };
    open.set(id, { wish, end });
    companion.send(/** @type {any} */ ({ type: wish, id, ...fields }));
  });
}

heard("granted", (granted) => open.get(granted.id)?.end(granted));
heard("fault", ({ id }) => open.get(id ?? "")?.end(false));
onLost(() => {
  for (const { end } of [...open.values()]) end(false);
});
onYours(() => {
  for (const { wish, end } of [...open.values()]) {
    if (CHOICES.includes(wish)) end(true);
  }
});

// --- one message -------------------------------------------------------------------------------

/** @param {"public" | "not_sensitive"} how @param {Wish} wish
 * @param {{panel: Bridge, owner: Bridge, entry: Sottovoce.Entry}} about
 * @param {Record<string, unknown>} fields */
async function release(how, wish, { panel, owner, entry }, fields) {
  const { id, n, state, retry } = entry;
  const granted = entry.offers?.includes(how) ? await ask(wish, { prompt: id, ...fields }) : false;
  if (typeof granted === "boolean") {
    saying(panel, { type: "refused", id });
    return;
  }
  // A request that is still held goes on by itself: it is asked about again, and now let go.
  const next = state === "held" && retry ? router.retry(owner.key, id, Date.now()) : [];
  if (next.length) {
    perform(next);
    return;
  }
  saying(panel, { type: "granted", id, how, until: granted.until });
  if (n !== undefined && bridges.has(owner.key)) tell(owner, { type: "again", n });
}

onPanel("override", (panel, { reason }, owner, entry) => {
  if (owner && entry) {
    void release("public", "override", { panel, owner, entry }, { reason: String(reason) });
  }
});
onPanel("not_sensitive", (panel, { id }, owner, entry) => {
  const findings = found.get(id) ?? [];
  if (owner && entry) {
    void release("not_sensitive", "not_sensitive", { panel, owner, entry }, { findings });
  }
});

// --- a site ------------------------------------------------------------------------------------

/** A page that is of no site pauses nothing: no name stands for every site.
 * @param {string} site @param {number} minutes 0 ends a pause. */
export function pause(site, minutes) {
  const most = may().pause_minutes;
  if (minutes > most || (minutes > 0 && !site)) return Promise.resolve(false);
  return ask("pause", { site, minutes });
}

/** @param {string} site @param {boolean} protect */
export function turn(site, protect) {
  if (!protect && !may().switch) return Promise.resolve(false);
  return ask("switch", { site, on: protect });
}

/** @param {Bridge} bridge @returns {Promise<Sottovoce.Standing>} */
async function standing(bridge) {
  const site = siteOf(bridge.url);
  const name = site?.name ?? "";
  const known = await status.look(bridge.tab);
  return {
    label: site?.label || new URL(bridge.url).host,
    checkedAt: known?.checkedAt ?? 0,
    pausedUntil: pausedUntil(name, Date.now()),
    off: isOff(name),
    away: companion.state.state === "missing",
    minutes: may().pause_minutes,
  };
}

/** @param {Bridge} bridge */
async function tellStanding(bridge) {
  saying(bridge, { type: "standing", standing: await standing(bridge) });
}

on("panel", (bridge, { look }) => (look ? tellStanding(bridge) : wake(bridge)));
onPanel("pause", async (panel, { minutes }) => {
  await pause(siteOf(panel.url)?.name ?? "", Math.max(0, Math.floor(Number(minutes) || 0)));
  await tellStanding(panel);
});
onPanel("protect", async (panel) => {
  await turn(siteOf(panel.url)?.name ?? "", true);
  await tellStanding(panel);
});

answer(
  "pause",
  async ({ site, minutes }) => (await pause(String(site), Number(minutes))) !== false,
);
answer("forget_all", async () => (await ask("forget", {})) !== false);
answer("switch", async ({ site, on: protect }) => {
  return (await turn(String(site), protect === true)) !== false;
});
