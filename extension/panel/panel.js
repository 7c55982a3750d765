// @ts-check
// The panel: a guest in the page. It lives in a closed shadow root outside the page's body,
// takes no room until it has something to say, and never moves anything.
"use strict";
(() => {
  const FOLLOW_MS = 300;

  /**
   * @param {object} use
   * @param {() => HTMLElement | null} use.composer
   * @param {(id: string) => void} use.onRetry
   * @param {(id: string) => void} use.onDismiss
   */
  const create = ({ composer, onRetry, onDismiss }) => {
    const { words, shield, place } = sottovoce;
    const { make } = sottovoce.entry;
    const { say } = words;
    const host = document.createElement("div");
    const shadow = host.attachShadow({ mode: "closed" });
    const root = make("section", "root");
    const list = make("ul", "entries");
    const live = make("div", "quiet-text");
    const badge = /** @type {HTMLButtonElement} */ (make("button", "root badge"));
    const tip = make("span", "tip");
    /** @type {Map<string, Sottovoce.Line>} */
    const entries = new Map();
    /** @type {Sottovoce.Alarm | null} */
    let alarm = null;
    /** @type {HTMLElement | null} */
    let alarmItem = null;
    let styled = false;
    /** What surrounds the composer. */
    let frame = "form";
    let protectedSite = false;
    let last = "";

    const rtl = () => getComputedStyle(document.documentElement).direction === "rtl";
    const surroundings = () => {
      const box = composer();
      if (!box) return null;
      const outer = box.closest(frame) ?? box;
      const { left, right, top, bottom } = outer.getBoundingClientRect();
      return right > left && bottom > top ? { left, right, top, bottom } : null;
    };

    const layout = () => {
      if (!styled) return;
      attach();
      const around = surroundings();
      const width = document.documentElement.clientWidth;
      const at = place.spot(around, width, window.innerHeight);
      /** @param {number | null} value */
      const px = (value) => (value === null ? "auto" : `${Math.round(value)}px`);
      list.classList.toggle("above", at.top === null);
      root.style.left = px(at.left);
      root.style.inlineSize = px(at.width);
      root.style.top = px(at.top);
      root.style.bottom = px(at.bottom);
      root.style.maxBlockSize = px(Math.max(at.room, 96));
      const spot = place.badge(around, width, rtl());
      const covered = spot !== null && !spot.outside && root.clientHeight > 0;
      badge.hidden = !spot || !protectedSite || covered;
      badge.style.left = px(spot?.left ?? null);
      badge.style.top = px(spot?.top ?? null);
    };

    const attach = () => {
      const parent = document.documentElement;
      if (parent && host.parentNode !== parent) parent.append(host);
    };

    /** @param {string} text */
    const announce = (text) => {
      if (text === last) return;
      last = text;
      live.textContent = text;
    };

    /** @param {"private" | "public" | "held" | "broken"} shape @param {string} words */
    const badgeSays = (shape, words) => {
      tip.textContent = words;
      badge.setAttribute("aria-label", words);
      badge.replaceChildren(shield.draw(shape), tip);
    };

    const summary = () => {
      if (alarm) return badgeSays("broken", alarmText(alarm));
      const shown = [...entries.values()];
      const private_ = shown.some(({ item }) => item.querySelector(".shield.private"));
      const held = shown.some(({ item }) => item.querySelector(".shield.held"));
      if (held) badgeSays("held", say("icon_held"));
      else if (private_) badgeSays("private", say("icon_private"));
      else
        badgeSays(
          "public",
          last && shown.length === 0 ? say("badge_seen", words.clock(seen)) : say("listening"),
        );
    };
    let seen = 0;

    /** @param {Sottovoce.Alarm} news */
    const alarmText = ({ why, since }) => say(`alarm_${why}`, words.clock(since));

    /** @param {string} id */
    const forget = (id) => {
      const entry = entries.get(id);
      if (!entry) return;
      entry.stop();
      entry.item.remove();
      entries.delete(id);
      refresh();
    };

    /** @param {string} id */
    const fade = (id) => {
      const entry = entries.get(id);
      if (!entry) return;
      entry.item.classList.add("fading");
      setTimeout(() => forget(id), 160);
    };

    const refresh = () => {
      summary();
      layout();
    };

    /** @param {string} id */
    const entryOf = (id) => {
      let entry = entries.get(id);
      if (!entry) {
        entry = sottovoce.entry.create({
          id,
          announce,
          retry: () => onRetry(id),
          dismiss: () => onDismiss(id),
          gone: () => fade(id),
          changed: refresh,
        });
        for (const earlier of [...entries.values()]) earlier.fold();
        entries.set(id, entry);
        list.prepend(entry.item);
      }
      return entry;
    };

    const wasProtected = { passive: true, capture: true };
    window.addEventListener("scroll", layout, wasProtected);
    window.addEventListener("resize", layout, wasProtected);
    window.addEventListener("input", layout, wasProtected);
    setInterval(() => {
      if (document.visibilityState === "visible") layout();
    }, FOLLOW_MS);

    root.setAttribute("aria-label", say("name"));
    root.lang = words.language;
    root.dir = say("@@bidi_dir") || "auto";
    live.setAttribute("role", "status");
    live.setAttribute("aria-live", "polite");
    badge.type = "button";
    badge.hidden = true;
    badge.addEventListener("click", () => announce(badge.getAttribute("aria-label") ?? ""));
    root.append(live, list);
    shadow.append(root, badge);

    return {
      /** Where the site has its composer. @param {string} around */
      use: (around) => {
        frame = around || "form";
        protectedSite = true;
        refresh();
      },
      /** Gives the panel its looks; nothing shows before. @param {string} css */
      style: (css) => {
        if (styled) return;
        styled = true;
        try {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          shadow.adoptedStyleSheets = [sheet];
        } catch {
          const style = document.createElement("style");
          style.textContent = css;
          shadow.prepend(style);
        }
        refresh();
      },
      /** @param {Sottovoce.Entry} entry */
      show: (entry) => {
        if (entry.state === "public" || entry.state === "answered") seen = Date.now();
        entryOf(entry.id).update(entry);
        refresh();
      },
      /** @param {string} id @param {string} text */
      delta: (id, text) => entries.get(id)?.delta(text),
      forget,
      /** @param {Sottovoce.Alarm | null} news */
      alarm: (news) => {
        alarm = news;
        alarmItem?.remove();
        alarmItem = null;
        if (news) {
          alarmItem = sottovoce.alarm.create(news, alarmText(news), refresh);
          list.prepend(alarmItem);
          announce(alarmText(news));
        }
        refresh();
      },
      /** The extension went away while answers were on their way. */
      interrupted: () => {
        for (const [id, entry] of entries) {
          if (!entry.open() || id.startsWith("local-")) continue;
          const site = location.host;
          entry.update({ id, state: "held", site, reason: "secured_interrupted", retry: false });
        }
        refresh();
      },
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, panel: { create } };
})();
