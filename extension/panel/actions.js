// @ts-check
// What a person may do with a message that stayed private: say that the site may read it after
// all, with a reason, or that it is not sensitive.
"use strict";
(() => {
  const REASONS = ["not_private", "public_already", "permitted", "own_risk"];

  /** @param {string} id @param {string} reason @param {string} words */
  const choice = (id, reason, words) => {
    const { make } = sottovoce.entry;
    const label = make("label", "choice");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = `reason-${id}`;
    radio.value = reason;
    label.append(radio, make("span", "", words));
    return label;
  };

  /** The form that asks why. @param {Sottovoce.Entry} entry @param {Sottovoce.Frame} frame
   * @param {() => void} done */
  const form = ({ id, site }, frame, done) => {
    const { say } = sottovoce.words;
    const { make, button } = sottovoce.entry;
    const box = make("form", "why reasons");
    const set = make("fieldset");
    const note = make("p", "aside");
    note.setAttribute("role", "status");
    set.append(make("legend", "", say("send_why", site)));
    set.append(...REASONS.map((reason) => choice(id, reason, say(`because_${reason}`))));
    /** @param {string} words */
    const remark = (words) => {
      note.textContent = words;
      frame.changed();
    };
    const send = () => {
      const chosen = /** @type {HTMLInputElement | null} */ (box.querySelector("input:checked"));
      if (!chosen) return remark(say("choose_reason"));
      frame.tell({ type: "override", id, reason: chosen.value });
      done();
    };
    const covered = () => remark(say("covered"));
    const actions = make("div", "actions");
    actions.append(
      sottovoce.guard.button(say("send_to", site), "main", send, covered),
      button(say("cancel"), "cancel", done),
    );
    box.append(set, note, actions);
    box.addEventListener("submit", (event) => event.preventDefault());
    return box;
  };

  /**
   * The buttons for what is offered; a form goes into the place.
   * @param {Sottovoce.Entry} entry @param {Sottovoce.Frame} frame @param {HTMLElement} place
   * @param {(words: string) => void} remark
   */
  const offer = (entry, frame, place, remark) => {
    const { say } = sottovoce.words;
    const { button } = sottovoce.entry;
    const { offers = [] } = entry;
    const found = [];
    if (offers.includes("public")) {
      const close = () => {
        place.replaceChildren();
        open.setAttribute("aria-expanded", "false");
        frame.changed();
        open.focus();
      };
      const open = button(say("send_instead", entry.site), "", () => {
        if (place.childElementCount) return close();
        place.replaceChildren(form(entry, frame, close));
        open.setAttribute("aria-expanded", "true");
        frame.changed();
        place.querySelector("input")?.focus();
      });
      open.setAttribute("aria-expanded", "false");
      found.push(open);
    }
    if (offers.includes("not_sensitive")) {
      found.push(
        sottovoce.guard.button(
          say("not_sensitive"),
          "",
          () => frame.tell({ type: "not_sensitive", id: entry.id }),
          () => remark(say("covered")),
        ),
      );
    }
    return found;
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, actions: { offer } };
})();
