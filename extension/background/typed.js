// @ts-check
// The person pressed send, pasted, dropped or chose a file, and the page does not know it yet:
// it is judged before the page has it. A public outcome only lets the page go on; its request
// is judged again when it leaves.

import { sha256 } from "../shared/codec.js";
import { Judged } from "../shared/judged.js";
import { isPass } from "../shared/messages.js";
import { bridges, on, tell } from "./bridges.js";
import { conversationOf, extend, perform, router, submit } from "./holding.js";
import { heard, onLost } from "./line.js";
import { isKnown, managed } from "./managed.js";
import { files, onYours } from "./rights.js";
import { chatOf, siteOf } from "./sites.js";
import { context } from "./talk.js";

const MOST_FILES = 64;
const judged = new Judged();
/** Files that are being looked at, by their prompt.
 * @type {Map<string, {tab: number, attachments: readonly Sottovoce.Attachment[]}>} */
const entering = new Map();

on("typed", async (bridge, { n, text, page, stage, attachments = [] }) => {
  const site = siteOf(bridge.url);
  if (!site) {
    tell(bridge, { type: "pass", n }); // not a site that anything is promised for
    return;
  }
  const url = String(page);
  const digest = await sha256(new TextEncoder().encode(String(text)));
  if (bridge.cancelled.delete(n)) return;
  const conversation = conversationOf(bridge, site.name, chatOf(site, url));
  const id = crypto.randomUUID();
  const looks = stage === "look";
  if (looks && attachments.length) entering.set(id, { tab: bridge.tab, attachments });
  submit({
    id,
    bridge: bridge.key,
    n,
    site: site.name,
    label: site.label || new URL(bridge.url).host,
    fresh: site.fresh,
    conversation,
    context: context(site.name, conversation),
    url: "",
    method: "",
    digest: looks ? `${digest} ${n}` : digest, // each file is a file of its own
    formDigest: "",
    asks: looks ? "look" : "typed",
    extracted: {
      text: String(text).toWellFormed(),
      latest: 0,
      readable: attachments.length <= MOST_FILES,
      attachments: attachments.slice(0, MOST_FILES),
      conversation: "",
    },
  });
});

heard("decided", (decided) => {
  const those = entering.get(decided.id);
  entering.delete(decided.id);
  // While a site is paused nothing is looked at, so nothing was judged.
  const looked = !decided.reasons.includes("paused_by_person");
  if (those && looked && isPass(decided)) judged.add(those.tab, those.attachments);
});
heard("fault", ({ id }) => void entering.delete(id));
onLost(() => entering.clear());
chrome.tabs.onRemoved.addListener((tab) => judged.closed(tab));
extend({ isJudged: (tab, attachment) => judged.has(tab, attachment) });

on("unnoticed", (bridge, { n }) => perform(router.unnoticed(bridge.key, Number(n))));

/** Says how files and pastes are treated, once the companion or the browser's managed settings
 * have said it. @param {import("./bridges.js").Bridge} bridge */
export function sayRules(bridge) {
  const rules = files();
  const said = rules.max_bytes > 0 || (isKnown() && managed().judgePaste);
  if (said) tell(bridge, { type: "entering", rules });
}
onYours(() => {
  for (const bridge of bridges.values()) sayRules(bridge);
});
