// @ts-check
// Opens the side panel, where a private conversation goes on. Browsers allow that only in the
// very moment of a press, so whose tab it is must be known before.
"use strict";
(() => {
  /** Firefox has another name for the same. */
  const { sidePanel, sidebarAction } = /** @type {any} */ (chrome);
  let tab = -1;
  const known = chrome.tabs?.getCurrent?.() ?? Promise.resolve(undefined);
  void known.then((current) => {
    tab = current?.id ?? tab;
  });

  globalThis.sottovoce = {
    ...globalThis.sottovoce,
    beside: {
      /** Whether this browser has a place beside its pages. */
      there: Boolean(sidePanel?.open ?? sidebarAction?.open),
      /** Whose private conversation it is about. @param {number} id */
      of: (id) => {
        tab = id;
      },
      open: async () => {
        if (sidePanel?.open) await sidePanel.open({ tabId: tab });
        else await sidebarAction?.open();
      },
    },
  };
})();
