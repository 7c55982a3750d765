// @ts-check
/** What the page says: values of a summary in, elements out. */

import { count, decades, duration, h, plot, range, scaleHead, shield } from "./plot.js";

/**
 * @typedef {{stage: string, count: number, p50: number, p90: number, p99: number}} Stage
 * @typedef {{environment: string, variant: string, model: string, prompts: number, held: Record<string, number>, stages: Stage[]}} Route
 * @typedef {{id: string, newest_s: number, lost: number, routes: Route[]}} FrontEnd
 * @typedef {{window: string, until_s: number, newest_s: number | null, prompts: number, environments: Route[], front_ends: FrontEnd[], more_front_ends: number, cut: boolean, trend: Parameters<typeof plot>[0]}} Summary
 * @typedef {{name: string, label: string, seconds: number}} Window
 * @typedef {{refused: Record<string, number>, summary: Summary, windows: Window[]}} Answer
 */

/** @type {Record<string, [string, string]>} */
const STAGES = {
  tag: ["Eligibility tag", "anything to classify?"],
  detection: ["Detection", "sensitive details"],
  classification: ["Classification", "the level"],
  tunnel: ["Tunnel", "connection ready"],
  first_token: ["First token", "since the decision"],
  hold: ["Browser hold", "until release"],
  total: ["Total", "the whole prompt"],
};
/** @type {Record<string, string>} */
const HELD = {
  tunnel_down: "private connection down",
  secured_unreachable: "private model unreachable",
  secured_refused: "private model refused",
  secured_interrupted: "answer broke off",
  too_long_for_model: "too long for the model",
  audit_failed: "record could not be written",
  attachment_unjudged: "file that was not judged",
  unreadable: "text not found",
  public_failed: "public model did not answer",
  busy: "companion busy",
  draft: "draft not saved",
  kept_out: "kept out of the page",
  internal: "fault in the companion",
};

/** @param {number} n @param {string} one @param {string} many */
const plural = (n, one, many) => `${count(n)} ${n === 1 ? one : many}`;

/** @param {number} seconds */
function ago(seconds) {
  const past = Math.max(0, Date.now() / 1000 - seconds);
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  if (past < 120) return "in the last two minutes";
  if (past < 5400) return words.format(-Math.round(past / 60), "minute");
  return past < 129_600
    ? words.format(-Math.round(past / 3600), "hour")
    : words.format(-Math.round(past / 86_400), "day");
}

/** @param {string} name @param {string} otherwise */
const named = (name, otherwise) => (name === "other" ? otherwise : name);

/** @param {string} variant */
const variantMark = (variant) =>
  h(
    "span",
    { class: `variant ${variant}` },
    shield(variant),
    variant === "secured" ? "private" : "public",
  );

/** @param {Record<string, number>} held */
function heldMark(held) {
  const reasons = Object.entries(held).sort((a, b) => b[1] - a[1]);
  if (!reasons.length) return null;
  const words = reasons.map(([reason, n]) => `${count(n)} ${HELD[reason] ?? reason}`).join(", ");
  return h("span", { class: "held" }, shield("held"), `held: ${words}`);
}

/**
 * The main part of the page.
 * @param {Answer} answer
 * @param {{stage: string, width: number}} shown the stage chosen, and the room in pixels
 */
export function render({ summary, windows }, { stage, width }) {
  const window = windows.find((each) => each.name === summary.window) ?? windows[0];
  if (summary.newest_s === null) return [empty()];
  if (!summary.prompts) return [quiet(summary, window, windows)];
  return [
    h(
      "p",
      { class: "truth" },
      `${plural(summary.prompts, "prompt", "prompts")} from ${plural(summary.front_ends.length + summary.more_front_ends, "front end", "front ends")} in the last ${span(window)}.`,
    ),
    h(
      "p",
      { class: "under" },
      `Newest: ${ago(summary.newest_s)}.${summary.cut ? " Only the newest spans are counted: there are more than fit." : ""}`,
    ),
    trendSection(summary, width),
    environments(summary),
    frontEnds(summary, stage),
  ];
}

