// @ts-check
// The text of a box, read from the elements that editors make of it.
import assert from "node:assert/strict";
import { test } from "node:test";

class Field {
  value = "";
}
Object.assign(globalThis, { HTMLTextAreaElement: Field, HTMLInputElement: class {} });
await import("../../extension/content/reading.js");
const { linesOf, textOf } = globalThis.sottovoce.reading;

/** @typedef {{nodeType: number, nodeName: string, nodeValue: string | null, childNodes: Fake[],
 *   parentNode?: Fake, nextSibling?: Fake | null}} Fake */

/** @param {string} nodeName @param {(Fake | string)[]} children @returns {Fake} */
function element(nodeName, ...children) {
  const childNodes = children.map((child) =>
    typeof child === "string"
      ? { nodeType: 3, nodeName: "#text", nodeValue: child, childNodes: [] }
      : child,
  );
  /** @type {Fake} */
  const made = { nodeType: 1, nodeName, nodeValue: null, childNodes };
  childNodes.forEach((child, index) => {
    child.parentNode = made;
    child.nextSibling = childNodes[index + 1] ?? null;
  });
  return made;
}
/** @param {(Fake | string)[]} children */
const box = (...children) => linesOf(/** @type {any} */ (element("DIV", ...children)));
const br = () => element("BR");

test("a paragraph is a line, and nothing stands between two", () => {
  assert.equal(box(element("P", "one"), element("P", "two")), "one\ntwo");
});

test("an empty paragraph is an empty line, however the editor keeps it open", () => {
  assert.equal(box(element("P", "one"), element("P", br()), element("P", "two")), "one\n\ntwo");
  assert.equal(box(element("P", "one"), element("P"), element("P", "two")), "one\n\ntwo");
});

test("a break inside a paragraph is a line break, and one at its end is none", () => {
  assert.equal(box(element("P", "one", br(), "two")), "one\ntwo");
  assert.equal(box(element("P", "one", br())), "one");
  assert.equal(box(element("P", "one", br(), br())), "one\n");
});

test("an empty box holds nothing", () => {
  assert.equal(box(element("P", br())), "");
  assert.equal(box(), "");
});

test("marks inside a line do not break it", () => {
  assert.equal(box(element("P", "one ", element("STRONG", "two"), " three")), "one two three");
});

test("list items are lines, also with paragraphs inside", () => {
  const item = (/** @type {string} */ text) => element("LI", element("P", text));
  assert.equal(box(element("P", "head"), element("UL", item("a"), item("b"))), "head\na\nb");
});

test("plain text before blocks is a line of its own", () => {
  assert.equal(
    box("one", element("DIV", "two"), element("DIV", br()), element("DIV", "three")),
    "one\ntwo\n\nthree",
  );
});

test("spaces that only hold a place are spaces, and marks of no width are nothing", () => {
  assert.equal(box(element("P", "a\u00a0b\u200b\ufeff")), "a b");
});

test("a text area is read as it is", () => {
  const field = new Field();
  field.value = "one\n\ntwo ";
  assert.equal(textOf(/** @type {any} */ (field)), "one\n\ntwo ");
});
