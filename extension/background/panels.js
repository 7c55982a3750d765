// @ts-check
// The panel's frames: pages of ours inside the pages of sites. A frame proves with a token that
// it is the one that we asked the page's bridge to make; a page that embeds our frame by itself
// gets an empty one. What is to be said before a frame is there waits for it.

import { after, bridges, onGone, stage, tell } from "./bridges.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */
/**
 * @typedef {object} Seat Where a document's panel is.
 * @property {string} place Tab and frame of the document.
 * @property {string} bridge The document's key; empty until it is connected again.
 * @property {string} token What a new frame has to show, once.
 * @property {string} name What the frame shows when it connects again.
 * @property {chrome.runtime.Port | null} port
 * @property {Sottovoce.ToPanel[]} queue
 * @property {Map<string, {bridge: string, entry: Sottovoce.Entry}>} entries Whose each is.
 * @property {ReturnType<typeof setTimeout> | undefined} patience Until it is said without one.
 * @property {ReturnType<typeof setTimeout> | undefined} return Until a known frame is given up.
 */
/** @typedef {Sottovoce.FromPanel["type"]} Type */
/**
 * @template {Type} T
 * @typedef {(bridge: Bridge, message: Extract<Sottovoce.FromPanel, {type: T}>,
 *   owner: Bridge | undefined, entry: Sottovoce.Entry | undefined) => unknown} Handler
 */

/** A frame that has not come by then will not come. */
const PATIENCE_MS = 1_000;
/** A frame that was there before the worker was stopped comes back by then. */
const RETURN_MS = 1_200;
const MOST_QUEUED = 2_000;
const MOST_ENTRIES = 50;

/** @type {Map<string, Seat>} By place. */
const seats = new Map();
/** @type {Map<string, Handler<any>>} */
const handlers = new Map();
/** Names that frames were given, so that they are known again after the worker was stopped.
 * @type {Map<string, string>} */
const names = new Map();
const ready = chrome.storage.session.get("seats").then(({ seats: stored }) => {
  for (const [name, place] of /** @type {[string, string][]} */ (stored ?? [])) {
    names.set(name, place);
  }
});

after(ready);

/** @template {Type} T @param {T} type @param {Handler<T>} handler */
export function onPanel(type, handler) {
  handlers.set(type, handler);
}

/** @param {number} tab @param {number} frame */
const placeOf = (tab, frame) => `${tab}:${frame}`;

const secret = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (one) => one.toString(36)).join("");

/** @param {string} place @returns {Seat} */
function fresh(place) {
  const seat = { place, bridge: "", token: "", name: "", port: null, queue: [] };
  return { ...seat, entries: new Map(), patience: undefined, return: undefined };
}

/** The seat of a document's panel. @param {Bridge} bridge @returns {Seat} */
function seatOf(bridge) {
  const { key, tab, frame } = stage(bridge);
  const place = placeOf(tab, frame);
  let seat = seats.get(place);
  if (seat?.bridge && seat.bridge !== key && !bridges.has(seat.bridge)) seat.bridge = "";
  if (!seat || (seat.bridge && seat.bridge !== key)) {
    if (seat) leave(seat);
    seat = fresh(place);
    seats.set(place, seat);
  }
  seat.bridge = key;
  return seat;
}

/** @param {Seat} seat */
function leave(seat) {
  clearTimeout(seat.patience);
  clearTimeout(seat.return);
  seat.port?.disconnect();
  if (seats.get(seat.place) === seat) seats.delete(seat.place);
  unname((place) => place === seat.place);
}

/** Forgets the frames of some places. @param {(place: string) => boolean} there */
function unname(there) {
  const past = [...names].filter(([, place]) => there(place));
  for (const [name] of past) names.delete(name);
  if (past.length) keep();
}

function keep() {
  void chrome.storage.session.set({ seats: [...names] });
}

/** A document connected, for the first time or again. @param {Bridge} bridge
 * @param {boolean} first */
export function arrived(bridge, first) {
  if (stage(bridge) !== bridge) return;
  const place = placeOf(bridge.tab, bridge.frame);
  const before = seats.get(place);
  if (first) {
    if (before && before.bridge !== bridge.key) leave(before);
    else if (!before) unname((one) => one === place);
  } else if (before) {
    const seat = seatOf(bridge);
    post(seat, { type: "seated", name: seat.name });
  }
}

chrome.tabs.onRemoved.addListener((tab) => {
  for (const seat of [...seats.values()]) if (seat.place.startsWith(`${tab}:`)) leave(seat);
  unname((place) => place.startsWith(`${tab}:`));
});

onGone((bridge) => {
  const seat = seats.get(placeOf(bridge.tab, bridge.frame));
  if (seat?.bridge === bridge.key) leave(seat);
});

