// @ts-check
// Files that were judged on their way into a page. Many sites upload a file at once and name it
// in the message only by its size and name; such a file need not be judged, or held, again.
// In memory, bounded, and gone with the tab. Pure.

export const MOST_FILES = 200;

/** @typedef {{readonly tab: number, readonly name: string, readonly size: number}} File */

export class Judged {
  /** The oldest first. @type {File[]} */
  #files = [];

  /** @param {number} tab @param {readonly Sottovoce.Attachment[]} attachments */
  add(tab, attachments) {
    for (const { data, name = "", size } of attachments) {
      if (data !== undefined && size > 0) this.#files.push({ tab, name, size });
    }
    this.#files = this.#files.slice(-MOST_FILES);
  }

  /**
   * Whether an attachment without its bytes is one that was judged before: the same size, and
   * the same name where the site gives one.
   * @param {number} tab @param {Sottovoce.Attachment} attachment
   */
  has(tab, { data, name = "", size }) {
    if (data !== undefined || size <= 0) return false;
    return this.#files.some(
      (file) => file.tab === tab && file.size === size && (!name || file.name === name),
    );
  }

  /** @param {number} tab */
  closed(tab) {
    this.#files = this.#files.filter((file) => file.tab !== tab);
  }
}
