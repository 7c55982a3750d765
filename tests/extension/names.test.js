// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";

const folder = new URL("../../extension/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf-8"));
const scripts = manifest.content_scripts.flatMap(
  (/** @type {{world?: string, js: string[]}} */ { world, js }) => (world === "MAIN" ? js : []),
);

test("there are scripts in the page's world", () => assert.ok(scripts.length > 5));

for (const path of scripts) {
  test(`${path} has a name of its own, or the page would read our address in a stack`, () => {
    const text = readFileSync(new URL(path, folder), "utf-8");
    assert.ok(text.endsWith(`\n//# sourceURL=${basename(path)}\n`));
  });
}
