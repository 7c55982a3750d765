// @ts-check
// Every sentence that people read, from the locale's file. Codes go in, words come out.
"use strict";
(() => {
  /** What must still be said when the extension was updated under an open page, and its
   * interfaces are gone. */
  const LAST_WORDS = ["held_reload", "refusal", "close", "shield", "name"];
  const kept = new Map(LAST_WORDS.map((name) => [name, chrome.i18n.getMessage(name)]));

  /** @param {string} name @param {(string | number)[]} values */
  const say = (name, ...values) => {
    try {
      return chrome.i18n.getMessage(name, values.map(String));
    } catch {
      return kept.get(name) ?? "";
    }
  };

  /** The language of these sentences: the browser's, or English where none is in it. */
  const language = say("language");
  const browsers = new Intl.NumberFormat().resolvedOptions().locale;
  /** What the browser words itself (lists, numbers, how long ago) goes into these sentences,
   * so it is in their language; in the reader's own variant of it where that is theirs. */
  const tongue =
    !language || browsers.split("-")[0] === language.split("-")[0] ? browsers : language;

  /** @param {number} value */
  const level = (value) =>
    new Intl.NumberFormat(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      value,
    );

  /** A level below the bar never reads as the bar. @param {number} value @param {number} bar */
  const levelBelow = (value, bar) =>
    level(value < bar && level(value) === level(bar) ? Math.floor(value * 100) / 100 : value);

  /** @typedef {Readonly<Record<string, string>>} Own What policy calls a kind. */

  /** @param {string} kind @param {Own} [own] */
  const kind = (kind, own = {}) =>
    (Object.hasOwn(own, kind) && own[kind]) || say(`kind_${kind}`) || say("kind_other");

  /** The first few, what is no stretch of the text last.
   * @param {readonly string[]} kinds @param {Own} [own] */
  const kinds = (kinds, own) => {
    const first = [...new Set(kinds.map((one) => kind(one, own)))].slice(0, 4);
    const wording = kind("SENSITIVE_WORDING");
    const words = first.toSorted((a, b) => Number(a === wording) - Number(b === wording));
    return new Intl.ListFormat(tongue, { style: "long", type: "conjunction" }).format(words);
  };

  /** Those more likely than not, or else the likeliest. @param {readonly Sottovoce.Share[]} shares */
  const categories = (shares) => {
    const known = shares.filter(({ category }) => say(`category_${category}`));
    const likely = known.filter(({ share }) => share >= 0.5);
    const named = (likely.length ? likely : known.slice(0, 1)).slice(0, 3);
    const words = named.map(({ category }) => say(`category_${category}`));
    return new Intl.ListFormat(tongue, { style: "short", type: "unit" }).format(words);
  };

  /** What a private prompt is about, and what makes it grave. @param {Sottovoce.Why} why */
  const about = ({ reasons, categories: shares = [], grave = [], words = {} }) => {
    if (!reasons.includes("threshold_reached")) return "";
    const named = categories(shares);
    const parts = [
      named && say("why_about", named),
      grave.length && say("why_grave", kinds(grave, words)),
    ];
    return parts.filter(Boolean).join(" ");
  };

  /** Why a prompt took its path, in sentences. @param {Sottovoce.Why} why @returns {string[]} */
  const why = ({ level: value, threshold, reasons, kinds: found, words }) => {
    const named = found.length ? say("why_names", kinds(found, words)) : say("why_reads");
    const numbers = say("why_level", levelBelow(value, threshold), level(threshold));
    return reasons.map((reason) => {
      if (reason === "threshold_reached") return `${named} ${numbers}`;
      if (reason === "below_threshold") return say("reason_below_threshold", numbers);
      return say(`reason_${reason}`) || say("reason_other");
    });
  };

  /** Codes of the companion that one sentence says. @type {Record<string, string>} */
  const ALIKE = {
    ambiguous: "damaged",
    garbled: "format",
    timeout: "failed",
    lost: "failed",
  };

  /** What became of the files of a message, in sentences. @param {Sottovoce.Why} [why] */
  const files = (why) =>
    (why?.files ?? []).flatMap(({ name, number, unread, private: secret }) => {
      const file = name || say("file_number", String(number));
      const said = say(`unread_${ALIKE[unread] ?? unread}`, file) || say("unread_failed", file);
      return [...(unread ? [said] : []), ...(secret ? [say("file_private", file)] : [])];
    });

  /** @param {string} reason @param {string} site */
  const held = (reason, site) => say(`held_${reason}`, site) || say("held_internal", site);

  /** @param {number} ms */
  const milliseconds = (ms) => new Intl.NumberFormat(tongue).format(Math.max(1, Math.round(ms)));

  /** @param {number} time */
  const clock = (time) =>
    new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

  /** @param {number} time */
  const day = (time) =>
    new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" }).format(time);

  /** How long ago, in words. @param {number} time @param {number} now */
  const ago = (time, now) => {
    const format = new Intl.RelativeTimeFormat(tongue, { numeric: "auto", style: "long" });
    const seconds = Math.round((now - time) / 1000);
    if (seconds < 60) return say("just_now");
    if (seconds < 3600) return format.format(-Math.round(seconds / 60), "minute");
    if (seconds < 86_400) return format.format(-Math.round(seconds / 3600), "hour");
    return format.format(-Math.round(seconds / 86_400), "day");
  };

  /** @param {readonly string[]} items */
  const list = (items) =>
    new Intl.ListFormat(tongue, { style: "long", type: "conjunction" }).format(items);

  /** What the browser calls a kind of request, in the words of web developers.
   * @type {Record<string, string>} */
  const REQUESTS = {
    main_frame: "form",
    ping: "beacon",
    sub_frame: "frame",
    webtransport: "WebTransport",
    websocket: "WebSocket",
    xmlhttprequest: "fetch",
  };

  /** Everything that the report of an alarm holds; nothing that anybody typed.
   * @param {Sottovoce.Alarm} alarm */
  const report = ({ why, what, since, host, version, failed }) => [
    say("report_site", host),
    say("report_time", new Date(since).toLocaleString()),
    say(`report_${why}`, REQUESTS[what] ?? "HTTP"),
    ...(version ? [say("report_adapter", String(version), (failed ?? []).join(" "))] : []),
    say("report_version", chrome.runtime.getManifest().version, navigator.userAgent),
  ];

  globalThis.sottovoce = {
    ...globalThis.sottovoce,
    words: {
      language,
      say,
      level,
      levelBelow,
      kind,
      kinds,
      why,
      about,
      files,
      held,
      milliseconds,
      clock,
      ago,
      day,
      list,
      report,
    },
  };
})();
