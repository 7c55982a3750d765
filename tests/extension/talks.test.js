// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  MOST_CHARACTERS,
  MOST_TALKS,
  MOST_TURNS,
  Talks,
  asked,
  contextOf,
  ended,
  streamed,
} from "../../extension/shared/talks.js";

const whose = (over = {}) => ({
  tab: 1,
  site: "demo",
  label: "Example Chat",
  fresh: "",
  conversation: "chat-1",
  ...over,
});

/** A talk with one whole exchange. @param {Talks} [talks] */
function talked(talks = new Talks()) {
  const talk = talks.of(whose());
  asked(talk, "id-1", "How is Ann?");
  streamed(talk, "She is ");
  streamed(talk, "well.");
  ended(talk, "whole");
  return talk;
}

test("what was asked and answered is told to the private model next time", () => {
  assert.deepEqual(contextOf(talked()), [
    { role: "user", text: "How is Ann?" },
    { role: "assistant", text: "She is well." },
  ]);
});

test("an answer that still streams is no context, and its question is", () => {
  const talk = talked();
  asked(talk, "id-2", "And Bo?");
  streamed(talk, "Bo");
  assert.deepEqual(contextOf(talk).at(-1), { role: "user", text: "And Bo?" });
});

test("a question that nobody answered goes back to whoever asked, and leaves the talk", () => {
  const talk = talked();
  asked(talk, "id-2", "And Bo?");
  assert.equal(ended(talk, "broken"), "And Bo?");
  assert.equal(talk.turns.length, 2);
  assert.equal(talk.open, "");
});

test("an answer that was stopped stays as far as it came, and says so", () => {
  const talk = talked();
  asked(talk, "id-2", "And Bo?");
  streamed(talk, "Bo is");
  assert.equal(ended(talk, "stopped"), "");
  assert.deepEqual(talk.turns.at(-1), { role: "assistant", text: "Bo is", state: "stopped" });
});

test("the oldest turns are left out first, and no answer stands without its question", () => {
  const talk = new Talks().of(whose());
  for (let i = 0; i < MOST_TURNS; i++) {
    asked(talk, `id-${i}`, `question ${i}`);
    streamed(talk, `answer ${i}`);
    ended(talk, "whole");
  }
  const context = contextOf(talk);
  assert.equal(context.length, MOST_TURNS);
  assert.deepEqual(context.at(-1), { role: "assistant", text: `answer ${MOST_TURNS - 1}` });
  assert.equal(context[0].role, "user");
  talk.turns[talk.turns.length - 1].text = "x".repeat(MOST_CHARACTERS);
  assert.deepEqual(contextOf(talk), []);
});

test("conversations of different sites and chats are kept apart", () => {
  const talks = new Talks();
  talked(talks);
  assert.equal(talks.get(Talks.keyOf("other", "chat-1")), undefined);
  assert.equal(talks.of(whose({ conversation: "chat-2" })).turns.length, 0);
  assert.equal(talks.latest(1)?.conversation, "chat-2");
});

test("a closed tab takes its conversations along", () => {
  const talks = new Talks();
  talked(talks);
  talks.of(whose({ tab: 2, conversation: "chat-2" }));
  talks.closed(1);
  assert.equal(talks.latest(1), undefined);
  assert.equal(talks.latest(2)?.conversation, "chat-2");
});

test("only so many conversations are kept, the least used is forgotten first", () => {
  const talks = new Talks();
  for (let i = 0; i < MOST_TALKS; i++) talks.of(whose({ conversation: `chat-${i}` }));
  talks.of(whose({ conversation: "chat-0" }));
  talks.of(whose({ conversation: "one more" }));
  assert.ok(talks.get(Talks.keyOf("demo", "chat-0")));
  assert.equal(talks.get(Talks.keyOf("demo", "chat-1")), undefined);
});

test("an answer is found by what is being answered, and an empty id finds none", () => {
  const talks = new Talks();
  const talk = talked(talks);
  assert.equal(talks.answering(""), undefined);
  asked(talk, "id-9", "And now?");
  assert.equal(talks.answering("id-9"), talk);
  assert.deepEqual(talks.waiting, [talk]);
});