/** Asks a document for a frame, unless it has one. @param {Bridge} bridge */
export function wake(bridge) {
  const seat = seatOf(bridge);
  if (seat.port || seat.token) return;
  if ([...names.values()].includes(seat.place)) {
    seat.return ??= setTimeout(() => {
      unname((place) => place === seat.place);
      if (seats.get(seat.place) === seat && bridges.has(bridge.key)) wake(bridge);
    }, RETURN_MS);
    return;
  }
  seat.token = secret();
  tell(stage(bridge), { type: "seat", token: seat.token });
}

/** Says something in a document's panel. @param {Bridge} bridge @param {Sottovoce.ToPanel} message */
export function saying(bridge, message) {
  const seat = seatOf(bridge);
  if (message.type === "show") note(seat, bridge, message.entry);
  if (seat.port) {
    post(seat, message);
    return;
  }
  if (seat.queue.length < MOST_QUEUED) seat.queue.push(message);
  wake(bridge);
  seat.patience ??= setTimeout(() => {
    seat.patience = undefined;
    if (!seat.port) tell(stage(bridge), { type: "unseen" });
  }, PATIENCE_MS);
}

/** @param {Seat} seat @param {Bridge} bridge @param {Sottovoce.Entry} entry */
function note(seat, bridge, entry) {
  seat.entries.delete(entry.id);
  seat.entries.set(entry.id, { bridge: bridge.key, entry });
  const [oldest] = seat.entries.keys();
  if (seat.entries.size > MOST_ENTRIES) seat.entries.delete(oldest);
}

/** @param {Seat} seat @param {Sottovoce.ToPanel} message */
function post(seat, message) {
  try {
    seat.port?.postMessage(message);
  } catch {
    seat.port = null;
  }
}

/** Whether a sender is our panel's page. Its address may be written in two ways: with the
 * extension's id, and with the one that the browser makes up for each session.
 * @param {chrome.runtime.MessageSender | undefined} sender */
function isFrame(sender) {
  if (sender?.id !== chrome.runtime.id) return false;
  const { protocol, pathname } = new URL(sender?.url ?? "about:blank");
  return protocol.endsWith("extension:") && pathname === "/panel/frame.html";
}

// --- frames that connect -----------------------------------------------------------------------

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== "panel") return;
  const { sender } = port;
  if (!isFrame(sender) || sender?.tab?.id === undefined) {
    port.disconnect();
    return;
  }
  const tab = sender.tab.id;
  /** @type {Seat | null} */
  let seat = null;
  port.onMessage.addListener((message) => {
    if (message?.type === "seat") {
      void ready.then(() => {
        seat = admit(port, tab, String(message.token));
        if (!seat) port.disconnect();
      });
    } else if (seat?.port === port) {
      hear(seat, message);
    }
  });
  port.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    if (seat?.port === port) seat.port = null;
  });
});

/** The seat that a frame may take, or null. @param {chrome.runtime.Port} port
 * @param {number} tab @param {string} proof */
function admit(port, tab, proof) {
  const seat = proof ? (invited(tab, proof) ?? returned(tab, proof)) : null;
  if (!seat) return null;
  clearTimeout(seat.patience);
  clearTimeout(seat.return);
  seat.patience = seat.return = undefined;
  seat.port = port;
  seat.token = "";
  names.delete(seat.name);
  seat.name = secret();
  names.set(seat.name, seat.place);
  keep();
  post(seat, { type: "seated", name: seat.name });
  const queue = seat.queue;
  seat.queue = [];
  for (const message of queue) post(seat, message);
  return seat;
}

/** @param {number} tab @param {string} token */
function invited(tab, token) {
  for (const seat of seats.values()) {
    if (seat.token === token && seat.place.startsWith(`${tab}:`)) return seat;
  }
  return null;
}

/** A frame from before the worker was stopped. @param {number} tab @param {string} name */
function returned(tab, name) {
  const place = names.get(name);
  if (!place?.startsWith(`${tab}:`)) return null;
  const seat = seats.get(place) ?? fresh(place);
  if (seat.port || seat.token) return null;
  seats.set(place, seat);
  seat.name = name;
  return seat;
}

/** @param {Seat} seat @param {Sottovoce.FromPanel} message */
function hear(seat, message) {
  const bridge = bridges.get(seat.bridge);
  if (!bridge) return;
  const about = "id" in message ? seat.entries.get(String(message.id)) : undefined;
  const owner = about ? bridges.get(about.bridge) : undefined;
  handlers.get(message?.type)?.(bridge, message, owner, about?.entry);
}

onPanel("size", (bridge, { width, height }) =>
  tell(bridge, { type: "drawn", width: Number(width) || 0, height: Number(height) || 0 }),
);
onPanel("left", (bridge) => tell(bridge, { type: "left" }));
onPanel("clean", (bridge, _message, _owner, entry) => {
  if (entry) tell(bridge, { type: "clean", url: entry.fresh ?? "" });
});
