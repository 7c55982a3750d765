// @ts-check
// The side panel: the private conversation of the tab beside it. It shows what the worker
// keeps in memory, and stores nothing.

/** @typedef {import("../shared/talks.js").Talk} Talk */

const { words, shield, markdown } = globalThis.sottovoce;
const { say } = words;
/** @template {HTMLElement} [T=HTMLElement] @param {string} id */
const at = (id) => /** @type {T} */ (document.getElementById(id));
const question = /** @type {HTMLTextAreaElement} */ (at("question"));
const turns = at("turns");

/** @type {Talk | null} */
let talk = null;
/** The streaming answer's element. @type {HTMLElement | null} */
let streaming = null;
let drawing = false;

// --- the worker --------------------------------------------------------------------------------

/** @type {chrome.runtime.Port | null} */
let port = null;
function connect() {
  const opened = chrome.runtime.connect({ name: "talk" });
  opened.onMessage.addListener(hear);
  opened.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    if (port !== opened) return;
    port = null;
    if (talk?.open) show({ ...talk, open: "", reason: "secured_interrupted" });
  });
  port = opened;
  return opened;
}

/** @param {Sottovoce.FromSide} message */
function tell(message) {
  (port ?? connect()).postMessage(message);
}

/** @param {Sottovoce.ToSide} message */
function hear(message) {
  switch (message.type) {
    case "talk":
      show(message.talk);
      break;
    case "delta":
      streamed(message.text);
      break;
    case "back":
      if (!question.value.trim()) question.value = message.text;
      break;
    default:
  }
}

// --- what is shown -----------------------------------------------------------------------------

/** @param {Talk | null} news */
function show(news) {
  const before = talk;
  talk = news;
  const follows = turns.scrollHeight - turns.scrollTop - turns.clientHeight < 48;
  turns.replaceChildren(...(news?.turns.length ? news.turns.map(drawn) : [empty()]));
  streaming = news?.open ? turns.querySelector(".turn:last-child .answer") : null;
  streaming?.lastElementChild?.classList.add("cursor");
  if (follows || before?.key !== news?.key) turns.scrollTop = turns.scrollHeight;
  about();
  announce(before);
}

function about() {
  at("about").textContent = talk ? say("side_about", talk.label) : "";
  at("ask").hidden = talk === null;
  at("kept").hidden = !talk?.reason;
  at("kept").textContent = talk?.reason ? words.held(talk.reason, talk.label) : "";
  at("clean").hidden = !talk?.fresh;
  at("stop").hidden = !talk?.open;
  at("send").hidden = Boolean(talk?.open);
}

/** @param {Talk | null} before */
function announce(before) {
  if (!before?.open || !talk || talk.open) return;
  const last = talk.turns.at(-1);
  const answer = last?.state === "whole" ? `${by(talk)} ${last.text}` : "";
  at("status").textContent = talk.reason ? words.held(talk.reason, talk.label) : answer;
}

/** @param {Talk} one */
function by({ model, environment }) {
  return model ? say("side_by", model, environment) : say("side_by_plain");
}

function empty() {
  const line = document.createElement("p");
  line.className = "empty";
  line.textContent = say("side_empty");
  return line;
}

/** @param {Sottovoce.TalkTurn} turn */
function drawn({ role, text, state }) {
  const part = document.createElement("section");
  part.className = `turn ${role}`;
  const head = document.createElement("h2");
  head.textContent = role === "user" ? say("side_you") : by(/** @type {Talk} */ (talk));
  part.append(head, role === "user" ? asTyped(text) : asAnswer(text));
  if (state === "stopped" || state === "broken") part.append(note(`side_${state}`));
  if (role === "assistant" && state !== "open") part.append(copier(text));
  return part;
}

/** @param {string} text */
function asTyped(text) {
  const line = document.createElement("p");
  line.dir = "auto";
  line.textContent = text;
  return line;
}

/** @param {string} text */
function asAnswer(text) {
  const answer = document.createElement("div");
  answer.className = "answer";
  answer.dir = "auto";
  answer.append(...rendered(text));
  return answer;
}

/** @param {string} text */
function rendered(text) {
  const labels = { copy: say("copy"), copied: say("copied") };
  const found = markdown.render(text, labels);
  return found.length ? found : [document.createElement("p")];
}

/** @param {string} name */
function note(name) {
  const line = document.createElement("p");
  line.className = "cut";
  line.textContent = say(name);
  return line;
}

/** @param {string} text */
function copier(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = say("copied");
  });
  return button;
}

/** @param {string} text */
function streamed(text) {
  const last = talk?.turns.at(-1);
  if (!last) return;
  last.text += text;
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    if (!streaming || !talk?.open) return;
    const follows = turns.scrollHeight - turns.scrollTop - turns.clientHeight < 48;
    streaming.replaceChildren(...rendered(talk.turns.at(-1)?.text ?? ""));
    streaming.lastElementChild?.classList.add("cursor");
    if (follows) turns.scrollTop = turns.scrollHeight;
  });
}

// --- what the person does ----------------------------------------------------------------------

/** @param {Event} [event] */
function ask(event) {
  event?.preventDefault();
  const text = question.value;
  if (!talk || talk.open || !text.trim()) return;
  question.value = "";
  tell({ type: "ask", text });
}

/** The tab beside the panel; a test page may name one. */
async function subject() {
  const named = Number(new URL(location.href).searchParams.get("tab"));
  if (named) return named;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

async function open() {
  tell({ type: "open", tab: await subject() });
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
document.title = say("side_title");
for (const name of ["side_title", "side_question"]) at(name).textContent = say(name);
turns.setAttribute("aria-label", say("side_title"));
question.placeholder = say("side_question");
at("send").textContent = say("side_send");
at("stop").textContent = say("side_stop");
at("clean").textContent = say("fresh");
at("forget").textContent = say("side_forget");
at("shield").append(shield.draw("private"));

at("ask").addEventListener("submit", ask);
question.addEventListener("keydown", (event) => {
  const { key, shiftKey, isComposing } = event;
  if (key === "Enter" && !shiftKey && !isComposing) ask(event);
});
at("stop").addEventListener("click", () => tell({ type: "stop" }));
at("forget").addEventListener("click", () => tell({ type: "forget" }));
at("clean").addEventListener("click", async () => {
  if (talk?.fresh) await chrome.tabs.update(await subject(), { url: talk.fresh });
});
chrome.tabs.onActivated.addListener(() => void open());
await open();
