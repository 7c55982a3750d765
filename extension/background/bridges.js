// @ts-check
// The documents' bridges: who is connected, and who handles which of their messages. A part of
// the extension that wants to hear one registers with `on`.

/**
 * @typedef {object} Bridge One document that connected.
 * @property {string} key
 * @property {chrome.runtime.Port} port
 * @property {number} tab
 * @property {number} frame
 * @property {string} url The address that it was opened with.
 * @property {string} document Names its conversation until the site does.
 * @property {Promise<void>} queue Its messages are handled one after the other.
 * @property {Set<number>} cancelled
 * @property {number} since When it connected.
 * @property {boolean} styled Whether it knows how its panel looks.
 */

/** @typedef {Sottovoce.FromBridge["type"]} Type */
/**
 * @template {Type} T
 * @typedef {(bridge: Bridge, message: Extract<Sottovoce.FromBridge, {type: T}>) => unknown} Handler
 */

/** @type {Map<string, Bridge>} */
export const bridges = new Map();
/** @type {Map<string, Handler<any>>} */
const handlers = new Map();
/** @type {((bridge: Bridge) => void)[]} */
const farewells = [];
/** What must be known before any message is handled. @type {Promise<void>} */
let ready = Promise.resolve();
let count = 0;

/** @template {Type} T @param {T} type @param {Handler<T>} handler */
export function on(type, handler) {
  handlers.set(type, handler);
}

/** @param {(bridge: Bridge) => void} farewell Called when a document is gone. */
export function onGone(farewell) {
  farewells.push(farewell);
}

/** Messages wait for this. @param {Promise<unknown>} work */
export function after(work) {
  ready = Promise.all([ready, work]).then(() => {});
}

/** @param {Bridge} bridge @param {Sottovoce.ToBridge} message */
export function tell(bridge, message) {
  try {
    bridge.port.postMessage(message);
  } catch {
    // The document went away; `onDisconnect` follows.
  }
}

/** A tab's top document, if it is connected. @param {number} tab */
export function topOf(tab) {
  return [...bridges.values()].find((one) => one.tab === tab && one.frame === 0);
}

/** Where a document's panel is: in the top document if that has a bridge. @param {Bridge} bridge */
export function stage(bridge) {
  return bridge.frame === 0 ? bridge : (topOf(bridge.tab) ?? bridge);
}

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== "bridge") return;
  const { sender } = port;
  if (sender?.id !== chrome.runtime.id || !sender.tab?.id) {
    port.disconnect();
    return;
  }
  const bridge = bridgeOf(port, sender, sender.tab.id);
  bridges.set(bridge.key, bridge);
  port.onMessage.addListener((message) => {
    if (message?.type === "cancel") bridge.cancelled.add(message.n);
    bridge.queue = bridge.queue.then(() => handle(bridge, message)).catch(() => port.disconnect());
  });
  port.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    bridges.delete(bridge.key);
    for (const farewell of farewells) farewell(bridge);
  });
});

/** @param {chrome.runtime.Port} port @param {chrome.runtime.MessageSender} sender
 * @param {number} tab @returns {Bridge} */
function bridgeOf(port, sender, tab) {
  return {
    key: `bridge-${++count}`,
    port,
    tab,
    frame: sender.frameId ?? 0,
    url: sender.url ?? "",
    document: sender.documentId ?? crypto.randomUUID(),
    queue: ready,
    cancelled: new Set(),
    since: Date.now(),
    styled: false,
  };
}

/** @param {Bridge} bridge @param {Sottovoce.FromBridge} message */
async function handle(bridge, message) {
  const handler = handlers.get(message?.type);
  if (!handler) throw new Error("not a bridge's message");
  await handler(bridge, message);
}
