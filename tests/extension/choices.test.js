// @ts-check
// What a person decides about sites and about what is remembered: asked of a companion that
// this file plays, by the parts that the pages ask.
import assert from "node:assert/strict";
import { test } from "node:test";

/** @type {any} Whatever the browser has: it does nothing. */
const nothing = new Proxy(function () {}, {
  get: (_, name) =>
    name === Symbol.toPrimitive ? () => "" : name === "then" ? undefined : nothing,
  apply: () => Promise.resolve([]),
});
/** @type {any[]} */
const sent = [];
/** @type {(message: unknown) => void} */
let hear = () => {};
const port = {
  onMessage: { addListener: (/** @type {typeof hear} */ ear) => void (hear = ear) },
  onDisconnect: { addListener: () => {} },
  postMessage: (/** @type {unknown} */ message) => void sent.push(message),
  disconnect: () => {},
};
/** @type {((message: any, sender: any, reply: (value: unknown) => void) => boolean)[]} */
const pages = [];
const ours = { id: "us", url: "chrome-extension://us/options/options.html", frameId: 0 };
const runtime = {
  id: "us",
  getURL: () => "chrome-extension://us/",
  getManifest: () => ({ version: "1" }),
  connectNative: () => port,
  sendMessage: async () => {},
  onMessage: { addListener: (/** @type {any} */ ear) => void pages.push(ear) },
};
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "a browser" } });
Object.assign(globalThis, {
  chrome: new Proxy(/** @type {any} */ ({}), {
    get: (_, name) => (name === "runtime" ? new Proxy(runtime, { get: in_ }) : nothing),
  }),
});
/** @param {any} its @param {string | symbol} name */
function in_(its, name) {
  return Reflect.get(its, name) ?? nothing;
}

await import("../../extension/background/person.js");
const { companion } = await import("../../extension/background/line.js");
const { isOff, pausedUntil, remembered } = await import("../../extension/background/rights.js");

const ONE = "generic:https://one.example";
const OTHER = "generic:https://one.example:8443";
const yours = {
  paused: [],
  off: [],
  may: { send_publicly: true, not_sensitive: true, pause_minutes: 10, switch: true },
  files: { max_bytes: 1, unreadable: "hold", paste: "judge", drop: "judge" },
};
const welcome = {
  type: "welcome",
  v: 1,
  companion: "1",
  policy_id: "p",
  policy_name: "p",
  policy_error: "",
  threshold: 0.5,
  generic_sites: [],
  links: { worker: "ready", tunnel: "up", secured: "ready" },
  yours,
};
companion.connect();
hear(welcome);

/** What a page of ours is answered. @param {unknown} message */
const asked = (message) =>
  new Promise((resolve) => {
    for (const page of pages) page(message, ours, resolve);
  });
const latest = () => sent.at(-1);

test("a companion that is older says nothing of what is remembered", () => {
  assert.deepEqual(remembered(), { messages: 0, findings: 0 });
});

test("all is forgotten when the companion has said so", async () => {
  hear({ type: "yours", ...yours, remembered: { messages: 2, findings: 5 } });
  assert.deepEqual(remembered(), { messages: 2, findings: 5 });
  const done = asked({ type: "forget_all" });
  assert.equal(latest().type, "forget");
  assert.deepEqual(Object.keys(latest()).toSorted(), ["id", "type"]);
  hear({ type: "yours", ...yours, remembered: { messages: 0, findings: 0 } });
  assert.equal(await done, true);
  assert.deepEqual(remembered(), { messages: 0, findings: 0 });
});

test("a companion that refuses has forgotten nothing, and the page is told", async () => {
  const done = asked({ type: "forget_all" });
  hear({ type: "fault", id: latest().id, message: "it could not be recorded" });
  assert.equal(await done, false);
});

test("a page of no site pauses nothing, and never every site", async () => {
  const before = sent.length;
  assert.equal(await asked({ type: "pause", site: "", minutes: 5 }), false);
  assert.equal(sent.length, before);
  void asked({ type: "pause", site: "", minutes: 0 });
  assert.deepEqual([latest().type, latest().site, latest().minutes], ["pause", "", 0]);
  hear({ type: "yours", ...yours });
});

test("what is paused or off is one listed page, or all that an earlier version meant", () => {
  const until = Date.now() + 60_000;
  hear({ type: "yours", ...yours, paused: [{ site: ONE, until }], off: [OTHER] });
  assert.equal(pausedUntil(ONE, Date.now()), until);
  assert.equal(pausedUntil(OTHER, Date.now()), 0);
  assert.deepEqual([ONE, OTHER, "generic", "chatgpt"].map(isOff), [false, true, false, false]);
  hear({ type: "yours", ...yours, paused: [{ site: "generic", until }], off: ["generic"] });
  assert.equal(pausedUntil(ONE, Date.now()), until);
  assert.equal(pausedUntil("chatgpt", Date.now()), 0);
  assert.deepEqual([ONE, OTHER, "chatgpt", ""].map(isOff), [true, true, false, false]);
});

test("a number that is none ends the connection, and with it what the person may do", () => {
  hear({ type: "yours", ...yours, off: [ONE], remembered: { messages: "2", findings: 0 } });
  assert.equal(companion.state.state, "missing");
  assert.equal(isOff("generic"), false);
  assert.deepEqual(remembered(), { messages: 0, findings: 0 });
});
