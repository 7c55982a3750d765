// @ts-check
// The person pressed send, and the page does not know it yet: the text is judged before it
// becomes a message of the site's. A public outcome only lets the page go on; its request is
// judged again when it leaves.

import { sha256 } from "../shared/codec.js";
import { on } from "./bridges.js";
import { conversationOf, perform, router } from "./holding.js";
import { chatOf, siteOf } from "./sites.js";

on("typed", async (bridge, { n, text, page }) => {
  const site = siteOf(bridge.url);
  if (!site) throw new Error("no site to type for");
  const url = String(page);
  const digest = await sha256(new TextEncoder().encode(String(text)));
  if (bridge.cancelled.delete(n)) return;
  const request = {
    id: crypto.randomUUID(),
    bridge: bridge.key,
    n,
    site: site.name,
    label: site.label || new URL(bridge.url).host,
    fresh: site.fresh,
    conversation: conversationOf(bridge, site.name, chatOf(site, url)),
    url: "",
    method: "",
    digest,
    formDigest: "",
    asks: /** @type {const} */ ("typed"),
    extracted: {
      text: String(text).toWellFormed(),
      latest: 0,
      readable: true,
      attachments: [],
      conversation: "",
    },
  };
  perform(router.hold(request, Date.now()));
});

on("unnoticed", (bridge, { n }) => perform(router.unnoticed(bridge.key, Number(n))));
