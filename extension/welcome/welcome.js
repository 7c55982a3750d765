// @ts-check
// The first-run page: it asks the background to send the invented message, and draws each step
// as it happens.
import { NAMES, begun, cut, heard, isOver, isPublic, pieces, stateOf } from "./tour.js";

/** @typedef {import("./tour.js").Tour} Tour */
/** @typedef {import("./tour.js").Name} Name */

const { words, shield, markdown } = globalThis.sottovoce;
const { say } = words;
const MARKS = { done: "ok", now: "wait", wait: "", broken: "bad", none: "" };
const PATHS = { ok: "M4 8.4 6.9 11.2 12 5.2", wait: "M4.6 8h6.8", bad: "M8 4v5M8 11.7v.3" };

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} tag @param {string} [name] @param {string} [text] */
const make = (tag, name = "", text = "") => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};

let tour = begun();
let started = 0;
let spoken = "";
/** @type {chrome.runtime.Port | null} */
let port = null;

function begin() {
  port?.disconnect();
  tour = begun();
  started = performance.now();
  spoken = "";
  const line = chrome.runtime.connect({ name: "tour" });
  port = line;
  line.onMessage.addListener((/** @type {Sottovoce.TourNews} */ news) => {
    if (line === port) show(heard(tour, news, performance.now() - started));
  });
  line.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    if (line === port) show(cut(tour));
  });
  show(tour);
}

/** @param {Tour} now */
function show(now) {
  tour = now;
  at("message").replaceChildren(...message());
  draw();
  const over = isOver(tour);
  at("again").hidden = !over;
  at("again").textContent = say(tour.broken ? "tour_again" : "tour_once_more");
  at("left").hidden = tour.done === null;
  at("shield").replaceChildren(
    shield.draw(tour.broken ? "held" : isPrivate() ? "private" : "public"),
  );
  announce();
}

const isPrivate = () => tour.decided !== null && !isPublic(tour);

/** The message in pieces, once it is known what is in it. */
const found = () =>
  tour.decided ? pieces(say("tour_prompt"), tour.decided.findings, tour.decided.kinds) : [];

/** The message with what was found in it underlined. @returns {Node[]} */
function message() {
  if (!tour.decided) return [document.createTextNode(say("tour_prompt"))];
  return found().map(({ text, kind }) =>
    kind ? make("mark", "", text) : document.createTextNode(text),
  );
}

/** What did not change stays, so that nothing that is read or selected is torn away. */
function draw() {
  const list = at("steps");
  for (const [index, item] of NAMES.map(step).entries()) {
    const before = list.children[index];
    // Words fade in once, not with each piece of an answer.
    if (before?.querySelector(".body")) item.classList.add("settled");
    if (!before) list.append(item);
    else if (!before.isEqualNode(item)) before.replaceWith(item);
  }
}

/** @param {Name} name */
function step(name) {
  const state = stateOf(tour, name);
  const item = make("li", state);
  if (state === "now") item.setAttribute("aria-current", "step");
  const head = make("h2", "", titleOf(name));
  const time = timeOf(name);
  item.append(markOf(state), head);
  if (time) item.append(make("span", "time", time));
  const { broken } = tour;
  const body = make("div", "body");
  if (state === "broken" && broken) body.append(...stopped(broken));
  else if (state === "done" || state === "now" || tour.decided) body.append(...BODIES[name](state));
  if (body.childNodes.length) item.append(body);
  return item;
}

/** @param {Name} name */
const titleOf = (name) => (name === "connection" ? say("link_connection") : say(`tour_${name}`));

/** @param {Name} name When it happened, counted from the start. */
function timeOf(name) {
  const after = tour.at[name];
  if (after < 0 || stateOf(tour, name) === "none") return "";
  const unit = after < 10_000 ? "millisecond" : "second";
  return new Intl.NumberFormat(words.language, {
    style: "unit",
    unit,
    maximumFractionDigits: 0,
  }).format(unit === "second" ? after / 1000 : after);
}

/** @param {keyof typeof MARKS} state */
function markOf(state) {
  const box = make("span", "mark");
  const kind = /** @type {keyof typeof PATHS | ""} */ (MARKS[state]);
  if (!kind) return box;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say(`mark_${kind}`));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[kind]);
  svg.append(path);
  box.append(svg);
  return box;
}

/** @param {NonNullable<Tour["broken"]>} broken */
function stopped({ says, remedy }) {
  const lines = [say(...says)];
  const { companion } = tour;
  if (companion?.state === "missing") {
    lines.push(say("tour_companion", say(`remedy_${companion.cause || "exited"}`)));
  }
  if (remedy) lines.push(say(...remedy));
  return lines.map(withCommands);
}

