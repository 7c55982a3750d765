// @ts-check
// The worker: it connects the documents' bridges, the router, the wall and the companion.
// Listeners are registered at the top level, so that the browser can wake a stopped worker.

import { fromBase64, sha256 } from "../shared/codec.js";
import { UNREADABLE, extract } from "../shared/extract.js";
import { isGeneric, protect, recall, refresh } from "./generic.js";
import { Companion } from "./port.js";
import { Router } from "./router.js";
import { chatOf, endpointOf, isDraft, isKnownEndpoint, siteOf } from "./sites.js";
import * as status from "./status.js";
import { Wall, formDigestOf } from "./wall.js";

/**
 * @typedef {object} Bridge One document that connected.
 * @property {string} key
 * @property {chrome.runtime.Port} port
 * @property {number} tab
 * @property {number} frame
 * @property {string} document Names its conversation until the site does.
 * @property {Promise<void>} queue Its messages are handled one after the other.
 * @property {Set<number>} cancelled
 * @property {boolean} styled Whether it knows how its panel looks.
 */

/** @type {Map<string, Bridge>} */
const bridges = new Map();
/** A site's conversation id, by the document that started it. @type {Map<string, string>} */
const conversations = new Map();
const ready = recall();
const router = new Router();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let clock;
let bridgeCount = 0;

const companion = new Companion({
  receive: (message) => {
    if (message.type === "welcome") void protect(message.generic_sites);
    else perform(router.receive(message, Date.now()));
  },
  lost: () => perform(router.lost()),
  changed: () => {
    void chrome.runtime.sendMessage({ type: "changed" }).catch(() => {});
  },
});

const wall = new Wall({
  left: (id) => perform(router.left(id, Date.now())),
  mismatch: (id, tab) => {
    perform(router.left(id, Date.now()));
    alarm(tab, "mismatch", "");
  },
  isEndpoint: (url) => isKnownEndpoint(url) || isGeneric(url),
  stray,
});

// --- bridges -----------------------------------------------------------------------------------

chrome.runtime.onConnect.addListener((port) => {
  const { sender } = port;
  if (port.name !== "bridge" || sender?.id !== chrome.runtime.id || !sender.tab?.id) {
    port.disconnect();
    return;
  }
  /** @type {Bridge} */
  const bridge = {
    key: `bridge-${++bridgeCount}`,
    port,
    tab: sender.tab.id,
    frame: sender.frameId ?? 0,
    document: sender.documentId ?? crypto.randomUUID(),
    queue: ready,
    cancelled: new Set(),
    styled: false,
  };
  bridges.set(bridge.key, bridge);
  port.onMessage.addListener((message) => {
    if (message?.type === "cancel") bridge.cancelled.add(message.n);
    bridge.queue = bridge.queue
      .then(() => fromBridge(bridge, message))
      .catch(() => port.disconnect());
  });
  port.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    bridges.delete(bridge.key);
    perform(router.gone(bridge.key));
  });
});

/** @param {Bridge} bridge @param {Sottovoce.FromBridge} message */
async function fromBridge(bridge, message) {
  const now = Date.now();
  switch (message.type) {
    case "ready":
      return opened(bridge, message.first);
    case "hold":
      if (!bridge.styled) await opened(bridge, false);
      return held(bridge, message);
    case "retry":
      companion.connect();
      return perform(router.retry(bridge.key, String(message.id), now));
    case "dismiss":
      return perform(router.dismiss(bridge.key, String(message.id)));
    case "cancel":
      return perform(router.cancel(bridge.key, Number(message.n)));
    case "sent":
      return perform(
        router.sent(bridge.key, Number(message.n), Number(message.status), Number(message.ms), now),
      );
    default:
      throw new Error("not a bridge's message");
  }
}

/** @param {Bridge} bridge @param {boolean} first Whether the document is new, not the worker. */
async function opened(bridge, first) {
  const url = bridge.port.sender?.url ?? "";
  const site = siteOf(url);
  if (site && bridge.frame === 0) {
    if (first || !(await status.look(bridge.tab)))
      status.opened(bridge.tab, new URL(url).host, site.name);
    companion.connect();
  }
  bridge.styled = true;
  const there = site && { label: site.label, composer: site.composer, frame: site.frame };
  tell(bridge, { type: "setup", css: await styles, site: there });
  const before = first ? null : (await status.look(bridge.tab))?.alarm;
  if (before) tell(bridge, { type: "alarm", alarm: before });
}

const styles = Promise.all(
  ["/shared/tokens.css", "/panel/panel.css"].map(async (path) => (await fetch(path)).text()),
).then((sheets) => sheets.join("\n"));

/** @param {Bridge} bridge @param {Sottovoce.Hold} message */
async function held(bridge, message) {
  const { n, url, method, page } = message;
  const found = endpointOf(String(url), String(method));
  if (!found?.endpoint.body) {
    tell(bridge, { type: "deny", n, keep: false });
    return;
  }
  const { site } = found;
  const { body } = found.endpoint;
  const bytes = fromBase64(String(message.body));
  const readable = message.readable === true;
  const type = String(message.contentType);
  const extracted = readable ? extract(body, bytes, type) : UNREADABLE;
  const [digest, formDigest] = await Promise.all([sha256(bytes), formDigestOf(bytes, type)]);
  if (bridge.cancelled.delete(n)) return;
  const chat = extracted.conversation || found.conversation || chatOf(site, String(page));
  perform(
    router.hold(
      {
        id: crypto.randomUUID(),
        bridge: bridge.key,
        n,
        site: site.name,
        label: site.label || new URL(url).host,
        fresh: site.fresh,
        conversation: conversationOf(bridge, site.name, chat),
        url,
        method,
        digest,
        formDigest,
        extracted: extracted.attachments.length > 64 ? UNREADABLE : extracted,
      },
      Date.now(),
    ),
  );
}

