// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../../extension/background/drafts.js";
import { Waiting } from "../../extension/background/waiting.js";
import { exampleOf } from "../../extension/background/example.js";
import "../../extension/sites/shipped.js";
import "../../extension/shared/likeness.js";

const { shares } = globalThis.sottovoce.likeness;
const TYPED = 'My patient "Maria" has\na new diagnosis';

for (const [how, body] of /** @type {[string, string][]} */ ([
  ["as it is", `x=${TYPED}`],
  ["as JSON", JSON.stringify({ deep: [{ er: TYPED }] })],
  ["as JSON in JSON", JSON.stringify({ body: JSON.stringify({ text: TYPED }) })],
  ["as a form", new URLSearchParams({ q: TYPED }).toString()],
  ["as JSON in a form", new URLSearchParams({ q: JSON.stringify({ t: TYPED }) }).toString()],
  ["percent-encoded", encodeURIComponent(TYPED)],
  ["with escaped letters", JSON.stringify(TYPED).replace(/a/g, "\\u0061")],
  ["in paragraphs", `<p>${TYPED.replace("\n", "</p>\n\n<p>")}</p>`],
  ["as a piece", `telemetry ${TYPED.slice(3, 25)} end`],
])) {
  test(`what was typed is found ${how}`, () => assert.ok(shares(TYPED, body)));
}

test("what is too short, or something else, is not found", () => {
  assert.equal(shares("short", "short"), false);
  assert.equal(shares(TYPED, "nothing of that kind is in here, whatever one may look for"), false);
  assert.equal(shares(TYPED, TYPED.slice(0, 15)), false);
  assert.equal(shares("", ""), false);
});

test("a large body is read in time", () => {
  const body = "abcdefghij klmnop ".repeat(50_000);
  const from = performance.now();
  assert.equal(shares(TYPED.repeat(200), body), false);
  assert.ok(performance.now() - from < 2_000);
});

test("every shipped site has an address that its wall must refuse", () => {
  for (const { name, kind = "fixed", endpoints = [] } of globalThis.sottovoceSites ?? []) {
    const first = endpoints.find(({ methods }) => methods.includes("POST"));
    if (kind !== "fixed" || !first) continue;
    const example = exampleOf(first.url, "https://nobody.example");
    assert.match(example, new RegExp(first.url), name);
    assert.doesNotMatch(example, /[\s#]/, name);
  }
});

test("where a pattern leaves the host open it is the page's", () => {
  const pattern = "^https?://[^/?#]+/demo/v1/chat/completions/?([?#]|$)";
  assert.equal(
    exampleOf(pattern, "http://127.0.0.1:8080"),
    "http://127.0.0.1:8080/demo/v1/chat/completions",
  );
});

test("groups, classes and counts are written as shortly as may be", () => {
  assert.equal(
    exampleOf("^https://a\\.b/(?:x|y)/(?<id>[0-9a-f]{8})/[^/?#]+/\\d+(/z)?$", "https://c"),
    "https://a.b/x/00000000/x/1",
  );
});

const draft = (/** @type {string} */ id, n = 1) => ({ id, bridge: "b", n });

test("of drafts that wait only the newest counts, and one at a time is in hand", () => {
  const drafts = new Drafts();
  assert.deepEqual(drafts.offer("lane", draft("1")), { begin: draft("1"), overtaken: null });
  assert.deepEqual(drafts.offer("lane", draft("2")), { begin: null, overtaken: null });
  assert.deepEqual(drafts.offer("lane", draft("3")), { begin: null, overtaken: draft("2") });
  assert.deepEqual(drafts.offer("other", draft("4")), { begin: draft("4"), overtaken: null });
  assert.deepEqual(drafts.active, ["1", "4"]);
  assert.deepEqual(drafts.over("1"), draft("3"));
  assert.equal(drafts.over("3"), null);
  assert.deepEqual(drafts.active, ["4"]);
});

test("a draft that its page gave up does not begin", () => {
  const drafts = new Drafts();
  drafts.offer("lane", draft("1"));
  drafts.offer("lane", draft("2", 2));
  drafts.forget("b", 3);
  drafts.forget("b", 2);
  assert.equal(drafts.over("1"), null);
});

test("what nobody pressed send for waits in its order, and one page does not stop another", () => {
  const waiting = new Waiting(4);
  const other = { id: "3", bridge: "c", n: 1 };
  for (const one of [draft("1"), draft("2", 2), other]) assert.ok(waiting.join(one));
  assert.ok(waiting.has("2"));
  assert.ok(waiting.holds("c"));
  assert.equal(
    waiting.next((bridge) => bridge === "c"),
    other,
  );
  assert.equal(waiting.holds("c"), false);
  assert.deepEqual(
    waiting.next(() => true),
    draft("1"),
  );
  assert.equal(
    waiting.next(() => false),
    undefined,
  );
  assert.ok(waiting.has("2"));
});

test("what waits is forgotten with its document, and the line has an end", () => {
  const waiting = new Waiting(2);
  assert.ok(waiting.join(draft("1")));
  assert.ok(waiting.join(draft("2", 2)));
  assert.equal(waiting.join(draft("3", 3)), false);
  waiting.forget("b", 1);
  assert.equal(waiting.has("1"), false);
  waiting.forget("b");
  assert.equal(
    waiting.next(() => true),
    undefined,
  );
});