function empty() {
  const origin = location.origin;
  return h(
    "section",
    { class: "sheet empty" },
    shield("public"),
    h("h2", {}, "No latency yet"),
    h(
      "p",
      { class: "soft" },
      "Every companion reports how long each prompt took, and nothing of what it said. The first report shows up here by itself.",
    ),
    h(
      "ol",
      {},
      h(
        "li",
        {},
        "Point a companion at this service, in its ",
        h("code", {}, "companion.toml"),
        ":",
        h("pre", {}, `[telemetry]\nurl = "${origin}"`),
      ),
      h(
        "li",
        {},
        "Send a prompt in the browser, or try one from a terminal:",
        h("pre", {}, 'sottovoce ask "How tall is Mont Blanc?"'),
      ),
      h(
        "li",
        {},
        "Nothing after a minute? ",
        h("code", {}, "sottovoce status"),
        " says whether reports wait, and why.",
      ),
    ),
  );
}

/** @param {Summary} summary @param {Window} window @param {Window[]} windows */
function quiet(summary, window, windows) {
  const newest = summary.newest_s ?? 0;
  const wider = windows.find((each) => summary.until_s - newest < each.seconds);
  const section = h(
    "section",
    { class: "sheet empty" },
    shield("public"),
    h("h2", {}, `No prompts in the last ${span(window)}`),
    h("p", { class: "soft" }, `The newest report is from ${ago(newest)}.`),
  );
  if (wider)
    section.append(
      h("button", { type: "button", "data-window": wider.name }, `Show ${wider.label}`),
    );
  return section;
}

/** @param {Summary} summary @param {number} width */
function trendSection(summary, width) {
  if (!summary.trend.lines.length) return h("section", { hidden: true });
  return h(
    "section",
    { "aria-labelledby": "trend" },
    h(
      "div",
      { class: "head" },
      h("h2", { id: "trend" }, "Median time of a prompt"),
      h("p", {}, "total, by environment"),
    ),
    h("div", { class: "sheet plot" }, plot(summary.trend, Math.max(280, width - 34))),
  );
}

/** @param {ReturnType<typeof decades>} scale @param {string[]} names */
function head(scale, names) {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      ...names.map((name) => h("th", { scope: "col" }, name)),
      h("th", { scope: "col", class: "n prompts" }, "Prompts"),
      ...["p50", "p90", "p99"].map((name) => h("th", { scope: "col", class: "n" }, name)),
      h("th", { class: "range", "aria-hidden": "true" }, scaleHead(scale)),
    ),
  );
}

/** @param {Stage} stage @param {ReturnType<typeof decades>} scale @param {string} variant */
function figures(stage, scale, variant) {
  return [
    h("td", { class: "n soft prompts" }, count(stage.count)),
    ...[stage.p50, stage.p90, stage.p99].map((ms) => h("td", { class: "n" }, duration(ms))),
    h("td", { class: `range ${variant}`, "aria-hidden": "true" }, range(stage, scale)),
  ];
}

/** @param {Summary} summary */
function environments({ environments: routes }) {
  const scale = decades(
    routes.flatMap((route) => route.stages.flatMap((stage) => [stage.p50, stage.p99])),
  );
  const table = h("table", {}, head(scale, ["Stage"]));
  for (const route of routes) {
    table.append(
      h(
        "tbody",
        {},
        h(
          "tr",
          {},
          h(
            "th",
            { class: "route", colspan: 6, scope: "rowgroup" },
            h(
              "div",
              {},
              h("strong", {}, named(route.environment, "environment not named")),
              variantMark(route.variant),
              h("span", { class: "soft" }, named(route.model, "model not named")),
              h(
                "span",
                { class: "count soft" },
                plural(route.prompts, "prompt answered", "prompts answered"),
              ),
            ),
            heldMark(route.held),
          ),
        ),
        ...route.stages.map((stage) => {
          const [name, note] = STAGES[stage.stage] ?? [stage.stage, ""];
          return h(
            "tr",
            { class: stage.stage === "total" ? "stage sum" : "stage" },
            h("th", { scope: "row" }, name, h("span", { class: "note" }, note)),
            ...figures(stage, scale, route.variant),
          );
        }),
      ),
    );
  }
  return h(
    "section",
    { "aria-labelledby": "environments" },
    h(
      "div",
      { class: "head" },
      h("h2", { id: "environments" }, "By environment"),
      h("p", { class: "legend" }, "dot p50, bar to p90, line to p99; answered prompts only"),
    ),
    h("div", { class: "sheet" }, table),
  );
}

