// @ts-check
// What happens to each held request: a table of states that knows no browser and no clock.
// Events go in, commands come out (`main.js` performs them), so every path can be tested.
// Nothing but a complete public decision leads to `release`; all else ends denied or held.

import { codePoints } from "../shared/codec.js";
import { MAX_PROMPT_CHARACTERS, isPass, isRelease } from "../shared/messages.js";
import { whyOf } from "../shared/why.js";

/** How long each state may last, in milliseconds. An answer streams, so its clock restarts. */
export const LIMITS = { asked: 20_000, announced: 5_000, releasing: 10_000, answering: 120_000 };
/** What is shown of a prompt that nobody pressed send for. */
const PRIVATE = new Set(["answering", "answered", "held"]);
/** The stages of what the companion has in hand. */
const IN_HAND = new Set(["asked", "announced", "answering"]);

/**
 * @typedef {"asked" | "announced" | "releasing" | "left" | "answering" | "held"} Stage
 *
 * @typedef {object} Request What the background knows about a held request.
 * @property {string} id
 * @property {string} bridge Which document holds it.
 * @property {number} n Its number in that document.
 * @property {string} site
 * @property {string} label
 * @property {string} [fresh]
 * @property {string} conversation
 * @property {string} url
 * @property {string} method
 * @property {string} digest SHA-256 of the body.
 * @property {string} formDigest The same over its fields, for an urlencoded form.
 * @property {Sottovoce.Extracted} extracted
 * @property {Sottovoce.Stage} [asks] Where the text stands; about to leave if absent.
 * @property {"request" | "frame" | "handshake"} [door] What is held; a request if absent. A
 *   frame has no wall behind it: its release is the hook's answer.
 * @property {boolean} [quiet] Shown only if it stays private: nobody pressed send for it.
 * @property {string} [refused] Why nothing is asked and nothing released.
 * @property {readonly Sottovoce.Turn[]} [context] Earlier private turns, for the private model.
 *
 * @typedef {Request & {stage: Stage, deadline: number, since: number, denied: boolean,
 *   why?: Sottovoce.Why, ms?: number, holdMs?: number, offers?: readonly string[]}} Prompt
 *
 * @typedef {{do: "ask", message: Sottovoce.ToDaemon}
 *   | {do: "release", prompt: Prompt}
 *   | {do: "withdraw", id: string}
 *   | {do: "deny", bridge: string, n: number, keep: boolean}
 *   | {do: "show", bridge: string, entry: Sottovoce.Entry}
 *   | {do: "delta", bridge: string, id: string, text: string}
 *   | {do: "checked", bridge: string}
 *   | {do: "left", bridge: string, n: number}
 *   | {do: "pass" | "taken", bridge: string, n: number}} Command
 */

export class Router {
  /** @type {Map<string, Prompt>} */
  #prompts = new Map();

  /** The number of prompts that wait for something. */
  get size() {
    return this.#prompts.size;
  }

  /** How many that nobody pressed send for the companion has in hand of a document.
   * @param {string} bridge */
  asidesOf(bridge) {
    return this.#of(bridge).filter((one) => isAside(one) && IN_HAND.has(one.stage)).length;
  }

  /** @param {string} id @returns {Readonly<Prompt> | undefined} */
  get(id) {
    return this.#prompts.get(id);
  }

