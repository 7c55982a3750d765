// @ts-check
// Text that a site takes away while it is typed: at most one draft of an endpoint is asked
// about at a time, and of those that wait only the newest counts.

/**
 * @template T
 * @typedef {object} Lane
 * @property {string} active The draft that is in hand.
 * @property {T | null} next The newest that waits.
 */

/** @template {{id: string, bridge: string, n: number}} T */
export class Drafts {
  /** @type {Map<string, Lane<T>>} */
  #lanes = new Map();

  /** The drafts that are in hand. */
  get active() {
    return Array.from(this.#lanes.values(), ({ active }) => active);
  }

  /**
   * A new draft: what is to begin now, and what is overtaken.
   * @param {string} lane @param {T} draft @returns {{begin: T | null, overtaken: T | null}}
   */
  offer(lane, draft) {
    const there = this.#lanes.get(lane);
    if (!there) {
      this.#lanes.set(lane, { active: draft.id, next: null });
      return { begin: draft, overtaken: null };
    }
    const overtaken = there.next;
    there.next = draft;
    return { begin: null, overtaken };
  }

  /** A draft came to its end: the one that begins now, if any waits.
   * @param {string} id @returns {T | null} */
  over(id) {
    for (const [lane, there] of this.#lanes) {
      if (there.active !== id) continue;
      const { next } = there;
      if (next) this.#lanes.set(lane, { active: next.id, next: null });
      else this.#lanes.delete(lane);
      return next;
    }
    return null;
  }

  /** Forgets what waits for a document, or one number of it.
   * @param {string} bridge @param {number} [n] */
  forget(bridge, n) {
    for (const there of this.#lanes.values()) {
      const { next } = there;
      if (next?.bridge === bridge && (n === undefined || next.n === n)) there.next = null;
    }
  }
}
