// @ts-check
// What the popup says, from what is known: one sentence of truth, then each link of the chain
// from the site to the private model, with a remedy where one is broken. Pure.

/**
 * @typedef {"ok" | "wait" | "bad"} Mark
 * @typedef {{name: string, mark: Mark, text: [string, ...string[]]}} Link
 * @typedef {{shape: "private" | "public" | "held" | "broken", text: [string, ...string[]],
 *   more: [string, ...string[]] | null, allow: boolean, add: boolean}} Truth
 * @typedef {{pause: number, resume: boolean, on: boolean | null, report: boolean}} Controls
 */

/**
 * The sentence at the top. "Protected" needs evidence: a message that was really screened.
 * Texts are names of the locale's strings with their values; `ago` is filled in by the page.
 * @param {Sottovoce.Report} report @param {(time: number) => string} ago
 * @param {(time: number) => string} clock @param {(time: number) => string} day
 * @returns {Truth}
 */
export function truth(report, ago, clock, day) {
  const { known, granted, hooked, alarm, checkedAt, companion, blocked, host } = report;
  /** @type {[string, ...string[]] | null} */
  const stopped = blocked > 0 ? ["popup_blocked", String(blocked)] : null;
  const told = (/** @type {Truth["shape"]} */ shape, /** @type {Truth["text"]} */ text) => ({
    shape,
    text,
    more: stopped,
    allow: false,
    add: false,
  });
  if (!known) {
    return { ...told("public", ["popup_none"]), more: ["popup_none_more"], add: host !== "" };
  }
  if (!granted) return { ...told("held", ["popup_allow_text"]), allow: true };
  if (!hooked) return told("held", ["popup_reload"]);
  if (report.off) return told("broken", ["popup_off", day(report.offSince)]);
  if (report.pausedUntil) {
    return told("broken", ["popup_paused_until", clock(report.pausedUntil)]);
  }
  if (alarm) return told("broken", [`alarm_${alarm.why}`, clock(alarm.since)]);
  if (companion.state === "missing") return told("held", ["popup_paused"]);
  if (checkedAt) {
    const down = companion.links?.tunnel === "down";
    return {
      ...told("private", ["popup_protected", ago(checkedAt)]),
      more: down ? ["popup_private_only"] : stopped,
    };
  }
  return told("public", ["popup_waiting"]);
}

/** What the person may do about the site. @param {Sottovoce.Report} report @returns {Controls} */
export function controls({ known, granted, alarm, off, pausedUntil, minutes, switchable }) {
  const here = known && granted;
  return {
    pause: here && !off && !pausedUntil ? minutes : 0,
    resume: here && pausedUntil > 0,
    on: here && (switchable || off) ? !off : null,
    report: here && alarm !== null,
  };
}

/** @param {Sottovoce.Report} report @returns {Link[]} */
export function chain(report) {
  return [
    { name: "link_site", ...siteLink(report) },
    { name: "link_companion", ...companionLink(report.companion) },
    { name: "link_connection", ...connectionLink(report.companion) },
    { name: "link_model", ...modelLink(report.companion) },
  ];
}

/** @typedef {Omit<Link, "name">} State */

/** @param {Sottovoce.Report} report @returns {State} */
function siteLink({ known, granted, alarm, host, siteFilesRefused, off, pausedUntil }) {
  if (!known) return { mark: "wait", text: ["site_unknown"] };
  if (!granted) return { mark: "bad", text: ["site_denied", host] };
  if (off || pausedUntil) return { mark: "bad", text: ["site_unchecked", host] };
  if (alarm) return { mark: "bad", text: ["site_alarm", host] };
  if (siteFilesRefused) return { mark: "wait", text: ["site_files_refused", host] };
  return { mark: "ok", text: ["site_known", host] };
}

/** @param {Sottovoce.Companion} companion @returns {State} */
function companionLink({ state, cause, version, policy, policyError, links }) {
  if (state === "missing") return { mark: "bad", text: [`remedy_${cause || "exited"}`] };
  if (state === "connecting") return { mark: "wait", text: ["companion_connecting"] };
  if (policyError) return { mark: "bad", text: ["companion_policy_error", policyError] };
  if (links?.worker === "down") return { mark: "bad", text: ["companion_down"] };
  if (links?.worker === "starting") return { mark: "wait", text: ["companion_starting"] };
  return { mark: "ok", text: ["companion_connected", version, policy] };
}

/** @param {Sottovoce.Companion} companion @returns {State} */
function connectionLink({ links }) {
  if (!links) return { mark: "wait", text: ["connection_unknown"] };
  if (links.tunnel === "up") return { mark: "ok", text: ["connection_up"] };
  if (links.tunnel === "connecting") return { mark: "wait", text: ["connection_connecting"] };
  return { mark: "bad", text: ["connection_down"] };
}

/** @param {Sottovoce.Companion} companion @returns {State} */
function modelLink({ links }) {
  if (!links) return { mark: "wait", text: ["connection_unknown"] };
  if (links.secured === "unreachable") return { mark: "bad", text: ["model_unreachable"] };
  if (links.secured !== "ready") return { mark: "wait", text: ["model_unknown"] };
  if (!links.model) return { mark: "ok", text: ["model_ready_plain"] };
  return { mark: "ok", text: ["model_ready", links.model, links.environment] };
}
