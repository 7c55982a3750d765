// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chain, truth } from "../../extension/popup/chain.js";

const locale = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf-8"),
);
Object.assign(globalThis, {
  chrome: {
    i18n: {
      /** @param {string} name @param {string[]} [values] */
      getMessage(name, values = []) {
        const { message, placeholders = {} } = locale[name] ?? { message: "" };
        return message.replace(
          /\$([a-z]+)\$/g,
          (/** @type {string} */ _, /** @type {string} */ key) => {
            return values[Number(placeholders[key].content.slice(1)) - 1];
          },
        );
      },
    },
  },
});
await import("../../extension/panel/markdown.js");
await import("../../extension/panel/place.js");
await import("../../extension/panel/words.js");
const { markdown, place, words } = globalThis.sottovoce;

test("an answer falls into blocks", () => {
  const answer =
    "# Title\nA line\nand more\n\n- one\n- two\n  still two\n\n1. first\n\n```py\nx = 1\n```\n> said";
  assert.deepEqual(markdown.blocks(answer), [
    { kind: "heading", text: "Title" },
    { kind: "paragraph", text: "A line\nand more" },
    { kind: "bullets", start: 1, items: ["one", "two\nstill two"] },
    { kind: "numbers", start: 1, items: ["first"] },
    { kind: "code", text: "x = 1" },
    { kind: "quote", text: "said" },
  ]);
});

test("a fence that is still open while the answer streams is code already", () => {
  assert.deepEqual(markdown.blocks("```\nx ="), [{ kind: "code", text: "x =" }]);
});

test("items apart are one list, and a list goes on with the number it was left at", () => {
  const numbers = (/** @type {string[]} */ ...items) => ({ kind: "numbers", start: 1, items });
  assert.deepEqual(markdown.blocks("1. one\n\n2. two\n\n   and more\n\n3. three\n\nEnd."), [
    numbers("one", "two\nand more", "three"),
    { kind: "paragraph", text: "End." },
  ]);
  assert.deepEqual(markdown.blocks("1. one\n```\nx\n```\n2. two"), [
    numbers("one"),
    { kind: "code", text: "x" },
    { ...numbers("two"), start: 2 },
  ]);
  assert.deepEqual(markdown.blocks("- a\n\n- b\n\n1. c"), [
    { kind: "bullets", start: 1, items: ["a", "b"] },
    numbers("c"),
  ]);
});

test("markup, links and pictures stay plain text", () => {
  const evil = "<img src=x onerror=alert(1)> [a](javascript:b) ![c](https://d.example/e)";
  assert.deepEqual(markdown.inlines(evil), [{ kind: "text", text: evil }]);
});

test("emphasis and code within a line", () => {
  assert.deepEqual(
    markdown.inlines("a **b** *c* `d*e*`").map(({ kind, text }) => `${kind}:${text}`),
    ["text:a ", "strong:b", "text: ", "emphasis:c", "text: ", "code:d*e*"],
  );
  assert.deepEqual(markdown.inlines("2 * 3 * 4"), [{ kind: "text", text: "2 * 3 * 4" }]);
});

test("a long answer without any structure is split quickly", () => {
  const start = performance.now();
  markdown
    .blocks("*".repeat(20_000))
    .map((block) => "text" in block && markdown.inlines(block.text));
  markdown.inlines("`".repeat(5_000));
  assert.ok(performance.now() - start < 1_000);
});

test("the panel goes under the composer where there is room", () => {
  const spot = place.spot({ left: 100, right: 800, top: 200, bottom: 260 }, 1000, 800);
  assert.deepEqual(spot, { left: 100, width: 700, top: 268, bottom: null, room: 524 });
});

test("the panel goes above a composer at the bottom, and never over it", () => {
  const spot = place.spot({ left: 100, right: 800, top: 700, bottom: 790 }, 1000, 800);
  assert.equal(spot.top, null);
  assert.equal(spot.bottom, 108);
});

test("in a narrow window the panel keeps within it", () => {
  const spot = place.spot({ left: 150, right: 310, top: 50, bottom: 90 }, 320, 600);
  assert.ok(spot.left >= 8 && spot.left + spot.width <= 312);
});

test("why is said in words and numbers, never in codes", () => {
  const [sentence] = words.why({
    level: 0.86,
    threshold: 0.6,
    reasons: ["threshold_reached"],
    kinds: ["PERSON", "MEDICAL_CONDITION"],
    spans: [],
  });
  assert.equal(
    sentence,
    "Your message holds a person's name and a medical condition. " +
      "Private level 0.86; messages from 0.60 on are answered privately.",
  );
});

/** @param {Partial<Sottovoce.Why>} over @returns {Sottovoce.Why} */
const because = (over) => ({
  level: 1,
  threshold: 0.6,
  reasons: ["threshold_reached"],
  kinds: ["PASSWORD"],
  spans: [],
  ...over,
});

