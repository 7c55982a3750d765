// What every chat page here has: a transcript, a send button, an answer that grows.
"use strict";

const { seed } = document.documentElement.dataset;
let count = 0;

/** An id that a test can foretell: from the page's seed and a number. */
export const id = () => `${seed}-0000-4000-8000-${String(++count).padStart(12, "0")}`;

/** @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const button = (label, press) => {
  const element = make("button", { type: "button" }, label);
  element.addEventListener("click", press);
  return element;
};

/**
 * A chat as its page keeps it.
 *
 * `ask` sends a request and reads the answer: it is given what the person did (`send`, `edit`,
 * `regenerate`), their text, the turns before, and `say(text)` for each piece of the answer.
 */
export class Chat {
  turns = [];
  chat = "";
  #ask;
  #editor;
  #main = document.querySelector("#transcript");
  #stop = null;

  constructor(editor, ask) {
    this.#editor = editor;
    this.#ask = ask;
    const fresh = button("New chat", () => this.begin());
    document.body.prepend(fresh);
  }

  get busy() {
    return this.#stop !== null;
  }

  /** Starts a new conversation. */
  begin() {
    this.turns = [];
    this.chat = "";
    this.#main.replaceChildren();
    history.replaceState(null, "", document.body.dataset.fresh ?? location.href);
  }

  send() {
    const text = this.#editor.text();
    if (this.busy || !text.trim()) return;
    this.#editor.clear();
    this.#run("send", text, this.turns);
  }

  stop() {
    this.#stop?.abort();
  }

  async #run(kind, text, before) {
    const stop = (this.#stop = new AbortController());
    for (const turn of this.turns.slice(before.length)) turn.element.remove();
    const user = { id: id(), role: "user", text };
    const answer = { id: "", role: "assistant", text: "" };
    this.turns = [...before, user, answer];
    this.#show(user);
    this.#show(answer);
    const say = (piece, whole = false) => {
      answer.text = whole ? piece : answer.text + piece;
      answer.words.textContent = answer.text;
    };
    try {
      await this.#ask({ kind, text, before, user, answer, say, signal: stop.signal });
      answer.element.dataset.state = "done";
    } catch (error) {
      answer.element.dataset.state = error?.name === "AbortError" ? "stopped" : "failed";
      if (!answer.text) answer.words.textContent = "Something went wrong.";
    }
    this.#stop = null;
  }

  #show(turn) {
    const words = (turn.words = make("div", { class: "words" }, turn.text));
    const again =
      turn.role === "user"
        ? button("Edit", () => this.#edit(turn))
        : button("Regenerate", () => this.#again(turn));
    turn.element = make("article", { "data-turn": turn.role, "data-state": "" }, words, again);
    this.#main.append(turn.element);
  }

  #edit(turn) {
    const box = make("textarea", { class: "edit", "aria-label": "Edit message" });
    box.value = turn.text;
    const send = button("Send again", () => {
      const before = this.turns.slice(0, this.turns.indexOf(turn));
      this.#run("edit", box.value, before);
    });
    turn.element.replaceChildren(box, send);
    box.focus();
  }

  #again(answer) {
    const place = this.turns.indexOf(answer) - 1;
    this.#run("regenerate", this.turns[place].text, this.turns.slice(0, place));
  }
}

/** Sends when the button is pressed. @param {Chat} chat @param {string} selector */
export const sendButton = (chat, selector) => {
  const element = document.querySelector(selector);
  element.addEventListener("click", (event) => {
    event.preventDefault();
    chat.send();
  });
  return element;
};

/** Refuses what the server refused. @param {Response} response */
export const checked = (response) => {
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response;
};

/** Posts JSON. */
export const post = async (url, value, options = {}) =>
  checked(
    await fetch(url, {
      method: "POST",
      ...options,
      headers: { "Content-Type": "application/json", ...options.headers },
      body: JSON.stringify(value),
    }),
  );

/** The lines of a body as they come. @param {Response} response */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest) yield rest;
}

/** The JSON of server-sent events as they come. @param {Response} response */
export async function* events(response) {
  for await (const line of lines(response)) {
    if (!line.startsWith("data: ") || line === "data: [DONE]") continue;
    yield JSON.parse(line.slice(6));
  }
}
