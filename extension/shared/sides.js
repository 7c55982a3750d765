// @ts-check
// What leaves beside a request's body: its address and the headers that the page set. Words in
// them are judged with the prompt. Tokens, numbers and names of formats, which every site
// sends, are not: nobody could tell what they say.

const GAP = "\n\n";
/** Three words in a row, or a stretch of a script that needs no spaces. */
const WORDS =
  /\p{L}{2,}[^\s\p{L}]*\s+\S*\p{L}\S*\s+\S*\p{L}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]{4}/u;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/**
 * The texts in an address and in headers.
 * @param {string} url @param {Readonly<Record<string, unknown>>} headers
 * @returns {string[]}
 */
export function sidesOf(url, headers) {
  const address = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").split("#", 1)[0];
  const parts = [...address.split(/[/?&=;]/), ...Object.values(headers).map(String)];
  return [...new Set(parts.map(decoded))].filter((text) => WORDS.test(text));
}

/**
 * A request's text with the words beside its body.
 * @param {Sottovoce.Extracted} extracted
 * @param {string} url @param {Readonly<Record<string, unknown>>} headers
 * @returns {Sottovoce.Extracted}
 */
export function withSides(extracted, url, headers) {
  const found = sidesOf(url, headers);
  if (!found.length) return extracted;
  const text = [extracted.text, ...found].filter(Boolean).join(GAP).toWellFormed();
  return { ...extracted, text };
}
