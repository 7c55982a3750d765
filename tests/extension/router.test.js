// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, Router } from "../../extension/background/router.js";

/** @typedef {import("../../extension/background/router.js").Command} Command */

/** @param {Partial<import("../../extension/background/router.js").Request>} [over] */
const request = (over = {}) => ({
  id: "prompt-1",
  bridge: "tab-1",
  n: 1,
  site: "demo",
  label: "the demo chat",
  conversation: "chat-1",
  url: "http://127.0.0.1:1/demo/v1/chat/completions",
  method: "POST",
  digest: "d1",
  formDigest: "",
  extracted: {
    text: "Mail Ann Bo",
    latest: 0,
    readable: true,
    attachments: [],
    conversation: "",
  },
  ...over,
});

/** @param {Partial<Sottovoce.Decided>} [over] @returns {Sottovoce.Decided} */
const decided = (over = {}) => ({
  type: "decided",
  id: "prompt-1",
  action: "release",
  variant: "public",
  eligible: true,
  tag: [],
  level: 0.2,
  threshold: 0.6,
  reasons: ["below_threshold"],
  kinds: [],
  findings: [],
  ms: 20,
  ...over,
});
const secured = () =>
  decided({
    action: "answer",
    variant: "secured",
    level: 0.9,
    reasons: ["threshold_reached"],
    kinds: ["PERSON"],
    findings: [{ kind: "PERSON", start: 5, end: 11, score: 0.9, detector: "x" }],
  });

/** @param {Command[]} commands */
const names = (commands) =>
  commands.map((command) => (command.do === "show" ? `show ${command.entry.state}` : command.do));
/** @param {Command[]} commands @returns {Sottovoce.Entry} */
const entry = (commands) => {
  const shown = commands.filter((command) => command.do === "show").at(-1);
  assert.ok(shown?.do === "show");
  return shown.entry;
};

test("a held request is asked about and nothing else happens", () => {
  const commands = new Router().hold(request(), 0);
  assert.deepEqual(names(commands), ["show checking", "ask"]);
});

test("the whole text is asked about, with the start of its latest turn", () => {
  const text = "Hello\n\nMail Ann Bo";
  const extracted = { ...request().extracted, text, latest: 7 };
  assert.deepEqual(new Router().hold(request({ extracted }), 0).at(-1), {
    do: "ask",
    message: {
      type: "prompt",
      id: "prompt-1",
      site: "demo",
      conversation: "chat-1",
      text,
      latest: 7,
      readable: true,
      stage: "sent",
      context: [],
      attachments: [],
    },
  });
});

test("a public decision releases the request once", () => {
  const router = new Router();
  router.hold(request(), 0);
  assert.deepEqual(names(router.receive(decided(), 10)), ["checked", "release"]);
  assert.deepEqual(names(router.receive(decided(), 11)), []);
  assert.deepEqual(names(router.left("prompt-1", 15)), ["show public", "left"]);
  const sent = router.sent("tab-1", 1, 200, 7, 30);
  assert.deepEqual(names(sent), ["withdraw", "ask"]);
  assert.deepEqual(sent[1], {
    do: "ask",
    message: { type: "sent", id: "prompt-1", status: 200, first_byte_ms: 7, hold_ms: 15 },
  });
  assert.equal(router.size, 0);
});

for (const [what, over] of /** @type {[string, Partial<Sottovoce.Decided>][]} */ ([
  ["its variant is secured", { variant: "secured" }],
  ["its level meets the threshold", { level: 0.6 }],
  ["it has no reason", { reasons: [] }],
  ["one reason forbids it", { reasons: ["below_threshold", "detector_timeout"] }],
])) {
  test(`a release is not carried out when ${what}`, () => {
    const router = new Router();
    router.hold(request(), 0);
    assert.deepEqual(names(router.receive(decided(over), 1)), ["checked", "show held"]);
  });
}

test("a secured decision ends the site's request and streams the answer", () => {
  const router = new Router();
  router.hold(request(), 0);
  const commands = router.receive(secured(), 5);
  assert.deepEqual(names(commands), ["checked", "deny", "show answering"]);
  assert.deepEqual(entry(commands).why?.spans, [
    { before: "Mail ", match: "Ann Bo", after: "", kind: "PERSON" },
  ]);
  assert.deepEqual(names(router.receive({ type: "delta", id: "prompt-1", text: "Hi" }, 6)), [
    "delta",
  ]);
  const done = router.receive(
    {
      type: "done",
      id: "prompt-1",
      model: "m",
      environment: "e",
      path: "tunnel",
      first_token_ms: 1,
      total_ms: 2,
    },
    7,
  );
  assert.deepEqual(names(done), ["show answered"]);
  assert.equal(router.size, 0);
});

