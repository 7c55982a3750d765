// @ts-check
// Managed settings only tighten, and an extension that an administrator installed but that
// reads nothing may do nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { controls, truth } from "../../extension/popup/chain.js";

Object.assign(globalThis, {
  chrome: {
    management: { getSelf: async () => ({ installType: "admin" }) },
    storage: { managed: { get: async () => ({}) }, onChanged: { addListener() {} } },
  },
});
const { FORBIDDEN, limitsOf, managed, managedReady } =
  await import("../../extension/background/managed.js");

test("where nobody manages the browser, nothing is forbidden by it", () => {
  const limits = limitsOf({}, "normal");
  assert.ok(limits.sendPublicly && limits.notSensitive && limits.pause && limits.switch);
  assert.equal(limits.judgePaste, false);
  assert.equal(limits.byOrganisation, false);
});

test("an administrator's install that reads nothing forbids everything", async () => {
  assert.deepEqual(limitsOf({}, "admin"), FORBIDDEN);
  await managedReady;
  assert.deepEqual(managed(), FORBIDDEN);
  assert.equal(FORBIDDEN.sendPublicly || FORBIDDEN.notSensitive || FORBIDDEN.pause, false);
});

test("an organisation's word forbids that one thing", () => {
  const limits = limitsOf({ allowPause: false, paste: "judge" }, "admin");
  assert.equal(limits.pause, false);
  assert.equal(limits.sendPublicly, true);
  assert.equal(limits.judgePaste, true);
});

test("a setting of a wrong type forbids", () => {
  for (const value of ["true", 1, null, {}]) {
    assert.equal(limitsOf({ allowSendPublicly: value }, "normal").sendPublicly, false);
  }
});

test("what an organisation lists is taken only as text", () => {
  const limits = limitsOf({ genericSites: ["https://a.example/*", 7], siteKeys: "x" }, "normal");
  assert.deepEqual(limits.genericSites, ["https://a.example/*"]);
  assert.deepEqual(limits.siteKeys, []);
});

/** @param {Partial<Sottovoce.Report>} [over] @returns {Sottovoce.Report} */
const report = (over = {}) => ({
  site: "demo",
  label: "the demo chat",
  host: "127.0.0.1:8460",
  known: true,
  granted: true,
  hooked: true,
  checkedAt: 5,
  alarm: null,
  blocked: 0,
  pausedUntil: 0,
  off: false,
  offSince: 0,
  minutes: 10,
  switchable: true,
  companion: {
    state: "connected",
    cause: "",
    version: "0.1.0",
    policy: "Careful default",
    policyError: "",
    threshold: 0.6,
    links: { worker: "ready", tunnel: "up", secured: "ready", model: "m", environment: "e" },
  },
  ...over,
});
/** @param {Sottovoce.Report} about */
const said = (about) => {
  const day = () => "22 Nov 2026";
  return truth(
    about,
    () => "now",
    () => "10:24",
    day,
  );
};

test("a pause and a switched-off site come before any evidence of protection", () => {
  assert.deepEqual(said(report({ pausedUntil: 9 })).text, ["popup_paused_until", "10:24"]);
  assert.deepEqual(said(report({ off: true, pausedUntil: 9 })).text, ["popup_off", "22 Nov 2026"]);
  assert.equal(said(report({ off: true })).shape, "broken");
});

test("an unknown page can be added, and one without an address cannot", () => {
  assert.equal(said(report({ known: false })).add, true);
  assert.equal(said(report({ known: false, host: "" })).add, false);
});

test("what policy does not allow is not offered, and what protects more always is", () => {
  const locked = { minutes: 0, switchable: false };
  assert.deepEqual(controls(report(locked)), {
    pause: 0,
    resume: false,
    on: null,
    report: false,
  });
  assert.equal(controls(report({ ...locked, off: true })).on, false);
  assert.equal(controls(report({ ...locked, pausedUntil: 9 })).resume, true);
  assert.equal(controls(report({ pausedUntil: 9 })).pause, 0);
  assert.equal(controls(report({ known: false })).on, null);
});
