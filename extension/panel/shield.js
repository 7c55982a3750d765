// @ts-check
// The four shields: state is a shape first, a colour second.
"use strict";
(() => {
  const SPACE = "http://www.w3.org/2000/svg";
  const OUTLINE = "M8 1.2 13.6 3.3v4.2c0 3.5-2.3 6.1-5.6 7.3-3.3-1.2-5.6-3.8-5.6-7.3V3.3Z";

  /** @param {Sottovoce.Shape} shape */
  const draw = (shape) => {
    const svg = document.createElementNS(SPACE, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", `shield ${shape}`);
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SPACE, "path");
    path.setAttribute("d", OUTLINE);
    path.setAttribute("fill", shape === "private" ? "currentColor" : "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "1.5");
    path.setAttribute("stroke-linejoin", "round");
    if (shape === "broken") path.setAttribute("stroke-dasharray", "4 2.4");
    svg.append(path);
    if (shape === "held") {
      const bar = document.createElementNS(SPACE, "path");
      bar.setAttribute("d", "M5 8h6");
      bar.setAttribute("stroke", "currentColor");
      bar.setAttribute("stroke-width", "1.8");
      bar.setAttribute("stroke-linecap", "round");
      svg.append(bar);
    }
    return svg;
  };

  globalThis.sottovoce = { ...globalThis.sottovoce, shield: { draw } };
})();
