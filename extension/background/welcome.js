// @ts-check
// The first run: an invented patient's message travels the whole way, and its page shows each
// step as the companion tells it. The text is the locale's own, so no page can have another one
// judged here; and it is only ever rehearsed: a public outcome sends nothing anywhere.

import { companion, heard, onLost } from "./line.js";
import { isOwnPage } from "./own.js";

const PAGE = "welcome/welcome.html";
/** From one sign of the companion to the next; a first start loads models. */
const PATIENCE_MS = 60_000;

/** @typedef {{port: chrome.runtime.Port, timer: ReturnType<typeof setTimeout>}} Tour */
/** The rehearsals under way, by their prompt's id. @type {Map<string, Tour>} */
const tours = new Map();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== "tour") return;
  if (port.sender && isOwnPage(port.sender)) begin(port);
  else port.disconnect();
});

/** @param {chrome.runtime.Port} port One rehearsal; the page connects anew for another. */
function begin(port) {
  const id = crypto.randomUUID();
  tours.set(id, { port, timer: setTimeout(() => late(id), PATIENCE_MS) });
  port.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    if (forget(id)) companion.send({ type: "cancel", id });
  });
  companion.send({
    type: "prompt",
    id,
    site: "first-run",
    conversation: id,
    text: chrome.i18n.getMessage("tour_prompt"),
    latest: 0,
    readable: true,
    attachments: [],
    stage: "typed",
  });
}

/** @param {string} id */
function forget(id) {
  clearTimeout(tours.get(id)?.timer);
  return tours.delete(id);
}

/** @param {string} id @param {Sottovoce.TourNews} news */
function tell(id, news) {
  const tour = tours.get(id);
  if (!tour) return;
  clearTimeout(tour.timer);
  tour.timer = setTimeout(() => late(id), PATIENCE_MS);
  try {
    tour.port.postMessage(news);
  } catch {
    // The page went away; `onDisconnect` follows.
  }
}

/** @param {string} id */
function late(id) {
  tell(id, { type: "late", companion: companion.state });
  if (forget(id)) companion.send({ type: "cancel", id });
}

heard("decided", (decided) => {
  tell(decided.id, { type: "decided", decided, companion: companion.state });
  if (decided.action === "pass" || decided.action === "release") forget(decided.id);
});
heard("delta", ({ id, text }) => tell(id, { type: "delta", text }));
heard("done", (done) => {
  tell(done.id, { type: "done", done });
  forget(done.id);
});
heard("held", ({ id, reason }) => {
  tell(id, { type: "stopped", reason, companion: companion.state });
  forget(id);
});
heard("fault", ({ id }) => {
  tell(id, { type: "stopped", reason: "fault", companion: companion.state });
  forget(id);
});
onLost(() => {
  for (const id of [...tours.keys()]) {
    tell(id, { type: "stopped", reason: "companion_missing", companion: companion.state });
    forget(id);
  }
});

// --- opening the page --------------------------------------------------------------------------

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void open();
});

/** Whether a program drives this browser: there is nobody to welcome. */
function unattended() {
  return navigator.webdriver === true || navigator.userAgent.includes("Headless");
}

/** Opens the page once, unless an administrator installed the extension. */
async function open() {
  const { installType } = await chrome.management.getSelf();
  const { welcomed } = await chrome.storage.local.get("welcomed");
  if (welcomed || installType === "admin" || unattended()) return;
  await chrome.storage.local.set({ welcomed: true });
  await chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) });
}
