// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { spans } from "../../extension/shared/codec.js";
import { Assembler, FrameError } from "../../extension/shared/frames.js";
import { isRelease, parse } from "../../extension/shared/messages.js";
import { origin, origins } from "../../extension/shared/patterns.js";

/** @param {number} seq @param {boolean} last @param {string} data */
const part = (seq, last, data) => ({ type: "part", of: "abcd", seq, last, data });

test("parts join to one message, in order and whole", () => {
  const assembler = new Assembler();
  assert.equal(assembler.accept(part(0, false, '{"type":"del')), null);
  assert.equal(assembler.accept(part(1, false, 'ta","id":"12345678"')), null);
  assert.deepEqual(assembler.accept(part(2, true, ',"text":"x"}')), {
    type: "delta",
    id: "12345678",
    text: "x",
  });
});

test("a message that is no part passes as it is, also between parts", () => {
  const assembler = new Assembler();
  assembler.accept(part(0, false, "{"));
  assert.deepEqual(assembler.accept({ type: "state" }), { type: "state" });
  assert.equal(assembler.accept(null), null);
});

for (const [what, frames] of /** @type {[string, unknown[]][]} */ ([
  ["comes twice", [part(0, false, "a"), part(0, false, "a")]],
  ["is missing", [part(0, false, "a"), part(2, true, "c")]],
  ["starts late", [part(1, true, "a")]],
  ["has the wrong shape", [{ type: "part", of: 1, seq: 0, last: true, data: "" }]],
  ["joins to no JSON", [part(0, true, "{")]],
])) {
  test(`a part that ${what} ends the connection`, () => {
    const assembler = new Assembler();
    assert.throws(() => frames.map((frame) => assembler.accept(frame)), FrameError);
  });
}

test("parts cannot pile up", () => {
  const assembler = new Assembler();
  for (let i = 0; i < 8; i++) assembler.accept({ ...part(0, false, "a"), of: `message-${i}` });
  assert.throws(() => assembler.accept({ ...part(0, false, "a"), of: "message-9" }), FrameError);
});

const decided = {
  type: "decided",
  id: "prompt-1",
  action: "release",
  variant: "public",
  eligible: false,
  tag: [{ criterion: "length", verdict: "clear", detail: "short" }],
  level: 0,
  threshold: 0.6,
  reasons: ["not_eligible"],
  kinds: [],
  findings: [],
  ms: 1,
};

test("a message of the contract is understood", () => {
  assert.equal(parse(decided), decided);
  assert.ok(isRelease(/** @type {any} */ (decided)));
  const told = {
    ...decided,
    categories: [{ category: "health", share: 0.5 }],
    grave: ["PASSWORD"],
    words: { STAFF_ID: "a staff number" },
  };
  assert.equal(parse(told), told);
});

for (const [what, value] of /** @type {[string, unknown][]} */ ([
  ["no object", 5],
  ["no type", {}],
  ["an unknown type", { type: "allow" }],
  ["a type of the prototype", { type: "constructor" }],
  ["an unknown action", { ...decided, action: "allow" }],
  ["an unknown variant", { ...decided, variant: "edge" }],
  ["a level that is no number", { ...decided, level: Number.NaN }],
  ["an id with a space", { ...decided, id: "prompt 1" }],
  ["a missing field", { ...decided, reasons: undefined }],
  ["a category that is no object", { ...decided, categories: ["health"] }],
  ["a share that is no number", { ...decided, categories: [{ category: "a", share: "1" }] }],
  ["grave kinds that are no list", { ...decided, grave: "PASSWORD" }],
  ["words that are no text", { ...decided, words: { STAFF_ID: 5 } }],
  ["a field of the prototype", Object.create(decided)],
])) {
  test(`a message with ${what} is refused`, () => assert.equal(parse(value), null));
}

test("spans count code points and stay within the text", () => {
  const finding = (/** @type {number} */ start, /** @type {number} */ end) => ({
    kind: "PERSON",
    start,
    end,
    score: 1,
    detector: "x",
  });
  assert.deepEqual(spans("😀 Ann", [finding(2, 5)], []), [
    { before: "😀 ", match: "Ann", after: "", kind: "PERSON" },
  ]);
  assert.deepEqual(spans("short", [finding(0, 99)], []), []);
  const long = `${"word ".repeat(9)}Ann${" word".repeat(9)}`;
  assert.deepEqual(spans(long, [finding(45, 48)], []), [
    {
      before: "… word word word word ",
      match: "Ann",
      after: " word word word word …",
      kind: "PERSON",
    },
  ]);
  assert.deepEqual(spans("Ann", [{ ...finding(0, 3), part: "adaptation" }], []), []);
  const twice = [{ ...finding(0, 3), kind: "DATE_TIME" }, finding(0, 3), finding(1, 2)];
  assert.deepEqual(
    spans("Ann", twice, ["PERSON"]).map(({ kind }) => kind),
    ["PERSON"],
  );
});

test("an address pattern stands for the whole origin, port included", () => {
  const site = origin("http://127.0.0.1:7860/*");
  assert.ok(site);
  assert.match("http://127.0.0.1:7860/gradio_api/run", new RegExp(site.page));
  assert.doesNotMatch("http://127.0.0.1:7861/", new RegExp(site.page));
  assert.match("ws://127.0.0.1:7860/socket", new RegExp(site.sockets));
  assert.equal(site.match, "http://127.0.0.1/*");
});

test("a wildcard stands for every subdomain and for the domain itself", () => {
  const page = new RegExp(origin("https://*.Example.org/chat/*")?.page ?? "");
  assert.match("https://a.b.example.org/", page);
  assert.match("https://example.org/", page);
  assert.doesNotMatch("https://example.org.evil.example/", page);
  assert.doesNotMatch("https://evilexample.org/", page);
});

test("what is no address pattern protects nothing and breaks nothing", () => {
  assert.deepEqual(origins(["ftp://x/*", "https://*/*", "", "https://a b/*"]), []);
});
