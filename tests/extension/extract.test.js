// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extension/shared/extract.js";
import "../../extension/sites/shipped.js";

const sites = globalThis.sottovoceSites ?? [];
/** @param {string} name @returns {Sottovoce.Body} */
const body = (name) => {
  const found = sites.find((site) => site.name === name)?.endpoints?.[0].body;
  assert.ok(found);
  return found;
};
/** @param {string} site @param {unknown} value @param {string} [type] */
const read = (site, value, type = "application/json") =>
  extract(
    body(site),
    new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)),
    type,
  );
/** @param {string} site @param {unknown} value */
const refused = (site, value) => {
  const { readable, text } = read(site, value);
  assert.equal(readable, false);
  assert.equal(text, "");
};

test("every turn that the site did not write is judged", () => {
  const messages = [
    { role: "system", content: "be kind" },
    { role: "user", content: "first" },
    { role: "assistant", content: "reply" },
    { role: "user", content: [{ type: "text", text: "second" }] },
    { role: "tool", content: "third" },
  ];
  assert.equal(read("demo", { messages }).text, "first\n\nsecond\n\nthird");
});

/** What the secured model is asked: the text from `latest` on, in code points.
 * @param {Sottovoce.Extracted} found */
const turn = ({ text, latest }) => Array.from(text).slice(latest).join("");
/** @param {...unknown} contents */
const said = (...contents) =>
  read("demo", { messages: contents.map((content) => ({ role: "user", content })) });

test("the latest turn is marked, in code points, and what came before is judged with it", () => {
  const found = said("caf\u00e9 \ud83d\ude00\ud83d\ude00", "Mail Ann \ud83d\ude00");
  assert.equal(found.text, "caf\u00e9 \ud83d\ude00\ud83d\ude00\n\nMail Ann \ud83d\ude00");
  assert.equal(found.latest, 9);
  assert.equal(turn(found), "Mail Ann \ud83d\ude00");
});

test("half of a surrogate pair in an earlier turn does not move the mark", () => {
  for (const half of ["a\ud83d", "\ude00a", "\ud83d"]) {
    assert.equal(turn(said(half, "\ude00 now")), "\ufffd now");
  }
});

test("the parts of the latest turn stay together", () => {
  const parts = [{ type: "text", text: "one" }, "two"];
  assert.equal(turn(said("before", ["x", "y"], parts)), "one\n\ntwo");
});

test("what the site wrote after the latest turn does not hide it", () => {
  const messages = [
    { role: "user", content: "first" },
    { role: "user", content: "second" },
    { role: "assistant", content: "Well" },
  ];
  assert.equal(turn(read("demo", { messages })), "second");
});

test("a single turn begins at the start, and so does one without text", () => {
  assert.equal(said("only").latest, 0);
  assert.equal(said("first", [{ type: "image_url" }]).latest, 0);
  assert.equal(read("demo", { messages: [{ role: "system", content: "x" }] }).latest, 0);
});

test("where no turns are described nothing is marked", () => {
  const attachments = [{ extracted_content: "the paper" }];
  assert.equal(read("claude", { prompt: "sum up", attachments }).latest, 0);
  assert.equal(read("generic", { messages: [{ content: "one" }, { content: "two" }] }).latest, 0);
  assert.equal(read("demo", "{").latest, 0);
});

test("a picture in a turn counts as an attachment", () => {
  const content = [
    { type: "text", text: "look" },
    { type: "image_url", image_url: { url: "data:" } },
  ];
  const { attachments } = read("demo", { messages: [{ role: "user", content }] });
  assert.deepEqual(attachments, [{ media_type: "image_url", size: 0 }]);
});

for (const [what, value] of /** @type {[string, unknown][]} */ ([
  ["no JSON", "{"],
  ["no object", "7"],
  ["no messages", { prompt: "x" }],
  ["an empty list", { messages: [] }],
  ["a turn without a role", { messages: [{ content: "x" }] }],
  ["content that is no text", { messages: [{ role: "user", content: { a: "x" } }] }],
  ["a part that is no text", { messages: [{ role: "user", content: [5] }] }],
])) {
  test(`a body with ${what} is not readable`, () => refused("demo", value));
}

test("bytes that are not UTF-8 are not readable", () => {
  const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
  assert.equal(extract(body("demo"), bytes, "").readable, false);
});

test("a property of the prototype is no field of the body", () => {
  refused("demo", '{"__proto__": {"messages": [{"role": "user", "content": "x"}]}}');
});

test("a lone surrogate becomes a replacement character of the same length", () => {
  const { text } = read("demo", '{"messages":[{"role":"user","content":"a\\ud800b"}]}');
  assert.equal(text, "a\ufffdb");
});

test("an empty prompt is readable and empty", () => {
  assert.deepEqual(read("demo", { messages: [{ role: "user", content: "" }] }).text, "");
});

test("ChatGPT's body gives its parts, its files and its conversation", () => {
  const found = read("chatgpt", {
    action: "next",
    messages: [
      {
        author: { role: "user" },
        content: {
          content_type: "multimodal_text",
          parts: ["hello", { content_type: "image_asset_pointer", size_bytes: 5 }],
        },
        metadata: { attachments: [{ mime_type: "text/plain", size: 12 }] },
      },
    ],
    conversation_id: "c-1",
  });
  assert.equal(found.text, "hello");
  assert.equal(found.conversation, "c-1");
  assert.deepEqual(found.attachments, [
    { media_type: "image_asset_pointer", size: 5 },
    { media_type: "text/plain", size: 12 },
  ]);
});

test("Claude's body gives the prompt and the text of pasted documents", () => {
  const found = read("claude", {
    prompt: "sum up",
    attachments: [{ extracted_content: "the paper" }],
    files: [],
  });
  assert.equal(found.text, "sum up\n\nthe paper");
  refused("claude", { text: "x" });
});

test("Gemini's form gives the nested prompt", () => {
  const inner = JSON.stringify([["who am I", 0, null, null], ["en"], ["c_1", "", ""]]);
  const form = new URLSearchParams({ "f.req": JSON.stringify([null, inner]), at: "x" });
  const found = read("gemini", String(form), "application/x-www-form-urlencoded");
  assert.equal(found.text, "who am I");
  assert.equal(found.conversation, "c_1");
  refused("gemini", "f.req=1&f.req=2");
});

test("on a generic site every string counts, wherever it is", () => {
  const { text } = read("generic", {
    data: ["hi", { deep: [["you"]] }],
    n: 4111111111111111,
    x: null,
  });
  assert.equal(text, "hi\nyou\n4111111111111111");
});

test("a generic form gives its fields, and its files as attachments", () => {
  const form =
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhello\r\n' +
    '--b\r\nContent-Disposition: form-data; name="f"; filename="x.txt"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--b--\r\n';
  const found = read("generic", form, "multipart/form-data; boundary=b");
  assert.equal(found.text, "hello");
  assert.deepEqual(found.attachments, [
    { media_type: "text/plain", size: 3, name: "x.txt", data: btoa("abc") },
  ]);
  assert.equal(read("generic", "x", "multipart/form-data; boundary=b").readable, false);
});

test("plain text on a generic site is judged as it is, broken JSON is not readable", () => {
  assert.equal(read("generic", "just words", "text/plain").text, "just words");
  refused("generic", '{"a": ');
});
