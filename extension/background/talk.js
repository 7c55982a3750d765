// @ts-check
// Private conversations go on in the side panel: follow-up questions go to the secured model
// and nowhere else, and it is told what was said before. Kept in memory only.

import { Talks, asked, contextOf, ended, streamed } from "../shared/talks.js";
import { companion, heard, onLost } from "./line.js";
import { isOwnPage } from "./own.js";

/** @typedef {import("../shared/talks.js").Talk} Talk */

const talks = new Talks();
/** Side panels that are open, and the talk that each shows. @type {Map<chrome.runtime.Port, string>} */
const shown = new Map();

/** A prompt of a page is answered privately: its talk has it too.
 * @param {Pick<Talk, "tab" | "site" | "label" | "fresh" | "conversation">} whose
 * @param {string} id @param {string} text */
export function begin(whose, id, text) {
  const talk = talks.of(whose);
  asked(talk, id, text);
  for (const [port, key] of shown) if (!key) shown.set(port, talk.key);
  tell(talk);
}

/** What the private model may be told of a conversation. @param {string} site
 * @param {string} conversation */
export function context(site, conversation) {
  return contextOf(talks.get(Talks.keyOf(site, conversation)));
}

/** The person stopped it, or its page is gone. @param {string} id */
export function stopped(id) {
  const talk = talks.answering(id);
  if (talk) giveBack(talk, ended(talk, "stopped"));
}

// --- the companion -----------------------------------------------------------------------------

heard("delta", ({ id, text }) => {
  const talk = talks.answering(id);
  if (!talk) return;
  streamed(talk, text);
  send(talk, { type: "delta", text });
});
heard("done", ({ id, model, environment }) => {
  const talk = talks.answering(id);
  if (!talk) return;
  Object.assign(talk, { model, environment });
  ended(talk, "whole");
  tell(talk);
});
heard("held", ({ id, reason }) => kept(id, reason));
heard("fault", ({ id }) => kept(id, "internal"));
onLost(() => {
  for (const { open } of talks.waiting) kept(open, "companion_missing");
});

/** @param {string} id @param {string} reason */
function kept(id, reason) {
  const talk = talks.answering(id);
  if (!talk) return;
  talk.reason = reason;
  giveBack(talk, ended(talk, "broken"));
}

/** A question that nothing came of goes back into the box. @param {Talk} talk
 * @param {string} question */
function giveBack(talk, question) {
  tell(talk);
  if (question) send(talk, { type: "back", text: question });
}

// --- the side panel ----------------------------------------------------------------------------

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== "talk") return;
  if (!port.sender || !isOwnPage(port.sender)) {
    port.disconnect();
    return;
  }
  shown.set(port, "");
  port.onMessage.addListener((message) => fromPanel(port, message));
  port.onDisconnect.addListener(() => shown.delete(port));
});
chrome.tabs.onRemoved.addListener((tab) => talks.closed(tab));

/** @param {chrome.runtime.Port} port @param {Sottovoce.FromSide} message */
function fromPanel(port, message) {
  const talk = talks.get(shown.get(port) ?? "");
  switch (message.type) {
    case "open": {
      const latest = talks.latest(Number(message.tab));
      shown.set(port, latest?.key ?? "");
      port.postMessage({ type: "talk", talk: latest ?? null });
      break;
    }
    case "ask":
      if (talk && !talk.open) follow(talk, String(message.text));
      break;
    case "stop":
      if (!talk?.open) break;
      companion.send({ type: "cancel", id: talk.open });
      stopped(talk.open);
      break;
    case "forget":
      if (!talk) break;
      if (talk.open) companion.send({ type: "cancel", id: talk.open });
      talks.forget(talk.key);
      for (const [other, key] of shown) {
        if (key === talk.key) other.postMessage({ type: "talk", talk: null });
      }
      break;
    default:
  }
}

/** @param {Talk} talk @param {string} text */
function follow(talk, text) {
  if (!text.trim()) return;
  const { site, conversation } = talk;
  const id = crypto.randomUUID();
  const turns = [...contextOf(talk), { role: /** @type {const} */ ("user"), text }];
  asked(talk, id, text);
  tell(talk);
  companion.send({ type: "follow", id, site, conversation, turns });
}

/** Shows a talk as it is now, wherever it is shown. @param {Talk} talk */
function tell(talk) {
  send(talk, { type: "talk", talk });
}

/** @param {Talk} talk @param {Sottovoce.ToSide} message */
function send({ key }, message) {
  for (const [port, its] of shown) if (its === key) port.postMessage(message);
}
