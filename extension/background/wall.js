// @ts-check
// The wall's door. Static and dynamic network rules block every prompt endpoint, whether or
// not this worker runs. One judged request gets an allow rule of its own: its tab, its method
// and its exact URL with a secret fragment. A fragment never travels to a server, and only
// the hook that holds the request is told it, so nothing else fits through. The rule goes as
// soon as the request has left. What left is compared with what was judged. The address of a
// WebSocket has no fragment: its secret is one more field of the query, which the server may
// read; it opens nothing any more by then.

import { sha256, toHex } from "../shared/codec.js";

const MARK = "#sottovoce-";
const SOCKET_MARK = /[?&]__?=[0-9a-f]{32}$/;
/** How the page's own `fetch` looks where it does not come to the hook (`canary.js`). */
const PAGES_CANARY = /#sottovoce-canary-[0-9a-f]+-page$/;
const PRIORITY = 100;
const EXPIRY_MS = 10_000;
/** The browser takes a multipart body apart, files left out: there is nothing to compare. */
const UNSEEN = "unseen";
/** Rules from here on are not doors (`drift.js`). */
export const OTHER_RULES = 1_000_000;

/**
 * @typedef {{id: string, rule: number, digest: string, formDigest: string,
 *   timer: ReturnType<typeof setTimeout>, seen: Promise<boolean> | null,
 *   request?: string}} Door
 */

export class Wall {
  /** @type {Map<string, Door>} By URL with its mark. */
  #doors = new Map();
  #nextRule = 1;
  #ready;

  /**
   * @param {object} use
   * @param {(id: string) => void} use.left A released request left as it was judged.
   * @param {(id: string, tab: number, left: boolean) => void} use.mismatch Other bytes left,
   *   or were stopped as they were about to.
   * @param {(about: {url: string, method: string, tabId: number}) => boolean} use.isEndpoint
   * @param {(tab: number) => void} use.unhooked The page's own request reached the wall.
   * @param {(details: chrome.webRequest.WebRequestDetails, left: boolean) => void} use.stray
   *   A request that nobody released was blocked, or (`left`) was not.
   */
  constructor({ left, mismatch, isEndpoint, unhooked, stray }) {
    this.left = left;
    this.mismatch = mismatch;
    this.isEndpoint = isEndpoint;
    this.unhooked = unhooked;
    this.stray = stray;
    this.#ready = this.#clear();
  }

