// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { extractRepeat } from "../../extension/shared/extract.js";
import "../../extension/shared/recipes.js";

const { classify, wordsIn, wordsOf } = globalThis.sottovoceRecipes;

/** @type {Sottovoce.Socket} */
const SOCKET = {
  url: "^wss://chat\\.example/",
  mark: "query",
  frames: [
    { match: [[["event"], "send"]], body: { texts: [["text"]] } },
    { match: [[["event"], "typing"]], body: { texts: [["text"]] }, stage: "draft" },
  ],
  control: [{ match: [[["event"], "ping"]], most: 64 }],
};
/** @param {any} value @param {Sottovoce.Socket | null} [socket] */
const kind = (value, socket = SOCKET) =>
  classify(socket, typeof value === "string" ? value : JSON.stringify(value)).kind;
/** @param {string} text */
const generic = (text) => classify(null, text).kind;

test("a frame is what its recipe says, by the values at its places", () => {
  assert.deepEqual(classify(SOCKET, '{"event":"send","text":"x"}'), {
    kind: "frame",
    payload: '{"event":"send","text":"x"}',
    index: 0,
  });
  assert.equal(classify(SOCKET, '{"event":"typing","text":"x"}').index, 1);
  assert.equal(kind({ event: "ping" }), "control");
});

for (const [what, value] of /** @type {[string, any][]} */ ([
  ["is of another kind", { event: "vote" }],
  ["is no JSON", "hello"],
  ["is longer than control may be", { event: "ping", at: "x".repeat(64) }],
  ["has a space in one of its strings", { event: "ping", id: "two words" }],
  ["has letters beyond ASCII", { event: "ping", id: "日本語" }],
  ["has a key that is text", { event: "ping", "my key": 1 }],
  ["names its event in a prototype only", '{"__proto__":{"event":"ping"}}'],
])) {
  test(`a frame is judged by all its strings when it ${what}`, () => {
    assert.equal(kind(value), "other");
  });
}

test("a prefix is taken away before the JSON, and need not be there", () => {
  const socket = { ...SOCKET, prefix: "42" };
  assert.equal(kind('42{"event":"send","text":"x"}', socket), "frame");
  assert.equal(kind('{"event":"ping"}', socket), "control");
});

test("a socket of socket.io has its events counted, and small packets of its own", () => {
  const socket = { ...SOCKET, prefix: "42" };
  assert.equal(kind('420{"event":"send","text":"x"}', socket), "frame");
  assert.equal(kind('4217{"event":"ping"}', socket), "control");
  for (const text of ["2", "3", "40{}", "41"]) assert.equal(kind(text, socket), "control", text);
  for (const text of ["42hello", "hello", '40{"to":"My Ann"}', '421["My Ann"]', '{"event":"a"}']) {
    assert.equal(kind(text, socket), "other", text);
  }
  assert.equal(kind('420{"event":"ping"}'), "other");
});

test("a control frame may carry a login's signed token where it may be that long", () => {
  const token = `eyJ${"a".repeat(90)}.eyJ${"b".repeat(90)}.${"c".repeat(43)}`;
  const socket = { ...SOCKET, control: [{ match: SOCKET.control?.[0].match ?? [], most: 512 }] };
  assert.equal(kind({ event: "ping", token }, socket), "control");
  assert.equal(kind({ event: "ping", token }), "other");
  assert.equal(kind({ event: "ping", token: `${token} and more` }, socket), "other");
  assert.equal(kind({ event: "ping", token: token.replaceAll(".", "") }, socket), "other");
  const io = { ...socket, prefix: "42" };
  assert.equal(kind(`40{"token":"${token}"}`, io), "control");
  assert.equal(kind(`40{"token":"${token}","to":"My Ann"}`, io), "other");
  assert.equal(kind(`40{"token":"${token}"}`, null), "other");
});

test("a place that must have null may also be missing", () => {
  /** @type {Sottovoce.Socket} */
  const socket = { ...SOCKET, frames: [], control: [{ match: [[["text"], null]], most: 64 }] };
  assert.equal(kind({ event: "ping" }, socket), "control");
  assert.equal(kind({ event: "ping", text: null }, socket), "control");
  assert.equal(kind({ event: "ping", text: "" }, socket), "other");
});

