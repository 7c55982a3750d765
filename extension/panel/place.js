// @ts-check
// Where the panel goes: in the composer's own column, under it where there is room, otherwise
// above it, never over the text box, and without moving anything in the page.
"use strict";
(() => {
  const GAP = 8;
  const ROOM = 120;
  const NARROWEST = 280;
  const WIDEST = 768;
  const BADGE = 26;

  /**
   * Returns the panel's spot in CSS pixels of the viewport.
   * @param {Sottovoce.Box | null} composer @param {number} width @param {number} height
   * @returns {Sottovoce.Spot}
   */
  const spot = (composer, width, height) => {
    const most = Math.min(WIDEST, width - 2 * GAP);
    if (!composer) {
      return { left: (width - most) / 2, width: most, top: null, bottom: GAP, room: height / 2 };
    }
    const wide = Math.min(most, Math.max(composer.right - composer.left, NARROWEST));
    const centre = (composer.left + composer.right) / 2;
    const left = Math.min(Math.max(GAP, centre - wide / 2), width - GAP - wide);
    const below = height - composer.bottom - 2 * GAP;
    const above = composer.top - 2 * GAP;
    if (below >= ROOM || below >= above) {
      return { left, width: wide, top: composer.bottom + GAP, bottom: null, room: below };
    }
    const room = Math.min(above, height * 0.7);
    return { left, width: wide, top: null, bottom: height - composer.top + GAP, room };
  };

  /**
   * The badge's spot: beside the composer where there is room, otherwise on its upper edge.
   * @param {Sottovoce.Box | null} composer @param {number} width @param {boolean} rtl
   */
  const badge = (composer, width, rtl) => {
    if (!composer) return null;
    const outside = rtl ? composer.left - BADGE - 6 : composer.right + 6;
    if (outside >= 2 && outside + BADGE <= width - 2) {
      return { left: outside, top: composer.bottom - BADGE - 6, outside: true };
    }
    const left = rtl ? composer.left : composer.right - BADGE;
    return { left, top: composer.top - BADGE - 4, outside: false };
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, place: { spot, badge } };
})();
