// @ts-check
// From a held request to its end: what a document holds is read, asked about, and then
// released or denied as the router says.

import { fromBase64, sha256 } from "../shared/codec.js";
import { UNREADABLE, extract, extractRepeat } from "../shared/extract.js";
import { withSides } from "../shared/sides.js";
import { alarm, stray } from "./alarms.js";
import { bridges, on, onGone, tell } from "./bridges.js";
import { Drafts } from "./drafts.js";
import { isGeneric } from "./generic.js";
import { companion, heard, onLost } from "./line.js";
import { isKnown, onLimits } from "./managed.js";
import { onPanel, saying } from "./panels.js";
import { offersOf } from "./rights.js";
import { Router, isAside } from "./router.js";
import { chatOf, endpointOf, isKnownEndpoint, siteOf } from "./sites.js";
import * as status from "./status.js";
import { begin as beginTalk, context } from "./talk.js";
import { Waiting } from "./waiting.js";
import { Wall, formDigestOf } from "./wall.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */
/** @typedef {import("./router.js").Request} Request */

/** What a person does that need not send any text of theirs. */
const REPEATS = /** @type {const} */ (["regenerate", "continue", "retry"]);
/** A site's conversation id, by the document that started it. @type {Map<string, string>} */
const conversations = new Map();
export const router = new Router();
/** @type {Drafts<Request>} */
const drafts = new Drafts();
/** How many of those that nobody pressed send for are asked about at a time, of one document; the
 * companion takes four times as many of one browser. */
const MOST_ASIDES = 8;
const MOST_WAITING = 1_024;
/** @type {Waiting<Request>} */
const waiting = new Waiting(MOST_WAITING);
const MOST_EARLY = 20;
/** What was shown before the browser had said what its organisation allows; by its prompt.
 * @type {Map<string, {bridge: string, entry: Sottovoce.Entry}>} */
const early = new Map();
/** Opens the wall for a handshake (`sockets.js`).
 * @type {(bridge: Bridge, n: number, url: string, id: string) => Promise<void>} */
let admit = () => Promise.reject(new Error("no sockets"));
/** Why a site's sends are refused, or nothing (`drift.js`). @type {(site: string) => string} */
let refusal = () => "";
/** Whether a tab's requests are let through, for its site is paused (`drift.js`).
 * @type {(tab: number) => boolean} */
let passing = () => false;
/** A page's requests do not come to the hook any more, or other bytes left than were judged: its
 * site is not to be trusted (`drift.js`). @type {(tab: number, why: "unhooked" | "mismatch") => void} */
let distrust = () => {};
/** A request that no site file names held what is typed (`drift.js`).
 * @type {(bridge: Bridge, url: string) => void} */
let moved = () => {};

/** Whether a file without its bytes was judged when it entered the page (`typed.js`).
 * @type {(tab: number, attachment: Sottovoce.Attachment) => boolean} */
let isJudged = () => false;

/** Parts that come later say what they do here. @param {{admit?: typeof admit,
 *   refusal?: typeof refusal, passing?: typeof passing, distrust?: typeof distrust,
 *   moved?: typeof moved, isJudged?: typeof isJudged}} parts */