test("engine.io and socket.io speak without waiting", () => {
  for (const text of ["2", "3", "2probe", "3probe", "5", "6", "40", "41", "40/chat,", "431"]) {
    assert.equal(generic(text), "control", text);
  }
  assert.equal(generic('42["event",{"id":4,"on":true}]'), "control");
  assert.equal(generic('42["event",{"to":"0b2ea0a4-6b31-4d63-9a0f-1b7a4f4d3a55"}]'), "control");
});

for (const text of [
  '42["message","My patient Maria"]',
  '42["message","415-555-0134"]',
  '42["message","ann@example.com"]',
  '42["message","4111111111111111"]',
  '42["message",4111111111111]',
  '42["message","こんにちは"]',
  '42/some words,["x"]',
  '42["my words here",1]',
  "42 is the answer",
  "41234567890",
  "hello there",
  `42["${"a".repeat(25)}"]`,
  `42[${Array(80).fill('"abc"').join()}]`,
]) {
  test(`an undescribed frame is judged: ${text.slice(0, 40)}`, () => {
    assert.equal(generic(text), "other");
  });
}

test("what announces binary parts is as unreadable as they are", () => {
  assert.equal(generic('451-["file",{"_placeholder":true,"num":0}]'), "unreadable");
});

test("what is to be judged of a packet is its JSON", () => {
  assert.equal(classify(null, '42["message","My patient"]').payload, '["message","My patient"]');
});

test("an address without words opens at once, one with words does not", () => {
  const plain = "wss://chat.example/socket.io/?EIO=4&transport=websocket&id=0";
  assert.deepEqual(wordsIn(plain), []);
  assert.deepEqual(wordsIn("wss://chat.example/ws?q=my+patient"), ["my patient"]);
  assert.deepEqual(wordsIn("wss://chat.example/ws/415-555-0134"), ["415-555-0134"]);
  assert.deepEqual(wordsIn("wss://chat.example/ws?q=%zz"), ["%zz"]);
});

test("a page that changes its built-ins changes nothing here", () => {
  const { exec } = RegExp.prototype;
  const { parse } = JSON;
  try {
    RegExp.prototype.exec = () => /** @type {any} */ ([""]);
    JSON.parse = () => ({ event: "ping" });
    assert.equal(kind('{"event":"send","text":"two words"}'), "frame");
    assert.equal(generic("two words"), "other");
  } finally {
    RegExp.prototype.exec = exec;
    JSON.parse = parse;
  }
});

test("of a body that asks again only what is more than a name is judged", () => {
  const names = { action: "variant", parent: "0b2ea0a4-6b31-4d63-9a0f-1b7a4f4d3a55", model: "x-5" };
  assert.deepEqual(wordsOf(names), []);
  assert.deepEqual(wordsOf({ ...names, deep: [{ hint: "be more formal" }] }), ["be more formal"]);
  assert.deepEqual(wordsOf({ "a key of words": 4111111111111 }), [
    "a key of words",
    "4111111111111",
  ]);
  assert.equal(wordsOf(JSON.parse("[".repeat(40) + '"x y"' + "]".repeat(40))), null);
});

/** @type {Sottovoce.Body} */
const CHAT = {
  format: "json",
  turns: { list: ["messages"], role: ["role"], content: ["content"], site: ["assistant"] },
  files: [{ list: ["files"], type: ["type"], size: ["size"] }],
};
/** @param {unknown} body */
const repeat = (body) => extractRepeat(CHAT, new TextEncoder().encode(JSON.stringify(body)));

test("an answer that is asked for again needs no text, and one with turns is no such body", () => {
  assert.equal(repeat({ parent: "a-1", messages: [] }).readable, true);
  assert.equal(repeat({ parent: "a-1" }).text, "");
  assert.equal(repeat({ hint: "say it shorter" }).text, "say it shorter");
  assert.equal(repeat({ messages: [{ content: 5 }] }).readable, false);
  assert.equal(repeat({ messages: "words" }).readable, false);
  assert.equal(repeat(["a"]).readable, false);
  assert.equal(repeat("a").readable, false);
  assert.equal(extractRepeat(CHAT, new TextEncoder().encode("{")).readable, false);
  assert.equal(repeat({ files: [{ type: "text/csv", size: 3 }] }).attachments.length, 1);
});
