// A page that people use with an input method: Enter while characters are composed chooses
// them, and sends nothing. It keeps its own account of compositions, as many pages do.
import { Chat } from "./kit.js";
import { ask } from "./plain.js";

const box = document.querySelector("#box");
const form = document.querySelector("form");
let composing = false;
box.addEventListener("compositionstart", () => (composing = true));
box.addEventListener("compositionend", () => (composing = false));
const chat = new Chat({ text: () => box.value, clear: () => (box.value = "") }, ask);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || composing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  chat.send();
});
