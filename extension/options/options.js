// @ts-check
// Says what is in force. Nothing can be changed here: policy is the companion's, so that a
// page or another extension cannot loosen it.

const { words } = globalThis.sottovoce;
const { say } = words;
/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

async function refresh() {
  /** @type {Sottovoce.Report} */
  const { companion } = await chrome.runtime.sendMessage({ type: "report", tab: -1, url: "" });
  const there = companion.state === "connected";
  at("private").textContent = there
    ? say("options_private", companion.policy, words.level(companion.threshold))
    : say("options_private_away");
  const { links } = companion;
  at("where").textContent = links?.model
    ? say("options_where", links.model, links.environment)
    : say("options_where_away");
  const { patterns = [] } = await chrome.storage.local.get("patterns");
  /** @type {{genericSites?: string[]}} */
  const managed = await chrome.storage.managed.get("genericSites").catch(() => ({}));
  const sites = [.../** @type {string[]} */ (patterns), ...(managed.genericSites ?? [])];
  const items = (sites.length ? sites : [say("options_sites_none")]).map((site) => {
    const item = document.createElement("li");
    item.textContent = site;
    return item;
  });
  at("sites").replaceChildren(...items);
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
document.title = say("options_title");
for (const name of [
  "options_title",
  "options_private_head",
  "options_where_head",
  "options_sites_head",
  "options_sites",
  "options_not_head",
  "options_not",
]) {
  at(name).textContent = say(name);
}
at("locked_private").textContent = say("options_locked");
at("locked_sites").textContent = say("options_locked");
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === "changed") void refresh();
  return false;
});
await refresh();
