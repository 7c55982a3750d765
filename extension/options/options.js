// @ts-check
// Says what is in force, and takes back what the person decided. What an organisation or the
// policy decided cannot be changed here, so that no page or other extension can loosen it.

import { showKept, wireKept } from "./kept.js";

const { words } = globalThis.sottovoce;
const { say } = words;
/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} tag @param {string} text @param {string} [name] */
function make(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

/** @param {string} text @param {string} name @param {Record<string, unknown>} message */
function button(text, name, message) {
  const made = /** @type {HTMLButtonElement} */ (make("button", text));
  made.type = "button";
  made.setAttribute("aria-label", name);
  made.addEventListener("click", async () => {
    const done = await chrome.runtime.sendMessage(message);
    at("note").textContent = done ? "" : say("refused");
    await refresh();
    at("options_title").focus();
  });
  return made;
}

/** @param {string} id @param {HTMLElement[]} items */
function fill(id, items) {
  const list = at(id);
  const next = items.map(({ textContent }) => textContent).join("\n");
  if (list.dataset["holds"] === next) return; // keeps the focus where it is
  list.dataset["holds"] = next;
  list.replaceChildren(...items);
}

/** What people call a site. @param {string} site @param {Sottovoce.Settings["labels"]} labels */
function named(site, labels) {
  if (!site) return say("options_everywhere");
  return labels[site] || say("options_listed");
}

/** @param {Sottovoce.Settings} settings */
function showSites({ sites, own, always }) {
  at("options_sites").textContent = say("options_sites", words.list(always));
  const listed = sites.length ? sites : [say("options_sites_none")];
  fill(
    "sites",
    listed.map((site) => make("li", site)),
  );
  at("own_says").textContent = say(own.length ? "options_own" : "options_own_none");
  const rows = own.map((pattern) => {
    const row = make("li", pattern.replace(/\/\*$/, ""));
    const label = say("options_remove", row.textContent ?? "");
    row.append(button(say("remove"), label, { type: "remove_site", pattern }));
    return row;
  });
  fill("own", rows);
}

/** @param {Sottovoce.Settings} settings */
function showRights({ companion, may, locks }) {
  const there = companion.state === "connected";
  at("may_away").hidden = there;
  const names = /** @type {(keyof typeof locks)[]} */ (Object.keys(locks));
  const rows = names.map((name) => {
    const key = name === "pause_minutes" ? "pause" : name;
    const what = say(`options_may_${key}`, String(may.pause_minutes || 10));
    const row = make("li", say(locks[name] ? "options_may_not" : "options_may_yes", what));
    if (locks[name]) row.append(make("span", say(`options_locked_${locks[name]}`), "aside"));
    return row;
  });
  fill("may", there ? rows : []);
}

/** @param {Sottovoce.Settings} settings */
function showExceptions({ paused, off, labels }) {
  const pauses = paused.map(({ site, until }) => {
    const name = named(site, labels);
    const row = make("li", say("options_paused_row", name, words.clock(until)));
    const message = { type: "pause", site, minutes: 0 };
    row.append(button(say("resume"), `${say("resume")}: ${name}`, message));
    return row;
  });
  const offs = off.map(({ site, since }) => {
    const name = named(site, labels);
    const row = make("li", say("options_off_row", name, words.day(since)));
    const message = { type: "switch", site, on: true };
    row.append(button(say("protect_again"), `${say("protect_again")}: ${name}`, message));
    return row;
  });
  at("exceptions_none").hidden = pauses.length + offs.length > 0;
  fill("exceptions", [...pauses, ...offs]);
}

/** @param {Sottovoce.Companion} companion */
function showCompanion(companion) {
  at("private").textContent =
    companion.state === "connected"
      ? say("options_private", companion.policy, words.level(companion.threshold))
      : say("options_private_away");
  const { links } = companion;
  at("where").textContent = links?.model
    ? say("options_where", links.model, links.environment)
    : say("options_where_away");
}

async function refresh() {
  // The report wakes the line to the companion.
  await chrome.runtime.sendMessage({ type: "report", tab: -1, url: "" });
  /** @type {Sottovoce.Settings} */
  const settings = await chrome.runtime.sendMessage({ type: "settings" });
  showCompanion(settings.companion);
  showSites(settings);
  showRights(settings);
  showExceptions(settings);
  showKept(settings);
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
document.title = say("options_title");
for (const name of [
  "options_title",
  "options_private_head",
  "options_where_head",
  "options_sites_head",
  "options_own_head",
  "options_may_head",
  "options_exceptions_head",
  "options_not_head",
  "options_not",
]) {
  at(name).textContent = say(name);
}
at("options_title").tabIndex = -1;
wireKept(refresh);
at("may_away").textContent = say("options_may_away");
at("exceptions_none").textContent = say("options_exceptions_none");
at("locked_private").textContent = say("options_locked");
at("locked_sites").textContent = say("options_locked");
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === "changed") void refresh();
  return false;
});
await refresh();
