// A page that sends only for a person: events that a script made are ignored.
import { Chat } from "./kit.js";
import { ask } from "./plain.js";

const box = document.querySelector("#box");
const chat = new Chat({ text: () => box.value, clear: () => (box.value = "") }, ask);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  if (event.isTrusted) chat.send();
});
document.querySelector("#send").addEventListener("click", (event) => {
  if (event.isTrusted) chat.send();
});