export function extend(parts) {
  admit = parts.admit ?? admit;
  refusal = parts.refusal ?? refusal;
  passing = parts.passing ?? passing;
  distrust = parts.distrust ?? distrust;
  moved = parts.moved ?? moved;
  isJudged = parts.isJudged ?? isJudged;
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
let clock;

export const wall = new Wall({
  left: (id) => perform(router.left(id, Date.now())),
  mismatch: (id, tab, left) => {
    if (left) perform(router.left(id, Date.now()));
    alarm(tab, left ? "mismatch" : "unhooked", "xmlhttprequest");
    if (left) distrust(tab, "mismatch");
  },
  isEndpoint: ({ url, method, tabId }) =>
    !passing(tabId) && (isKnownEndpoint(url, method) || isGeneric(url)),
  unhooked: (tab) => distrust(tab, "unhooked"),
  stray,
});

for (const type of /** @type {const} */ (["decided", "delta", "done", "held", "fault"])) {
  heard(type, (message) => perform(router.receive(message, Date.now())));
}
heard("decided", ({ id }) => {
  const prompt = router.get(id);
  const bridge = prompt && bridges.get(prompt.bridge);
  if (bridge && prompt.stage === "answering") converse(prompt, bridge.tab);
});
onLost(() => perform(router.lost()));
onGone((bridge) => {
  drafts.forget(bridge.key);
  waiting.forget(bridge.key);
  perform(router.gone(bridge.key));
});

onPanel("retry", (_panel, { id }, owner) => {
  if (!owner) return;
  companion.connect();
  perform(router.retry(owner.key, String(id), Date.now()));
});
onPanel("dismiss", (_panel, { id }, owner) => {
  if (owner) perform(router.dismiss(owner.key, String(id)));
});
on("cancel", (bridge, { n }) => {
  drafts.forget(bridge.key, Number(n));
  waiting.forget(bridge.key, Number(n));
  perform(router.cancel(bridge.key, Number(n)));
});
on("sent", (bridge, { n, status, ms }) =>
  perform(router.sent(bridge.key, Number(n), Number(status), Number(ms), Date.now())),
);

/** A document holds a request. @param {Bridge} bridge @param {Sottovoce.Hold} message */
export async function held(bridge, message) {
  const { n, url, method, page } = message;
  const found = endpointOf(String(url), String(method), bridge.url);
  const other = !found && message.moved === true ? siteOf(bridge.url) : null;
  const body = other ? /** @type {const} */ ({ format: "leaves" }) : found?.endpoint.body;
  const site = other ?? found?.site;
  if (!body || !site) {
    tell(bridge, { type: "deny", n, keep: false });
    return;
  }
  const bytes = fromBase64(String(message.body));
  const type = String(message.contentType);
  const readable = message.readable === true;
  const inside = readable ? insideOf(body, found?.endpoint, bytes, type) : UNREADABLE;
  const aside = withSides(inside, String(url), message.headers ?? {});
  const attachments = aside.attachments.filter((one) => !isJudged(bridge.tab, one));
  const extracted = { ...aside, attachments };
  const [digest, formDigest] = await Promise.all([sha256(bytes), formDigestOf(bytes, type)]);
  if (bridge.cancelled.delete(n)) return;
  const chat = extracted.conversation || found?.conversation || chatOf(site, String(page));
  const conversation = conversationOf(bridge, site.name, chat);
  // Nobody told which of a generic site's requests are drafts: those that leave in mid-typing.
  const midway = site.kind === "generic" && message.typing === true;
  const draft = found?.stage === "draft" || midway;
  // Where all requests of a site are held, most are none of the person's: they are judged alike,
  // and shown only if they stay private.
  const vague = site.kind === "generic" || body.format === "graphql";
  submit(
    {
      id: crypto.randomUUID(),
      bridge: bridge.key,
      n,
      site: site.name,
      label: site.label || new URL(url).host,
      fresh: site.fresh,
      conversation,
      url,
      method,
      digest,
      formDigest,
      extracted: extracted.attachments.length > 64 ? UNREADABLE : extracted,
      asks: draft ? "draft" : undefined,
      quiet: vague && message.meant === false,
      context: draft ? undefined : context(site.name, conversation),
    },
    draft ? `${bridge.key} ${midway ? `${method} ${url}` : found?.endpoint.url}` : undefined,
  );
  if (other) leftFile(bridge, String(url));
}

/** What goes to an address that no file names is judged as it is; from now on the site is one
 * that changed. @param {Bridge} bridge @param {string} url */
export function leftFile(bridge, url) {
  moved(bridge, url);
}

/** @param {Sottovoce.Body} body @param {Sottovoce.Endpoint | undefined} endpoint
 * @param {Uint8Array} bytes @param {string} type */
function insideOf(body, endpoint, bytes, type) {
  const described = extract(body, bytes, type);
  const repeats = REPEATS.some((use) => endpoint?.use?.includes(use));
  return described.readable || !repeats ? described : extractRepeat(body, bytes);
}

/** Asks about what a document holds; of drafts only the newest.
 * @param {Request} request @param {string} [lane] Which drafts overtake each other. */
export function submit(request, lane) {
  const bridge = bridges.get(request.bridge);
  if (!bridge) return;
  const { n } = request;
  if (request.quiet || lane) tell(bridge, { type: "noted", n, state: "checking" });
  if (!lane) {
    begin(request);
    return;
  }
  const next = drafts.offer(lane, request);
  if (next.overtaken) tell(bridge, { type: "deny", n: next.overtaken.n, keep: false });
  if (next.begin) begin(next.begin);
}

/** @param {Request} request */
function begin(request) {
  const { bridge: key } = request;
  if (!isAside(request) || (isFree(key) && !waiting.holds(key))) ask(request);
  else if (!waiting.join(request)) {
    const bridge = bridges.get(key);
    if (bridge) tell(bridge, { type: "deny", n: request.n, keep: false });
  }
}

/** Whether one more aside of a document may be asked about. @param {string} bridge */
const isFree = (bridge) => router.asidesOf(bridge) < MOST_ASIDES;

/** @param {Request} request */
function ask(request) {
  const refused = refusal(request.site);
  perform(router.hold(refused ? { ...request, refused } : request, Date.now()));
}

/** What came to its end makes room for what waits. */
function proceed() {
  for (let one; (one = waiting.next(isFree));) ask(one);
  for (const id of drafts.active) {
    if (router.get(id) || waiting.has(id)) continue;
    const next = drafts.over(id);
    if (next) begin(next);
  }
}

/**
 * Names the conversation for the companion. A new chat has no id until the site answered; the
 * name that the document lent it stays, so that private turns before and after stay together.
 * @param {Bridge} bridge @param {string} site @param {string} id
 */
export function conversationOf(bridge, site, id) {
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

/** A prompt of a page becomes a turn of its private conversation.
 * @param {Readonly<import("./router.js").Prompt>} prompt @param {number} tab */
function converse({ id, site, label, fresh = "", conversation, extracted }, tab) {
  const { text, latest } = extracted;
  beginTalk(
    { tab, site, label, fresh, conversation },
    id,
    latest ? [...text].slice(latest).join("") : text,
  );
}

/** Carries out what the router says. @param {import("./router.js").Command[]} commands */
export function perform(commands) {
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
      case "pass":
      case "taken":
        if (bridge) tell(bridge, { type: command.do, n: command.n });
        break;
      case "show":
        if (bridge) show(bridge, command.entry);
        break;
      case "delta":
        if (bridge) saying(bridge, { type: "delta", id: command.id, text: command.text });
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
  proceed();
}

/** @param {import("./router.js").Prompt} prompt */
async function release(prompt) {
  const { id, n, url, method, digest, formDigest, door } = prompt;
  const bridge = bridges.get(prompt.bridge);
  if (!bridge) return;
  const quiet = isAside(prompt);
  try {
    if (door === "frame") tell(bridge, { type: "release", n, url: "", quiet });
    else if (door === "handshake") await admit(bridge, n, url, id);
    else {
      const open = await wall.release({ id, tab: bridge.tab, url, method, digest, formDigest });
      tell(bridge, { type: "release", n, url: open, quiet });
    }
  } catch {
    wall.withdraw(id);
    perform(router.unreleased(id));
    return;
  }
  // Nothing more is seen of a frame: the hook that held it has sent it.
  if (door === "frame") perform(router.left(id, Date.now()));
}

onLimits(() => {
  for (const { bridge: key, entry } of early.values()) {
    const bridge = bridges.get(key);
    if (bridge) saying(bridge, { type: "show", entry: { ...entry, offers: offersOf(entry) } });
  }
  early.clear();
});

/** @param {Bridge} bridge @param {Sottovoce.Entry} entry */
function show(bridge, entry) {
  if (entry.n !== undefined) tell(bridge, { type: "noted", n: entry.n, state: entry.state });
  saying(bridge, { type: "show", entry: { ...entry, offers: offersOf(entry) } });
  if (!isKnown() && entry.offers?.length && early.size < MOST_EARLY) {
    early.set(entry.id, { bridge: bridge.key, entry });
  }
  const shapes = /** @type {const} */ ({
    public: "public",
    answering: "private",
    answered: "private",
    held: "held",
  });
  const shape = shapes[/** @type {keyof typeof shapes} */ (entry.state)];
  if (shape) void status.mark(bridge.tab, shape);
}
