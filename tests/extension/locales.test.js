// @ts-check
// Every language says the same things, in words that fit; and nothing that people read is
// written into the code.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

/** @typedef {Record<string, {message: string, description?: string,
 *   placeholders?: Record<string, {content: string}>}>} Messages */

const root = new URL("../../extension/", import.meta.url);
/** @param {string} path */
const text = (path) => readFileSync(new URL(path, root), "utf-8");
/** @param {string} name @returns {Messages} */
const messagesOf = (name) => JSON.parse(text(`_locales/${name}/messages.json`));
const english = messagesOf("en");
const manifest = JSON.parse(text("manifest.json"));
const locales = readdirSync(new URL("_locales", root)).toSorted();

/** Labels of buttons, links and marks: what is longer breaks in a panel of 320 px. */
const LABELS =
  /^(why|retry|close|copy|copied|how_to_fix|fresh|show|report|popup_allow|mark_.+|link_.+)$/;
const LONGEST_LABEL = 32;
/** Names, and what many languages write as English does. */
const ALIKE = new Set(["name", "language", "link_site", "report_site", "report_version"]);
/** Limits of the stores. */
const LONGEST_NAME = 75;
const LONGEST_DESCRIPTION = 132;

/** Placeholders as the browsers read them: letter case does not count.
 * @param {string} message */
const usedIn = (message) =>
  [...message.matchAll(/\$([a-z0-9_@]+)\$/gi)].map(([, name]) => name.toLowerCase()).toSorted();

/** What is typed as it stands in every language.
 * @param {string} message */
const commandsIn = (message) =>
  (message.match(/sottovoce (?:doctor|install-host|setup)|sites\.generic/g) ?? []).toSorted();

test("the extension speaks the languages that it promises, and English where none fits", () => {
  assert.equal(manifest.default_locale, "en");
  for (const name of ["de", "en", "fr"]) assert.ok(locales.includes(name), name);
  for (const language of ["es", "pt", "ja"]) {
    assert.ok(
      locales.some((name) => name.split("_")[0] === language),
      language,
    );
  }
});

for (const name of locales) {
  const messages = messagesOf(name);
  const entries = Object.entries(messages);

  test(`${name} has every sentence of English and no other, in the same order`, () => {
    assert.deepEqual(Object.keys(messages), Object.keys(english));
  });

  test(`${name} fills in the same values as English, each as often`, () => {
    for (const [key, { message, placeholders }] of entries) {
      assert.deepEqual(usedIn(message), usedIn(english[key].message), key);
      assert.deepEqual(placeholders, english[key].placeholders, key);
      for (const used of usedIn(message)) assert.ok(placeholders?.[used], `${key}: ${used}`);
      assert.equal((message.match(/\$/g) ?? []).length, 2 * usedIn(message).length, key);
    }
  });

  test(`${name} leaves no sentence empty and none too long for its place`, () => {
    for (const [key, { message }] of entries) {
      assert.equal(message, message.trim(), key);
      assert.notEqual(message, "", key);
      const most = LABELS.test(key) ? LONGEST_LABEL : 1.6 * english[key].message.length + 24;
      assert.ok(message.length <= most, `${key}: ${message.length} > ${most}`);
    }
  });

  test(`${name} fits the stores`, () => {
    assert.ok(messages["name"].message.length <= LONGEST_NAME);
    assert.ok(messages["description"].message.length <= LONGEST_DESCRIPTION);
  });

  test(`${name} does not shout`, () => {
    for (const [key, { message }] of entries) assert.doesNotMatch(message, /[!¡！]/, key);
  });

  test(`${name} names itself by its folder`, () => {
    assert.equal(messages["language"].message, name.replace("_", "-"));
    assert.equal(messages["name"].message, english["name"].message);
  });

  test(`${name} keeps what is typed into a terminal or a file as it is`, () => {
    for (const [key, { message }] of entries) {
      assert.deepEqual(commandsIn(message), commandsIn(english[key].message), key);
    }
  });

  test(`${name} ends its sentences as sentences`, () => {
    const closed = /[.:…?。：？]$/u;
    for (const [key, { message }] of entries) {
      const source = english[key].message;
      if (/^(kind|category)_/.test(key)) assert.doesNotMatch(message, closed, key);
      else if (/[.:]$/.test(source)) assert.match(message, closed, key);
    }
  });

  if (name === "en") continue;
  test(`${name} is translated throughout`, () => {
    for (const [key, { message }] of entries) {
      if (ALIKE.has(key)) continue;
      assert.notEqual(message, english[key].message, key);
    }
  });

  test(`${name} tells the kinds apart`, () => {
    const kinds = entries.filter(([key]) => key.startsWith("kind_"));
    assert.equal(new Set(kinds.map(([, { message }]) => message)).size, kinds.length);
  });
}

