// @ts-check
// A site that is not protected: said openly, with a report that shows all of what it holds.
"use strict";
(() => {
  /** What the browser calls a kind of request, in the words of web developers.
   * @type {Record<string, string>} */
  const KINDS = {
    main_frame: "form",
    ping: "beacon",
    sub_frame: "frame",
    webtransport: "WebTransport",
    websocket: "WebSocket",
    xmlhttprequest: "fetch",
  };

  /**
   * @param {Sottovoce.Alarm} news
   * @param {string} sentence
   * @param {() => void} changed
   */
  const create = (news, sentence, changed) => {
    const { words, shield } = sottovoce;
    const { make, button } = sottovoce.entry;
    const { say } = words;
    const item = make("li", "entry alarm");
    const mark = make("span");
    mark.append(shield.draw("broken"));
    const actions = make("div", "actions");
    const details = make("div", "why");
    details.hidden = true;
    const lines = facts(news);
    details.append(
      make("p", "aside", say("report_holds")),
      ...lines.map((line) => make("p", "", line)),
    );
    const open = button(say("report"), "", () => {
      details.hidden = !details.hidden;
      open.setAttribute("aria-expanded", String(!details.hidden));
      changed();
    });
    open.setAttribute("aria-expanded", "false");
    const copy = button(say("copy"), "", async () => {
      await navigator.clipboard.writeText(lines.join("\n"));
      copy.textContent = say("copied");
    });
    details.append(copy);
    actions.append(open);
    item.append(mark, make("p", "says", sentence), actions, details);
    return item;
  };

  /** Everything that the report holds; nothing that anybody typed.
   * @param {Sottovoce.Alarm} news */
  const facts = ({ why, what, since }) => {
    const { say } = sottovoce.words;
    return [
      say("report_site", location.host),
      say("report_time", new Date(since).toLocaleString()),
      say(`report_${why}`, KINDS[what] ?? "HTTP"),
      say("report_version", chrome.runtime.getManifest().version, navigator.userAgent),
    ];
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, alarm: { create } };
})();
