// @ts-check
// The line to the companion: one native messaging port, kept open, made again when needed.
// While it is down nothing is released.

import { Assembler, FrameError } from "../shared/frames.js";
import { PROTOCOL_VERSION, parse } from "../shared/messages.js";

export const HOST_NAME = "eu.sottovoce.companion";
/** From connecting to `welcome`; a first start loads models. */
const WELCOME_MS = 20_000;
const PAUSE_MS = 1_000;

/** What the browser says when the port ends, and the remedy that fits. */
const CAUSES = /** @type {const} */ ([
  [/not found|No such native application/i, "not_installed"],
  [/forbidden|not allowed|permission/i, "forbidden"],
  [/disabled by the system administrator/i, "policy"],
  [/exited|disconnected/i, "exited"],
  [/communicating/i, "garbled"],
]);

/** @param {string} message */
export function causeOf(message) {
  return CAUSES.find(([pattern]) => pattern.test(message))?.[1] ?? "exited";
}

export class Companion {
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  #assembler = new Assembler();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #lastTry = -Infinity;
  /** @type {Sottovoce.ToDaemon[]} */
  #queue = [];
  /** @type {Sottovoce.Welcome | null} */
  #welcome = null;
  /** @type {Sottovoce.Links | null} */
  #links = null;
  #cause = "";
  /** The version of the site files in force; 0 until they are known. @type {() => number} */
  sites = () => 0;

  /**
   * @param {object} use
   * @param {(message: Sottovoce.FromDaemon) => void} use.receive
   * @param {() => void} use.lost Whatever was asked is lost.
   * @param {() => void} use.changed The state below changed.
   */
  constructor({ receive, lost, changed }) {
    this.receive = receive;
    this.lost = lost;
    this.changed = changed;
  }

  /** @returns {Sottovoce.Companion} */
  get state() {
    const welcome = this.#welcome;
    return {
      state: welcome ? "connected" : this.#port ? "connecting" : "missing",
      cause: this.#cause,
      version: welcome?.companion ?? "",
      policy: welcome?.policy_name ?? "",
      policyError: welcome?.policy_error ?? "",
      threshold: welcome?.threshold ?? 0,
      links: this.#links,
    };
  }

  /** Sends now, or after `welcome`. @param {Sottovoce.ToDaemon} message */
  send(message) {
    if (this.#welcome && this.#port) {
      this.#post(message);
      return;
    }
    if (message.type === "prompt" || message.type === "follow") this.#queue.push(message);
    if (message.type === "cancel") this.#queue = this.#queue.filter((one) => !about(one, message));
    this.connect();
  }

  /** Makes the port unless there is one, or one failed a moment ago. */
  connect() {
    if (this.#port) return;
    const wait = this.#lastTry + PAUSE_MS - Date.now();
    if (wait > 0 && this.#cause) {
      this.#fail(this.#cause);
      return;
    }
    this.#lastTry = Date.now();
    try {
      this.#open(chrome.runtime.connectNative(HOST_NAME));
    } catch (error) {
      this.#fail(causeOf(String(error)));
    }
  }

  /** @param {chrome.runtime.Port} port */
  #open(port) {
    this.#port = port;
    this.#assembler = new Assembler();
    port.onMessage.addListener((frame) => this.#frame(port, frame));
    port.onDisconnect.addListener(() => {
      const error = chrome.runtime.lastError ?? /** @type {any} */ (port).error;
      if (port === this.#port) this.#fail(causeOf(error?.message ?? ""));
    });
    this.#timer = setTimeout(() => this.#drop(port, "silent"), WELCOME_MS);
    this.#post({
      type: "hello",
      v: PROTOCOL_VERSION,
      agent: navigator.userAgent.slice(0, 128),
      extension: chrome.runtime.getManifest().version,
      sites: this.sites(),
    });
    this.changed();
  }

  /** @param {Sottovoce.ToDaemon} message */
  #post(message) {
    try {
      this.#port?.postMessage(message);
    } catch {
      if (this.#port) this.#drop(this.#port, "exited");
    }
  }

  /** @param {chrome.runtime.Port} port @param {unknown} frame */
  #frame(port, frame) {
    if (port !== this.#port) return;
    try {
      const whole = this.#assembler.accept(frame);
      if (whole === null) return;
      const message = parse(whole);
      if (!message) throw new FrameError("not a message of this version");
      this.#message(message);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#drop(port, "garbled");
    }
  }

  /** @param {Sottovoce.FromDaemon} message */
  #message(message) {
    if (message.type === "welcome") {
      if (message.v !== PROTOCOL_VERSION) throw new FrameError("another version");
      this.#greeted(message);
    } else if (message.type === "state") {
      const news = JSON.stringify(message.links) !== JSON.stringify(this.#links);
      this.#links = message.links;
      if (news) this.changed(); // who is told asks again: the same news would go in circles
    } else if (this.#welcome) {
      this.receive(message);
    }
  }

  /** @param {Sottovoce.Welcome} welcome */
  #greeted(welcome) {
    clearTimeout(this.#timer);
    this.#welcome = welcome;
    this.#links = welcome.links;
    this.#cause = "";
    this.receive(welcome);
    this.changed();
    const queue = this.#queue;
    this.#queue = [];
    for (const message of queue) this.#post(message);
  }

  /** @param {chrome.runtime.Port} port @param {string} cause */
  #drop(port, cause) {
    port.disconnect();
    if (port === this.#port) this.#fail(cause);
  }

  /** @param {string} cause */
  #fail(cause) {
    clearTimeout(this.#timer);
    this.#port = null;
    this.#welcome = null;
    this.#links = null;
    this.#queue = [];
    this.#cause = cause;
    this.lost();
    this.changed();
  }
}

/** @param {Sottovoce.ToDaemon} one @param {Sottovoce.ToDaemon} other */
function about(one, other) {
  return "id" in one && "id" in other && one.id === other.id;
}
