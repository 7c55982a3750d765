// @ts-check
// The private conversations of this browser session: who asked what, and what was answered.
// In memory only, bounded, and gone with the tab. Pure; `background/talk.js` keeps it.

export const MOST_TALKS = 50;
/** What the companion takes along as context (docs/reference/protocol.md). */
export const MOST_TURNS = 40;
export const MOST_CHARACTERS = 200_000;

/**
 * @typedef {object} Talk
 * @property {string} key Names it among all.
 * @property {number} tab
 * @property {string} site
 * @property {string} label The site's name for people.
 * @property {string} fresh Where a clean chat of the site starts; empty where none is known.
 * @property {string} conversation
 * @property {Sottovoce.TalkTurn[]} turns
 * @property {string} open The id of what is being answered; empty if nothing is.
 * @property {string} reason Why the last question was kept; empty if it was not.
 * @property {string} model
 * @property {string} environment
 */

export class Talks {
  /** The least recently used first. @type {Map<string, Talk>} */
  #talks = new Map();

  /** @param {string} site @param {string} conversation */
  static keyOf(site, conversation) {
    return `${site} ${conversation}`;
  }

  /**
   * The talk of a conversation, made if need be.
   * @param {Pick<Talk, "tab" | "site" | "label" | "fresh" | "conversation">} whose
   */
  of(whose) {
    const key = Talks.keyOf(whose.site, whose.conversation);
    const talk = this.#talks.get(key) ?? {
      ...whose,
      key,
      turns: [],
      open: "",
      reason: "",
      model: "",
      environment: "",
    };
    talk.tab = whose.tab;
    this.#talks.delete(key);
    this.#talks.set(key, talk);
    for (const old of this.#talks.keys()) {
      if (this.#talks.size <= MOST_TALKS) break;
      this.#talks.delete(old);
    }
    return talk;
  }

  /** @param {string} key */
  get(key) {
    return this.#talks.get(key);
  }

  /** The talk that a tab had last. @param {number} tab */
  latest(tab) {
    return [...this.#talks.values()].findLast((talk) => talk.tab === tab);
  }

  /** @param {string} id @returns {Talk | undefined} */
  answering(id) {
    return id ? [...this.#talks.values()].find(({ open }) => open === id) : undefined;
  }

  /** @returns {Talk[]} Those that wait for an answer. */
  get waiting() {
    return [...this.#talks.values()].filter(({ open }) => open);
  }

  /** @param {string} key */
  forget(key) {
    this.#talks.delete(key);
  }

  /** @param {number} tab */
  closed(tab) {
    for (const { key, tab: its } of [...this.#talks.values()]) if (its === tab) this.forget(key);
  }
}

/** Somebody asks; the answer will stream into the turn after it.
 * @param {Talk} talk @param {string} id @param {string} text */
export function asked(talk, id, text) {
  talk.turns.push({ role: "user", text }, { role: "assistant", text: "", state: "open" });
  talk.open = id;
  talk.reason = "";
}

/** @param {Talk} talk @param {string} text */
export function streamed(talk, text) {
  const last = talk.turns.at(-1);
  if (last) last.text += text;
}

/**
 * The answer ends: whole, stopped by the person, or broken off. Without a word of it the
 * question goes back to whoever asked.
 * @param {Talk} talk @param {"whole" | "stopped" | "broken"} state
 * @returns {string} The question, if nothing came of it.
 */
export function ended(talk, state) {
  talk.open = "";
  const last = talk.turns.at(-1);
  if (!last) return "";
  if (last.text) {
    last.state = state;
    return "";
  }
  talk.turns.pop();
  return talk.turns.pop()?.text ?? "";
}

/**
 * What the private model is told of the conversation so far, the oldest dropped first. An
 * answer that was cut counts as far as it came, and none stands without its question.
 * @param {Talk | undefined} talk @returns {Sottovoce.Turn[]}
 */
export function contextOf(talk) {
  /** @type {Sottovoce.Turn[]} */
  const turns = [];
  let room = MOST_CHARACTERS;
  for (const { role, text, state } of (talk?.turns ?? []).toReversed()) {
    room -= text.length;
    if (room < 0 || turns.length === MOST_TURNS) break;
    if (state !== "open") turns.unshift({ role, text });
  }
  if (turns[0]?.role === "assistant") turns.shift();
  return turns;
}
