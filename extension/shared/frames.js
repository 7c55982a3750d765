// @ts-check
// Puts the companion's messages together again. The browser takes at most 1 MiB per message
// from a native host, so a larger one comes in parts (docs/reference/protocol.md).

const LARGEST = 64 * 1024 * 1024;
const MOST_OPEN = 8;

/** The companion sent something that is no message; the connection is not to be trusted. */
export class FrameError extends Error {}

export class Assembler {
  /** @type {Map<string, string[]>} */
  #open = new Map();

  /**
   * Takes the next frame and returns the whole message, or null while parts are missing.
   * @param {unknown} frame
   * @returns {unknown}
   */
  accept(frame) {
    if (!isPart(frame)) return frame;
    const { of, seq, last, data } = frame;
    const parts = this.#open.get(of) ?? [];
    if (seq !== parts.length) throw new FrameError("a part is missing or came twice");
    if (seq === 0 && this.#open.size >= MOST_OPEN) throw new FrameError("too many open messages");
    parts.push(data);
    if (parts.reduce((sum, part) => sum + part.length, 0) > LARGEST) {
      throw new FrameError("a message in parts is too large");
    }
    this.#open.set(of, parts);
    if (!last) return null;
    this.#open.delete(of);
    try {
      return JSON.parse(parts.join(""));
    } catch {
      throw new FrameError("parts do not join to JSON");
    }
  }
}

/**
 * @param {unknown} frame
 * @returns {frame is {of: string, seq: number, last: boolean, data: string}}
 */
function isPart(frame) {
  if (typeof frame !== "object" || frame === null) return false;
  const { type, of, seq, last, data } = /** @type {Record<string, unknown>} */ (frame);
  if (type !== "part") return false;
  const fits =
    typeof of === "string" &&
    Number.isSafeInteger(seq) &&
    typeof last === "boolean" &&
    typeof data === "string";
  if (!fits) throw new FrameError("a part has the wrong shape");
  return true;
}
