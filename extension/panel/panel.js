// @ts-check
// What of the panel is in the page: a shield that always looks the same, the place for the
// extension's own frame, and a few fixed words for when no frame can say them. The page, and
// other extensions that open closed roots, learn nothing here of what became of a message.
"use strict";
(() => {
  const FOLLOW_MS = 300;
  const LEAST = 96;

  /** @param {string} token */
  const framed = (token) => {
    const frame = document.createElement("iframe");
    frame.className = "frame";
    frame.title = sottovoce.words.say("name");
    frame.allow = "clipboard-write *";
    // Pages that isolate themselves take no frame otherwise, and would report its address.
    if ("credentialless" in frame) frame.credentialless = true;
    frame.src = `${chrome.runtime.getURL("panel/frame.html")}#${token}`;
    return frame;
  };

  /** @param {Sottovoce.PanelUse} use */
  const create = ({ composer, onRetry, onDismiss, onLook }) => {
    const { words, shield, place } = sottovoce;
    const { say } = words;
    const host = document.createElement("div");
    const shadow = host.attachShadow({ mode: "closed" });
    const root = document.createElement("section");
    const badge = document.createElement("button");
    const tip = document.createElement("span");
    /** Requests that are held, each with its line. @type {Map<number, HTMLElement>} */
    const lines = new Map();
    /** @type {HTMLIFrameElement | null} */
    let frame = null;
    let wanted = { width: 0, height: 0 };
    let styled = false;
    let shown = false;
    /** What surrounds the composer. */
    let around = "form";
    let protectedSite = false;

    // --- its place -----------------------------------------------------------------------------

    const rtl = () => getComputedStyle(document.documentElement).direction === "rtl";
    const surroundings = () => {
      const box = composer();
      if (!box) return null;
      const outer = box.closest(around) ?? box;
      const { left, right, top, bottom } = outer.getBoundingClientRect();
      return right > left && bottom > top ? { left, right, top, bottom } : null;
    };

    /** @param {number} value */
    const px = (value) => `${Math.round(value)}px`;

    const layout = () => {
      if (!styled) return;
      attach();
      const outer = surroundings();
      const width = document.documentElement.clientWidth;
      const at = place.spot(outer, width, window.innerHeight);
      const room = Math.max(at.room, LEAST);
      const foot = window.innerHeight - (at.bottom ?? 0);
      moved(root, at.left, at.top === null ? `calc(${px(foot)} - 100%)` : px(at.top));
      root.style.inlineSize = px(at.width);
      root.style.maxBlockSize = px(room);
      fit(at.width, room);
      const spot = place.badge(outer, width, rtl());
      const covered = spot !== null && !spot.outside && (shown || lines.size > 0);
      badge.hidden = !spot || !protectedSite || covered;
      if (spot) moved(badge, spot.left, px(spot.top));
    };

    /** Moves a part without the browser counting it as a shift of the page's layout.
     * @param {HTMLElement} part @param {number} left @param {string} top */
    const moved = (part, left, top) => {
      part.style.transform = `translate(${px(left)}, ${top})`;
    };

    /** @param {number} width @param {number} room */
    const fit = (width, room) => {
      if (!frame) return;
      frame.style.inlineSize = px(wanted.width ? Math.min(wanted.width, width) : width);
      frame.style.blockSize = px(Math.min(wanted.height, room));
      frame.classList.toggle("shown", shown);
    };

    const attach = () => {
      const parent = document.documentElement;
      if (parent && host.parentNode !== parent) parent.append(host);
    };

    // --- fixed words ---------------------------------------------------------------------------

    /** @param {string} text @param {() => void} press */
    const button = (text, press) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", ({ isTrusted }) => isTrusted && press());
      return made;
    };

    /** @param {string} sentence @param {HTMLElement[]} buttons */
    const line = (sentence, ...buttons) => {
      const item = document.createElement("div");
      item.className = "line";
      item.setAttribute("role", "status");
      const text = document.createElement("p");
      const actions = document.createElement("div");
      actions.className = "actions";
      actions.append(...buttons);
      item.append(shield.draw("held"), text, actions);
      root.prepend(item);
      text.textContent = sentence;
      layout();
      return item;
    };

    /** @param {number} n */
    const unkeep = (n) => {
      lines.get(n)?.remove();
      lines.delete(n);
      layout();
    };

    root.className = "root";
    root.setAttribute("aria-label", say("name"));
    root.lang = words.language;
    root.dir = say("@@bidi_dir") || "auto";
    tip.className = "tip";
    tip.textContent = say("shield");
    badge.className = "badge";
    badge.type = "button";
    badge.hidden = true;
    badge.setAttribute("aria-label", say("shield"));
    badge.append(shield.draw("public"), tip);
    badge.addEventListener("click", ({ isTrusted }) => isTrusted && onLook());
    shadow.append(root, badge);

    const quietly = { passive: true, capture: true };
    for (const name of ["scroll", "resize", "input"]) {
      window.addEventListener(name, layout, quietly);
    }
    setInterval(() => {
      if (document.visibilityState === "visible") layout();
    }, FOLLOW_MS);

    return {
      /** Where the site has its composer. @param {string} outer */
      use: (outer) => {
        around = outer || "form";
        protectedSite = true;
        layout();
      },
      /** Gives it its looks; nothing shows before. @param {string} css */
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
        layout();
      },
      /** Puts the frame into its place; it proves with the token that it is ours to talk to.
       * @param {string} token */
      seat: (token) => {
        frame?.remove();
        frame = framed(token);
        root.append(frame);
        layout();
      },
      /** Something is to be said, and this page lets no frame say it. */
      unseen: () => {
        if (lines.has(0)) return;
        lines.set(
          0,
          line(
            say("panel_unseen"),
            button(say("close"), () => unkeep(0)),
          ),
        );
      },
      /** The frame says how large it wants to be. @param {number} width @param {number} height */
      drawn: (width, height) => {
        wanted = { width, height };
        shown = height > 0;
        if (shown) unkeep(0);
        layout();
      },
      /** @param {number} n @param {string} reason @param {string} site */
      keep: (n, reason, site) => {
        lines.get(n)?.remove();
        const again = reason === "reload" ? [] : [button(say("retry"), () => onRetry(n))];
        const cross = button(say("close"), () => onDismiss(n));
        lines.set(n, line(words.held(reason, site), ...again, cross));
      },
      unkeep,
      interrupted: () => {
        frame?.remove();
        frame = null;
        shown = false;
        layout();
      },
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, panel: { create } };
})();
