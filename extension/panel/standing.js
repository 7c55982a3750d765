// @ts-check
// How the site stands: what the shield tells when somebody asks it.
"use strict";
(() => {
  /** @param {Sottovoce.Standing} standing @returns {[Sottovoce.Shape, string]} */
  const truth = ({ label, checkedAt, pausedUntil, off, away }) => {
    const { say, clock } = sottovoce.words;
    if (away) return ["held", say("popup_paused")];
    if (off) return ["broken", say("standing_off", label)];
    if (pausedUntil) return ["broken", say("standing_paused", clock(pausedUntil), label)];
    if (checkedAt) return ["public", say("badge_seen", clock(checkedAt))];
    return ["public", say("listening")];
  };

  /** What may be done about it.
   * @param {Sottovoce.Standing} standing @param {Sottovoce.Frame} frame @param {HTMLElement} note */
  const remedies = ({ pausedUntil, off, away, minutes }, frame, note) => {
    const { say } = sottovoce.words;
    const { button } = sottovoce.entry;
    if (away) return [];
    if (off) return [button(say("protect_again"), "main", () => frame.tell({ type: "protect" }))];
    if (pausedUntil) {
      return [button(say("resume"), "main", () => frame.tell({ type: "pause", minutes: 0 }))];
    }
    return minutes ? [sottovoce.alarm.pause(minutes, frame, note)] : [];
  };

  /** @param {Sottovoce.Standing} standing @param {Sottovoce.Frame} frame
   * @param {() => void} close */
  const create = (standing, frame, close) => {
    const { make, button } = sottovoce.entry;
    const item = make("li", "entry standing");
    const [shape, sentence] = truth(standing);
    const mark = make("span");
    mark.append(sottovoce.shield.draw(shape));
    const corner = make("span", "corner");
    const cross = button("✕", "close", close);
    cross.setAttribute("aria-label", sottovoce.words.say("close"));
    corner.append(cross);
    const actions = make("div", "actions");
    const note = make("p", "note aside");
    actions.append(...remedies(standing, frame, note));
    item.append(mark, make("p", "says", sentence), corner, actions, note);
    return item;
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, standing: { create } };
})();
