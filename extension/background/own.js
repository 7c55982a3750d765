// @ts-check
// What the extension's own pages (popup, options, first run) ask the worker. Pages of sites
// cannot: they have no way to `chrome.runtime`, and a frame of ours inside one is refused.

/** @type {Map<string, (message: any) => unknown>} */
const answers = new Map();

/** @param {string} type @param {(message: any) => unknown} answer */
export function answer(type, answer) {
  answers.set(type, answer);
}

/** Tells pages that are open that something changed. */
export function changed() {
  void chrome.runtime.sendMessage({ type: "changed" }).catch(() => {});
}

/** Whether a sender is a page of ours that fills its tab or is the browser's popup.
 * @param {chrome.runtime.MessageSender} sender */
export function isOwnPage({ id, url, frameId = 0 }) {
  const home = chrome.runtime.getURL("");
  return id === chrome.runtime.id && frameId === 0 && url?.startsWith(home) === true;
}

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const found = isOwnPage(sender) ? answers.get(message?.type) : undefined;
  if (!found) return false;
  void Promise.resolve(found(message)).then(reply);
  return true;
});
