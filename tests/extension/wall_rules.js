// @ts-check
// What a network rule does to a request, as the browser's documentation has it.

/** @typedef {import("../../extension/shared/walls.js").Rule} Rule */

/** @param {string} host @param {string} domain */
const within = (host, domain) =>
  host === domain || host.endsWith(`.${domain}`) || host.replace(/\.$/, "") === domain;

/**
 * Whether any rule blocks a request.
 * @param {readonly Rule[]} rules
 * @param {{url: string, method?: string, type?: string, from?: string}} request
 */
export function blocks(rules, { url, method = "post", type = "xmlhttprequest", from = "" }) {
  const { href, hostname, protocol } = new URL(url);
  const kind = protocol.startsWith("ws") ? "websocket" : type;
  const verb = kind === "websocket" ? "get" : method.toLowerCase();
  return rules.some(({ condition }) => {
    const { regexFilter, resourceTypes, excludedRequestMethods, requestDomains } = condition;
    if (resourceTypes ? !resourceTypes.includes(kind) : kind === "main_frame") return false;
    if (excludedRequestMethods?.includes(verb)) return false;
    if (requestDomains && !requestDomains.some((one) => within(hostname, one))) return false;
    if (condition.initiatorDomains && !condition.initiatorDomains.includes(from)) return false;
    return new RegExp(regexFilter, "i").test(href);
  });
}
