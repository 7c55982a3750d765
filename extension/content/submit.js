// @ts-check
// Comfort before the wall: when the person presses send, the page learns of it only once the
// text may go to its site. What is private never enters the page's own chat. Nothing rests on
// this: whatever gets around it, and whatever it lets pass, is judged again as it leaves.
"use strict";
(() => {
  const { line } = sottovoce;
  const { composer } = line;
  /** Numbers apart from those of the hook's requests. */
  const FIRST = 1_000_001;
  const PASSES_MS = 1_500;
  const NOTICED_MS = 700;
  const SECOND_TRY_MS = 60_000;
  const AHEAD_MS = 250;
  const AHEAD_LASTS_MS = 60_000;
  const MOST_AHEAD = 20_000;
  const PRESSES = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
  const BUTTON = "button, [role='button'], input[type='submit']";
  const SENDS = /\b(send|submit|senden|envoyer|enviar|送信)\b/i;

  /**
   * @typedef {() => void} Again How a page is told again what the person did.
   * @typedef {{n: number, text: string, again: Again}} Hold
   */
  /** @type {Map<number, Hold>} */
  const holds = new Map();
  /** The hold whose verdict is awaited; until then a second press counts for nothing. */
  let awaited = 0;
  let passing = { text: "", until: 0 };
  /** What was judged while the person paused in writing. */
  let ahead = { n: 0, text: "", until: 0 };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** Whether the page only believes the browser's own events. */
  let strict = false;
  /** Whether it is a site to do this for; not known (null) in a page's first moments. */
  let active = /** @type {boolean | null} */ (null);
  let send = "";
  let frame = "form";
  let count = FIRST;

  // --- what counts as sending ------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  const isSendKey = ({ key, shiftKey, altKey, isComposing, keyCode }) =>
    key === "Enter" && !shiftKey && !altKey && !isComposing && keyCode !== 229;

  /** The send button that an event is about, or null. @param {Event} event */
  const buttonOf = (event) => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return null;
    if (send) return /** @type {HTMLElement | null} */ (target.closest(send));
    const button = /** @type {HTMLElement | null} */ (target.closest(BUTTON));
    const around = composer.element()?.closest(frame);
    if (!button || !around?.contains(button)) return null;
    const { type = "", ariaLabel, title, dataset } = /** @type {HTMLButtonElement} */ (button);
    const named = `${ariaLabel ?? ""} ${title} ${dataset["testid"] ?? ""} ${button.id}`;
    const only = around.querySelectorAll("[type='submit']").length === 1;
    return SENDS.test(named.replace(/[-_]/g, " ")) || (only && type === "submit") ? button : null;
  };

  // --- holding ---------------------------------------------------------------------------------

  /** @param {Event} event */
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Whether an event may go on to the page: nothing to judge, or judged a moment ago. */
  const isFree = () => {
    if (active === false || strict) return true;
    const text = composer.text();
    if (!text.trim()) return !awaited;
    const now = performance.now();
    return [passing, ahead].some((one) => text === one.text && now < one.until);
  };

  /** Takes the event away from the page and asks. @param {Event} event @param {Again} again */
  const take = (event, again) => {
    stop(event);
    if (!awaited) ask(again);
  };

  /** @param {Again} again */
  const ask = (again) => {
    const n = count++;
    const text = composer.text();
    holds.set(n, { n, text, again });
    awaited = n;
    composer.keep(n);
    line.ask({ type: "typed", n, text, page: location.href, stage: "typed" });
  };

  /** Ends a hold that the worker has answered. @param {number} n */
  const ended = (n) => {
    const hold = holds.get(n);
    if (hold) line.end(n);
    return hold;
  };

  line.on("pass", ({ n }) => {
    const hold = ended(n);
    if (!hold) return;
    const now = composer.text();
    if (now === hold.text) release(hold);
    else if (now.trim()) ask(hold.again); // edited meanwhile: another text, another look
    composer.forget(n);
  });
  line.on("taken", ({ n }) => {
    if (ended(n)) composer.take(n);
  });
  line.onEnd((n) => {
    holds.delete(n);
    if (awaited === n) awaited = 0;
  });
  line.onHeld((n) => {
    if (awaited === n) awaited = 0;
  });

  // --- judged ahead ----------------------------------------------------------------------------

  /** Who pauses may be about to send: the verdict is there before the key is pressed. */
  const lookAhead = () => {
    const text = composer.text();
    if (!active || strict || awaited || !text.trim() || text.length > MOST_AHEAD) return;
    if (text === ahead.text) return;
    ahead = { n: count++, text, until: 0 };
    line.say({ type: "ahead", n: ahead.n, text, page: location.href });
  };
  line.on("ahead", ({ n }) => {
    if (n === ahead.n) ahead.until = performance.now() + AHEAD_LASTS_MS;
  });
  /** @param {Event} event */
  const onInput = (event) => {
    clearTimeout(pause);
    if (event.isTrusted && composer.at(event)) pause = setTimeout(lookAhead, AHEAD_MS);
  };
  window.addEventListener("input", onInput, { capture: true, passive: true });

  /** @param {Hold} hold */
  const release = ({ n, text, again }) => {
    const before = line.held();
    passing = { text, until: performance.now() + PASSES_MS };
    again();
    setTimeout(() => {
      if (line.held() > before || composer.text() !== text) return;
      // The page took no notice. From now on its own request is what is held.
      strict = true;
      passing = { text, until: performance.now() + SECOND_TRY_MS };
      line.say({ type: "unnoticed", n });
    }, NOTICED_MS);
  };

  // --- telling the page again ------------------------------------------------------------------

  /** @param {KeyboardEvent} event @returns {Again} */
  const keyAgain = (event) => {
    const [target] = event.composedPath();
    const { key, code, keyCode, ctrlKey, metaKey } = event;
    const init = { key, code, keyCode, which: keyCode, ctrlKey, metaKey };
    const shared = { ...init, bubbles: true, cancelable: true, composed: true };
    return () => {
      const goesOn = target.dispatchEvent(new KeyboardEvent("keydown", shared));
      if (goesOn && target.dispatchEvent(new KeyboardEvent("keypress", shared))) {
        if (target instanceof HTMLInputElement) target.form?.requestSubmit();
      }
      target.dispatchEvent(new KeyboardEvent("keyup", shared));
    };
  };

  /** @param {HTMLElement} button @returns {Again} */
  const pressAgain = (button) => () => {
    const shared = { bubbles: true, cancelable: true, composed: true, button: 0 };
    for (const name of PRESSES.slice(0, -1)) {
      const Kind = name.startsWith("pointer") ? PointerEvent : MouseEvent;
      button.dispatchEvent(new Kind(name, shared));
    }
    button.click();
  };

  // --- the person's events ---------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!event.isTrusted || !isSendKey(event) || !composer.at(event) || isFree()) return;
    if (event.type === "keydown") take(event, keyAgain(event));
    else stop(event);
  };
  /** @param {Event} event */
  const onPress = (event) => {
    if (!event.isTrusted || isFree()) return;
    const button = buttonOf(event);
    if (!button) return;
    if (event.type === "click") take(event, pressAgain(button));
    else stop(event);
  };
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const box = composer.element();
    if (!event.isTrusted || !box || !form.contains?.(box) || isFree()) return;
    const { submitter } = event;
    take(event, () => form.requestSubmit(submitter));
  };
  for (const name of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
    window.addEventListener(name, onKey, { capture: true });
  }
  for (const name of PRESSES) window.addEventListener(name, onPress, { capture: true });
  window.addEventListener("submit", onSubmit, { capture: true });

  line.onSetup((site) => {
    active = site !== null && site.typed !== false;
    send = site?.send ?? "";
    frame = site?.frame || "form";
  });
})();
