// @ts-check
// One prompt in the panel: what is happening to it, or what came of it, and why.
"use strict";
(() => {
  const FADE_MS = 6_000;
  const CHECKING_MS = 150;

  /** @param {string} tag @param {string} [name] @param {string} [text] */
  const make = (tag, name = "", text = "") => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  /** @param {string} text @param {string} name @param {() => void} press */
  const button = (text, name, press) => {
    const element = /** @type {HTMLButtonElement} */ (make("button", name, text));
    element.type = "button";
    element.addEventListener("click", press);
    return element;
  };

  /**
   * @param {object} use
   * @param {string} use.id
   * @param {(text: string) => void} use.announce For people who listen.
   * @param {() => void} use.retry
   * @param {() => void} use.dismiss
   * @param {() => void} use.gone The entry has nothing more to say.
   * @param {() => void} use.changed
   */
  const create = ({ id, announce, retry, dismiss, gone, changed }) => {
    const { words, shield, markdown } = sottovoce;
    const { say } = words;
    const item = make("li", "entry");
    const mark = make("span");
    const says = make("p", "says");
    const corner = make("span", "corner");
    const answer = make("div", "answer");
    const actions = make("div", "actions");
    const why = make("div", "why");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let text = "";
    let drawn = false;
    let hidden = true;
    /** @type {Sottovoce.Entry["state"] | ""} */
    let state = "";

    const reveal = () => {
      hidden = false;
      item.hidden = false;
      changed();
    };

    /** @param {Sottovoce.Shape} shape @param {string} line
     * @param {string} [tone] */
    const line = (shape, line, tone = "") => {
      mark.replaceChildren(shield.draw(shape));
      says.className = `says ${tone}`;
      says.textContent = line;
      item.classList.toggle("brief", shape === "public");
    };

    /** @param {Sottovoce.Entry} entry */
    const explain = (entry) => {
      const { why: reasons } = entry;
      if (!reasons) return;
      why.id = `why-${id}`;
      why.hidden = true;
      const open = button(say("why"), "", () => {
        why.hidden = !why.hidden;
        open.setAttribute("aria-expanded", String(!why.hidden));
        changed();
        why.scrollIntoView({ block: "nearest" });
      });
      open.setAttribute("aria-expanded", "false");
      open.setAttribute("aria-controls", why.id);
      why.replaceChildren(
        ...words.why(reasons).map((/** @type {string} */ one) => make("p", "", one)),
      );
      const about = words.about(reasons);
      if (about) why.append(make("p", "aside", about));
      if (reasons.spans.length) why.append(quoted(reasons.spans, reasons.words));
      actions.append(open);
    };

    /** The person's own words, with what was found in them.
     * @param {readonly Sottovoce.Span[]} spans @param {Sottovoce.Why["words"]} own */
    const quoted = (spans, own) => {
      const list = make("ul");
      for (const { before, match, after, kind } of spans) {
        const row = make("li");
        const quote = make("span");
        quote.dir = "auto";
        quote.append(before, make("mark", "", match), after);
        row.append(quote, make("span", "kind", words.kind(kind, own)));
        list.append(row);
      }
      return list;
    };

    const draw = () => {
      drawn = false;
      const labels = { copy: say("copy"), copied: say("copied") };
      answer.replaceChildren(...markdown.render(text, labels));
      if (state === "answering") answer.lastElementChild?.classList.add("cursor");
      changed();
    };

    const close = () => {
      if (corner.childElementCount) return;
      const cross = button("✕", "close", dismiss);
      cross.setAttribute("aria-label", say("close"));
      corner.append(cross);
    };

    /** @param {Sottovoce.Entry} entry */
    const secured = (entry) => {
      const whole = entry.state === "answered";
      const words = whole
        ? say("answered", entry.model ?? "", entry.environment ?? "", entry.site)
        : say("answering", entry.site);
      line("private", words, "private-line");
      if (entry.why?.reasons.includes("conversation_floor")) floor(entry);
      explain(entry);
      close();
      draw();
      if (whole) unfold();
      announce(whole ? `${words} ${text}` : words);
    };

    const show = button(say("show"), "unfold", () => unfold());
    show.setAttribute("aria-expanded", "false");
    const unfold = () => {
      item.classList.remove("folded");
      show.remove();
      changed();
    };
    /** Makes room for a newer message: one line stays, and the answer on request. */
    const fold = () => {
      if (state === "public" || state === "dropped") return gone();
      if (state !== "answered" || item.classList.contains("folded")) return;
      item.classList.add("folded");
      says.append(" ", show);
    };

    /** @param {Sottovoce.Entry} entry */
    const floor = ({ fresh }) => {
      says.append(" ", make("span", "aside", say("reason_conversation_floor")));
      const go = () => (fresh ? location.assign(fresh) : location.reload());
      actions.append(button(say("fresh"), "", go));
    };

    /** @param {Sottovoce.Entry} entry */
    const held = (entry) => {
      const words = sottovoce.words.held(entry.reason ?? "internal", entry.site);
      line("held", words);
      if (text) {
        says.append(" ", make("span", "aside", say("broken_off")));
        draw();
      }
      if (entry.retry) actions.append(button(say("retry"), "main", retry));
      if (entry.reason === "companion_missing") actions.append(fix());
      explain(entry);
      close();
      announce(words);
    };

    const fix = () => {
      const how = make("div", "why");
      how.hidden = true;
      how.append(...[1, 2, 3].map((step) => make("p", "", say(`fix_${step}`))));
      item.append(how);
      const open = button(say("how_to_fix"), "", () => {
        how.hidden = !how.hidden;
        open.setAttribute("aria-expanded", String(!how.hidden));
        changed();
      });
      open.setAttribute("aria-expanded", "false");
      return open;
    };

    /** @param {Sottovoce.Entry} entry */
    const update = (entry) => {
      clearTimeout(timer);
      state = entry.state;
      actions.replaceChildren();
      for (const extra of item.querySelectorAll(".actions ~ .why")) {
        if (extra !== why) extra.remove();
      }
      why.replaceChildren();
      switch (state) {
        case "checking":
          line("public", say("checking"), "aside");
          if (hidden) timer = setTimeout(reveal, CHECKING_MS);
          return;
        case "public":
          line("public", say("sent", entry.site, words.milliseconds(entry.ms ?? 0)), "aside");
          timer = setTimeout(gone, FADE_MS);
          announce(says.textContent ?? "");
          break;
        case "dropped":
          if (!entry.reason) return gone();
          line("held", say(`dropped_${entry.reason}`, entry.site));
          close();
          announce(says.textContent ?? "");
          break;
        case "held":
          held(entry);
          break;
        default:
          secured(entry);
      }
      reveal();
    };

    item.hidden = true;
    item.append(mark, says, corner, answer, actions, why);
    return {
      item,
      update,
      /** @param {string} piece */
      delta: (piece) => {
        text += piece;
        if (!drawn) {
          drawn = true;
          requestAnimationFrame(draw);
        }
      },
      fold,
      /** Whether it still waits for the extension. */
      open: () => state === "checking" || state === "answering",
      stop: () => clearTimeout(timer),
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, entry: { create, make, button } };
})();