test("what a message is about, what makes it grave and policy's words reach the panel", () => {
  const router = new Router();
  router.hold(request(), 0);
  const told = {
    categories: [{ category: "health", share: 0.9 }],
    grave: ["PERSON"],
    words: { PERSON: "a patient" },
  };
  const { why } = entry(router.receive({ ...secured(), ...told }, 5));
  assert.deepEqual({ categories: why?.categories, grave: why?.grave, words: why?.words }, told);
});

test("a companion that says none of it is understood, too", () => {
  const router = new Router();
  router.hold(request(), 0);
  const { why } = entry(router.receive(secured(), 5));
  assert.deepEqual([why?.categories, why?.grave, why?.words], [[], [], {}]);
});

test("a held prompt keeps the site's request waiting and goes on after Retry", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.receive(
    decided({ action: "hold", variant: "secured", reasons: ["threshold_reached"] }),
    1,
  );
  const held = router.receive(
    { type: "held", id: "prompt-1", reason: "tunnel_down", retry: true },
    2,
  );
  assert.deepEqual(names(held), ["show held"]);
  assert.equal(router.deadline, Infinity);
  const again = router.retry("tab-1", "prompt-1", 3);
  assert.deepEqual(names(again), ["show checking", "ask"]);
  assert.deepEqual(names(router.receive(secured(), 4)), ["checked", "deny", "show answering"]);
});

test("another tab cannot retry or close a prompt", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.lost();
  assert.deepEqual(router.retry("tab-2", "prompt-1", 1), []);
  assert.deepEqual(router.dismiss("tab-2", "prompt-1"), []);
});

test("what cannot be retried ends the site's request", () => {
  const router = new Router();
  router.hold(request(), 0);
  const held = router.receive(
    { type: "held", id: "prompt-1", reason: "unreadable", retry: false },
    2,
  );
  assert.deepEqual(names(held), ["deny", "show held"]);
});

test("without an answer in time a prompt is held, never released", () => {
  const router = new Router();
  router.hold(request(), 0);
  assert.deepEqual(router.tick(LIMITS.asked - 1), []);
  const late = router.tick(LIMITS.asked);
  assert.deepEqual(names(late), ["ask", "show held"]);
  assert.equal(entry(late).reason, "no_answer");
  assert.deepEqual(names(router.receive(decided(), LIMITS.asked + 1)), []);
});

test("an announced hold that never comes is held all the same", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.receive(decided({ action: "hold", variant: "secured" }), 1);
  assert.deepEqual(names(router.tick(1 + LIMITS.announced)), ["ask", "show held"]);
});

test("a released request that never leaves is withdrawn and denied", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.receive(decided(), 1);
  const late = router.tick(1 + LIMITS.releasing);
  assert.deepEqual(names(late), ["withdraw", "deny", "show dropped"]);
});

test("when the companion goes away every unfinished prompt is held", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.hold(request({ id: "prompt-2", n: 2, digest: "d2" }), 0);
  router.receive({ ...secured(), id: "prompt-2" }, 1);
  const lost = router.lost();
  assert.deepEqual(
    lost.map((command) => command.do === "show" && command.entry.reason),
    ["companion_missing", "secured_interrupted"],
  );
});

test("the second press of a key is denied while the first is in hand", () => {
  const router = new Router();
  router.hold(request(), 0);
  const again = router.hold(request({ id: "prompt-2", n: 2 }), 1);
  assert.deepEqual(again, [{ do: "deny", bridge: "tab-1", n: 2, keep: false }]);
});

test("the same bytes from another document are a prompt of their own", () => {
  const router = new Router();
  router.hold(request(), 0);
  const other = router.hold(request({ id: "prompt-2", bridge: "tab-2" }), 1);
  assert.deepEqual(names(other), ["show checking", "ask"]);
});

test("a new prompt takes the place of one that was kept", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.lost();
  const next = router.hold(request({ id: "prompt-2", n: 2 }), 1);
  assert.deepEqual(names(next), ["withdraw", "deny", "show dropped", "show checking", "ask"]);
});

test("a prompt longer than the limit is held and nobody is asked", () => {
  const router = new Router();
  const extracted = { ...request().extracted, text: "a".repeat(2_000_001) };
  const commands = router.hold(request({ extracted }), 0);
  assert.deepEqual(names(commands), ["deny", "show held"]);
  assert.equal(entry(commands).reason, "too_long");
});

