// @ts-check
// Forged and damaged messages, from frames to the router: none releases a prompt unless it is,
// field by field, a public decision about it. Seeded; `make fuzz` sets FUZZ_INPUTS far higher.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Router } from "../../extension/background/router.js";
import { Assembler, FrameError } from "../../extension/shared/frames.js";
import { parse } from "../../extension/shared/messages.js";

const INPUTS = Number(process.env["FUZZ_INPUTS"] ?? 50_000);
const ID = "prompt-1";

/** Numbers in [0, 1) from a seed (mulberry32). @param {number} seed */
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const request = {
  id: ID,
  bridge: "tab-1",
  n: 1,
  site: "demo",
  label: "the demo chat",
  conversation: "chat-1",
  url: "http://127.0.0.1:1/demo/v1/chat/completions",
  method: "POST",
  digest: "d1",
  formDigest: "",
  extracted: { text: "Mail Ann", latest: 0, readable: true, attachments: [], conversation: "" },
};
const secured = {
  type: "decided",
  id: ID,
  action: "answer",
  variant: "secured",
  eligible: true,
  tag: [{ criterion: "length", verdict: "clear", detail: "short" }],
  level: 0.9,
  threshold: 0.6,
  reasons: ["threshold_reached"],
  kinds: ["PERSON"],
  findings: [{ kind: "PERSON", start: 5, end: 8, score: 0.9, detector: "x" }],
  ms: 20,
};
const publicly = {
  ...secured,
  action: "release",
  variant: "public",
  level: 0.1,
  reasons: ["below_threshold"],
  kinds: [],
  findings: [],
};
const SEEDS = [
  secured,
  secured,
  publicly,
  publicly,
  { ...publicly, eligible: false, reasons: ["not_eligible"] },
  { ...publicly, level: 0.9, reasons: ["released_by_person"] },
  { ...secured, action: "hold" },
  { type: "delta", id: ID, text: "x" },
  { type: "done", id: ID, model: "m", environment: "e", path: "t", first_token_ms: 1, total_ms: 2 },
  { type: "held", id: ID, reason: "secured_down", retry: true },
  { type: "fault", id: ID, message: "m" },
  { type: "granted", id: "other-one", prompt: ID, until: 5 },
  { type: "part", of: "abcd", seq: 0, last: true, data: JSON.stringify(publicly) },
];
const WORDS = [
  ...["release", "answer", "hold", "pass", "public", "secured", "decided", "granted", "part"],
  ...["below_threshold", "not_eligible", "threshold_reached", "released_by_person", "allowed"],
  ...["__proto__", "constructor", "toString", "prompt-1", "prompt-2", "", "true", "0"],
];

/** @param {() => number} random @param {readonly any[]} from */
const pick = (random, from) => from[Math.floor(random() * from.length)];

/** @param {() => number} random @returns {unknown} */
function value(random) {
  return pick(random, [
    () => pick(random, WORDS),
    () => [pick(random, WORDS)],
    () => [],
    () => ({ [pick(random, WORDS)]: pick(random, WORDS) }),
    () => random() * 2 - 0.5,
    () => pick(random, [NaN, Infinity, -0, 1e308, null, undefined, true, false, 0, 1]),
    () => pick(random, SEEDS),
  ])();
}

/** @param {any} message @param {() => number} random @returns {any} */
function mutated(message, random) {
  const copy = structuredClone(message);
  const changes = 1 + Math.floor(random() * 3);
  for (let i = 0; i < changes; i++) {
    const name = random() < 0.9 ? pick(random, Object.keys(copy)) : pick(random, WORDS);
    if (name === undefined) break;
    const way = random();
    if (way < 0.2) delete copy[name];
    else if (way < 0.3 && Array.isArray(copy[name])) copy[name].push(value(random));
    else if (name === "__proto__") Object.setPrototypeOf(copy, structuredClone(publicly));
    else copy[name] = value(random);
  }
  return random() < 0.02 ? Object.create(copy) : copy;
}

const PERSONS = ["released_by_person", "allowed_by_person", "paused_by_person"];
const PUBLIC = ["not_eligible", "below_threshold", ...PERSONS];

/** What a decision must say of itself, told once more and in other words. @param {any} message */
function saysPublic(message) {
  const own = (/** @type {string} */ name) =>
    Object.hasOwn(message, name) ? message[name] : undefined;
  if (own("type") !== "decided" || own("id") !== ID) return false;
  if (own("action") !== "release" || own("variant") !== "public") return false;
  const reasons = own("reasons");
  if (!Array.isArray(reasons) || reasons.length === 0) return false;
  if (!reasons.every((reason) => PUBLIC.includes(reason))) return false;
  if (own("eligible") === false) return true;
  return own("level") < own("threshold") || reasons.some((reason) => PERSONS.includes(reason));
}

/** The same path as in `port.js`: frame, message, router. @param {any} frame */
function commands(frame) {
  const router = new Router();
  router.hold(request, 0);
  const whole = new Assembler().accept(frame);
  const message = whole === null ? null : parse(whole);
  return { whole, said: message ? router.receive(message, 1) : [] };
}

test(`of ${INPUTS} mutated messages none releases a prompt but a public decision`, () => {
  let released = 0;
  let refused = 0;
  for (let seed = 0; seed < INPUTS; seed++) {
    const random = numbers(seed);
    const frame = mutated(pick(random, SEEDS), random);
    try {
      const { whole, said } = commands(frame);
      if (!said.some((command) => command.do === "release" || command.do === "pass")) continue;
      released++;
      assert.ok(saysPublic(whole), `seed ${seed} released: ${JSON.stringify(frame)}`);
    } catch (error) {
      assert.ok(error instanceof FrameError, `seed ${seed}: ${error}`);
      refused++;
    }
  }
  assert.ok(released > INPUTS / 200, "the mutations are too wild to prove anything");
  assert.ok(refused > 0);
});

test("a decision before anything was asked, or about another prompt, does nothing", () => {
  const router = new Router();
  const decided = /** @type {any} */ (publicly);
  assert.deepEqual(router.receive(decided, 0), []);
  router.hold(request, 0);
  assert.deepEqual(router.receive({ ...decided, id: "prompt-2" }, 0), []);
});

test("a prompt that was decided private is not released by a second decision", () => {
  const router = new Router();
  router.hold(request, 0);
  router.receive(/** @type {any} */ (secured), 0);
  for (const late of [publicly, { ...publicly, reasons: ["released_by_person"] }]) {
    const said = router.receive(/** @type {any} */ (late), 1);
    assert.ok(said.every((command) => command.do !== "release"));
  }
});
