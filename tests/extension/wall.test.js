// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { formDigestOf, matches } from "../../extension/background/wall.js";
import { fromBase64, sha256, toHex } from "../../extension/shared/codec.js";

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);
/** @param {string} text @param {string} [type] */
const judged = async (text, type = "application/json") => ({
  digest: await sha256(bytes(text)),
  formDigest: await formDigestOf(bytes(text), type),
});
/** @param {...string} pieces */
const raw = (...pieces) => ({ raw: pieces.map((piece) => ({ bytes: bytes(piece).buffer })) });

test("the judged bytes match, in one piece or in several", async () => {
  assert.ok(await matches(raw("hello"), await judged("hello")));
  assert.ok(await matches(raw("hel", "lo"), await judged("hello")));
});

test("other bytes, more bytes, a file or nothing do not match", async () => {
  const expected = await judged("hello");
  assert.equal(await matches(raw("hullo"), expected), false);
  assert.equal(await matches(raw("hello", "!"), expected), false);
  assert.equal(await matches({ raw: [{}] }, expected), false);
  assert.equal(await matches(undefined, expected), false);
});

test("a request without a body matches one that was judged as empty", async () => {
  assert.ok(await matches(undefined, await judged("")));
});

test("an urlencoded form matches by its fields, in any order", async () => {
  const type = "application/x-www-form-urlencoded;charset=UTF-8";
  const expected = await judged("b=2&a=1&a=%C3%A9", type);
  assert.ok(await matches({ formData: { a: ["1", "é"], b: ["2"] } }, expected));
  assert.equal(await matches({ formData: { a: ["1"], b: ["2"] } }, expected), false);
  assert.equal(await matches({ formData: { a: ["1", "é"], b: ["2"] } }, await judged("x")), false);
});

test("bytes survive base64", () => {
  assert.equal(toHex(fromBase64(btoa("\x00\xff\x10"))), "00ff10");
});
