// @ts-check
// Each listed page is a site of its own; a choice about one is about no other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LISTED, covers, hostOf, listedName } from "../../extension/shared/sitenames.js";

/** @type {Record<string, unknown>} */
const stored = { generic: ["^https://one\\.example/", "^https://one\\.example:8443/"] };
const event = { addListener: () => {} };
const store = { get: async () => stored, set: async () => {} };
Object.assign(globalThis, {
  chrome: {
    runtime: {
      getManifest: () => ({}),
      onMessage: event,
      onConnect: event,
      connectNative: () => {},
    },
    storage: { local: store, session: store, managed: store, onChanged: event },
  },
});
const { recall } = await import("../../extension/background/generic.js");
const { endpointOf, siteOf, socketOf } = await import("../../extension/background/sites.js");
await recall();

const ONE = "https://one.example";
const OTHER = "https://one.example:8443";

test("scheme, host and port tell listed pages apart, and nothing else does", () => {
  const names = [`${ONE}/a`, `${OTHER}/a`, "http://one.example/a", "https://two.example/a"];
  assert.equal(new Set(names.map(listedName)).size, names.length);
  assert.equal(listedName(`${ONE}/a?b#c`), listedName("https://ONE.example:443/d"));
  assert.equal(listedName("http://[::1]:8080/a"), "generic:http://[::1]:8080");
});

test("a choice covers its own site, or all listed ones where an earlier version made it", () => {
  const [one, other] = [listedName(ONE), listedName(OTHER)];
  assert.ok(covers(one, one) && covers("chatgpt", "chatgpt"));
  assert.ok(covers(LISTED, one) && covers(LISTED, other) && covers(LISTED, LISTED));
  for (const [chosen, site] of [
    [one, other],
    [one, LISTED],
    [LISTED, "chatgpt"],
    [LISTED, "generics"],
    ["chatgpt", one],
    ["", ""],
    ["", one],
  ]) {
    assert.ok(!covers(chosen, site), `${chosen} ${site}`);
  }
});

test("people read a listed page's host", () => {
  assert.equal(hostOf(listedName(OTHER)), "one.example:8443");
  for (const name of ["chatgpt", LISTED, "", "generic:", "generic:nothing"]) {
    assert.equal(hostOf(name), "");
  }
});

test("a page and what it sends, wherever to, are of one site", () => {
  assert.equal(siteOf(`${ONE}/chat`)?.name, "generic:https://one.example");
  assert.equal(siteOf(`${OTHER}/chat`)?.name, "generic:https://one.example:8443");
  assert.equal(siteOf("https://two.example/chat"), null);
  assert.equal(endpointOf(`${OTHER}/say`, "POST", `${ONE}/chat`)?.site.name, listedName(ONE));
  assert.equal(socketOf("wss://one.example:8443/ws", `${ONE}/`)?.site.name, listedName(ONE));
});

test("what an unlisted page, or one without an address, sends is its target's", () => {
  for (const page of ["https://two.example/", "about:blank", ""]) {
    assert.equal(endpointOf(`${OTHER}/say`, "POST", page)?.site.name, listedName(OTHER));
    assert.equal(socketOf("wss://one.example/ws", page)?.site.name, listedName(ONE));
  }
  assert.equal(endpointOf("https://two.example/say", "POST", `${ONE}/`), null);
  assert.equal(socketOf("wss://two.example/ws", `${ONE}/`), null);
});

test("software that is recognised changes what is known of a page, not whose site it is", () => {
  const url = `${ONE}/api/chat/completions`;
  const found = endpointOf(url, "POST", `${ONE}/c/1`);
  assert.equal(found?.site.label, "Open WebUI");
  assert.equal(found?.site.name, listedName(ONE));
  const page = siteOf(`${ONE}/c/1`);
  assert.deepEqual([page?.label, page?.name], ["Open WebUI", listedName(ONE)]);
  assert.equal(siteOf(`${OTHER}/c/1`)?.label, "");
});

test("a known site keeps its name, whoever asks", () => {
  const url = "https://chatgpt.com/backend-api/conversation";
  assert.equal(endpointOf(url, "POST", `${ONE}/`)?.site.name, "chatgpt");
  assert.equal(siteOf("https://chatgpt.com/")?.name, "chatgpt");
});
