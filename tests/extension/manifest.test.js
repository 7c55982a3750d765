// @ts-check
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import "../../extension/sites/shipped.js";

const root = new URL("../../extension/", import.meta.url);
/** @param {string} path */
const text = (path) => readFileSync(new URL(path, root), "utf-8");
const manifest = JSON.parse(text("manifest.json"));
const locale = JSON.parse(text("_locales/en/messages.json"));
const sites = globalThis.sottovoceSites ?? [];

/** Endpoints as a site uses them. */
const EXAMPLES = {
  demo: [
    "http://127.0.0.1:8460/demo/v1/chat/completions",
    "http://localhost:8460/demo/v1/chat/completions",
  ],
  chatgpt: [
    "https://chatgpt.com/backend-api/conversation",
    "https://chatgpt.com/backend-api/f/conversation",
    "https://chatgpt.com/backend-anon/f/conversation",
    "https://chatgpt.com/backend-api/f/conversation/prepare",
  ],
  claude: [
    "https://claude.ai/api/organizations/0a-1b/chat_conversations/2c-3d/completion",
    "https://claude.ai/api/organizations/0a-1b/chat_conversations/2c-3d/retry_completion",
  ],
  gemini: [
    "https://gemini.google.com/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate?bl=x&_reqid=1",
    "https://gemini.google.com/u/1/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate",
  ],
};

for (const [name, urls] of Object.entries(EXAMPLES)) {
  /** @type {{action: {type: string}, condition: {regexFilter: string, resourceTypes?: string[]}}[]} */
  const rules = JSON.parse(text(`rules/${name}.json`));
  const site = sites.find((one) => one.name === name);

  test(`the wall of ${name} stands before every endpoint that its file describes`, () => {
    assert.ok(rules.every(({ action }) => action.type === "block"));
    for (const url of urls) {
      assert.ok(
        [...(site?.endpoints ?? []), ...(site?.drafts ?? [])].some((endpoint) =>
          new RegExp(endpoint.url).test(url),
        ),
        url,
      );
      const blocking = rules.filter(({ condition }) =>
        new RegExp(condition.regexFilter, "i").test(url),
      );
      assert.ok(
        blocking.some(({ condition }) => !condition.resourceTypes),
        url,
      );
      assert.ok(
        blocking.some(({ condition }) => condition.resourceTypes?.includes("main_frame")),
        url,
      );
    }
  });

  test(`the wall of ${name} is on from the start`, () => {
    const resource = manifest.declarative_net_request.rule_resources.find(
      (/** @type {any} */ one) => one.id === name,
    );
    assert.deepEqual(resource, { id: name, enabled: true, path: `rules/${name}.json` });
  });
}

test("ordinary requests of the sites are left alone", () => {
  const quiet = [
    "https://chatgpt.com/backend-api/conversation/6f-1a",
    "https://chatgpt.com/backend-api/conversations?offset=0",
    "https://claude.ai/api/organizations/0a/chat_conversations",
    "https://gemini.google.com/app",
    "http://127.0.0.1:8460/demo/",
    "http://127.0.0.1:8460/v1/chat/completions",
  ];
  for (const name of Object.keys(EXAMPLES)) {
    for (const { condition } of JSON.parse(text(`rules/${name}.json`))) {
      for (const url of quiet) assert.doesNotMatch(url, new RegExp(condition.regexFilter, "i"));
    }
  }
});

test("Claude's conversation is the one in the address", () => {
  const pattern = new RegExp(sites.find(({ name }) => name === "claude")?.endpoints?.[0].url ?? "");
  assert.equal(pattern.exec(EXAMPLES.claude[0])?.groups?.["conversation"], "2c-3d");
});

test("no file is named by two content scripts, since Chromium would run it once", () => {
  /** @type {string[]} */
  const files = manifest.content_scripts.flatMap((/** @type {any} */ script) => script.js);
  assert.equal(new Set(files).size, files.length);
  for (const file of files) assert.ok(text(file).includes("@ts-check"), file);
});

test("the page's world comes first, and only the panel's frame is open to pages", () => {
  assert.equal(manifest.content_scripts[0].world, "MAIN");
  assert.equal(manifest.content_scripts[0].js.at(-1), "content/hook.js");
  const [open, ...others] = manifest.web_accessible_resources;
  assert.deepEqual(open.resources, ["panel/frame.html"]);
  assert.equal(open.use_dynamic_url, true);
  assert.deepEqual(others, []);
});

test("every sentence that the code names is in the locale", () => {
  const folders = ["panel", "popup", "options", "background"];
  for (const folder of folders) {
    for (const file of readdirSync(new URL(folder, root))) {
      if (!file.endsWith(".js")) continue;
      for (const [, name] of text(`${folder}/${file}`).matchAll(/\bsay\(\s*"([a-z_]+)"/g)) {
        assert.ok(locale[name], `${folder}/${file}: ${name}`);
      }
      for (const [, name] of text(`${folder}/${file}`).matchAll(/(?:text|more): \["([a-z_]+)"/g)) {
        assert.ok(locale[name], `${folder}/${file}: ${name}`);
      }
    }
  }
});

test("every placeholder of a sentence is declared", () => {
  for (const [name, { message, placeholders = {} }] of Object.entries(locale)) {
    const used = [...message.matchAll(/\$([a-z]+)\$/g)].map(([, one]) => one);
    assert.deepEqual(new Set(used), new Set(Object.keys(placeholders)), name);
  }
});

test("no sentence alarms, accuses or shouts", () => {
  for (const { message } of Object.values(locale)) {
    assert.doesNotMatch(message, /!|violation|incident|blocked by policy/i);
  }
});
