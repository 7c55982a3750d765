// @ts-check
import { chain, truth } from "./chain.js";

const { words, shield } = globalThis.sottovoce;
const { say } = words;
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

/** @param {Sottovoce.Report} report */
function show(report) {
  const said = truth(report, (time) => words.ago(time, Date.now()), words.clock);
  at("shield").replaceChildren(shield.draw(said.shape));
  const sentence = say(...said.text);
  if (at("truth").textContent !== sentence) at("truth").textContent = sentence;
  at("more").hidden = !said.more;
  if (said.more) at("more").textContent = say(...said.more);
  at("allow").hidden = !said.allow;
  at("chain").replaceChildren(...chain(report).map(row));
}

const { searchParams } = new URL(location.href);
/** The tab that the popup is about; a test page may name one. */
async function subject() {
  const named = Number(searchParams.get("tab"));
  if (named) return chrome.tabs.get(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function refresh() {
  const tab = await subject();
  const url = tab?.url ?? "";
  const web = /^https?:/.test(url) ? url : "";
  const report = await chrome.runtime.sendMessage({ type: "report", tab: tab?.id ?? -1, url: web });
  show(report);
  at("allow").onclick = async () => {
    const { protocol, hostname } = new URL(url);
    const given = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
    if (!given) return;
    await refresh();
    at("more").hidden = false;
    at("more").textContent = say("popup_reload");
  };
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
at("allow").textContent = say("popup_allow");
at("options").textContent = say("open_options");
at("options").addEventListener("click", () => void chrome.runtime.openOptionsPage());
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === "changed") void refresh();
  return false;
});
setInterval(() => void refresh(), 2_000);
await refresh();
