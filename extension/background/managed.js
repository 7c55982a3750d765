// @ts-check
// What the organisation that manages this browser forbids. It can only tighten what the
// companion's policy allows. An extension that an administrator installed may start before its
// settings arrive, and then reads nothing: nothing counts as everything forbidden.

/**
 * @typedef {object} Limits
 * @property {boolean} sendPublicly
 * @property {boolean} notSensitive
 * @property {boolean} pause
 * @property {boolean} switch
 * @property {boolean} judgePaste Whether what is pasted must be judged first.
 * @property {readonly string[]} genericSites
 * @property {readonly string[]} siteKeys
 * @property {boolean} byOrganisation Whether an organisation manages this extension.
 */

/** @type {Limits} */
export const FORBIDDEN = {
  sendPublicly: false,
  notSensitive: false,
  pause: false,
  switch: false,
  judgePaste: true,
  genericSites: [],
  siteKeys: [],
  byOrganisation: true,
};

/** @param {unknown} value */
const texts = (value) =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/**
 * @param {Record<string, unknown>} stored What managed storage holds.
 * @param {string} installType As `chrome.management.getSelf` tells it.
 * @returns {Limits}
 */
export function limitsOf(stored, installType) {
  const empty = Object.keys(stored).length === 0;
  if (empty && installType === "admin") return FORBIDDEN;
  /** A setting of a wrong type forbids. @param {string} name */
  const allowed = (name) => !Object.hasOwn(stored, name) || stored[name] === true;
  return {
    sendPublicly: allowed("allowSendPublicly"),
    notSensitive: allowed("allowNotSensitive"),
    pause: allowed("allowPause"),
    switch: allowed("allowSwitch"),
    judgePaste: Object.hasOwn(stored, "paste"),
    genericSites: texts(stored["genericSites"]),
    siteKeys: texts(stored["siteKeys"]),
    byOrganisation: !empty || installType === "admin",
  };
}

let limits = FORBIDDEN;
/** @type {(() => void)[]} */
const ears = [];

/** What is forbidden now; everything until it was read. */
export const managed = () => limits;

/** Whether it was read, and says something: a browser that has just started takes seconds. */
export const isKnown = () => limits !== FORBIDDEN;

/** @param {() => void} ear Called when it was read, and when it changes. */
export function onLimits(ear) {
  ears.push(ear);
}

async function read() {
  const { installType } = await chrome.management.getSelf();
  /** @type {Record<string, unknown>} */
  const stored = await chrome.storage.managed.get(null).catch(() => ({})); // Firefox: no file
  limits = limitsOf(stored, installType);
  for (const ear of ears) ear();
}

/** The first reading. */
export const managedReady = read().catch(() => {});

chrome.storage.onChanged.addListener((_changes, area) => {
  if (area !== "managed") return;
  void read().catch(() => {
    limits = FORBIDDEN;
    for (const ear of ears) ear();
  });
});
