// A page without an editor library that sends when the pointer goes down, not when it is
// released, and on the key's way down before anybody else's listener.
import { Chat } from "./kit.js";
import { ask } from "./plain.js";

const box = document.querySelector("#box");
const chat = new Chat({ text: () => box.innerText, clear: () => box.replaceChildren() }, ask);
window.addEventListener(
  "keydown",
  (event) => {
    if (event.target !== box || event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    chat.send();
  },
  { capture: true },
);
document.querySelector("#send").addEventListener("pointerdown", () => chat.send());
