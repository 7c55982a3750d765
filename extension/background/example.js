// @ts-check
// An address that a site file's pattern matches, for a request that must not get through.

/** What stands for a class of characters, by its escape. */
const CLASSES = new Map([
  ["d", "1"],
  ["w", "a"],
  ["s", " "],
]);

/**
 * @param {string} pattern A regular expression as site files have them: no look-around, no
 *   back-references.
 * @param {string} origin Of the page, where the pattern leaves the host open.
 * @returns {string} Empty if none was found.
 */
export function exampleOf(pattern, origin) {
  const address = alternatives(pattern, 0).text;
  const path = address.replace(/^[a-z]+:\/\/[^/]*/, "");
  const matches = new RegExp(pattern);
  return [origin + path, address].find((one) => matches.test(one)) ?? "";
}

/** The first alternative; an end is as good as what may follow it.
 * @param {string} pattern @param {number} start @returns {{text: string, end: number}} */
function alternatives(pattern, start) {
  /** @type {string[]} */
  const found = [];
  let text = "";
  let at = start;
  while (at < pattern.length && pattern[at] !== ")") {
    if (pattern[at] === "|") {
      found.push(text);
      text = "";
      at++;
      continue;
    }
    const atom = atomAt(pattern, at);
    const { most, end } = timesAt(pattern, atom.end);
    text += atom.text.repeat(most);
    at = end;
  }
  found.push(text);
  return { text: found.includes("") ? "" : found[0], end: at + 1 };
}

/** @param {string} pattern @param {number} at @returns {{text: string, end: number}} */
function atomAt(pattern, at) {
  switch (pattern[at]) {
    case "^":
    case "$":
      return { text: "", end: at + 1 };
    case ".":
      return { text: "x", end: at + 1 };
    case "\\":
      return { text: CLASSES.get(pattern[at + 1]) ?? pattern[at + 1], end: at + 2 };
    case "[":
      return classAt(pattern, at);
    case "(": {
      const head = /^\((?:\?:|\?<\w+>)?/.exec(pattern.slice(at))?.[0] ?? "(";
      return alternatives(pattern, at + head.length);
    }
    default:
      return { text: pattern[at], end: at + 1 };
  }
}

/** @param {string} pattern @param {number} at */
function classAt(pattern, at) {
  let end = at + 1;
  while (pattern[end] !== "]") end += pattern[end] === "\\" ? 2 : 1;
  const inside = pattern.slice(at + 1, end);
  const escaped = inside.startsWith("\\") ? (CLASSES.get(inside[1]) ?? inside[1]) : inside[0];
  return { text: inside.startsWith("^") ? "x" : escaped, end: end + 1 };
}

/** How often what stands before is written; what may be left out is.
 * @param {string} pattern @param {number} at */
function timesAt(pattern, at) {
  const found = /^(?:([?*])|\+|\{(\d+)[^}]*\})\??/.exec(pattern.slice(at));
  if (!found) return { most: 1, end: at };
  const most = found[1] ? 0 : Number(found[2] ?? 1);
  return { most, end: at + found[0].length };
}
