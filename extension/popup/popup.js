// @ts-check
import { chain, controls, truth } from "./chain.js";

const { words, shield, beside } = globalThis.sottovoce;
const { say } = words;
const STEPS = chrome.runtime.getURL("welcome/welcome.html");
/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const PATHS = {
  ok: "M3.5 8.5 6.7 11.7 12.5 4.8",
  wait: "M4 8h8",
  bad: "M8 3.5v5.5M8 12v.4",
};

/** @param {import("./chain.js").Mark} mark */
function drawn(mark) {
  const box = document.createElement("span");
  box.className = `mark ${mark}`;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say(`mark_${mark}`));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[mark]);
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "2");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-linejoin", "round");
  svg.append(path);
  box.append(svg);
  return box;
}

/** @param {import("./chain.js").Link} link */
function row({ name, mark, text }) {
  const item = document.createElement("li");
  const title = document.createElement("strong");
  title.textContent = say(name);
  const line = document.createElement("p");
  line.textContent = say(...text);
  item.append(drawn(mark), title, line);
  return item;
}

/** @param {string} id @param {boolean} there @param {string} [text] */
function put(id, there, text) {
  at(id).hidden = !there;
  if (there && text !== undefined && at(id).textContent !== text) at(id).textContent = text;
}

/** @param {Sottovoce.Report} report */
function show(report) {
  const said = truth(report, (time) => words.ago(time, Date.now()), words.clock, words.day);
  at("shield").replaceChildren(shield.draw(said.shape));
  put("truth", true, say(...said.text));
  put("more", said.more !== null, said.more ? say(...said.more) : "");
  put("allow", said.allow);
  put("add", said.add);
  at("chain").replaceChildren(...chain(report).map(row));
  showControls(report);
}

/** @param {Sottovoce.Report} report */
function showControls(report) {
  const { pause, resume, on, report: reporting } = controls(report);
  put("resume", resume);
  put("controls", pause > 0 || on !== null || reporting);
  put("protection", on !== null);
  toggle.checked = on === true;
  put("pause", pause > 0, say("pause", String(pause)));
  put("report", reporting);
  if (!report.alarm) {
    at("facts").hidden = true;
    return;
  }
  facts = words.report(report.alarm);
  at("facts_lines").replaceChildren(
    ...facts.map((line) => {
      const item = document.createElement("p");
      item.textContent = line;
      return item;
    }),
  );
}

const { searchParams } = new URL(location.href);
const toggle = /** @type {HTMLInputElement} */ (at("switch"));
/** What the report of an alarm holds. @type {string[]} */
let facts = [];
/** @type {Sottovoce.Report | null} */
let latest = null;
let url = "";

/** The tab that the popup is about; a test page may name one. */
async function subject() {
  const named = Number(searchParams.get("tab"));
  if (named) return chrome.tabs.get(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function refresh() {
  const tab = await subject();
  url = /^https?:/.test(tab?.url ?? "") ? (tab?.url ?? "") : "";
  /** @type {Sottovoce.Report} */
  const report = await chrome.runtime.sendMessage({ type: "report", tab: tab?.id ?? -1, url });
  latest = report;
  beside.of(tab?.id ?? -1);
  show(report);
}

/** Asks the worker for a change, and says so where it was refused.
 * @param {Record<string, unknown>} message */
async function change(message) {
  const done = await chrome.runtime.sendMessage(message);
  await refresh();
  put("note", !done, say("refused"));
}

/** @param {() => Promise<unknown>} [then] */
async function allow(then) {
  const { protocol, hostname } = new URL(url);
  const given = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  if (!given) return;
  await then?.();
  await refresh();
  put("note", true, say("popup_reload"));
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
at("allow").textContent = say("popup_allow");
at("allow").addEventListener("click", () => void allow());
at("add").textContent = say("popup_add");
at("add").addEventListener("click", () => {
  const pattern = new URL("/*", url).href;
  void allow(() => chrome.runtime.sendMessage({ type: "add_site", pattern }));
});
at("resume").textContent = say("resume");
at("resume").addEventListener("click", () => {
  void change({ type: "pause", site: latest?.site ?? "", minutes: 0 });
});
at("pause").addEventListener("click", () => {
  void change({ type: "pause", site: latest?.site ?? "", minutes: latest?.minutes ?? 0 });
});
at("protection_words").textContent = say("popup_switch");
toggle.addEventListener("change", () => {
  void change({ type: "switch", site: latest?.site ?? "", on: toggle.checked });
});
at("report").textContent = say("report");
at("report").addEventListener("click", () => {
  at("facts").hidden = !at("facts").hidden;
  at("report").setAttribute("aria-expanded", String(!at("facts").hidden));
});
at("facts_head").textContent = say("report_holds");
at("copy").textContent = say("copy");
at("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(facts.join("\n"));
  at("copy").textContent = say("copied");
});
at("options").textContent = say("open_options");
at("options").addEventListener("click", () => void chrome.runtime.openOptionsPage());
at("steps").textContent = say("popup_steps");
at("steps").addEventListener("click", () => void chrome.tabs.create({ url: STEPS }));
at("beside").textContent = say("side_title");
at("beside").hidden = !beside.there;
at("beside").addEventListener("click", () => void beside.open().then(() => window.close()));
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === "changed") void refresh();
  return false;
});
setInterval(() => void refresh(), 2_000);
await refresh();
