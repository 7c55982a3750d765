// A page whose server holds the text: each key press goes there at once, by two ways, and
// sending only says that it is complete.
import { Chat, events, id, post } from "./kit.js";

const box = document.querySelector("#box");
const socket = new WebSocket(`ws://${location.host}/api/live?page=${id()}`);
const connected = new Promise((resolve) => (socket.onopen = resolve));
let draft = id();
let revision = 0;
/** The save that is under way, if any; what is typed meanwhile goes with the next. */
let saving = null;
let dirty = false;
let latest = "";

const save = async () => {
  do {
    dirty = false;
    const body = JSON.stringify({ revision: ++revision, text: latest });
    await fetch(`/api/drafts/${draft}`, { method: "PUT", body }).catch(() => {});
  } while (dirty);
  saving = null;
};
box.addEventListener("input", async () => {
  dirty = true;
  latest = box.value;
  saving ??= save();
  const said = { draft, revision: ++revision, text: latest };
  await connected;
  socket.send(JSON.stringify(said));
});

const ask = async ({ text, say, signal }) => {
  await saving;
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
