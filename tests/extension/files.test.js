// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extension/shared/extract.js";
import { MAX_DATA, carried, filesIn, told, withFiles } from "../../extension/shared/files.js";

const BYTES = new Uint8Array(300).map((_, index) => index);
const DATA = Buffer.from(BYTES).toString("base64");
/** @param {string} text @param {Partial<Sottovoce.Extracted>} [more] */
const from = (text, more = {}) =>
  withFiles({ text, latest: 0, readable: true, attachments: [], conversation: "", ...more });
/** @param {string} start */
const bare = (start) => Buffer.from(`${start}${"x".repeat(300)}`, "latin1").toString("base64");

test("a text without files stays as it is", () => {
  for (const text of ["", "hello", "data: base64, is a word", `${"a".repeat(10_000)}`]) {
    const extracted = { text, latest: 0, readable: true, attachments: [], conversation: "c" };
    assert.deepEqual(withFiles(extracted), extracted);
  }
});

test("a data: address becomes a file of its type, and the text around it stays", () => {
  const { text, attachments } = from(`see data:application/pdf;base64,${DATA} please`);
  assert.equal(text, "see (file) please");
  assert.deepEqual(attachments, [{ media_type: "application/pdf", size: 300, data: DATA }]);
});

test("a data: address with parameters, or without a type, is a file as well", () => {
  for (const head of ["text/plain;charset=utf-8", "text/csv;name=a.csv", ""]) {
    const { text, attachments } = from(`data:${head};base64,${DATA}`);
    assert.equal(text, "(file)");
    assert.equal(attachments[0].data, DATA);
  }
});

test("Base64 in the alphabet of addresses, and without its end, is put in order", () => {
  const bytes = Buffer.from([0xfb, 0xff, ...BYTES]);
  const { attachments } = from(`data:a/b;base64,${bytes.toString("base64url")}`);
  assert.deepEqual(Buffer.from(attachments[0].data ?? "", "base64"), bytes);
  assert.equal(attachments[0].size, bytes.length);
});

