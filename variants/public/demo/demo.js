// Example Chat: a plain chat page in front of an OpenAI-compatible API.
"use strict";

const $ = (id) => document.getElementById(id);
const [form, box, send, log, line] = ["composer", "prompt", "send", "transcript", "error"].map($);

/** @type {{role: "user" | "assistant", content: string}[]} */
let history = [];
/** @type {AbortController | null} */
let running = null;

class ChatError extends Error {}

function fit() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 192)}px`;
  send.disabled = !running && box.value.trim() === "";
}

function show(message) {
  const follow = followed();
  line.textContent = message;
  line.hidden = message === "";
  if (follow) toEnd();
}

function setRunning(controller) {
  running = controller;
  send.classList.toggle("stop", controller !== null);
  send.setAttribute("aria-label", controller ? "Stop answering" : "Send message");
  log.setAttribute("aria-busy", String(controller !== null));
  fit();
}

function addTurn(role, text) {
  const item = document.createElement("div");
  item.className = `turn ${role}`;
  const who = document.createElement("span");
  who.className = "unseen";
  who.textContent = role === "user" ? "You: " : "Example Chat: ";
  const body = document.createElement("div");
  body.className = "text";
  body.dir = "auto";
  body.textContent = text;
  item.append(who, body);
  log.append(item);
  $("welcome").hidden = true;
  toEnd();
  return { item, body };
}

function toEnd() {
  window.scrollTo(0, document.documentElement.scrollHeight);
}

function followed() {
  const page = document.documentElement;
  return page.scrollHeight - page.scrollTop - page.clientHeight < 80;
}

function explain(status, code) {
  if (code === "context_length_exceeded") {
    return "Your message makes this chat too long for the model. Shorten it or start a new chat.";
  }
  if (status === 429 || status === 503) return "The model is busy and did not take your message. Try again in a moment.";
  if (status === 413) return "Your message is too large.";
  return `The server could not answer your message (${status}).`;
}

async function refuse(response) {
  let code = "";
  try {
    code = (await response.json()).error.code;
  } catch {
    // Not every server explains itself; the status says enough.
  }
  throw new ChatError(explain(response.status, code));
}

/** Yields the data of each server-sent event. */
async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split(/\r?\n/).filter((text) => text.startsWith("data:"));
      if (lines.length) yield lines.map((text) => text.slice(5).trimStart()).join("\n");
    }
  }
}

async function ask(messages, signal, onText) {
  const response = await fetch("v1/chat/completions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ messages, stream: true }),
    signal,
  });
  if (!response.ok || !response.body) await refuse(response);
  for await (const data of events(response.body)) {
    if (data === "[DONE]") return;
    const chunk = JSON.parse(data);
    if (chunk.error) throw new ChatError(explain(503, chunk.error.code));
    const text = chunk.choices[0]?.delta?.content;
    if (text) onText(text);
  }
  throw new ChatError("The connection broke before your message was answered.");
}

function reason(error) {
  if (error instanceof ChatError) return error.message;
  return "Your message was not sent.";
}

function undo(text, mine, theirs, message) {
  history.pop();
  mine.item.remove();
  theirs.item.remove();
  if (box.value === "") box.value = text;
  $("welcome").hidden = history.length > 0;
  show(`${message} It is back in the box.`);
}

function settle(text, mine, theirs, answer, error, stopped) {
  theirs.item.classList.remove("waiting", "writing");
  if (answer) {
    history.push({ role: "assistant", content: answer });
    if (stopped) note(theirs.item, "Stopped.");
    else if (error) show("The answer broke off and is incomplete.");
  } else if (stopped) {
    undo(text, mine, theirs, "Stopped; your message got no answer.");
  } else if (error) {
    undo(text, mine, theirs, reason(error));
  } else {
    note(theirs.item, "The model answered with nothing.");
    history.push({ role: "assistant", content: "" });
  }
}

function note(item, text) {
  const span = document.createElement("span");
  span.className = "cut";
  span.textContent = text;
  item.append(span);
}

async function submit() {
  const text = box.value.trim().toWellFormed();
  if (!text || running) return;
  show("");
  box.value = "";
  const controller = new AbortController();
  history.push({ role: "user", content: text });
  const mine = addTurn("user", text);
  const theirs = addTurn("assistant", "");
  theirs.item.classList.add("waiting");
  setRunning(controller);
  const chat = history;
  let answer = "";
  let failure = null;
  try {
    await ask(history, controller.signal, (piece) => {
      const follow = followed();
      answer += piece;
      theirs.body.textContent = answer;
      theirs.item.classList.replace("waiting", "writing");
      if (follow) toEnd();
    });
  } catch (error) {
    failure = error;
  }
  if (chat !== history) return;
  settle(text, mine, theirs, answer, failure, controller.signal.aborted);
  setRunning(null);
  box.focus({ preventScroll: true });
}

function startAfresh() {
  history = [];
  running?.abort();
  log.replaceChildren();
  $("welcome").hidden = false;
  show("");
  window.history.replaceState(null, "", `#/c/${crypto.getRandomValues(new Uint32Array(2)).join("")}`);
  setRunning(null);
  box.focus();
}

async function nameModel() {
  try {
    const { data } = await (await fetch("../v1/models")).json();
    $("model").textContent = data[0].id;
    $("model").hidden = false;
  } catch {
    // The name is a nicety.
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (running) running.abort();
  else submit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
box.addEventListener("input", fit);
$("fresh").addEventListener("click", startAfresh);
for (const idea of document.querySelectorAll(".idea")) {
  idea.addEventListener("click", () => {
    box.value = idea.textContent;
    fit();
    box.focus();
  });
}
startAfresh();
nameModel();