  /** Doors of an earlier life of this worker are closed before any is opened. */
  async #clear() {
    const rules = await chrome.declarativeNetRequest.getSessionRules();
    await chrome.declarativeNetRequest.updateSessionRules({
      removeRuleIds: rules.map(({ id }) => id).filter((id) => id < OTHER_RULES),
    });
  }

  /**
   * Opens the wall for one request and returns the URL that fits.
   * @param {{id: string, tab: number, url: string, method: string, digest: string,
   *   formDigest: string}} request
   */
  async release({ id, tab, url, method, digest, formDigest }) {
    const marked = url.split("#", 1)[0] + MARK + secret();
    await this.#open(
      marked,
      tab,
      { id, digest, formDigest, seen: null },
      {
        requestMethods: [/** @type {any} */ (method.toLowerCase())],
        resourceTypes: ["xmlhttprequest"],
      },
    );
    return marked;
  }

  /**
   * Opens the wall for one handshake of a WebSocket and returns the URL that fits.
   * @param {{id: string, tab: number, url: string}} handshake
   */
  async admit({ id, tab, url }) {
    const field = /[?&]_=/.test(url) ? "__" : "_";
    const marked = `${url}${url.includes("?") ? "&" : "?"}${field}=${secret()}`;
    const nothing = { digest: "", formDigest: "", seen: Promise.resolve(true) };
    await this.#open(marked, tab, { id, ...nothing }, { resourceTypes: ["websocket"] });
    return marked;
  }

  /** @param {string} marked @param {number} tab @param {Omit<Door, "rule" | "timer">} door
   * @param {Partial<chrome.declarativeNetRequest.RuleCondition>} only */
  async #open(marked, tab, door, only) {
    await this.#ready;
    if (/[*^|]/.test(marked)) throw new Error("the URL holds a wildcard");
    const rule = this.#nextRule++;
    const timer = setTimeout(() => this.#close(marked), EXPIRY_MS);
    this.#doors.set(marked, { ...door, rule, timer });
    await chrome.declarativeNetRequest.updateSessionRules({
      addRules: [
        {
          id: rule,
          priority: PRIORITY,
          action: { type: "allow" },
          condition: {
            urlFilter: filterOf(marked),
            isUrlFilterCaseSensitive: true,
            tabIds: [tab],
            ...only,
          },
        },
      ],
    });
  }

  /** Closes the door of a prompt that no longer needs it. @param {string} id */
  withdraw(id) {
    for (const [url, door] of this.#doors) if (door.id === id) this.#close(url);
  }

  /** @param {string} url */
  #close(url) {
    const door = this.#doors.get(url);
    if (!door) return;
    clearTimeout(door.timer);
    this.#doors.delete(url);
    void chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [door.rule] });
  }

  // --- what the browser reports ----------------------------------------------------------------

  /** @param {chrome.webRequest.OnBeforeRequestDetails} details */
  onBeforeRequest(details) {
    const door = this.#doors.get(details.url);
    if (!door || door.request) return;
    door.request = details.requestId;
    door.seen ??= matches(details.requestBody ?? undefined, door);
  }

  /**
   * Where the browser waits for it: whether a request may leave. Only a released one may, and
   * only with the bytes that were judged. What is not for us to say is left to the rules.
   * @param {chrome.webRequest.OnBeforeRequestDetails} details
   * @returns {Promise<boolean> | boolean}
   */
  mayLeave(details) {
    const { url, method } = details;
    const door = this.#doors.get(url);
    if (!door) return !this.isEndpoint(details) || method === "OPTIONS" || isMarked(url);
    this.onBeforeRequest(details);
    return this.#isJudged(door, details).then((same) => {
      if (!same) {
        this.#close(url);
        this.mismatch(door.id, details.tabId, false);
      }
      return same;
    });
  }

  /** Whether it is the one request that a door is for, with the judged bytes: a page's service
   * worker sees the address and could send something else to it.
   * @param {Door} door @param {{requestId: string}} details */
  async #isJudged({ request, seen }, { requestId }) {
    return (request ?? requestId) === requestId && (await seen) === true;
  }

  /** @param {chrome.webRequest.WebRequestDetails} details */
  onSendHeaders(details) {
    const door = this.#doors.get(details.url);
    if (!door) {
      const open = this.isEndpoint(details) && details.method !== "OPTIONS";
      if (open && !SOCKET_MARK.test(details.url)) this.stray(details, true);
      return;
    }
    this.#close(details.url);
    void this.#isJudged(door, details).then((same) => {
      if (same) this.left(door.id);
      else this.mismatch(door.id, details.tabId, true);
    });
  }

  /** @param {chrome.webRequest.WebRequestDetails} details */
  onErrorOccurred(details) {
    if (this.#doors.has(details.url)) this.#close(details.url);
    else if (PAGES_CANARY.test(details.url)) this.unhooked(details.tabId);
    else if (this.isEndpoint(details) && !isMarked(details.url)) {
      this.stray(details, false);
    }
  }
}

/** Firefox shows rules the `http` address of a handshake, so its scheme is left open.
 * @param {string} marked */
function filterOf(marked) {
  return /^wss?:/.test(marked) ? `${marked.replace(/^wss?:/, "")}|` : `|${marked}|`;
}

/** @param {string} url */
function isMarked(url) {
  return url.includes(MARK) || SOCKET_MARK.test(url);
}

function secret() {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Whether the bytes that the browser is about to send are the judged ones.
 * @param {{raw?: {bytes?: ArrayBuffer}[], formData?: {[key: string]: any}} | undefined} body
 * @param {{digest: string, formDigest: string}} judged
 */
export async function matches(body, { digest, formDigest }) {
  if (formDigest === UNSEEN) return true;
  if (body?.formData) return (await fieldsDigest(body.formData)) === formDigest;
  const pieces = (body?.raw ?? []).map(({ bytes }) => bytes);
  if (pieces.some((piece) => piece === undefined)) return false;
  const whole = await new Blob(/** @type {ArrayBuffer[]} */ (pieces)).arrayBuffer();
  return (await sha256(new Uint8Array(whole))) === digest;
}

/**
 * A digest over a form's fields: the browser shows an urlencoded body only in that shape.
 * @param {{[key: string]: any}} fields
 */
export async function fieldsDigest(fields) {
  const sorted = Object.keys(fields)
    .toSorted()
    .map((name) => [name, fields[name]]);
  return sha256(new TextEncoder().encode(JSON.stringify(sorted)));
}

/** The same digest from the held bytes. @param {Uint8Array} bytes @param {string} contentType */
export async function formDigestOf(bytes, contentType) {
  if (/^multipart\//i.test(contentType)) return UNSEEN;
  if (!/^application\/x-www-form-urlencoded/i.test(contentType)) return "";
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
    (fields[name] ??= []).push(value);
  }
  return fieldsDigest(fields);
}