test("every kind that the companion can find has its words", () => {
  const source = text("../companion/detectors/kinds.py");
  const table = source.slice(source.indexOf("\nALL: Final"));
  const constants = new Map(
    [...source.matchAll(/^([A-Z_]+): Final = "([A-Z_]+)"/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const kinds = [...table.matchAll(/\b_(?:kind|quasi|grave)\(\s*"?([A-Z_]+)"?,/g)].map(
    ([, name]) => constants.get(name) ?? name,
  );
  assert.ok(kinds.length > 40);
  for (const kind of kinds) assert.ok(english[`kind_${kind}`], kind);
});

test("French spaces stand before its signs, and they never let a line break there", () => {
  const breaking = / [:;?»]|« |[^\s\u00a0\u202f][;?»]|\w:(?!\/)|'/;
  for (const [key, { message }] of Object.entries(messagesOf("fr"))) {
    assert.doesNotMatch(message, breaking, key);
  }
});

test("German quotes are German", () => {
  for (const [key, { message }] of Object.entries(messagesOf("de"))) {
    assert.doesNotMatch(message, /["'”«»]/, key);
    assert.equal((message.match(/„/g) ?? []).length, (message.match(/“/g) ?? []).length, key);
  }
});

const LETTERS = new Map(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter,
    [..."åƀçđéƒğĥîĵķļɱñöþɋŕšŧûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞɊŔŠŦÛṼŴẊÝŽ"][index],
  ]),
);
const RIGHT_TO_LEFT_MARK = "\u200f";

/** A sentence in a language that nobody speaks: no plain letter, two fifths longer, and in
 * brackets that show where it begins and ends.
 * @param {string} message @param {boolean} rtl */
function pseudo(message, rtl) {
  const parts = message.split(/(\$\w+\$)/);
  const strange = parts.map((part, index) =>
    index % 2 ? part : part.replace(/[a-z]/gi, (letter) => LETTERS.get(letter) ?? letter),
  );
  const more = "·".repeat(Math.ceil(0.4 * message.length));
  const mark = rtl ? RIGHT_TO_LEFT_MARK : "";
  return `${mark}⟦${strange.join("")}${more}⟧${mark}`;
}

/** The pseudo-locale. Its lists and spans of time are of a real language without plain letters.
 * @param {boolean} rtl @returns {Messages} */
function pseudoLocale(rtl) {
  const entries = Object.entries(english).map(([key, entry]) => [
    key,
    { ...entry, message: pseudo(entry.message, rtl) },
  ]);
  return { ...Object.fromEntries(entries), language: { message: rtl ? "ar" : "ja" } };
}

/** What the browser does with a locale's file. @param {Messages} messages */
function browserWith(messages) {
  /** @param {string} name @param {string[]} [values] */
  const getMessage = (name, values = []) => {
    if (!Object.hasOwn(messages, name)) return "";
    const { message, placeholders = {} } = messages[name];
    return message.replace(/\$(\w+)\$/g, (_, /** @type {string} */ used) => {
      const { content } = placeholders[used.toLowerCase()];
      return content.replace(/\$(\d)/, (_, /** @type {string} */ nth) => values[Number(nth) - 1]);
    });
  };
  return { i18n: { getMessage } };
}

/** The words as they are with a locale; each call loads them afresh.
 * @param {Messages} messages */
async function wordsIn(messages) {
  const file = new URL("panel/words.js", root);
  file.search = String((loaded += 1));
  Object.assign(globalThis, { chrome: browserWith(messages) });
  await import(file.href);
  return globalThis.sottovoce.words;
}
let loaded = 0;

/** @param {string} prefix */
const codes = (prefix) =>
  Object.keys(english)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

/** Everything that the words can come to, with codes that they do not know among it; values
 * that come from elsewhere are without letters.
 * @param {Awaited<ReturnType<typeof wordsIn>>} words @returns {string[]} */
function everySentence(words) {
  const all = codes("kind_");
  const strange = "NO_SUCH_CODE";
  const categories = [...codes("category_"), strange].map((category) => ({ category, share: 1 }));
  const because = { level: 0.86, threshold: 0.6, spans: [], kinds: all, grave: all };
  const reasons = ["threshold_reached", ...codes("reason_"), strange];
  const minute = 60_000;
  return [
    ...words.why({ ...because, reasons }),
    ...words.why({ ...because, kinds: [], reasons }),
    ...categories.map((one) => words.about({ ...because, reasons, categories: [one] })),
    words.about({ ...because, reasons, categories }),
    ...[...all, strange].map((kind) => words.kind(kind)),
    ...[1, 2, 3, 4, 5].map((count) => words.kinds(all.slice(0, count))),
    ...[...codes("held_"), strange].map((reason) => words.held(reason, "127.0.0.1")),
    ...[0, 1, 2, 59, 60, 180, 1440, 2880, 14400].map((ago) => words.ago(0, ago * minute)),
    words.level(0.6),
    words.milliseconds(1234),
  ];
}

for (const rtl of [false, true]) {
  const kind = rtl ? "a right-to-left pseudo-locale" : "a pseudo-locale";

  test(`${kind} keeps every value and is two fifths longer`, () => {
    for (const [key, { message }] of Object.entries(pseudoLocale(rtl))) {
      if (key === "language") continue;
      assert.deepEqual(usedIn(message), usedIn(english[key].message), key);
      assert.ok(message.length >= 1.4 * english[key].message.length, key);
      assert.equal(message.startsWith(RIGHT_TO_LEFT_MARK), rtl);
      assert.doesNotMatch(message.replace(/\$\w+\$/g, ""), /[a-z]/i, key);
    }
  });

  test(`in ${kind} every sentence is of that locale: none is written into the words`, async () => {
    const sentences = everySentence(await wordsIn(pseudoLocale(rtl)));
    assert.ok(sentences.length > 100);
    for (const sentence of sentences) {
      assert.notEqual(sentence, "");
      assert.doesNotMatch(sentence, /[a-z]/i);
      assert.equal(sentence.split("⟦").length, sentence.split("⟧").length, sentence);
    }
  });

  test(`in ${kind} nothing but spaces and the browser's own words is outside the brackets`, async () => {
    const words = await wordsIn(pseudoLocale(rtl));
    for (const sentence of words.why({
      level: 0.86,
      threshold: 0.6,
      spans: [],
      kinds: codes("kind_"),
      reasons: ["threshold_reached", ...codes("reason_")],
    })) {
      let outside = sentence;
      while (/⟦[^⟦⟧]*⟧/.test(outside)) outside = outside.replace(/⟦[^⟦⟧]*⟧/g, "");
      assert.match(outside, /^[\s\u200f]*$/, sentence);
    }
  });
}

for (const name of locales) {
  test(`in ${name} every sentence is whole: no code, no gap, no doubled stop`, async () => {
    for (const sentence of everySentence(await wordsIn(messagesOf(name)))) {
      assert.notEqual(sentence, "");
      assert.doesNotMatch(sentence, /\$|undefined|[a-z]_[a-z]|[A-Z]_[A-Z]|\.\.|。。| [.,;]/);
    }
  });
}

test("what the browser words itself is in the language of the sentence around it", async () => {
  const why = {
    level: 0.86,
    threshold: 0.6,
    reasons: ["threshold_reached"],
    kinds: ["PERSON", "MEDICAL_CONDITION"],
    spans: [],
  };
  const german = await wordsIn(messagesOf("de"));
  assert.deepEqual(german.why(why), [
    "In Ihrer Nachricht gefunden: der Name einer Person und eine Erkrankung. " +
      "Vertraulichkeitsgrad 0,86; Nachrichten ab 0,60 werden privat beantwortet.",
  ]);
  assert.equal(german.ago(0, 120_000), "vor 2 Minuten");
  const french = await wordsIn(messagesOf("fr"));
  assert.deepEqual(french.why(why), [
    "Votre message contient le nom d’une personne et un problème de santé. " +
      "Niveau de confidentialité\u00a0: 0,86\u202f; à partir de 0,60, les messages reçoivent une réponse privée.",
  ]);
  assert.equal(french.ago(0, 120_000), "il y a 2 minutes");
});

/** Text that people would read and that no locale holds, in a page.
 * @param {string} html */
function proseInPage(html) {
  const attributes = /\s(?:title|alt|placeholder|label|aria-label|aria-description)="([^"]*)"/g;
  const plain = html.replace(/<!--[\s\S]*?-->|<(script|style)[\s\S]*?<\/\1>/g, "");
  return [
    ...[...plain.matchAll(/>([^<]+)</g)].map(([, words]) => words.trim()),
    ...[...plain.matchAll(attributes)].map(([, words]) => words),
  ].filter((words) => /\p{L}/u.test(words) && words !== "Sottovoce");
}

/** Where code puts what people read: a literal there is text that no locale holds. */
const LITERAL = /(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\\n]|\\.)*)`)/.source;
const SINKS = [
  `\\.(?:textContent|innerText|title|alt|placeholder|ariaLabel|ariaDescription)\\s*\\??=\\s*${LITERAL}`,
  `\\b(?:append|prepend|before|after|replaceChildren|createTextNode|announce|button)\\(\\s*${LITERAL}`,
  `\\bsetAttribute\\(\\s*"(?:title|alt|placeholder|aria-label|aria-description)",\\s*${LITERAL}`,
  `\\b(?:line|badgeSays)\\(\\s*"\\w+",\\s*${LITERAL}`,
  `\\bmake\\(\\s*"\\w+",\\s*"[^"]*",\\s*${LITERAL}`,
  `\\bset(?:Title|BadgeText)\\(\\s*\\{[^}]*(?:title|text):\\s*${LITERAL}`,
].map((source) => new RegExp(source, "g"));
/** What is in code but is no prose: a directive, names of classes, selectors, a drawing. */
const NO_PROSE = /^use strict$|^[a-z-]+( [a-z-]+)*$|^[MLZHVCS\d .]+$/;

/** What an error says is for developers. */
const ERROR = new RegExp(`\\bnew \\w*(?:Error|Exception)\\(\\s*${LITERAL}`, "g");

/** What a site calls itself and its parts, in its file: the same in every language. */
const SITES_NAME = /^ {4}(?:label|composer|send|frame):\s+"[^"]*",$/gm;

/** @param {string} code */
const uncommented = (code) =>
  code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");

/** @param {string} code */
function proseInCode(code) {
  const bare = uncommented(code).replace(ERROR, "").replace(SITES_NAME, "");
  const shown = SINKS.flatMap((sink) =>
    [...bare.matchAll(sink)].map((found) => found.slice(1).findLast(Boolean) ?? ""),
  ).filter((words) => /\p{L}/u.test(words.replace(/\$\{[^}]*\}/g, "")));
  const sentences = [...bare.matchAll(new RegExp(LITERAL, "g"))]
    .map(([, double, single, template]) => double ?? single ?? template ?? "")
    .filter((words) => /\p{Ll}+ \p{L}+/u.test(words) && !NO_PROSE.test(words));
  return [...new Set([...shown, ...sentences])];
}

