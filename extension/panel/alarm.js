// @ts-check
// A site that is not protected: said openly, with a report that shows all of what it holds, and
// a pause for who has to go on working.
"use strict";
(() => {
  /** @param {string[]} lines */
  const report = (lines) => {
    const { make, button } = sottovoce.entry;
    const { say } = sottovoce.words;
    const details = make("div", "why");
    details.hidden = true;
    details.append(
      make("p", "aside", say("report_holds")),
      ...lines.map((line) => make("p", "", line)),
    );
    const copy = button(say("copy"), "", async () => {
      await navigator.clipboard.writeText(lines.join("\n"));
      copy.textContent = say("copied");
    });
    details.append(copy);
    return details;
  };

  /** @param {number} minutes @param {Sottovoce.Frame} frame @param {HTMLElement} note */
  const pause = (minutes, frame, note) => {
    const { say } = sottovoce.words;
    return sottovoce.guard.button(
      say("pause", String(minutes)),
      "",
      () => frame.tell({ type: "pause", minutes }),
      () => {
        note.textContent = say("covered");
        frame.changed();
      },
    );
  };

  /**
   * @param {Sottovoce.Alarm} news @param {string} sentence
   * @param {number} minutes How long it may be paused; 0 is not at all.
   * @param {Sottovoce.Frame} frame
   */
  const create = (news, sentence, minutes, frame) => {
    const { words, shield } = sottovoce;
    const { make, button } = sottovoce.entry;
    const { say } = words;
    const item = make("li", "entry alarm");
    const mark = make("span");
    mark.append(shield.draw("broken"));
    const actions = make("div", "actions");
    const note = make("p", "note aside");
    const details = report(words.report(news));
    const open = button(say("report"), "", () => {
      details.hidden = !details.hidden;
      open.setAttribute("aria-expanded", String(!details.hidden));
      frame.changed();
    });
    open.setAttribute("aria-expanded", "false");
    actions.append(open);
    if (minutes) actions.append(pause(minutes, frame, note));
    item.append(mark, make("p", "says", sentence), actions, note, details);
    return item;
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, alarm: { create, pause } };
})();