test("the Base64 of a file is a file although nothing says so", () => {
  for (const start of ["%PDF-1.7", "PK\x03\x04", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF89a"]) {
    const { text, attachments } = from(`${bare(start)}\n\nwhat is this?`);
    assert.equal(text, "(file)\n\nwhat is this?");
    assert.equal(attachments.length, 1);
  }
});

test("a small picture in the text stays text, and so does a long key", () => {
  for (const text of ["data:image/gif;base64,R0lGODlhAQABAAAAACw=", "A".repeat(400)]) {
    assert.deepEqual(from(text).attachments, []);
    assert.equal(from(text).text, text);
  }
});

test("the latest turn begins where it did, in code points of the text that is left", () => {
  const before = `\u{1f600} data:a/b;base64,${DATA}\n\n`;
  const found = from(`${before}now \u{1f600}`, { latest: Array.from(before).length });
  assert.equal(Array.from(found.text).slice(found.latest).join(""), "now \u{1f600}");
  assert.equal(found.text, "\u{1f600} (file)\n\nnow \u{1f600}");
});

test("files that were there stay first", () => {
  const first = { media_type: "a/b", size: 3, name: "a" };
  const { attachments } = from(`data:c/d;base64,${DATA}`, { attachments: [first] });
  assert.deepEqual(
    attachments.map(({ media_type }) => media_type),
    ["a/b", "c/d"],
  );
});

test("a part of a turn gives its files with their name", () => {
  const part = { type: "file", file: { filename: "a.pdf", file_data: `data:a/b;base64,${DATA}` } };
  assert.deepEqual(filesIn(part), [{ media_type: "a/b", size: 300, data: DATA, name: "a.pdf" }]);
  const source = { type: "document", source: { type: "base64", data: bare("%PDF-1.4") } };
  assert.equal(filesIn(source).length, 1);
  assert.deepEqual(filesIn({ type: "image_url", image_url: { url: "https://a/b" } }), []);
  assert.deepEqual(filesIn({ file_id: "f-1", __proto__: { filename: "x" } }), []);
});

test("files beyond what one message carries come without their bytes", () => {
  const big = { media_type: "a/b", size: 9_000_000, data: "A".repeat(12_000_000) };
  const small = { media_type: "c/d", size: 300, data: DATA };
  const sent = carried([big, { ...big }, small], "hello");
  assert.deepEqual(
    sent.map(({ data }) => data?.length ?? 0),
    [12_000_000, 0, 400],
  );
  assert.equal(sent[1].size, 9_000_000);
  const whole = { media_type: "a/b", size: MAX_DATA, data: "A".repeat(16_000_000) };
  assert.ok(carried([whole], "hello")[0].data);
  assert.ok(!carried([whole], "\u00e9".repeat(600_000))[0].data);
});

/** @param {unknown} value */
const generic = (value) =>
  extract(
    { format: "leaves" },
    new TextEncoder().encode(JSON.stringify(value)),
    "application/json",
  );

test("a file in a string of any JSON body is handed over", () => {
  const url = `data:application/pdf;base64,${DATA}`;
  const found = generic({ prompt: "sum this up", deep: [{ url }] });
  assert.equal(found.text, "sum this up\n(file)");
  assert.deepEqual(found.attachments, [{ media_type: "application/pdf", size: 300, data: DATA }]);
});

/** @param {...(string | Uint8Array)} parts */
const form = (...parts) => {
  const encoder = new TextEncoder();
  const all = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  return extract({ format: "leaves" }, Buffer.concat(all), "multipart/form-data; boundary=b");
};
/** @param {string} name @param {string} type */
const head = (name, type) =>
  `--b\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;

test("a form's file comes with its name and every one of its bytes", () => {
  const { text, attachments } = form(
    '--b\r\nContent-Disposition: form-data; name="q"\r\n\r\nsum up\r\n',
    head("B\u00e9la.pdf", "application/pdf"),
    BYTES,
    "\r\n--b--\r\n",
  );
  assert.equal(text, "sum up");
  assert.deepEqual(attachments, [
    { media_type: "application/pdf", size: 300, name: "B\u00e9la.pdf", data: DATA },
  ]);
});

test("a field for a file that nobody filled is no file, and an empty file is its name", () => {
  const type = "application/octet-stream";
  assert.deepEqual(form(head("", type), "\r\n--b--\r\n").attachments, []);
  const named = form(head("Ann Lee.txt", type), "\r\n--b--\r\n");
  assert.deepEqual([named.text, named.attachments.length], ["Ann Lee.txt", 0]);
});

test("a whole body that is a file comes with its bytes", () => {
  const found = extract({ format: "file" }, BYTES, "application/pdf");
  assert.equal(found.readable, true);
  assert.equal(found.attachments[0].data, DATA);
});

test("people are told of files that could not be read, and of those that are private", () => {
  const attachments = ["a.pdf", "b.png", "c.txt"].map((name) => ({
    media_type: "",
    size: 1,
    name,
  }));
  const decided = /** @type {any} */ ({
    variant: "secured",
    kinds: ["US_SSN"],
    findings: [
      { kind: "US_SSN", start: 0, end: 9, score: 1, detector: "patterns", part: "file:3" },
      { kind: "CITY", start: 0, end: 9, score: 1, detector: "encoder", part: "file:1" },
      { kind: "US_SSN", start: 0, end: 9, score: 1, detector: "patterns" },
    ],
    files: [
      { format: "pdf", characters: 5, unread: null },
      { format: "picture", characters: 0, unread: "picture" },
      { format: "text", characters: 9, unread: null },
    ],
  });
  assert.deepEqual(told(attachments, decided), [
    { name: "b.png", number: 2, unread: "picture", private: false },
    { name: "c.txt", number: 3, unread: "", private: true },
  ]);
  assert.deepEqual(told([], { ...decided, files: undefined }), []);
  assert.equal(told(attachments, { ...decided, variant: "public" }).length, 1);
});