/** @param {string} ending */
const files = (ending) =>
  readdirSync(root, { recursive: true, encoding: "utf-8" }).filter((path) => path.endsWith(ending));

test("the search for text outside the locales finds it where it is planted", () => {
  assert.deepEqual(proseInPage('<p id="a"></p><p title="Try me">Hello <b>you</b></p>'), [
    "Hello",
    "you",
    "Try me",
  ]);
  for (const planted of [
    'node.textContent = "Hello";',
    "node.append(`Sent to ${site}`);",
    'node.setAttribute("aria-label", "Close");',
    'make("p", "aside", "Hello")',
    'button("Retry", "main", press)',
    'chrome.action.setTitle({ tabId, title: "Held" });',
    'const words = "Nothing was sent.";',
  ]) {
    assert.equal(proseInCode(planted).length, 1, planted);
  }
  assert.deepEqual(proseInCode('// "Not this one."\nmake("p", "says", say("why"));'), []);
});

test("no page of the extension holds text of its own", () => {
  assert.ok(files(".html").length >= 2);
  for (const path of files(".html")) assert.deepEqual(proseInPage(text(path)), [], path);
});

test("no code of the extension holds text that people would read", () => {
  assert.ok(files(".js").length > 30);
  for (const path of files(".js")) assert.deepEqual(proseInCode(text(path)), [], path);
});
