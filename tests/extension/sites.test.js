// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "../../extension/sites/shipped.js";
import { extract, extractValue } from "../../extension/shared/extract.js";
import { matches } from "../../extension/shared/places.js";
import { rulesOf } from "../../extension/shared/walls.js";
import { QUIET, SAMPLES, WRONG } from "./sites_samples.js";
import { blocks } from "./wall_rules.js";

const sites = globalThis.sottovoceSites ?? [];
const root = new URL("../../extension/", import.meta.url);
/** @param {string} name */
const site = (name) => /** @type {Sottovoce.Site} */ (sites.find((one) => one.name === name));
/** @param {string} name @returns {import("../../extension/shared/walls.js").Rule[]} */
const shippedRules = (name) =>
  JSON.parse(readFileSync(new URL(`rules/${name}.json`, root), "utf-8"));
const fixed = sites.filter(({ kind = "fixed" }) => kind === "fixed");
const everyRule = fixed.flatMap(({ name }) => shippedRules(name));
/** @param {Sottovoce.Site} one */
const doors = ({ endpoints = [], drafts = [], uploads = [] }) => [
  ...endpoints,
  ...drafts,
  ...uploads,
];

/** @param {import("./sites_samples.js").Sample} sample */
function read({ site: name, url, request }) {
  const endpoint = site(name).endpoints?.find((one) => new RegExp(one.url).test(url));
  assert.ok(endpoint?.body, `${name}: no endpoint for ${url}`);
  const found = extract(endpoint.body, new TextEncoder().encode(request.body), request.type);
  const named = new RegExp(endpoint.url).exec(url)?.groups?.["conversation"];
  return { ...found, conversation: found.conversation || named || "" };
}

for (const sample of SAMPLES) {
  test(`${sample.site}: ${sample.what} is read exactly`, () => {
    const found = read(sample);
    assert.equal(found.readable, true);
    assert.equal(found.text, sample.text);
    assert.equal(found.conversation, sample.conversation ?? "");
    assert.equal(found.attachments.length, sample.files ?? 0);
  });
}

for (const sample of WRONG) {
  test(`${sample.site}: a body with ${sample.what} is not readable`, () => {
    const { readable, text } = read(sample);
    assert.equal(readable, false);
    assert.equal(text, "");
  });
}

test("Copilot's prompt is a frame of its socket, and nothing else of it is read as one", () => {
  const [socket] = site("copilot").sockets ?? [];
  const [{ match, body }] = socket.frames ?? [];
  const content = [{ type: "text", text: "Ask Ann" }];
  const sent = { event: "send", conversationId: "c-1", content, mode: "chat" };
  assert.ok(matches(sent, match));
  assert.ok(!matches({ event: "ping" }, match));
  const { text, conversation } = extractValue(body, sent);
  assert.deepEqual([text, conversation], ["Ask Ann", "c-1"]);
  assert.equal(extractValue(body, { event: "send", words: "Ask Ann" }).readable, false);
  assert.ok(new RegExp(socket.url).test("wss://copilot.microsoft.com/c/api/chat?api-version=2"));
});

test("the network rules that ship are those that an update would make", () => {
  for (const one of fixed) {
    const rules = rulesOf(one).map((rule, index) => ({ id: index + 1, ...rule }));
    assert.deepEqual(rules, shippedRules(one.name), one.name);
  }
});

test("every address of every file is blocked, for tabs too", () => {
  for (const { site: name, url } of SAMPLES) {
    assert.ok(blocks(shippedRules(name), { url }), url);
    assert.ok(blocks(shippedRules(name), { url, type: "main_frame" }), url);
  }
  assert.ok(
    blocks(shippedRules("copilot"), {
      url: "wss://copilot.microsoft.com/c/api/chat?api-version=2",
    }),
  );
  assert.ok(blocks(shippedRules("metaai"), { url: "wss://gateway.meta.ai/ws/clippy?x=1" }));
});

