// @ts-check
// Between the page's hook and the extension: it hands the hook one end of a private channel
// before the page's code runs, passes requests on, and shows what came of them. It decides
// nothing, and what the extension does not answer stays held.
"use strict";
(() => {
  const ACCEPT_MS = 5_000;
  const AGAIN_MS = 1_000;
  const AGAIN_EVERY_MS = 60_000;
  const top = window === window.top;
  const composer = sottovoce.composer.watch();
  let label = location.host;

  const hook = sottovoce.meet((message) => fromPage(message));

  /** What is held, until it ends. @type {Map<number, Sottovoce.Hold | Sottovoce.Typed>} */
  const holds = new Map();
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  const clocks = new Map();
  /** @type {chrome.runtime.Port | null} */
  let port = null;
  /** @type {Sottovoce.Panel | null} */
  let panel = null;
  let styles = "";
  /** What other parts of this world do with messages.
   * @type {Map<string, ((message: any) => void)[]>} */
  const fromWorker = new Map();
  /** @type {Map<string, (message: any) => void>} */
  const fromHook = new Map();
  /** @type {((n: number) => void)[]} */
  const onEnd = [];
  /** @type {((n: number) => void)[]} */
  const onHeld = [];
  /** @type {((site: Sottovoce.PageSite | null) => void)[]} */
  const onSetup = [];
  /** What the worker has answered privately, until the answer is whole. @type {Set<number>} */
  const answering = new Set();
  let heldCount = 0;
  let askedCount = 0;
  let reconnected = -AGAIN_EVERY_MS;

  // --- the panel -------------------------------------------------------------------------------

  const stage = () => {
    panel ??= sottovoce.panel.create({
      composer: composer.element,
      onRetry: (n) => {
        const message = holds.get(n);
        panel?.unkeep(n);
        if (message) ask(message);
      },
      onDismiss: (n) => {
        deny(n, true);
        panel?.unkeep(n);
      },
      onLook: () => void say({ type: "panel", look: true }),
    });
    if (styles) panel.style(styles);
    return panel;
  };

  /** Nobody answers: the request stays held, and the person reads why.
   * @param {number} n @param {string} reason */
  const keep = (n, reason) => {
    composer.restore(n);
    for (const heard of onHeld) heard(n);
    stage().keep(n, reason, label);
  };

  // --- the extension ---------------------------------------------------------------------------

  const connect = () => {
    if (port) return port;
    const opened = chrome.runtime.connect({ name: "bridge" });
    port = opened;
    opened.onMessage.addListener(fromBackground);
    opened.onDisconnect.addListener(() => {
      void chrome.runtime?.lastError;
      if (port !== opened) return;
      port = null;
      for (const n of holds.keys()) keep(n, "companion_missing");
      for (const n of answering) composer.restore(n);
      answering.clear();
      if (!chrome.runtime?.id) panel?.interrupted();
      if (top && styles && performance.now() - reconnected > AGAIN_EVERY_MS) {
        reconnected = performance.now();
        setTimeout(() => say({ type: "ready", first: false }), AGAIN_MS);
      }
    });
    return opened;
  };

  /** @param {Sottovoce.FromBridge} message @returns {boolean} */
  const say = (message) => {
    try {
      connect().postMessage(message);
      return true;
    } catch {
      port = null;
      return false;
    }
  };

  /** @param {Sottovoce.Hold | Sottovoce.Typed} message */
  const ask = (message) => {
    const { n } = message;
    askedCount++;
    holds.set(n, message);
    if (!say(message)) {
      keep(n, "reload");
      return;
    }
    clocks.set(
      n,
      setTimeout(() => keep(n, "companion_missing"), ACCEPT_MS),
    );
  };

  /** @param {number} n */
  const end = (n) => {
    clearTimeout(clocks.get(n));
    clocks.delete(n);
    holds.delete(n);
    for (const heard of onEnd) heard(n);
  };

  /** @param {number} n @param {boolean} restore */
  const deny = (n, restore) => {
    end(n);
    hook.postMessage({ type: "deny", n, text: sottovoce.words.say("refusal") });
    if (restore) composer.restore(n);
    composer.forget(n);
    panel?.unkeep(n);
  };

  /** @param {Extract<Sottovoce.ToBridge, {type: "release"}>} message */
  const release = (message) => {
    const hold = holds.get(message.n);
    if (!hold) return;
    end(message.n);
    if (!sottovoce.deliver?.(message, hold)) hook.postMessage(message);
  };

  /** @param {Sottovoce.ToBridge} message */
  const fromBackground = (message) => {
    switch (message.type) {
      case "setup":
        setUp(message);
        break;
      case "release":
        release(message);
        if (message.quiet) composer.forget(message.n);
        else composer.clear(message.n);
        break;
      case "deny":
        deny(message.n, message.keep);
        break;
      case "noted":
        noted(message.n, message.state);
        break;
      case "seat":
        stage().seat(message.token);
        break;
      case "drawn":
        panel?.drawn(message.width, message.height);
        break;
      case "unseen":
        stage().unseen();
        break;
      case "left":
        composer.element()?.focus();
        break;
      case "clean":
        if (message.url) location.assign(message.url);
        else location.reload();
        break;
      case "again":
        composer.again(message.n);
        break;
      default:
        for (const hears of fromWorker.get(/** @type {any} */ (message).type) ?? []) hears(message);
    }
  };

  /** @param {Extract<Sottovoce.ToBridge, {type: "setup"}>} message */
  const setUp = ({ css, site }) => {
    if (site) {
      label = site.label || location.host;
      composer.use(site.composer);
      if (top) stage().use(site.frame);
    }
    panel?.style(css);
    styles = css;
    warm();
    for (const heard of onSetup) heard(site);
  };

  /** The background has it in hand. @param {number} n @param {Sottovoce.Entry["state"]} state */
  const noted = (n, state) => {
    clearTimeout(clocks.get(n));
    panel?.unkeep(n);
    if (state === "answering") {
      answering.add(n);
      composer.take(n);
    } else answering.delete(n);
    if (state !== "held") return;
    composer.restore(n);
    for (const heard of onHeld) heard(n);
  };

  let typed = false;
  let warmed = false;
  /** Who begins to type will soon want to read: the frame comes before it is needed. */
  const warm = () => {
    if (warmed || !typed || !panel) return;
    warmed = true;
    say({ type: "panel", look: false });
  };
  /** @param {Event} event */
  const typing = (event) => {
    typed ||= composer.at(event) !== null;
    warm();
  };
  window.addEventListener("input", typing, { capture: true, passive: true });

  // --- the hook --------------------------------------------------------------------------------

  /** @param {Sottovoce.FromHook} message */
  const fromPage = (message) => {
    switch (message?.type) {
      case "hold":
        heldCount++;
        stage();
        composer.keep(message.n);
        ask({
          ...message,
          page: location.href,
          body: message.body ? message.body.toBase64() : "",
          typing: sottovoce.typing?.() ?? false,
          meant: sottovoce.meant?.(message.body) ?? true,
        });
        break;
      case "cancel":
        end(message.n);
        say({ type: "cancel", n: message.n });
        panel?.unkeep(message.n);
        break;
      case "sent":
        say({ type: "sent", n: message.n, status: message.status, ms: message.ms });
        break;
      default:
        fromHook.get(/** @type {any} */ (message)?.type)?.(message);
    }
  };

  globalThis.sottovoce = {
    ...globalThis.sottovoce,
    line: {
      say,
      composer,
      ask,
      end,
      onEnd: (heard) => void onEnd.push(heard),
      onHeld: (heard) => void onHeld.push(heard),
      onSetup: (heard) => void onSetup.push(heard),
      held: () => heldCount,
      asked: () => askedCount,
      on: (type, hears) => void fromWorker.set(type, [...(fromWorker.get(type) ?? []), hears]),
      onHook: (type, handler) => void fromHook.set(type, handler),
      hook: (message, transfer = []) => hook.postMessage(message, transfer),
    },
  };

  /** @param {unknown} patterns */
  const generic = (patterns) => {
    const list = /** @type {string[]} */ (patterns ?? []);
    hook.postMessage({ type: "generic", patterns: list });
  };
  chrome.storage.local.get("generic").then(
    ({ generic: patterns }) => generic(patterns),
    () => generic([]),
  );
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" || !changes["generic"]) return;
    generic(changes["generic"].newValue);
    if (top) say({ type: "ready", first: false });
  });
  if (top) say({ type: "ready", first: true });
})();
