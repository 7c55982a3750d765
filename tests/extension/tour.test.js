// @ts-check
// The first-run page's five steps: what each says for everything that can happen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  NAMES,
  begun,
  cut,
  heard,
  isOver,
  isPublic,
  pieces,
  stateOf,
} from "../../extension/welcome/tour.js";

const english = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf-8"),
);
const companion = /** @type {Sottovoce.Companion} */ ({ state: "connected", cause: "" });
const DECIDED = /** @type {Sottovoce.Decided} */ ({
  type: "decided",
  id: "12345678",
  action: "answer",
  variant: "secured",
  eligible: true,
  tag: [],
  level: 0.99,
  threshold: 0.5,
  reasons: ["threshold_reached"],
  kinds: ["PERSON"],
  findings: [],
  ms: 20,
});
const DONE = /** @type {Sottovoce.Done} */ ({
  type: "done",
  id: "12345678",
  model: "a model",
  environment: "a clinic",
  path: "tunnel",
  first_token_ms: 300,
  total_ms: 900,
});
/** @type {Sottovoce.TourNews} */
const decided = { type: "decided", decided: DECIDED, companion };
/** @type {Sottovoce.TourNews} */
const delta = { type: "delta", text: "Be kind." };
/** @param {string} reason @returns {Sottovoce.TourNews} */
const stopped = (reason) => ({ type: "stopped", reason, companion });

/** @param {...Sottovoce.TourNews} news One every 100 ms. */
const after = (...news) => news.reduce((tour, one, n) => heard(tour, one, (n + 1) * 100), begun());
/** @param {import("../../extension/welcome/tour.js").Tour} tour */
const states = (tour) => NAMES.map((name) => stateOf(tour, name)).join(" ");

test("one step after the other comes about", () => {
  assert.equal(states(after()), "done now wait wait wait");
  assert.equal(states(after(decided)), "done done done now wait");
  assert.equal(states(after(decided, delta)), "done done done done now");
  const whole = after(decided, delta, { ...delta, text: " Listen." }, { type: "done", done: DONE });
  assert.equal(states(whole), "done done done done done");
  assert.equal(whole.answer, "Be kind. Listen.");
  assert.deepEqual(whole.at, { held: 0, tag: 100, level: 100, connection: 200, answer: 400 });
  assert.ok(isOver(whole));
});

test("an answer of no words is an answer", () => {
  assert.equal(states(after(decided, { type: "done", done: DONE })), "done done done done done");
});

test("a public decision sends nothing and ends it", () => {
  const released = {
    ...DECIDED,
    action: /** @type {const} */ ("pass"),
    variant: /** @type {const} */ ("public"),
  };
  const tour = after({ type: "decided", decided: released, companion });
  assert.ok(isPublic(tour) && isOver(tour));
  assert.equal(states(tour), "done done done none none");
});

for (const [reason, news, expected] of /** @type {[string, Sottovoce.TourNews[], string][]} */ ([
  ["companion_missing", [], "done broken none none none"],
  ["fault", [], "done broken none none none"],
  ["tunnel_down", [decided], "done done done broken none"],
  ["audit_failed", [decided], "done done done broken none"],
  ["secured_unreachable", [decided], "done done done done broken"],
  ["secured_interrupted", [decided, delta], "done done done done broken"],
  ["companion_missing", [decided, delta], "done done done done broken"],
  ["internal", [decided], "done done done broken none"],
  ["something_new", [decided], "done done done broken none"],
  ["constructor", [decided], "done done done broken none"],
])) {
  test(`${reason} after ${news.length} signs stops it where it happened`, () => {
    const tour = after(...news, stopped(reason));
    assert.equal(states(tour), expected);
    assert.ok(isOver(tour));
    assert.ok(tour.broken);
    for (const words of [tour.broken.says, tour.broken.remedy]) {
      assert.ok(!words || english[words[0]], String(words));
    }
  });
}

test("no sign for long, and a background that went away, are broken links too", () => {
  assert.equal(states(after({ type: "late", companion })), "done broken none none none");
  assert.equal(states(cut(after(decided))), "done done done broken none");
  const whole = after(decided, { type: "done", done: DONE });
  assert.equal(cut(whole), whole);
});

test("what comes after the end changes nothing", () => {
  const tour = after(stopped("tunnel_down"));
  assert.equal(heard(tour, decided, 900), tour);
});

/** @param {string} kind @param {number} start @param {number} end @returns {Sottovoce.Finding} */
const finding = (kind, start, end) => ({ kind, start, end, score: 1, detector: "a test" });

test("the message falls into pieces at what was found, counted in code points", () => {
  const found = [finding("PHONE_NUMBER", 11, 15), finding("PERSON", 2, 6)];
  assert.deepEqual(pieces("👩 Jane calls 2025 now", found, ["PERSON", "PHONE_NUMBER"]), [
    { text: "👩 ", kind: "" },
    { text: "Jane", kind: "PERSON" },
    { text: " call", kind: "" },
    { text: "s 20", kind: "PHONE_NUMBER" },
    { text: "25 now", kind: "" },
  ]);
  assert.deepEqual(pieces("nothing", [], []), [{ text: "nothing", kind: "" }]);
});

test("of findings that overlap the weightiest stays, and one that weighed nothing is left out", () => {
  const found = [
    finding("LOCATION", 0, 2),
    finding("DATE_OF_BIRTH", 3, 9),
    finding("PERSON", 5, 12),
    finding("PERSON", 6, 8),
    finding("PERSON", 90, 95),
    { ...finding("PERSON", 0, 2), part: "file:1" },
  ];
  assert.deepEqual(pieces("0123456789abcd", found, ["PERSON", "DATE_OF_BIRTH"]), [
    { text: "01234", kind: "" },
    { text: "56789ab", kind: "PERSON" },
    { text: "cd", kind: "" },
  ]);
});

test("what is private without a name of its own is marked only where nothing else is", () => {
  const vague = finding("PRIVATE_DETAIL", 0, 2);
  const kinds = ["PERSON", "PRIVATE_DETAIL"];
  assert.equal(pieces("0123", [vague], kinds)[0].kind, "PRIVATE_DETAIL");
  assert.deepEqual(
    pieces("0123", [vague, finding("PERSON", 2, 4)], kinds).map(({ kind }) => kind),
    ["", "PERSON"],
  );
});