/** A sentence whose command for the terminal stands out. @param {string} sentence */
function withCommands(sentence) {
  const line = make("p");
  for (const part of sentence.split(/(sottovoce [a-z-]+)/)) {
    if (part) line.append(part.startsWith("sottovoce ") ? make("code", "", part) : part);
  }
  return line;
}

/** @type {Record<Name, (state: import("./tour.js").State) => HTMLElement[]>} */
const BODIES = {
  held: () => [make("p", "", say("tour_held_says"))],
  tag: () => (tour.decided ? tagged(tour.decided) : [make("p", "", say("checking"))]),
  level: () => (tour.decided ? measured(tour.decided) : []),
  connection: (state) => {
    if (isPublic(tour)) return [make("p", "", say("tour_public"))];
    if (state === "wait" || state === "none") return [];
    if (state === "now") return [make("p", "", say("tour_connection_now"))];
    return [make("p", "", say("tour_connection_says", placeName()))];
  },
  answer: (state) => (state === "now" || state === "done" || tour.answer ? answered() : []),
};

const placeName = () => tour.done?.environment || tour.companion?.links?.environment || "";

/** @param {readonly {name: string, term: string, says: string}[]} rows */
function table(rows) {
  const list = make("dl");
  for (const { name, term, says } of rows) {
    const row = make("div", name);
    const head = make("dt", "", term);
    head.dir = "auto";
    row.append(head, make("dd", "", says));
    list.append(row);
  }
  return list;
}

/** @param {Sottovoce.Decided} decided */
function tagged({ eligible, tag }) {
  const rows = tag.map(({ criterion, verdict }) => ({
    name: verdict,
    term: say(`tour_criterion_${criterion}`),
    says: say(`tour_verdict_${verdict}`),
  }));
  return [make("p", "", say(eligible ? "tour_tag_yes" : "tour_tag_no")), table(rows)];
}

/** @param {Sottovoce.Decided} decided */
function measured(decided) {
  const {
    level,
    threshold,
    reasons,
    kinds,
    categories = [],
    grave = [],
    words: own = {},
  } = decided;
  const why = { level, threshold, reasons, kinds, spans: [], categories, grave, words: own };
  const sentences = words.why(why).map((/** @type {string} */ one) => make("p", "", one));
  const about = words.about(why);
  if (about) sentences.push(make("p", "aside", about));
  const named = found().filter(({ kind }) => kind);
  const rows = named.map(({ text, kind }) => ({
    name: "found",
    term: text,
    says: words.kind(kind, own),
  }));
  return [scale(level, threshold), ...sentences, ...(rows.length ? [table(rows)] : [])];
}

/** @param {number} level @param {number} threshold */
function scale(level, threshold) {
  const box = make("div", threshold > 0.8 ? "scale late" : "scale");
  const [value, bar] = [words.levelBelow(level, threshold), words.level(threshold)];
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", say("tour_scale", value, bar));
  box.style.setProperty("--level", String(level));
  box.style.setProperty("--threshold", String(threshold));
  box.append(make("span", "fill"), make("span", "bar", bar));
  return box;
}

function answered() {
  const { done, answer } = tour;
  const labels = { copy: say("copy"), copied: say("copied") };
  const text = make("div", "answer");
  text.dir = "auto";
  text.append(...markdown.render(answer, labels));
  if (!done) return answer ? [text] : [make("p", "", say("tour_answer_now"))];
  const { model, environment, first_token_ms: first, total_ms: total } = done;
  const from = say(
    "tour_answer_says",
    model,
    environment,
    words.milliseconds(first),
    words.milliseconds(total),
  );
  const lines = [from, done.path === "tunnel" && say("tour_path_tunnel"), say("tour_answer_may")];
  return [text, make("p", "aside", lines.filter(Boolean).join(" "))];
}

/** Tells people who listen what became of each step, once. */
function announce() {
  const reached = NAMES.findLast((name) => ["done", "now", "broken"].includes(stateOf(tour, name)));
  if (!reached) return;
  const item = at("steps").children[NAMES.indexOf(reached)];
  const state = stateOf(tour, reached);
  const key = `${reached} ${state}`;
  if (key === spoken) return;
  spoken = key;
  const says = reached === "answer" && state === "now" ? say("tour_answer_now") : "";
  const body = says || item?.querySelector(".body")?.textContent || "";
  at("status").textContent = `${titleOf(reached)}: ${body}`;
}

document.documentElement.lang = words.language;
document.documentElement.dir = say("@@bidi_dir");
document.title = say("tour_title");
for (const name of [
  "tour_head",
  "tour_lead",
  "tour_invented",
  "tour_does_head",
  "tour_does_hold",
  "tour_does_route",
  "tour_does_fail",
  "tour_not_head",
  "tour_not",
  "open_options",
]) {
  at(name).textContent = say(name);
}
at("left").textContent = say("tour_left");
at("again").addEventListener("click", begin);
at("open_options").addEventListener("click", () => void chrome.runtime.openOptionsPage());
begin();
