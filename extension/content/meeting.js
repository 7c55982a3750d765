// @ts-check
// How the bridge and the hook meet: in an event, before the page's code runs. Another extension
// may have listened earlier, and gets whatever the event carries. So that is only a letter box:
// the hook puts one end of a line of its own into it. Nobody else can read what arrives in our
// half, and nothing of worth ever goes out through the other. When all have heard the event we
// put in a sign that nobody can guess, and close the box. Whoever put a line of theirs before
// that sign spoiled the meeting: then there is none, and all stays held.
"use strict";
(() => {
  const HANDOVER = "sottovoce-port";

  /** @param {(message: any) => void} heard */
  const meet = (heard) => {
    const box = new MessageChannel();
    const sign = crypto.getRandomValues(new Uint32Array(4)).join();
    /** @type {MessagePort | null} */
    let line = null;
    let over = false;
    /** @type {MessagePort[]} */
    const offers = [];
    /** @type {[any, Transferable[]][]} */
    let early = [];

    const settle = () => {
      over = true;
      const [offered] = offers;
      if (offered && offers.length === 1) {
        line = offered;
        line.addEventListener("message", ({ data }) => heard(data));
        line.start();
        for (const [message, transfer] of early) line.postMessage(message, transfer);
      }
      early = [];
    };
    box.port1.addEventListener("message", ({ data, ports }) => {
      if (data !== sign) offers.push(...ports);
      else if (!over) settle();
    });
    box.port1.start();
    document.dispatchEvent(new MessageEvent(HANDOVER, { ports: [box.port2] }));
    box.port2.postMessage(sign);
    box.port2.close();

    return {
      /** @param {any} message @param {Transferable[]} [transfer] */
      postMessage: (message, transfer = []) => {
        if (line) line.postMessage(message, transfer);
        else if (!over) early.push([message, transfer]);
      },
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, meet };
})();
