// @ts-check
// Sites change without a word. This notices when what their file describes is no longer there:
// another text box, another address, a send that nobody saw. It knows what is typed for as
// long as it takes, tells nobody, and only says that something is not as it should be.
"use strict";
(() => {
  const { line, likeness, reading } = sottovoce;
  const { composer } = line;
  const WATCH_MS = 120_000;
  const SAY_EVERY_MS = 5_000;
  const LOAD_MS = 1_500;
  const TAKEN_MS = 100;
  const SILENT_MS = 10_000;
  /** How long after a press what leaves may be what was meant by it. */
  const MEANT_MS = 5_000;
  const LEAST_SENT = 3;
  const LEAST_ELSEWHERE = 20;
  const EDITABLE =
    "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only']";

  /** @type {Sottovoce.PageSite | null} */
  let site = null;
  let typed = "";
  let typedAt = -Infinity;
  let pressedAt = -Infinity;
  /** When the person last did what could make the page send: anything, in any part of it. */
  let actedAt = -Infinity;
  let toldAt = -Infinity;
  /** How many requests had been held when the person began to write. */
  let heldBefore = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let forgetting;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence;
  /** Where the person typed last. @type {Element | null} */
  let box = null;
  /** @type {Set<string>} */
  const said = new Set();

  /** @param {Sottovoce.Alarm["why"]} why */
  const alarm = (why) => {
    if (said.has(why)) return;
    said.add(why);
    line.say({ type: "drift", why, what: "" });
  };

  const forget = () => {
    typed = "";
  };

  // --- what is typed, and where ----------------------------------------------------------------

  /** @param {Event} event */
  const onInput = (event) => {
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    box = target instanceof Element ? target.closest(EDITABLE) : null;
    if (!composer.at(event)) {
      elsewhere();
      return;
    }
    const now = performance.now();
    if (pressedAt >= typedAt) heldBefore = line.held();
    typedAt = now;
    typed = composer.text() || typed;
    clearTimeout(forgetting);
    forgetting = setTimeout(forget, WATCH_MS);
    watch(now);
  };

  /** Has the site's other requests compared with what is typed. @param {number} now */
  const watch = (now) => {
    if (now - toldAt < SAY_EVERY_MS) return;
    toldAt = now;
    line.hook({ type: "typing", ms: WATCH_MS });
  };

  /** Typing in a box that the site's file does not know, while the one it knows is not there. */
  const elsewhere = () => {
    if (!box?.isConnected || !site?.known || composer.element()) return;
    if (reading.textOf(box).trim().length >= LEAST_ELSEWHERE) alarm("composer");
  };

  // --- sends that nobody saw -------------------------------------------------------------------

  const pressed = () => {
    const text = composer.text().trim();
    pressedAt = performance.now();
    if (!site?.known || text.length < LEAST_SENT || text.startsWith("/")) return;
    const asked = line.asked();
    // What is judged before the page knows it comes back as `pass`, or never reaches the page.
    setTimeout(() => {
      if (line.asked() === asked || line.held() > heldBefore) listen();
    }, TAKEN_MS);
  };

  /** The page was told to send: something must be held soon, if the text box empties. */
  const listen = () => {
    const before = heldBefore;
    clearTimeout(silence);
    silence = setTimeout(() => {
      if (line.held() === before && !composer.text().trim()) alarm("silent");
    }, SILENT_MS);
  };
  line.on("pass", ({ n }) => {
    actedAt = performance.now();
    if (n !== undefined && site?.known) listen();
  });

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const { key, shiftKey, altKey, isComposing, isTrusted } = event;
    if (isTrusted && key === "Enter") actedAt = performance.now();
    if (!isTrusted || key !== "Enter" || shiftKey || altKey || isComposing) return;
    if (site && composer.at(event)) pressed();
  };
  /** @param {Event} event */
  const onClick = (event) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !site?.send || !(target instanceof Element)) return;
    if (target.closest(site.send)) pressed();
  };
  window.addEventListener("input", onInput, { capture: true, passive: true });
  window.addEventListener("keydown", onKey, { capture: true, passive: true });
  window.addEventListener("click", onClick, { capture: true, passive: true });
  // Whatever was pressed, what leaves from now on may be a message and no draft.
  window.addEventListener(
    "pointerdown",
    ({ isTrusted }) => {
      if (isTrusted) actedAt = pressedAt = performance.now();
    },
    { capture: true, passive: true },
  );

  // --- what the hook asks ----------------------------------------------------------------------

  /** @param {Uint8Array} body */
  const holdsTyped = (body) =>
    typed !== "" && likeness.shares(typed, new TextDecoder().decode(body));
  line.onHook("compare", ({ n, body }) => {
    line.hook(holdsTyped(body) ? { type: "deny", n } : { type: "release", n, url: "" });
  });
  line.onHook("canary", () => alarm("wall"));
  line.on("canary", ({ url }) => line.hook({ type: "canary", url }));

  sottovoce.typing = () => typedAt > pressedAt;
  sottovoce.meant = (body) =>
    performance.now() - actedAt < MEANT_MS || (body !== null && holdsTyped(body));

  let looked = false;
  const look = () => {
    if (looked || !site?.known || window !== window.top || document.readyState !== "complete") {
      return;
    }
    looked = true;
    setTimeout(() => line.say({ type: "canary" }), LOAD_MS);
  };
  window.addEventListener("load", look, { once: true });
  line.onSetup((there) => {
    site = there;
    elsewhere();
    look();
  });
})();
