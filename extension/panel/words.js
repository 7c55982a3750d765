// @ts-check
// Every sentence that people read, from the locale's file. Codes go in, words come out.
"use strict";
(() => {
  /** What must still be said when the extension was updated under an open page, and its
   * interfaces are gone. */
  const LAST_WORDS = ["held_reload", "close", "icon_held", "name"];
  const kept = new Map(LAST_WORDS.map((name) => [name, chrome.i18n.getMessage(name)]));

  /** @param {string} name @param {(string | number)[]} values */
  const say = (name, ...values) => {
    try {
      return chrome.i18n.getMessage(name, values.map(String));
    } catch {
      return kept.get(name) ?? "";
    }
  };

  /** @param {number} value */
  const level = (value) =>
    new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      value,
    );

  /** A level below the bar never reads as the bar. @param {number} value @param {number} bar */
  const levelBelow = (value, bar) =>
    level(value < bar && level(value) === level(bar) ? Math.floor(value * 100) / 100 : value);

  /** @param {string} kind */
  const kind = (kind) => say(`kind_${kind}`) || say("kind_other");

  /** @param {readonly string[]} kinds */
  const kinds = (kinds) => {
    const words = [...new Set(kinds.map(kind))].slice(0, 4);
    return new Intl.ListFormat(undefined, { style: "long", type: "conjunction" }).format(words);
  };

  /** Why a prompt took its path, in sentences. @param {Sottovoce.Why} why @returns {string[]} */
  const why = ({ level: value, threshold, reasons, kinds: found }) => {
    const named = found.length ? say("why_names", kinds(found)) : say("why_reads");
    const numbers = say("why_level", levelBelow(value, threshold), level(threshold));
    return reasons.map((reason) => {
      if (reason === "threshold_reached") return `${named} ${numbers}`;
      if (reason === "below_threshold") return say("reason_below_threshold", numbers);
      return say(`reason_${reason}`) || say("reason_other");
    });
  };

  /** @param {string} reason @param {string} site */
  const held = (reason, site) => say(`held_${reason}`, site) || say("held_internal", site);

  /** @param {number} ms */
  const milliseconds = (ms) => new Intl.NumberFormat().format(Math.max(1, Math.round(ms)));

  /** @param {number} time */
  const clock = (time) =>
    new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

  /** How long ago, in words. @param {number} time @param {number} now */
  const ago = (time, now) => {
    const format = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "long" });
    const seconds = Math.round((now - time) / 1000);
    if (seconds < 60) return say("just_now");
    if (seconds < 3600) return format.format(-Math.round(seconds / 60), "minute");
    if (seconds < 86_400) return format.format(-Math.round(seconds / 3600), "hour");
    return format.format(-Math.round(seconds / 86_400), "day");
  };

  globalThis.sottovoce = {
    ...globalThis.sottovoce,
    words: { say, level, levelBelow, kind, kinds, why, held, milliseconds, clock, ago },
  };
})();