  /** When `tick` must be called next, or Infinity. */
  get deadline() {
    return Math.min(Infinity, ...Array.from(this.#prompts.values(), ({ deadline }) => deadline));
  }

  /**
   * A document holds a request. The same bytes again, while the first are still in hand, are
   * a second key press; other bytes, or a prompt that was kept, make room for the new one.
   * @param {Request} request @param {number} now @returns {Command[]}
   */
  hold(request, now) {
    /** @type {Command[]} */
    const commands = [];
    for (const earlier of this.#of(request.bridge)) {
      if (isAside(request) || isAside(earlier)) continue;
      const same = earlier.digest === request.digest && earlier.url === request.url;
      if (earlier.stage === "held") commands.push(...this.#supersede(earlier, false));
      else if (same && earlier.stage !== "left") {
        return [{ do: "deny", bridge: request.bridge, n: request.n, keep: false }];
      }
    }
    const prompt = /** @type {Prompt} */ ({
      ...request,
      stage: "asked",
      deadline: now + LIMITS.asked,
      since: now,
      denied: false,
    });
    this.#prompts.set(prompt.id, prompt);
    if (prompt.refused) return [...commands, ...this.#refuse(prompt, prompt.refused)];
    if (tooLong(prompt.extracted.text)) {
      return [...commands, ...this.#held(prompt, "too_long", false)];
    }
    return [...commands, ...this.#show(prompt, { state: "checking" }), ask(prompt)];
  }

  /** @param {Sottovoce.FromDaemon} message @param {number} now @returns {Command[]} */
  receive(message, now) {
    const prompt = "id" in message ? this.#prompts.get(message.id) : undefined;
    if (!prompt) return [];
    switch (message.type) {
      case "decided":
        return this.#decided(prompt, message, now);
      case "delta":
        return this.#delta(prompt, message, now);
      case "done":
        return this.#done(prompt, message);
      case "held":
        return prompt.stage === "left" || prompt.stage === "releasing"
          ? []
          : this.#held(prompt, message.reason, message.retry);
      case "fault":
        return prompt.stage === "left" ? [] : this.#held(prompt, "internal", true);
      default:
        return [];
    }
  }

  /** @param {Prompt} prompt @param {Sottovoce.Decided} decided @param {number} now
   * @returns {Command[]} */
  #decided(prompt, decided, now) {
    if (prompt.stage !== "asked") return [];
    prompt.why = whyOf(prompt.extracted, decided);
    prompt.ms = decided.ms;
    prompt.offers = decided.offers ?? [];
    /** @type {Command} */
    const checked = { do: "checked", bridge: prompt.bridge };
    if (decided.action === "hold") {
      this.#move(prompt, "announced", now);
      return [checked];
    }
    const entering = prompt.asks === "typed" || prompt.asks === "look";
    if (decided.action === "answer" && prompt.asks !== "look") {
      this.#move(prompt, "answering", now);
      return [checked, ...this.#takeOver(prompt), ...this.#show(prompt, { state: "answering" })];
    }
    if (entering && isPass(decided)) return this.#pass(prompt);
    if (entering || !isRelease(decided)) return [checked, ...this.#held(prompt, "internal", true)];
    if (prompt.denied) {
      this.#prompts.delete(prompt.id);
      return [checked, ...this.#show(prompt, { state: "dropped", reason: "send_again" })];
    }
    this.#move(prompt, "releasing", now);
    return [checked, { do: "release", prompt }];
  }

  /** The page may go on: its request is judged when it leaves. @param {Prompt} prompt
   * @returns {Command[]} */
  #pass(prompt) {
    this.#prompts.delete(prompt.id);
    const { bridge, n } = prompt;
    return [{ do: "pass", bridge, n }, ...this.#show(prompt, { state: "dropped", reason: "" })];
  }

  /** The page's part ends here, for the prompt is answered privately. @param {Prompt} prompt
   * @returns {Command[]} */
  #takeOver(prompt) {
    if (prompt.asks !== "typed") return this.#deny(prompt, false);
    prompt.denied = true;
    return [{ do: "taken", bridge: prompt.bridge, n: prompt.n }];
  }

  /** A page took no notice of what it was told to send. @param {string} bridge
   * @param {number} n @returns {Command[]} */
  unnoticed(bridge, n) {
    const entry = { id: `again-${n}`, state: "dropped", site: "", reason: "press_again" };
    return [{ do: "show", bridge, entry: /** @type {Sottovoce.Entry} */ (entry) }];
  }

  /** @param {Prompt} prompt @param {Sottovoce.Delta} delta @param {number} now @returns {Command[]} */
  #delta(prompt, delta, now) {
    if (prompt.stage !== "answering") return [];
    this.#move(prompt, "answering", now);
    return [{ do: "delta", bridge: prompt.bridge, id: prompt.id, text: delta.text }];
  }

  /** @param {Prompt} prompt @param {Sottovoce.Done} done @returns {Command[]} */
  #done(prompt, done) {
    if (prompt.stage !== "answering") return [];
    this.#prompts.delete(prompt.id);
    const { model, environment } = done;
    return [...this.#show(prompt, { state: "answered", model, environment })];
  }

  /** The wall saw the released request leave. @param {string} id @param {number} now
   * @returns {Command[]} */
  left(id, now) {
    const prompt = this.#prompts.get(id);
    if (prompt?.stage !== "releasing") return [];
    prompt.stage = "left";
    prompt.deadline = Infinity;
    if (prompt.door === "handshake") this.#prompts.delete(id);
    prompt.holdMs = now - prompt.since;
    return [
      ...this.#show(prompt, { state: "public" }),
      { do: "left", bridge: prompt.bridge, n: prompt.n },
    ];
  }

  /** The hook says how a released request ended. @param {string} bridge @param {number} n
   * @param {number} status @param {number} ms @param {number} now @returns {Command[]} */
  sent(bridge, n, status, ms, now) {
    const prompt = this.#of(bridge).find((one) => one.n === n);
    if (!prompt || (prompt.stage !== "left" && prompt.stage !== "releasing")) return [];
    this.#prompts.delete(prompt.id);
    /** @type {Command[]} */
    const commands = [{ do: "withdraw", id: prompt.id }];
    if (status === 0) {
      commands.push(...this.#show(prompt, { state: "dropped", reason: "site_failed" }));
      return commands;
    }
    const hold = prompt.holdMs ?? now - prompt.since;
    commands.push({
      do: "ask",
      message: { type: "sent", id: prompt.id, status, first_byte_ms: ms, hold_ms: hold },
    });
    return commands;
  }

  /** The text of a prompt that is still in hand, and where it belongs. @param {string} id */
  about(id) {
    const prompt = this.#prompts.get(id);
    return prompt && { text: prompt.extracted.text, bridge: prompt.bridge, n: prompt.n };
  }

  /** The person presses Retry: the same prompt is asked about again. @param {string} bridge
   * @param {string} id @param {number} now @returns {Command[]} */
  retry(bridge, id, now) {
    const prompt = this.#prompts.get(id);
    if (prompt?.stage !== "held" || prompt.bridge !== bridge) return [];
    this.#move(prompt, "asked", now);
    return [...this.#show(prompt, { state: "checking" }), ask(prompt)];
  }

  /** The person closes an entry. @param {string} bridge @param {string} id @returns {Command[]} */
  dismiss(bridge, id) {
    const prompt = this.#prompts.get(id);
    if (!prompt || prompt.bridge !== bridge || prompt.stage === "left") return [];
    return this.#supersede(prompt, true);
  }

  /** The page gives up on a request. @param {string} bridge @param {number} n
   * @returns {Command[]} */
  cancel(bridge, n) {
    const prompt = this.#of(bridge).find((one) => one.n === n);
    return prompt ? this.#supersede(prompt, false) : [];
  }

  /** A document is gone. @param {string} bridge @returns {Command[]} */
  gone(bridge) {
    return this.#of(bridge).flatMap((prompt) => {
      this.#prompts.delete(prompt.id);
      return [cancel(prompt), { do: "withdraw", id: prompt.id }];
    });
  }

  /** The companion is gone: whatever it had not finished is held. @returns {Command[]} */
  lost() {
    return Array.from(this.#prompts.values()).flatMap((prompt) => {
      if (prompt.stage === "answering") return this.#held(prompt, "secured_interrupted", true);
      if (prompt.stage !== "asked" && prompt.stage !== "announced") return [];
      return this.#held(prompt, "companion_missing", true);
    });
  }

  /** The wall could not release it. @param {string} id @returns {Command[]} */
  unreleased(id) {
    const prompt = this.#prompts.get(id);
    return prompt?.stage === "releasing" ? this.#held(prompt, "internal", true) : [];
  }

  /** Ends what took too long: never released. @param {number} now @returns {Command[]} */
  tick(now) {
    return Array.from(this.#prompts.values()).flatMap((prompt) => {
      if (prompt.deadline > now) return [];
      if (prompt.stage === "releasing") {
        this.#prompts.delete(prompt.id);
        return [
          { do: "withdraw", id: prompt.id },
          ...this.#deny(prompt),
          ...this.#show(prompt, { state: "dropped", reason: "site_failed" }),
        ];
      }
      const reason = prompt.stage === "answering" ? "secured_interrupted" : "no_answer";
      return [cancel(prompt), ...this.#held(prompt, reason, true)];
    });
  }

  /** @param {string} bridge */
  #of(bridge) {
    return Array.from(this.#prompts.values()).filter((prompt) => prompt.bridge === bridge);
  }

  /** @param {Prompt} prompt @param {"asked" | "announced" | "releasing" | "answering"} stage
   * @param {number} now */
  #move(prompt, stage, now) {
    prompt.stage = stage;
    prompt.deadline = now + LIMITS[stage];
  }

  /** With a retry the site's request waits on; without one it ends as if the network failed.
   * @param {Prompt} prompt @param {string} reason @param {boolean} retry @returns {Command[]} */
  #held(prompt, reason, retry) {
    if (prompt.asks === "draft") return this.#drop(prompt);
    prompt.stage = "held";
    prompt.deadline = Infinity;
    const show = this.#show(prompt, { state: "held", reason, retry });
    return retry ? show : [...this.#deny(prompt), ...show];
  }

  /** Nothing is asked. What nobody pressed send for ends without a word.
   * @param {Prompt} prompt @param {string} reason @returns {Command[]} */
  #refuse(prompt, reason) {
    return prompt.quiet ? this.#drop(prompt) : this.#held(prompt, reason, false);
  }

  /** @param {Prompt} prompt @returns {Command[]} */
  #drop(prompt) {
    this.#prompts.delete(prompt.id);
    return this.#deny(prompt, false);
  }

  /** @param {Prompt} prompt @param {boolean} keep Whether its text goes back into the box.
   * @returns {Command[]} */
  #supersede(prompt, keep) {
    this.#prompts.delete(prompt.id);
    /** @type {Command[]} */
    const commands = [{ do: "withdraw", id: prompt.id }];
    if (prompt.stage !== "held") commands.push(cancel(prompt));
    commands.push(...this.#deny(prompt, keep));
    commands.push(...this.#show(prompt, { state: "dropped", reason: "" }));
    return commands;
  }

  /** @param {Prompt} prompt @param {boolean} [keep] @returns {Command[]} */
  #deny(prompt, keep = true) {
    if (prompt.denied) return [];
    prompt.denied = true;
    return [{ do: "deny", bridge: prompt.bridge, n: prompt.n, keep }];
  }

  /** @param {Prompt} prompt @param {Pick<Sottovoce.Entry, "state"> & Partial<Sottovoce.Entry>} entry
   * @returns {Command[]} */
  #show(prompt, entry) {
    if (prompt.asks === "draft" || (prompt.quiet && !PRIVATE.has(entry.state))) return [];
    const { id, n, bridge, label, ms, why, fresh, offers } = prompt;
    return [
      { do: "show", bridge, entry: { id, n, site: label, ms, why, fresh, offers, ...entry } },
    ];
  }
}

/** Whether it stands beside what the person sent. @param {Request} request */
export function isAside({ asks, quiet }) {
  return asks === "draft" || quiet === true;
}

/** @param {string} text */
function tooLong(text) {
  return text.length > MAX_PROMPT_CHARACTERS && codePoints(text) > MAX_PROMPT_CHARACTERS;
}

/** @param {Prompt} prompt @returns {Command} */
function ask({ id, site, conversation, extracted, asks: stage = "sent", context = [] }) {
  const { text, latest, readable, attachments } = extracted;
  return {
    do: "ask",
    message: {
      type: "prompt",
      id,
      site,
      conversation,
      text,
      latest,
      readable,
      attachments,
      stage,
      context,
    },
  };
}

/** @param {Prompt} prompt @returns {Command} */
function cancel({ id }) {
  return { do: "ask", message: { type: "cancel", id } };
}
