// @ts-check
// What people are told about a decision, in the words of their own text.

import { spans } from "./codec.js";
import { told } from "./files.js";

/** @param {Sottovoce.Extracted} extracted @param {Sottovoce.Decided} decided @returns {Sottovoce.Why} */
export function whyOf({ text, attachments }, decided) {
  const { level, threshold, reasons, kinds, findings } = decided;
  return {
    level,
    threshold,
    reasons,
    kinds,
    spans: spans(text, findings, kinds),
    categories: decided.categories ?? [],
    grave: decided.grave ?? [],
    words: decided.words ?? {},
    files: told(attachments, decided),
  };
}
