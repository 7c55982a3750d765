// @ts-check
// One prompt in the panel: what is happening to it, or what came of it, why, and what the
// person can do about it.
"use strict";
(() => {
  const FADE_MS = 6_000;
  const CHECKING_MS = 150;
  /** What a person's own choice lets through was not checked: it is not said that it was. */
  const CHOICES = ["released_by_person", "allowed_by_person", "paused_by_person"];

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

  /** The person's own words, with what was found in them.
   * @param {readonly Sottovoce.Span[]} spans @param {Sottovoce.Why["words"]} own */
  const quoted = (spans, own) => {
    const list = make("ul");
    for (const { before, match, after, kind } of spans) {
      const row = make("li");
      const quote = make("span");
      quote.dir = "auto";
      quote.append(before, make("mark", "", match), after);
      row.append(quote, make("span", "kind", sottovoce.words.kind(kind, own)));
      list.append(row);
    }
    return list;
  };

  class Entry {
    #id;
    #frame;
    #mark = make("span");
    #says = make("p", "says");
    #corner = make("span", "corner");
    #answer = make("div", "answer");
    #actions = make("div", "actions");
    #note = make("p", "note aside");
    #why = make("div", "why");
    #form = make("div", "place");
    #unfold;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    #text = "";
    #drawn = false;
    /** @type {Sottovoce.Entry["state"] | ""} */
    #state = "";
    /** @type {Sottovoce.Entry | null} */
    #latest = null;
    item = make("li", "entry");

    /** @param {string} id @param {Sottovoce.Frame} frame */
    constructor(id, frame) {
      this.#id = id;
      this.#frame = frame;
      this.item.hidden = true;
      this.#why.id = `why-${id}`;
      this.#unfold = button(sottovoce.words.say("show"), "unfold", () => this.#open());
      this.#unfold.setAttribute("aria-expanded", "false");
      this.item.append(this.#mark, this.#says, this.#corner, this.#answer, this.#actions);
      this.item.append(this.#note, this.#why, this.#form);
    }

    #reveal() {
      this.item.hidden = false;
      this.#frame.changed();
    }

    /** @param {Sottovoce.Shape} shape @param {string} sentence @param {string} [tone] */
    #line(shape, sentence, tone = "") {
      this.#mark.replaceChildren(sottovoce.shield.draw(shape));
      this.#says.className = `says ${tone}`;
      this.#says.textContent = sentence;
      this.item.classList.toggle("brief", shape === "public");
    }

    /** A button that opens and closes a part. @param {string} words @param {HTMLElement} part */
    #discloses(words, part) {
      part.hidden = true;
      const open = button(words, "", () => {
        part.hidden = !part.hidden;
        open.setAttribute("aria-expanded", String(!part.hidden));
        this.#frame.changed();
        part.scrollIntoView({ block: "nearest" });
      });
      open.setAttribute("aria-expanded", "false");
      return open;
    }

    /** @param {Sottovoce.Entry} entry */
    #explain({ why, state }) {
      if (!why) return;
      const { words } = sottovoce;
      this.#why.replaceChildren(...words.why(why).map((one) => make("p", "", one)));
      const about = words.about(why);
      if (about) this.#why.append(make("p", "aside", about));
      const files = state === "held" ? [] : words.files(why); // there they stand above
      this.#why.append(...files.map((one) => make("p", "aside", one)));
      if (why.spans.length) this.#why.append(quoted(why.spans, why.words));
      const open = this.#discloses(words.say("why"), this.#why);
      open.setAttribute("aria-controls", this.#why.id);
      this.#actions.append(open);
    }

    /** @param {string} words */
    #remark(words) {
      this.#note.textContent = words;
      this.#frame.announce(words);
      this.#frame.changed();
    }

    /** @param {Sottovoce.Entry} entry */
    #offer(entry) {
      const remark = (/** @type {string} */ words) => this.#remark(words);
      this.#actions.append(...sottovoce.actions.offer(entry, this.#frame, this.#form, remark));
    }

    #draw() {
      const { say } = sottovoce.words;
      this.#drawn = false;
      const labels = { copy: say("copy"), copied: say("copied") };
      this.#answer.replaceChildren(...sottovoce.markdown.render(this.#text, labels));
      if (this.#state === "answering") this.#answer.lastElementChild?.classList.add("cursor");
      this.#frame.changed();
    }

    #close() {
      if (this.#corner.childElementCount) return;
      const cross = button("✕", "close", () => {
        this.#frame.tell({ type: "dismiss", id: this.#id });
        this.#frame.gone(this.#id);
      });
      cross.setAttribute("aria-label", sottovoce.words.say("close"));
      this.#corner.append(cross);
    }

    /** @param {Sottovoce.Entry} entry */
    #secured(entry) {
      const { say } = sottovoce.words;
      const whole = entry.state === "answered";
      const sentence = whole
        ? say("answered", entry.model ?? "", entry.environment ?? "", entry.site)
        : say("answering", entry.site);
      this.#line("private", sentence, "private-line");
      if (entry.why?.reasons.includes("conversation_floor")) this.#floor();
      this.#explain(entry);
      this.#offer(entry);
      if (whole) this.#beside();
      this.#close();
      this.#draw();
      if (whole) this.#open();
      this.#frame.announce(whole ? `${sentence} ${this.#text}` : sentence);
    }

    /** The conversation may go on in the side panel. */
    #beside() {
      const { beside, words } = sottovoce;
      if (beside.there) this.#actions.append(button(words.say("side_open"), "", beside.open));
    }

    #floor() {
      const { say } = sottovoce.words;
      this.#says.append(" ", make("span", "aside", say("reason_conversation_floor")));
      const go = () => this.#frame.tell({ type: "clean", id: this.#id });
      this.#actions.append(button(say("fresh"), "", go));
    }

    #open() {
      this.item.classList.remove("folded");
      this.#unfold.remove();
      this.#frame.changed();
    }

    /** @param {Sottovoce.Entry} entry */
    #held(entry) {
      const { say, held } = sottovoce.words;
      const sentence = held(entry.reason ?? "internal", entry.site);
      this.#line("held", sentence);
      if (this.#text) {
        this.#says.append(" ", make("span", "aside", say("broken_off")));
        this.#draw();
      }
      this.#files(entry);
      if (entry.retry) {
        const retry = () => this.#frame.tell({ type: "retry", id: this.#id });
        this.#actions.append(button(say("retry"), "main", retry));
      }
      if (entry.reason === "companion_missing") this.#fix();
      this.#explain(entry);
      this.#offer(entry);
      this.#close();
      this.#frame.announce([sentence, ...sottovoce.words.files(entry.why)].join(" "));
    }

    /** Names the files that could not be read. @param {Pick<Sottovoce.Entry, "why">} entry */
    #files({ why }) {
      for (const sentence of sottovoce.words.files(why)) {
        this.#says.append(" ", make("span", "aside", sentence));
      }
    }

    #fix() {
      const { say } = sottovoce.words;
      const how = make("div", "why fix");
      how.append(...[1, 2, 3].map((step) => make("p", "", say(`fix_${step}`))));
      this.item.append(how);
      this.#actions.append(this.#discloses(say("how_to_fix"), how));
    }

    /** @param {Sottovoce.Entry} entry */
    #public({ site, ms = 0, why }) {
      const { say, milliseconds } = sottovoce.words;
      const choice = CHOICES.find((reason) => why?.reasons.includes(reason));
      const sentence = choice ? say(`sent_${choice}`, site) : say("sent", site, milliseconds(ms));
      this.#line("public", sentence, "aside");
      this.#files({ why });
      this.#timer = setTimeout(() => this.#frame.gone(this.#id), FADE_MS);
      this.#frame.announce(sentence);
    }

    /** @param {Sottovoce.Entry} entry */
    #dropped({ reason, site }) {
      if (!reason) return this.#frame.gone(this.#id, true);
      const sentence = sottovoce.words.say(`dropped_${reason}`, site);
      this.#line("held", sentence);
      this.#close();
      this.#frame.announce(sentence);
    }

    #clear() {
      clearTimeout(this.#timer);
      this.item.querySelector(".fix")?.remove();
      for (const part of [this.#actions, this.#why, this.#form, this.#note]) part.replaceChildren();
    }

    /** @param {Sottovoce.Entry} entry */
    update(entry) {
      const focused = this.item.contains(document.activeElement);
      this.#clear();
      this.#latest = entry;
      this.#state = entry.state;
      if (entry.state === "checking") {
        this.#line("public", sottovoce.words.say("checking"), "aside");
        if (this.item.hidden) this.#timer = setTimeout(() => this.#reveal(), CHECKING_MS);
        return;
      }
      if (entry.state === "public") this.#public(entry);
      else if (entry.state === "dropped") this.#dropped(entry);
      else if (entry.state === "held") this.#held(entry);
      else this.#secured(entry);
      this.#reveal();
      if (focused) this.item.querySelector("button")?.focus();
    }

    /** @param {string} piece */
    delta(piece) {
      this.#text += piece;
      if (this.#drawn) return;
      this.#drawn = true;
      requestAnimationFrame(() => this.#draw());
    }

    /** The companion agreed: the text is back in its box and may go to the site, once.
     * @param {"public" | "not_sensitive"} how @param {number} until */
    granted(how, until) {
      const { say } = sottovoce.words;
      const site = this.#latest?.site ?? "";
      this.#clear();
      this.#line("public", say(`granted_${how}`, site));
      this.item.classList.remove("brief");
      this.#answer.hidden = true;
      this.#frame.announce(this.#says.textContent ?? "");
      this.#timer = setTimeout(
        () => {
          this.#line("held", say("granted_over", site));
          this.#frame.changed();
        },
        Math.max(0, until - Date.now()),
      );
      this.#frame.changed();
    }

    refused() {
      this.#form.replaceChildren();
      this.#remark(sottovoce.words.say("refused"));
    }

    /** Makes room for a newer message: one line stays, and the answer on request. */
    fold() {
      if (this.#state === "public" || this.#state === "dropped" || this.#answer.hidden) {
        return this.#frame.gone(this.#id);
      }
      if (this.#state !== "answered" || this.item.classList.contains("folded")) return;
      this.item.classList.add("folded");
      this.#says.append(" ", this.#unfold);
    }

    /** Whether it still waits for the extension. */
    open() {
      return this.#state === "checking" || this.#state === "answering";
    }

    /** The worker is gone, and what it had begun with it. */
    interrupted() {
      const site = this.#latest?.site ?? "";
      if (this.#state === "checking") return this.#frame.gone(this.#id, true);
      const reason = "secured_interrupted";
      this.update({ id: this.#id, state: "held", site, reason, retry: false });
    }

    stop() {
      clearTimeout(this.#timer);
    }
  }

  /** @param {string} id @param {Sottovoce.Frame} frame */
  const create = (id, frame) => new Entry(id, frame);

  globalThis.sottovoce = { ...globalThis.sottovoce, entry: { create, make, button } };
})();
