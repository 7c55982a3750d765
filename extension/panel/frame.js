// @ts-check
// The panel: a page of the extension's own inside a frame, where neither the site nor another
// extension can read. What it shows comes from the worker alone; all that the page around it
// learns is how large it wants to be.
"use strict";
(() => {
  const AGAIN_MS = 400;
  const TRIES = 5;
  /** A live region is read where it changes after it can be seen. */
  const HEARD_MS = 120;
  const { words } = sottovoce;
  const { say } = words;
  const list = /** @type {HTMLElement} */ (document.getElementById("entries"));
  const live = /** @type {HTMLElement} */ (document.getElementById("live"));
  /** @type {Map<string, Sottovoce.Line>} */
  const entries = new Map();
  /** @type {{alarm?: HTMLElement, standing?: HTMLElement}} */
  const extra = {};
  /** @type {chrome.runtime.Port | null} */
  let port = null;
  /** Proves to the worker that this frame is the one that it let in. */
  let proof = location.hash.slice(1);
  let size = "";
  let tries = 0;

  // --- what is shown ---------------------------------------------------------------------------

  /** Its natural height, however little room it has now. */
  const height = () => {
    let sum = 0;
    for (const item of list.children) {
      if (/** @type {HTMLElement} */ (item).hidden) continue;
      sum += item.scrollHeight + (sum ? 1 : 0);
    }
    return sum ? sum + 2 : 0;
  };

  const changed = () => {
    const shown = [...list.children].filter((item) => !(/** @type {HTMLElement} */ (item).hidden));
    const brief = shown.length === 1 && shown[0].classList.contains("brief");
    document.body.classList.toggle("brief", brief);
    const width = brief ? Math.ceil(shown[0].getBoundingClientRect().width) + 2 : 0;
    const wanted = { width, height: height() };
    if (size === JSON.stringify(wanted)) return;
    size = JSON.stringify(wanted);
    tell({ type: "size", ...wanted });
  };

  /** @param {string} text */
  const announce = (text) => {
    setTimeout(() => {
      if (live.textContent !== text) live.textContent = text;
    }, HEARD_MS);
  };

  /** @param {string} id */
  const forget = (id) => {
    const entry = entries.get(id);
    if (!entry) return;
    entry.stop();
    entry.item.remove();
    entries.delete(id);
    changed();
  };

  /** @param {string} id @param {boolean} [now] */
  const gone = (id, now) => {
    if (now) return forget(id);
    entries.get(id)?.item.classList.add("fading");
    setTimeout(() => forget(id), 160);
  };

  /** @param {Sottovoce.FromPanel} message */
  const tell = (message) => {
    try {
      port?.postMessage(message);
    } catch {
      port = null;
    }
  };

  /** @type {Sottovoce.Frame} */
  const frame = { announce, tell, gone, changed };

  /** @param {string} id */
  const entryOf = (id) => {
    let entry = entries.get(id);
    if (!entry) {
      entry = sottovoce.entry.create(id, frame);
      for (const earlier of [...entries.values()]) earlier.fold();
      entries.set(id, entry);
      list.prepend(entry.item);
    }
    return entry;
  };

  /** @param {"alarm" | "standing"} name @param {HTMLElement | undefined} item */
  const put = (name, item) => {
    extra[name]?.remove();
    if (item) {
      extra[name] = item;
      list.prepend(item);
      announce(item.querySelector(".says")?.textContent ?? "");
    } else {
      delete extra[name];
    }
    changed();
  };

  /** @param {Sottovoce.Alarm} alarm @param {number} minutes */
  const alarmOf = (alarm, minutes) => {
    const sentence = say(`alarm_${alarm.why}`, words.clock(alarm.since));
    return sottovoce.alarm.create(alarm, sentence, minutes, frame);
  };

  // --- the worker ------------------------------------------------------------------------------

  /** @param {Sottovoce.ToPanel} message */
  const hear = (message) => {
    switch (message.type) {
      case "seated":
        proof = message.name;
        tries = 0;
        size = "";
        changed();
        break;
      case "show":
        entryOf(message.entry.id).update(message.entry);
        break;
      case "delta":
        entries.get(message.id)?.delta(message.text);
        break;
      case "granted":
        entries.get(message.id)?.granted(message.how, message.until);
        break;
      case "refused":
        entries.get(message.id)?.refused();
        break;
      case "alarm":
        put("alarm", message.alarm ? alarmOf(message.alarm, message.minutes) : undefined);
        break;
      case "standing": {
        const close = () => put("standing", undefined);
        put("standing", sottovoce.standing.create(message.standing, frame, close));
        break;
      }
      default:
    }
  };

  const connect = () => {
    const opened = chrome.runtime.connect({ name: "panel" });
    port = opened;
    opened.onMessage.addListener(hear);
    opened.onDisconnect.addListener(() => {
      void chrome.runtime?.lastError;
      if (port === opened) lost();
    });
    tell({ type: "seat", token: proof });
  };

  /** The worker ended. What it had in hand is told by the page's own part, which holds it. */
  const lost = () => {
    port = null;
    for (const entry of [...entries.values()]) if (entry.open()) entry.interrupted();
    if (chrome.runtime?.id && tries++ < TRIES) setTimeout(connect, AGAIN_MS);
  };

  document.documentElement.lang = words.language;
  document.documentElement.dir = say("@@bidi_dir") || "auto";
  /** @type {HTMLElement} */ (document.getElementById("title")).textContent = say("name");
  list.setAttribute("aria-label", say("name"));
  history.replaceState(null, "", location.pathname);
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    const form = document.activeElement?.closest("form");
    if (form) /** @type {HTMLElement} */ (form.querySelector(".cancel"))?.click();
    else tell({ type: "left" });
  });
  new ResizeObserver(changed).observe(list);
  window.addEventListener("resize", changed);
  connect();
})();
