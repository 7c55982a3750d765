// @ts-check
// How the bridge and the hook meet: in an event, before the page's code runs. Another extension
// may have listened earlier, and gets whatever the event carries. So that is only a letter box:
// the hook puts one end of a line of its own into it and closes it. Nobody else can read what
// arrives in our half, and nothing of worth ever goes out through the other. Whoever puts a
// line of theirs into it too spoils the meeting: then there is none, and all stays held.
"use strict";
(() => {
  const HANDOVER = "sottovoce-port";

  /** @param {(message: any) => void} heard */
  const meet = (heard) => {
    const box = new MessageChannel();
    /** @type {MessagePort | null} */
    let line = null;
    let spoiled = false;
    let settled = false;
    /** @type {[any, Transferable[]][]} */
    let early = [];

    const spoil = () => {
      spoiled = true;
      line?.close();
      line = null;
      early = [];
    };
    const settle = () => {
      if (!line) return;
      line.addEventListener("message", ({ data }) => heard(data));
      line.start();
      settled = true;
      for (const [message, transfer] of early) line.postMessage(message, transfer);
      early = [];
    };
    box.port1.addEventListener("message", ({ ports }) => {
      const [offered] = ports;
      if (line || spoiled || ports.length !== 1) {
        spoil();
        return;
      }
      line = offered;
      // Whoever else heard the event has posted by now: nothing is said before all is read.
      setTimeout(settle);
    });
    box.port1.start();
    document.dispatchEvent(new MessageEvent(HANDOVER, { ports: [box.port2] }));

    return {
      /** @param {any} message @param {Transferable[]} [transfer] */
      postMessage: (message, transfer = []) => {
        if (line && settled) line.postMessage(message, transfer);
        else if (!spoiled) early.push([message, transfer]);
      },
    };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, meet };
})();
