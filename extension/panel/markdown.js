// @ts-check
// A model's answer as elements. Only text nodes and a fixed set of elements without any
// address: whatever the answer holds, it cannot run, load or link anything.
"use strict";
(() => {
  const ITEM = /^\s{0,3}(?:([-*+])|(\d{1,3})[.)])\s+(.*)$/;
  const INLINE =
    /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)|\*\*(\S(?:[\s\S]*?\S)?)\*\*|\*(\S(?:[^*]*?\S)?)\*/g;

  /** Splits an answer into blocks. @param {string} answer @returns {Sottovoce.Block[]} */
  const blocks = (answer) => {
    /** @type {Sottovoce.Block[]} */
    const found = [];
    const lines = answer.split("\n");
    for (let i = 0; i < lines.length;) {
      const fence = /^\s{0,3}(```+|~~~+)/.exec(lines[i]);
      if (fence) {
        const from = ++i;
        while (i < lines.length && !lines[i].trimStart().startsWith(fence[1])) i++;
        found.push({ kind: "code", text: lines.slice(from, i).join("\n") });
        i++;
      } else {
        i += take(lines, i, found);
      }
    }
    return found;
  };

  /** Takes one block of prose and says how many lines it had.
   * @param {string[]} lines @param {number} from @param {Sottovoce.Block[]} found */
  const take = (lines, from, found) => {
    const line = lines[from];
    if (!line.trim()) return 1;
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      found.push({ kind: "heading", text: heading[1] });
      return 1;
    }
    const item = ITEM.exec(line);
    if (item) return takeItems(lines, from, item[1] ? "bullets" : "numbers", found);
    let to = from;
    while (to < lines.length && lines[to].trim() && (to === from || !starts(lines[to]))) to++;
    const text = lines.slice(from, to).join("\n");
    const quote = text.split("\n").every((one) => one.startsWith(">"));
    if (quote) found.push({ kind: "quote", text: text.replace(/^>\s?/gm, "") });
    else found.push({ kind: "paragraph", text });
    return to - from;
  };

  /** Blank lines between items keep the list together, as long as it goes on after them.
   * @param {string[]} lines @param {number} from @param {"bullets" | "numbers"} kind
   * @param {Sottovoce.Block[]} found */
  const takeItems = (lines, from, kind, found) => {
    /** @type {string[]} */
    const items = [];
    let to = from;
    for (let i = from; i < lines.length; i++) {
      if (!lines[i].trim()) continue;
      const item = ITEM.exec(lines[i]);
      if (item && (item[1] ? "bullets" : "numbers") === kind) items.push(item[3]);
      else if (!item && /^\s{2,}/.test(lines[i])) {
        items[items.length - 1] += `\n${lines[i].trim()}`;
      } else break;
      to = i + 1;
    }
    const start = Number(ITEM.exec(lines[from])?.[2] ?? 1);
    found.push({ kind, start, items });
    return to - from;
  };

  /** Whether a line begins another block. @param {string} line */
  const starts = (line) => /^\s{0,3}(```|~~~|#{1,6}\s)/.test(line) || ITEM.test(line);

  /** Splits a block's text. @param {string} text @returns {Sottovoce.Inline[]} */
  const inlines = (text) => {
    /** @type {Sottovoce.Inline[]} */
    const found = [];
    let at = 0;
    for (const match of text.matchAll(INLINE)) {
      if (match.index > at) found.push({ kind: "text", text: text.slice(at, match.index) });
      const [whole, , code, strong, emphasis] = match;
      if (code !== undefined) found.push({ kind: "code", text: code });
      else if (strong !== undefined) found.push({ kind: "strong", text: strong });
      else found.push({ kind: "emphasis", text: emphasis });
      at = match.index + whole.length;
    }
    if (at < text.length) found.push({ kind: "text", text: text.slice(at) });
    return found;
  };

  const TAGS = { code: "code", strong: "strong", emphasis: "em" };

  /** @param {string} tag @param {string} text */
  const filled = (tag, text) => {
    const element = document.createElement(tag);
    for (const { kind, text: piece } of inlines(text)) {
      if (kind === "text") {
        element.append(piece);
      } else {
        const part = document.createElement(TAGS[kind]);
        part.textContent = piece;
        element.append(part);
      }
    }
    return element;
  };

  /** @param {string} text @param {string} copyLabel @param {string} copiedLabel */
  const code = (text, copyLabel, copiedLabel) => {
    const box = document.createElement("div");
    box.className = "code";
    const pre = document.createElement("pre");
    pre.tabIndex = 0;
    const inner = document.createElement("code");
    inner.textContent = text;
    pre.append(inner);
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = copyLabel;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      copy.textContent = copiedLabel;
    });
    box.append(pre, copy);
    return box;
  };

  /** Renders an answer. @param {string} answer @param {{copy: string, copied: string}} labels */
  const render = (answer, labels) =>
    blocks(answer).map((block) => {
      switch (block.kind) {
        case "code":
          return code(block.text, labels.copy, labels.copied);
        case "heading":
          return filled("h2", block.text);
        case "quote":
          return filled("blockquote", block.text);
        case "paragraph":
          return filled("p", block.text);
        default: {
          const list = document.createElement(block.kind === "bullets" ? "ul" : "ol");
          if (list instanceof HTMLOListElement) list.start = block.start;
          list.append(...block.items.map((item) => filled("li", item)));
          return list;
        }
      }
    });

  globalThis.sottovoce = { ...globalThis.sottovoce, markdown: { blocks, inlines, render } };
})();