/** @param {FrontEnd} end @param {string} chosen @param {ReturnType<typeof decades>} scale */
function frontEnd(end, chosen, scale) {
  const lost = end.lost > 0 && h("span", { class: "lost" }, `${count(end.lost)} lost`);
  const name = () => h("code", {}, end.id.slice(0, 8));
  // Narrow screens show the name above its rows, wide ones beside them.
  const above = h("th", { colspan: 5, scope: "rowgroup" }, name(), lost && lost.cloneNode(true));
  const beside = { scope: "rowgroup", rowspan: end.routes.length, title: end.id };
  return h(
    "tbody",
    {},
    h("tr", { class: "title" }, above),
    ...end.routes.map((route, at) => {
      const first = at === 0 && h("th", beside, name(), lost);
      return h("tr", { class: "end" }, first, ...frontEndRoute(route, chosen, scale));
    }),
  );
}

/** @param {Route} route @param {string} chosen @param {ReturnType<typeof decades>} scale */
function frontEndRoute(route, chosen, scale) {
  const stage = route.stages.find((each) => each.stage === chosen);
  const name = [shield(route.variant), route.environment];
  const prompts = plural(stage?.count ?? 0, "prompt", "prompts");
  const title = h(
    "th",
    { scope: "row" },
    h("span", { class: `variant ${route.variant}` }, ...name),
    h("span", { class: "narrow" }, prompts),
  );
  if (stage) return [title, ...figures(stage, scale, route.variant)];
  const missing = h("td", { class: "n soft", colspan: 4 }, "not measured");
  return [title, missing, h("td", { class: "range", "aria-hidden": "true" })];
}

/** @param {Summary} summary @param {string} chosen the stage */
function frontEnds({ front_ends: ends, more_front_ends: more }, chosen) {
  const measured = ends.flatMap((end) =>
    end.routes.flatMap((route) => route.stages.filter((stage) => stage.stage === chosen)),
  );
  const scale = decades(measured.flatMap((stage) => [stage.p50, stage.p99]));
  const table = h("table", {}, head(scale, ["Front end", "Environment"]));
  table.append(...ends.map((end) => frontEnd(end, chosen, scale)));
  const options = Object.entries(STAGES).map(([name, [label]]) =>
    h("option", { value: name, selected: name === chosen }, label),
  );
  const rest = `and ${plural(more, "front end", "front ends")} with fewer prompts`;
  return h(
    "section",
    { "aria-labelledby": "front-ends" },
    h(
      "div",
      { class: "head" },
      h("h2", { id: "front-ends" }, "By front end"),
      h("label", { class: "soft" }, "Stage ", h("select", { id: "stage" }, ...options)),
    ),
    h("div", { class: "sheet ends" }, table),
    more > 0 && h("p", { class: "under" }, rest),
  );
}

/** The foot of the page. @param {Answer} answer */
export function footer({ refused }) {
  const n = Object.values(refused).reduce((sum, each) => sum + each, 0);
  const words = Object.entries(refused)
    .map(([reason, each]) => `${reason.replaceAll("_", " ")} ${count(each)}`)
    .join(", ");
  return [
    h(
      "p",
      {},
      "Kept here: durations, the names of environments and models, whether a prompt was held and why, and a random identifier per installation. Times are whole minutes. No prompt text: a report that carries anything else is refused and counted, not stored.",
    ),
    h(
      "p",
      {},
      n
        ? `Refused since the service started: ${words}. `
        : "Nothing refused since the service started. ",
      h("a", { href: "/metrics" }, "Metrics"),
      " · ",
      h("a", { href: "/health" }, "Health"),
    ),
  ];
}

/** A window within a sentence. @param {Window} window */
const span = (window) => window.label.replace(/^1 /, "");

/** @param {Window} window */
const shortLabel = (window) => window.label.replace(" minutes", " min");

/** The choice of a window. @param {Answer} answer @param {string} chosen */
export function windowChoice({ windows }, chosen) {
  return [
    h("legend", {}, "Window"),
    ...windows.map((each) =>
      h(
        "label",
        { title: each.label },
        h("input", {
          type: "radio",
          name: "window",
          value: each.name,
          checked: each.name === chosen,
        }),
        h("span", { "data-label": shortLabel(each) }, shortLabel(each)),
      ),
    ),
  ];
}
