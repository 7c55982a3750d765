// @ts-check
// What the browser reports of requests. Where it waits for an answer (in Firefox, and in
// Chromium for an extension that an organisation installed), a released request whose bytes
// are not the judged ones is stopped before it leaves. Elsewhere the same is only seen.
//
// The network rules stay the wall. A browser that waits lets a request go once its listener is
// gone (a stopped worker), and Chromium does after 30 seconds of an idle one: by then the
// rules have blocked all but the one request that was released, so neither opens anything.

import { wall } from "./holding.js";

const everywhere = { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"] };

chrome.webRequest.onBeforeRequest.addListener(
  (details) => {
    wall.onBeforeRequest(details);
    return undefined;
  },
  { ...everywhere, types: ["xmlhttprequest", "websocket"] },
  ["requestBody"],
);
chrome.webRequest.onSendHeaders.addListener((details) => wall.onSendHeaders(details), everywhere);
chrome.webRequest.onErrorOccurred.addListener(
  (details) => wall.onErrorOccurred(details),
  everywhere,
);

/** @param {chrome.webRequest.OnBeforeRequestDetails} details
 * @returns {any} Chromium and Firefox take a promise. */
function check(details) {
  const may = wall.mayLeave(details);
  if (typeof may === "boolean") return { cancel: !may };
  return may.then(
    (passes) => ({ cancel: !passes }),
    () => ({ cancel: true }),
  );
}

try {
  chrome.webRequest.onBeforeRequest.addListener(check, everywhere, ["blocking", "requestBody"]);
} catch {
  // This browser does not wait for us: the rules alone stand.
}
