// @ts-check
// Address patterns of generic sites (`https://chat.example.org/*`): the whole origin counts.

const PATTERN =
  /^(https?):\/\/((?:\*\.)?(?:[a-z0-9-]+\.)*[a-z0-9-]+|\[[0-9a-f:]+\])(:\d+)?(\/.*)?$/i;

/**
 * @typedef {object} Origin
 * @property {string} page A regular expression over the URLs of its pages and requests.
 * @property {string} sockets The same for WebSocket addresses.
 * @property {string} match A match pattern for content scripts and permissions (no port).
 */

/** @param {string} pattern @returns {Origin | null} */
export function origin(pattern) {
  const parts = PATTERN.exec(pattern);
  if (!parts) return null;
  const [, scheme, host, port = ""] = parts;
  const escaped = host
    .toLowerCase()
    .replace(/[.[\]]/g, "\\$&")
    .replace(/^\*\\\./, "([a-z0-9-]+\\.)*");
  const where = `://${escaped}${port}/`;
  return {
    page: `^${scheme.toLowerCase()}${where}`,
    sockets: `^${scheme.toLowerCase() === "https" ? "wss" : "ws"}${where}`,
    match: `${scheme.toLowerCase()}://${host.toLowerCase()}/*`,
  };
}

/** @param {readonly string[]} patterns @returns {Origin[]} */
export function origins(patterns) {
  return [...new Set(patterns)].map(origin).filter((one) => one !== null);
}
