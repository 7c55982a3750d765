// @ts-check
// What nobody pressed send for waits its turn: a page that synchronises all that is typed can
// send many frames at once, and they must not take the companion away from the person.

/** @template {{id: string, bridge: string, n: number}} T */
export class Waiting {
  #most;
  /** @type {T[]} */
  #line = [];

  /** @param {number} most How many may wait; what comes after them finds no place. */
  constructor(most) {
    this.#most = most;
  }

  /** Takes a place at the end, if there is one. @param {T} one @returns {boolean} */
  join(one) {
    if (this.#line.length >= this.#most) return false;
    this.#line.push(one);
    return true;
  }

  /** The one that waits longest, of the documents that may go on.
   * @param {(bridge: string) => boolean} isFree @returns {T | undefined} */
  next(isFree) {
    const index = this.#line.findIndex(({ bridge }) => isFree(bridge));
    return index < 0 ? undefined : this.#line.splice(index, 1)[0];
  }

  /** Whether anything of a document waits. @param {string} bridge */
  holds(bridge) {
    return this.#line.some((one) => one.bridge === bridge);
  }

  /** @param {string} id @returns {boolean} */
  has(id) {
    return this.#line.some((one) => one.id === id);
  }

  /** Forgets what waits for a document, or one number of it.
   * @param {string} bridge @param {number} [n] */
  forget(bridge, n) {
    this.#line = this.#line.filter(
      (one) => one.bridge !== bridge || (n !== undefined && one.n !== n),
    );
  }
}