test("the limit counts code points, not UTF-16 units", () => {
  const extracted = { ...request().extracted, text: "😀".repeat(1_000_001) };
  assert.deepEqual(names(new Router().hold(request({ extracted }), 0)), ["show checking", "ask"]);
});

test("a page that gives up cancels its prompt", () => {
  const router = new Router();
  router.hold(request(), 0);
  assert.deepEqual(names(router.cancel("tab-1", 1)), ["withdraw", "ask", "deny", "show dropped"]);
  assert.equal(router.size, 0);
});

test("a document that goes away takes its prompts with it", () => {
  const router = new Router();
  router.hold(request(), 0);
  assert.deepEqual(names(router.gone("tab-1")), ["ask", "withdraw"]);
  assert.equal(router.size, 0);
});

test("a retried prompt whose request is gone asks for one more press", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.receive(secured(), 1);
  router.receive({ type: "held", id: "prompt-1", reason: "secured_interrupted", retry: true }, 2);
  router.retry("tab-1", "prompt-1", 3);
  const commands = router.receive(decided(), 4);
  assert.deepEqual(names(commands), ["checked", "show dropped"]);
  assert.equal(entry(commands).reason, "send_again");
});

test("a site that fails is said to have failed, and no success is reported", () => {
  const router = new Router();
  router.hold(request(), 0);
  router.receive(decided(), 1);
  router.left("prompt-1", 2);
  const commands = router.sent("tab-1", 1, 0, 5, 9);
  assert.deepEqual(names(commands), ["withdraw", "show dropped"]);
});

test("a typed text that may go on is passed, never released, and nothing is said", () => {
  const router = new Router();
  router.hold(request({ asks: "typed", n: 1_000_001 }), 0);
  const commands = router.receive(decided({ action: "pass" }), 1);
  assert.deepEqual(
    commands.map(({ do: what }) => what),
    ["pass", "show"],
  );
  assert.equal(router.size, 0);
});

test("a typed text is not passed on a decision that releases requests, nor on a private one", () => {
  for (const over of [
    { action: /** @type {const} */ ("release") },
    { action: /** @type {const} */ ("pass"), variant: /** @type {const} */ ("secured") },
    { action: /** @type {const} */ ("pass"), level: 0.9 },
    { action: /** @type {const} */ ("pass"), reasons: ["threshold_reached"] },
    { action: /** @type {const} */ ("pass"), reasons: [] },
  ]) {
    const router = new Router();
    router.hold(request({ asks: "typed" }), 0);
    const [, entry] = router.receive(decided(over), 1);
    assert.equal(entry.do === "show" && entry.entry.state, "held");
  }
});

test("what is about to enter a page is never released by a decision for requests", () => {
  const router = new Router();
  router.hold(request({ asks: "look" }), 0);
  const commands = router.receive(decided(), 1);
  assert.ok(!commands.some(({ do: what }) => what === "release" || what === "pass"));
});

test("a request that is about to leave is never let go by a mere pass", () => {
  const router = new Router();
  router.hold(request(), 0);
  const commands = router.receive(decided({ action: "pass" }), 1);
  assert.ok(!commands.some(({ do: what }) => what === "release" || what === "pass"));
});

test("a typed text that is answered privately is taken over from the page", () => {
  const router = new Router();
  router.hold(request({ asks: "typed" }), 0);
  const commands = router.receive(
    decided({ action: "answer", variant: "secured", level: 0.9, reasons: ["threshold_reached"] }),
    1,
  );
  assert.deepEqual(
    commands.map(({ do: what }) => what),
    ["checked", "taken", "show"],
  );
});

test("only what nobody pressed send for, and only while it is in hand, keeps others waiting", () => {
  const router = new Router();
  const aside = (/** @type {string} */ id) => request({ id, n: Number(id), quiet: true });
  router.hold(request({ id: "0", n: 0 }), 0);
  assert.equal(router.asidesOf("tab-1"), 0);
  router.hold(aside("1"), 0);
  router.hold({ ...aside("2"), asks: "draft" }, 0);
  router.hold({ ...aside("3"), bridge: "tab-2" }, 0);
  assert.equal(router.asidesOf("tab-1"), 2);
  router.receive(decided({ id: "1" }), 1);
  assert.equal(router.asidesOf("tab-1"), 1);
  router.receive({ type: "held", id: "2", reason: "internal", retry: true }, 1);
  assert.equal(router.asidesOf("tab-1"), 0);
});
