// How a page talks to a server of the usual kind: the whole history as JSON, events as answer.
import { events, post } from "./kit.js";

export const ask = async ({ before, user, say, signal }) => {
  const messages = [...before, user].map(({ role, text }) => ({ role, content: text }));
  const response = await post("/api/chat", { messages, stream: true }, { signal });
  for await (const { choices } of events(response)) say(choices[0].delta.content ?? "");
};
