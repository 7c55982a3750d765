// @ts-check
/** Drawing: elements, the shared logarithmic scale, the range marks and the plot. */

const SVG = "http://www.w3.org/2000/svg";
const TICKS = [0.1, 1, 10, 100, 1000, 10_000, 100_000];
const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const SHIELD =
  "M8 1.300 2.700 3.300v4.100c0 3.300 2.200 6.200 5.300 7.300 3.100-1.100 5.300-4 5.300-7.300V3.300z";

/** @typedef {string | number | Node | null | false} Child */

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean>} attributes
 * @param {Child[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...children
      .filter((child) => child !== null && child !== false)
      .map((child) =>
        typeof child === "number" ? String(child) : /** @type {string | Node} */ (child),
      ),
  );
  return element;
}

/** @param {string} tag @param {Record<string, string | number | boolean>} [attributes] @param {Child[]} children */
export function h(tag, attributes = {}, ...children) {
  return /** @type {HTMLElement} */ (fill(document.createElement(tag), attributes, children));
}

/** @param {string} tag @param {Record<string, string | number | boolean>} [attributes] @param {Child[]} children */
export function s(tag, attributes = {}, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS(SVG, tag), attributes, children));
}

/** @param {number} count */
export function count(count) {
  return number.format(count);
}

/** A duration for people. @param {number} ms */
export function duration(ms) {
  if (ms < 9.95) return `${decimal.format(ms)} ms`;
  return ms < 9999.5 ? `${number.format(ms)} ms` : `${decimal.format(ms / 1000)} s`;
}

/** @param {number} ms */
function tick(ms) {
  return ms < 1000 ? `${new Intl.NumberFormat().format(ms)} ms` : `${number.format(ms / 1000)} s`;
}

/** State is shape and word as well as colour. @param {string} state */
export function shield(state) {
  const icon = s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  icon.append(
    s(
      "path",
      state === "secured"
        ? { d: SHIELD, fill: "currentColor" }
        : { d: SHIELD, fill: "none", stroke: "currentColor", "stroke-width": 1.5 },
    ),
  );
  if (state === "held")
    icon.append(s("path", { d: "M4.500 8h7", stroke: "currentColor", "stroke-width": 2 }));
  return icon;
}

/**
 * A logarithmic scale over whole decades that holds all values.
 * @param {number[]} values milliseconds
 */
export function decades(values) {
  const low = Math.floor(Math.log10(Math.max(0.1, Math.min(...values, 100))) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(0.1, ...values)) - 1e-9));
  return {
    ticks: TICKS.filter((ms) => Math.log10(ms) > low - 0.01 && Math.log10(ms) < high + 0.01),
    /** @param {number} ms */
    at: (ms) => Math.min(1, Math.max(0, (Math.log10(Math.max(ms, 0.01)) - low) / (high - low))),
  };
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** The head of the range column: the scale. @param {ReturnType<typeof decades>} scale */
export function scaleHead(scale) {
  const icon = s("svg", { "aria-hidden": "true" });
  scale.ticks.forEach((ms, place) => {
    const anchor = place === 0 ? "start" : place === scale.ticks.length - 1 ? "end" : "middle";
    icon.append(s("text", { x: percent(scale.at(ms)), y: 11, "text-anchor": anchor }, tick(ms)));
  });
  return icon;
}

/**
 * From the median (dot) through p90 (thick) to p99 (thin).
 * @param {{p50: number, p90: number, p99: number}} stage @param {ReturnType<typeof decades>} scale
 */
export function range(stage, scale) {
  const [p50, p90, p99] = [stage.p50, stage.p90, stage.p99].map((ms) => percent(scale.at(ms)));
  return s(
    "svg",
    { "aria-hidden": "true" },
    ...scale.ticks.map((ms) =>
      s("line", {
        class: "rule",
        x1: percent(scale.at(ms)),
        x2: percent(scale.at(ms)),
        y1: -8,
        y2: 24,
      }),
    ),
    s("line", { class: "whisker", x1: p50, x2: p99, y1: 8, y2: 8 }),
    s("line", { class: "body", x1: p50, x2: p90, y1: 8, y2: 8 }),
    s("circle", { class: "mark", cx: p50, cy: 8, r: 4 }),
  );
}

/**
 * Move labels apart so that none covers another, keeping their order.
 * @param {number[]} wanted @param {number} gap @param {number} bottom
 */
