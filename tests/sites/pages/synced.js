// A page whose server holds the text: each key press goes there at once, by two ways, and
// sending only says that it is complete.
import { Chat, events, id, post } from "./kit.js";

const box = document.querySelector("#box");
const socket = new WebSocket(`ws://${location.host}/api/live?page=${id()}`);
const connected = new Promise((resolve) => (socket.onopen = resolve));
let draft = id();
let revision = 0;
let last = null;

const save = (text) => {
  const body = JSON.stringify({ revision: ++revision, text });
  last = fetch(`/api/drafts/${draft}`, { method: "PUT", body });
  last.catch(() => {});
  return body;
};
box.addEventListener("input", async () => {
  const body = save(box.value);
  await connected;
  socket.send(`{"draft":"${draft}",${body.slice(1)}`);
});

const ask = async ({ kind, text, say, signal }) => {
  if (kind !== "send") save(text);
  await last;
  const response = await post("/api/messages", { draft, length: text.length }, { signal });
  draft = id();
  for await (const { choices } of events(response)) say(choices[0].delta.content ?? "");
};
const chat = new Chat({ text: () => box.value, clear: () => (box.value = "") }, ask);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  chat.send();
});
document.querySelector("#send").addEventListener("click", () => chat.send());
