// @ts-check
/** The page: asks for a summary, renders it, and changes only what changed. */

import { shield } from "./plot.js";
import { footer, render, windowChoice } from "./view.js";

/** @typedef {import("./view.js").Answer} Answer */

const REFRESH_MS = 5000;
const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const stale = /** @type {HTMLElement} */ (document.getElementById("stale"));
const state = {
  window: new URLSearchParams(location.search).get("window") ?? "24h",
  stage: "total",
  /** @type {Answer | null} */ answer: null,
  fresh: Date.now(),
  width: 0,
};

/**
 * Make one list of nodes equal to another, touching only what differs: no flicker, and
 * focus, selection and scroll stay.
 * @param {Element} old @param {(Node | null)[]} wanted
 */
function patch(old, wanted) {
  const next = wanted.filter((node) => node !== null);
  while (old.childNodes.length > next.length) old.lastChild?.remove();
  next.forEach((node, at) => {
    const before = old.childNodes[at];
    if (!before) old.append(node);
    else if (before.nodeType !== node.nodeType || before.nodeName !== node.nodeName)
      before.replaceWith(node);
    else if (before instanceof Element && node instanceof Element) {
      for (const { name } of [...before.attributes])
        if (!node.hasAttribute(name)) before.removeAttribute(name);
      for (const { name, value } of [...node.attributes])
        if (before.getAttribute(name) !== value) before.setAttribute(name, value);
      patch(before, [...node.childNodes]);
    } else if (before.nodeValue !== node.nodeValue) before.nodeValue = node.nodeValue;
  });
}

function draw() {
  if (!state.answer) return;
  state.width = main.clientWidth;
  const windows = /** @type {HTMLElement} */ (document.getElementById("windows"));
  if (windows.childElementCount < 2) patch(windows, windowChoice(state.answer, state.window));
  for (const radio of windows.querySelectorAll("input"))
    radio.checked = radio.value === state.window;
  patch(main, render(state.answer, state));
  patch(/** @type {HTMLElement} */ (document.getElementById("footer")), footer(state.answer));
  main.removeAttribute("aria-busy");
}

/** @returns {Promise<void>} */
async function refresh() {
  try {
    const response = await fetch(`/api/latency?window=${encodeURIComponent(state.window)}`, {
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 400 && state.window !== "24h") return choose("24h");
    if (!response.ok) throw new Error(String(response.status));
    state.answer = await response.json();
    state.fresh = Date.now();
    stale.hidden = true;
    draw();
  } catch {
    const since = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(
      state.fresh,
    );
    patch(stale, [
      shield("held"),
      document.createTextNode(
        `Not updating since ${since}: the service does not answer. The figures below are from then.`,
      ),
    ]);
    stale.hidden = false;
  }
}

/** @param {string} window @returns {Promise<void>} */
function choose(window) {
  state.window = window;
  history.replaceState(null, "", `?window=${encodeURIComponent(window)}`);
  return refresh();
}

document.addEventListener("change", (event) => {
  const target = event.target;
  if (target instanceof HTMLInputElement && target.name === "window") void choose(target.value);
  if (target instanceof HTMLSelectElement && target.id === "stage") {
    state.stage = target.value;
    draw();
  }
});
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-window]") : null;
  if (button instanceof HTMLElement) void choose(button.getAttribute("data-window") ?? "24h");
});
new ResizeObserver(() => main.clientWidth !== state.width && draw()).observe(main);
document.addEventListener("visibilitychange", () => document.hidden || void refresh());

async function forever() {
  if (!document.hidden) await refresh();
  setTimeout(forever, REFRESH_MS);
}
void forever();