function spread(wanted, gap, bottom) {
  const order = wanted.map((_, place) => place).sort((a, b) => wanted[a] - wanted[b]);
  const found = [...wanted];
  order.forEach((place, step) => {
    if (step) found[place] = Math.max(found[place], found[order[step - 1]] + gap);
  });
  let room = bottom;
  for (const place of [...order].reverse()) {
    found[place] = Math.min(found[place], room);
    room = found[place] - gap;
  }
  return found;
}

/**
 * @typedef {{environment: string, variant: string, p50: (number | null)[]}} Line
 * @param {{starts_s: number[], bin_s: number, lines: Line[]}} trend
 * @param {number} width pixels
 */
export function plot(trend, width) {
  const labels = width < 560 ? 112 : 168;
  const box = { left: 52, right: width - labels, top: 8, bottom: 172 };
  const scale = decades(trend.lines.flatMap((line) => line.p50.filter((ms) => ms !== null)));
  const last = trend.starts_s.length - 1;
  /** @param {number} bin */
  const x = (bin) => box.left + ((box.right - box.left) * (bin + 0.5)) / (last + 1);
  /** @param {number} ms */
  const y = (ms) => box.bottom - (box.bottom - box.top) * scale.at(ms);
  const ends = trend.lines.map((line) => line.p50.findLastIndex((ms) => ms !== null));
  const places = spread(
    trend.lines.map((line, at) => y(line.p50[ends[at]] ?? 0)),
    30,
    box.bottom - 14,
  );
  const drawing = s("svg", {
    role: "img",
    "aria-label": spoken(trend, ends),
    viewBox: `0 0 ${width} 200`,
  });
  for (const ms of scale.ticks) {
    drawing.append(s("line", { class: "rule", x1: box.left, x2: box.right, y1: y(ms), y2: y(ms) }));
    drawing.append(s("text", { x: box.left - 8, y: y(ms) + 4, "text-anchor": "end" }, tick(ms)));
  }
  for (const bin of [0, Math.floor(last / 2), last]) {
    const anchor = bin === 0 ? "start" : bin === last ? "end" : "middle";
    drawing.append(
      s(
        "text",
        {
          x: bin === 0 ? box.left : bin === last ? box.right : x(bin),
          y: 192,
          "text-anchor": anchor,
        },
        moment(trend.starts_s[bin], trend.bin_s),
      ),
    );
  }
  trend.lines.forEach((line, at) =>
    drawing.append(
      trace(line, ends[at], x, y, { at: places[at], x: box.right + 12, width: labels - 12 }),
    ),
  );
  return drawing;
}

/**
 * @param {Line} line @param {number} end @param {(bin: number) => number} x @param {(ms: number) => number} y
 * @param {{at: number, x: number, width: number}} label
 */
function trace(line, end, x, y, label) {
  const group = s("g", { class: line.variant });
  let path = "";
  line.p50.forEach((ms, bin) => {
    if (ms === null) return;
    path += `${bin && line.p50[bin - 1] !== null ? "L" : "M"}${x(bin).toFixed(1)} ${y(ms).toFixed(1)}`;
    const alone = (line.p50[bin - 1] ?? null) === null && (line.p50[bin + 1] ?? null) === null;
    if (alone || bin === end)
      group.append(
        s("circle", { class: "dot", cx: x(bin).toFixed(1), cy: y(ms).toFixed(1), r: 3.5 }),
      );
  });
  group.prepend(s("path", { class: "trace", d: path }));
  const fits = Math.max(6, Math.floor(label.width / 6.4));
  const name =
    line.environment.length > fits ? `${line.environment.slice(0, fits - 1)}…` : line.environment;
  group.append(
    s("text", { class: "name", x: label.x, y: label.at + 1 }, name),
    s(
      "text",
      { class: "value", x: label.x, y: label.at + 14 },
      `${line.variant === "secured" ? "private" : "public"} · ${duration(line.p50[end] ?? 0)}`,
    ),
  );
  return group;
}

/** @param {{lines: Line[]}} trend @param {number[]} ends */
function spoken(trend, ends) {
  return `Median time of a prompt, newest value: ${trend.lines.map((line, at) => `${line.environment} ${duration(line.p50[ends[at]] ?? 0)}`).join(", ")}`;
}

/** @param {number} seconds @param {number} bin */
function moment(seconds, bin) {
  /** @type {Intl.DateTimeFormatOptions} */
  const form =
    bin < 21_600 ? { hour: "2-digit", minute: "2-digit" } : { month: "short", day: "numeric" };
  return new Intl.DateTimeFormat(undefined, form).format(new Date(seconds * 1000));
}
