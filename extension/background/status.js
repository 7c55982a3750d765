// @ts-check
// What is known of each tab, by evidence only: when a message was really screened, and what
// went wrong. It survives the worker (in memory, never on disk) and holds no text.

/**
 * @typedef {object} Tab
 * @property {string} host
 * @property {string} site
 * @property {number} checkedAt
 * @property {number} blocked
 * @property {Sottovoce.Alarm | null} alarm
 * @property {string} look
 */

/** @type {Map<number, Tab>} */
const tabs = new Map();

const ready = chrome.storage.session.get("tabs").then(({ tabs: stored }) => {
  for (const [id, tab] of /** @type {[number, Tab][]} */ (stored ?? [])) {
    if (!tabs.has(id)) tabs.set(id, tab);
  }
});

/** @param {string} host @param {string} site @returns {Tab} */
const fresh = (host, site) => ({ host, site, checkedAt: 0, blocked: 0, alarm: null, look: "" });

/** @param {number} tab @returns {Promise<Tab | undefined>} */
export async function look(tab) {
  await ready;
  return tabs.get(tab);
}

/** A page of a protected site opened in a tab: what was wrong with the last one is past, but not
 * what this one did before the worker had time for it.
 * @param {number} tab @param {string} host @param {string} site @param {number} since */
export function opened(tab, host, site, since) {
  const known = tabs.get(tab);
  const alarm = known?.alarm && known.alarm.since >= since ? known.alarm : null;
  const same = known?.host === host ? known : fresh(host, site);
  tabs.set(tab, { ...same, site, alarm, look: alarm ? same.look : "" });
  keep();
}

/** @param {number} tab @param {Partial<Tab>} news */
export function note(tab, news) {
  tabs.set(tab, { ...(tabs.get(tab) ?? fresh("", "")), ...news });
  keep();
}

/** One more request that nobody could judge was stopped. @param {number} tab */
export function counted(tab) {
  note(tab, { blocked: (tabs.get(tab)?.blocked ?? 0) + 1 });
}

/** @param {number} tab */
export function closed(tab) {
  tabs.delete(tab);
  keep();
}

function keep() {
  void chrome.storage.session.set({ tabs: [...tabs] });
}

/** Shows a state on the toolbar, by shape. @param {number} tab
 * @param {"public" | "private" | "held" | "broken"} shape */
export async function mark(tab, shape) {
  await ready;
  if (tabs.get(tab)?.look === shape) return;
  note(tab, { look: shape });
  const path = Object.fromEntries(
    [16, 32, 48].map((size) => [size, `/icons/${shape}-${size}.png`]),
  );
  const title = chrome.i18n.getMessage(`icon_${shape}`);
  try {
    await chrome.action.setIcon({ tabId: tab, path });
    await chrome.action.setTitle({ tabId: tab, title });
  } catch {
    // The tab closed in the meantime.
  }
}
