// @ts-check
// The companion's messages, checked field by field (companion/messages.py is the contract).
// What is not understood is refused: it never releases anything.

export const PROTOCOL_VERSION = 1;
/** Longer than this the extension holds by itself and asks nobody. */
export const MAX_PROMPT_CHARACTERS = 2_000_000;

/** Reasons that a public decision may rest on (`Decision` in companion/values.py). */
const PUBLIC_REASONS = new Set([
  "not_eligible",
  "below_threshold",
  "released_by_person",
  "allowed_by_person",
  "paused_by_person",
]);
/** Those by which the person answers for it, whatever its level. */
const PERSONS = new Set(["released_by_person", "allowed_by_person", "paused_by_person"]);
const ID = /^[A-Za-z0-9_-]{8,64}$/;

/** @typedef {(value: unknown) => boolean} Check */

/** @type {Check} */
const text = (value) => typeof value === "string";
/** @type {Check} */
const number = (value) => typeof value === "number" && Number.isFinite(value);
/** @type {Check} */
const flag = (value) => typeof value === "boolean";
/** @type {Check} */
const id = (value) => typeof value === "string" && ID.test(value);
/** @type {(...values: string[]) => Check} */
const one =
  (...values) =>
  (value) =>
    typeof value === "string" && values.includes(value);
/** @type {(check: Check) => Check} */
const list = (check) => (value) => Array.isArray(value) && value.every(check);
/** @type {(check: Check) => Check} */
const maybe = (check) => (value) => value === undefined || check(value);
/** @type {(fields: Record<string, Check>) => Check} */
const object = (fields) => (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(fields).every(([name, check]) =>
    check(Object.hasOwn(value, name) ? /** @type {any} */ (value)[name] : undefined),
  );

/** @type {(check: Check) => Check} */
const values = (check) => (value) =>
  typeof value === "object" && value !== null && Object.values(value).every(check);

const links = object({
  worker: text,
  tunnel: text,
  secured: text,
  model: maybe(text),
  environment: maybe(text),
});
const finding = object({ kind: text, start: number, end: number, score: number, detector: text });
const criterion = object({ criterion: text, verdict: text, detail: text });
const share = object({ category: text, share: number });
const yours = object({
  paused: list(object({ site: text, until: number })),
  off: list(text),
  may: object({ send_publicly: flag, not_sensitive: flag, pause_minutes: number, switch: flag }),
  files: object({
    max_bytes: number,
    unreadable: one("hold", "pass"),
    paste: one("judge", "free"),
    drop: one("judge", "free"),
  }),
  remembered: maybe(object({ messages: number, findings: number })),
});

/** @type {Map<string, Check>} */
const MESSAGES = new Map([
  [
    "welcome",
    object({
      v: number,
      companion: text,
      policy_id: text,
      policy_name: text,
      policy_error: text,
      threshold: number,
      generic_sites: list(text),
      links,
      yours: maybe(yours),
    }),
  ],
  ["yours", yours],
  ["granted", object({ id, prompt: id, until: number })],
  ["sites", object({ bundle: text, signature: text, key: text })],
  ["state", object({ links })],
  [
    "decided",
    object({
      id,
      action: one("release", "answer", "hold", "pass"),
      variant: one("public", "secured"),
      eligible: flag,
      tag: list(criterion),
      level: number,
      threshold: number,
      reasons: list(text),
      kinds: list(text),
      findings: list(finding),
      ms: number,
      categories: maybe(list(share)),
      grave: maybe(list(text)),
      words: maybe(values(text)),
      offers: maybe(list(text)),
      files: maybe(list(object({ format: text, characters: number }))),
    }),
  ],
  ["delta", object({ id, text })],
  [
    "done",
    object({
      id,
      model: text,
      environment: text,
      path: text,
      first_token_ms: number,
      total_ms: number,
    }),
  ],
  ["held", object({ id, reason: text, retry: flag })],
  ["fault", object({ message: text, id: maybe(text) })],
]);

/**
 * Returns the message, or null if it is not one that this version understands.
 * @param {unknown} value
 * @returns {Sottovoce.FromDaemon | null}
 */
export function parse(value) {
  if (typeof value !== "object" || value === null) return null;
  if (!Object.hasOwn(value, "type")) return null;
  const { type } = /** @type {{type?: unknown}} */ (value);
  const check = typeof type === "string" ? MESSAGES.get(type) : undefined;
  return check?.(value) ? /** @type {any} */ (value) : null;
}

/**
 * Whether a decision really lets the prompt go to the site: everything in it must say so.
 * @param {Sottovoce.Decided} decided
 */
export function isRelease(decided) {
  return decided.action === "release" && isPublic(decided);
}

/**
 * Whether the page may go on with what the person sends; its request is judged when it leaves.
 * @param {Sottovoce.Decided} decided
 */
export function isPass(decided) {
  return decided.action === "pass" && isPublic(decided);
}

/** @param {Sottovoce.Decided} decided */
function isPublic({ variant, reasons, eligible, level, threshold }) {
  return (
    variant === "public" &&
    reasons.length > 0 &&
    reasons.every((reason) => PUBLIC_REASONS.has(reason)) &&
    (!eligible || level < threshold || reasons.some((reason) => PERSONS.has(reason)))
  );
}
