// @ts-check
// What the first-run page knows of the one message that travels, and what each of the five
// steps says of it. Events go in, steps come out; no page, no clock, no browser.

/**
 * @typedef {"held" | "tag" | "level" | "connection" | "answer"} Name
 * @typedef {"wait" | "now" | "done" | "broken" | "none"} State `none`: there is nothing to do.
 * @typedef {[string, ...(string | number)[]]} Words A name of the locale with its values.
 *
 * @typedef {object} Tour
 * @property {Readonly<Record<Name, number>>} at Milliseconds from the start; -1 is not yet.
 * @property {Sottovoce.Decided | null} decided
 * @property {string} answer
 * @property {Sottovoce.Done | null} done
 * @property {{name: Name, says: Words, remedy: Words | null} | null} broken
 * @property {Sottovoce.Companion | null} companion
 */

/** @type {readonly Name[]} */
export const NAMES = ["held", "tag", "level", "connection", "answer"];

/** @returns {Tour} */
export function begun() {
  const at = { held: 0, tag: -1, level: -1, connection: -1, answer: -1 };
  return { at, decided: null, answer: "", done: null, broken: null, companion: null };
}

/** Whether a public decision ended it: then nothing was sent anywhere. @param {Tour} tour */
export const isPublic = ({ decided }) => decided !== null && decided.variant === "public";

/** Whether nothing more will come. @param {Tour} tour */
export const isOver = (tour) => tour.done !== null || tour.broken !== null || isPublic(tour);

/**
 * @param {Tour} tour @param {Sottovoce.TourNews} news @param {number} now Since the start.
 * @returns {Tour}
 */
export function heard(tour, news, now) {
  if (isOver(tour)) return tour;
  switch (news.type) {
    case "decided": {
      const { decided, companion } = news;
      return { ...tour, decided, companion, at: { ...tour.at, tag: now, level: now } };
    }
    case "delta": {
      const first = tour.at.connection < 0 ? now : tour.at.connection;
      return { ...tour, answer: tour.answer + news.text, at: { ...tour.at, connection: first } };
    }
    case "done":
      return { ...tour, done: news.done, at: { ...tour.at, answer: now } };
    case "late":
      return broken(tour, "no_answer", news.companion);
    default:
      return broken(tour, news.reason, news.companion);
  }
}

/** The page lost the background: the extension was updated or switched off. @param {Tour} tour */
export function cut(tour) {
  return isOver(tour) ? tour : broken(tour, "cut", null);
}

/** @param {Tour} tour @param {string} reason @param {Sottovoce.Companion | null} companion
 * @returns {Tour} */
function broken(tour, reason, companion) {
  return { ...tour, companion, broken: { name: placeOf(tour, reason), ...wordsOf(reason) } };
}

/** Which step a reason belongs to. @param {Tour} tour @param {string} reason @returns {Name} */
function placeOf({ decided, answer }, reason) {
  if (!decided) return "tag";
  if (reason === "tunnel_down" || reason === "audit_failed") return "connection";
  if (answer || /^secured_|^too_long/.test(reason)) return "answer";
  return "connection";
}

/** @type {Readonly<Record<string, readonly [Words, Words | null]>>} */
const BROKEN = {
  companion_missing: [["tour_broken_companion"], null],
  no_answer: [["tour_broken_companion"], ["tour_doctor"]],
  tunnel_down: [["tour_broken_connection"], ["tour_doctor"]],
  secured_unreachable: [["tour_broken_model"], ["tour_doctor"]],
  secured_refused: [["tour_broken_model"], ["tour_doctor"]],
  secured_interrupted: [["tour_broken_off"], ["tour_doctor"]],
  cut: [["tour_broken_cut"], null],
  other: [["tour_broken_other"], ["tour_doctor"]],
};

/** @param {string} reason @returns {{says: Words, remedy: Words | null}} */
function wordsOf(reason) {
  const [says, remedy] = BROKEN[Object.hasOwn(BROKEN, reason) ? reason : "other"];
  return { says, remedy };
}

/** @param {Tour} tour @param {Name} name @returns {State} */
export function stateOf(tour, name) {
  const { broken, decided, done, at } = tour;
  const order = NAMES.indexOf(name);
  if (broken) {
    const stop = NAMES.indexOf(broken.name);
    return order < stop ? "done" : order === stop ? "broken" : "none";
  }
  if (order < 3) return name === "held" || decided ? "done" : name === "tag" ? "now" : "wait";
  if (!decided) return "wait";
  if (isPublic(tour)) return "none";
  if (name === "connection") return at.connection < 0 && !done ? "now" : "done";
  return done ? "done" : at.connection < 0 ? "wait" : "now";
}

/** Private in some way that has no name of its own: shown where nothing else is. */
const VAGUE = "PRIVATE_DETAIL";

/**
 * The text in pieces, each plain or with the kind that was found in it. Of findings that
 * overlap, the one whose kind weighs most stays. Offsets count code points.
 * @param {string} text @param {readonly Sottovoce.Finding[]} findings
 * @param {readonly string[]} kinds Those that carried the level, the strongest first.
 * @returns {{text: string, kind: string}[]}
 */
export function pieces(text, findings, kinds) {
  const points = Array.from(text);
  const kept = strongest(findings, kinds, points.length);
  /** @type {{text: string, kind: string}[]} */
  const found = [];
  let reached = 0;
  const take = (/** @type {number} */ end, /** @type {string} */ kind) => {
    if (end > reached) found.push({ text: points.slice(reached, end).join(""), kind });
    reached = end;
  };
  for (const { start, end, kind } of kept) {
    take(start, "");
    take(end, kind);
  }
  take(points.length, "");
  return found;
}

/** @param {readonly Sottovoce.Finding[]} findings @param {readonly string[]} kinds
 * @param {number} length */
function strongest(findings, kinds, length) {
  /** @type {Sottovoce.Finding[]} */
  const kept = [];
  const there = findings.filter(
    ({ kind, start, end, part = "prompt" }) =>
      kinds.includes(kind) && start < end && end <= length && part === "prompt",
  );
  const named = there.filter(({ kind }) => kind !== VAGUE);
  const fitting = (named.length ? named : there).toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.end - b.start - (a.end - a.start),
  );
  for (const one of fitting) {
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
