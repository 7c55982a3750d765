// @ts-check
// What a text box holds, exactly, and how to change it: text areas, and the editors that sites
// build on contenteditable (ProseMirror, Quill, Lexical, TipTap), whose lines are elements.
"use strict";
(() => {
  const BLOCK = new Set([
    "P",
    "DIV",
    "LI",
    "BLOCKQUOTE",
    "PRE",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
  ]);
  const TEXT = 3;
  /** Lexical follows the selection a little later than the browser. */
  const SETTLE_MS = 30;

  /** @param {Element} element */
  const isField = (element) =>
    element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

  /**
   * The text as the person sees it: a line for each block, one break for each break, and not
   * the extra line that `innerText` puts between paragraphs.
   * @param {Node} root
   */
  const linesOf = (root) => {
    const lines = [""];
    /** Whether a block has ended, so that what follows begins a line. */
    let ended = false;
    const begin = () => {
      lines.push("");
      ended = false;
    };
    /** @param {string} text */
    const add = (text) => {
      if (ended) begin();
      lines[lines.length - 1] += text;
    };
    /** @param {Node} node */
    const walk = (node) => {
      if (node.nodeType === TEXT) add(node.nodeValue ?? "");
      else if (node.nodeName === "BR") breaks(node);
      else if (node !== root && BLOCK.has(node.nodeName)) block(node);
      else for (const child of node.childNodes) walk(child);
    };
    /** @param {Node} node */
    const block = (node) => {
      if (ended || lines[lines.length - 1] !== "") begin();
      for (const child of node.childNodes) walk(child);
      ended = true;
    };
    /** The last break of a block only keeps its line open. @param {Node} node */
    const breaks = (node) => {
      add("");
      if (node.nextSibling || !BLOCK.has(node.parentNode?.nodeName ?? "")) begin();
    };
    walk(root);
    return lines
      .join("\n")
      .replaceAll("\u00a0", " ")
      .replace(/[\u200b\ufeff]/g, "");
  };

  /** @param {Element} element */
  const textOf = (element) =>
    isField(element) ? /** @type {HTMLTextAreaElement} */ (element).value : linesOf(element);

  /** Replaces all the text, as if it were typed. @param {HTMLElement} element @param {string} text */
  const write = async (element, text) => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      const { prototype } =
        element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, text);
      element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return;
    }
    element.focus();
    const selection = getSelection();
    selection?.selectAllChildren(element);
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    if (!element.isConnected) return;
    if (!text) document.execCommand("delete");
    else if (!text.includes("\n")) document.execCommand("insertText", false, text);
    else paste(element, text);
  };

  /** Several lines: what every editor reads right is a paste.
   * @param {HTMLElement} element @param {string} text */
  const paste = (element, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    if (element.dispatchEvent(event)) document.execCommand("insertText", false, text);
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, reading: { textOf, linesOf, write } };
})();
