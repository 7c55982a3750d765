// @ts-check
// The person pressed send, pasted, dropped or chose a file, and the page does not know it yet:
// it is judged before the page has it. A public outcome only lets the page go on; its request
// is judged again when it leaves.

import { sha256 } from "../shared/codec.js";
import { bridges, on, tell } from "./bridges.js";
import { conversationOf, perform, router } from "./holding.js";
import { heard } from "./line.js";
import { chatOf, siteOf } from "./sites.js";
import { context } from "./talk.js";

const MOST_FILES = 64;
/** What policy says of what enters a page. @type {Sottovoce.Yours["files"] | null} */
let rules = null;

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
  const request = {
    id: crypto.randomUUID(),
    bridge: bridge.key,
    n,
    site: site.name,
    label: site.label || new URL(bridge.url).host,
    fresh: site.fresh,
    conversation,
    context: context(site.name, conversation),
    url: "",
    method: "",
    digest,
    formDigest: "",
    asks: /** @type {Sottovoce.Stage} */ (stage === "look" ? "look" : "typed"),
    extracted: {
      text: String(text).toWellFormed(),
      latest: 0,
      readable: attachments.length <= MOST_FILES,
      attachments: attachments.slice(0, MOST_FILES),
      conversation: "",
    },
  };
  perform(router.hold(request, Date.now()));
});

on("unnoticed", (bridge, { n }) => perform(router.unnoticed(bridge.key, Number(n))));

/** @param {import("./bridges.js").Bridge} bridge */
export function sayRules(bridge) {
  if (rules) tell(bridge, { type: "entering", rules });
}

/** @param {Sottovoce.Yours["files"] | undefined} news */
function learn(news) {
  if (!news) return;
  rules = news;
  for (const bridge of bridges.values()) sayRules(bridge);
}
heard("welcome", ({ yours }) => learn(yours?.files));
heard("yours", ({ files }) => learn(files));