/**
 * Names the conversation for the companion. A new chat has no id until the site answered; the
 * name that the document lent it stays, so that private turns before and after stay together.
 * @param {Bridge} bridge @param {string} site @param {string} id
 */
function conversationOf(bridge, site, id) {
  const own = `page-${bridge.document}`.slice(0, 128);
  if (!id) {
    conversations.set(own, "");
    return own;
  }
  const key = `${site} ${id}`;
  if (!conversations.has(key)) {
    const first = conversations.get(own) === "";
    if (first) conversations.set(own, key);
    conversations.set(key, first ? own : id.slice(0, 128));
  }
  return conversations.get(key) ?? own;
}

/** @param {Bridge} bridge @param {Sottovoce.ToBridge} message */
function tell(bridge, message) {
  try {
    bridge.port.postMessage(message);
  } catch {
    // The document went away; `onDisconnect` follows.
  }
}

/** Where a frame's panel is: in the top document if that has a bridge. @param {Bridge} bridge */
function stage(bridge) {
  if (bridge.frame === 0) return bridge;
  const top = [...bridges.values()].find(({ tab, frame }) => tab === bridge.tab && frame === 0);
  return top ?? bridge;
}

// --- the router's commands ---------------------------------------------------------------------

/** @param {import("./router.js").Command[]} commands */
function perform(commands) {
  for (const command of commands) {
    const bridge = "bridge" in command ? bridges.get(command.bridge) : undefined;
    switch (command.do) {
      case "ask":
        companion.send(command.message);
        break;
      case "release":
        void release(command.prompt);
        break;
      case "withdraw":
        wall.withdraw(command.id);
        break;
      case "deny":
        if (bridge) tell(bridge, { type: "deny", n: command.n, keep: command.keep });
        break;
      case "show":
        if (bridge) show(bridge, command.entry);
        break;
      case "delta":
        if (bridge) tell(stage(bridge), { type: "delta", id: command.id, text: command.text });
        break;
      case "checked":
        if (bridge) status.note(bridge.tab, { checkedAt: Date.now() });
        break;
      default:
    }
  }
  clearTimeout(clock);
  const wait = router.deadline - Date.now();
  if (wait < Infinity) {
    clock = setTimeout(() => perform(router.tick(Date.now())), Math.max(wait, 0));
  }
}

/** @param {import("./router.js").Prompt} prompt */
async function release({ id, bridge: key, n, url, method, digest, formDigest }) {
  const bridge = bridges.get(key);
  if (!bridge) return;
  try {
    const open = await wall.release({ id, tab: bridge.tab, url, method, digest, formDigest });
    tell(bridge, { type: "release", n, url: open });
  } catch {
    wall.withdraw(id);
    perform(router.unreleased(id));
  }
}

/** @param {Bridge} bridge @param {Sottovoce.Entry} entry */
function show(bridge, entry) {
  tell(stage(bridge), { type: "show", entry });
  const shapes = /** @type {const} */ ({
    public: "public",
    answering: "private",
    answered: "private",
    held: "held",
  });
  const shape = shapes[/** @type {keyof typeof shapes} */ (entry.state)];
  if (shape) void status.mark(bridge.tab, shape);
}

// --- the wall's reports ------------------------------------------------------------------------

/** @param {chrome.webRequest.WebRequestDetails} details @param {boolean} left */
function stray(details, left) {
  const { url, tabId } = details;
  const from = details.initiator ?? /** @type {any} */ (details).originUrl ?? "";
  const tabs =
    tabId >= 0
      ? [tabId]
      : [...bridges.values()]
          .filter(({ port, frame }) => frame === 0 && port.sender?.url?.startsWith(from))
          .map(({ tab }) => tab);
  for (const tab of tabs) {
    if (isKnownEndpoint(url)) {
      if (left || !isDraft(url)) alarm(tab, left ? "wall" : "unhooked", details.type);
    } else if (!left && details.method !== "GET") {
      status.counted(tab);
    }
  }
}

/** @param {number} tab @param {Sottovoce.Alarm["why"]} why @param {string} what */
function alarm(tab, why, what) {
  const top = [...bridges.values()].find((one) => one.tab === tab && one.frame === 0);
  const site = top ? (siteOf(top.port.sender?.url ?? "")?.label ?? "") : "";
  const news = { why, what, site, since: Date.now() };
  status.note(tab, { alarm: news });
  void status.mark(tab, "broken");
  if (top) tell(top, { type: "alarm", alarm: news });
}

const everywhere = { urls: ["http://*/*", "https://*/*"] };
chrome.webRequest.onBeforeRequest.addListener(
  (details) => {
    wall.onBeforeRequest(details);
    return undefined;
  },
  { ...everywhere, types: ["xmlhttprequest"] },
  ["requestBody"],
);
chrome.webRequest.onSendHeaders.addListener((details) => wall.onSendHeaders(details), everywhere);
chrome.webRequest.onErrorOccurred.addListener(
  (details) => wall.onErrorOccurred(details),
  everywhere,
);

// --- the browser's events ----------------------------------------------------------------------

chrome.runtime.onStartup.addListener(() => companion.connect());
chrome.runtime.onInstalled.addListener(() => companion.connect());
chrome.tabs.onRemoved.addListener((tab) => status.closed(tab));
chrome.permissions.onAdded.addListener(() => void refresh());
chrome.permissions.onRemoved.addListener(() => void refresh());
chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === "managed") void refresh();
});

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  const own = sender.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL(""));
  if (!own || message?.type !== "report") return false;
  void report(Number(message.tab), String(message.url)).then(answer);
  return true;
});

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
  };
}

/** @param {string} url */
function matchOf(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