/** The same address, written otherwise. @type {[string, (url: string) => string][]} */
const TRICKS = [
  ["doubled slashes", (url) => url.replace(/(?<=[a-z0-9])\/(?=[a-zA-Z_])/g, "//")],
  ["a letter percent-encoded", (url) => encoded(url)],
  ["upper case", (url) => url.replace(/(?<=:\/\/[^/]+)\/.*/, (path) => path.toUpperCase())],
  ["a dot after the host", (url) => url.replace(/(?<=:\/\/[^/]+)\//, "./")],
  ["a port", (url) => url.replace(/(?<=:\/\/[^/]+)\//, ":8443/")],
  ["user information", (url) => url.replace("://", "://ann:secret@")],
  ["another subdomain", (url) => url.replace("://", "://edge.")],
  ["plain http", (url) => url.replace("https:", "http:")],
  ["a WebSocket", (url) => url.replace("https:", "wss:")],
  ["a fragment", (url) => `${url}#x`],
  ["a query", (url) => `${url}${url.includes("?") ? "&" : "?"}x=1`],
  ["dot segments", (url) => url.replace(/(?<=:\/\/[^/]+)\//, "/a/../%2e/")],
];
/** @param {string} url */
function encoded(url) {
  const path = url.lastIndexOf("/", url.includes("?") ? url.indexOf("?") : url.length);
  const at = /[a-z]/.exec(url.slice(path + 1));
  const index = path + 1 + (at?.index ?? 0);
  if (!at) return url;
  return `${url.slice(0, index)}%${url.charCodeAt(index).toString(16)}${url.slice(index + 1)}`;
}

for (const [trick, written] of TRICKS) {
  test(`an address with ${trick} is blocked all the same`, () => {
    for (const { site: name, url } of SAMPLES) {
      const other = written(url);
      const reading = other.startsWith("wss:") && doors(site(name)).some(({ reads }) => reads);
      if (reading) continue; // a handshake only reads, and no such page answers one
      assert.ok(blocks(shippedRules(name), { url: other }), other);
    }
  });
}

test("what the sites' pages call besides is left alone", () => {
  for (const url of QUIET) {
    for (const method of ["get", "post"]) assert.ok(!blocks(everyRule, { url, method }), url);
  }
});

test("a page that shares its address with an endpoint can be opened", () => {
  const url = "https://huggingface.co/chat/conversation/6889-ab";
  assert.ok(!blocks(everyRule, { url, method: "get", type: "main_frame" }));
  assert.ok(blocks(everyRule, { url, method: "post", type: "main_frame" }));
});

test("other sites are left alone, whatever their paths", () => {
  for (const { url } of SAMPLES) {
    const { pathname } = new URL(url);
    assert.ok(!blocks(everyRule, { url: `https://example.org${pathname}` }), pathname);
    assert.ok(!blocks(everyRule, { url: `https://${new URL(url).hostname}.example${pathname}` }));
  }
});

// --- software that people host themselves ----------------------------------------------------

/** @param {string} name @param {unknown} value */
const hosted = (name, value) => {
  const body = site(name).endpoints?.[0].body;
  assert.ok(body);
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return extract({ ...body, otherwise: "leaves" }, bytes, "application/json");
};

test("Open WebUI's request gives what people wrote, once, and its chat", () => {
  const found = hosted("open-webui", {
    model: "llama",
    messages: [
      { role: "system", content: "Be kind" },
      { role: "user", content: "first" },
      { role: "assistant", content: "reply" },
      { role: "user", content: [{ type: "text", text: "second" }] },
    ],
    session_id: "s",
    chat_id: "chat-1",
    id: "m",
    variables: { "{{USER_NAME}}": "Ann Keller" },
    user_message: { id: "m", role: "user", content: "second" },
    background_tasks: { title_generation: true },
  });
  assert.equal(found.text, "first\n\nsecond");
  assert.equal(found.conversation, "chat-1");
  assert.equal([...found.text].slice(found.latest).join(""), "second");
});

test("Open WebUI sends the new turn alone where it keeps the chat itself", () => {
  const user = { id: "u", name: "Ann Keller" };
  const turn = { id: "m", role: "user", user, user_id: "u", timestamp: 1795344143 };
  const found = hosted("open-webui", {
    model: "llama",
    params: { system: "About Mr Berg" },
    variables: { "{{USER_EMAIL}}": "ann@example.org", "{{CURRENT_DATE}}": "2026-11-22" },
    model_item: { id: "llama", owned_by: "openai" },
    message_ids: [{ model_id: "llama", message_id: "n", modelIdx: 0 }],
    user_message: { ...turn, content: "why?", files: [{ name: "Ann.txt" }] },
    chat_id: "chat-1",
  });
  assert.equal(found.text, "why?\n\nAbout Mr Berg\n\nAnn.txt");
  assert.equal(found.conversation, "chat-1");
});

test("of Open WebUI's files the names and contents are read, and nothing that it made up", () => {
  const hash = "1cfbfecc5f382ea5b8d3decaf9a81999074f60397fd8c6714f66406e08bdeb5b";
  const meta = { name: "Ann.txt", content_type: "text/plain", size: 70, file_hash: hash };
  const stored = {
    id: "f-1",
    user_id: "u",
    hash,
    filename: "Ann.txt",
    meta,
    created_at: 1795346437,
  };
  const data = { status: "completed", content: "About Mr Berg" };
  const file = { ...stored, data, path: "/data/f-1_Ann.txt", updated_at: 1795346437 };
  const about = { name: "Ann.txt", status: "uploaded", size: 70, content_type: "text/plain" };
  const files = [{ ...about, type: "file", file, id: "f-1", url: "f-1", itemId: "i" }];
  const turn = { id: "m", role: "user", content: "why?", files };
  assert.equal(
    hosted("open-webui", { user_message: turn, files }).text.replaceAll(/\n+/g, "|"),
    "why?|Ann.txt|Ann.txt|Ann.txt|About Mr Berg|Ann.txt|Ann.txt|Ann.txt|About Mr Berg",
  );
  const saved = /** @type {Sottovoce.Body} */ (site("open-webui").endpoints?.[1].body);
  const bytes = new TextEncoder().encode(JSON.stringify({ chat: { files } }));
  const { text } = extract({ ...saved, otherwise: "leaves" }, bytes, "application/json");
  assert.equal(text, "Ann.txt\n\nAnn.txt\n\nAnn.txt\n\nAbout Mr Berg");
});

test("what Open WebUI saves of a chat gives what people wrote, and no answer", () => {
  const messages = [
    { id: "a", role: "user", content: "first", childrenIds: ["b"], models: ["llama"] },
    { id: "b", role: "assistant", content: "Ann Keller said so", parentId: "a", done: true },
  ];
  const history = { messages: { a: messages[0], b: messages[1] }, currentId: "b" };
  const chat = { id: "chat-1", title: "About Mr Berg", models: ["llama"], history, messages };
  const [, saved] = site("open-webui").endpoints ?? [];
  assert.ok(new RegExp(saved.url).test("https://ai.example.org/api/v1/chats/new"));
  const bytes = new TextEncoder().encode(JSON.stringify({ chat }));
  const found = extract(/** @type {Sottovoce.Body} */ (saved.body), bytes, "application/json");
  assert.equal(found.text, "first\n\nAbout Mr Berg");
});

test("LibreChat's request gives the text, an edited answer, and its chat", () => {
  const found = hosted("librechat", {
    text: "Ask Ann",
    sender: "User",
    messageId: "m",
    conversationId: "c-1",
    endpoint: "openAI",
    editedContent: { index: 0, text: "Say it so", type: "text" },
    key: "never",
  });
  assert.equal(found.text, "Ask Ann\n\nSay it so");
  assert.equal(found.conversation, "c-1");
});

test("what a file does not name is judged too, and a changed software by all its strings", () => {
  const more = hosted("librechat", { text: "Ask Ann", promptPrefix: "about Mr Berg" });
  assert.equal(more.text, "Ask Ann\n\nabout Mr Berg");
  const changed = hosted("librechat", { message: { words: "Ask Ann" } });
  assert.equal(changed.readable, true);
  assert.equal(changed.text, "Ask Ann");
});

test("a page cannot hide text behind a name of the prototype", () => {
  const { text } = hosted("open-webui", {
    messages: [{ role: "user", content: "a" }],
    constructor: { name: "Ann Keller" },
    toString: "Mr Berg",
  });
  assert.match(text, /Ann Keller/);
  assert.match(text, /Mr Berg/);
});

// --- files -----------------------------------------------------------------------------------

test("an uploaded file is an attachment with its bytes, alone or in a form", () => {
  const bytes = new Uint8Array([0xff, 0xd8, 0, 1]);
  const alone = extract({ format: "file" }, bytes, "image/jpeg");
  assert.deepEqual(alone.attachments, [
    { media_type: "image/jpeg", size: 4, data: Buffer.from(bytes).toString("base64") },
  ]);
  const head =
    '--b\r\nContent-Disposition: form-data; name="f"; filename="a.jpg"\r\n' +
    "Content-Type: image/jpeg\r\n\r\n";
  const form = Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--b--\r\n")]);
  const found = extract({ format: "file" }, form, "multipart/form-data; boundary=b");
  assert.deepEqual(found.attachments, [{ ...alone.attachments[0], name: "a.jpg" }]);
});

test("Grok's upload gives the file's name, type and bytes", () => {
  const [door] = site("grok").uploads ?? [];
  const value = { fileName: "a.txt", fileMimeType: "text/plain", content: btoa("Ask Ann") };
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  assert.ok(door.body);
  const { attachments } = extract(door.body, bytes, "application/json");
  assert.deepEqual(attachments, [
    { media_type: "text/plain", size: 0, name: "a.txt", data: btoa("Ask Ann") },
  ]);
});
