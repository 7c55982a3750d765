// @ts-check
// What is pasted, dropped or chosen is judged before the page gets it, as policy says. Many
// pages read or upload it at once, long before anybody presses send. Comfort before the wall:
// an upload is judged again when it leaves.
"use strict";
(() => {
  const { line } = sottovoce;
  /** Numbers apart from those of requests and of pressed sends. */
  const FIRST = 2_000_001;
  /** What is in force until the companion says what policy wants. */
  let rules = { max_bytes: 10_000_000, unreadable: "hold", paste: "free", drop: "judge" };
  /** Whether it is a site to do this for; not known (null) in a page's first moments. */
  let active = /** @type {boolean | null} */ (null);
  let count = FIRST;
  /** What lets each held thing in. @type {Map<number, {enter: () => void, refuse: () => void}>} */
  const held = new Map();

  /** @param {Event} event */
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // --- asking ----------------------------------------------------------------------------------

  /** @param {readonly File[]} files @returns {Promise<Sottovoce.Attachment[]>} */
  const read = async (files) => {
    let room = rules.max_bytes;
    /** @type {Sottovoce.Attachment[]} */
    const attachments = [];
    for (const file of files) {
      const { name, size } = file;
      const shown = { media_type: file.type.slice(0, 128), size, name: name.slice(0, 255) };
      room -= size;
      if (room < 0) attachments.push(shown);
      else attachments.push({ ...shown, data: (await bytesOf(file)).toBase64() });
    }
    return attachments;
  };

  /** @param {File} file */
  const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

  /**
   * @param {string} text @param {readonly File[]} files
   * @param {() => void} enter Lets it into the page after all.
   * @param {() => void} [refuse]
   */
  const look = async (text, files, enter, refuse = () => {}) => {
    const n = count++;
    held.set(n, { enter, refuse });
    const attachments = await read(files).catch(() =>
      // A file that cannot be read here has no data, so the companion calls it unjudged.
      files.map(({ type, size }) => ({ media_type: type.slice(0, 128), size })),
    );
    line.ask({ type: "typed", n, text, page: location.href, stage: "look", attachments });
  };

  line.on("pass", ({ n }) => {
    const one = held.get(n);
    if (!one) return;
    held.delete(n);
    line.end(n);
    one.enter();
  });
  line.onEnd((n) => {
    held.get(n)?.refuse();
    held.delete(n);
  });

  // --- into the page ---------------------------------------------------------------------------

  /** @param {DataTransfer} data */
  const copyOf = (data) => {
    const copy = new DataTransfer();
    for (const type of data.types) if (type !== "Files") copy.setData(type, data.getData(type));
    for (const file of data.files) copy.items.add(file);
    return copy;
  };

  /** @param {EventTarget} target @param {DataTransfer} clipboardData */
  const pasteInto = (target, clipboardData) => {
    const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
    const untouched = target.dispatchEvent(new ClipboardEvent("paste", init));
    const text = clipboardData.getData("text/plain");
    if (untouched && text) document.execCommand("insertText", false, text);
  };

  /** @param {EventTarget} target @param {DataTransfer} dataTransfer @param {DragEvent} where */
  const dropInto = (target, dataTransfer, { clientX, clientY }) => {
    const init = { dataTransfer, clientX, clientY };
    const shared = { ...init, bubbles: true, cancelable: true, composed: true };
    let untouched = true;
    for (const name of ["dragenter", "dragover", "drop"]) {
      untouched = target.dispatchEvent(new DragEvent(name, shared));
    }
    const text = dataTransfer.getData("text/plain");
    if (!untouched || !text || !(target instanceof HTMLElement)) return;
    target.focus();
    document.execCommand("insertText", false, text);
  };

  // --- the person's events ---------------------------------------------------------------------

  /** @param {ClipboardEvent} event */
  const onPaste = (event) => {
    const { clipboardData: data, isTrusted } = event;
    if (active === false || !isTrusted || !data) return;
    const files = rules.drop === "judge" || rules.paste === "judge" ? [...data.files] : [];
    const text = rules.paste === "judge" ? data.getData("text/plain") : "";
    if (!files.length && !text.trim()) return;
    const [target] = event.composedPath();
    const copy = copyOf(data);
    stop(event);
    void look(text, files, () => pasteInto(target, copy));
  };

  /** @param {DragEvent} event */
  const onDrop = (event) => {
    const { dataTransfer: data, isTrusted } = event;
    if (active === false || !isTrusted || !data || rules.drop !== "judge") return;
    const files = [...data.files];
    const text = data.getData("text/plain");
    if (!files.length && !text.trim()) return;
    const [target] = event.composedPath();
    const copy = copyOf(data);
    stop(event);
    void look(text, files, () => dropInto(target, copy, event));
  };

  /** An input that was let go on, until its events have been heard. */
  const free = new WeakSet();
  /** @param {Event} event */
  const onChosen = (event) => {
    const [input] = event.composedPath();
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    if (active === false || !event.isTrusted || rules.drop !== "judge" || !input.files?.length)
      return;
    if (free.has(input)) return;
    event.stopImmediatePropagation();
    if (event.type !== "change") return;
    const enter = () => {
      free.add(input);
      for (const name of ["input", "change"]) {
        input.dispatchEvent(new Event(name, { bubbles: true, composed: name === "input" }));
      }
      free.delete(input);
    };
    void look("", [...input.files], enter, () => {
      input.value = "";
    });
  };

  window.addEventListener("paste", onPaste, { capture: true });
  window.addEventListener("drop", onDrop, { capture: true });
  window.addEventListener("input", onChosen, { capture: true });
  window.addEventListener("change", onChosen, { capture: true });

  line.on("entering", (/** @type {{rules: typeof rules}} */ message) => {
    ({ rules } = message);
  });
  line.onSetup((site) => {
    active = site !== null;
  });
})();