test("why also says what the message is about and what makes it grave", () => {
  const categories = [
    { category: "credentials", share: 1 },
    { category: "health", share: 0.7 },
    { category: "legal", share: 0.3 },
  ];
  assert.equal(
    words.about(because({ categories, grave: ["PASSWORD"] })),
    "About: credentials and secrets, health. Grave: a password.",
  );
  assert.equal(
    words.about(because({ categories: [{ category: "legal", share: 0.4 }] })),
    "About: legal matters and contracts.",
  );
  assert.equal(words.about(because({})), "");
});

test("what reads as private is named behind what was found", () => {
  const kinds = ["SENSITIVE_WORDING", "MEDICATION", "PERSON"];
  assert.equal(
    words.kinds(kinds),
    "a medication, a person's name, and wording that reads as sensitive",
  );
});

test("a category that this version does not know is not shown as a code", () => {
  assert.equal(words.about(because({ categories: [{ category: "new_one", share: 1 }] })), "");
});

test("what a message is about is said only where its level decided", () => {
  const categories = [{ category: "health", share: 1 }];
  assert.equal(words.about(because({ reasons: ["conversation_floor"], categories })), "");
});

test("a policy's own words for a kind come first", () => {
  const own = { STAFF_ID: "a staff number" };
  assert.equal(words.kind("STAFF_ID", own), "a staff number");
  assert.equal(words.kind("PASSWORD", own), "a password");
  assert.equal(words.kind("constructor", own), words.kind("NO_SUCH_KIND"));
  const [sentence] = words.why(because({ kinds: ["STAFF_ID"], words: own }));
  assert.match(sentence, /^Your message holds a staff number\./);
  assert.match(words.about(because({ grave: ["STAFF_ID"], words: own })), /a staff number\.$/);
});

test("a level just below the bar does not read as the bar", () => {
  assert.equal(words.levelBelow(0.5999, 0.6), "0.59");
  assert.equal(words.levelBelow(0.6, 0.6), "0.60");
});

test("unknown codes are never shown", () => {
  for (const text of [
    words.kind("NEW_KIND"),
    words.held("new_reason", "x"),
    ...words.why({
      level: 1,
      threshold: 0.6,
      reasons: ["new_reason"],
      kinds: [],
      spans: [],
    }),
  ]) {
    assert.ok(text.length > 0);
    assert.doesNotMatch(text, /_/);
  }
});

/** @param {Partial<Sottovoce.Report>} [over] @returns {Sottovoce.Report} */
const report = (over = {}) => ({
  site: "demo",
  label: "the demo chat",
  host: "127.0.0.1:8460",
  known: true,
  granted: true,
  hooked: true,
  checkedAt: 0,
  alarm: null,
  blocked: 0,
  pausedUntil: 0,
  off: false,
  offSince: 0,
  minutes: 10,
  switchable: true,
  companion: {
    state: "connected",
    cause: "",
    version: "0.1.0",
    policy: "Careful default",
    policyError: "",
    threshold: 0.6,
    links: { worker: "ready", tunnel: "up", secured: "ready", model: "m", environment: "e" },
  },
  ...over,
});
const missing = {
  ...report().companion,
  state: /** @type {const} */ ("missing"),
  cause: "not_installed",
  links: null,
};
/** @param {Sottovoce.Report} about */
const top = (about) =>
  truth(
    about,
    () => "2 minutes ago",
    () => "09:12",
    () => "22 Nov 2026, 09:12",
  ).text[0];

test("protected is said only on evidence", () => {
  assert.equal(top(report()), "popup_waiting");
  assert.equal(top(report({ checkedAt: 5 })), "popup_protected");
});

test("an alarm, a missing companion and a missing permission outrank old evidence", () => {
  const alarm = { why: /** @type {const} */ ("unhooked"), since: 1, site: "", host: "", what: "" };
  assert.equal(top(report({ checkedAt: 5, alarm })), "alarm_unhooked");
  assert.equal(top(report({ checkedAt: 5, companion: missing })), "popup_paused");
  assert.equal(top(report({ checkedAt: 5, granted: false })), "popup_allow_text");
  assert.equal(top(report({ hooked: false })), "popup_reload");
  assert.equal(top(report({ known: false })), "popup_none");
});

test("each broken link has a remedy that the locale knows", () => {
  const links = {
    worker: "down",
    tunnel: "down",
    secured: "unreachable",
    model: "",
    environment: "",
  };
  const broken = chain(report({ companion: { ...report().companion, links } }));
  assert.deepEqual(
    broken.map(({ mark }) => mark),
    ["ok", "bad", "bad", "bad"],
  );
  for (const cause of ["not_installed", "forbidden", "policy", "exited", "garbled", "silent"]) {
    const [, companion] = chain(report({ companion: { ...missing, cause } }));
    assert.equal(companion.mark, "bad");
    assert.ok(locale[companion.text[0]], companion.text[0]);
  }
});
