// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { sidesOf, withSides } from "../../extension/shared/sides.js";

const URL_ = "https://chat.example/v1/chat";
const extracted = { text: "Hello", latest: 0, readable: true, attachments: [], conversation: "" };

test("words in a query, a path or a header are judged with the prompt", () => {
  const query = `${URL_}?q=Maria%20Keller+has+cancer&x=1`;
  assert.deepEqual(sidesOf(query, {}), ["Maria Keller has cancer"]);
  assert.deepEqual(sidesOf(`${URL_}/she%20has%20cancer`, {}), ["she has cancer"]);
  assert.deepEqual(sidesOf(URL_, { "x-prompt": "Maria Keller has cancer" }), [
    "Maria Keller has cancer",
  ]);
  assert.deepEqual(sidesOf(`${URL_}?q=${encodeURIComponent("患者は癌です")}`, {}), [
    "患者は癌です",
  ]);
  assert.equal(withSides(extracted, query, {}).text, "Hello\n\nMaria Keller has cancer");
});

test("what every request carries is left alone", () => {
  const headers = {
    accept: "text/event-stream, application/json",
    authorization: "Bearer eyJhbGciOi.J9.abc",
    "content-type": "multipart/form-data; boundary=----x",
    "x-client-data": "CIe2yQEIpLbJAQ==",
    "x-time-zone": "Europe/Berlin",
  };
  const query = `${URL_}?bl=boq_assistant-bard-web-server_20260820.03_p0&hl=en&_reqid=123&rt=c`;
  assert.deepEqual(sidesOf(query, headers), []);
  assert.equal(withSides(extracted, query, headers), extracted);
});

test("an address that cannot be decoded is read as it is, and a fragment never leaves", () => {
  assert.deepEqual(
    sidesOf(`${URL_}?q=%E0%A4%A one two three`, {}),
    ["q=%E0%A4%A one two three"].map((x) => x.slice(2)),
  );
  assert.deepEqual(sidesOf(`${URL_}#one two three`, {}), []);
});
