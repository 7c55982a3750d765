// @ts-check
// Signed site files: only an untouched update by a trusted key is read.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PREFIX, SiteFileError, parseBundle, verified } from "../../extension/shared/sitefiles.js";
import { rulesOf } from "../../extension/shared/walls.js";

const folder = new URL("../../extension/sites/", import.meta.url);
/** @param {string} name */
const file = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf-8"));
const sites = file("index").sites.map((/** @type {string} */ name) => {
  const site = file(name);
  delete site.$schema;
  return site;
});
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const key = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString(
  "base64",
);
const bundle = JSON.stringify({ version: 7, sites });
/** @param {string} text */
const signed = (text) => ({
  bundle: text,
  signature: sign(null, Buffer.from(PREFIX + text), privateKey).toString("base64"),
  key,
});
/** @param {{bundle: string, signature: string, key: string}} update
 * @param {readonly string[]} [trusted] */
const refused = (update, trusted = [key]) =>
  assert.rejects(verified(update, trusted), (error) => error instanceof SiteFileError);

test("an update by a trusted key is read, and every shipped file has its format", async () => {
  const { version, sites: found } = await verified(signed(bundle), [key]);
  assert.equal(version, 7);
  assert.equal(found.length, sites.length);
});

test("a key that is not trusted, or none, is refused", async () => {
  await refused(signed(bundle), []);
  await refused(signed(bundle), [Buffer.alloc(32, 1).toString("base64")]);
  await refused({ ...signed(bundle), key: "" }, [""]);
});

test("a signature of the same text for another purpose is refused", async () => {
  const signature = sign(null, Buffer.from(bundle), privateKey).toString("base64");
  await refused({ bundle, signature, key });
});

test("ten thousand mutations are all refused", async () => {
  const update = signed(bundle);
  let state = 20260801;
  const next = (/** @type {number} */ most) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const parts = /** @type {const} */ (["bundle", "signature", "key"]);
  let accepted = 0;
  for (let i = 0; i < 10_000; i++) {
    const part = parts[next(8) < 5 ? 0 : 1 + next(2)];
    const text = update[part];
    const at = next(text.length);
    const swaps = [
      () => text.slice(0, at) + text.slice(at + 1),
      () => text.slice(0, at) + text[at] + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(33 + next(93)) + text.slice(at + 1),
      () => text.slice(0, at) + String.fromCharCode(next(65536)) + text.slice(at),
      () => text.slice(0, at),
    ];
    const changed = { ...update, [part]: swaps[next(swaps.length)]() };
    if (changed[part] === text) continue;
    try {
      // A key that was changed is trusted here all the same: the signature must not fit.
      await verified(changed, [key, changed.key]);
      accepted++;
    } catch (error) {
      assert.ok(error instanceof SiteFileError || error instanceof DOMException, String(error));
    }
  }
  assert.equal(accepted, 0);
});

for (const [what, change] of /** @type {[string, (value: any) => unknown][]} */ ([
  ["an unknown key", (value) => ({ ...value, more: 1 })],
  ["no version", ({ sites: list }) => ({ sites: list })],
  ["a version that is no number", (value) => ({ ...value, version: "8" })],
  ["no sites", (value) => ({ ...value, sites: [] })],
  ["a site twice", (value) => ({ ...value, sites: [...value.sites, value.sites[1]] })],
  ["no generic site", (value) => ({ ...value, sites: value.sites.slice(0, -1) })],
  ["an unknown key of a site", (value) => with1(value, { run: "alert(1)" })],
  ["an unknown format", (value) => with1(value, { drafts: [door({ body: { format: "yaml" } })] })],
  ["look-ahead in a pattern", (value) => with1(value, { pages: "^https://a(?=b)" })],
  ["a broken pattern", (value) => with1(value, { pages: "^https://a(" })],
  ["an address without a host", (value) => with1(value, { drafts: [door({ url: "^/a" })] })],
  ["a host pattern for everything", (value) => with1(value, { hosts: ["*://*/*"] })],
  ["a fixed site without hosts", (value) => with1(value, { hosts: [] })],
])) {
  test(`a signed bundle with ${what} is refused`, async () => {
    await refused(signed(JSON.stringify(change(JSON.parse(bundle)))));
  });
}

/** @param {any} value @param {object} more */
function with1(value, more) {
  const [first, ...others] = value.sites;
  return { ...value, sites: [{ ...first, ...more }, ...others] };
}

/** @param {object} more */
function door(more) {
  return { url: "^https://a\\.example/b([?#]|$)", methods: ["POST"], ...more };
}

test("what is no JSON or no object is refused", () => {
  for (const text of ["", "{", "[]", "null", '"x"', "7"]) {
    assert.throws(() => parseBundle(text), SiteFileError);
  }
});

test("whatever an update holds, it can only block", () => {
  const { sites: found } = parseBundle(bundle);
  for (const rule of found.flatMap(rulesOf)) {
    assert.deepEqual(rule.action, { type: "block" });
    assert.equal(rule.priority, 10);
  }
});
