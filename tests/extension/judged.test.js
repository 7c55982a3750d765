// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Judged, MOST_FILES } from "../../extension/shared/judged.js";

const file = { media_type: "text/plain", size: 12, name: "notes.txt" };
const bytes = { ...file, data: "aGVsbG8=" };

test("a file that was judged on its way in is known by its size and name", () => {
  const judged = new Judged();
  judged.add(1, [bytes]);
  assert.ok(judged.has(1, file));
  assert.ok(judged.has(1, { media_type: "text/plain", size: 12 }));
});

test("another size, another name or another tab makes it another file", () => {
  const judged = new Judged();
  judged.add(1, [bytes]);
  assert.ok(!judged.has(1, { ...file, size: 13 }));
  assert.ok(!judged.has(1, { ...file, name: "others.txt" }));
  assert.ok(!judged.has(2, file));
});

test("a file whose bytes nobody had was not judged, and bytes that are there are judged anew", () => {
  const judged = new Judged();
  judged.add(1, [file]);
  assert.ok(!judged.has(1, file));
  judged.add(1, [bytes]);
  assert.ok(!judged.has(1, bytes));
});

test("a file of no known size is never taken for one that was judged", () => {
  const judged = new Judged();
  judged.add(1, [{ ...bytes, size: 0 }]);
  assert.ok(!judged.has(1, { ...file, size: 0 }));
});

test("a closed tab's files are forgotten, and so are the oldest of too many", () => {
  const judged = new Judged();
  judged.add(1, [bytes]);
  judged.closed(1);
  assert.ok(!judged.has(1, file));
  judged.add(2, [bytes]);
  for (let i = 0; i < MOST_FILES; i++) judged.add(3, [{ ...bytes, size: 100 + i }]);
  assert.ok(!judged.has(2, file));
});
